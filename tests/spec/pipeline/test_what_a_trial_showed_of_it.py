"""What is asked of a named trial is the outcome that leads; without it, what the trial was planned for does."""

from __future__ import annotations

from pathlib import Path

import probatum
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
