"""Figures set side by side deny nothing of a source that found no difference; an effect made of it is still caught."""

from __future__ import annotations

import pytest
from assess_cases import record, sentence, statement

from probatum import assess
from probatum.model import Record, Statement, Verdict

SOURCE = record(
    "Adults were randomised to zerafine or placebo. There was no significant difference in total falls "
    "between zerafine and placebo (hazard ratio 0.98). At day 28, the cramp score was not significantly "
    "lower with zerafine than with placebo (mean difference -2.0 points, 95% CI -4.6 to 0.6; p = 0.12). "
    "Serious rashes occurred in 3% with zerafine, in 4% with fluvane and in 1% without zerafine. No "
    "serious adverse event occurred. Antibiotics halved sore throat at 1 week."
)
FALLS, SCORE = sentence(SOURCE, "total falls"), sentence(SOURCE, "cramp score")
RASHES, SERIOUS, WEEK = (
    sentence(SOURCE, "Serious rashes"),
    sentence(SOURCE, "No serious"),
    sentence(SOURCE, "Antibiotics"),
)


def objections(text: str, *supports: object) -> set[str]:
    made: Statement = assess.check_statement(statement(text, *supports))  # type: ignore[arg-type]
    return {r.check for r in made.checks if r.verdict is not Verdict.SUPPORTED}


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Total falls: hazard ratio 0.98 for zerafine v placebo.", FALLS),
        ("The cramp score at day 28: mean difference -2.0 points for zerafine v placebo (p = 0.12).", SCORE),
        ("The cramp score: mean difference -2.0 points (p = 0.12; not significant at 0.05).", SCORE),
        ("Serious rashes were seen in 3% with zerafine and 4% with fluvane.", RASHES),
        ("One systematic review reports sore throat (1 review).", WEEK),
    ],
)
def test_figures_alone_deny_nothing(text: str, support: object) -> None:
    assert not objections(text, support)


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("There was a significant difference in total falls between zerafine and placebo (0.98).", FALLS),
        ("Total falls were lower with zerafine than with placebo (hazard ratio 0.98).", FALLS),
        ("The cramp score was significantly lower with zerafine than with placebo (-2.0 points).", SCORE),
        ("Serious adverse event occurred in people with zerafine.", SERIOUS),
    ],
)
def test_an_effect_that_the_source_denies_is_objected_to(text: str, support: object) -> None:
    assert "negation" in objections(text, support)


CLASS = record(
    "Adults were randomised to empagliflozin or placebo. Deaths fell by 12%.", title="Empagliflozin and death"
)
BARE = record("Adults were randomised to nitrofurantoin or placebo. Deaths fell by 12%.", title="Nitrofurantoin")


@pytest.mark.parametrize(
    ("text", "source", "objects"),
    [
        ("SGLT2 inhibitors lower death: deaths fell by 12%.", CLASS, False),
        ("Statins lower death: deaths fell by 12%.", CLASS, True),
        ("SGLT2 inhibitors lower death: deaths fell by 12%.", BARE, True),
    ],
)
def test_a_trial_of_one_drug_of_a_class_speaks_of_the_class(text: str, source: Record, objects: bool) -> None:
    assert ("subject" in objections(text, sentence(source, "Deaths fell"))) is objects


DENIED = record(
    "Adults were randomised to zerafine or placebo. Death occurred in 4.5% with zerafine and in 5.1% with placebo, "
    "without a significant difference. Falls occurred in 4.5% with zerafine and in 9.1% with placebo, a significant "
    "difference. The trial was in people with stroke."
)


def test_a_difference_denied_behind_the_figures_may_be_told_as_denied() -> None:
    text = "Death was seen in 4.5% with zerafine and 5.1% with placebo (no significant difference)."
    assert not objections(text, sentence(DENIED, "Death occurred"))
    assert "negation" in objections(text.replace("Death was", "Falls were"), sentence(DENIED, "Falls occurred"))


def test_people_of_whom_nothing_is_said_need_not_be_in_the_source() -> None:
    text = "Death was seen in 4.5% with zerafine and 5.1% with placebo (indirect: in stroke, not healthy people)."
    assert "population" not in objections(text, sentence(DENIED, "Death occurred"))
