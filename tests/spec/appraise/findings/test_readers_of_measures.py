"""Measures that one small reader each finds: accuracy, survival, rates, NNT, levels of one group, risk factors, "
"margins."""

from __future__ import annotations

import pytest
from findings_help import interval, p, read, record, study, two_arms

from probatum.appraise import findings
from probatum.model import Measure

M = Measure

ACCURACY = {
    "values in the order of their words": (
        "The sensitivity, specificity and PPV of nit combing were 91%, 80% and 70%, respectively.",
        [("sensitivity of nit combing", "91"), ("specificity of nit combing", "80"), ("PPV of nit combing", "70")],
    ),
    "the sign of percent is printed once": (
        "Combing had a sensitivity and specificity of 85.7 and 92.4%, respectively.",
        [("sensitivity of combing", "85.7"), ("specificity of combing", "92.4")],
    ),
    "values before their words": (
        "Combing detected lice with 75% sensitivity and 73% specificity.",
        [("sensitivity of combing", "75"), ("specificity of combing", "73")],
    ),
    "a list of values before their words": (
        "Combing had 77.0% accuracy, 82.0% sensitivity, 71.7% specificity and 79.3% PPV.",
        [
            ("accuracy of combing", "77.0"),
            ("sensitivity of combing", "82.0"),
            ("specificity of combing", "71.7"),
            ("PPV of combing", "79.3"),
        ],
    ),
    "two tests": (
        "The overall accuracy of combing and inspection was 75% and 82%, respectively.",
        [("overall accuracy of combing", "75"), ("overall accuracy of inspection", "82")],
    ),
    "two tests, each behind its values": (
        "Sensitivity and specificity were 88% and 45% for combing and 42% and 48% for inspection.",
        [
            ("sensitivity of combing", "88"),
            ("specificity of combing", "45"),
            ("sensitivity of inspection", "42"),
            ("specificity of inspection", "48"),
        ],
    ),
    "two values and nothing says whose": ("The sensitivity was 88% and 45%.", []),
    "a word of the list that is not known": (
        "Reach, F-score and sensitivity were 88%, 45% and 40%, respectively.",
        [],
    ),
    "likelihood ratios": (
        "The positive likelihood ratio was 5.2 (95% CI 3.1 to 8.7) and the negative likelihood ratio was 0.21.",
        [("positive likelihood ratio", "5.2"), ("negative likelihood ratio", "0.21")],
    ),
    "agreement in brackets": (
        "Inter-rater agreement was substantial (kappa = 0.72; 95% CI 0.60-0.84).",
        [("kappa of inter-rater agreement", "0.72")],
    ),
    "c-statistic": ("The comb score had a c-statistic of 0.74.", [("c-statistic of the comb score", "0.74")]),
}


@pytest.mark.parametrize("name", ACCURACY)
def test_accuracy_is_read_word_by_word(name: str) -> None:
    text, expected = ACCURACY[name]
    assert [(f.outcome, f.estimate.text if f.estimate else "") for f in read(text)] == expected


def test_an_area_under_a_curve_of_concentrations_is_no_accuracy() -> None:
    assert all(f.measure is not M.AUC for f in read("The AUC was 300 ng/mL."))


ONE_GROUP = {
    "a share with its interval": (
        "The overall miss rate was 3.0% (95% CI 2.3% to 4.0%).",
        ("the overall miss rate", M.PERCENTAGE, "3.0", ("2.3", "4.0", "CI")),
    ),
    "a mean": ("Mean nit density was 12.5 ± 4.1 mm.", ("mean nit density", M.MEAN, "12.5", None)),
    "a median with quartiles": (
        "The median (IQR) time to clearance was 5 (3-8) days.",
        ("the median time to clearance", M.MEDIAN, "5", ("3", "8", "IQR")),
    ),
    "median survival": (
        "The median overall survival was 21.6 months (95% CI 14.2-38.6).",
        ("the median overall survival", M.MEDIAN, "21.6", ("14.2", "38.6", "CI")),
    ),
    "survival at a time": (
        "The 5-year overall survival was 62% (95% CI 55 to 69).",
        ("the 5-year overall survival", M.SURVIVAL, "62", ("55", "69", "CI")),
    ),
    "a rate per person-time": (
        "The incidence of relapse was 2.1 per 1,000 person-years (95% CI 1.5 to 2.9).",
        ("the incidence of relapse", M.RATE, "2.1", ("1.5", "2.9", "CI")),
    ),
    "a figure of two": ("The relapse rate was 8% with lotion and 16%.", None),
    "a cut-off": ("The best cut-off was 3.5 mm.", None),
    "age": ("The mean age was 12.5 years.", None),
    "the head alone": ("Lice went with a median duration of 8 days.", None),
}


