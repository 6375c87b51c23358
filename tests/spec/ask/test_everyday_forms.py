"""Everyday forms: the medicine stands in the tale, and the question says no more than `it`."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent
from probatum.text import ending, missed

FORMS = [
    ("forgot my dabigatran this morning, do i take 2 now", "dabigatran", Intent.DOSING),
    ("my mum didnt take her lansoprazole last night does she take two now", "lansoprazole", Intent.DOSING),
    ("on rivaroxaban, what happens if i miss it", "rivaroxaban", Intent.DOSING),
    ("skipped my erenumab injection by 4 days what now", "erenumab", Intent.DOSING),
    ("GP has put me up to escitalopram 20mg, im 71, is that too much", "escitalopram", Intent.DOSING),
    ("is 80 mg of rosuvastatin too high", "rosuvastatin", Intent.DOSING),
    ("ive been on mirtazapine 3 months and im breastfeeding, will it hurt her", "mirtazapine", Intent.HARM),
    ("im 20 weeks pregnant and on topiramate, will it harm the baby", "topiramate", Intent.HARM),
    ("nan took 20 zopiclone, do we just wait and see", "zopiclone", Intent.HARM),
]


@pytest.mark.parametrize(("typed", "asked", "intent"), FORMS)
def test_the_medicine_of_the_tale_is_asked_about(typed: str, asked: str, intent: Intent) -> None:
    question = ask.read(typed)
    assert asked in question.intervention.lower()
    assert question.intent is intent


PREVENTED = [
    "should i take aspirin to stop a heart attack",
    "does clopidogrel stop another stroke",
    "will apixaban help stop blood clots",
]


@pytest.mark.parametrize("typed", PREVENTED)
def test_what_is_stopped_before_it_comes_is_prevented(typed: str) -> None:
    question = ask.read(typed)
    assert question.intent is Intent.PREVENTION
    assert not question.population


def test_which_loses_more_weight_asks_what_is_better_for_weight_loss() -> None:
    question = ask.read("liraglutide or semaglutide which one makes you lose the most weight")
    assert question.outcome == "weight loss"


MISSED = [
    ("forgot my eliquis last night", True),
    ("what if i miss a pill", True),
    ("i havent taken my ramipril today, still ok to take it now", True),
    ("he skipped two tablets", True),
    ("i missed my appointment about metformin", False),
    ("missed period on the pill", False),
    ("i forgot the name of the cream", False),
    ("skip breakfast before metformin", False),
]


@pytest.mark.parametrize(("text", "told"), MISSED)
def test_a_dose_that_was_not_taken(text: str, told: bool) -> None:
    assert missed.asks(text) is told


ENDED = [
    ("should i just stop taking it", True),
    ("can i stop them", True),
    ("will it stop the itching", False),
    ("can it stop it getting worse", False),
]


@pytest.mark.parametrize(("text", "told"), ENDED)
def test_a_treatment_that_somebody_wants_to_end(text: str, told: bool) -> None:
    assert ending.asks(text) is told
