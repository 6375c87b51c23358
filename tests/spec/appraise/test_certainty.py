"""GRADE: studies and findings in, level and reasons out. One table a domain."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from appraise_records import make

from probatum.appraise import certainty, study
from probatum.model import (
    About,
    ArmResult,
    Design,
    Direction,
    Directness,
    Domain,
    Figure,
    Finding,
    Fit,
    Interval,
    Level,
    Match,
    Measure,
    OutcomeRole,
    PValue,
    Question,
    Span,
)

QUESTION = Question(typed="drugamine for cramps?", read="drugamine for cramps?")
OWN = Directness(relevant=True, about=About.QUESTION)
Row = certainty.Row


def row(
    number: int = 1,
    *,
    text: str = "A double-blind randomised trial of drugamine in 500 adults. The primary outcome was cramps.",
    result: str = "Cramps were fewer with drugamine.",
    low: float | None = None,
    high: float | None = None,
    measure: Measure = Measure.MEAN_DIFFERENCE,
    estimate: float | None = None,
    direction: Direction = Direction.LOWER,
    significant: bool | None = True,
    role: OutcomeRole = OutcomeRole.UNSTATED,
    events: tuple[int, int] | None = None,
    p: str = "",
    outcome: str = "cramps",
    directness: Directness = OWN,
) -> Row:
    record = make(f"{text} RESULTS: {result}", identifier=f"pmid:{number}")
    done = study.read(record)
    start = record.section("abstract").text.index(result)
    sentence = Span(record, "abstract", start, start + len(result))

    def figure(value: float) -> Figure:
        return Figure(value, f"{value:g}", sentence)

    arms = tuple(ArmResult(n, events=figure(e)) for n, e in zip(("drugamine", "placebo"), events or (), strict=False))
    return (
        done,
        Finding(
            record=record.id,
            outcome=outcome,
            measure=measure,
            sentence=sentence,
            arms=arms,
            estimate=figure(estimate) if estimate is not None else None,
            interval=Interval(figure(low), figure(high)) if low is not None and high is not None else None,
            p=PValue("=", figure(0.5), p) if p else None,
            outcome_role=role,
            direction=direction,
            significant=significant,
        ),
        directness,
    )


def steps(rows: Sequence[Row], outcome: str = "cramps") -> dict[Domain, tuple[int, str]]:
    got = certainty.grade(QUESTION, outcome, rows)
    return {s.domain: (s.change, s.reason) for s in got.steps if s.change}


def level(rows: Sequence[Row], outcome: str = "cramps") -> Level:
    return certainty.grade(QUESTION, outcome, rows).level


def of(design: str, n: int, blinding: str = "double-blind") -> str:
    return f"A {blinding} {design} of drugamine in {n} adults. The primary outcome was cramps."


def test_a_large_precise_blinded_trial_is_high() -> None:
    assert level([row(low=-3, high=-1)]) is Level.HIGH


def test_no_evidence_is_very_low_and_says_so() -> None:
    got = certainty.grade(QUESTION, "cramps", [])
    assert got.level is Level.VERY_LOW
    assert got.steps[0].reason == "No study with a result for cramps was found."


def test_two_small_trials_without_intervals_one_with_the_outcome_as_secondary_are_low() -> None:
    rows = [
        row(1, text=of("randomised trial", 60), role=OutcomeRole.SECONDARY),
        row(2, text=of("randomised crossover trial", 20), role=OutcomeRole.PRIMARY),
    ]
    got = certainty.grade(QUESTION, "cramps", rows)
    assert got.level is Level.LOW
    assert [(s.domain, s.change, s.reason) for s in got.steps] == [
        (Domain.START, 0, "Two randomised trials start at high."),
        (Domain.RISK_OF_BIAS, -1, "This was only a secondary outcome in one of the two trials."),
        (Domain.IMPRECISION, -1, "Only 80 people took part in all, and no interval is reported."),
    ]
    assert got.records == ("pmid:1", "pmid:2")


@pytest.mark.parametrize(
    ("text", "outcome", "change", "reason"),
    [
        (of("randomised trial", 500), "cramps", 0, ""),
        (of("randomised trial", 500, "single-blind"), "cramps", -1, "The trial was only single-blind."),
        (of("randomised trial", 500, "open-label"), "cramps", -1, "The trial was not blinded."),
        (of("randomised trial", 500, ""), "cramps", -1, "The trial does not say who was blinded."),
        (of("randomised trial", 500, "open-label"), "mortality", 0, ""),
        ("Open-label single-arm trial in 500 adults.", "cramps", -1, "There was no control group."),
        (
            "A double-blind randomised trial in 500 adults. The primary outcome was walking speed.",
            "cramps",
            -1,
            "This was only a secondary outcome.",
        ),
        (
            of("randomised trial", 500) + " Of these 30% were lost to follow-up.",
            "cramps",
            -1,
            "30 % were lost.",
        ),
        (of("randomised trial", 500) + " Of these 3% were lost to follow-up.", "cramps", 0, ""),
    ],
)
def test_risk_of_bias(text: str, outcome: str, change: int, reason: str) -> None:
    got = steps([row(text=text, low=-3, high=-1, outcome="cramps")], outcome)
    assert got.get(Domain.RISK_OF_BIAS, (0, "")) == (change, reason)


@pytest.mark.parametrize(
    ("first", "second", "change", "reason"),
    [
        ((Direction.LOWER, True), (Direction.LOWER, True), 0, ""),
        ((Direction.LOWER, True), (Direction.LOWER, False), 0, ""),
        (
            (Direction.LOWER, True),
            (Direction.NONE_DETECTED, False),
            -1,
            "One of the two studies found an effect and one did not.",
        ),
        (
            (Direction.LOWER, True),
            (Direction.HIGHER, True),
            -2,
            "Studies contradict each other: one found less and one found more.",
        ),
        ((Direction.NONE_DETECTED, False), (Direction.NONE_DETECTED, False), 0, ""),
    ],
)
def test_inconsistency(first: tuple[Direction, bool], second: tuple[Direction, bool], change: int, reason: str) -> None:
    rows = [row(i, direction=d, significant=s, low=-3, high=-1) for i, (d, s) in enumerate((first, second), 1)]
    assert steps(rows).get(Domain.INCONSISTENCY, (0, "")) == (change, reason)


def test_heterogeneity_of_a_pooled_result() -> None:
    text = "We searched MEDLINE. Nine randomised trials involving 900 people were pooled."
    rows = [row(text=text, result="Cramps were fewer (I2 = 72%).", low=-3, high=-1)]
    assert steps(rows)[Domain.INCONSISTENCY] == (-1, "The pooled studies differ more than chance explains (I2 = 72 %).")


@pytest.mark.parametrize(
    ("directness", "change", "reason"),
    [
        (OWN, 0, ""),
        (
            Directness(
                population=Match(Fit.OTHER, "gout"), relevant=True, about=About.SAFETY, note="in gout, not ataxia"
            ),
            -1,
            "The evidence is indirect: in gout, not ataxia.",
        ),
        (
            Directness(
                population=Match(Fit.OTHER, "gout"),
                outcome=Match(Fit.OTHER, "spasticity"),
                relevant=True,
                about=About.SAFETY,
                note="in gout, not ataxia and spasticity, not cramps",
            ),
            -2,
            "The evidence is indirect: in gout, not ataxia and spasticity, not cramps.",
        ),
    ],
)
def test_indirectness(directness: Directness, change: int, reason: str) -> None:
    got = steps([row(low=-3, high=-1, directness=directness)])
    assert got.get(Domain.INDIRECTNESS, (0, "")) == (change, reason)


def test_animals_are_two_steps() -> None:
    got = steps([row(text="Mice were randomly assigned to drugamine or saline.", low=-3, high=-1)])
    assert got[Domain.INDIRECTNESS] == (-2, "It was not studied in people.")


@pytest.mark.parametrize(
    ("fields", "change", "reason"),
    [
        ({"low": -3, "high": -1}, 0, ""),
        ({"text": of("randomised trial", 200), "low": -3, "high": -1}, -1, "Only 200 people took part."),
        ({"text": of("randomised trial", 200)}, -1, "Only 200 people took part, and no interval is reported."),
        (
            {"text": of("randomised trial", 60), "significant": False, "p": "p = 0.5"},
            -2,
            "Only 60 people took part, no effect was detected (p = 0.5), and no interval is reported.",
        ),
        (
            {"significant": False, "p": "p = 0.5"},
            -1,
            "No effect was detected (p = 0.5), and no interval is reported.",
        ),
        (
            {"measure": Measure.RISK_RATIO, "low": 0.6, "high": 1.5, "significant": False},
            -2,
            "The interval runs from 0.6 to 1.5 and includes no effect.",
        ),
        (
            {"measure": Measure.RISK_RATIO, "low": 0.9, "high": 1.1, "significant": False},
            0,
            "",
        ),
        (
            {"measure": Measure.RISK_RATIO, "low": 0.3, "high": 0.9, "events": (20, 40)},
            -1,
            "There were few events among 500 people.",
        ),
        ({"text": "A double-blind randomised trial in adults."}, -1,
         "How many people took part could not be read, and no interval is reported."),
    ],
)  # fmt: skip
def test_imprecision(fields: dict[str, object], change: int, reason: str) -> None:
    got = steps([row(**fields)])  # type: ignore[arg-type]
    assert got.get(Domain.IMPRECISION, (0, "")) == (change, reason)


def test_a_handful_of_people_is_very_low() -> None:
    assert level([row(text=of("randomised crossover trial", 7))]) is Level.VERY_LOW


def test_publication_bias_only_when_the_source_suspects_it() -> None:
    text = "We searched MEDLINE. Nine randomised trials involving 900 people were pooled. {}"
    said = row(text=text.format("Publication bias was suspected."), low=-3, high=-1)
    denied = row(text=text.format("There was no evidence of publication bias."), low=-3, high=-1)
    assert steps([said])[Domain.PUBLICATION_BIAS][0] == -1
    assert Domain.PUBLICATION_BIAS not in steps([denied])


@pytest.mark.parametrize(
    ("estimate", "low", "high", "expected"),
    [(3.0, 2.1, 4.2, Level.MODERATE), (1.4, 1.2, 1.7, Level.LOW), (3.0, 0.9, 9.0, Level.VERY_LOW)],
)
def test_observation_starts_low_and_rises_for_a_large_effect(
    estimate: float, low: float, high: float, expected: Level
) -> None:
    text = "A cohort study of 9000 adults who were followed for 5 years."
    sure = low > 1
    rows = [row(text=text, measure=Measure.RISK_RATIO, estimate=estimate, low=low, high=high, significant=sure)]
    assert level(rows) is expected


def test_trials_are_not_averaged_with_weaker_designs() -> None:
    trial = row(1, low=-3, high=-1)
    series = row(2, text="Open-label single-arm trial in 12 adults.")
    got = certainty.grade(QUESTION, "cramps", [trial, series])
    assert (got.level, got.records) == (Level.HIGH, ("pmid:1",))


def test_a_review_with_figures_stands_for_the_trials_it_covers() -> None:
    review = row(
        1, text="We searched MEDLINE. Nine randomised trials involving 900 people were pooled.", low=-3, high=-1
    )
    small = row(2, text=of("randomised trial", 60))
    got = certainty.grade(QUESTION, "cramps", [small, review])
    assert got.records == ("pmid:1",)
    assert got.steps[0].reason.startswith("A systematic review of randomised trials")


def test_levels_never_leave_the_scale() -> None:
    rows = [row(text="Mice were randomly assigned to drugamine or saline.", significant=False)]
    assert level(rows) is Level.VERY_LOW


@pytest.mark.parametrize(
    ("at", "direction", "significant", "precise", "plain", "expected"),
    [
        (Level.HIGH, Direction.LOWER, True, False, False, "A reduces pain"),
        (Level.MODERATE, Direction.LOWER, True, False, False, "A probably reduces pain"),
        (Level.LOW, Direction.LOWER, True, False, False, "A may reduce pain"),
        (Level.LOW, Direction.HIGHER, True, False, True, "A may raise pain"),
        (Level.VERY_LOW, Direction.LOWER, True, False, False,
         "the evidence is very uncertain about the effect of A on pain"),
        (Level.VERY_LOW, Direction.LOWER, True, False, True, "we do not know whether A changes pain"),
        (Level.MODERATE, Direction.LOWER, False, False, False, "no effect of A on pain was detected"),
        (Level.MODERATE, Direction.NONE_DETECTED, False, True, False,
         "A probably results in little to no difference in pain"),
        (Level.LOW, Direction.NONE_DETECTED, False, True, True, "A may make little or no difference to pain"),
    ],
)  # fmt: skip
def test_wording(at: Level, direction: Direction, significant: bool, precise: bool, plain: bool, expected: str) -> None:
    got = certainty.sentence(at, direction, "A", "pain", significant=significant, precise=precise, plain=plain)
    assert got == expected


def test_verbs_for_every_level() -> None:
    got = [certainty.wording(at, Direction.LOWER) for at in (Level.HIGH, Level.MODERATE, Level.LOW)]
    assert got == ["reduces", "probably reduces", "may reduce"]


def test_the_crossover_design_of_the_table_is_read() -> None:
    assert study.read(make(of("randomised crossover trial", 20))).design is Design.CROSSOVER


WIDER = Directness(relevant=True, about=About.QUESTION, note="in cramps of any cause, not in ataxia alone")


def test_direct_trials_are_graded_before_indirect_ones_and_indirect_ones_lose_a_step() -> None:
    direct, wider = row(1, low=-3, high=-1), row(2, low=-3, high=-1, directness=WIDER)
    assert certainty.grade(QUESTION, "cramps", [wider, direct]).records == ("pmid:1",)
    got = certainty.grade(QUESTION, "cramps", [wider])
    assert got.level is Level.MODERATE
    assert got.steps[1].reason == "The evidence is indirect: in cramps of any cause, not in ataxia alone."
    series = row(3, text="Open-label single-arm trial in 12 adults.")
    assert certainty.grade(QUESTION, "cramps", [series, wider]).records == ("pmid:2",)


REVIEW = "We searched MEDLINE. Nine randomised trials involving 900 people were included."


def test_one_review_starts_alike_with_and_without_figures() -> None:
    told, figured = row(text=REVIEW), row(text=REVIEW, low=-3, high=-1)
    starts = [certainty.grade(QUESTION, "cramps", [r]).steps[0].reason for r in (told, figured)]
    assert all(s.startswith("A systematic review of randomised trials (9 studies) starts at high") for s in starts)
    assert steps([told])[Domain.IMPRECISION] == (-1, "No number is reported.")
    assert level([told]) is Level.MODERATE and level([figured]) is Level.HIGH


def test_a_review_in_words_never_stands_for_trials() -> None:
    small = row(2, text=of("randomised trial", 60))
    assert certainty.grade(QUESTION, "cramps", [row(1, text=REVIEW), small]).records == ("pmid:2",)


def test_a_level_without_a_step_has_its_reason_too() -> None:
    got = certainty.grade(QUESTION, "cramps", [row(low=-3, high=-1)])
    assert [s.reason for s in got.steps] == ["One randomised trial starts at high (no step down)."]
