"""The checks, each shown by statements that pass and by the same statements with one thing changed.

A source is short and synthetic; a good statement passes; change one number, unit, dose, direction, negation or p value
and the named check objects.
"""

from __future__ import annotations

import assess_cases as cases
import pytest
from assess_cases import record, sentence, span, statement

from probatum import assess
from probatum.assess import registry
from probatum.errors import ProbatumError
from probatum.model import Calculation, Kind, RecordKind, RecordStatus, Span, Statement, Verdict

TRIAL = record()
LABEL = record(cases.LABEL, id="setid:1", kind=RecordKind.LABEL, title="Zerafine tablets, prescribing information")
BLIND = sentence(TRIAL, "double-blind")
DESIGN = sentence(TRIAL, "Sixty adults")
FREQUENCY = sentence(TRIAL, "Cramp frequency")
PAIN = sentence(TRIAL, "Cramp pain")
SLEEP = sentence(TRIAL, "Sleep quality")
DIZZY = sentence(TRIAL, "dizziness")
FATIGUE = sentence(TRIAL, "Fatigue")
SERIOUS = sentence(TRIAL, "No serious")
STIFF = sentence(TRIAL, "Morning stiffness")
SHOCK = sentence(LABEL, "cardiogenic")
FLUVANE = sentence(LABEL, "fluvane")
DOSE = sentence(LABEL, "The dose is")

RESULT = (
    "Cramp frequency was 42% of the placebo rate with 200 mg/day (p = 0.031) and 21% with 600 mg/day (p = 0.003), in a "
    "double-blind randomised trial of 60 people over 12 weeks; no interval is reported."
)
GOOD = [
    (RESULT, (FREQUENCY, DESIGN, BLIND)),
    ("Cramp pain did not differ between groups (p = 0.41).", (PAIN,)),
    ("No difference in cramp pain was detected (p = 0.41).", (PAIN,)),
    ("Sleep quality improved by 4.5 points more with zerafine than with placebo (95% CI 1.2 to 7.8).", (SLEEP,)),
    ("Dizziness was reported by 18 of 40 people on zerafine and 3 of 20 on placebo.", (DIZZY,)),
    ("Fatigue did not reach significance with zerafine (p = 0.08).", (FATIGUE,)),
    ("No serious adverse event occurred with zerafine.", (SERIOUS,)),
    ("Morning stiffness fell from 5.2 to 3.1 a day with zerafine 100 mg twice daily.", (STIFF,)),
    ("Contraindicated in cardiogenic shock and in severe hepatic impairment (US label).", (SHOCK,)),
    ("Not recommended with fluvane, which inhibits CYP2D6 (US label).", (FLUVANE,)),
    ("Take 100 mg twice daily by mouth, at most 600 mg a day (US label).", (DOSE,)),
    ("Certainty for the reduction in fatigue: low; one step down for imprecision.", (FATIGUE,)),
]


def judged(text: str, *supports: Span, **more: object) -> Statement:
    return assess.check_statement(statement(text, *supports, **more))  # type: ignore[arg-type]


def objections(made: Statement) -> set[str]:
    return {r.check for r in made.checks if r.verdict is not Verdict.SUPPORTED}


@pytest.mark.parametrize(("text", "supports"), GOOD, ids=[g[0][:40] for g in GOOD])
def test_good_statements_are_supported(text: str, supports: tuple[Span, ...]) -> None:
    made = judged(text, *supports)
    assert made.verdict is Verdict.SUPPORTED, made.checks