@pytest.mark.parametrize("name", ONE_GROUP)
def test_the_result_of_one_group_keeps_its_own_limits(name: str) -> None:
    text, expected = ONE_GROUP[name]
    found = read(text)
    if expected is None:
        assert not found
        return
    (one,) = found
    (arm,) = one.arms
    assert arm.value is not None
    limits = (arm.interval.low.text, arm.interval.high.text, arm.interval_kind) if arm.interval else None
    assert (one.outcome, one.measure, arm.value.text, limits) == expected


def test_survival_of_two_groups_carries_both_arms_and_their_intervals() -> None:
    (found,) = read(
        "The 5-year survival was 62% (95% CI 55-69) in the lotion group and 48% (95% CI 41-55) in the comb group (p "
        "= 0.01)."
    )
    assert found.measure is M.SURVIVAL and p(found) == "p = 0.01"
    assert [(a.arm, a.value and a.value.text, a.interval and a.interval.low.text) for a in found.arms] == [
        ("lotion group", "62", "55"),
        ("comb group", "48", "41"),
    ]


def test_names_before_the_word_groups_are_groups() -> None:
    (found,) = read(
        "The 3-year survival rates of the ARX and non-ARX groups were 87.5% and 88.9%, respectively (P = .97)."
    )
    assert [(a.arm, a.value and a.value.text) for a in found.arms] == [("ARX", "87.5"), ("non-ARX", "88.9")]


def test_a_rate_ratio_keeps_the_rates_of_both_arms() -> None:
    (found,) = read(
        "The incidence of relapse was 2.1 per 100 person-years with lotion and 3.4 per 100 person-years with placebo "
        "(rate ratio 0.62, 95% CI 0.45 to 0.85)."
    )
    assert found.measure is M.RATE_RATIO and interval(found) == ("0.45", "0.85")
    assert [a.value and a.value.text for a in found.arms] == ["2.1", "3.4"]


NEEDED = {
    "The NNT was 12 (95% CI 8 to 25) for relapse.": ("relapse", "12", ("8", "25")),
    "The number needed to treat to prevent one relapse was 12 (95% CI 8 to 25).": ("relapse", "12", ("8", "25")),
    "The number needed to harm for rash was 40.": ("rash", "40", None),
    "The NNT was 12.": None,
    "The NNT for relapse was 0.5.": None,
}


@pytest.mark.parametrize("text", NEEDED)
def test_a_number_needed_to_treat_is_of_an_event_that_is_named(text: str) -> None:
    found = [(f.outcome, f.estimate.text if f.estimate else "", interval(f)) for f in read(text) if f.measure is M.NNT]
    assert found == ([NEEDED[text]] if NEEDED[text] else [])


FACTORS = {
    "the outcome behind": (
        "Analysis identified long hair (OR, 2.0; 95% CI, 1.0-3.8), shared hats (OR, 2.0; 95% CI, 1.1-3.7), and young "
        "age "
        "(OR, 7.2; 95% CI, 2.8-18.9) as predictors of relapse.",
        [("relapse", "long hair", "2.0"), ("relapse", "shared hats", "2.0"), ("relapse", "young age", "7.2")],
    ),
    "the outcome before": (
        "Independent risk factors for relapse were long hair (HR 1.4, 95% CI 1.1-1.8) and shared hats (HR 2.1).",
        [("relapse", "long hair", "1.4"), ("relapse", "shared hats", "2.1")],
    ),
    "a member without a ratio": (
        "Independent risk factors for relapse were school, long hair (HR 1.4) and shared hats (HR 2.1).",
        [("relapse", "long hair", "1.4"), ("relapse", "shared hats", "2.1")],
    ),
}


