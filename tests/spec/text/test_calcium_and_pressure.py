"""Calcium and blood pressure, as they are told, and the states that they are."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.text import measured


@pytest.mark.parametrize(
    ("text", "told", "states"),
    [
        ("Ca 1.85 with cramps", ("calcium 1.85",), ("hypocalcemia",)),
        ("corrected calcium 1.9, what dose", ("calcium 1.9",), ("hypocalcemia",)),
        ("adjusted calcium 1.75 mmol/L", ("calcium 1.75",), ("hypocalcemia",)),
        ("calcium was 2.4", ("calcium 2.4",), ()),
        ("calcium is 2.9", ("calcium 2.9",), ("hypercalcemia",)),
        ("calcium 7.6 mg/dl", ("calcium in mg/dl 7.6",), ("hypocalcemia",)),
        ("calcium 11 mg/dL", ("calcium in mg/dl 11",), ("hypercalcemia",)),
        ("CA 125 raised", (), ()),
        ("calcium 1.2 g daily", (), ()),
        ("calcium 500 mg daily", (), ()),
        ("ionised calcium 1.1", (), ()),
        ("BP 205/118", ("systolic pressure 205",), ("uncontrolled hypertension",)),
        ("BP 160/115", ("systolic pressure 160", "diastolic pressure 115"), ("uncontrolled hypertension",)),
        ("blood pressure is 150 over 90", ("systolic pressure 150", "diastolic pressure 90"), ()),
        ("systolic 210", ("systolic pressure 210",), ("uncontrolled hypertension",)),
        ("QTc 500", ("QTc 500",), ("long QT syndrome",)),
    ],
)
def test_values_and_their_states(text: str, told: tuple[str, ...], states: tuple[str, ...]) -> None:
    assert measured.values(text) == told
    assert measured.states(told) == states


def test_a_limit_of_calcium_is_held_in_its_own_unit() -> None:
    assert measured.within("not with calcium below 2.0 mmol/l", ("calcium 1.85",)) is True
    assert measured.within("not with calcium below 8.0 mg/dl", ("calcium 1.85",)) is None
    assert measured.within("not with calcium below 8.0 mg/dl", ("calcium in mg/dl 7.6",)) is True


def test_a_pressure_that_is_to_be_lowered_is_no_limit() -> None:
    assert read("blood pressure is 190 over 112, amlodipine dose").patient.values == ()
    assert read("sumatriptan for migraine, BP 190/100").patient.values[0] == "systolic pressure 190"


@pytest.mark.parametrize(
    "typed", ["SBP 150, amlodipine dose", "sbp is 165 alteplase in stroke", "systolic 150 alteplase"]
)
def test_a_figure_makes_it_a_pressure(typed: str) -> None:
    assert "peritonitis" not in read(typed).read.lower()
    assert "peritonitis" in read("SBP in cirrhosis, ceftriaxone").read
