"""What a medicine is blamed for is the outcome, and no illness that bars it or that is to be treated."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "medicine", "harm"),
    [
        ("is headache caused by nifedipine", "nifedipine", "headache"),
        ("pt on lisinopril c/o dry cough - side effect?", "lisinopril", "cough"),
        ("hyponatraemia ?secondary to sertraline", "sertraline", "hyponatremia"),
        ("put on amlodipine and my ankles have blown up like balloons, is that what's doing it", "amlodipine", "edema"),
        ("new rash. only med is lamotrigine. cause?", "lamotrigine", "skin rash"),
        ("low B12 on metformin, is it the tablets", "metformin", "vitamin B 12 deficiency"),
        (
            "Mum was put on donepezil in spring. Since then she has diarrhoea. Could it be the donepezil?",
            "donepezil",
            "diarrhea",
        ),
    ],
)
def test_it_is_asked_about(typed: str, medicine: str, harm: str) -> None:
    read = ask.read(typed)
    assert read.intent is Intent.HARM
    assert [c.label for c in read.having(Role.INTERVENTION)] == [medicine]
    assert [c.label for c in read.having(Role.OUTCOME)] == [harm] and not read.having(Role.POPULATION)
    assert not read.patient.conditions


@pytest.mark.parametrize(
    ("typed", "had", "harm"),
    [
        ("pt with asthma on propranolol c/o wheeze - side effect?", "asthma", "respiratory sounds"),
        ("known gout, on bendroflumethiazide, new rash, is it the tablets", "gout", "skin rash"),
    ],
)
def test_what_was_there_before_stays_the_patients(typed: str, had: str, harm: str) -> None:
    read = ask.read(typed)
    assert [c.label for c in read.having(Role.POPULATION)] == [had]
    assert [c.label for c in read.having(Role.OUTCOME)] == [harm]


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("does prednisolone help cough due to asthma", Intent.THERAPY),
        ("what is the dose of iron for anaemia due to heavy periods", Intent.DOSING),
        ("is depression helped by sertraline", Intent.THERAPY),
    ],
)
def test_a_cause_told_beside_a_treatment_is_no_blame(typed: str, intent: Intent) -> None:
    read = ask.read(typed)
    assert read.intent is intent and read.having(Role.POPULATION)
