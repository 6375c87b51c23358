"""Labels that are called by a class of combinations are those of the class, and what each of them forbids is forbidden
of it; those of its parts are not."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(typed: str, library: Library, section: str) -> list[str]:
    return [s.text for p in probatum.answer(typed, library=library).sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    "typed",
    [
        "combined pill in migraine with aura ok?",
        "35 year old woman with migraine with aura, combined pill or progestogen only?",
        "can she take the combined pill after a DVT",
        "combined pill for 40F who smokes 20 a day",
        "38 year old smoker, combined pill or mini pill?",
    ],
)
def test_what_each_label_forbids_bars_the_class(typed: str, starter_place: Library) -> None:
    short = _told(typed, starter_place, "bottom_line")
    assert "combined oral contraceptives is contraindicated for this patient" in short[0].lower()


def test_what_one_label_forbids_is_of_that_one(starter_place: Library) -> None:
    short = _told("combined pill in kidney impairment?", starter_place, "bottom_line")
    assert not any("is contraindicated for this patient" in text for text in short)
    assert any("drospirenone" in text and "kidney impairment" in text for text in short)


def test_the_label_of_a_part_is_none_of_the_class(starter_place: Library) -> None:
    said = _told("combined pill in migraine with aura ok?", starter_place, "safety")
    assert not any("emergency contraception" in text for text in said)
