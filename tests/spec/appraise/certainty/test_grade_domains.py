"""GRADE: studies and findings in, level and reasons out. One table a domain."""

from __future__ import annotations

import pytest
from graded_rows import OWN, QUESTION, Effect, Pooled, level, make, of, row, steps

from probatum.appraise import certainty, study
from probatum.model import (
    About,
    Appraisal,
    Concept,
    Design,
    Direction,
    Directness,
    Domain,
    Fit,
    Level,
    Match,
    Measure,
    OutcomeRole,
    Question,
    RecordKind,
    Role,
    SectionKind,
    SourceSection,
)


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
            "The outcome is known for 70 % of the people.",
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
    rows = [row(i, direction=d, significant=s) for i, (d, s) in enumerate((first, second), 1)]
    assert steps(rows).get(Domain.INCONSISTENCY, (0, "")) == (change, reason)


def test_heterogeneity_of_a_pooled_result() -> None:
    text = "We searched MEDLINE. Nine randomised trials involving 900 people were pooled."
    rows = [row(text=text, result="Cramps were fewer (I2 = 72%).", low=-3, high=-1)]
    assert steps(rows)[Domain.INCONSISTENCY] == (-1, "The pooled studies differ beyond chance (I2 = 72 %).")


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
        ({"significant": None}, -1, "No interval and no p value is reported."),
        ({"text": "A double-blind randomised trial in adults."}, -1,
         "How many people took part could not be read, and no interval is reported."),
        ({"text": "A double-blind randomised trial in adults.", "low": -3, "high": -1}, -1,
         "How many people took part could not be read."),
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
    [
        (3.0, 2.1, 4.2, Level.MODERATE),
        (6.0, 4.1, 8.2, Level.HIGH),
        (0.15, 0.1, 0.3, Level.HIGH),
        (1.4, 1.2, 1.7, Level.LOW),
        (3.0, 0.9, 9.0, Level.VERY_LOW),
    ],
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
    whole = f"{REVIEW} All were double-blind."
    told, figured = row(text=whole), row(text=whole, low=-3, high=-1)
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


# --- by the signals of bias


@pytest.mark.parametrize(
    ("methods", "change", "reason"),
    [
        ("People were allocated alternately.", -1, "The trial allocated people by a rule that can be foreseen."),
        ("Allocation was not concealed.", -1, "The trial did not hide the allocation."),
        ("A per-protocol analysis was done.", -1, "The trial analysed only those who took the treatment as planned."),
        ("Pain was significantly worse at baseline with drugamine.", -1,
         "The trial had groups that differed at the start."),
        ("Of the 500 adults, 390 completed the trial.", -1, "390 of 500 people are in the result (78 %)."),
        ("Of the 500 adults, 490 completed the trial.", 0, ""),
        ("Allocations were kept in sealed opaque envelopes.", 0, ""),
        ("People were allocated alternately. Allocation was not concealed. Of the 500 adults, 390 completed the trial.",
         -2, "The trial allocated people by a rule that can be foreseen, the trial did not hide the allocation, and"
         " 390 of 500 people are in the result (78 %)."),
    ],
)  # fmt: skip
def test_what_a_report_admits_lowers_certainty(methods: str, change: int, reason: str) -> None:
    text = f"{of('randomised trial', 500)} METHODS: {methods}"
    assert steps([row(text=text, low=-3, high=-1)]).get(Domain.RISK_OF_BIAS, (0, "")) == (change, reason)


def test_a_doubt_about_a_small_part_of_the_people_takes_no_step() -> None:
    rows = [
        row(1, text=of("randomised trial", 500), low=-3, high=-1),
        row(2, text=f"{of('randomised trial', 60)} METHODS: Allocation was not concealed.", low=-3, high=-1),
    ]
    assert Domain.RISK_OF_BIAS not in steps(rows)


def test_a_placebo_and_blinded_assessors_are_blinding_though_the_word_is_lacking() -> None:
    text = of("randomised trial", 500, "") + " METHODS: A matching placebo was given."
    assert Domain.RISK_OF_BIAS not in steps([row(text=text, low=-3, high=-1)])


