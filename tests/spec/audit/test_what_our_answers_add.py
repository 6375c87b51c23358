"""What the audit says of grades, their steps and the figures beside them, on the invented trial of audit_cases."""

from __future__ import annotations

import pytest
from audit_cases import first, other, report, saying, told_of_psoriasis, trial

from probatum.model import Verdict

GRADE = (
    "Certainty for sleep quality: low; one randomised trial starts at high; one step down for risk of bias (the trial "
    "was not blinded, and this was only a secondary outcome); one step down for imprecision (no effect was detected "
    "(p = 0.41), and no interval is reported) [1]."
)
WRONG = [
    # what is changed, into what
    ("not blinded", "blinded"),
    ("a secondary", "a primary"),
    ("no effect was", "an effect was"),
    ("quality: low", "quality: moderate"),
    ("one step down for risk", "two steps down for risk"),
    ("starts at high", "starts at low"),
]


def test_a_grade_whose_steps_come_to_it_is_supported() -> None:
    made = first(GRADE)
    assert made.verdict is Verdict.SUPPORTED, made.reasons


@pytest.mark.parametrize(("old", "new"), WRONG)
def test_a_grade_that_its_steps_do_not_lead_to_is_a_fault(old: str, new: str) -> None:
    assert old in GRADE
    made = first(GRADE.replace(old, new, 1))
    assert made.faulty and "grade" in {c.check for c in made.checks}, made.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Certainty for sleep quality: moderate; for the same reasons as for cramps [1].",
        "Certainty for sleep quality: very low; one study starts at low; two steps down for indirectness (it was not "
        "studied in people); one step down for imprecision (how many people took part could not be read) [1].",
        "Certainty for sleep quality: moderate; one randomised trial starts at high; one step down for imprecision "
        "(an effect was detected, but the interval is wide) [1].",
    ],
)
def test_a_grade_in_other_words_is_left_alone(sentence: str) -> None:
    assert "grade" not in {c.check for c in first(sentence).checks}


def test_a_citation_behind_a_name_that_ends_like_an_interval_is_read() -> None:
    assert first("Zerafine was given after PCI [1].").citations == (1,)
    assert first("Response was 42% (95% CI [30, 54]) on zerafine.").citations == ()


@pytest.mark.parametrize(
    ("tail", "faulty"),
    [(", a difference of 17 percentage points", False), (", a difference of 27 percentage points", True)],
)
def test_a_difference_worked_out_behind_the_sources_own_sentence(tail: str, faulty: bool) -> None:
    said = f"Response was seen in 42% of the zerafine group and 25% of the placebo group{tail} [1]."
    assert first(said).faulty is faulty


def test_a_p_value_of_an_exception_denies_nothing() -> None:
    said = "Sleep did not differ significantly, except that cramps were fewer (P = 0.003) [1]."
    assert "significance" not in {c.check for c in first(said).checks}


STIFF = "In a randomised trial (120 people), the stiffness score was 3.4 on zerafine and 5.2 on placebo (p = 0.02) [1]."
FEWER = "Low-certainty evidence: night cramps (not studied in children) may be fewer with zerafine [1]."
RISKS = "Response was seen in 420 of every 1,000 people on zerafine and 250 on placebo [1]."


@pytest.mark.parametrize(
    ("right", "old", "new", "check"),
    [
        (STIFF, "0.02", "0.5", "p value"),  # 0.48 of another row
        (FEWER, "may", "will", "certainty"),
        (RISKS, "420", "480", "numbers"),
        ("A randomised trial (120 people, 12 weeks) looked at night cramps [1].", "weeks", "months", "duration"),
        ("A randomised trial (120 people, 3 months) looked at night cramps [1].", "months", "weeks", "duration"),
        ("Very low certainty: 1 randomised trial, 120 people [1].", "120", "180", "people"),
        ("Sleep quality was similar in both groups (P = 0.41) [1].", "similar", "not similar", "wording"),
    ],
)
def test_what_our_own_answers_add_is_held_to_the_source(right: str, old: str, new: str, check: str) -> None:
    text = "Sleep quality was similar in both groups (P = 0.41). We assigned 120 adults with night cramps."
    records = (saying(text), other()) if check == "wording" else ()
    assert not report(right, records=records).sentences[-1].faulty
    made = report(right.replace(old, new, 1), records=records).sentences[-1]
    assert made.faulty and check in {c.check for c in made.checks}, made.checks


