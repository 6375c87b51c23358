"""Whether a medicine is stopped for what is felt: its label's harms are told, and no dose that is raised slowly."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    ("question", "harm"),
    [
        ("my ankles swell on amlodipine should i stop it and what else is there", "oedema"),
        ("my feet are swollen on amlodipine, should I stop it?", "oedema"),
        ("i cough on lisinopril, should i stop it?", "cough"),
    ],
)
def test_the_harm_is_told_first(starter_library: Library, question: str, harm: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader="patient", as_of="2026-11-29")
    first = [s.text for s in answer.sections[0].statements]
    assert harm in first[0] and "raises its level" not in first[0], first
    assert not any("raised slowly" in line for line in first), first


def test_how_one_is_stopped_is_still_told(starter_library: Library) -> None:
    answer = probatum.answer("how do i stop sertraline", library=starter_library, as_of="2026-11-29")
    said = [s.text for s in answer.sections[0].statements]
    assert "stopped step by step over weeks or months" in said[0] and "should not be stopped abruptly" in said[1]
