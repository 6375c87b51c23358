"""What is given when a medicine begins, or for the flare that it keeps away, takes not its place."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.evidence import named_beside


def _weighed(question: str, place: Path) -> str:
    path = probatum.answer(question, library=place).section("algorithm").statements
    return "\n".join(s.text for s in path if "weigh " in s.text)


@pytest.mark.parametrize(
    "question", ["start allopurinol CKD4 creatinine clearance 18, dose", "allopurinol for gout in CKD 4, alternatives"]
)
def test_what_lowers_urate_makes_way_for_what_does(question: str, starter_place: Path) -> None:
    said = _weighed(question, starter_place)
    assert "febuxostat" in said and "colchicine" not in said


def test_for_a_flare_what_treats_flares_is_weighed(starter_place: Path) -> None:
    said = _weighed("colchicine for gout flare", starter_place)
    assert "naproxen" in said and "allopurinol" not in said


def test_choices_of_one_aim_stay(starter_place: Path) -> None:
    said = _weighed("nitrofurantoin for cystitis", starter_place)
    assert "pivmecillinam or fosfomycin" in said and "trimethoprim or pivmecillinam" in said


def test_words_of_what_is_given_with_another() -> None:
    together = named_beside.TOGETHER
    assert together.search("when allopurinol is started for gout, colchicine lowers flares")
    assert together.search("starting zorbinol, colchicine was added")
    assert together.search("colchicine lowers flares as naproxen does") is None
