"""Figures told of another outcome, two figures told the other way round, ratios beside words that belie them, and
differences denied or told that the source tests: an invented trial."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

from probatum.assess.audit.brackets import bare
from probatum.model import AuditedSentence

SOURCE = (
    "We randomly assigned 86 adults with gravel fever to zerafine or placebo for 12 weeks. Heart rate was counted at "
    "rest and at 60% of its maximum. Nobody was lost. In the zerafine group quality of life improved compared with "
    "placebo (mean change 4.0 versus -0.7, P = 0.04). In contrast, women with stone overgrowth had significantly "
    "shorter fever periods than those without stone overgrowth (11.5 versus 14.4 months, P = 0.002). Zerafine was "
    "associated with more visits to the clinic (odds ratio 1.50, 95% CI 1.20 to 1.90) and with a lower risk of "
    "cramps (RR 0.60, P = 0.01). Harsh punishment of children was significantly rarer with zerafine than with "
    "placebo (P = 0.001). There was no difference in relapse rates between the zerafine and placebo groups. When "
    "relapse-free days were evaluated in stone overgrowth, chills did not differ by race. Stone overgrowth was "
    "associated with significantly fewer chills in the zerafine group than in the placebo group (P = 0.01). Mean "
    "calcium was 3.96 (95% CI 2.37, 5.56) mmol in the placebo group and 10.46 (95% CI 6.89, 14.03) mmol in the "
    "zerafine group. There was a marginally significant gain in walking (P = 0.049). The proportion of adults "
    "starting to walk and sing did not differ significantly between the zerafine group 75% (n = 40) and the placebo "
    "group 86% (n = 43)."
)
ROWS = (
    "Event\tZerafine (n = 22)\tPlacebo (n = 64)\tP value\nHeadache\t8 (36.4)\t30 (46.9)\t0.385\n"
    "Cough\t16 (21.9%)\t17 (23.3%)\t0.843\nFever\t9 (12.3%)\t7 (9.6%)\t0.785"
)


def said(sentence: str, source: str = SOURCE) -> AuditedSentence:
    return report(f"{sentence} [1].", title="Gravel fever", records=(saying(source, ROWS), other())).sentences[-1]


def faults(sentence: str) -> set[str]:
    return {c.check for c in said(sentence).checks if c.verdict.value not in ("supported", "not checked")}


@pytest.mark.parametrize(
    ("right", "wrong", "check"),
    [
        (
            "Quality of life changed by 4.0 with zerafine and by -0.7 with placebo (P = 0.04)",
            "Heart rate changed by 4.0 with zerafine and by -0.7 with placebo (P = 0.04)",
            "other outcome",
        ),
        (
            "Cough was seen in 21.9% with zerafine and 23.3% with placebo (P = 0.843)",
            "Fever was seen in 21.9% with zerafine and 23.3% with placebo (P = 0.843)",
            "other outcome",
        ),
        (
            "Women with stone overgrowth had shorter periods of fever, 11.5 against 14.4 months",
            "Women with stone overgrowth had longer periods of fever, 14.4 against 11.5 months",
            "pair",
        ),
        (
            "Clinic visits were more frequent with zerafine (OR 1.50)",
            "Clinic visits were less frequent with zerafine (OR 1.50)",
            "ratio",
        ),
        (
            "The risk of cramps was lower with zerafine (RR 0.60)",
            "The risk of cramps was higher with zerafine (RR 0.60)",
            "ratio",
        ),
        ("Relapse rates did not differ", "Harsh punishment of children did not change", "alike"),
        ("Harsh punishment became rarer with zerafine", "Relapse rates set the two groups apart", "differing"),
    ],
)
def test_a_check_objects_to_the_one_and_not_to_the_other(right: str, wrong: str, check: str) -> None:
    assert check not in faults(right)
    assert check in faults(wrong)


def test_a_denial_by_another_factor_gainsays_no_difference_between_groups() -> None:
    assert "differing" not in faults("Stone overgrowth went with fewer chills on zerafine than on placebo")


def test_a_result_just_below_the_level_may_be_called_marginal() -> None:
    assert "significance" not in faults("There was a marginally significant gain in walking (P = 0.049)")
    assert "significance" in faults("There was no significant gain in walking (P = 0.049)")


def test_intervals_in_brackets_do_not_part_a_figure_from_its_group() -> None:
    assert not said("Mean calcium was 10.46 mmol with zerafine against 3.96 mmol with placebo").faulty
    assert said("Mean calcium was 3.96 mmol with zerafine against 10.46 mmol with placebo").faulty
    text, kept = bare("rose by 3.96 (95 % CI 2.37, 5.56) mmol in one (n = 5)")
    assert text == "rose by 3.96 mmol in one (n = 5)"
    assert [text[n] for n, at in enumerate(kept) if at == 8] == ["3"]


def test_words_that_are_told_of_both_figures_set_neither_apart() -> None:
    sentence = "In the end 75% of the zerafine group and 86% of the others sang and walked, no significant difference"
    assert "crossing" not in faults(sentence)


def test_so_many_of_so_many_may_be_sizes_of_groups_that_a_table_prints_over_its_columns() -> None:
    assert "numbers" not in faults("Sixty-four of the 86 were in the placebo group")
    assert "numbers" in faults("Sixty-seven of the 86 were in the placebo group")


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        ("Harsh punishment of children did not worsen with zerafine", "alike"),
        ("Harsh punishment of children did not increase with zerafine", "alike"),
        ("Harsh punishment was comparable between men and women", "alike"),
        ("Higher doses of zerafine prevented cramps (RR 0.60)", "ratio"),
        ("In people with increased risk, zerafine halved cramps (RR 0.60)", "ratio"),
    ],
)
def test_another_direction_or_contrast_is_not_gainsaid(sentence: str, check: str) -> None:
    assert check not in faults(sentence)