def test_a_review_that_finds_its_studies_poor_loses_a_step() -> None:
    text = (
        "We searched MEDLINE. Nine randomised trials involving 900 people were pooled."
        " Most of the trials were at high risk of bias."
    )
    assert steps([row(text=text, low=-3, high=-1)])[Domain.RISK_OF_BIAS] == (
        -1,
        "The review finds most of its studies at risk of bias.",
    )


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            "Six (85%) randomised trials had a high risk of bias.",
            "The review finds most of its studies at risk of bias.",
        ),
        ("Two (22%) trials were at high risk of bias, the others at low risk of bias.", ""),
        ("We pooled the results.", "The review does not tell the risk of bias or the blinding of its studies."),
        ("The risk of bias was assessed.", "The review does not tell the risk of bias or the blinding of its studies."),
        ("All compared it with placebo.", ""),
        ("The trials were of high quality.", ""),
    ],
)
def test_a_review_that_is_silent_on_how_well_its_studies_were_done_is_not_of_high_certainty(
    said: str, reason: str
) -> None:
    text = f"We searched MEDLINE. Nine randomised trials involving 900 people were pooled. {said}"
    made = steps([row(text=text, low=-3, high=-1)])
    assert made.get(Domain.RISK_OF_BIAS, (0, ""))[1] == reason


# --- with pooled figures beside the rows

SAME, WIDE = Effect(0.7, 0.5, 0.9), Effect(0.8, 0.4, 1.6)
MORE, LESS = Effect(1.6, 1.2, 2.1), Effect(0.4, 0.3, 0.6)


@pytest.mark.parametrize(
    ("studies", "i2", "prediction", "change", "reason"),
    [
        ((SAME, WIDE), 0.0, None, 0, ""),
        ((SAME, WIDE), 60.0, None, 0, ""),
        ((SAME, Effect(0.3, 0.2, 0.4)), 60.0, None, -1,
         "The pooled studies differ more than chance explains (I2 = 60 %)."),
        ((LESS, Effect(1.1, 0.8, 1.5)), 60.0, None, -1,
         "The pooled studies differ more than chance explains (I2 = 60 %)."),
        ((LESS, MORE), 90.0, None, -2, "Studies contradict each other, far more than chance explains (I2 = 90 %)."),
        ((SAME, WIDE), 35.0, (0.5, 1.3), -1,
         "A new study may find no effect or the opposite (prediction interval 0.5 to 1.3)."),
        ((SAME, WIDE), 35.0, (0.5, 0.95), 0, ""),
    ],
)  # fmt: skip
def test_inconsistency_of_pooled_studies(
    studies: tuple[Effect, ...], i2: float, prediction: tuple[float, float] | None, change: int, reason: str
) -> None:
    beside = certainty.Beside(Pooled(studies, i2=i2, prediction=prediction))
    got = steps([row(1, low=-3, high=-1), row(2, low=-3, high=-1)], beside=beside)
    assert got.get(Domain.INCONSISTENCY, (0, "")) == (change, reason)


@pytest.mark.parametrize(
    ("first", "second", "change", "reason"),
    [
        ((0.5, 0.8), (0.7, 1.2), 0, ""),
        ((0.2, 0.4), (0.7, 1.2), -1, "The intervals of two studies lie apart (0.2 to 0.4 and 0.7 to 1.2)."),
    ],
)
def test_one_significant_study_and_one_not_are_consistent_where_their_intervals_overlap(
    first: tuple[float, float], second: tuple[float, float], change: int, reason: str
) -> None:
    ratio = Measure.RISK_RATIO
    rows = [
        row(1, measure=ratio, low=first[0], high=first[1]),
        row(2, measure=ratio, low=second[0], high=second[1], significant=False, direction=Direction.NONE_DETECTED),
    ]
    assert steps(rows).get(Domain.INCONSISTENCY, (0, "")) == (change, reason)


# --- information size and the difference that matters


