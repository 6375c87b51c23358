"""Certainty and size in words, after the GRADE guidance on informative statements, and what size an effect has."""

from __future__ import annotations

import pytest
from graded_rows import row

from probatum.appraise import certainty
from probatum.appraise.certainty.size import judge
from probatum.model import Direction, Level, Measure, Question, Size
from probatum.text import statements

LOWER, HIGHER, NONE = Direction.LOWER, Direction.HIGHER, Direction.NONE_DETECTED
HIGH, MODERATE, LOW, VERY_LOW = Level.HIGH, Level.MODERATE, Level.LOW, Level.VERY_LOW


@pytest.mark.parametrize(
    ("level", "size", "professional", "plain"),
    [
        (HIGH, Size.LARGE, "A results in a large reduction in pain", "A reduces pain a lot"),
        (HIGH, Size.MODERATE, "A reduces pain", "A reduces pain"),
        (HIGH, Size.SMALL, "A reduces pain slightly", "A reduces pain a little"),
        (HIGH, Size.TRIVIAL, "A results in little to no difference in pain", "A makes little or no difference to pain"),
        (HIGH, Size.UNSAID, "A reduces pain", "A reduces pain"),
        (MODERATE, Size.LARGE, "A probably results in a large reduction in pain", "A probably reduces pain a lot"),
        (MODERATE, Size.MODERATE, "A probably reduces pain", "A probably reduces pain"),
        (MODERATE, Size.SMALL, "A probably reduces pain slightly", "A probably reduces pain a little"),
        (MODERATE, Size.TRIVIAL, "A probably results in little to no difference in pain",
         "A probably makes little or no difference to pain"),
        (LOW, Size.LARGE, "A may result in a large reduction in pain", "A may reduce pain a lot"),
        (LOW, Size.MODERATE, "A may reduce pain", "A may reduce pain"),
        (LOW, Size.SMALL, "A may reduce pain slightly", "A may reduce pain a little"),
        (LOW, Size.TRIVIAL, "A may result in little to no difference in pain",
         "A may make little or no difference to pain"),
        (VERY_LOW, Size.UNSAID, "A may reduce pain, but the evidence is very uncertain",
         "A may reduce pain, but the evidence is very uncertain"),
    ],
)  # fmt: skip
def test_certainty_and_size_in_words(level: Level, size: Size, professional: str, plain: str) -> None:
    got = [statements.effect(level, LOWER, size, "A", "pain", plain=p) for p in (False, True)]
    assert got == [professional, plain]


@pytest.mark.parametrize(
    ("level", "direction", "significant", "size", "plain", "expected"),
    [
        (LOW, HIGHER, True, Size.UNSAID, True, "A may increase pain"),
        (VERY_LOW, LOWER, True, Size.UNSAID, False, "the evidence is very uncertain about the effect of A on pain"),
        (VERY_LOW, LOWER, True, Size.UNSAID, True, "we do not know whether A affects pain"),
        (MODERATE, LOWER, False, Size.UNSAID, False, "no effect of A on pain was detected"),
        (MODERATE, NONE, False, Size.UNSAID, True, "it has not been shown that A can change pain"),
        (MODERATE, NONE, False, Size.TRIVIAL, False, "A probably results in little to no difference in pain"),
        (LOW, LOWER, True, Size.TRIVIAL, True, "A may make little or no difference to pain"),
    ],
)
def test_what_was_not_shown_is_never_called_no_effect(
    level: Level, direction: Direction, significant: bool, size: Size, plain: bool, expected: str
) -> None:
    got = certainty.sentence(level, direction, "A", "pain", significant=significant, size=size, plain=plain)
    assert got == expected


def test_verbs_for_every_level() -> None:
    assert [certainty.wording(at, LOWER) for at in (HIGH, MODERATE, LOW)] == [
        "reduces",
        "probably reduces",
        "may reduce",
    ]


def test_nothing_can_be_asserted_of_an_effect_without_direction() -> None:
    with pytest.raises(KeyError):
        certainty.wording(HIGH, NONE)


@pytest.mark.parametrize(
    ("measure", "estimate", "interval", "mid", "risk", "expected"),
    [
        (Measure.SMD, -0.9, (-1.2, -0.6), None, None, Size.LARGE),
        (Measure.SMD, -0.6, (-0.8, -0.4), None, None, Size.MODERATE),
        (Measure.SMD, 0.3, (0.1, 0.5), None, None, Size.SMALL),
        (Measure.SMD, 0.1, (-0.1, 0.3), None, None, Size.TRIVIAL),
        (Measure.SMD, 0.1, (-0.4, 0.6), None, None, Size.UNSAID),
        (Measure.SMD, 0.1, None, None, None, Size.UNSAID),
        (Measure.MEAN_DIFFERENCE, -2.0, (-3.0, -1.0), 5.0, None, Size.TRIVIAL),
        (Measure.MEAN_DIFFERENCE, -2.0, (-6.0, 2.0), 5.0, None, Size.UNSAID),
        (Measure.MEAN_DIFFERENCE, -2.0, (-3.0, -1.0), None, None, Size.UNSAID),
        (Measure.RISK_RATIO, 0.8, (0.7, 0.9), 2.0, 0.01, Size.TRIVIAL),
        (Measure.RISK_RATIO, 0.8, (0.7, 0.9), 2.0, 0.40, Size.UNSAID),
        (Measure.RISK_RATIO, 0.2, (0.1, 0.4), None, None, Size.UNSAID),
    ],
)
def test_size_needs_a_threshold(
    measure: Measure,
    estimate: float,
    interval: tuple[float, float] | None,
    mid: float | None,
    risk: float | None,
    expected: Size,
) -> None:
    low, high = interval or (None, None)
    assert judge(measure, estimate, low, high, mid=mid, risk=risk) is expected


@pytest.mark.parametrize(
    ("estimates", "expected"), [((-0.9, -1.1), Size.LARGE), ((-0.9, -0.3), Size.UNSAID), ((), Size.UNSAID)]
)
def test_a_size_is_said_where_all_studies_agree_on_it(estimates: tuple[float, ...], expected: Size) -> None:
    question = Question(typed="", read="")
    rows = [row(i, measure=Measure.SMD, estimate=e, low=e - 0.1, high=e + 0.1) for i, e in enumerate(estimates, 1)] or [
        row()
    ]
    assert certainty.grade(question, "cramps", rows).size is expected