@pytest.mark.parametrize(("people", "faulty"), [(120, False), (82, True)])
def test_a_measurement_is_no_number_of_people(people: int, faulty: bool) -> None:
    source = saying(
        "We randomly assigned 120 adults with night cramps. All had a heart rate of 82 \u00b1 3%, including rest."
    )
    made = report(f"A randomised trial ({people} people) looked at night cramps [1].", records=(source, other()))
    assert made.sentences[-1].faulty is faulty


@pytest.mark.parametrize(("dose", "faulty"), [("25 mg", False), ("2.5 mg", True)])
def test_a_dose_in_the_name_of_a_column_is_no_unit_of_its_cells(dose: str, faulty: bool) -> None:
    rows = "Outcome\tZerafine 25 mg\tZerafine 50 mg\nNausea, mean (SD)\t1.8 (2.5)\t1.9 (2.4)"
    source = saying("We gave zerafine 25 mg or 50 mg for night cramps in adults.", rows)
    made = report(f"Studied: zerafine {dose} for night cramps [1].", records=(source, other()))
    assert made.sentences[-1].faulty is faulty


AFTER = (
    "Calculated from a sensitivity of 73.3 % and a specificity of 61.0 %: where it is 10 % likely before the test "
    "(figures that only illustrate), it is 17 % likely after a positive result and 4.6 % after a negative one [1]."
)
TESTED = "The test had a sensitivity of 73.3% and a specificity of 61.0% for the cause of night cramps in 120 adults."
CLEARED = (
    "We assigned 120 adults to zerafine 100 mg or placebo. "
    "Median time to clearing was 102 hours with placebo and 72 hours with zerafine."
)
RATIO = "Cramps were seen in 5 of 44 with zerafine and 12 of 39 with placebo (odds ratio 0.29, 95% CI 0.09 to 0.91)."
OWN = [
    # a sentence as our answers put it, the source, what is changed, into what
    ("This is of low certainty (1 randomised trial, 120 people; rated down for risk of bias) [1].", "", "120", "180"),
    (AFTER, TESTED, "17 %", "47 %"),
    (AFTER, TESTED, "4.6 %", "6.4 %"),
    ("Time to clearing may be shorter with zerafine than with placebo: 102 hours with placebo and 72 hours with "
     "zerafine [1].", CLEARED, "102 hours with placebo and 72", "72 hours with placebo and 102"),
    ("The dose studied was 100 mg twice daily [1].", "", "100 mg", "10 mg"),
    ("Cramps: 114 of every 1,000 people with zerafine and 308 with placebo, 194 fewer (95% CI 20 to 269 fewer) [1].",
     RATIO, "269", "296"),
    ("No effect of zerafine on sleep quality (0 to 12) was detected [1].", "", "No effect", "An effect"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "text", "old", "new"), OWN, ids=[f"{row[2]} -> {row[3]}" for row in OWN])
def test_our_own_wording_is_supported_and_one_change_is_found(right: str, text: str, old: str, new: str) -> None:
    records = (saying(text), other()) if text else ()
    assert old in right
    made = report(right, records=records).sentences[-1]
    assert not made.faulty, made.reasons
    assert report(right.replace(old, new, 1), records=records).sentences[-1].faulty


def test_that_nothing_longer_was_studied_repeats_no_title() -> None:
    made = first("No study of zerafine against placebo for night cramps in adults went beyond 12 weeks [1].")
    assert "wording" not in {c.check for c in made.checks}


def test_what_stands_word_for_word_in_another_reference_is_cited_wrongly() -> None:
    said = "There were no differences at the start between the treatment groups."
    made = report(f"{said[:-1]} [1].", records=(trial(), told_of_psoriasis(said))).sentences[-1]
    assert "attribution" in {c.check for c in made.checks}, made.checks
    assert not report(f"{said[:-1]} [1].", records=(saying(said), other())).sentences[-1].faulty


@pytest.mark.parametrize(
    ("right", "old", "new"),
    [
        ("Cramps were fewer with zerafine (P = 0.003), but not clinically significant [1].", "", ""),
        ("The aim of the trial was to determine if sleep quality differed between zerafine and placebo [1].", "", ""),
        ("Five of 60 adults were not able to be seen after less than 3 weeks of zerafine (4 adults) [1].", "not ", ""),
    ],
)
def test_aims_and_clinical_judgements_are_no_findings_and_a_lost_not_is_a_fault(right: str, old: str, new: str) -> None:
    lost = "Five of 60 adults were not able to be seen after less than 3 weeks of zerafine (4 adults)."
    source = saying(
        f"{lost} Cramps were fewer with zerafine than with placebo (P = 0.003). Sleep quality did not differ."
    )
    assert not report(right, records=(source, other())).sentences[-1].faulty
    assert not old or report(right.replace(old, new, 1), records=(source, other())).sentences[-1].faulty