@pytest.mark.parametrize(
    ("n", "events", "of", "change", "reason"),
    [
        (500, (60, 80), (250, 250), -1,
         "Only 500 people took part, fewer than an adequate trial would need."),
        (1200, (150, 200), (600, 600), 0, ""),
        (9000, (20, 40), (4500, 4500), -1,
         "Only 9,000 people took part, fewer than an adequate trial would need."),
    ],
)  # fmt: skip
def test_optimal_information_size_of_events(
    n: int, events: tuple[int, int], of: tuple[int, int], change: int, reason: str
) -> None:
    text = f"A double-blind randomised trial of drugamine in {n} adults. The primary outcome was cramps."
    rows = [row(text=text, measure=Measure.RISK_RATIO, low=0.6, high=0.9, events=events, of=of)]
    assert steps(rows).get(Domain.IMPRECISION, (0, "")) == (change, reason)


@pytest.mark.parametrize(
    ("sd", "mid", "change", "reason"),
    [
        (10.0, 5.0, 0, ""),
        (20.0, 5.0, -1, "Only 450 people took part, fewer than an adequate trial would need."),
    ],
)
def test_optimal_information_size_of_means(sd: float, mid: float, change: int, reason: str) -> None:
    rows = [row(text=of("randomised trial", 450), low=-9, high=-6, estimate=-7.5, sd=sd)]
    got = steps(rows, beside=certainty.Beside(mid=mid))
    assert got.get(Domain.IMPRECISION, (0, "")) == (change, reason)


@pytest.mark.parametrize(
    ("low", "high", "mid", "change"),
    [(-2, 1, 5, 0), (-6, 1, 5, -1), (-6, 6, 5, -2), (-6, 6, None, 0), (-6, -1, 5, 0)],
)
def test_an_interval_is_held_against_the_difference_that_matters(
    low: float, high: float, mid: float | None, change: int
) -> None:
    got = steps([row(low=low, high=high)], beside=certainty.Beside(mid=mid))
    assert got.get(Domain.IMPRECISION, (0, ""))[0] == change


@pytest.mark.parametrize(("low", "high", "change"), [(-0.4, 0.3, 0), (-0.6, 0.3, -1), (-0.6, 0.6, -2)])
def test_standardised_differences_are_held_against_a_half(low: float, high: float, change: int) -> None:
    got = steps([row(measure=Measure.SMD, low=low, high=high)])
    assert got.get(Domain.IMPRECISION, (0, ""))[0] == change


def test_a_published_difference_is_used_for_its_instrument_and_its_people_alone() -> None:
    lungs = Question(typed="", read="", population="people with COPD")
    walk = [row(low=-60, high=10, outcome="six-minute walk distance")]
    got = certainty.grade(lungs, "six-minute walk distance", walk)
    assert [s.change for s in got.steps if s.domain is Domain.IMPRECISION] == [-1]
    assert Domain.IMPRECISION not in steps(walk, "six-minute walk distance")


# --- publication bias


@pytest.mark.parametrize(("k", "p", "change"), [(10, 0.03, -1), (10, 0.3, 0), (9, 0.03, 0)])
def test_small_studies_that_differ_lower_certainty_from_ten_studies_on(k: int, p: float, change: int) -> None:
    beside = certainty.Beside(Pooled((SAME,) * k, egger_p=p))
    assert steps([row(low=-3, high=-1)], beside=beside).get(Domain.PUBLICATION_BIAS, (0, ""))[0] == change


@pytest.mark.parametrize(
    ("payer", "n", "change"),
    [("Crampo Pharma Ltd", 60, -1), ("Crampo Pharma Ltd", 300, 0), ("the health council", 60, 0)],
)
def test_small_trials_all_paid_by_industry_lower_certainty(payer: str, n: int, change: int) -> None:
    text = f"{of('randomised trial', n)} The trial was funded by {payer}."
    got = steps([row(i, text=text, low=-3, high=-1) for i in (1, 2)])
    assert got.get(Domain.PUBLICATION_BIAS, (0, ""))[0] == change


def entry(ended: str = "2015-03", results: str = "No", people: int = 200) -> SourceSection:
    text = f"Overall status: Completed\nCompletion date: {ended} (actual)\nHas results: {results}\n"
    return SourceSection("status", SectionKind.BODY, f"{text}Enrollment: {people} (actual)")


