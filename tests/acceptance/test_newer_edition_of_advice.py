"""A guideline that was replaced tells nothing where its newer edition advises on what is asked."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    "question",
    [
        "aspirin at 52 with 10-year risk of 12%, USPSTF",
        "aspirin at 52 with a 10-year risk of 12%, what does USPSTF say?",
        "USPSTF on aspirin for primary prevention at 55",
    ],
)
def test_the_newer_edition_leads(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    first = answer.sections[0].statements[0].text
    assert "2022" in first and "2016" not in first, first
