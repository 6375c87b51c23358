"""A dose that is given with watching is a dose; what is only to be measured stays a check."""

from __future__ import annotations

from pathlib import Path

import pytest
from appraise_records import labelled, make

import probatum
from probatum.appraise import directives
from probatum.model import RecordKind


def _actions(text: str) -> list[str]:
    record = make(
        title="Quinidine tablets: prescribing information",
        kind=RecordKind.LABEL,
        sections=labelled(("34068-7", "", text)),
    )
    return [d.action.value for d in directives.read(record)]


@pytest.mark.parametrize(
    "text",
    [
        "In severe kidney impairment, the starting dose of quinidine is 5 mg by mouth once daily, with close "
        "monitoring.",
        "In liver impairment, the dose of quinidine should not exceed 10 mg daily, under careful monitoring.",
        "In kidney impairment, the dose of quinidine need not be changed, but people should be monitored.",
    ],
)
def test_a_dose_with_watching_is_a_dose(text: str) -> None:
    assert _actions(text) == ["dose"]


@pytest.mark.parametrize(
    "text",
    [
        "Serum quinidine should be measured 12 hours after the last dose.",
        "Quinidine should be started, and as a rule monitored, under hospital supervision.",
        "Potassium should be measured before quinidine is started, and blood pressure should be monitored.",
        "The ECG should be monitored when the dose of quinidine is raised above 10 mg, with monitoring of potassium.",
    ],
)
def test_what_is_measured_stays_a_check(text: str) -> None:
    assert _actions(text) == ["monitor"]


def test_the_dose_for_such_kidneys_is_not_denied(starter_place: Path) -> None:
    answer = probatum.answer("simvastatin dose 55M high cholesterol crcl 22", library=starter_place)
    first = answer.sections[0].statements[0].text
    assert first.startswith("Dose for this patient") and "5 mg by mouth once daily" in first
    assert "No label that is held tells a dose" not in " ".join(s.text for s in answer.section("dosing").statements)
    path = " ".join(s.text for s in answer.section("algorithm").statements)
    assert "5 mg by mouth once daily" in path and "20 mg to 40 mg" not in path


def test_an_unchanged_dose_is_told_with_the_dose(starter_place: Path) -> None:
    answer = probatum.answer("apixaban dose DVT eGFR 35", library=starter_place)
    said = " ".join(s.text for s in answer.sections[0].statements)
    assert "need not be changed" in said and "10 mg by mouth twice daily" in said
