"""Where a branch leads: to no antidote for its antagonist, to nothing for another illness, to none that does the same
harm; and how long a treatment is given is a step where that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.appraise.directives import naming
from probatum.model import Answer

STROKE = "clopidogrel plus aspirin after minor stroke how long"


def _texts(answer: Answer, section: str) -> list[str]:
    return [s.text for s in answer.section(section).statements]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("NICE recommends warfarin or another vitamin K antagonist", ["warfarin", "vitamin k antagonists"]),
        ("vitamin K reverses the effect of warfarin", ["vitamin k", "warfarin"]),
        ("an aldosterone antagonist is added to enalapril", ["enalapril"]),
    ],
)
def test_what_acts_against_a_thing_is_not_that_thing(text: str, named: list[str]) -> None:
    assert [name for _, name in naming.drugs_in(text)] == named
    assert [name for _, name in naming.given_in(text)] == named


def test_no_advice_for_another_illness_is_an_alternative(starter_place: Path) -> None:
    answer = probatum.answer(STROKE, library=starter_place)
    assert not any("CHA2DS2" in text for text in _texts(answer, "alternatives"))
    path = " ".join(_texts(answer, "algorithm"))
    assert "itamin K" not in path
    assert "weigh warfarin" not in path


def test_it_stays_for_its_own_illness(starter_place: Path) -> None:
    answer = probatum.answer("stroke prevention in atrial fibrillation apixaban", library=starter_place)
    assert any("CHA2DS2-VASc" in text for text in _texts(answer, "algorithm"))


def test_how_long_is_a_step_where_it_is_asked(starter_place: Path) -> None:
    told = _texts(probatum.answer(STROKE, library=starter_place), "algorithm")
    assert any(text.startswith("How long") and "21 days" in text for text in told)
    assert not any("alteplase" in text for text in told)  # which is given in the first hours alone
    plain = _texts(probatum.answer("clopidogrel plus aspirin after minor stroke", library=starter_place), "algorithm")
    assert not any(text.startswith("How long") for text in plain)


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("Antibiotic in pregnant women with cellulitis, allergic to penicillins", "erythromycin"),
        ("which antibiotic for cellulitis in an adult", "flucloxacillin"),
    ],
)
def test_what_failed_is_not_weighed_again(typed: str, begun: str, starter_place: Path) -> None:
    told = _texts(probatum.answer(typed, library=starter_place), "algorithm")
    assert any(text.startswith("Dose as advised") and begun in text for text in told)
    assert not any("weigh" in text and begun in text for text in told)


def test_another_of_the_class_still_is(starter_place: Path) -> None:
    told = _texts(probatum.answer("which antibiotic for cellulitis in an adult", library=starter_place), "algorithm")
    assert any("It does not: stop, and weigh clarithromycin" in text for text in told)
