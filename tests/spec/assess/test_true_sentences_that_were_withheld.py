"""True sentences that a check once took for false, and the false ones beside them that it must still find."""

from __future__ import annotations

import pytest
from assess_cases import record, sentence, statement

from probatum import assess
from probatum.model import Kind, RecordKind, Statement, Verdict
from probatum.text.statistics import read_intervals

TRIAL = record(
    "Adults were randomised to zerafine or placebo. "
    "Stroke occurred in 1.11% with zerafine 150 mg and in 1.69% with fluvane (relative risk 0.66, 95% CI 0.53 to 0.82; "
    "p < 0.001). Stroke occurred in 1.53% with zerafine 110 mg and in 1.69% with fluvane (relative risk 0.91, 95% CI "
    "0.74 to 1.11). There was no significant difference in death from any cause between zerafine and placebo (hazard "
    "ratio 0.91, 95% CI 0.83 to 1.00; p = 0.05). Pain was lower with zerafine than with control (standardised mean "
    "difference -0.49), equal to 12 points less on a scale of 0 to 100. Zerafine lowered the risk of death after a "
    "myocardial infarction."
)
HIGH, LOW = sentence(TRIAL, "150 mg"), sentence(TRIAL, "110 mg")
DEATH, PAIN, HEART = sentence(TRIAL, "any cause"), sentence(TRIAL, "equal to"), sentence(TRIAL, "infarction")
LABEL = record(
    "Dabigatran with rifampicin should be avoided, because exposure to dabigatran is reduced. Dabigatran with "
    "ketoconazole should be avoided with a creatinine clearance below 30 ml/min. In adults, 40 mg daily is given.",
    id="setid:2",
    kind=RecordKind.LABEL,
    title="Dabigatran capsules, prescribing information",
)
RIFAMPICIN, KETOCONAZOLE, DOSE = (sentence(LABEL, w) for w in ("rifampicin", "ketoconazole", "40 mg"))


def objections(text: str, *supports: object, kind: Kind = Kind.FINDING) -> set[str]:
    made: Statement = assess.check_statement(statement(text, *supports, kind=kind))  # type: ignore[arg-type]
    return {r.check for r in made.checks if r.verdict is not Verdict.SUPPORTED}


def test_of_two_doses_the_one_whose_interval_holds_no_difference_may_be_told_as_not_significant() -> None:
    told = (
        "Stroke was 1.11% with zerafine 150 mg and 1.69% with fluvane (risk ratio 0.66; 95% CI 0.53 to 0.82; "
        "p < 0.001); stroke was 1.53% with zerafine 110 mg and 1.69% with fluvane (risk ratio 0.91; 95% CI 0.74 to "
        "1.11; not significant)."
    )
    assert not objections(told, HIGH, LOW)
    wrong = "Stroke was 1.11% with zerafine 150 mg and 1.69% with fluvane (p < 0.001; not significant)."
    assert "significance" in objections(wrong, HIGH)


def test_death_from_any_cause_is_no_word_of_an_effect() -> None:
    assert not objections("The hazard ratio for death from any cause was 0.91 (95% CI 0.83 to 1.00).", DEATH)
    assert "negation" in objections("Zerafine causes a difference in death from any cause (0.91).", DEATH)


def test_equal_to_so_many_points_negates_nothing() -> None:
    assert not objections("Zerafine reduces pain.", PAIN)
    assert "negation" in objections("Zerafine does not reduce pain.", PAIN)


def test_the_elevation_of_an_electrocardiogram_is_no_direction() -> None:
    assert not objections(
        "Zerafine is to lower the risk of death; ST elevation myocardial infarction is a kind of it.", HEART
    )


def test_what_one_label_says_of_several_drugs_is_its_own() -> None:
    told = (
        "Interactions: dabigatran with rifampicin should be avoided, because exposure to dabigatran is reduced; "
        "dabigatran with ketoconazole should be avoided with a creatinine clearance below 30 ml/min."
    )
    assert not objections(told, RIFAMPICIN, KETOCONAZOLE, kind=Kind.DIRECTIVE)
    other = "Warfarin with rifampicin should be avoided."
    assert "subject" in objections(other, RIFAMPICIN, kind=Kind.DIRECTIVE)


@pytest.mark.parametrize("aside", ["(not studied in type 2 diabetes)", "not for COVID-19 in particular"])
def test_a_name_with_figures_of_what_the_source_does_not_speak_of_need_not_stand_there(aside: str) -> None:
    told = objections(f"Label dose, {aside}: in adults, 40 mg daily is given.", DOSE, kind=Kind.DIRECTIVE)
    assert "numbers" not in told
    assert "numbers" in objections("In adults with COVID-19, 40 mg daily is given.", DOSE, kind=Kind.DIRECTIVE)


