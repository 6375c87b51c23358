"""Doses of guidelines and labels, for whom they are, with what they make in a day."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply.labels.totals import with_totals
from probatum.model import Answer, Verdict


def asked(typed: str, library: Library) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-26")


def said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


@pytest.mark.parametrize(
    ("typed", "section", "dose"),
    [
        (
            "what dose of metformin in PCOS",
            "bottom_line",
            "Guideline dose (ISP, AU, 2022): consider metformin 500 mg twice",
        ),
        (
            "methotrexate dose in rheumatoid arthritis",
            "dosing",
            "Guideline dose (ISP, UK, 2023): offer methotrexate 10 mg",
        ),
        ("methotrexate dose in rheumatoid arthritis", "bottom_line", "do not exceed 20 mg once weekly"),
        ("amoxicillin dose for pneumonia", "bottom_line", "500 mg by mouth every 8 hours (1500 mg/day)"),
        (
            "amoxicillin dose in pneumonia, creatinine clearance 20",
            "bottom_line",
            "500 mg every 12 hours (1000 mg/day)",
        ),
        ("metformin dose with eGFR 40", "bottom_line", "eGFR of 30 to 45 mL/min starting metformin is not recommended"),
    ],
)
def test_a_dose_comes_with_its_source_and_total(typed: str, section: str, dose: str, medicines: Library) -> None:
    answer = asked(typed, medicines)
    assert dose in said(answer, section)
    assert all(s.verdict is Verdict.SUPPORTED for s in answer.section(section).statements if s.kind.asserts)


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("amoxicillin dose in pneumonia, creatinine clearance 20", "every 8 hours"),
        ("amoxicillin dose for pneumonia in a 6 year old", "500 mg"),
    ],
)
def test_the_usual_dose_is_none_for_a_patient_with_another(typed: str, absent: str, medicines: Library) -> None:
    assert absent not in said(asked(typed, medicines), "bottom_line")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("500 mg by mouth every 8 hours", "500 mg by mouth every 8 hours (1500 mg/day)"),
        ("10 mg/kg three times daily", "10 mg/kg three times daily (30 mg/kg/day)"),
        ("1 g twice daily; at most 3 g a day", "1 g twice daily (2 g/day); at most 3 g a day"),
        ("20 mg once daily", "20 mg once daily"),
        ("10 mg once weekly", "10 mg once weekly"),
        ("10 to 20 mg twice daily", "10 to 20 mg twice daily"),
        ("150 mg twice daily (300 mg/day)", "150 mg twice daily (300 mg/day)"),
        ("49/51 mg twice daily", "49/51 mg twice daily"),
        (
            "clavulanate 125 mg with amoxicillin 500 mg twice daily",
            "clavulanate 125 mg with amoxicillin 500 mg twice daily",
        ),
        ("500 mg and then 250 mg twice daily", "500 mg and then 250 mg twice daily (500 mg/day)"),
    ],
)
def test_what_a_dose_makes_in_a_day(text: str, total: str) -> None:
    assert with_totals(text)[0] == total
