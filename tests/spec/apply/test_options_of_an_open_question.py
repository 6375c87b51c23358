"""Where no treatment is named: what maims an unborn child opens no list and ends no path, advice on something else in
the same state is none, and the path begins with the advice that the short answer opens with."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(typed: str, library: Library, section: str) -> list[str]:
    return [s.text for p in probatum.answer(typed, library=library).sections if p.id == section for s in p.statements]


def test_what_maims_an_unborn_child_is_no_option_to_begin_with(starter_place: Library) -> None:
    typed = "what can a pregnant woman take to prevent migraine, 16 weeks"
    offered = _told(typed, starter_place, "bottom_line")
    assert not any(text.startswith("Topiramate (") for text in offered)
    assert not any("weigh topiramate" in text for text in _told(typed, starter_place, "algorithm"))
    others = _told("what can a woman of 60 years take to prevent migraine", starter_place, "bottom_line")
    assert any("opiramate" in text for text in others)


def test_advice_on_something_else_in_a_pregnancy_is_none(starter_place: Library) -> None:
    typed = "what for hypertension in pregnancy 20 weeks"
    for section in ("bottom_line", "alternatives", "algorithm"):
        assert not any("NSAID" in text for text in _told(typed, starter_place, section))
    own = _told("naproxen for back pain in pregnancy, 25 weeks", starter_place, "bottom_line")
    assert any("NSAIDs" in text for text in own)


def test_what_is_advised_against_alone_begins_no_path(starter_place: Library) -> None:
    typed = "asthma, 24, only wants a reliever when needed, won't take a daily inhaler. what to prescribe"
    short = _told(typed, starter_place, "bottom_line")
    assert any("anti-inflammatory reliever" in line for line in short)
    path = _told(typed, starter_place, "algorithm")
    assert not any("tart salbutamol" in line or "tart albuterol" in line for line in path)


@pytest.mark.parametrize("typed", ["acne 16 year old what to give"])
def test_what_is_contraindicated_in_a_condition_is_not_advised_against(typed: str, starter_place: Library) -> None:
    others = _told(typed, starter_place, "alternatives")
    assert not any(t.startswith("Guideline, against") and "recommends trimethoprim" in t for t in others)
