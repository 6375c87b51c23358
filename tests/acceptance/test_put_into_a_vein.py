"""What is asked of putting a medicine into a vein is answered or said to be untold, however it is put."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what do i flush / dilute IV furosemide with and how fast can i push it", "diluted or how fast it is put"),
        ("how fast can i push IV furosemide", "how fast furosemide is put into a vein"),
        ("what to flush IV amiodarone with", "how amiodarone is diluted"),
        ("can i mix furosemide with saline", "how furosemide is diluted"),
    ],
)
def test_it_is_said_first(starter_library: Library, question: str, told: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader="nurse", as_of=AS_OF)
    assert told in answer.section("bottom_line").statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "how fast does furosemide work",
        "how quickly can i give another dose of paracetamol",
        "can I mix alcohol with metronidazole",
    ],
)
def test_other_speeds_and_mixtures_are_another_matter(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader="nurse", as_of=AS_OF)
    assert not any("vein" in s.text or "diluted" in s.text for s in answer.section("bottom_line").statements)
