"""Clearance in short: how notes write the creatinine clearance, and an amount that is no part of a medicine's name."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import ask


@pytest.mark.parametrize(
    ("typed", "drug", "figure"),
    [
        ("gentamicin, 78F wt 60kg creat clearance 30, dose interval", "gentamicin", 30),
        ("enoxaparin dose creat cl 25", "enoxaparin", 25),
        ("metformin cr cl 35", "metformin", 35),
        ("vancomycin eCrCl 40 dose", "vancomycin", 40),
        ("levofloxacin 500 cr clearance 20", "levofloxacin", 20),
        ("levofloxacin 500 egfr 20", "levofloxacin", 20),
    ],
)
def test_a_clearance_in_short_is_of_the_kidneys(typed: str, drug: str, figure: int) -> None:
    question = ask.read(typed)
    assert question.intervention == drug
    assert str(figure) in question.patient.kidney
    assert "creatine" not in [c.label for c in question.concepts]


def test_creatine_and_a_clearance_written_out_stay() -> None:
    assert ask.read("does creatine improve muscle strength").intervention == "creatine"
    told = ask.read("allopurinol, creatinine clearance 30, dose")
    assert told.patient.kidney == "creatinine clearance 30"
    assert not told.assumptions or all(a.what != "shorthand" for a in told.assumptions)


def test_figures_in_a_row_are_still_results() -> None:
    question = ask.read("urea 9.1, RR 24, BP 118/70, CURB65? amoxicillin or doxycycline")
    assert question.intervention == "amoxicillin or doxycycline"


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("amoxicillin 500 tds for otitis media child 3 yrs 14kg?", "amoxicillin"),
        ("metformin 500 bd for diabetes", "metformin"),
        ("methotrexate 15mg weekly for psoriasis", "methotrexate"),
        ("aspirin 75 od vs 300 od after stroke", "aspirin 75 od"),
        ("omega 3 for depression", "omega 3"),
        ("vitamin B12 for neuropathy", "vitamin B12"),
    ],
)
def test_how_much_and_how_often_is_no_part_of_a_name(typed: str, given: str) -> None:
    assert ask.read(typed).intervention == given


def test_the_path_of_a_medicine_with_its_amount_is_told(starter_place: Path) -> None:
    answer = probatum.answer("amoxicillin 500 tds for otitis media child 3 yrs 14kg?", library=starter_place)
    told = {s.id: s for s in answer.sections}
    assert any("25 mg/kg" in s.text for s in told["dosing"].statements)
    assert told["algorithm"].statements