@pytest.mark.parametrize("name", FACTORS)
def test_each_risk_factor_of_a_list_has_its_ratio(name: str) -> None:
    text, expected = FACTORS[name]
    told = [(f.outcome, f.arms[0].arm, f.estimate.text if f.estimate else "") for f in read(text) if f.arms]
    assert told == expected


def test_an_interaction_is_told_with_its_p() -> None:
    (found,) = read(
        "There was a significant interaction between treatment and age for relapse (P for interaction = 0.01)."
    )
    assert found.outcome == "interaction of treatment and age on relapse"
    assert found.p is not None and found.p.kind == "interaction" and found.significant is None


def test_non_inferiority_keeps_difference_level_margin_and_side() -> None:
    (found,) = read(
        "Lotion was noninferior to placebo for relapse (difference 1.2 percentage points; 90% CI -0.5 to 2.9; "
        "noninferiority margin 4 percentage points; one-sided P = 0.01 for noninferiority)."
    )
    assert found.measure is M.RISK_DIFFERENCE and interval(found) == ("-0.5", "2.9")
    assert found.interval is not None and found.interval.level == 90.0
    assert (found.margin, found.one_sided) == ("4 percentage points", True)
    assert found.p is not None and found.p.kind == "non-inferiority"


@pytest.mark.parametrize(("printed", "level"), [("90", 90.0), ("95.02", 95.02), ("97.5", 97.5), ("99", 99.0)])
def test_the_level_of_an_interval_is_kept(printed: str, level: float) -> None:
    (found,) = read(f"The hazard ratio for relapse was 0.80 ({printed}% CI 0.66 to 0.97).")
    assert found.interval is not None and found.interval.level == level


def test_the_other_arm_of_two_is_named_by_the_study() -> None:
    made = record(
        "Relapse was less common in the lotion group (4/50 vs 10/50, P = 0.04).", title="Lotion or combing for lice"
    )
    (found,) = findings.read(made, study(made, arms=two_arms(made, "Lotion", "combing")))
    assert [(a.arm, a.events and a.events.text, a.denominator and a.denominator.text) for a in found.arms] == [
        ("Lotion", "4", "50"),
        ("combing", "10", "50"),
    ]
    assert "combing" in [s.quote for s in found.spans]


TESTED = {
    "a list of outcomes, each with its p": (
        "The changes in itch (P = 0.002), redness (P = 0.001), and sleep loss (P = 0.008) were greater in the lotion "
        "group than "
        "in the control group.",
        [("itch", "p = 0.002"), ("redness", "p = 0.001"), ("sleep loss", "p = 0.008")],
    ),
    "those in the other arm": (
        "Itch (P < 0.001) and redness (P = 0.028) in the lotion group were lower than those in the control group.",
        [("itch", "p < 0.001"), ("redness", "p = 0.028")],
    ),
    "that in the other arm": (
        "The loss of nits in the lotion group was greater than that in the placebo group (P < 0.001).",
        [("loss of nits", "p < 0.001")],
    ),
    "the arm stands first": (
        "Patients in the lotion group featured a reduced nit density compared to that in controls (P = 0.004).",
        [("nit density", "p = 0.004")],
    ),
    "no p": ("The loss of nits in the lotion group was greater than that in the placebo group.", []),
}


@pytest.mark.parametrize("name", TESTED)
def test_a_p_value_alone_tells_a_comparison_of_two_named_arms(name: str) -> None:
    text, expected = TESTED[name]
    found = [f for f in read(text) if f.p is not None]
    assert [
        (f.outcome.removeprefix("the ").removeprefix("changes in ").removeprefix("change in "), p(f)) for f in found
    ] == expected
    assert all(len(f.arms) == 2 for f in found)


