"""Figures whose groups the sentence names anywhere: behind their outcome, beside the group, of one group."""

from __future__ import annotations

import pytest
from findings_help import arms, p, read

from probatum.model import Direction, Measure

NONE, LOWER, HIGHER, UNCLEAR = Direction.NONE_DETECTED, Direction.LOWER, Direction.HIGHER, Direction.UNCLEAR

PAIRS = {
    "the second group stands behind the bracket": (
        "Children undergoing combing had higher adherence (95% vs. 61%) compared to lotion users (P < 0.01).",
        ("adherence", (("combing", "95"), ("lotion users", "61")), "p < 0.01", HIGHER),
    ),
    "fewer people of one group than of the other": (
        "Fewer infants in the combing group compared with the lotion group were treated with steroids (14% vs. 55%).",
        ("being treated with steroids", (("combing group", "14"), ("lotion group", "55")), "", LOWER),
    ),
    "shares of both, then what they did": (
        "51.3% of children undergoing combing reported itching compared to 12.5% undergoing washing (P = 0.008).",
        ("itching", (("combing", "51.3"), ("washing", "12.5")), "p = 0.008", HIGHER),
    ),
    "a stay of so many days versus those of the others": (
        "Older children had an average stay of 4.9 days versus 7.8 days in the younger children (P = 0.03).",
        ("average stay", (("Older children", "4.9"), ("younger children", "7.8")), "p = 0.03", LOWER),
    ),
    "a greater percentage of one group": (
        "A significantly greater percentage of children with lice had sore skin at discharge (59 vs 33%, p=0.02).",
        ("sore skin", (("children with lice", "59"), ("comparison group", "33")), "p = 0.02", HIGHER),
    ),
    "an age that is one of two groups": (
        "Recurrence was higher in the elderly cohort (5.2% vs. 1.9%; p = 0.01).",
        ("recurrence", (("elderly cohort", "5.2"), ("comparison group", "1.9")), "p = 0.01", HIGHER),
    ),
    "their controls": (
        "Children with lotion required fewer visits than their matched controls (22.2% vs 61.1%, P = 0.02).",
        ("visits", (("Children with lotion", "22.2"), ("controls", "61.1")), "p = 0.02", LOWER),
    ),
    "one percent sign for both": (
        "The dose intensity was lower in the combing group than in the lotion group (73 vs. 95%).",
        ("the dose intensity", (("combing group", "73"), ("lotion group", "95")), "", LOWER),
    ),
    "the other group has no name": (
        "Children managed according to the new plan had a shorter stay (6.6 versus 8.0 days; P = 0.03).",
        (
            "stay",
            (("Children managed according to the new plan", "6.6"), ("comparison group", "8.0")),
            "p = 0.03",
            LOWER,
        ),
    ),
    "what people did": (
        "One year later, 90% of the combing group recalled the leaflet compared to 21% of the lotion group.",
        ("recalling the leaflet", (("combing group", "90"), ("lotion group", "21")), "", HIGHER),
    ),
    "the second group has the figure and no noun": (
        "Severe itching occurred in 5% of children in the combing group and 14% in the no combing group.",
        ("severe itching", (("combing group", "5"), ("no combing group", "14")), "", LOWER),
    ),
    "names that look like no group, with words and figures that agree": (
        "Mean humidity was greater for the fine combs (30.4±1.1 mg) compared with the coarse combs (27.8±1.3 mg).",
        ("mean humidity", (("fine combs", "30.4"), ("coarse combs", "27.8")), "", HIGHER),
    ),
    "money": (
        "Mean total costs were €4795 in the combing group and €6857 in the lotion group.",
        ("mean total costs", (("combing group", "4795"), ("lotion group", "6857")), "", LOWER),
    ),
    "what the figures consist of does not stand in the way": (
        "Adverse events occurred in 19 (13%) children of group A (3 burns, 7 rashes) and 16 (11%) children of group B "
        "(2 burns, 10 rashes).",
        ("adverse events", (("group A", "13"), ("group B", "11")), "", HIGHER),
    ),
    "both groups, then both figures": (
        "Five-year survival for Arm A versus Arm B was 48% versus 50% (P = 0.55).",
        ("five-year survival", (("Arm A", "48"), ("Arm B", "50")), "p = 0.55", NONE),
    ),
    "names before the bracket, with words and figures that agree": (
        "Expression of the marker was elevated in scalp samples compared with neck samples (1.71 versus 0.05 ng/mg).",
        ("expression of the marker", (("scalp samples", "1.71"), ("neck samples", "0.05")), "", HIGHER),
    ),
    "the first group opens the sentence": (
        "In Group 1, the rate of recurrence was 6% against 1% in Group 2 (p = 0.005).",
        ("rate of recurrence", (("Group 1", "6"), ("Group 2", "1")), "p = 0.005", HIGHER),
    ),
    "each figure followed by its arm": (
        "Weight was 12.72 kg combing versus 12.68 kg control (p=0.66).",
        ("weight", (("combing", "12.72"), ("control", "12.68")), "p = 0.66", NONE),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_figures_are_given_to_the_groups_that_the_sentence_names(name: str) -> None:
    text, (outcome, compared, value, way) = PAIRS[name]
    (found,) = read(text)
    assert (found.outcome, arms(found), p(found), found.direction) == (outcome, compared, value, way)


def test_each_member_of_a_list_has_its_own_bracket() -> None:
    found = read(
        "Comparison of the combing group with the lotion group showed that incidences of rash (13.0% vs 42.9%) and "
        "tingling (1.1% vs 6.9%) were significantly lower."
    )
    assert [(f.outcome, arms(f)) for f in found] == [
        ("incidences of rash", (("combing group", "13.0"), ("lotion group", "42.9"))),
        ("tingling", (("combing group", "1.1"), ("lotion group", "6.9"))),
    ]


def test_the_number_of_people_before_a_group_is_its_denominator() -> None:
    (found,) = read(
        "Median time to relapse in 275 children allocated combing was 11.3 months compared with 8.8 months in 278 "
        "children allocated lotion (hazard ratio 1.37, 95% CI 1.07 to 1.76)."
    )
    assert [(a.value.text, a.denominator.text) for a in found.arms if a.value and a.denominator] == [
        ("11.3", "275"),
        ("8.8", "278"),
    ]
    assert found.measure is Measure.HAZARD_RATIO


def test_a_result_for_the_primary_outcome_is_no_sentence_about_methods() -> None:
    (found,) = read(
        "The primary outcome was observed in 12% of children in the combing group and 15% in the lotion group."
    )
    assert arms(found) == (("combing group", "12"), ("lotion group", "15"))


def test_one_exposure_is_compared_with_what_the_sentence_sets_it_against() -> None:
    (found,) = read(
        "On multivariable Cox regression residual lice were associated with a higher risk of relapse compared to "
        "initial clearance (hazard ratio 1.99, 95% CI 1.01-3.92)."
    )
    assert [a.arm for a in found.arms] == ["residual lice", "initial clearance"]
    assert found.comparator == "initial clearance"


def test_an_arm_is_never_named_as_the_outcome_is() -> None:
    (found,) = read("Combed children had a higher risk of death than uncombed children (OR = 2.69, 95% CI 1.52, 3.92).")
    assert [a.arm for a in found.arms] == ["combed children", "uncombed children"]


SILENT = {
    "figures against the words": "The combing group had fewer events than the lotion group (32.8% vs 17.6%).",
    "sizes of groups": "Decline was similar in the 559 children in the combing group and the 557 in the lotion group.",
    "a group named elsewhere": "The number of free days was greater in this group (12 vs 10 days).",
    "the time before the study": "The combing group had lower scores than the lotion group at baseline (12.1 v 14.2).",
    "what was reduced or the size of it": "Combing led to a reduction in the number of lice in treated children (50 vs "
    "205 lice).",
    "labels that may be subgroups": "Itching was similar with combing and with lotion (girls, 12% v 14%; boys, "
    "22% v 20%).",
}


@pytest.mark.parametrize("name", SILENT)
def test_where_groups_or_outcome_are_not_certain_no_figure_is_given_to_an_arm(name: str) -> None:
    assert [f for f in read(SILENT[name]) if any(a.value for a in f.arms)] == []


SHARES = {
    "what they had": (
        "A total of 16.96% of participants tested positive for mites.",
        [("testing positive for mites", "16.96")],
    ),
    "the commonest events": (
        "The two most common adverse events were temporary swelling (9%) and nodules (8.5%).",
        [("temporary swelling", "9"), ("nodules", "8.5")],
    ),
    "the commonest of anything": (
        "The most common TRAEs of any grade were rash (25%) and fatigue (18.8%).",
        [("rash", "25"), ("fatigue", "18.8")],
    ),
    "the people were told before": ("Among 3069 children, 488 (15.9%) developed lice.", [("lice", "15.9")]),
    "what was done": ("Acupuncture was used by 26% of participants.", [("use of acupuncture", "26")]),
    "several outcomes in one list": (
        "The objective response rate and disease control rate were 40.0% and 86.7%, respectively.",
        [("objective response rate", "40.0"), ("disease control rate", "86.7")],
    ),
    "common": ("Non-adherence to combing was common (37%).", [("non-adherence to combing", "37")]),
    "how people came into the study": ("Of those, 52% of the participants were women.", []),
    "a figure of what follows": ("A total of 472 (7.9%) patients presented 4917 events.", []),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_share_of_one_group_is_of_what_its_people_did_or_had(name: str) -> None:
    text, expected = SHARES[name]
    assert [(f.outcome, f.arms[0].value.text) for f in read(text) if f.arms[0].value] == expected


def test_a_list_with_p_values_alone_compares_the_groups_of_its_sentence() -> None:
    found = read("Children with lice had a higher itch score (P = .002) than children without lice.")
    assert [(f.outcome, p(f), f.direction) for f in found] == [("itch score", "p = .002", HIGHER)]


def test_a_ratio_behind_a_colon_is_read_as_one_in_brackets() -> None:
    (found,) = read(
        "Combing was associated with lower mortality than lotion: Mortality Rate Ratio (MRR) = 0.54 (95% CI: "
        "0.31-0.94)."
    )
    assert (found.outcome, found.measure, found.estimate and found.estimate.text) == (
        "mortality",
        Measure.RATE_RATIO,
        "0.54",
    )
