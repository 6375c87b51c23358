"""Which findings are pooled: same comparison, same scale, each trial once; and what is said of the others."""

from __future__ import annotations

import msgspec
import pytest

from probatum.appraise.pooling import Analysis, pool
from probatum.model import (
    Arm,
    ArmResult,
    Design,
    Direction,
    Figure,
    Finding,
    Identifier,
    Interval,
    Measure,
    Record,
    RecordKind,
    SectionKind,
    Sourced,
    SourceSection,
    Span,
    Study,
)

Pair = tuple[Study, Finding]
NUMBERS = " 0.5 0.8 0.25 0.64 1 1.2 2 4 5 6 7 8 9 10 11 12 20 22 30 40 48 50 118 120 800"


def record(author: str, year: int) -> Record:
    said = f"Falls were counted.{NUMBERS}"
    return Record.build(
        id=f"probatum:{author.lower()}-{year}",
        identifiers=(Identifier("probatum", f"{author.lower()}-{year}"),),
        kind=RecordKind.ARTICLE,
        title="Falls",
        authors=(f"{author} A",),
        year=year,
        sections=(SourceSection("abstract.1", SectionKind.ABSTRACT, said),),
        format="test",
    )


def figure(source: Record, value: float) -> Figure:
    text = f"{value:g}"
    at = source.section("abstract.1").text.index(f" {text}") + 1
    return Figure(value, text, Span(source, "abstract.1", at, at + len(text)))


def trial(
    author: str,
    events: tuple[int, int, int, int] | None = None,
    *,
    arms: tuple[str, str] = ("exercise", "usual care"),
    design: Design = Design.RANDOMISED,
    number: str = "",
    year: int = 2001,
    **more: object,
) -> Pair:
    source = record(author, year)
    sentence = Span(source, "abstract.1", 0, 19)
    sides: tuple[ArmResult, ...] = ()
    if events is not None:
        a, n1, c, n2 = (figure(source, x) for x in events)
        sides = (ArmResult(arms[0], events=a, denominator=n1), ArmResult(arms[1], events=c, denominator=n2))
    study = Study(source.id, design, registration=Sourced(number, sentence) if number else None)
    made = Finding(source.id, "falls", Measure.RISK_RATIO, sentence, arms=sides)
    return study, msgspec.structs.replace(made, **more)


def ratio(author: str, value: float, low: float, high: float, measure: Measure = Measure.HAZARD_RATIO) -> Pair:
    study, finding = trial(author)
    source = finding.sentence.source
    ends = Interval(figure(source, low), figure(source, high))
    arms = (ArmResult("exercise"), ArmResult("usual care", control=True))
    return study, msgspec.structs.replace(
        finding, measure=measure, arms=arms, estimate=figure(source, value), interval=ends
    )


def means(author: str, spread_kind: str = "SD", unit: str = "points", design: Design = Design.RANDOMISED) -> Pair:
    study, finding = trial(author, design=design)
    source = finding.sentence.source
    f = {n: figure(source, n) for n in (5, 2, 40, 6)}
    sides = tuple(
        ArmResult(name, value=f[at], spread=f[2], spread_kind=spread_kind, denominator=f[40])
        for name, at in (("exercise", 5), ("usual care", 6))
    )
    return study, msgspec.structs.replace(finding, measure=Measure.MEAN, arms=sides, unit=unit)


ALDER = trial("Alder", (4, 50, 9, 48))
BIRCH = trial("Birch", (10, 120, 22, 118))


def test_two_trials_of_one_comparison_are_pooled_with_their_characters() -> None:
    found = pool("falls", [ALDER, BIRCH])
    assert (found.k, found.measure, found.why_not) == (2, Measure.RISK_RATIO, "")
    assert (found.intervention, found.comparator, found.outcome) == ("exercise", "usual care", "falls")
    assert [s.label for s in found.studies] == ["Alder 2001", "Birch 2001"]
    assert {span.quote for span in found.studies[0].spans} >= {"4", "50", "9", "48"}


def test_so_many_points_lower_is_a_difference_below_zero() -> None:
    """A difference that a sentence tells as `5 points lower (2 to 8)` was pooled as if it were 5 points more."""
    lower = [
        (study, msgspec.structs.replace(finding, direction=Direction.LOWER, unit="points"))
        for study, finding in (ratio(who, 5, 2, 8, Measure.MEAN_DIFFERENCE) for who in ("Alder", "Birch"))
    ]
    found = pool("falls", lower)
    assert (found.estimate, found.k) == (pytest.approx(-5), 2)


def test_an_arm_named_second_first_is_turned_round() -> None:
    turned = trial("Birch", (22, 118, 10, 120), arms=("usual care", "exercise"))
    assert pool("falls", [ALDER, turned]).estimate == pytest.approx(pool("falls", [ALDER, BIRCH]).estimate)


def shares(
    author: str, one: float, two: float, sizes: tuple[int, int], *, measure: Measure = Measure.PERCENTAGE
) -> Pair:
    """A trial that prints shares of both arms alone; its groups and their sizes are told of the study."""
    study, finding = trial(author)
    source = finding.sentence.source
    sides = (
        ArmResult("exercise group", figure(source, one)),
        ArmResult("usual care", figure(source, two), control=True),
    )
    known = tuple(
        Arm(name, finding.sentence, n=n, control=name == "usual care")
        for name, n in zip(("exercise", "usual care"), sizes, strict=True)
    )
    made = msgspec.structs.replace(finding, arms=sides, unit="%", measure=measure)
    return msgspec.structs.replace(study, arms=known), made