MUTATIONS = [
    # statement, what is changed, into what, supports, check that objects
    (RESULT, "42%", "52%", (FREQUENCY, DESIGN, BLIND), "numbers"),
    (RESULT, "60 people", "80 people", (FREQUENCY, DESIGN, BLIND), "numbers"),
    (RESULT, "p = 0.031", "p = 0.31", (FREQUENCY, DESIGN, BLIND), "numbers"),
    (RESULT, "p = 0.031", "p < 0.031", (FREQUENCY, DESIGN, BLIND), "numbers"),
    (RESULT, "12 weeks", "12 months", (FREQUENCY, DESIGN, BLIND), "units"),
    (RESULT, "200 mg/day", "200 g/day", (FREQUENCY, DESIGN, BLIND), "units"),
    (RESULT, "200 mg/day", "200 mg/week", (FREQUENCY, DESIGN, BLIND), "units"),
    (RESULT, "42% of the", "42 points of the", (FREQUENCY, DESIGN, BLIND), "units"),
    (RESULT, "frequency was 42%", "frequency rose to 42%", (FREQUENCY, DESIGN, BLIND), "direction"),
    (RESULT, "200 mg/day (p = 0.031) and 21% with 600", "600 mg/day (p = 0.031) and 21% with 200",
     (FREQUENCY, DESIGN, BLIND), "pairing"),
    (RESULT, "42% of", "21% of", (FREQUENCY, DESIGN, BLIND), "pairing"),
    (GOOD[1][0], "did not differ", "differed", (PAIN,), "negation"),
    (GOOD[1][0], "did not differ", "was significantly lower", (PAIN,), "significance"),
    (GOOD[3][0], "improved", "worsened", (SLEEP,), "direction"),
    (GOOD[3][0], "improved", "did not improve", (SLEEP,), "negation"),
    (GOOD[3][0], "zerafine than with placebo", "placebo than with zerafine", (SLEEP,), "direction"),
    (GOOD[3][0], "7.8", "7.6", (SLEEP,), "numbers"),
    (GOOD[3][0], "4.5", "-4.5", (SLEEP,), "numbers"),
    (GOOD[4][0], "18 of 40", "18 of 20", (DIZZY,), "numbers"),
    (GOOD[5][0], "did not reach significance", "was lower", (FATIGUE,), "significance"),
    (GOOD[5][0], "did not reach significance", "was significantly lower", (FATIGUE,), "significance"),
    (GOOD[6][0], "No serious", "A serious", (SERIOUS,), "negation"),
    (GOOD[7][0], "fell", "rose", (STIFF,), "direction"),
    (GOOD[7][0], "twice daily", "three times daily", (STIFF,), "units"),
    (GOOD[7][0], "a day", "a week", (STIFF,), "units"),
    (GOOD[7][0], "100 mg", "100 micrograms", (STIFF,), "units"),
    (GOOD[8][0], "Contraindicated", "Indicated", (SHOCK,), "direction"),
    (GOOD[9][0], "Not recommended", "Recommended", (FLUVANE,), "direction"),
    (GOOD[9][0], "CYP2D6", "CYP1A2", (FLUVANE,), "numbers"),
    (GOOD[10][0], "twice daily", "four times daily", (DOSE,), "units"),
    (GOOD[10][0], "600 mg a day", "600 mg a week", (DOSE,), "units"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "old", "new", "supports", "check"), MUTATIONS, ids=[f"{m[1]} -> {m[2]}" for m in MUTATIONS]
)
def test_one_change_is_found(text: str, old: str, new: str, supports: tuple[Span, ...], check: str) -> None:
    assert old in text
    made = judged(text.replace(old, new, 1), *supports)
    assert made.verdict not in (Verdict.SUPPORTED, Verdict.PARTLY)
    assert check in objections(made)


def test_plain_words_are_held_to_the_same_figures() -> None:
    good = "Cramps came 42 for every 100 with a dummy pill."
    assert judged(RESULT, FREQUENCY, DESIGN, BLIND, plain=good).verdict is Verdict.SUPPORTED
    made = judged(RESULT, FREQUENCY, DESIGN, BLIND, plain=good.replace("42", "24"))
    assert made.verdict is Verdict.NUMBER_DIFFERS


