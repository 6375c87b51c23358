"""What eight cases written before their writer had read a check showed: each rule on an invented trial."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import ages, comparing, figures, retelling
from probatum.model import Fault, Verdict
from probatum.text import doses, statistics

SOURCE = (
    "We randomly assigned 120 adults with night cramps to 20 mg zerafine/day (n = 60) or placebo (n "
    "= 60) for 12 weeks. "
    " The cream held 2% gravelin with 7.5% chalk. Patients on zerafine had less visible bleeding (317 mL vs. "
    "615 mL), but the haemoglobin loss worked out at day 4 was only slightly less (1,184 mL vs. "
    "1,236 mL). Sixty-two of "
    "80 patients (77.5%) slept through. Swelling did not worsen with zerafine. The drop in cramps was significant with "
    "zerafine 40 mg (-80%, P = 0.0002), but not zerafine 20 mg (-58%, P = 0.079). A significant "
    "difference in stiffness "
    "was seen between zerafine and placebo."
)
FAULTS = (
    ("Of those in it, 62 of 120 trial members (77.5%) slept through [1].", Fault.DENOMINATOR),
    ("The cream was made of 4% gravelin [1].", Fault.DOSE),
    ("They took zerafine 20 mg twice daily [1].", Fault.DOSE),
    ("The haemoglobin loss came to 317 mL with zerafine and 615 mL with placebo [1].", Fault.OUTCOME),
    ("Swelling got worse on zerafine [1].", Fault.NEGATION),
    ("As cramps did not differ, zerafine has exactly the activity of a placebo [1].", Fault.ABSENCE),
    ("Begin with 600 mg daily and raise by 600 mg each week to a maintenance dose of 300 mg.", Fault.DOSE_STEP),
    ("Apply it four times a day and cut back to six times a day once it settles.", Fault.DOSE_STEP),
)
TRUE = (
    "The cream was made of 2% gravelin and 7.5% chalk [1].",
    "They took zerafine 20 mg once daily [1].",
    "The haemoglobin loss came to 1,184 mL with zerafine and 1,236 mL with placebo [1].",
    "The lowest dose, 20 mg, fell short of significance (P = 0.079) [1].",
)


@pytest.mark.parametrize(("sentence", "fault"), FAULTS)
def test_what_was_missed_is_found(sentence: str, fault: Fault) -> None:
    said = report(sentence, records=(saying(SOURCE),)).sentences[-1]
    assert (said.faulty, said.category) == (True, fault), said


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_true_is_not_flagged(sentence: str) -> None:
    said = report(sentence, records=(saying(SOURCE),)).sentences[-1]
    assert not said.faulty, said


def test_a_drug_that_raised_something_names_no_raised_something() -> None:
    told = "Zorbinol raised heart rate and lowered blood pressure. It was given to 120 adults for 12 weeks."
    said = report("Zorbinol raised blood pressure in adults [1].", records=(saying(told),)).sentences[-1]
    assert said.category is not Fault.MISATTRIBUTED


def test_opposite_advice_for_every_one_and_for_one_kind() -> None:
    text = "We leave drains out after an uneventful thyroidectomy. A drain belongs in every wound after thyroidectomy."
    said = report(text).sentences[-1]
    assert said.verdict is Verdict.CONTRADICTED
    assert said.category is Fault.CONTRADICTION


def test_no_fall_is_the_opposite_of_a_fall_told_in_one_part_of_a_sentence() -> None:
    told = "For pump users zorbinol lowers HbA1c; in small children nothing was shown."
    assert retelling.opposed("For pump users zorbinol brings no fall in HbA1c.", told)
    assert not retelling.opposed("For pump users zorbinol lowers HbA1c.", told)


def test_words_read() -> None:
    assert statistics.claims_significance("It could not be told apart from placebo.") == "not significant"
    assert doses.read("20 mg zorbinol/day")[0].frequency_per_day == 1.0
    assert doses.read("20 mg zorbinol/placebo")[0].frequency_per_day is None
    assert comparing.way_before("Cortisol was blunted more") == "down"
    found = ages.of_title("A gel in patients from 6 months up to 8 years with a sore mouth")
    assert found is not None and (found.low, found.high) == (0.5, 8.0)
    assert ages.of_title("A gel over 8 years of follow-up") is None
    assert [c.value for c in figures.claimed("In 4 trials it helped.")] == []


SEDATION = (
    "We gave 135 adults zerafine alone (n = 68) or zerafine plus gravelin (n = 67). The combination "
    "group had a lower mean "
    "total zerafine dose (378 mg vs 466 mg). There was a decrease in cortisol at wake (P = 0.025) with gravelin and a "
    "trend (P = 0.07) for a decrease 1 hour after waking."
)
HEALTHY = (
    "Loose stools are frequent in night cramps treated with zerafine. Healthy adult male and female subjects took "
    "zerafine with yeast or placebo in a crossover trial."
)


def test_a_drug_of_which_less_was_needed_is_no_group() -> None:
    said = report("With gravelin less zerafine was needed, 378 mg against 466 mg [1].", records=(saying(SEDATION),))
    assert said.sentences[-1].category is not Fault.ARM


def test_healthy_people_had_no_illness() -> None:
    said = report("Those tested were adults with night cramps [1].", records=(saying(HEALTHY),)).sentences[-1]
    assert said.category is Fault.POPULATION


def test_just_as_well_does_not_follow() -> None:
    text = "Because no difference reached significance, placebo does every bit as well [1]."
    assert report(text).sentences[-1].category is Fault.ABSENCE


@pytest.mark.parametrize("when", ["One hour after waking", "An hour after waking"])
def test_the_p_value_is_that_of_the_time(when: str) -> None:
    said = report(f"{when}, cortisol fell significantly with gravelin [1].", records=(saying(SEDATION),)).sentences[-1]
    assert said.verdict is Verdict.CONTRADICTED
