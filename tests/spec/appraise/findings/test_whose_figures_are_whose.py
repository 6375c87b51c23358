"""Figures go to the group that the words set first, and a group that is one of two is told of neither alone."""

from __future__ import annotations

import pytest
from findings_help import record

from probatum.appraise import findings, study
from probatum.model import Direction, Finding, Measure, SectionRole

_LEAD = "Adults with asthma were randomly assigned to drug alphazole or drug betazole (150 in each group). "


def read(text: str) -> tuple[Finding, ...]:
    made = record(_LEAD + text, title="Alphazole versus betazole in asthma: a randomised trial.", role=SectionRole.NONE)
    return findings.read(made, study.read(made))


def told(found: Finding) -> tuple[str, ...]:
    return (found.outcome, *(f"{arm.arm} {arm.value.text}" for arm in found.arms if arm.value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resting pulse after betazole treatment showed a greater decline compared with the alphazole group "
            "at week 8 "
            "[-6.1 (-7.0 to -5.2) vs. -2.3 (-3.1 to -1.5), P<0.01].",
            ("decline in resting pulse", "betazole treatment -6.1", "alphazole group -2.3"),
        ),
        (
            "There was no difference in total hospital time between alphazole (12.1 ± 3.4) and betazole (13.0 ± "
            "3.2; P = 0.3).",
            ("total hospital time", "alphazole 12.1", "betazole 13.0"),
        ),
        (
            "The proportion of patients who vomited was lower in the alphazole group (6.7%) compared with the betazole "
            "group (13.2%).",
            ("vomiting", "alphazole group 6.7", "betazole group 13.2"),
        ),
        (
            "At week 24, alphazole was noninferior to betazole (50% vs. 52%, difference -2.3%), with no significant "
            "difference in control of wheezing (P = 0.41).",
            ("control of wheezing", "alphazole 50", "betazole 52"),
        ),
        (
            "Mortality was higher in patients who received alphazole than in those who did not (12% vs 5%, P = 0.01).",
            ("mortality", "alphazole 12", "people without alphazole 5"),
        ),
        (
            "Mortality was lower in people who did not receive alphazole (5% vs 9%, P = 0.01).",
            ("mortality", "people without alphazole 5", "alphazole 9"),
        ),
        (
            "Opioid use was higher in the saline group than in the alphazole and betazole groups (17.2 ± 9.7 mg vs. "
            "11.2 ± 7.0 mg vs. 11.4 ± 6.4 mg, P = .001).",
            ("opioid use", "saline group 17.2", "alphazole 11.2", "betazole 11.4"),
        ),
    ],
)
def test_figures_are_given_to_the_right_group(text: str, expected: tuple[str, ...]) -> None:
    assert expected in [told(found) for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Monthly attacks were significantly decreased in both the alphazole and betazole groups compared "
        "with baseline.",
        "Monthly attacks were significantly decreased in the alphazole and betazole groups.",
        "Not different between the two groups were wheeze and cough (P = 0.4).",
        "Mortality was lower in people who did not receive alphazole (9% vs 5%).",
        "Opioid use was higher in the saline group than in the alphazole and betazole groups (9.2 mg vs. "
        "11.2 mg vs. 11.4 mg).",
    ],
)
def test_what_is_of_both_or_against_the_words_is_of_none(text: str) -> None:
    assert not [found for found in read(text) if len(found.arms) == 1 or found.outcome.startswith("not")]
    assert not [arm for found in read(text) for arm in found.arms if arm.value]


def test_one_group_that_improved_with_its_drug_still_counts() -> None:
    [found] = read("Monthly attacks were significantly decreased in the alphazole group (P = 0.01).")
    assert [arm.arm for arm in found.arms][:1] == ["alphazole group"] or found.arms[0].arm == "alphazole"


def test_a_greater_fall_is_greater_though_its_figure_is_lower() -> None:
    [found] = read(
        "The decrease of morning pulse was bigger after alphazole compared to betazole [-3.3 vs. -2.3, P<0.01]."
    )
    assert found.direction is Direction.HIGHER
    [level] = read("Morning temperature change was lower with alphazole than with betazole (-3.3 vs. -2.3, P<0.01).")
    assert level.direction is Direction.LOWER


def test_each_clause_has_its_own_group() -> None:
    found = read(
        "In Group 1 nausea was observed in 8 (20%) out of 40 patients, whereas in Group 2, nausea was "
        "reported in 11 (25%) "
        "out of 44 patients."
    )
    assert ("nausea", "Group 2 25") in [told(one) for one in found]
    assert not [one for one in found if told(one)[1:] == ("Group 1 25",)]