def test_an_effect_with_a_silent_p_is_only_partly_supported() -> None:
    assert judged("Fatigue was lower with zerafine.", FATIGUE).verdict is Verdict.PARTLY


def test_a_stricter_level_is_kept() -> None:
    text = "Cramp frequency was significantly reduced (p = 0.031)."
    assert assess.check_statement(statement(text, FREQUENCY)).verdict is Verdict.SUPPORTED
    assert assess.check_statement(statement(text, FREQUENCY), alpha=0.01).verdict is Verdict.CONTRADICTED


def test_a_level_named_in_statement_and_source_is_the_level() -> None:
    source = record("Significance was set at 0.01. Cramps were fewer with zerafine (P = .031).")
    fewer = sentence(source, "Cramps were")
    text = "Cramps were fewer with zerafine (p = 0.031; not significant at 0.01)."
    assert judged(text, fewer).verdict is Verdict.SUPPORTED
    assert judged(text, FREQUENCY).verdict is not Verdict.SUPPORTED


def test_spin_of_the_source_is_not_taken_over() -> None:
    source = record("Zerafine was significantly associated with falls (OR = 1.42, 95% CI = 0.72-2.81).")
    spun = sentence(source, "Zerafine was significantly")
    quoted = f"A study reports: “{spun.quote}”"
    assert "significance" in objections(judged(quoted, spun, kind=Kind.QUOTED))
    corrected = quoted + " The interval includes no difference, so this is not significant."
    assert "significance" not in objections(judged(corrected, spun, kind=Kind.QUOTED))


SUMS = [
    # expression, result, holds
    ("18 / 40 * 100", "45", True),
    ("(18 / 40) * 100", "45.0", True),
    ("18 / 40 * 100", "46", False),
    ("18 / 41 * 100", "44", False),
    ("18 / (40 - 40)", "45", False),
    ("__import__('os')", "45", False),
    ("18 ** 40", "45", False),
    ("(" * 200 + "18" + ")" * 200, "45", False),
]


@pytest.mark.parametrize(("expression", "result", "holds"), SUMS, ids=[s[0][:20] for s in SUMS])
def test_calculations(expression: str, result: str, holds: bool) -> None:
    text = f"Dizziness was reported by {result}% on zerafine (18 of 40)."
    made = judged(text, DIZZY, kind=Kind.CALCULATED, calculation=(Calculation(expression, result, "%"),))
    assert (made.verdict is Verdict.SUPPORTED) is holds
    assert ("calculation" in objections(made)) is not holds


def test_a_number_needs_its_calculation() -> None:
    assert judged("Dizziness was reported by 45% on zerafine (18 of 40).", DIZZY).verdict is Verdict.NUMBER_DIFFERS


def test_the_daily_dose_may_be_calculated() -> None:
    text = "Morning stiffness fell with zerafine 200 mg a day."
    assert judged(text, STIFF, calculation=(Calculation("100 * 2", "200", "mg/day"),)).verdict is Verdict.SUPPORTED
    assert judged(text, STIFF).verdict is Verdict.NUMBER_DIFFERS


def test_the_reference_list_is_no_evidence() -> None:
    made = judged("Zerafine halves cramps: 42%.", span(TRIAL, "Zerafine halves cramps: 42%", "references"))
    assert made.verdict is Verdict.NOT_IN_SOURCE and "span" in objections(made)


