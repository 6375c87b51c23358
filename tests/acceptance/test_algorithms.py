"""The paths of whole answers can be followed: every branch ends, every step is reached, nothing is started in vain."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.consistency import faults

QUESTIONS = (
    "Does mexiletine reduce cramps in ALS?",
    "Can I take tizanidine with mexiletine?",
    "what is the maximum dose of mexiletine for myotonia",
    "is mexiletine safe in pregnancy",
    "should my pregnant wife take mexiletine for cramps",
    "mexiletine after heart attack",
    "is gabapentin good for cramps in motor neurone disease",
    "does quinine help cramps in ALS",
    "quinine for nocturnal leg cramps",
    "Does ranolazine reduce cramps in ALS?",
    "magnesium for leg cramps",
    "riluzole for ALS survival",
    "what are the side effects of riluzole",
    "is riluzole safe in liver disease",
    "levetiracetam for cramps in ALS",
    "baclofen for spasticity in ALS",
    "tetrahydrocannabinol for cramps in ALS",
    "gabapentin or mexiletine for cramps",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_path_can_be_followed_to_an_end(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-22")
    told = bool(answer.section("alternatives").statements)
    assert faults(answer.section("algorithm"), alternatives=told) == ()


def test_without_an_effect_nothing_is_started(starter_library: Library) -> None:
    answer = probatum.answer("magnesium for leg cramps", library=starter_library, as_of="2026-11-22")
    steps = [s.text for s in answer.section("algorithm").statements if s.id[-1].isdigit()]
    assert "do not start magnesium" in steps[-1]
