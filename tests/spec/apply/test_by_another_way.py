"""The dose of a medicine by another way is told by the guideline that converts it; a syringe driver drives nothing."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.text import other_way


def _told(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).sections[0].statements]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Convert oral morphine 60 mg daily to a subcutaneous syringe driver", "half (1/2) of the oral daily dose"),
        ("convert oral morphine to subcutaneous infusion", "half (1/2) of the oral daily dose"),
        ("convert oral oxycodone to subcutaneous syringe driver", "oral oxycodone to subcutaneous oxycodone"),
        ("Convert oral morphine to oral oxycodone", "by 1.5 to 2"),
        ("How to convert oral morphine 30 mg twice daily to subcutaneous diamorphine", "divided by 3"),
        ("Morphine 60 mg twice daily, syringe driver dose?", "half (1/2) of the oral daily dose"),
        ("oral to subcutaneous morphine conversion", "half (1/2) of the oral daily dose"),
    ],
)
def test_the_conversion_leads(typed: str, told: str, starter_place: Library) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert told in answer.sections[0].statements[0].text
    assert not any("machinery" in s.text or "driving" in s.text.lower() for s in answer.sections[0].statements)
    path = next(s for s in answer.sections if s.id == "algorithm")
    assert not any("starting dose" in s.text for s in path.statements)


def test_whoever_asks_of_driving_is_still_told(starter_place: Library) -> None:
    assert "should not drive" in _told("Can I drive on morphine?", starter_place)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "Methotrexate oral versus subcutaneous",
        "Dose of oral morphine",
        "Is subcutaneous methotrexate more effective than oral?",
        "Can I drive on morphine?",
    ],
)
def test_no_conversion_is_asked(typed: str) -> None:
    assert not other_way.asks(typed)