def test_quotations_are_exact() -> None:
    quoted = "The label says: “Zerafine is not recommended with fluvane, which inhibits CYP2D6.”"
    assert judged(quoted, FLUVANE, kind=Kind.QUOTED).verdict is Verdict.SUPPORTED
    for old, new in (("not ", ""), ("fluvane", "flavone"), ("CYP2D6", "CYP2D7")):
        made = judged(quoted.replace(old, new), FLUVANE, kind=Kind.QUOTED)
        assert made.verdict is not Verdict.SUPPORTED and "quotation" in objections(made)
    assert "quotation" in objections(judged("The label advises against fluvane.", FLUVANE, kind=Kind.QUOTED))


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (RecordStatus.CURRENT, Verdict.SUPPORTED),
        (RecordStatus.CORRECTED, Verdict.SUPPORTED),
        (RecordStatus.CONCERN, Verdict.PARTLY),
        (RecordStatus.SUPERSEDED, Verdict.SUPERSEDED),
        (RecordStatus.RETRACTED, Verdict.RETRACTED),
        (RecordStatus.RETRACTION_NOTICE, Verdict.RETRACTED),
    ],
)
def test_status(status: RecordStatus, verdict: Verdict) -> None:
    source = sentence(record(status=status), "Cramp pain")
    assert judged(GOOD[1][0], source).verdict is verdict


def test_a_retraction_that_is_said_is_no_fault() -> None:
    source = sentence(record(status=RecordStatus.RETRACTED), "Cramp pain")
    text = "A trial, since retracted, reported that cramp pain did not differ between groups (p = 0.41)."
    assert judged(text, source).verdict is Verdict.SUPPORTED


def test_people() -> None:
    assert (
        judged("In children, cramp frequency was 42% of the placebo rate.", FREQUENCY).verdict
        is Verdict.POPULATION_DIFFERS
    )


def test_subject() -> None:
    made = judged("Gout flares and kidney stones were rarer with allopurinol in Denmark.", PAIN)
    assert made.verdict is Verdict.NOT_IN_SOURCE


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Increase from 200 mg/day to 600 mg/day.", True),
        ("Increase from 200 mg/day to 200 mg/day.", False),
        ("Increase from 600 mg/day to 200 mg/day.", False),
        ("Start zerafine at 600 mg daily, and if cramps persist step up to 200 mg daily.", False),
    ],
)
def test_dose_steps(text: str, holds: bool) -> None:
    assert ("dose step" not in objections(judged(text, DESIGN))) is holds


@pytest.mark.parametrize(
    "text", ["Zerafine is proven to relieve cramps.", "Zerafine cures cramps.", "Zerafine relief is guaranteed."]
)
def test_no_more_is_claimed_than_a_study_shows(text: str) -> None:
    assert "overclaim" in objections(judged(text, FREQUENCY))


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        (
            "Searched the library on 2026-11-22 (41 records): no study of sleep was found.",
            Kind.ABSENCE,
            Verdict.SUPPORTED,
        ),
        ("Zerafine works.", Kind.ABSENCE, Verdict.NOT_IN_SOURCE),
        ("No study was found, but 42% were better.", Kind.ABSENCE, Verdict.NOT_IN_SOURCE),
        ("Confirm that these are cramps.", Kind.NAVIGATION, Verdict.SUPPORTED),
        ("Zerafine reduces cramps.", Kind.NAVIGATION, Verdict.NOT_IN_SOURCE),
        ("Start 100 mg twice daily.", Kind.NAVIGATION, Verdict.NOT_IN_SOURCE),
    ],
)
def test_silent_statements_assert_nothing(text: str, kind: Kind, verdict: Verdict) -> None:
    assert judged(text, kind=kind).verdict is verdict


@pytest.mark.parametrize("name", sorted(registry.checks()))
def test_every_check_says_what_it_is(name: str) -> None:
    check = assess.get(name)
    assert check.name == name and check.purpose.endswith((".", "`.")) and check.source and "\n" not in check.purpose
    entry = next(e for e in assess.catalogue() if e["name"] == name)
    assert entry["purpose"] == check.purpose and entry["source"] == check.source


def test_an_unknown_check_names_the_known_ones() -> None:
    with pytest.raises(ProbatumError, match="significance"):
        assess.get("sense")


def test_checking_is_repeatable() -> None:
    once = judged(RESULT, FREQUENCY, DESIGN, BLIND)
    assert assess.check_statement(once) == once


