"""How one medicine is changed for another is read from `A to B switch`, told by the labels of the two, and stands in
the path, which no longer rules the new one out for what is to make way."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library


def _told(typed: str, library: Library, section: str) -> list[str]:
    return [s.text for p in probatum.answer(typed, library=library).sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("rivaroxaban to warfarin switch how", "in place of the next dose of rivaroxaban"),
        ("switch rivaroxaban to warfarin", "in place of the next dose of rivaroxaban"),
        ("warfarin to dabigatran switch", "once the INR is below 2.0"),
        ("how do I switch ramipril to sacubitril/valsartan", "within 36 hours"),
        ("fluoxetine to sertraline switch how", "waiting 4 to 7 days"),
    ],
)
def test_the_change_is_told_and_stands_in_the_path(typed: str, told: str, starter_place: Library) -> None:
    assert told in _told(typed, starter_place, "bottom_line")[0]
    steps = [text for text in _told(typed, starter_place, "algorithm") if told in text]
    assert steps
    assert steps[0].startswith(("Change ", "Stop "))
    assert not any(text.startswith("Rule out") and told in text for text in steps)


def test_where_no_change_is_asked_the_limit_is_ruled_out(starter_place: Library) -> None:
    path = _told("sacubitril/valsartan for heart failure", starter_place, "algorithm")
    assert any(text.startswith("Rule out") and "within 36 hours" in text for text in path)
    assert not any(text.startswith("Stop ") and "36 hours" in text for text in path)


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ("ramipril 5mg to losartan how to switch", "ramipril", "losartan"),
        ("warfarin to apixaban switch", "warfarin", "apixaban"),
    ],
)
def test_a_change_is_read_behind_its_medicines(typed: str, old: str, new: str) -> None:
    question = ask.read(typed)
    assert question.intervention == new
    assert old in question.comparator


@pytest.mark.parametrize(
    "typed", ["metformin to prevent diabetes", "aspirin to clopidogrel after stroke, any benefit?"]
)
def test_other_words_are_put_round_by_nothing(typed: str) -> None:
    assert not ask.read(typed).read.startswith("How to switch")
