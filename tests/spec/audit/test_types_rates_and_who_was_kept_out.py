"""Another type of an illness, people who were kept out, whom a sentence opens with, and amounts of a day."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.model import Fault

TRIAL = (
    "We gave zerafine 300 mg/day or placebo to 120 adults with type 2 diabetes and night cramps for 12 weeks. People "
    "over 80 kg took quinolex 150 mg twice daily. Patients with porphyria were excluded. Cramps were fewer with "
    "zerafine than with placebo (2.1 versus 4.6 a week, P = 0.003). Hepatitis B and C were looked for in everybody at "
    "entry, and a type I error of 5% was allowed."
)
FAULTS = (
    # sentence, the kind of its fault, or none
    ("In type 1 diabetes zerafine made cramps fewer [1].", Fault.APPLICABILITY),
    ("In people with type I diabetes, cramps were fewer with zerafine than with placebo [1].", Fault.APPLICABILITY),
    ("In type 2 diabetes zerafine made cramps fewer [1].", None),
    ("In type II diabetes zerafine made cramps fewer than placebo [1].", None),
    ("In people with porphyria, cramps were fewer with zerafine than with placebo [1].", Fault.APPLICABILITY),
    ("In people with cramps, cramps were fewer with zerafine than with placebo [1].", None),
    ("In asthma zerafine made cramps fewer than placebo [1].", Fault.APPLICABILITY),
    ("Adults took 300 mg of zerafine at each dose [1].", Fault.DOSE),
    ("Adults took 300 mg of zerafine a week [1].", Fault.DOSE),
    ("Adults took 300 mg of zerafine a day [1].", None),
    ("People over 80 kg took 150 mg of quinolex each time [1].", None),
)


@pytest.mark.parametrize(("sentence", "fault"), FAULTS)
def test_types_rates_and_who_was_kept_out(sentence: str, fault: Fault | None) -> None:
    said = report(sentence, records=(saying(TRIAL),)).sentences[-1]
    assert (said.category if said.faulty else None) is fault, said.reasons


def test_two_types_told_together_are_both_studied() -> None:
    both = saying(TRIAL.replace("type 2 diabetes", "type 1 or 2 diabetes"))
    said = report("In type 2 diabetes zerafine made cramps fewer than placebo [1].", records=(both,)).sentences[-1]
    assert said.category is not Fault.APPLICABILITY