BOTH_ARMS = {
    "Lotion reduced relapse compared with placebo (8.1% vs 12.3%; RR 0.66, 95% CI 0.50 to 0.87).": (
        ("relapse", M.RISK_RATIO, ["8.1", "12.3"])
    ),
    "HbA1c changed from baseline by -1.2% in the lotion group and -0.4% in the placebo group (p<0.001).": (
        ("change in HbA1c", M.PERCENT_CHANGE, ["-1.2", "-0.4"])
    ),
    "Median stay was 5 days (IQR 3-8) with lotion vs 7 days (IQR 5-10) with placebo (p=0.01).": (
        ("median stay", M.MEDIAN, ["5", "7"])
    ),
}


@pytest.mark.parametrize("text", BOTH_ARMS)
def test_both_arms_keep_their_results(text: str) -> None:
    (found,) = read(text)
    assert (found.outcome, found.measure, [a.value and a.value.text for a in found.arms]) == BOTH_ARMS[text]


NOT_THEIRS = {
    "figures of another member of the list": (
        "There was a difference in time to relapse, loss of nits (Group C 50.7 ± 5.7 min and Group L 181 ± 27.8 min) "
        "and itch."
    ),
    "people, not an outcome": (
        "Long hair was associated with relapse in participants who were boys (OR 2.4, 95% CI 1.6-3.4) and aged over 60 "
        "(OR 1.8, 95% CI 1.4-2.4)."
    ),
    "the word belongs to another clause": "Combing shows low sensitivity with agreement of 68% for boys.",
}


@pytest.mark.parametrize("name", NOT_THEIRS)
def test_a_figure_is_not_given_to_a_neighbour(name: str) -> None:
    found = read(NOT_THEIRS[name])
    assert not [f for f in found if f.outcome in ("time to relapse", "relapse") and len(f.arms) == 2]
    assert not [f for f in found if f.measure is M.SENSITIVITY or f.outcome.startswith("aged")]


LISTED_ARMS = {
    "arms in the first bracket": (
        "The most common events were rash (six [9%] of 68 patients in the lotion group vs four [1%] of 283 patients in "
        "the placebo group), itching (16 [24%] vs ten [4%]), and sore scalp (14 [21%] vs 11 [4%]).",
        [("rash", "9", "1"), ("itching", "24", "4"), ("sore scalp", "21", "4")],
    ),
    "arms before the first bracket": (
        "Lotion reduced relapse compared with placebo (18.7% versus 31.5%, p < 0.001), itch (51% vs 60%, p = 0.02) and "
        "sleep loss (31% vs 44%).",
        [("relapse", "18.7", "31.5"), ("itch", "51", "60"), ("sleep loss", "31", "44")],
    ),
    "other groups are named": (
        "Lotion reduced relapse compared with placebo (18.7% versus 31.5%), itch in the girls group (51% vs 60%).",
        [("relapse", "18.7", "31.5")],
    ),
}


@pytest.mark.parametrize("name", LISTED_ARMS)
def test_later_members_of_a_list_have_the_arms_of_the_first(name: str) -> None:
    text, expected = LISTED_ARMS[name]
    found = [(f.outcome, *(a.value.text if a.value else "" for a in f.arms)) for f in read(text) if len(f.arms) == 2]
    assert found == expected


NO_NAME = {
    "a verb": "Lice complicated 9.8% of pregnancies and 7.7% of births.",
    "a time taken for a factor": "Before matching (OR 1.5 [95% CI, 1.1-2.1]), combing was associated with relapse.",
    "several changes and one name": "The error fell from 10.1 to 8.2 mm, 7.1 to 4.3 mm, and 6.1 to 2.9 mm.",
    "from one test to another": "A comb increased the sensitivity for lice from 17.9% with sight to 39.4%.",
}


@pytest.mark.parametrize("name", NO_NAME)
def test_a_figure_whose_outcome_is_not_understood_is_left_alone(name: str) -> None:
    assert not [f for f in read(NO_NAME[name]) if f.measure is not M.P_ONLY]
