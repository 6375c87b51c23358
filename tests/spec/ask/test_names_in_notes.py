"""Names as notes have them: half of one, two of one medicine, a stroke by its artery, signs for an illness."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("carbamazepine for trig neuralgia", "trigeminal neuralgia"),
        ("anticoagulant for pulm embolism", "pulmonary embolism"),
        ("insulin in diab ketoacidosis", "diabetic ketoacidosis"),
    ],
)
def test_half_a_name_before_the_word_that_ends_it(typed: str, name: str) -> None:
    assert name in read(typed).read.lower()


@pytest.mark.parametrize(
    "typed",
    [
        "fenofibrate for high trig levels",  # no illness is named so
        "head injury on apixaban",
        "chest infection which antibiotic",
        "statins for heart failure",
    ],
)
def test_words_of_their_own_stay(typed: str) -> None:
    assert not [a for a in read(typed).assumptions if a.why == "the only illness whose name begins and ends so"]


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("hydroxyurea (hydroxycarbamide) starting dose in sickle cell disease", "hydroxyurea"),
        ("edoxaban (Lixiana/Savaysa) dose in DVT", "edoxaban"),
    ],
)
def test_another_name_in_brackets_is_no_second_medicine(typed: str, drug: str) -> None:
    made = read(typed)
    assert "(" not in made.read
    assert {c.label for c in made.concepts if c.semantic == "drug"} == {drug}
    assert not made.patient.drugs


def test_another_medicine_in_brackets_stays() -> None:
    assert "(" in read("stroke on clopidogrel (aspirin allergic), next step").read
    assert "(" in read("epilepsy (carbamazepine), which contraceptive").read


@pytest.mark.parametrize("typed", ["R MCA syndrome 3 h ago, thrombolysis?", "L MCA territory infarct, aspirin dose?"])
def test_a_stroke_by_its_artery(typed: str) -> None:
    assert any("stroke" in c.label for c in read(typed).having(Role.POPULATION))


def test_an_artery_alone_is_no_stroke() -> None:
    assert "stroke" not in read("MCA aneurysm clipping outcomes").read.lower()


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("grandson 16 mths both ears red and bulging, antibiotics?", "otitis media"),
        ("17 weeks pregnant, burning and frequency 2 days, no fever, which antibiotic", "cystitis"),
        ("40F likely bells. prednisolone dose?", "palsy"),
    ],
)
def test_signs_that_name_an_illness(typed: str, illness: str) -> None:
    assert illness in read(typed).read.lower()


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("both ears ringing, what helps", "otitis"),
        ("burning and frequency, fever 39 and loin pain, which antibiotic", "cystitis"),  # that is no simple one
        ("new bells and whistles of insulin pumps", "palsy"),
    ],
)
def test_other_signs_name_none_of_these(typed: str, illness: str) -> None:
    assert illness not in read(typed).read.lower()
