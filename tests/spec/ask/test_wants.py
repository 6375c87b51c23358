"""What a question wants to know, part by part; one want alone is the question's own kind."""

from __future__ import annotations

import pytest

from probatum.ask.reading import read
from probatum.vocabulary.wants import COURSE, DOSE, HARM, ONSET, OUTCOME, SIZE, timed, wants


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("prednisolone for giant cell arteritis: what dose, how long for and when does it start working", "dco"),
        ("sertraline in OCD - how much does it help, starting dose, side effects?", "bdh"),
        ("amoxicillin for otitis media, how many days & what dose", "cd"),
        ("does montelukast help asthma? how quick, and what are the risks", "oh"),
    ],
)
def test_each_part_is_read(typed: str, kinds: str) -> None:
    short = {DOSE: "d", COURSE: "c", ONSET: "o", HARM: "h", SIZE: "b"}
    found = {short[w.kind] for w in wants(read(typed)) if w.kind != OUTCOME}
    assert found == set(kinds)


@pytest.mark.parametrize(
    ("typed", "outcomes"),
    [
        ("watchful waiting or mesh hernia repair: what is the chance of recurrence by 2 yrs?", ["recurrence"]),
        ("gentamicin for sepsis - hearing, QT and resistance: harm v benefit", ["hearing", "QT", "resistance"]),
        ("warfarin v aspirin in AF, how much more bleeding", ["bleeding"]),
    ],
)
def test_outcomes_that_are_named_are_wanted(typed: str, outcomes: list[str]) -> None:
    assert [w.words for w in wants(read(typed)) if w.kind == OUTCOME] == outcomes


@pytest.mark.parametrize(
    "typed",
    [
        "does mexiletine help muscle cramps in ALS",
        "what dose of amoxicillin for otitis media",
        "is metformin safe in pregnancy",
        "what is gout",
        "my wife takes sertraline, is it too late to stop?",
    ],
)
def test_one_want_is_the_question_itself(typed: str) -> None:
    assert not wants(read(typed))


def test_what_is_treated_is_no_outcome_wanted() -> None:
    assert not [w for w in wants(read("what is the chance that apixaban prevents stroke in AF")) if "AF" in w.words]


@pytest.mark.parametrize(
    ("text", "is_timed"), [("for how long", True), ("how fast does it work", True), ("dose", False)]
)
def test_a_part_that_asks_a_time_alone(text: str, is_timed: bool) -> None:
    assert timed(text) is is_timed
