"""A path and the lines of the short answer say nothing that another of them takes back: no amount of what is advised
against, no usual time after weeks without it, no `once daily` after what speaks for other days."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _told(typed: str, place: Path, section: str, reader: str = "doctor") -> str:
    answer = probatum.answer(typed, library=place, reader=reader)
    return "\n".join(s.text for one in answer.sections if one.id == section for s in one.statements if not s.layer)


def test_no_dose_is_told_of_what_is_advised_against(starter_place: Path) -> None:
    typed = "since aspirin is recommended for all over 60s primary prevention, what dose is used"
    told = _told(typed, starter_place, "bottom_line", "student")
    assert "advised against" in told
    assert "650 mg" not in told


@pytest.mark.parametrize("typed", ["what dose of aspirin for headache in a man of 65", "dose of aspirin for pain"])
def test_it_is_where_nothing_bars_it(starter_place: Path, typed: str) -> None:
    assert "650 mg" in _told(typed, starter_place, "bottom_line")


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("what dose of aspirin for headache in a man of 65", False),
        ("aspirin after myocardial infarction in a man of 70", False),
        ("aspirin to prevent heart attack in healthy 65 year old", True),
        ("low dose aspirin in a woman of 70 without heart disease", True),
    ],
)
def test_advice_against_preventing_bars_no_other_use(starter_place: Path, typed: str, barred: bool) -> None:
    assert ("advised against for this patient" in _told(typed, starter_place, "bottom_line")) is barred


def test_after_weeks_without_it_no_usual_time_is_told(starter_place: Path) -> None:
    path = _told("im on wegovy and i missed last 2 weeks of jabs what do i do", starter_place, "algorithm", "patient")
    assert "how it is started again" in path
    assert "usual time" not in path
    assert "usual time" in _told("i forgot my metformin this morning", starter_place, "algorithm", "patient")


def test_how_often_is_left_to_what_was_found(starter_place: Path) -> None:
    lead = "but as often as was found above"
    typed = "iron tablets every day or alternate days for iron deficient women"
    assert lead in _told(typed, starter_place, "algorithm")
    assert lead not in _told("ferrous sulfate daily for iron deficiency", starter_place, "algorithm")
    assert lead not in _told("metformin once daily or twice daily for type 2 diabetes", starter_place, "algorithm")


@pytest.mark.parametrize(
    ("typed", "barred"),
    [
        ("yasmin pill i smoke 15 a day and im 37", True),
        ("can i take microgynon, i am 41 and smoke", True),
        ("can i take microgynon, i am 30 and smoke", False),
        ("im 40 and stopped smoking last year, is yasmin ok", False),
        ("can a non-smoker of 38 years take yasmin", False),
    ],
)
def test_a_limit_of_smokers_from_an_age_is_one_of_both(starter_place: Path, typed: str, barred: bool) -> None:
    told = _told(typed, starter_place, "bottom_line", "patient")
    path = _told(typed, starter_place, "algorithm", "patient")
    assert ("is contraindicated for this patient" in told) is barred
    assert path.startswith("Do not begin") is barred
    assert not (barred and "as it was prescribed" in path)
