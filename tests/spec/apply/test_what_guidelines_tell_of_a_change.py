"""How one medicine is changed for another is told by the guideline that names both or their classes."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.labels.guided_words import BY_CLASS, BY_NAME, named

DENIES = "No label or guideline that is held tells how"


def _told(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).sections[0].statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("switch fluoxetine to sertraline", "waiting 4 to 7 days"),
        ("How to switch from citalopram to venlafaxine?", "lowering the SSRI to a low dose or stopping it"),
        ("Switching from fluoxetine to amitriptyline", "starting at a very low dose"),
        ("switch fluoxetine to clomipramine", "waiting 14 to 21 days"),
        ("change sertraline to moclobemide", "waiting 1 week"),
        ("switch phenelzine to mirtazapine", "waiting 14 days"),
        ("swap escitalopram for duloxetine", "slowly"),
    ],
)
def test_the_guideline_leads(typed: str, told: str, starter_place: Library) -> None:
    said = _told(typed, starter_place)
    assert told in said[0]
    assert not any(text.startswith(DENIES) for text in said)


def test_of_another_change_nothing_is_told(starter_place: Library) -> None:
    assert _told("How to switch from venlafaxine to sertraline?", starter_place)[0].startswith(DENIES)


@pytest.mark.parametrize("typed", ["switch apixaban to warfarin", "switch ramipril to losartan"])
def test_a_change_of_which_no_guideline_tells_is_answered_as_before(typed: str, starter_place: Library) -> None:
    assert not any(text.startswith(DENIES) for text in _told(typed, starter_place))


def test_a_class_is_named_but_for_what_it_takes_out() -> None:
    assert named("an SSRI such as sertraline", "sertraline") == BY_NAME
    assert named("another SSRI", "paroxetine") == BY_CLASS
    assert not named("an SSRI other than fluoxetine, such as sertraline", "fluoxetine")
    assert not named("a tricyclic antidepressant", "mirtazapine")
