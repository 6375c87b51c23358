"""A plain page tells by what it is seen that the illness asked about takes a bad turn, and a child's page nothing of
what befalls grown people."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum import vocabulary
from probatum.model import Reader
from probatum.publish.signposts import call_for_help
from probatum.publish.steps import next_steps
from probatum.text import readability
from probatum.vocabulary import glossary, signs


def _help(typed: str, place: Path, reader: Reader = Reader.CARER) -> tuple[str, ...]:
    return call_for_help(probatum.answer(typed, reader=reader, library=place))


@pytest.mark.parametrize(
    ("typed", "signs_"),
    [
        (
            "my toddler 18 months has croup, what dose of dexamethasone, weighs 11kg",
            "a chest sucked in with each breath",
        ),
        ("shingles started 5 days ago is it too late for tablets", "blisters on or near the eye"),
        ("I am 16 weeks pregnant and got a water infection, can I take trimethoprim", "pain in the side or back"),
        ("how much ibuprofen for my 7 year old with fever, 23 kg", "a rash that does not fade under a glass"),
        ("ibuprofen for back pain", "a numb feeling between the legs"),
        ("is colchicine good for gout", "a hot, swollen joint"),
    ],
)
def test_the_danger_signs_of_the_illness_are_told(starter_place: Path, typed: str, signs_: str) -> None:
    answer = probatum.answer(typed, reader="carer", library=starter_place)
    told = call_for_help(answer)
    own = [one for one in told if one.startswith("there are danger signs")]
    assert own
    assert signs_ in own[0]
    head, _, listed = own[0].partition(": ")  # the step has the same signs, a few in each sentence
    signs_told = listed.rstrip(". ").split(", ")
    assert any(head in step and all(one in step for one in signs_told) for step in next_steps(answer, told))


@pytest.mark.parametrize("typed", ["does a flu jab prevent pneumonia", "can I take simvastatin with clarithromycin"])
def test_where_nobody_need_be_ill_none_are(starter_place: Path, typed: str) -> None:
    assert not any("danger signs" in one for one in _help(typed, starter_place, Reader.PATIENT))


def test_a_childs_page_has_no_signs_of_a_heart_attack(starter_place: Path) -> None:
    child = _help("how much ibuprofen for my 7 year old with fever, 23 kg", starter_place)
    grown = _help("ibuprofen for back pain", starter_place)
    assert not any("heart attack" in one or "a stroke" in one for one in child)
    assert any("signs of bleeding" in one for one in child)
    assert any("heart attack" in one for one in grown)


def test_the_signs_are_in_easy_words_and_of_known_illnesses() -> None:
    rows = [line.split("\t") for line in glossary.data("danger_signs.tsv").splitlines()[1:]]
    names = [name for illnesses, _ in rows for name in illnesses.split("; ")]
    assert len(names) == len(set(names))
    for name in names:
        assert any(term.label == name for term in vocabulary.load().lookup(name)), name
        assert signs.of_illness(name)
    for _, seen in rows:
        assert readability.grade(f"There are danger signs: {seen}.") < 12.5, seen
        assert not glossary.unexplained(seen), seen
