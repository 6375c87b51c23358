"""A sign that is weighed, or told of last time, is nobody's now; a number inside a name is no amount."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role

QUIET = [
    "booking 13/40, pre-eclampsia at 33 wks last time. low dose aspirin - is there a bleeding downside?",
    "pregnant 20 weeks, does aspirin cut pre-eclampsia",
    "T2DM + CKD, eGFR 22, not on SGLT2i. ok to start dapagliflozin?",
    "gp used to give my mum quinine for night leg cramps, now they wont. im 66 and get them too, can i just buy some",
]
LOUD = ["gave her 10 units not 1 unit of insulin", "30 weeks pregnant and bleeding heavily", "took 12 not 2 tablets"]


@pytest.mark.parametrize("question", QUIET)
def test_no_alarm_is_raised(question: str) -> None:
    assert read(question).danger == ""


@pytest.mark.parametrize("question", LOUD)
def test_an_alarm_is_raised(question: str) -> None:
    assert read(question).danger in ("overdose", "emergency")


def test_an_outcome_with_adverse_in_its_name_is_no_harm() -> None:
    found = read("evolocumab MACE")
    assert found.intent is not Intent.HARM and "adverse cardiovascular" in found.outcome
    assert read("evolocumab adverse events").intent is Intent.HARM


def test_a_medicine_behind_its_class_is_what_is_asked_about() -> None:
    found = read("PCSK9 inhibitor evolocumab for heart attacks")
    assert [c.label for c in found.having(Role.INTERVENTION)] == ["evolocumab"]


def test_what_somebody_was_put_on_is_taken() -> None:
    assert "clarithromycin" in read("add finerenone? gp started clarithromycin for his chest today").patient.drugs
