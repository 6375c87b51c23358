"""What people say at home: drink that is stopped, contraception that failed, a medicine that does something to them."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.ask.danger import read_danger
from probatum.model import Answer


def ask(typed: str, library: Library) -> Answer:
    return probatum.answer(typed, library=library, reader="carer", as_of="2026-11-29")


@pytest.mark.parametrize(
    "typed",
    [
        "my husband drinks a bottle of vodka a day and wants to stop tonight is that safe",
        "can i stop drinking cold turkey",
        "i drink 2 litres of cider every day, what happens if i just stop",
        "my brother is an alcoholic can he just stop by himself",
    ],
)
def test_what_stopping_drink_may_bring_leads(typed: str, starter_library: Library) -> None:
    assert (
        "Sudden stopping without help may bring on severe withdrawal"
        in ask(typed, starter_library).sections[0].statements[0].text
    )


def test_signs_of_a_severe_withdrawal_are_an_alarm_and_the_wish_to_stop_is_none() -> None:
    assert "withdrawal" in read_danger("dad stopped drinking 2 days ago and now hes seeing things and shaking").sign
    assert read_danger("my husband drinks a bottle of vodka a day and wants to stop tonight").kind == ""


@pytest.mark.parametrize(
    "typed",
    [
        "missed my pill yesterday and had sex what do i do",
        "i had sex and forgot to take my pill",
        "the condom split what should i do",
    ],
)
def test_contraception_that_failed_asks_for_emergency_contraception(typed: str, starter_library: Library) -> None:
    told = " ".join(s.text for s in ask(typed, starter_library).sections[0].statements)
    assert "copper intrauterine device" in told and "120 hours" in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "i keep getting muscle cramps on atorvastatin, is there somthing else i can take",
            "myopathy and rhabdomyolysis",
        ),
        ("simvastatin gives me muscle pain, what else can i take", "muscle pain, tenderness or weakness"),
    ],
)
def test_what_a_medicine_did_is_told_before_another_is_sought(typed: str, told: str, starter_library: Library) -> None:
    answer = ask(typed, starter_library)
    assert told in answer.sections[0].statements[0].text
    assert "aspirin" not in answer.title.lower() and "mexiletine" not in answer.title.lower()
