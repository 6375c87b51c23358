"""An article that a busy reader reads: a bottom line under 90 words, the whole about 1,000, for every question."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.publish.page import TAIL, parts

ABOUT_1000 = 1100
"""What must be said (boxed warnings, contraindications, doses, steps) is said, even where it takes a few words more."""
QUESTIONS = (
    "mexiletine for muscle cramps in ALS",
    "Does quinine reduce muscle cramps in ALS?",
    "riluzole for amyotrophic lateral sclerosis",
    "apixaban versus warfarin for atrial fibrillation",
    "Does metformin reduce the risk of cardiovascular events in type 2 diabetes?",
    "colchicine for gout with kidney failure",
    "nitrofurantoin in pregnancy",
    "Is semaglutide better than tirzepatide for weight loss?",
    "Do antibiotics help in acute otitis media in children?",
    "Should I prescribe aspirin for primary prevention in a 72 year old?",
    "What are the side effects of mexiletine?",
    "What is the dose of colchicine for gout?",
    "What helps with muscle cramps in ALS?",
    "Does vitamin D prevent fractures?",
    "Can tizanidine be taken with mexiletine?",
    "What is atrial fibrillation?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_keeps_to_its_length(question: str, starter_library: Library) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-22")
    told = {
        part.id: sum(len(line.words.split()) for line in part.lines) for part in parts(answer) if part.id not in TAIL
    }
    assert told["bottom_line"] < 90
    assert sum(told.values()) <= ABOUT_1000, told
