"""Limits that hold from some week of pregnancy on: for whom they hold, and for whom they are still to come."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library
from probatum.apply.fitting import later_in_pregnancy, speaks_of, weeks_pregnant
from probatum.model import Patient
from probatum.text.gestation import limits

FROM_30 = "Zorbinol should be avoided from 30 weeks of pregnancy on."
BETWEEN = "Between 20 and 30 weeks of pregnancy, gravel may have to be monitored."
FROM_20 = "The agency recommends avoiding zorbinol in pregnancy from about 20 weeks on."
TERM = "pregnancy at term (38 to 42 weeks), during labour and delivery"
UNTIL = "In pregnancy, zorbinol is preferred before 12 weeks."


@pytest.mark.parametrize(
    ("text", "weeks", "holds", "comes"),
    [
        (FROM_30, 24, False, True),
        (FROM_30, 32, True, False),
        (BETWEEN, 24, True, False),
        (BETWEEN, 12, False, True),
        (BETWEEN, 34, False, False),
        (FROM_20, 24, True, False),
        (FROM_20, 12, False, True),
        (TERM, 37, False, True),
        (TERM, 39, True, False),
        (UNTIL, 8, True, False),
        (UNTIL, 20, False, False),
    ],
)
def test_a_limit_holds_in_its_weeks(text: str, weeks: int, holds: bool, comes: bool) -> None:
    patient = Patient(sex="female", pregnancy=f"{weeks} weeks pregnant")
    assert speaks_of(text, patient) is holds
    assert later_in_pregnancy(text, patient) is comes


def test_where_no_week_is_told_every_limit_counts() -> None:
    assert speaks_of(FROM_30, Patient(pregnancy="pregnant"))
    assert not later_in_pregnancy(FROM_30, Patient(pregnancy="pregnant"))


def test_weeks_of_treatment_are_none_of_pregnancy() -> None:
    assert limits("in pregnancy, TSH is measured every 4 weeks") is None
    assert limits("in pregnancy, zorbinol is given for 12 weeks") is None


def _path(typed: str, library: Library) -> list[str]:
    return [
        s.text for p in probatum.answer(typed, library=library).sections if p.id == "algorithm" for s in p.statements
    ]


@pytest.mark.parametrize("age", ["", "34 year old "])
def test_the_weeks_of_a_limit_are_no_age(age: str, starter_place: Library) -> None:
    at_term = _path(f"nitrofurantoin for cystitis, {age}woman, 39 weeks pregnant", starter_place)
    assert at_term[0].startswith("Do not start nitrofurantoin")
    before = _path(f"nitrofurantoin for cystitis, {age}woman, 20 weeks pregnant", starter_place)
    assert not any(text.startswith("Do not start") for text in before)


def test_advice_for_everybody_is_no_word_for_a_pregnancy(starter_place: Library) -> None:
    late = _path("ibuprofen for low back pain, 33 year old woman, 32 weeks pregnant", starter_place)
    assert late[0].startswith("Do not start ibuprofen")
    assert not any(text.startswith("Sources disagree") for text in late)
    early = _path("ibuprofen for low back pain, 33 year old woman, 10 weeks pregnant", starter_place)
    assert not any(text.startswith("Do not start") for text in early)


@pytest.mark.parametrize(
    ("typed", "weeks", "age"),
    [
        ("she is 39+1 weeks pregnant, nitrofurantoin?", 39, ""),
        ("gravid 20 wks, on ramipril for blood pressure", 20, ""),
        ("pregnant 38 wks uti nitrofurantoin", 38, ""),
        ("she is 39, pregnant 12 weeks, nitrofurantoin?", 12, "39 years"),
    ],
)
def test_weeks_are_read_as_they_stand_in_notes(typed: str, weeks: int, age: str) -> None:
    patient = ask.read(typed).patient
    told = weeks_pregnant(patient)
    assert told is not None
    assert told.low == weeks
    assert patient.age == age


def test_a_gravid_uterus_is_no_patient() -> None:
    assert not ask.read("gravid uterus what is it").patient.pregnancy


def _short(typed: str, place: Library) -> list[str]:
    made = probatum.answer(typed, library=place, reader="patient")
    return [s.plain or s.text for s in made.section("bottom_line").statements]


@pytest.mark.parametrize(
    "typed",
    ["ibuprofen at 8 weeks pregnant", "is aspirin ok at 10 weeks pregnant for a cold", "naproxen, 12 weeks pregnant"],
)
def test_a_limit_to_come_is_no_leave_before_it(typed: str, starter_place: Library) -> None:
    assert "this early in the pregnancy" in _short(typed, starter_place)[0]


def test_what_is_advised_now_is_not_called_unknown(starter_place: Library) -> None:
    told = _short("nitrofurantoin for cystitis, 30 weeks pregnant", starter_place)
    assert not any("this early" in line for line in told)


def test_whoever_asks_to_stop_is_told_how_first(starter_place: Library) -> None:
    told = _short("16 weeks pregnant and on sertraline, should i stop", starter_place)
    assert "should not be stopped all at once" in told[0] and not any("this early" in line for line in told)


def test_a_limit_of_pregnancy_is_none_of_the_illness(starter_place: Library) -> None:
    told = _short("can i take aspirin for a headache, im pregnant", starter_place)
    assert "avoided in the last 3 months of pregnancy" in told[0]
