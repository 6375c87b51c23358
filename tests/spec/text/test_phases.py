"""Phases: an attack and the long course of one illness are told apart, by words of neither illness nor medicine."""

from __future__ import annotations

import pytest

from probatum.text import phases
from probatum.text.phases import ACUTE, LONG

SAID = (
    ("Acute heart failure: diagnosis and treatment", ACUTE),
    ("Chronic heart failure in adults: diagnosis and management", LONG),
    ("Azithromycin for prevention of exacerbations of COPD", LONG),
    ("Colchicine for prophylaxis of acute flares when allopurinol is begun", LONG),
    ("After stroke, A is advised as long-term treatment", LONG),
    # names of illnesses that bear the word
    ("Chronic obstructive pulmonary disease (acute exacerbation): antimicrobial prescribing", ACUTE),
    ("Finerenone in chronic kidney disease", ""),
    ("Aspirin after an acute coronary syndrome", ""),
    ("Emergency contraception", ""),
    # both phases, or none
    ("Pregabalin for acute and chronic sciatica", ""),
    ("Exercise for osteoarthritis of the knee", ""),
)


@pytest.mark.parametrize(("text", "phase"), SAID)
def test_a_text_is_of_the_phase_that_it_names_alone(text: str, phase: str) -> None:
    assert phases.of_text(text) == phase


ASKED = (
    ("treatment of acute heart failure with pulmonary oedema", ("heart failure",), ACUTE),
    ("severe asthma in ED not responding to nebs, what next", ("asthma",), ACUTE),
    ("what long term treatment after ischaemic stroke", ("ischaemic stroke",), LONG),
    ("prevent gout flares when starting allopurinol", ("gout",), LONG),
    ("A vs B after acute coronary syndrome", ("acute coronary syndrome",), ""),
    ("what is given after an acute stroke", ("acute stroke",), ""),  # it is over
    ("hyperkalaemia in acute kidney injury", ("hyperkalaemia", "acute kidney injury"), ""),
    ("first line for heart failure", ("heart failure",), ""),
)


@pytest.mark.parametrize(("read", "names", "phase"), ASKED)
def test_a_question_is_of_the_phase_that_it_tells(read: str, names: tuple[str, ...], phase: str) -> None:
    assert phases.asked(read, names) == phase


def test_a_sentence_decides_before_its_title() -> None:
    acute, chronic = "Acute asthma: first treatment", "Asthma: monitoring and chronic asthma management"
    assert phases.fits("Salbutamol is given first", acute, ACUTE)
    assert not phases.fits("An inhaled corticosteroid is advised", chronic, ACUTE)
    assert phases.fits("In an acute attack, salbutamol is given", chronic, ACUTE)
    assert not phases.fits("In people whose asthma begins with an attack, A is advised", chronic, ACUTE)
    assert phases.fits("After stroke, A is advised as long-term treatment", "Acute stroke: initial treatment", LONG)
    assert not phases.fits("In acute stroke, thrombolysis is advised", "Stroke", LONG)
