"""Where no study answers, that is said with what is not known; where one does, nothing of the kind is."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.replies.silence import UNGRADED


def _said(typed: str, place: Path, section: str) -> str:
    one = probatum.answer(typed, library=place).section(section)
    return " ".join((*(s.text for s in one.statements), one.empty))


@pytest.mark.parametrize("typed", ["mirabegron for overactive bladder", "duloxetine for generalised anxiety disorder"])
def test_it_is_not_graded(starter_place: Path, typed: str) -> None:
    assert UNGRADED in _said(typed, starter_place, "evidence")
    assert "how much it helps is not known from here" in _said(typed, starter_place, "conclusion")


def test_what_a_study_answers_is_graded(starter_place: Path) -> None:
    typed = "spironolactone in heart failure with reduced ejection fraction"
    assert UNGRADED not in _said(typed, starter_place, "evidence")
    assert "is not known from here" not in _said(typed, starter_place, "conclusion")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "duloxetine for generalised anxiety disorder",
            "compares duloxetine with sertraline, pregabalin or venlafaxine",
        ),
        ("Does azathioprine raise the risk of cancer?", "studies that count cancer with azathioprine"),
        ("Does aspirin prevent pre-eclampsia?", "count no harms of aspirin"),
        ("age-adjusted D-dimer for pulmonary embolism at 74", "the sensitivity or the specificity"),
    ],
)
def test_the_gap_is_of_the_question(starter_place: Path, typed: str, told: str) -> None:
    assert told in _said(typed, starter_place, "evidence_gaps")


def test_a_boxed_warning_of_the_harm_leads(starter_place: Path) -> None:
    first = probatum.answer("Does azathioprine raise the risk of cancer?", library=starter_place).sections[0].statements
    assert first[0].text.startswith("On the harm asked about, a boxed warning") and "risk of cancer" in first[0].text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("gabapentin dose in neuropathic pain with eGFR 25", "respiratory depression"),
        ("mirabegron for overactive bladder", "severe uncontrolled hypertension"),
    ],
)
def test_a_reaction_makes_way_for_what_weighs(starter_place: Path, typed: str, told: str) -> None:
    said = _said(typed, starter_place, "bottom_line")
    assert told in said and "hypersensitivity" not in said
