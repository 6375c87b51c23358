"""What is told of pairs and barriers in odd forms: times that do not help, what is lacking, `during or within`."""

import re
from pathlib import Path

import pytest

import probatum
from probatum.apply import fitting
from probatum.apply.plainly import retelling
from probatum.apply.together import spaced
from probatum.ask import read
from probatum.model import Patient


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ("A should be taken at least 4 hours before or 1 hour after B", True),
        ("A should not be taken less than 4 hours before B", True),
        ("A with B should be avoided, also when they are taken 12 hours apart", False),
        ("A with B is not recommended, even if B is given 6 hours before it", False),
        ("A with B raises the risk of bleeding", False),
    ],
)
def test_a_time_between_two_medicines_that_does_not_help_is_no_way_to_give_them(told: str, apart: bool) -> None:
    assert spaced.told(told) is apart


@pytest.mark.parametrize(
    ("told", "drug"),
    [
        ("megaloblastic anaemia from folate deficiency", ""),
        ("deficiency of folic acid", ""),
        ("folic acid lowers the level of phenytoin", "folic acid"),
        ("folate lowers the level of phenytoin", "folate"),
    ],
)
def test_a_substance_that_is_lacking_is_no_medicine_taken(told: str, drug: str) -> None:
    assert fitting.takes(told, Patient(drugs=("folic acid", "folate"))) == drug


@pytest.mark.parametrize(
    ("told", "weeks"),
    [
        ("11 weeks into her second pregnancy, which painkiller?", 11),
        ("at 34 weeks of pregnancy, can she take ibuprofen?", 34),
        ("20 weeks of gestation, is nitrofurantoin safe?", 20),
        ("11 weeks pregnant, which painkiller?", 11),
    ],
)
def test_weeks_of_a_pregnancy_are_read_in_other_words(told: str, weeks: int) -> None:
    known = fitting.weeks_pregnant(read(told).patient)
    assert known is not None
    assert (known.low, known.high) == (weeks, weeks)


def test_or_is_an_odds_ratio_in_capitals_alone() -> None:
    assert "odds" not in retelling.retold("With a score of 0 or 1, or of 2, no antibiotic is given.")
    assert "odds 0.71 times as high" in retelling.retold("Fewer died (OR 0.71).")


def test_a_fellow_of_its_class_is_no_class_of_a_medicine(starter_place: Path) -> None:
    made = probatum.answer("simvastatin 40 with azithromycin 3 days ok?", library=starter_place)
    assert not any(_BARRED.search(s.text) for s in made.section("bottom_line").statements)
    barred = probatum.answer("simvastatin 40 with clarithromycin 3 days ok?", library=starter_place)
    assert any(_BARRED.search(s.text) for s in barred.section("bottom_line").statements)
    assert any("simvastatin should be suspended" in s.text for s in barred.section("bottom_line").statements)


_BARRED = re.compile(r"(?i)not to be taken together|which its label rules out|to be avoided together")
"""How a pair is barred: by its labels, or by the alarm that stands before them."""
