"""What a label says of a class is told where that class is named beside the medicine, whatever the illness."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.labels.ingredients import names_class


def _short(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-12-01")
    return [s.text for s in answer.section("bottom_line").statements]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("lithium and NSAIDs in gout", "raise serum lithium and the risk of lithium toxicity"),
        ("warfarin and NSAIDs in osteoarthritis", "raises the risk of bleeding"),
    ],
)
def test_the_two_together_are_told_first(question: str, said: str, starter_library: Library) -> None:
    first = _short(starter_library, question)[0]
    assert said in first
    assert "NSAIDs" in first


def test_two_that_treat_one_illness_are_no_pair(starter_library: Library) -> None:
    assert not any(
        "amoxicillin with" in line.lower() for line in _short(starter_library, "amoxicillin and PPIs in H pylori")
    )


@pytest.mark.parametrize(
    ("name", "text", "so"),
    [
        ("nonsteroidal anti-inflammatory drugs", "nsaids raise serum lithium", True),
        ("selective serotonin reuptake inhibitors", "with ssris the risk is raised", True),
        ("statins", "nsaids raise serum lithium", False),
        ("nonsteroidal anti-inflammatory drugs", "statins are given", False),
    ],
)
def test_a_class_is_named_by_its_short_form(name: str, text: str, so: bool) -> None:
    assert names_class(name, text) is so


def test_who_takes_a_class_alone_is_not_barred_from_it_by_its_name(starter_library: Library) -> None:
    lines = _short(starter_library, "missed two pills, what do I do, on the pill")
    assert not any("advised against for this patient" in line for line in lines)
    assert any("condoms are used for 7 days" in line for line in lines)


def test_the_pill_is_the_combined_one(starter_library: Library) -> None:
    lines = _short(starter_library, "migraine with aura, 28F wants the pill")
    assert "is contraindicated for this patient" in lines[0]
