"""A label for pain as such is for pain of a cancer as well, and one for infections of the skin for no other."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _off(typed: str, library: Library) -> bool:
    answer = probatum.answer(typed, library=library)
    return any("off-label" in s.text for s in answer.sections[0].statements)


@pytest.mark.parametrize("typed", ["morphine dose for cancer pain", "gentamicin dose for sepsis"])
def test_a_kind_of_it_is_no_other_use(typed: str, starter_place: Library) -> None:
    assert not _off(typed, starter_place)


@pytest.mark.parametrize("typed", ["amitriptyline for neuropathic pain", "propranolol for anxiety"])
def test_another_use_is(typed: str, starter_place: Library) -> None:
    assert _off(typed, starter_place)
