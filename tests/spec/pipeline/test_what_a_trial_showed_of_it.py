"""What is asked of a named trial is the outcome that leads; without it, what the trial was planned for does."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports import report

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer


def _first(answer: Answer, section: str) -> str:
    return answer.section(section).statements[0].text


def test_what_is_asked_of_a_trial_leads(starter_place: Path) -> None:
    answer = probatum.answer("What did ARISTOTLE show about major bleeding?", library=starter_place)
    assert answer.question.outcome == "major bleeding"
    assert _first(answer, "bottom_line").startswith("Major bleeding")
    assert _first(answer, "evidence").startswith("Major bleeding")


def test_without_it_the_planned_outcome_does(starter_place: Path) -> None:
    answer = probatum.answer("What did ARISTOTLE show?", library=starter_place)
    assert answer.question.outcome == ""
    assert _first(answer, "bottom_line").startswith("Stroke or systemic embolism")


def _library(tmp_path: Path) -> Library:
    made = Library.open(tmp_path / "library", create=True)
    made.add(
        (
            report(
                1,
                "Models of inhibitors bound to the zinc site of ACE",
                year=2010,
                kind="Review",
                results="Captopril bound to the zinc site of ACE in the models.",
            ),
            report(
                2,
                "ACE inhibitors and mortality in influenza: a cohort study",
                kind="Observational Study",
                methods="This cohort study included 700 adults with influenza with or without ACE inhibitors.",
                results="ACE inhibitors were not associated with mortality in influenza (hazard ratio 1.01, 95% CI "
                "0.80 to 1.27).",
                conclusions="ACE inhibitors did not increase mortality in influenza.",
            ),
            report(
                3,
                "Low-dose montelukast in chronic cough: the TUSSIN trial",
                methods="In this randomised trial, 300 adults with chronic cough were given montelukast or placebo.",
                results="Cough was less frequent with montelukast than with placebo (20% versus 40%; p = 0.01).",
                conclusions="Montelukast reduced chronic cough.",
            ),
        )
    )
    return made


@pytest.mark.parametrize(
    "typed",
    ["Do ACE inhibitors increase mortality in influenza?", "Is mortality of influenza higher with ACE inhibitors?"],
)
def test_a_part_of_a_longer_name_is_no_trial(typed: str, tmp_path: Path) -> None:
    answer = probatum.answer(typed, library=_library(tmp_path), as_of="2026-11-26")
    assert "mortality" in answer.question.read
    told = (s for s in answer.section("bottom_line").statements if s.kind.asserts)
    assert {span.record for s in told for span in s.supports} == {"pmid:99000002"}


def test_a_trial_that_calls_itself_so_still_is(tmp_path: Path) -> None:
    answer = probatum.answer("What did TUSSIN show?", library=_library(tmp_path), as_of="2026-11-26")
    assert "montelukast" in answer.question.intervention.lower()
