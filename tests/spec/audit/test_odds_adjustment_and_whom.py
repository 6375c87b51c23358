"""Odds told as numbers of people, tests after adjustment, what was not raised either, figures of one group alone, and
who was kept out."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit.document import visible
from probatum.assess.audit.working import fractions
from probatum.model import Verdict

TOLD = (
    "We randomly assigned 118 primiparous women with night cramps in non-critical care wards to zerafine 0.4 "
    "mg (n = 60) or placebo (n = 58) for 10 days. Some had been on high- vs low-dose zinc before. Cramps were "
    "relieved in 42 [70%] of 60 women on zerafine and 21 [36%] of 58 on placebo (odds ratio 4.11, 95% CI 1.90 "
    "to 8.88). Zerafine shortened the attacks without increasing the rate of vomiting. Zerafine did not "
    "protect against dizziness. However, impaired vision did not lead to falls. "
    "In a model adjusting for fever, attacks were significantly shorter with "
    "zerafine (P = 0.02). Stiffness was scored higher at 1 month than at 2 hours. A bruise of the calf muscle "
    "persisted in 15.5% of the women on placebo. At six months the difference in sleep was significant (P = "
    "0.01), and remained significant when age was controlled for (P = 0.02)."
)
SAID = (
    # check, sentence, whether it objects
    ("multiple", "With zerafine 4.11 times as many women were relieved of cramps [1].", True),
    ("multiple", "The odds of relief of cramps were 4.11 times as high with zerafine [1].", False),
    ("multiple", "Cramps were relieved 1.94 times as often with zerafine [1].", False),
    ("denominators", "Cramps were relieved in 21 of 60 women on placebo [1].", True),
    ("denominators", "Cramps were relieved in 21 of 58 women on placebo [1].", False),
    ("doses", "Zerafine 4 mg was taken for ten days in all [1].", True),
    ("doses", "Zerafine 0.4 mg was taken for ten days in all [1].", False),
    ("doses", "In total, 4 mg of zerafine was taken over ten days [1].", False),
    ("differing", "Zerafine also lowered the rate of vomiting [1].", True),
    ("differing", "Zerafine protected women against dizziness [1].", True),
    ("differing", "Zerafine did not raise the rate of vomiting [1].", False),
    ("differing", "Zerafine shortened the attacks [1].", False),
    ("differing", "Zerafine even impaired vision [1].", False),
    ("later", "Stiffness was milder at one month than at two hours [1].", True),
    ("later", "Stiffness was lower at two hours than at one month [1].", False),
    ("later", "Stiffness was higher at two hours than at one month [1].", True),
    ("side", "A blue mark on the leg persisted in 15.5% of the zerafine group and in nobody on placebo [1].", True),
    ("side", "A blue mark on the leg persisted in 15.5% of the placebo group and in nobody on zerafine [1].", False),
    (
        "tested",
        "At six months the difference in sleep was no longer significant once age was taken into account [1].",
        True,
    ),
    ("tested", "At six months the difference in sleep disappeared after adjustment for age [1].", True),
    ("tested", "At six months the difference in sleep stayed significant after adjustment for age [1].", False),
    ("population", "Women who had given birth before were randomised [1].", True),
    ("population", "Women who had their first baby were randomised [1].", False),
    ("population", "Women in intensive care wards were among those randomised [1].", True),
    ("population", "Women in non-critical care wards were randomised [1].", False),
    ("population", "Women who had had high-dose zinc were among those randomised [1].", False),
    ("certainty", "Zerafine restores sleep [1].", True),
    ("certainty", "Zerafine shortens attacks [1].", False),
)


@pytest.mark.parametrize(("check", "sentence", "objects"), SAID)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(TOLD),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in named) is objects, said.reasons


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("194 [65%] of 300 patients", [(194.0, 300.0)]),
        ("19 (7.5%) of 254", [(19.0, 254.0)]),
        ("18 of 60 and 63/2,045", [(18.0, 60.0), (63.0, 2045.0)]),
        ("18 (95% CI 12 to 24)", []),
    ],
)
def test_a_share_may_stand_between_a_count_and_its_total(text: str, told: list[tuple[float, float]]) -> None:
    assert [(f.part, f.total) for f in fractions(text)] == told


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("tumour size (<or=3cm vs>3cm)", "tumour size (<or=3cm vs>3cm)"),
        ("rate <a and b> c", "rate <a and b> c"),
        ('a <b>bold</b> word and a <a href="x.html">link</a><br/>', "a bold word and a link"),
    ],
)
def test_only_what_html_has_for_a_tag_is_taken_out(line: str, seen: str) -> None:
    assert visible(line) == seen
