"""`which laxative`, `best painkiller for A`: members of a class are weighed for the illness and the patient."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer


def short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


def options(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("alternatives").statements)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("which triptan for migraine", "sumatriptan"),
        ("best antihypertensive for a 60 year old black man", "calcium channel blocker"),
        ("best painkiller for knee osteoarthritis", "nonsteroidal anti-inflammatory|nsaid"),
    ],
)
def test_a_member_that_is_for_the_illness_is_written_about(typed: str, chosen: str, starter_place: Path) -> None:
    answer = probatum.answer(typed, library=starter_place)
    names = chosen.split("|")  # a guideline may call a class by its short form
    assert any(name in answer.title.lower() for name in names)
    assert any(name in short(answer).lower() for name in names)
    kinds = [made for made in answer.question.assumptions if made.what == "kind"]
    assert kinds and kinds[0].why  # it is said how the question was taken


def test_each_is_held_to_the_kidneys_that_are_told(starter_place: Path) -> None:
    answer = probatum.answer("which anticoagulant for DVT with eGFR 20", library=starter_place)
    assert "rivaroxaban" in short(answer).lower() and "heparin-induced" not in short(answer)
    # Its label has no dose for it at 30 ml/min or less.
    assert "weigh dabigatran" not in " ".join(s.text for s in answer.section("algorithm").statements)


def test_labels_or_advice_for_just_that_are_told(starter_place: Path) -> None:
    answer = probatum.answer("which SSRI for panic disorder", library=starter_place)
    assert "sertraline" in short(answer).lower() or "fluoxetine" in short(answer).lower()
    laxative = short(probatum.answer("which laxative for opioid constipation", library=starter_place))
    assert "opioid-induced constipation" in laxative and "diverticul" not in laxative


@pytest.mark.parametrize(
    "typed",
    [
        "which antipsychotic for agitation in dementia",  # the guideline says of whom and of the class
        "which antibiotic for UTI at 30 weeks pregnant",  # a guideline names them; of pregnancy labels choose nothing
        "best dose of a statin after a heart attack",
        "do laxatives help opioid constipation",
    ],
)
def test_what_asks_for_no_member_or_was_chosen_stays(typed: str, starter_place: Path) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert not [made for made in answer.question.assumptions if made.what == "kind"]


def test_no_member_beside_what_it_meets_is_chosen_by_its_label(starter_place: Path) -> None:
    typed = "best painkiller for knee osteoarthritis in a 75 year old on apixaban"
    answer = probatum.answer(typed, library=starter_place)
    assert not answer.title.lower().startswith("naproxen")
    assert "raises the risk of bleeding" in short(answer)


def test_a_limit_for_good_kidneys_is_none_of_poor_ones(starter_place: Path) -> None:
    said = short(probatum.answer("anticoagulants in CKD stage 4", library=starter_place))
    assert "above 95" not in said
