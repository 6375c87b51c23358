"""Of treatments between which is to be chosen, one that harms an unborn child is passed over for somebody who is or may
become pregnant, and the short answer says so; what is left is no choice that was passed over itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def _texts(answer: Answer, section: str) -> list[str]:
    return [s.text for one in answer.sections if one.id == section for s in one.statements]


@pytest.mark.parametrize(
    ("typed", "left", "harms"),
    [
        ("levetiracetam or valproate for a woman of 23 with generalised epilepsy?", "levetiracetam", "valproate"),
        ("24 y female epilepsy planning pregnancy, valproate or levetiracetam?", "levetiracetam", "valproate"),
        ("lamotrigine or valproate for a girl of 15 with epilepsy", "lamotrigine", "valproate"),
        ("lisinopril or amlodipine for a woman of 30 with hypertension", "amlodipine", "lisinopril"),
    ],
)
def test_the_short_answer_opens_with_which_comes_before_which(
    starter_place: Path, typed: str, left: str, harms: str
) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert f"{left} before {harms}" in _texts(answer, "bottom_line")[0]
    assert not [w for w in answer.warnings if w.code == "withheld"]
    path = _texts(answer, "algorithm")
    assert not any(text.startswith(("Dose as on the label", "Start")) and harms in text for text in path)


def test_of_one_that_no_source_names_nothing_is_said(starter_place: Path) -> None:
    told = _texts(
        probatum.answer("24F epilepsy planning pregnancy, valproate or ethosuximide", library=starter_place),
        "bottom_line",
    )
    assert told[0].startswith("Leave out valproate for this patient")


@pytest.mark.parametrize(
    "typed",
    [
        "levetiracetam or valproate for a man of 60 with epilepsy",
        "lisinopril or amlodipine for a woman of 70 with hypertension",
    ],
)
def test_nobody_else_is_told_so(starter_place: Path, typed: str) -> None:
    assert not any(" before " in text for text in _texts(probatum.answer(typed, library=starter_place), "bottom_line"))


def test_a_path_does_not_go_on_with_what_it_left_out(starter_place: Path) -> None:
    path = _texts(
        probatum.answer("uncomplicated UTI 34F eGFR 38, nitrofurantoin or trimethoprim", library=starter_place),
        "algorithm",
    )
    first = next(text for text in path if text.startswith("Leave out"))
    assert "nitrofurantoin" in first
    assert "trimethoprim for this patient" not in first
    assert first.endswith("the path goes on with trimethoprim.")


def test_the_one_that_is_left_is_told_with_its_dose(starter_place: Path) -> None:
    told = _texts(
        probatum.answer("UTI in a woman of 34 with eGFR 38, nitrofurantoin or trimethoprim", library=starter_place),
        "bottom_line",
    )
    assert any("200 mg by mouth twice daily" in text for text in told)


def test_a_dose_of_another_use_is_no_answer_to_a_choice(starter_place: Path) -> None:
    told = _texts(
        probatum.answer("carbamazepine or phenytoin for a man of 60 with epilepsy", library=starter_place),
        "bottom_line",
    )
    assert not any("neuralgia" in text for text in told)
    assert any("indicated" in text and "phenytoin" in text for text in told)
    assert any("indicated" in text and "carbamazepine" in text for text in told)


@pytest.mark.parametrize(
    "typed", ["10 weeks pregnant, lisinopril or amlodipine", "hypertension in pregnancy: lisinopril or amlodipine"]
)
def test_one_that_is_barred_is_told_as_such(starter_place: Path, typed: str) -> None:
    told = _texts(probatum.answer(typed, library=starter_place), "bottom_line")
    assert told[0].startswith("Lisinopril is advised against for this patient")


def test_what_holds_of_a_part_of_pregnancy_leaves_nothing_out(starter_place: Path) -> None:
    told = _texts(probatum.answer("pregnant, metronidazole or clindamycin", library=starter_place), "bottom_line")
    assert not any("leave out" in text.lower() or " before " in text for text in told)


def test_of_two_the_one_that_something_tells_of_is_weighed_first(starter_place: Path) -> None:
    answer = probatum.answer("PE 3 weeks postpartum breastfeeding, rivaroxaban or warfarin", library=starter_place)
    told, path = _texts(answer, "bottom_line"), _texts(answer, "algorithm")
    assert any("whether rivaroxaban may be used in breast-feeding" in text for text in told)
    assert "warfarin" in path[0]
    assert not any("weigh rivaroxaban" in text for text in path)
