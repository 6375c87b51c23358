"""A choice of two, one of which a label keeps from people with an illness in the state that is told."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.patient import beside
from probatum.model import Answer


def _short(answer: Answer) -> str:
    return "\n".join(s.text for section in answer.sections if section.id == "bottom_line" for s in section.statements)


BARRED = "citalopram is advised against for this patient"


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("62M depressed after MI last month, sertraline or citalopram? on aspirin + clopidogrel", True),
        ("62M depression, recent MI, sertraline or citalopram?", True),
        ("62M depression, MI 3 weeks ago, citalopram ok?", True),
        ("62M depression, MI 10 years ago, sertraline or citalopram?", False),
        ("62M depression, sertraline or citalopram?", False),
    ],
)
def test_what_is_kept_from_such_people_is_barred_in_the_short_answer(
    typed: str, barred: bool, starter_library: Library
) -> None:
    said = _short(probatum.answer(typed, library=starter_library))
    assert (BARRED in said.lower()) is barred
    if barred and " or " in typed:
        assert "no label that is held rules out sertraline" in said
        assert "(US label of citalopram)" not in said.split("\n")[-1]  # what bars the other is of no more concern


def test_a_harm_that_both_have_is_told_of_both(starter_library: Library) -> None:
    said = _short(probatum.answer("40F depression, sertraline or citalopram? on aspirin", library=starter_library))
    assert "citalopram with NSAIDs, aspirin or warfarin raises the risk of bleeding" in said
    assert "sertraline with anticoagulants or antiplatelet drugs raises the risk of bleeding" in said


@pytest.mark.parametrize(
    ("read", "recent"),
    [
        ("heart attack last month", True),
        ("stroke two weeks ago", True),
        ("10 days after surgery", True),
        ("heart attack in 2010", False),
        ("stroke 5 years ago", False),
        ("heart attack 8 months ago", False),
    ],
)
def test_what_is_recent(read: str, recent: bool) -> None:
    assert beside.is_told("recent", read) is recent
