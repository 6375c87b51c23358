"""What a label of tablets doses, forbids and warns of is nothing to a spray, drops or an ointment; the first dose is by
the way that is advised first."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.text import routes


def _told(typed: str, place: Path, *sections: str) -> str:
    made = probatum.answer(typed, library=place)
    return " ".join(s.text for part in made.sections if part.id in sections for s in part.statements)


@pytest.mark.parametrize(
    ("typed", "tablets"),
    [
        ("Which nasal steroid for hay fever?", "prednisone"),
        ("Corticosteroid for otitis externa?", "dexamethasone tablets"),
        ("Ciprofloxacin for otitis externa", "tizanidine"),
    ],
)
def test_what_is_given_at_one_place_has_no_label_of_tablets(typed: str, tablets: str, starter_place: Path) -> None:
    told = _told(typed, starter_place, "bottom_line", "dosing", "safety", "algorithm", "alternatives")
    assert tablets not in told.lower()
    assert "US label" not in told


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("NSAID for knee osteoarthritis in a 75-year-old?", "US label of ibuprofen"),  # by mouth, where gel has failed
        ("Corticosteroid for Bell's palsy", "US label of prednisone"),
        ("Ciprofloxacin for pyelonephritis", "US label of ciprofloxacin"),
    ],
)
def test_what_is_swallowed_as_well_keeps_its_label(typed: str, label: str, starter_place: Path) -> None:
    assert label in _told(typed, starter_place, "safety")


def test_the_dose_to_begin_with_is_by_the_way_advised_first(starter_place: Path) -> None:
    typed = "How is ulcerative colitis with mild proctitis treated?"
    assert "2.4 g" not in _told(typed, starter_place, "algorithm")
    assert "suppository" in _told(typed, starter_place, "algorithm")
    assert "2.4 g" in _told(typed, starter_place, "dosing")  # tablets are advised later
    assert "2.4 g" in _told("oral mesalazine for ulcerative colitis", starter_place, "algorithm")


@pytest.mark.parametrize(
    ("text", "way"), [("4 ear drops twice daily", ["ear"]), ("for ear pain", []), ("eye drops", ["eye"])]
)
def test_drops_into_the_ear_are_a_way(text: str, way: list[str]) -> None:
    assert [one for one, *_ in routes.ways(text)] == way
