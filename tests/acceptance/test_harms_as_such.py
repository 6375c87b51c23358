"""Who asks for side effects is told harms, the common ones first, and nothing of what the medicine is for."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

ASKED = ["side effects of semaglutide", "what are the adverse effects of semaglutide?", "semaglutide side effects"]


@pytest.mark.parametrize("question", ASKED)
def test_common_harms_come_first_then_what_was_counted(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(c.label == "adverse drug event" for c in answer.question.concepts)
    short = [s.text for s in answer.section("bottom_line").statements]
    assert short[0].startswith("Listed") and "nausea" in short[0]
    assert "16.6%" in short[1] and "placebo" in short[1]
    every = " ".join(
        s.text for part in ("bottom_line", "evidence", "adverse_effects") for s in answer.section(part).statements
    )
    assert "adverse drug event" not in every.lower() and "Body weight changed" not in every


def test_what_was_seen_in_others_is_not_told_of_who_asks_of_nobody(starter_library: Library) -> None:
    answer = probatum.answer("what are the side effects of sertraline?", library=starter_library, as_of="2026-11-29")
    assert not any("breast-fed" in s.text for s in answer.section("bottom_line").statements)


def test_efficacy_is_no_evidence_of_safety(starter_library: Library) -> None:
    answer = probatum.answer("Is metformin safe with an eGFR of 40?", library=starter_library, as_of="2026-11-29")
    assert not any("iabetes occurred" in s.text for s in answer.section("evidence").statements)
    assert answer.section("evidence").empty


@pytest.mark.parametrize(
    ("question", "feeds"),
    [
        ("is sertraline ok when nursing a newborn", True),
        ("I am nursing my 3 month old baby, ibuprofen ok?", True),
        ("sertraline for a nursing home resident with depression", False),
    ],
)
def test_nursing_a_child_is_breast_feeding(starter_library: Library, question: str, feeds: bool) -> None:
    read = probatum.answer(question, library=starter_library, as_of="2026-11-29").question
    assert read.patient.breastfeeding is feeds
