"""Where a branch of an algorithm leads, read from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import steps
from probatum.text.steps import End


@pytest.mark.parametrize(
    ("words", "condition", "end"),
    [
        ("None present: go on.", "None present", End.ON),
        ("One can be changed: change it first, then go on.", "One can be changed", End.ON),
        ("Any present: do not use zerafine; go to the alternatives above.", "Any present", End.STOP),
        ("It is something else: leave this path.", "It is something else", End.STOP),
        ("It cannot be changed: choose another treatment.", "It cannot be changed", End.ELSEWHERE),
        ("Already: speak with the prescriber before the next dose.", "Already", End.HELP),
        ("Better: continue and go back to step 3 at the next visit.", "Better", End.BACK),
        ("eGFR below 30: stay at 5 mg.", "eGFR below 30", End.CONTINUE),
        ("Better: wonder why.", "Better", End.OPEN),
        ("Stop here.", "", End.STOP),
    ],
)
def test_where_a_branch_leads(words: str, condition: str, end: End) -> None:
    made = steps.branch("1a", words)
    assert (made.condition, made.end) == (condition, end)


def test_a_branch_that_goes_back_names_its_step() -> None:
    assert steps.branch("4a", "Better: go back to step 3.").back == 3
    assert steps.branch("4a", "Better: go on.").back is None


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["1", "1a", "1b", "2"], [(1, 2), (2, 0)]),
        (["1a", "1"], [(1, 0)]),
        (["1", "", "note", "2a"], [(1, 1)]),
        ([], []),
    ],
)
def test_branches_belong_to_the_step_before_them(labels: list[str], expected: list[tuple[int, int]]) -> None:
    made = steps.read((label, "Words: go on.") for label in labels)
    assert [(step.number, len(step.branches)) for step in made] == expected


@given(st.lists(st.tuples(st.sampled_from(["1", "1a", "2", "2b", "x", ""]), st.text(max_size=60))))
def test_any_words_can_be_read_and_told(labelled: list[tuple[str, str]]) -> None:
    made = steps.read(labelled)
    assert steps.in_words(made).count("Step ") >= len(made)
