"""What was found, or decided on just this, leads: lengths of a course that are compared behind a colon, a suspected
illness that is looked for before it is treated, a page on breast-feeding before a label, an effect before a denial."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Intent, Question, Role

AS_OF = "2026-12-01"


def short(library: Library, question: str) -> list[str]:
    return [s.text for s in probatum.answer(question, library=library, as_of=AS_OF).section("bottom_line").statements]


def read(library: Library, question: str) -> Question:
    return probatum.answer(question, library=library, as_of=AS_OF).question


@pytest.mark.parametrize("question", ["COPD flare: pred 5 or 14 days?", "AECOPD 67M diabetic: pred 5 or 14 days?"])
def test_two_lengths_behind_a_colon_are_compared(starter_library: Library, question: str) -> None:
    got = read(starter_library, question)
    assert (got.intervention, got.comparator) == ("prednisolone 5 days", "14 days")
    answer = probatum.answer(question, library=starter_library, as_of=AS_OF)
    told = [s.text for name in ("bottom_line", "evidence") for s in answer.section(name).statements]
    assert "noninferior" in told[0] and any("35.9%" in line and "36.8%" in line for line in told)


def test_a_treatment_that_is_named_keeps_its_place_before_two_lengths(starter_library: Library) -> None:
    got = read(starter_library, "amoxicillin 3 or 7 days for pneumonia in children?")
    assert (got.intervention, got.comparator) == ("amoxicillin 3 days", "7 days")


@pytest.mark.parametrize(
    "question",
    [
        "72F, wells 3 so PE unlikely. ddimer 690 ug/L, lab says pos >500. what cutoff for her age",
        "72F pleuritic CP, wells 3 so PE unlikely. ddimer 690 ug/L, CTPA or home? how many PEs would I miss",
    ],
)
def test_a_suspected_illness_is_looked_for_and_not_treated(starter_library: Library, question: str) -> None:
    assert read(starter_library, question).intent is Intent.DIAGNOSIS
    told = short(starter_library, question)
    assert "720 micrograms per litre" in told[0]
    assert not any("apixaban" in line or "rivaroxaban" in line for line in told)


def test_a_confirmed_illness_is_treated(starter_library: Library) -> None:
    told = short(starter_library, "confirmed PE, haemodynamically stable, eGFR 80, what anticoagulant")
    assert "apixaban or rivaroxaban" in told[0]


def test_a_page_on_breast_feeding_leads_before_labels(starter_library: Library) -> None:
    told = short(starter_library, "33F 7/52 postpartum, exclusively breastfeeding term baby. sertalin ok?")
    assert "preferred antidepressants in breast-feeding" in told[0]
    assert any("US label of sertraline" in line and "breast milk" in line for line in told[1:])


def test_a_label_alone_stays_where_no_page_is_held(starter_library: Library) -> None:
    told = short(starter_library, "fluoxetine for the mum who breastfeeds?")
    assert "US label of fluoxetine" in told[0]


def test_nothing_is_called_unstudied_whose_effect_is_told(starter_library: Library) -> None:
    question = "Should a beta-blocker still be given long term after an infarction if the ejection fraction is normal?"
    told = short(starter_library, question)
    assert told[0].startswith("No effect of beta-blockers on death from any cause")
    assert not any(line.startswith("No study of this was found") for line in told)


@pytest.mark.parametrize(
    ("question", "taken", "asked"),
    [
        ("ramipril 5 od, bisoprolol 2.5, HFrEF. start dapagliflozin?", {"ramipril", "bisoprolol"}, {"dapagliflozin"}),
        ("79M COPD, MST 20 bd, CrCl 26. gabapentin - start/max for him?", {"morphine"}, {"gabapentin"}),
        ("72M metformin 1g bd, eGFR 38. Gliclazide or sitagliptin next?", {"metformin"}, {"gliclazide", "sitagliptin"}),
    ],
)
def test_what_is_told_with_its_dose_is_taken(
    starter_library: Library, question: str, taken: set[str], asked: set[str]
) -> None:
    got = read(starter_library, question)
    assert set(got.patient.drugs) == taken
    assert {c.label for c in got.concepts if c.role is Role.INTERVENTION} == asked


@pytest.mark.parametrize(
    "question",
    [
        "ramipril 5 od or candesartan 8 od in HFrEF? which is better tolerated",
        "should I raise bisoprolol 2.5 od in HFrEF. what about ramipril?",
    ],
)
def test_what_is_weighed_with_its_dose_is_not(starter_library: Library, question: str) -> None:
    assert "bisoprolol" not in read(starter_library, question).patient.drugs
    assert "ramipril" not in read(starter_library, question).patient.drugs
