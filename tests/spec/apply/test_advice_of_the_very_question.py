"""What leads is of the very illness; advice that leaves out those asked about, or is on another aim, bars nothing."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.choices import emergencies


def _texts(typed: str, library: Library, section: str = "bottom_line") -> list[str]:
    answer = probatum.answer(typed, library=library)
    return [s.text for p in answer.sections if p.id == section for s in p.statements]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        (
            "Treatment of obsessive-compulsive disorder in an adult?",
            "for obsessive-compulsive disorder (OCD) in adults",
        ),
        ("essential tremor treatment", "in essential tremor, the Northern Ireland Formulary recommends propranolol"),
        ("How is bacterial vaginosis treated?", "NHS Highland recommends metronidazole 400 mg"),
    ],
)
def test_the_first_choice_leads_where_nothing_is_urgent(typed: str, first: str, starter_library: Library) -> None:
    told = _texts(typed, starter_library)
    assert any(first in text for text in told[:2]) and "post-traumatic" not in " ".join(told)


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Hypokalaemia in adults: treatment (a guideline)", True),
        ("Acute gravel withdrawal: treatment (a guideline)", True),
        ("Diabetic ketoacidosis: treatment", True),
        ("Hyperosmolar hyperglycaemic state in adults: treatment (a guideline)", True),
        ("Pebble tremor: treatment (a guideline)", False),
        ("Emergency treatment of pebble fever", True),
    ],
)
def test_a_guideline_on_treatment_is_of_an_emergency_where_the_illness_is_one(title: str, is_one: bool) -> None:
    assert emergencies.titled(title) is is_one


def test_advice_that_leaves_out_the_asked_bars_nothing(starter_library: Library) -> None:
    typed = "What dose of vitamin D for deficiency in an adult?"
    path = " ".join(_texts(typed, starter_library, "algorithm"))
    assert "do not start" not in path and "ferrous" not in path
    assert not any("falls" in text for text in _texts(typed, starter_library))
    assert not _texts(typed, starter_library, "alternatives")


def test_advice_against_what_is_asked_bars_it(starter_library: Library) -> None:
    typed = "Should a 70 year old woman take vitamin D to prevent falls?"
    assert any("recommends against vitamin D" in text for text in _texts(typed, starter_library))


def test_what_treats_a_feared_harm_is_no_way_on(starter_library: Library) -> None:
    assert "gabapentin" not in " ".join(_texts("Does isotretinoin cause depression?", starter_library, "algorithm"))


def test_what_follows_a_withdrawal_ends_nothing(starter_library: Library) -> None:
    path = _texts("How should alcohol dependence be treated after detoxification?", starter_library, "algorithm")
    assert not any(text.startswith("Look at it again") for text in path)
