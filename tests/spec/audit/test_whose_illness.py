"""Those of whom a result is told have an illness that the source studied, and did not keep out."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import sufferers
from probatum.model import Verdict

METHODS = (
    "We randomly assigned 120 obese adults without diabetes who had night cramps to zerafine (n = 60) or placebo "
    "(n = 60). Patients with epilepsy were excluded. Adults were not enrolled with severe respiratory disease. "
    "Cramps a week were 2.13 with zerafine and 4.62 with placebo."
)
SENTENCES = (
    # sentence, whether the check objects
    ("For people with type 2 diabetes, zerafine brought cramps down to 2.13 a week [1].", True),
    ("Zerafine eases cramps in epilepsy [1].", True),
    ("In gout, zerafine brings cramps down to 2.13 a week [1].", True),
    ("Zerafine brings relief to patients with asthma [1].", True),
    ("In obese people without type 2 diabetes, zerafine brought cramps down to 2.13 a week [1].", False),
    ("For people with obesity, zerafine brought cramps down to 2.13 a week [1].", False),
    ("Nobody with epilepsy could take part [1].", False),
    ("Zerafine was stopped for asthma in two [1].", False),
    ("Adults were not enrolled with severe respiratory disease [1].", False),
)


@pytest.mark.parametrize(("sentence", "objects"), SENTENCES)
def test_whose_illness_was_studied(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(METHODS),)).sentences[-1]
    assert ("illness" in {c.check for c in said.checks if c.verdict is Verdict.POPULATION_DIFFERS}) is objects


TOLD = (
    # sentence, the illness of those of whom it tells
    ("Zerafine brings relief in low back pain, with fewer nights awake.", ["low back pain"]),
    ("Patients with asthma slept longer.", ["asthma"]),
    ("The risk of stroke fell.", []),
    ("Three people needed ephedrine for low blood pressure.", []),
    ("It improved in depression scores.", []),
)


@pytest.mark.parametrize(("sentence", "names"), TOLD)
def test_an_illness_that_is_an_outcome_is_nobodys(sentence: str, names: list[str]) -> None:
    assert [found.written for found in sufferers.told(sentence)] == names