def test_shares_of_known_people_are_counted_where_one_count_fits() -> None:
    found = pool("falls", [ALDER, shares("Elder", 10, 20, (50, 40))])  # 5 of 50 and 8 of 40
    assert [s.label for s in found.studies] == ["Alder 2001", "Elder 2001"]
    assert [(a.events, a.n) for a in found.studies[1].arms or ()] == [(5.0, 50.0), (8.0, 40.0)]


def test_shares_that_several_counts_or_none_make_are_left_out() -> None:
    assert pool("falls", [ALDER, shares("Elder", 10, 20, (800, 800))]).k == 1  # 76 to 84 of 800 are 10%
    assert pool("falls", [ALDER, shares("Elder", 10, 20, (7, 8))]).k == 1  # no count of 7 is 10%


def test_shares_of_a_curve_of_survival_are_not_counted() -> None:
    assert pool("falls", [ALDER, shares("Elder", 10, 20, (50, 40), measure=Measure.HAZARD_RATIO)]).k == 1


# Beside Alder's and Birch's trials: what is left out -> the reason
LEFT_OUT = {
    "another comparison": (trial("Cedar", (4, 50, 9, 48), arms=("vitamin D", "usual care")), "another comparison"),
    "a review": (trial("Cedar", (4, 50, 9, 48), design=Design.META_ANALYSIS), "a review"),
    "a cohort": (trial("Cedar", (4, 50, 9, 48), design=Design.COHORT), "not randomised"),
    "a crossover trial's arms": (trial("Cedar", (4, 50, 9, 48), design=Design.CROSSOVER), "a crossover trial"),
    "a cluster trial's arms": (trial("Cedar", (4, 50, 9, 48), design=Design.CLUSTER), "a trial of clusters"),
    "a subgroup": (trial("Cedar", (4, 50, 9, 48), population="women"), "a subgroup"),
    "figures that do not hold": (trial("Cedar", (4, 50, 9, 48), problems=("no",)), "its figures do not hold together"),
    "medians": (trial("Cedar", (4, 50, 9, 48), measure=Measure.MEDIAN), "medians"),
    "no figures": (trial("Cedar"), "it does not say which two things were compared"),
    "a hazard ratio": (ratio("Cedar", 0.5, 0.25, 1), "another kind of result"),
    "a mean": (means("Cedar"), "another kind of result"),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_does_not_belong_is_left_out_by_name_and_reason(what: str) -> None:
    other, why = LEFT_OUT[what]
    found = pool("falls", [ALDER, other, BIRCH])
    assert [s.label for s in found.studies] == ["Alder 2001", "Birch 2001"]
    assert [(label, reason[: len(why)]) for label, reason in found.left_out] == [("Cedar 2001", why)]


def test_a_trial_reported_twice_counts_once() -> None:
    again = trial("Cedar", (4, 50, 9, 48), number="NCT01234567", year=2004)
    found = pool("falls", [trial("Alder", (4, 50, 9, 48), number="NCT01234567"), again, BIRCH])
    assert found.k == 2
    assert found.left_out == (("Cedar 2004", "the same trial as Alder 2001 (NCT01234567)"),)


def test_two_findings_of_one_study_count_once() -> None:
    assert pool("falls", [ALDER, ALDER, BIRCH]).k == 2


# Findings -> why they are not pooled
NOT_POOLED = {
    "one trial": ([ALDER], "one study alone is no meta-analysis"),
    "one trial twice": (
        [
            trial("Alder", (4, 50, 9, 48), number="NCT01234567"),
            trial("Birch", (4, 50, 9, 48), number="NCT01234567"),
        ],
        "one study alone is no meta-analysis (the same trial as Alder 2001 (NCT01234567))",
    ),
    "mixed scales": (
        [means("Alder"), means("Birch", unit="mm")],
        "one study alone is no meta-analysis (another scale: mm and not points)",
    ),
    "a crossover trial": (
        [means("Alder"), means("Birch", design=Design.CROSSOVER)],
        "one study alone is no meta-analysis (a crossover trial that gives no error of the paired difference)",
    ),
    "a spread of an unsaid kind": ([means("Alder", ""), means("Birch", "")], "no study gives what is needed"),
    "nothing": ([], "no study gives what is needed"),
}


@pytest.mark.parametrize("what", NOT_POOLED)
def test_what_cannot_be_pooled_says_why(what: str) -> None:
    evidence, why = NOT_POOLED[what]
    found = pool("falls", evidence)
    assert found.estimate is None
    assert found.why_not.startswith(why)


def test_scales_that_differ_are_pooled_only_when_a_standardised_difference_is_asked_for() -> None:
    found = pool("falls", [means("Alder"), means("Birch", unit="mm")], Analysis(measure=Measure.SMD))
    assert (found.k, found.unit) == (2, "")


def test_a_standard_error_of_a_mean_becomes_a_standard_deviation() -> None:
    found = pool("falls", [means("Alder", "SE"), means("Birch", "SD")])
    assert found.studies[0].arms is not None
    assert found.studies[0].arms[0].sd == pytest.approx(2 * 40**0.5)


def test_hazard_ratios_are_pooled_by_their_intervals() -> None:
    found = pool("falls", [ratio("Alder", 0.5, 0.25, 1), ratio("Birch", 0.8, 0.64, 1)])
    assert (found.measure, found.k) == (Measure.HAZARD_RATIO, 2)
    assert found.estimate is not None
    assert 0.5 < found.estimate < 0.8


def test_an_interval_without_its_estimate_is_not_used() -> None:
    found = pool("falls", [ratio("Alder", 2, 0.25, 1), ratio("Birch", 0.8, 0.64, 1)])
    assert found.left_out == (("Alder 2001", "its figures have no measure of their error"),)
