"""Results promised to people who were not studied, and which way it went where it is told in other words."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import comparing
from probatum.model import Verdict

TOLD = (
    "We randomly assigned 120 adults aged 18 to 40 years with moderate night cramps to zerafine (n = 60) or placebo "
    "(n = 60) for 12 weeks. People with gout were excluded. Time to first sleep was shorter with zerafine than with "
    "placebo. Stiffness improved more with zerafine than with placebo. Serum lactate decreased in both groups from "
    "baseline. Cramps were fewer with zerafine than with placebo."
)
ROWS = "Outcome\tZerafine (n = 60)\tPlacebo (n = 60)\nNausea\t9\t12"
WAYS = {"tendency", "effect", "direction", "than"}
SENTENCES = (
    # check, sentence, whether it objects
    ("transfer", "In people with gout, zerafine makes cramps fewer [1].", True),
    ("transfer", "Adults with asthma can likewise expect fewer cramps [1].", True),
    ("transfer", "Somebody with a broken wrist will gain just as much from zerafine [1].", True),
    ("transfer", "Add zerafine for the patient with asthma, as cramps get fewer [1].", True),
    ("transfer", "In people with night cramps, zerafine makes cramps fewer [1].", False),
    ("transfer", "Adults with night cramps can expect fewer cramps [1].", False),
    ("transfer", "Adults can expect fewer cramps with zerafine [1].", False),
    ("population", "The trial was run in men in their sixties [1].", True),
    ("population", "The trial was run in men in their thirties [1].", False),
    ("tendency", "Sleep was slower to come, with first sleep later on zerafine [1].", True),
    ("population", "Those taking part were over 60 [1].", True),
    ("tendency", "Sleep came later with zerafine than with placebo [1].", True),
    ("tendency", "Sleep came sooner with zerafine than with placebo [1].", False),
    ("tendency", "Stiffness improved less in those on zerafine [1].", True),
    ("tendency", "Stiffness improved more in those on zerafine [1].", False),
)  # fmt: skip


@pytest.mark.parametrize(("check", "sentence", "objects"), SENTENCES)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(TOLD, ROWS),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert bool(named & (WAYS if check in WAYS else {check})) is objects, said.reasons


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Stiffness improved less with zerafine", "bad"),
        ("Pain fell further on zerafine", "down"),
        ("Pain fell less on zerafine", "up"),
        ("Function worsened more in the placebo group", "bad"),
        ("Lactate climbed further on zerafine", "up"),
        ("Cramps were fewer with zerafine", ""),
        ("It cut cramps with less nausea", ""),
        ("Zerafine brought a smaller improvement in stiffness", "bad"),
        ("There was a greater reduction in days of pain with zerafine", "down"),
        ("Decreases in hsCRP were much greater with zerafine", "down"),
        ("The decline in function was less with zerafine", "up"),
        ("More people lost weight on zerafine", ""),
        ("Blood loss was less with zerafine", ""),
    ],
)
def test_a_change_told_with_its_measure(text: str, way: str) -> None:
    assert comparing.composed(text) == way
