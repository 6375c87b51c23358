"""Absolute effects by hand: so many of every 1,000, the interval, and the number needed to treat."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.apply.evidence.absolute import absolute
from probatum.assess import arithmetic
from probatum.assess.verdict import check_statement
from probatum.model import (
    ArmResult,
    Design,
    Figure,
    Finding,
    Identifier,
    Interval,
    Kind,
    Measure,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
    Statement,
    Study,
    Verdict,
)

TRIAL = Study(record="pmid:1", design=Design.RANDOMISED)


def finding(text: str, *figures: str, measure: Measure = Measure.PERCENTAGE, unit: str = "") -> Finding:
    """A finding of zerafine against placebo; figures are events and people of both arms, or a ratio with its ends."""
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title="Zerafine against relapse",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )
    sentence = Span(record, "abstract", 0, len(text))
    at = 0
    made: list[Figure] = []
    for figure in figures:
        at = text.index(figure, at)
        made.append(Figure(float(figure), figure, Span(record, "abstract", at, at + len(figure))))
        at += len(figure)
    if measure is Measure.PERCENTAGE:
        arms = (
            ArmResult("zerafine", None, None, None, "", *made[:2]),
            ArmResult("placebo", None, None, None, "", *made[2:]),
        )
        ratio = None
    else:
        control = {"value": made[0]} if unit else {"events": made[0], "denominator": made[1]}
        made = made[1:] if unit else made[2:]
        arms, ratio = (ArmResult("zerafine"), ArmResult("placebo", **control)), made[0]
    ends = Interval(made[1], made[2]) if ratio is not None and len(made) == 3 else None
    arms = (arms[0], msgspec.structs.replace(arms[1], control=True))
    return Finding("pmid:1", "relapse", measure, sentence, arms, ratio, ends, unit=unit)


def counted(a: int, n: int, b: int, m: int) -> Finding:
    text = f"Relapse occurred in {a} of {n} people with zerafine and in {b} of {m} with placebo."
    return finding(text, str(a), str(n), str(b), str(m))


BY_HAND = [
    # 12/100 v 24/100: 120 fewer; half width 1.96 * sqrt(.12*.88/100 + .24*.76/100) = 0.10518
    (
        (12, 100, 24, 100),
        "120 of every 1,000 people with zerafine and 240 with placebo; "
        "120 fewer of every 1,000 (95% CI 15 fewer to 225 fewer); number needed to treat 8.3 (95% CI 4.4 to 67)",
    ),
    # 30/200 v 20/200: 50 more; half width 0.0646, so that the interval includes no difference
    (
        (30, 200, 20, 200),
        "150 of every 1,000 people with zerafine and 100 with placebo; "
        "50 more of every 1,000 (95% CI 15 fewer to 115 more); "
        "a number needed to treat is not given, since no difference was detected",
    ),
    # two events: no interval by Wald
    (
        (2, 50, 10, 50),
        "40 of every 1,000 people with zerafine and 200 with placebo; 160 fewer of every 1,000; "
        "too few events for an interval, so no number needed to treat is given",
    ),
    # 60/100 v 30/100: 300 more; half width 0.1314
    (
        (60, 100, 30, 100),
        "600 of every 1,000 people with zerafine and 300 with placebo; "
        "300 more of every 1,000 (95% CI 169 more to 431 more); number needed to treat 3.3 (95% CI 2.3 to 5.9)",
    ),
]


@pytest.mark.parametrize(("counts", "expected"), BY_HAND)
def test_an_absolute_effect_of_counts(counts: tuple[int, int, int, int], expected: str) -> None:
    made = absolute(counted(*counts), TRIAL)
    assert made is not None
    assert made.text == f"relapse in absolute terms: {expected}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # 20 % and RR 0.75 (0.60 to 0.90): 150; 50 fewer (20 to 80); NNT 20 (12.5 to 50)
        (
            finding(
                "Relapse was 20% with placebo; RR 0.75, 95% CI 0.6 to 0.9.",
                *("20", "0.75", "0.6", "0.9"),
                measure=Measure.RISK_RATIO,
                unit="%",
            ),
            "150 of every 1,000 people with zerafine and 200 with placebo; "
            "50 fewer of every 1,000 (95% CI 20 fewer to 80 fewer); number needed to treat 20 (95% CI 13 to 50)",
        ),
        # 50/200 and OR 0.5: odds 1/3 become 1/6, so a risk of 1/7
        (
            finding(
                "Relapse in 50 of 200 with placebo; odds ratio 0.5.",
                *("50", "200", "0.5"),
                measure=Measure.ODDS_RATIO,
            ),
            "143 of every 1,000 people with zerafine and 250 with placebo; 107 fewer of every 1,000; "
            "no interval of the difference is reported, so no number needed to treat is given",
        ),
    ],
)
def test_an_absolute_effect_of_a_ratio_and_the_baseline_of_its_source(given: Finding, expected: str) -> None:
    made = absolute(given, TRIAL)
    assert made is not None
    assert made.text == f"relapse in absolute terms: {expected}"


def test_plain_words_have_the_same_denominator_on_both_sides() -> None:
    usual, rare = absolute(counted(12, 100, 24, 100), TRIAL), absolute(counted(6, 3000, 15, 3000), TRIAL)
    assert usual is not None and rare is not None
    assert "about 12 of every 100 people with zerafine, and about 24 of every 100 with a dummy" in usual.plain
    assert "about 2 of every 1,000 people with zerafine, and about 5 of every 1,000 with a dummy" in rare.plain


@pytest.mark.parametrize(
    ("given", "design"),
    [
        (counted(12, 100, 24, 100), Design.CROSSOVER),  # the same people in both arms
        (counted(12, 100, 24, 100), Design.CLUSTER),
        (counted(12, 100, 24, 100), Design.COHORT),  # people who chose
        (counted(12, 100, 12, 100), Design.RANDOMISED),  # no difference to tell
        (
            msgspec.structs.replace(counted(12, 100, 24, 100), arms=counted(12, 100, 24, 100).arms[:1]),
            Design.RANDOMISED,
        ),
        (
            finding("Relapse: 0 with placebo, RR 0.75.", "0", "0.75", measure=Measure.RISK_RATIO, unit="%"),
            Design.RANDOMISED,
        ),
        (
            finding("Relapse: 20 with placebo, HR 0.75.", "20", "0.75", measure=Measure.HAZARD_RATIO, unit="%"),
            Design.RANDOMISED,
        ),
        (
            finding("Relapse: 20 with placebo, RR 0.75.", "20", "0.75", measure=Measure.RISK_RATIO, unit="points"),
            Design.RANDOMISED,
        ),
    ],
)
def test_nothing_is_told_where_the_source_does_not_report_what_it_needs(given: Finding, design: Design) -> None:
    assert absolute(given, Study(record="pmid:1", design=design)) is None


@given(st.data())
def test_every_figure_is_calculated_from_the_source_and_comes_out(data: st.DataObject) -> None:
    n, m = data.draw(st.integers(1, 5000)), data.draw(st.integers(1, 5000))
    made = absolute(counted(data.draw(st.integers(0, n)), n, data.draw(st.integers(0, m)), m), TRIAL)
    if made is None:
        return
    for item in made.calculation:
        assert arithmetic.rounds_to(arithmetic.evaluate(item.expression), item.result)


@pytest.mark.parametrize(("said", "becomes"), [("240", "250"), ("8.3", "8.4"), ("15 fewer", "16 fewer")])
def test_a_figure_that_does_not_come_out_is_refused(said: str, becomes: str) -> None:
    made = absolute(counted(12, 100, 24, 100), TRIAL)
    assert made is not None
    sound = Statement("evidence.1", made.text, Kind.CALCULATED, made.spans, made.calculation, plain=made.plain)
    assert check_statement(sound).verdict is Verdict.SUPPORTED
    wrong = msgspec.structs.replace(sound, text=made.text.replace(said, becomes))
    assert check_statement(wrong).verdict is Verdict.NUMBER_DIFFERS
