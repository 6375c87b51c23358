"""A study of the class answers what is asked of one of its members, and it says so."""

from __future__ import annotations

import pytest
from medicines import guideline, label
from reports import report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

COHORT = "Observational Study"
RECORDS = (
    report(
        1,
        "Antidepressants in pregnancy and epilepsy of the offspring: a register cohort",
        kind=COHORT,
        methods="This cohort study followed 4000 children of mothers with and without selective serotonin reuptake "
        "inhibitors during pregnancy for epilepsy.",
        results="Selective serotonin reuptake inhibitors in pregnancy were associated with a higher risk of epilepsy "
        "in the offspring (odds ratio 1.30, 95% CI 1.10 to 1.60).",
        conclusions="Selective serotonin reuptake inhibitors in pregnancy were associated with epilepsy of the child.",
    ),
    report(
        2,
        "Withdrawal of angiotensin receptor blockers or converting enzyme inhibitors in hospital and mortality of "
        "influenza: a cohort study",
        kind=COHORT,
        methods="This cohort study included 900 patients in hospital with influenza who took angiotensin receptor "
        "blockers or angiotensin converting enzyme inhibitors.",
        results="Discontinuation of angiotensin converting enzyme inhibitors was not associated with mortality "
        "(hazard ratio 1.02, 95% CI 0.80 to 1.30).",
        conclusions="Stopping angiotensin converting enzyme inhibitors did not reduce mortality in influenza.",
    ),
    report(
        3,
        "Omeprazole and gout in adults: a cohort study",
        kind=COHORT,
        methods="This cohort study included 3000 adults who took omeprazole or no acid suppressant.",
        results="Omeprazole was associated with gout (odds ratio 1.40, 95% CI 1.20 to 1.70).",
        conclusions="Omeprazole was associated with gout.",
    ),
    guideline(
        "flu", "Influenza: after the hospital", "For adults after influenza, ISP recommends breathing exercises."
    ),
    label("ramipril", uses="Ramipril is indicated for hypertension."),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("class") / "library", create=True)
    made.add(RECORDS)
    return made


def _told(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def _led_by(answer: Answer) -> set[str]:
    told = (s for s in answer.section("bottom_line").statements if s.kind.asserts)
    return {span.record for s in told for span in s.supports}


def _said(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


OF_MEMBERS = [
    ("Does sertraline in pregnancy raise the risk of epilepsy in the child?", 1),
    ("I took citalopram while pregnant, will my baby get epilepsy?", 1),
    ("Patient admitted with influenza on lisinopril: stop it or continue, does it change mortality?", 2),
    ("Stopping ramipril or losartan in patients admitted with influenza, does it lower mortality?", 2),
]


@pytest.mark.parametrize(("typed", "number"), OF_MEMBERS)
def test_a_study_of_the_class_answers_for_a_member_and_says_so(typed: str, number: int, library: Library) -> None:
    answer = _told(typed, library)
    assert f"pmid:{99_000_000 + number}" in _led_by(answer)
    assert "studied as a class" in _said(answer)
    assert "children, not" not in _said(answer)
    assert "together with" not in _said(answer)


def test_of_the_class_itself_nothing_is_said_to_stand_in_its_place(library: Library) -> None:
    answer = _told("Do selective serotonin reuptake inhibitors in pregnancy cause epilepsy in the child?", library)
    assert "pmid:99000001" in _led_by(answer)
    assert "studied as a class" not in _said(answer)


def test_another_member_is_none_of_the_class(library: Library) -> None:
    assert "pmid:99000003" not in _led_by(_told("Does lansoprazole cause gout?", library))


def test_how_it_is_stopped_is_still_asked_of_labels(library: Library) -> None:
    assert "stopped" in _said(_told("How should ramipril be stopped?", library))


def test_a_guideline_that_names_no_medicine_does_not_stand_for_what_one_does(library: Library) -> None:
    said = _said(_told("Does ramipril lower mortality in influenza?", library))
    assert "studied as a class" in said