BARRED = "Mexiletine is contraindicated in cardiogenic shock. Mexiletine may raise the level of tizanidine."
MEXILETINE = record(BARRED, id="setid:2", kind=RecordKind.LABEL, title="Mexiletine capsules: prescribing information")
SEDATION = "It is not recommended in severe hepatic impairment."
TIZANIDINE = record(SEDATION, id="setid:3", kind=RecordKind.LABEL, title="Tizanidine tablets: prescribing information")
SUBJECTS = [
    # statement, the drug, another drug, supports
    ("mexiletine is contraindicated in cardiogenic shock.", "mexiletine", "baclofen", ("cardiogenic",)),
    ("use for this is off-label and mexiletine is contraindicated in cardiogenic shock", "mexiletine", "quinine",
     ("cardiogenic",)),
    ("mexiletine is contraindicated in cardiogenic shock; and in hepatic impairment", "mexiletine", "tizanidine",
     ("cardiogenic", "hepatic")),
    ("Tizanidine should not be taken in severe hepatic impairment.", "Tizanidine", "Mexiletine", ("hepatic",)),
    ("Interaction (tizanidine): mexiletine may raise its level.", "tizanidine", "riluzole", ("raise",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "drug", "other", "words"), SUBJECTS, ids=[s[0][:40] for s in SUBJECTS])
def test_what_is_said_of_a_drug_rests_on_its_own_source(
    text: str, drug: str, other: str, words: tuple[str, ...]
) -> None:
    found = [sentence(TIZANIDINE if w == "hepatic" else MEXILETINE, w) for w in words]
    made = judged(text, *found, kind=Kind.DIRECTIVE)
    right = "subject" not in objections(made)
    # A clause carried by two labels is right for neither drug alone.
    assert right is (len(words) == 1), made.checks
    swapped = judged(text.replace(drug, other, 1), *found, kind=Kind.DIRECTIVE)
    assert "subject" in objections(swapped) and swapped.verdict is Verdict.NOT_IN_SOURCE


@pytest.mark.parametrize(
    "said",
    [
        "The two tablets were therapeutically equivalent for stiffness.",
        "Stiffness was not reduced and pain did not differ between groups.",
    ],
)
def test_what_a_quotation_negates_is_the_sources_own(said: str) -> None:
    source = record(f"{said} Stiffness and pain were reduced by both tablets.")
    quoted = sentence(source, said[:20])
    for text in (f"One trial reports on stiffness and pain: “{said}”", said):
        made = judged(text, quoted, kind=Kind.QUOTED)
        assert made.verdict is Verdict.SUPPORTED, made.checks
        assert not {"negation", "direction"} & {r.check for r in made.checks}
    assert judged(said.replace("The two", "Three"), quoted, kind=Kind.FINDING).checks


def test_a_finding_about_a_drug_rests_on_no_record_without_it() -> None:
    baclofen = record(
        "Adults took baclofen 20 mg daily. Cramps were fewer with baclofen.", id="pmid:7", title="Baclofen"
    )
    quinine = record("Adults took quinine 250 mg daily. Cramps were fewer with quinine.", id="pmid:8", title="Quinine")
    both = [sentence(r, w) for r in (baclofen, quinine) for w in ("Adults took", "Cramps were")]
    text = "Baclofen was associated with fewer cramps, studied at 20 mg daily."
    assert "subject" not in objections(judged(text, *both[:2]))
    assert "subject" in objections(judged(text.replace("20 mg", "250 mg"), *both))
    assert "subject" in objections(judged(text.replace("Baclofen", "Quinine"), *both[:2]))


def test_the_reason_of_a_step_is_no_result() -> None:
    text = "Certainty for cramp pain: low; one step down for risk of bias (this was only a secondary outcome)."
    source = record("Cramp pain was measured. The secondary outcomes did not differ between zerafine and placebo.")
    assert "negation" not in objections(judged(text, sentence(source, "secondary")))
