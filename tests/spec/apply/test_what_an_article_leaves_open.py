"""What an article leaves open is said of this treatment: harms that no study counts, other treatments it was not set
against; a path judges by the time of the trial, begins with the first choice and leads nobody back to what failed."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.choices import options


def _told(typed: str, place: Path, section: str) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=place).section(section).statements]


SPIRONOLACTONE = "Is spironolactone effective for persistent acne in adult women?"
AMITRIPTYLINE = "Does amitriptyline help irritable bowel syndrome when first-line treatment has failed?"


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        (SPIRONOLACTONE, False),
        ("Does dexamethasone reduce mortality in COVID-19 patients on oxygen?", False),
        (AMITRIPTYLINE, True),
        ("Should a 3-year-old with acute otitis media be given antibiotics?", True),
    ],
)
def test_harms_that_no_study_counts_are_a_gap(typed: str, counted: bool, starter_place: Path) -> None:
    gaps = " ".join(_told(typed, starter_place, "evidence_gaps"))
    assert ("counts the harms of" in gaps or "count no harms" in gaps) is not counted


@pytest.mark.parametrize(
    ("typed", "other"), [(SPIRONOLACTONE, "with trimethoprim in acne"), (AMITRIPTYLINE, "with loperamide in irritable")]
)
def test_what_it_was_not_set_against_is_named(typed: str, other: str, starter_place: Path) -> None:
    assert any("compares" in text and other in text for text in _told(typed, starter_place, "evidence_gaps"))


def test_two_that_a_trial_compares_are_no_gap(starter_place: Path) -> None:
    typed = "Nitrofurantoin or fosfomycin for uncomplicated cystitis in women: which works better?"
    assert not any("compares" in text for text in _told(typed, starter_place, "evidence_gaps"))


@pytest.mark.parametrize(
    ("typed", "when"),
    [(SPIRONOLACTONE, "after 24 weeks"), ("Varenicline or bupropion for smoking cessation?", "12 weeks")],
)
def test_it_is_judged_when_the_trial_ended(typed: str, when: str, starter_place: Path) -> None:
    path = _told(typed, starter_place, "algorithm")
    assert any(text.startswith("Review it after") and when in text for text in path)


def test_where_no_trial_ran_no_time_is_made_up(starter_place: Path) -> None:
    assert any(
        "at a time agreed before" in text for text in _told("permethrin for scabies", starter_place, "algorithm")
    )


def test_nobody_is_led_back_to_the_first_line_that_failed(starter_place: Path) -> None:
    path = " ".join(_told(AMITRIPTYLINE, starter_place, "algorithm"))
    assert "mebeverine" not in path
    before = " ".join(_told("Does amitriptyline help irritable bowel syndrome?", starter_place, "algorithm"))
    assert "mebeverine" in before


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Treatment of acute anal fissure", "the first choice is soft stools"),
        ("What is the treatment of anal fissure?", "the first choice is soft stools"),
    ],
)
def test_the_first_choice_stands_before_what_follows_it(typed: str, first: str, starter_place: Path) -> None:
    assert first in _told(typed, starter_place, "bottom_line")[0]


def test_a_treatment_that_is_named_is_what_is_answered(starter_place: Path) -> None:
    told = _told("glyceryl trinitrate for anal fissure", starter_place, "bottom_line")
    assert "the first choice is" not in told[0]


def test_a_test_that_is_advised_is_no_advice_on_the_treatment(starter_place: Path) -> None:
    typed = "Should intravenous iron be given to patients with heart failure and iron deficiency?"
    told = " ".join(_told(typed, starter_place, "bottom_line"))
    assert "coeliac" not in told and "ferrous sulfate" not in told


@pytest.mark.parametrize(
    ("drug", "names"),
    [
        ("dimethicone, unspecified, malathion", ("dimethicone", "malathion")),
        ("magnesium sulfate, unspecified form", ("magnesium sulfate",)),
        ("amoxicillin, clavulanate", ("amoxicillin", "clavulanate")),
    ],
)
def test_what_a_thesaurus_adds_is_no_treatment(drug: str, names: tuple[str, ...]) -> None:
    bare = options._UNSPECIFIED.sub("", drug)
    assert tuple(name.strip() for name in bare.split(",")) == names
