"""Two and more arms, each with its result."""

from __future__ import annotations

import pytest
from findings_help import arms, interval, p, read

from probatum.model import Direction, Measure

NONE, LOWER, HIGHER, UNCLEAR = Direction.NONE_DETECTED, Direction.LOWER, Direction.HIGHER, Direction.UNCLEAR

CASES = {
    "in and in": (
        "The cure rate was 38% (12 of 32) with combing and 78% (31 of 40) with lotion (p = 0.003).",
        ("the cure rate", Measure.PERCENTAGE, (("combing", "38"), ("lotion", "78")), "p = 0.003", LOWER),
    ),
    "v, doses as arms, the control last": (
        "Nausea occurred in 5% on placebo v 32% on 900 mg (p = 0.026).",
        ("nausea", Measure.PERCENTAGE, (("900 mg", "32"), ("placebo", "5")), "p = 0.026", HIGHER),
    ),
    "not significant is no difference detected": (
        "Itching was reported by 10/16 (63%) children in the lotion group and 32/58 (55%) children in"
        " the combing group "
        "(p = 0.41).",
        ("itching", Measure.PERCENTAGE, (("lotion group", "63"), ("combing group", "55")), "p = 0.41", NONE),
    ),
    "means with spread and unit": (
        "The mean hospital stay was 4.2 (SD 1.1) days in the combing group versus 5.6 (SD 1.4) days i"
        "n the lotion group "
        "(P<0.001).",
        (
            "the mean hospital stay",
            Measure.MEAN,
            (("combing group", "4.2"), ("lotion group", "5.6")),
            "p < 0.001",
            LOWER,
        ),
    ),
    "respectively": (
        "Healing was seen in 87% (146/167) and 66% (112/169) of children in the lotion and combing groups, "
        "respectively (p < 0.001).",
        ("healing", Measure.PERCENTAGE, (("lotion", "87"), ("combing", "66")), "p < 0.001", HIGHER),
    ),
    "three arms": (
        "Relapse occurred in 10%, 12%, and 30% of children in the lotion, combing, and placebo groups, respectively.",
        ("relapse", Measure.PERCENTAGE, (("lotion", "10"), ("combing", "12"), ("placebo", "30")), "", UNCLEAR),
    ),
    "the pair in brackets, the arms before": (
        "The incidence of rash was lower in the lotion group than in the placebo group (0.8 percent vs. 7.1 percent, "
        "P=0.02).",
        ("the incidence of rash", Measure.PERCENTAGE, (("lotion group", "0.8"), ("placebo", "7.1")), "p = 0.02", LOWER),
    ),
    "each arm with its bracket": (
        "The cure rate in the lotion group (93%) was higher than in the combing group (41%).",
        ("the cure rate", Measure.PERCENTAGE, (("lotion group", "93"), ("combing group", "41")), "", HIGHER),
    ),
    "events first": (
        "There were 81 relapses in the lotion group versus 113 in the combing group (log-rank p=0.04).",
        ("relapses", Measure.COUNT, (("lotion group", "81"), ("combing group", "113")), "p = 0.04", LOWER),
    ),
    "what people had": (
        "Of the children, 6 of 60 (10%) in the lotion group and 18 of 61 (30%) in the combing group had scalp eczema.",
        ("scalp eczema", Measure.PERCENTAGE, (("lotion group", "10"), ("combing group", "30")), "", LOWER),
    ),
    "more A than B had": (
        "More lotion than placebo recipients had local pain (27% v 18%, respectively).",
        ("local pain", Measure.PERCENTAGE, (("lotion", "27"), ("placebo", "18")), "", HIGHER),
    ),
    "each figure behind its arm, in brackets": (
        "Relapse was less frequent after two weeks (lotion 12% vs placebo 30%, p = 0.02).",
        ("relapse", Measure.PERCENTAGE, (("lotion", "12"), ("placebo", "30")), "p = 0.02", LOWER),
    ),
    "arm, colon, figure": (
        "Pain scores were lower at 6 weeks (lotion: 5.2 ± 1.1 vs. combing: 6.3 ± 1.4; p = 0.02).",
        ("pain scores", Measure.MEAN, (("lotion", "5.2"), ("combing", "6.3")), "p = 0.02", LOWER),
    ),
    "the second arm behind the figures": (
        "Itch was lower in the lotion group (2.1 vs 4.2; P = 0.01) than in the placebo group.",
        ("itch", Measure.OTHER, (("lotion group", "2.1"), ("placebo", "4.2")), "p = 0.01", LOWER),
    ),
    "had a lower, compared with": (
        "Children given lotion had a lower louse count (1.3 ± 1.2 vs 2.4 ± 0.8; P < .001) compared with controls.",
        ("louse count", Measure.MEAN, (("lotion", "1.3"), ("controls", "2.4")), "p < .001", LOWER),
    ),
    "both arms behind the figures": (
        "Side effects were less frequent (18.1% vs 55.1%, p=.01) in the gel group compared to the oral group.",
        ("side effects", Measure.PERCENTAGE, (("gel group", "18.1"), ("oral group", "55.1")), "p = .01", LOWER),
    ),
    "the second arm inside the bracket": (
        "There was more relapse among cases (25.8% vs 12.1% among controls; P = .049).",
        ("relapse", Measure.PERCENTAGE, (("cases", "25.8"), ("controls", "12.1")), "p = .049", HIGHER),
    ),
    "a greater loss below zero": (
        "Weight loss was greater in the A group (-5.02 vs -4.1 kg; p = 0.002) compared to the B group.",
        ("weight loss", Measure.OTHER, (("A group", "-5.02"), ("B group", "-4.1")), "p = 0.002", HIGHER),
    ),
    "n and share in the bracket": (
        "Bites were more frequent in the lotion group (n = 17; 50%) than in the control group (n = 2; 5.8%).",
        ("bites", Measure.PERCENTAGE, (("lotion group", "50"), ("control group", "5.8")), "", HIGHER),
    ),
    "a group at high risk": (
        "The prevalence of eczema was higher in the high-risk group (9.1%) than the low-risk group (1.2%) (P<0.05).",
        (
            "the prevalence of eczema",
            Measure.PERCENTAGE,
            (("high-risk group", "9.1"), ("low-risk group", "1.2")),
            "p < 0.05",
            HIGHER,
        ),
    ),
    "sizes of change are not levels": (
        "The itch score fell by 7.0 (SD 7.1) with lotion and by 6.9 (SD 6.4) with placebo (p = 0.96).",
        ("fall in the itch score", Measure.CHANGE, (("lotion", "7.0"), ("placebo", "6.9")), "p = 0.96", NONE),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_comparison(name: str) -> None:
    text, expected = CASES[name]
    (found,) = read(text)
    assert (found.outcome, found.measure, arms(found), p(found), found.direction) == expected
    for arm in found.arms:
        assert arm.value is not None and arm.value.span.quote == arm.value.text


WITH_ESTIMATE = {
    "risk ratio": (
        "Relapse occurred in 9% of the lotion group and 26% of the placebo group (risk ratio 0.35, 95% CI 0.2 to 0.6; "
        "p = 0.001).",
        (Measure.RISK_RATIO, "0.35", ("0.2", "0.6"), "p = 0.001"),
    ),
    "difference of shares": (
        "A test was ordered for 47.2% of lotion participants and 26.4% of controls (difference, 20.8 percentage points "
        "[95% CI, 8.6 to 32.9 percentage points]).",
        (Measure.RISK_DIFFERENCE, "20.8", ("8.6", "32.9"), ""),
    ),
    "difference of means": (
        "The mean itch score was 5.2 points with lotion and 3.3 points with combing (difference 1.9, "
        "95% CI 0.7 to 3.2).",
        (Measure.MEAN_DIFFERENCE, "1.9", ("0.7", "3.2"), ""),
    ),
}


@pytest.mark.parametrize("name", WITH_ESTIMATE)
def test_the_estimate_behind_a_comparison_joins_it(name: str) -> None:
    text, expected = WITH_ESTIMATE[name]
    (found,) = read(text)
    estimate = found.estimate.text if found.estimate else ""
    assert (found.measure, estimate, interval(found), p(found)) == expected
    assert len(found.arms) == 2
    assert found.significant is True


SILENT = {
    "a predicate that is no event": "Combing was outpaced by itching in 78% of group A and 43% of group B.",
    "figures against the words": "Pain was lower with lotion than with combing (8.1 vs 3.2).",
    "one arm of three cannot be named": "Pain was worse in white than in black people (43% versus 36% versus 40%).",
    "ratios are not results of arms": "There were differences in use (odds ratios were 4.2 and 5.4 in men and women).",
    "baseline": "At baseline, pain was 5.1 (SD 1.0) with lotion and 5.2 (SD 1.1) with combing.",
    "three figures behind their arms": "Cure differed (lotion group 62%, combing group 44%, placebo group 22%).",
    "a coded variable": "The equation was: itch = 52 x weight + 19 (women = 0, men = 1).",
    "numbers of people": "Itch was measured in 4,515 children (lotion: 3,465 girls; control: 1,050 girls).",
    "categories of a factor": "Prognostic factors were skin type (dry skin 65% vs oily skin 51%) and age.",
    "a torn decimal": "Pain was reported by 7.7% versus 8.3%, 14. 8% versus 21.8% with lotion versus combing.",
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_found_rather_than_something_wrong(name: str) -> None:
    assert [f for f in read(SILENT[name]) if any(a.value for a in f.arms)] == []


def test_a_list_of_outcomes_with_their_figures() -> None:
    text = (
        "There were no significant differences in early death (39.6% in the lotion group vs. 38.5% in"
        " the combing group) "
        "and late death (45.3% in the lotion group vs. 42.3% in the combing group)."
    )
    assert [(f.outcome, arms(f)[0][1]) for f in read(text)] == [("early death", "39.6"), ("late death", "45.3")]
    assert {f.claimed for f in read(text)} == {"not significant"}


def test_a_share_that_does_not_fit_its_counts_is_said() -> None:
    (found,) = read("Nausea occurred in 8 of 59 (13.6%) patients with lotion and in 5 of 54 (8.8%) given placebo.")
    assert found.problems == ("5 of 54 is 9.3%, not 8.8% (placebo)",)
