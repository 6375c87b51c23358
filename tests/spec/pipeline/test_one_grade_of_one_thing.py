"""A bottom line that quotes a source has the grade of the outcome it quotes, as it stands with the evidence below."""

from __future__ import annotations

import re

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer


@pytest.fixture(scope="module")
def answer(starter_library: Library) -> Answer:
    asked = "prednisolone for bells palsy - how late can you start"
    return pipeline.answer(asked, library=starter_library, as_of="2026-11-26")


def _said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def test_the_grade_below_is_the_grade_above(answer: Answer) -> None:
    above = set(re.findall(r"(\w+) certainty", _said(answer, "bottom_line")))
    below = set(re.findall(r"(\w+) certainty", _said(answer, "evidence")))
    assert above and above <= below


def test_what_the_body_turns_the_drug_into_has_its_label_told(answer: Answer) -> None:
    assert "label of prednisone" in _said(answer, "safety")


def test_an_illness_called_after_somebody_keeps_the_apostrophe(answer: Answer) -> None:
    assert "Bell's palsy" in answer.title
