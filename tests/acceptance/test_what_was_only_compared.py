"""What was only one of several things on the other side of a comparison has no effect told of it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    "question",
    [
        "melatonin for insomnia in dementia",
        "treating insomnia with melatonin in dementia",
        "does melatonin lower the Insomnia Severity Index?",
        "melatonin for insomnia",
    ],
)
def test_what_beat_a_medicine_is_no_effect_of_it(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-28")
    figured = [s.text for part in answer.sections for s in part.statements if "3.73" in s.text]
    assert all("with cannabinoids" in said for said in figured), figured
    assert not [w for w in answer.warnings if w.code == "withheld"]
