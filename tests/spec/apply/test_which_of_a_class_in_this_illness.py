"""`and which antibiotic is given?` behind a question on an illness is asked of that illness; no advice on another
answers it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import ask


@pytest.mark.parametrize(
    ("typed", "last", "asked"),
    [
        ("which antibiotic is given?", "How is cellulitis treated?", "Which antibiotic for cellulitis?"),
        ("what diuretic should be used?", "How is hypertension treated?", "Which diuretics for hypertension?"),
    ],
)
def test_the_illness_is_carried(typed: str, last: str, asked: str) -> None:
    assert ask.follow(typed, ask.read(last), ask.read, year=2026).asked.lower() == asked.lower()


def test_a_question_with_an_illness_of_its_own_is_left(starter_place: Path) -> None:
    last = ask.read("How is cellulitis treated?")
    assert "cellulitis" not in ask.follow("which antibiotic for cystitis?", last, ask.read, year=2026).asked


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("How is cellulitis treated and which antibiotic is given?", "diabetic foot"),
        ("How should pyelonephritis be managed and what antibiotic should be used?", "neutropenic"),
        ("How is bacterial meningitis managed and what antibiotic should be used?", "variceal"),
        ("How should a wound from a dog bite be managed and which antibiotic is given?", "prostatitis"),
    ],
)
def test_no_advice_on_another_illness_answers(typed: str, other: str, starter_place: Path) -> None:
    made = probatum.answer(typed, library=starter_place)
    parts = [s.text for section in made.sections if section.id.startswith("part_") for s in section.statements]
    assert other not in " ".join(parts)