def test_a_thousand_before_an_interval_is_no_pair() -> None:
    assert [(m.low, m.high) for m in read_intervals("31 fewer of every 1,000 (95% CI 12 fewer to 50 fewer)")] == [
        (12.0, 50.0)
    ]
    assert [(m.low, m.high) for m in read_intervals("0.8, 1.2 (95% CI)")] == [(0.8, 1.2)]


MEETING = record(
    "Allopurinol may prolong the effect of anticoagulants such as dicoumarol. Tramadol is contraindicated in "
    "significant respiratory depression.",
    id="setid:3",
    kind=RecordKind.LABEL,
    title="Allopurinol tablets, prescribing information",
)
ARMS = record("Death from any cause occurred in 161 people with a beta-blocker and in 153 people with no beta-blocker.")


@pytest.mark.parametrize(
    ("made", "holds"),
    [
        (
            statement(
                "Allopurinol with warfarin (label): allopurinol may prolong the effect of anticoagulants.",
                sentence(MEETING, "dicoumarol"),
                kind=Kind.DIRECTIVE,
            ),
            True,
        ),
        (
            statement(
                "Allopurinol with metformin (label): allopurinol may prolong the effect of anticoagulants.",
                sentence(MEETING, "dicoumarol"),
                kind=Kind.DIRECTIVE,
            ),
            False,
        ),
        (
            statement(
                "Contraindicated (label of tramadol): in significant respiratory depression.",
                sentence(MEETING, "respiratory"),
                kind=Kind.DIRECTIVE,
            ),
            True,
        ),
        (
            statement(
                "Death from any cause occurred in 161 with beta-blocker and 153 with no beta-blocker.",
                sentence(ARMS, "no beta-blocker"),
            ),
            True,
        ),
    ],
)
def test_a_class_an_illness_and_an_arm_are_taken_for_what_they_are(made: Statement, holds: bool) -> None:
    assert (assess.check_statement(made).verdict is Verdict.SUPPORTED) is holds


EXCEPTED = record(
    "In 400 women zerafine was set against fluvane. There were no significant differences in secondary outcomes with "
    "the exception of itching, which came more often with zerafine (22.2% vs 5.7%; relative risk 4.73; 95% CI "
    "2.31-9.68; P < 0.0001). Except for itching (P < 0.001), no harms differed significantly. Nausea did not differ "
    "significantly other than on day 2 (p = 0.01). Sleep was not significantly different (p = 0.62)."
)


@pytest.mark.parametrize("words", ["the exception of itching", "Except for itching", "other than on day 2"])
def test_the_p_value_of_what_is_excepted_does_not_belie_that_the_rest_did_not_differ(words: str) -> None:
    quoted = sentence(EXCEPTED, words)
    assert not objections(f"A trial reports: “{quoted.quote}”", quoted)


@pytest.mark.parametrize(
    "told",
    [
        "Itching was not significantly different (22.2% vs 5.7%; P < 0.0001).",
        "There was no significant difference in itching with zerafine.",
    ],
)
def test_what_was_excepted_may_not_be_told_as_alike(told: str) -> None:
    assert "significance" in objections(told, sentence(EXCEPTED, "the exception of itching"))


def test_a_denial_that_excepts_nothing_is_held_to_its_own_p_value() -> None:
    assert not objections("Sleep was not significantly different (p = 0.62).", sentence(EXCEPTED, "Sleep was"))
    assert "significance" in objections("Sleep did significantly differ (p = 0.62).", sentence(EXCEPTED, "Sleep was"))


OF_TABLE = record(
    "Adverse event, zerafine (n = 46), fluvane (n = 36). Pain of the wound, 33 (71.7), 24 (66.7). Sickness, 24 (52.0), "
    "12 (33.3)."
)
PAIN_OF_WOUND, ARMS = sentence(OF_TABLE, "33 (71.7)"), sentence(OF_TABLE, "n = 46")
SICKNESS = sentence(OF_TABLE, "24 (52.0)")


def test_a_share_that_a_table_prints_without_its_sign_is_one_where_it_is_that_of_its_count() -> None:
    told = "Pain of the wound was seen in 71.7% (33 of 46) with zerafine and 66.7% (24 of 36) with fluvane."
    assert "units" not in objections(told, PAIN_OF_WOUND, ARMS)
    wrong = "Sickness was seen in 52.0% (24 of 46) with zerafine and 33.3% (12 of 36) with fluvane."
    assert "units" in objections(wrong, SICKNESS, ARMS)
    assert "units" in objections("Pain of the wound was seen in 71.7 mg with zerafine.", PAIN_OF_WOUND, ARMS)
