"""Results posted in a registry are read by their fields: nothing of them is guessed from words."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.acquire.formats._registry import (
    Affected,
    Analysis,
    Count,
    Counted,
    Event,
    Events,
    Group,
    Measure,
    Measurement,
    Results,
    Row,
)
from probatum.acquire.formats._registry_results import sections
from probatum.appraise import findings, study
from probatum.model import Direction, Finding, Identifier, OutcomeRole, Record, RecordKind
from probatum.model import Measure as Effect

GROUPS = (Group("A", "Placebo"), Group("B", "Velorine 40 mg"))


def measure(parameter: str, unit: str, *values: tuple[str, ...], dispersion: str = "", **more: Any) -> Measure:
    """An outcome of two groups: (value, spread, lower, upper) for each."""
    found = tuple(Measurement(g.id, *v) for g, v in zip(GROUPS, values, strict=True))
    return Measure(
        title="Cramps",
        type=more.pop("type", "Primary"),
        time_frame="Week 12",
        parameter=parameter,
        dispersion=dispersion,
        unit=unit,
        groups=GROUPS,
        analyzed=(Counted("Participants", (Count("A", "50"), Count("B", "48"))),),
        rows=(Row("", "", found),),
        **more,
    )


def read(*measures: Measure, events: Events | None = None) -> tuple[Finding, ...]:
    """The findings of a made-up registry entry."""
    posted = Results(measures=measures, events=events) if events is not None else Results(measures=measures)
    record = Record.build(
        id="nct:NCT00000000",
        identifiers=(Identifier("nct", "NCT00000000"),),
        kind=RecordKind.REGISTRY_ENTRY,
        title="Velorine for cramps",
        sections=tuple(sections(posted)),
    )
    return findings.read(record, study.read(record))


@pytest.mark.parametrize(
    ("parameter", "unit", "dispersion", "kind"),
    [
        ("Mean", "cramps a week", "Standard Deviation", Effect.MEAN),
        ("Least Squares Mean", "points", "Standard Error", Effect.MEAN),
        ("Median", "days", "Full Range", Effect.MEDIAN),
        ("Geometric Mean", "ng/mL", "95% Confidence Interval", Effect.OTHER),
        ("Number", "percentage of participants", "", Effect.PERCENTAGE),
        ("Number", "percent probability", "", Effect.SURVIVAL),
        ("Count of Participants", "Participants", "", Effect.COUNT),
        ("Number", "participants", "", Effect.COUNT),
        ("Number", "proportion of participants", "", Effect.OTHER),
    ],
)
def test_the_registry_says_what_its_figures_are(parameter: str, unit: str, dispersion: str, kind: Effect) -> None:
    found = read(measure(parameter, unit, ("7", "", "", ""), ("5", "", "", ""), dispersion=dispersion))
    assert [f.measure for f in found] == [kind]


def test_arms_carry_value_spread_and_how_many_were_analysed_with_the_control_last() -> None:
    (found,) = read(
        measure("Mean", "points", ("7.1", "2.0", "", ""), ("5.2", "1.9", "", ""), dispersion="Standard Deviation")
    )
    held = [(a.arm, a.value, a.spread, a.spread_kind, a.denominator, a.control) for a in found.arms]
    shown = [(arm, v and v.text, s and s.text, kind, n and n.text, c) for arm, v, s, kind, n, c in held]
    assert shown == [("Velorine 40 mg", "5.2", "1.9", "SD", "48", False), ("Placebo", "7.1", "2.0", "SD", "50", True)]
    assert (found.outcome, found.timepoint, found.outcome_role) == ("Cramps", "Week 12", OutcomeRole.PRIMARY)


def test_limits_of_an_arm_are_told_apart() -> None:
    (found,) = read(
        measure("Median", "days", ("7", "", "1", "9"), ("5", "", "2", "8"), dispersion="Inter-Quartile Range")
    )
    limits = found.arms[0].interval
    assert limits is not None and (limits.low.text, limits.high.text) == ("2", "8")
    assert found.arms[0].interval_kind == "IQR" and limits.level is None


ANALYSIS = Analysis(
    groups=("A", "B"),
    test="Superiority",
    p="<0.001",
    method="ANCOVA",
    method_comment="Adjusted for the baseline score",
    parameter="Mean Difference (Final Values)",
    value="-1.9",
    level="95",
    sides="2-Sided",
    lower="-2.7",
    upper="-1.1",
)


def test_an_analysis_is_joined_to_the_arms_of_its_outcome() -> None:
    mean = measure("Mean", "points", ("7.1", "2", "", ""), ("5.2", "2", "", ""), analyses=(ANALYSIS,))
    found = read(mean)[-1]
    assert found.measure is Effect.MEAN_DIFFERENCE and found.estimate is not None and found.estimate.text == "-1.9"
    assert found.interval is not None and found.interval.level == 95.0
    assert found.p is not None and found.p.text == "p < 0.001"
    assert (found.adjusted, found.method, found.direction) == (True, "ANCOVA", Direction.LOWER)
    assert [a.arm for a in found.arms] == ["Velorine 40 mg", "Placebo"] and found.comparator == "Placebo"


def test_a_non_inferiority_margin_is_kept_in_its_words_and_its_p_is_not_one_of_superiority() -> None:
    tested = Analysis(
        groups=("A", "B"), test="Non-Inferiority", margin="0.5 points", p="0.01", parameter="Difference", value="0.1"
    )
    found = read(measure("Mean", "points", ("7", "", "", ""), ("7", "", "", ""), analyses=(tested,)))[-1]
    assert found.p is not None and found.p.kind == "non-inferiority"
    assert (found.margin, found.significant) == ("0.5 points", None)


def test_a_test_statistic_is_no_effect() -> None:
    tested = Analysis(
        groups=("A", "B"), p="0.008", method="Log Rank", parameter="Log Rank Test Statistic", value="6.99"
    )
    found = read(measure("Number", "percent probability", ("49", "", "", ""), ("62", "", "", ""), analyses=(tested,)))[
        -1
    ]
    assert found.estimate is None and found.measure is Effect.P_ONLY


def test_an_interval_without_its_estimate_is_a_problem() -> None:
    odd = Analysis(
        groups=("A", "B"), parameter="Odds Ratio (OR)", value="3.0", level="95", lower="0.4", upper="2.0", p="0.9"
    )
    found = read(measure("Number", "participants", ("9", "", "", ""), ("5", "", "", ""), analyses=(odd,)))[-1]
    assert any("does not hold its estimate" in problem for problem in found.problems)


def test_adverse_events_are_counted_by_arm_and_serious_ones_are_marked() -> None:
    counts = (Affected("A", "3", "50"), Affected("B", "1", "48"))
    events = Events(groups=GROUPS, serious=(Event("Fall", counts=counts),), other=(Event("Rash", counts=counts[::-1]),))
    serious, other = read(events=events)
    assert (serious.outcome, serious.harm, serious.serious) == ("Fall", True, True)
    assert (other.outcome, other.harm, other.serious) == ("Rash", True, False)
    held = [(a.arm, a.events, a.denominator) for a in serious.arms]
    assert [(arm, e and e.text, n and n.text) for arm, e, n in held] == [
        ("Velorine 40 mg", "1", "48"),
        ("Placebo", "3", "50"),
    ]


def test_a_figure_that_is_no_number_is_absent() -> None:
    (found,) = read(measure("Median", "days", ("NA", "", "", ""), ("5", "", "", "")))
    assert [a.arm for a in found.arms] == ["Velorine 40 mg"]