def test_a_list_without_differences_is_read_to_its_end() -> None:
    found = read(
        "No differences were observed in hospital stay (alphazole: 5 (5, 8) vs betazole: 6 (5, 7) days, p = 0.74), or "
        "theatre time (alphazole: 50 (45, 80) vs betazole: 60 (50, 70) min, p = 0.4)."
    )
    assert [told(one) for one in found] == [
        ("hospital stay", "alphazole 5", "betazole 6"),
        ("theatre time", "alphazole 50", "betazole 60"),
    ]


def test_differences_with_their_intervals_in_a_list() -> None:
    found = read(
        "There were no differences in average systolic pressure (intervention - control 0.7 mm Hg; 95% CI "
        "-2.1 to 3.4), "
        "diastolic pressure (0.3 mm Hg; 95% CI -1.1 to 1.6) or weight (-0.2 kg; 95% CI -1.0 to 0.6)."
    )
    assert [(f.outcome, f.estimate.text if f.estimate else "") for f in found] == [
        ("systolic pressure", "0.7"),
        ("diastolic pressure", "0.3"),
        ("weight", "-0.2"),
    ]
    assert all(f.measure is Measure.MEAN_DIFFERENCE and f.direction is Direction.NONE_DETECTED for f in found)
    assert not read("There were no differences in weight (intervention - control 2.2 kg; 95% CI 1.0 to 3.6).")


def test_tests_that_people_had_are_told_apart() -> None:
    found = read(
        "Thirty patients had sonography (sensitivity 74 %, specificity 94 %), 119 had CT (sensitivity 84 %, "
        "specificity "
        "99 %), and 59 had both sonography and CT (sensitivity 75 %, specificity 100 %)."
    )
    assert [(f.outcome, f.estimate.text if f.estimate else "") for f in found] == [
        ("sensitivity of sonography", "74"),
        ("specificity of sonography", "94"),
        ("sensitivity of CT", "84"),
        ("specificity of CT", "99"),
        ("sensitivity of sonography and CT", "75"),
        ("specificity of sonography and CT", "100"),
    ]


def test_short_names_of_accuracy_are_written_out() -> None:
    found = read("The pooled Sen and Spe were 0.92 (95% CI 0.88-0.95) and 0.78 (95% CI 0.70-0.84).")
    assert [(f.outcome, f.measure) for f in found] == [
        ("pooled sensitivity", Measure.SENSITIVITY),
        ("specificity", Measure.SPECIFICITY),
    ]


def test_an_exposure_of_two_letters_that_another_section_writes_out() -> None:
    made = record(
        "Heart block (HB) is common. HB was associated with later falls [hazard ratio (HR) 1.28, 95% CI 1.11-1.48]."
    )
    [found] = findings.read(made, study.read(made))
    assert [arm.arm for arm in found.arms] == ["HB"]
    odd = record("Blocks are common. HB was associated with later falls [hazard ratio (HR) 1.28, 95% CI 1.11-1.48].")
    assert not findings.read(odd, study.read(odd))


def test_how_many_trials_there_were_is_no_outcome() -> None:
    [found] = read(
        "Compared with placebo, alphazole did not reduce the occurrence of attacks (9 trials, 1452 patients, "
        "RR 0.93, 95% CI "
        "0.70-1.24)."
    )
    assert found.outcome == "occurrence of attacks"
    [stratified] = read(
        "The risk of attacks was decreased with alphazole relative to betazole (Mantel-Haenszel relative "
        "risk ratio [95% "
        "CI] = 0.51 [0.34, 0.75]; p < 0.001)."
    )
    assert stratified.outcome == "attacks"


def test_kinds_of_people_in_a_list_are_no_outcomes() -> None:
    found = read(
        "Alphazole did not reduce the occurrence of attacks in elderly patients (6 trials, 810 patients, RR "
        "0.71, 95% CI "
        "0.38-1.32), patients given steroids (4 trials, 806 patients, RR 0.78, 95% CI 0.43-1.41) or theophylline "
        "(4 trials, "
        "345 patients, RR 0.89, 95% CI 0.44-1.78), and patients undergoing rehabilitation (4 trials, 681 "
        "patients, RR 1.02, "
        "95% CI 0.82-1.28)."
    )
    assert [(f.outcome, f.population, f.estimate.text if f.estimate else "") for f in found][1:] == [
        ("occurrence of attacks", "patients given steroids", "0.78"),
        ("occurrence of attacks", "patients undergoing rehabilitation", "1.02"),
    ]
    assert "in elderly patients" in found[0].outcome


def test_several_outcomes_stay_a_list_of_outcomes() -> None:
    found = read("Alphazole reduced attacks (RR 0.71, 95% CI 0.38-0.92) and admissions (RR 0.78, 95% CI 0.43-0.91).")
    assert [f.outcome for f in found] == ["attacks", "admissions"]


def test_how_people_came_into_a_trial_is_no_result_of_it() -> None:
    assert not read("At the baseline, the mean number of attacks was 7.7 ± 7.2.")
    assert read("At week 12, the mean number of attacks was 7.7 ± 7.2.")