@pytest.mark.parametrize(
    ("section", "report", "expected"),
    [
        (entry(), "Another trial.", 1),
        (entry(), "This trial was registered (NCT01234567).", 0),
        (entry(results="Yes"), "Another trial.", 0),
        (entry(ended="2024-03"), "Another trial.", 0),
    ],
)
def test_a_registered_trial_is_unpublished_when_it_ended_long_ago_and_no_report_names_it(
    section: SourceSection, report: str, expected: int
) -> None:
    registered = make("A trial.", "nct:NCT01234567", section, kind=RecordKind.REGISTRY_ENTRY)
    assert len(certainty.unpublished([registered], [make(report)], "2025-06-01")) == expected


@pytest.mark.parametrize(("people", "change"), [(200, -1), (50, 0)])
def test_unpublished_trials_count_by_their_people(people: int, change: int) -> None:
    registered = make("A trial.", "nct:NCT01234567", entry(people=people), kind=RecordKind.REGISTRY_ENTRY)
    got = steps([row(low=-3, high=-1)], beside=certainty.Beside(unpublished=(registered,)))
    assert got.get(Domain.PUBLICATION_BIAS, (0, ""))[0] == change


# --- upgrading

COHORT = "A cohort study of 9000 adults who were followed for 5 years. "


@pytest.mark.parametrize(
    ("more", "result", "domain", "change"),
    [
        ("", "Cramps were fewer with drugamine, with a clear dose-response relationship.", Domain.DOSE_RESPONSE, 1),
        ("", "Cramps were fewer with drugamine, without a dose-response relationship.", Domain.DOSE_RESPONSE, 0),
        ("Residual confounding would have attenuated the association.", "Cramps were fewer with drugamine.",
         Domain.OPPOSING_BIAS, 1),
        ("Residual confounding cannot be excluded.", "Cramps were fewer with drugamine.", Domain.OPPOSING_BIAS, 0),
    ],
)  # fmt: skip
def test_observation_rises_for_a_gradient_or_bias_against_the_effect(
    more: str, result: str, domain: Domain, change: int
) -> None:
    rows = [row(text=COHORT + more, result=result, measure=Measure.RISK_RATIO, estimate=0.7, low=0.6, high=0.8)]
    assert steps(rows).get(domain, (0, ""))[0] == change


def test_a_body_that_lost_a_step_does_not_rise() -> None:
    text = "A cohort study of 200 adults who were followed for 5 years."
    rows = [row(text=text, measure=Measure.RISK_RATIO, estimate=3, low=2.1, high=4.2)]
    assert Domain.LARGE_EFFECT not in steps(rows)


# --- the comparator asked about

AGAINST = Question(typed="", read="", concepts=(Concept("otheramine", "otheramine", Role.COMPARATOR, "drug"),))


@pytest.mark.parametrize(("fit", "change"), [(Fit.DIRECT, 0), (Fit.UNSTATED, -1)])
def test_a_comparison_that_nobody_made_is_indirect(fit: Fit, change: int) -> None:
    direct = Directness(relevant=True, about=About.QUESTION, comparator=Match(fit, "otheramine"))
    got = steps([row(low=-3, high=-1, directness=direct)], question=AGAINST)
    assert got.get(Domain.INDIRECTNESS, (0, ""))[0] == change


# --- what is gathered beside the findings


@pytest.mark.parametrize(("n", "expected"), [(500, 1), (200, 0)])
def test_an_entry_with_as_many_people_as_an_appraised_trial_is_taken_for_its_own(n: int, expected: int) -> None:
    registered = make("A trial.", "nct:NCT01234567", entry(people=200), kind=RecordKind.REGISTRY_ENTRY)
    report = make(of("randomised trial", n), "pmid:1")
    asked = Directness(relevant=True, about=About.QUESTION)
    appraisals = [Appraisal(r, study.read(r), asked) for r in (registered, report)]
    got = certainty.gather(appraisals, lambda _: registered, "2025-06-01")
    assert len(got.unpublished) == expected
    assert got.registry == {"pmid:1": registered}


def test_pooled_figures_of_other_studies_are_not_used() -> None:
    beside = certainty.Beside(Pooled((Effect(0.4, 0.3, 0.6, "pmid:9"), Effect(1.6, 1.2, 2.1, "pmid:8")), i2=90.0))
    assert Domain.INCONSISTENCY not in steps([row(1, low=-3, high=-1)], beside=beside)
