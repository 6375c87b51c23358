"""Harms as such: of a class by labels of its members, after long use by what is told of that, and no effect instead."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def told(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("question", "of"),
    [
        ("PPI long term side effects", "omeprazole"),
        ("statin side effects", "statin"),
        ("side effects of SSRIs", "citalopram"),
        ("SGLT2 inhibitor adverse effects", "gliflozin"),
        ("are PPIs bad for you", "omeprazole"),
    ],
)
def test_the_label_of_a_member_speaks_of_its_class(starter_library: Library, question: str, of: str) -> None:
    first = told(starter_library, question)[0]
    assert first.startswith("Listed (US label of ") and of in first


@pytest.mark.parametrize("question", ["PPI long term side effects", "omeprazole long term side effects"])
def test_what_long_use_does_is_told(starter_library: Library, question: str) -> None:
    short = " ".join(told(starter_library, question))
    assert "more than a year may cause low magnesium" in short
    assert "quadruple therapy" not in short and "clopidogrel" not in short  # both arms had one; that was not asked


@pytest.mark.parametrize(
    "question", ["SGLT2 inhibitor adverse effects", "statin side effects", "side effects of NSAIDs long term"]
)
def test_no_benefit_is_told_as_a_harm(starter_library: Library, question: str) -> None:
    short = " ".join(told(starter_library, question))
    assert "concludes" not in short and "less frequent" not in short and "lowered" not in short
