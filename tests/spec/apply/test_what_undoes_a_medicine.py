"""What undoes the effect of a medicine: the antidote by its label and what guidelines have given; nothing of another
medicine, and no bleeding of another kind."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.labels import too_much
from probatum.ask import read
from probatum.model import Answer


def _short(typed: str, library: Library) -> str:
    answer: Answer = probatum.answer(typed, library=library)
    return " | ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("A patient on dabigatran has a life-threatening bleed. How do I reverse it?", "idarucizumab in adults is 5 g"),
        ("dabigatran antidote dose", "idarucizumab in adults is 5 g"),
        ("heparin antidote", "protamine is 1 mg intravenously for each 100 units"),
        ("Reversal of apixaban in intracranial haemorrhage", "andexanet alfa is not recommended by NICE"),
        ("patient on edoxaban with massive haematemesis, reversal?", "prothrombin complex concentrate 2,000 units"),
        ("diazepam overdose antidote", "flumazenil in adults is 0.2 mg"),
    ],
)
def test_it_is_told_where_it_is_asked(typed: str, told: str, starter_library: Library) -> None:
    assert told in _short(typed, starter_library)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Major bleeding on warfarin: what should I give?", "idarucizumab"),
        ("Major bleeding on warfarin: what should I give?", "postpartum"),
        ("Reversal of apixaban in intracranial haemorrhage", "gastrointestinal bleeding"),
        ("dabigatran dose in atrial fibrillation", "idarucizumab"),
    ],
)
def test_nothing_is_told_of_another_medicine_or_bleeding(typed: str, other: str, starter_library: Library) -> None:
    assert other not in _short(typed, starter_library).lower()


def test_bleeding_after_birth_is_still_answered(starter_library: Library) -> None:
    assert "postpartum haemorrhage" in _short("heavy bleeding after delivery, what do I give?", starter_library)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("dabigatran antidote dose", True),
        ("dabigatran dose in AF", False),
        ("vitamin K dose to reverse warfarin", False),
        ("Bleeding on edoxaban, reversal?", True),
    ],
)
def test_the_dose_of_an_antidote_is_no_dose_of_the_medicine(typed: str, *, asked: bool) -> None:
    assert too_much.asked(read(typed)) is asked
