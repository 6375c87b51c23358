"""Figures of several doses in turn, how often something was given in all, words behind two counts, and what was only
asked."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import dosed
from probatum.model import Verdict

TOLD = (
    "We randomly assigned 120 adults with night cramps to zerafine 2.5 mg or 5 mg or placebo, together with "
    "six sessions of stretching. Falls were more frequent with zerafine 2.5 mg and zerafine 5 mg than with "
    "placebo (rate 38.3 [95% CI 28.0, 52.5] and 71.5 [95% CI 56.7, 90.2], respectively, versus 14.8). We "
    "tested whether relapses were rarer with zerafine. Relapses did not differ between the groups. There were "
    "81 cardiovascular deaths and 130 cancer deaths. Cramps stopped in 72% of those on zerafine and 42% of "
    "those on placebo. Hazelnuts 56 g/d were eaten by all."
)
SAID = (
    # check, sentence, whether it objects
    ("dose arm", "The rate of falls was 71.5 with 2.5 mg and 38.3 with 5 mg of zerafine [1].", True),
    ("dose arm", "The rate of falls was 38.3 with 2.5 mg and 71.5 with 5 mg of zerafine [1].", False),
    ("counted", "Each adult had twelve sessions of stretching [1].", True),
    ("counted", "A full course comprised nine sessions [1].", True),
    ("counted", "Each adult had six sessions of stretching [1].", False),
    ("differing", "Relapses were rarer with zerafine [1].", True),
    ("differing", "Relapses were not rarer with zerafine [1].", False),
    ("crossing", "Of the deaths 81 were from cancer and 130 cardiovascular [1].", True),
    ("crossing", "Of the deaths 130 were from cancer and 81 cardiovascular [1].", False),
    ("numbers", "Cramps stopped in 72% and 42%, so that three or four adults must be treated for one [1].", False),
    ("numbers", "Cramps stopped in 72% and 42%, so that eight or nine adults must be treated for one [1].", True),
    ("doses", "They ate 56 g of hazelnuts a week [1].", True),
    ("doses", "They ate 56 g of hazelnuts a day [1].", False),
)


@pytest.mark.parametrize(("check", "sentence", "objects"), SAID)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(TOLD),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in named) is objects, said.reasons


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("with 2 mg and 4 mg pain fell by 31 (28 to 34) and 16 (12 to 20), respectively", ["2mg", "4mg"]),
        ("with 2 mg and 4 mg pain fell by 31 and 16", ["2mg", "4mg"]),
    ],
)
def test_figures_before_respectively_are_those_of_the_doses_before_them(text: str, told: list[str]) -> None:
    assert list(dosed.read(text).of.values()) == told
