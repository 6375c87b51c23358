"""What a medicine that is taken does to the one that is given is told, by whatever name its label has, of what a
guideline leaves of a class, and in the path as in the short answer; an allergen is not taken."""

from __future__ import annotations

import pytest

import probatum
from probatum import ask
from probatum.acquire.library import Library


def _told(typed: str, library: Library, section: str) -> list[str]:
    return [s.text for p in probatum.answer(typed, library=library).sections if p.id == section for s in p.statements]


@pytest.mark.parametrize("typed", ["ibuprofen for gout flare, he takes lithium", "furosemide for oedema, on lithium"])
def test_the_label_of_a_salt_speaks_of_what_is_taken(typed: str, starter_place: Library) -> None:
    assert any("raise serum lithium" in text for text in _told(typed, starter_place, "bottom_line"))
    path = _told(typed, starter_place, "algorithm")
    assert any(text.startswith("Mind what is taken already (lithium)") for text in path)


def test_of_another_medicine_it_does_not(starter_place: Library) -> None:
    assert not any("lithium" in text for text in _told("ibuprofen for gout flare", starter_place, "bottom_line"))


def test_what_is_left_of_advice_is_told_beside_what_is_taken(starter_place: Library) -> None:
    typed = "81 year old woman on warfarin, eGFR 40, antibiotic for UTI?"
    short = _told(typed, starter_place, "bottom_line")
    assert any(text.startswith("Trimethoprim with warfarin, which is taken") for text in short)
    path = _told(typed, starter_place, "algorithm")
    assert any(text.startswith("Mind what is taken already (warfarin)") for text in path)
    alone = _told("81 year old woman, eGFR 40, antibiotic for UTI?", starter_place, "bottom_line")
    assert not any("warfarin" in text for text in alone)


def test_advice_of_which_nothing_is_left_is_nothing_to_go_by(starter_place: Library) -> None:
    barred = _told("antibiotic for sore throat, penicillin allergic, on amiodarone", starter_place, "algorithm")
    assert not any(text.startswith("Go by the guideline") and "clarithromycin" in text for text in barred)
    free = _told("antibiotic for sore throat, penicillin allergic", starter_place, "algorithm")
    assert any("clarithromycin" in text for text in free)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("75M on simvastatin, pneumonia penicillin allergic, which antibiotic", ("simvastatin",)),
        ("takes warfarin and aspirin, penicillin allergy, cellulitis", ("warfarin", "aspirin")),
        ("takes warfarin and penicillin, antibiotic for a wound?", ("warfarin", "penicillins")),
    ],
)
def test_what_is_not_borne_is_not_taken(typed: str, taken: tuple[str, ...]) -> None:
    assert ask.read(typed).patient.drugs == taken
