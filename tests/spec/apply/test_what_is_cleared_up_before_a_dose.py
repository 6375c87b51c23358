"""Where swallowing, or sitting upright, is told to be in doubt, what the label says of that stands before any dose."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.patient import abilities


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("how to give alendronate to lady in chair, bad swallow", "abnormalities of the oesophagus"),
        ("alendronate weekly, 80F, swallowing is difficult", "swallowing hurts or becomes difficult"),
        ("doxycycline capsules, poor swallow", "ulcers of the oesophagus"),
        ("dabigatran for AF, struggles to swallow tablets", "swallowed whole"),
    ],
)
def test_it_stands_first(starter_place: Path, typed: str, said: str) -> None:
    first = probatum.answer(typed, reader="nurse", library=starter_place).section("bottom_line").statements[0].text
    assert first.startswith("To be cleared up before any dose") and said in first


def test_the_path_begins_with_it(starter_place: Path) -> None:
    typed = "how to give alendronate to lady in chair, bad swallow"
    path = [
        s.text for s in probatum.answer(typed, reader="nurse", library=starter_place).section("algorithm").statements
    ]
    assert path[0].startswith("Clear up before any dose") and "do not give alendronate" in path[1]


@pytest.mark.parametrize(
    "typed",
    [
        "alendronate for osteoporosis 72F",
        "alendronate, swallows well, not bedbound",
        "amlodipine dose for lady in wheelchair",
    ],
)
def test_others_are_told_nothing_of_it(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, reader="nurse", library=starter_place)
    told = [s.text for name in ("bottom_line", "algorithm") for s in answer.section(name).statements]
    assert not any("leared up before" in text or text.startswith("Clear up") for text in told)


@pytest.mark.parametrize(
    ("told", "badly"),
    [
        ("bad swallow", True),
        ("she struggles to swallow", True),
        ("swallowing is difficult for him", True),
        ("on thickened fluids", True),
        ("swallow it whole", False),
        ("a swallow of water", False),
        ("no dysphagia", False),
    ],
)
def test_words_of_a_bad_swallow(told: str, badly: bool) -> None:
    assert abilities.swallows_badly(told) is badly
