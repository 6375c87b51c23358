"""A toddler is no infant of a few months, and where no dose for a child is held that is the answer, and no trial is."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


def short(library: Library, question: str, reader: str = "carer") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [s.text for s in answer.section("bottom_line").statements]


TODDLERS = [
    "amoxicillin dose for a toddler with ear infection",
    "does amoxicillin help a chest infection in my toddler",
]


@pytest.mark.parametrize("question", TODDLERS)
def test_a_toddler_gets_no_dose_of_newborns(starter_library: Library, question: str) -> None:
    told = " ".join(short(starter_library, question))
    assert "children older than 3 months" in told and "3 months or less" not in told


@pytest.mark.parametrize("child", ["toddler", "2 year old", "baby"])
def test_what_it_does_in_adults_is_no_dose_for_a_child(starter_library: Library, child: str) -> None:
    lines = short(starter_library, f"how much ibuprofen can my {child} have")
    assert lines[0].startswith("No label or guideline that is held gives a dose of")
    assert not any("back pain" in line for line in lines)


@pytest.mark.parametrize(
    ("child", "dose"), [("toddler", "180 mg"), ("2 year old", "180 mg"), ("baby", "60 mg"), ("4 year old", "240 mg")]
)
def test_a_dose_for_such_an_age_is_told(starter_library: Library, child: str, dose: str) -> None:
    for question in (f"how much paracetamol can my {child} have", f"paracetamol for my {child}"):
        lines = short(starter_library, question)
        assert not any("back pain" in line or "overdose" in line or "3250 mg" in line for line in lines)
    assert any(
        f"NHS recommends paracetamol {dose} (" in line
        for line in short(starter_library, f"how much paracetamol can my {child} have")
    )


def test_a_dose_for_children_is_told(starter_library: Library) -> None:
    assert "children of 6 to 12 years" in short(starter_library, "sertraline dose for a 9 year old with OCD")[0]


def test_a_label_for_an_illness_is_none_for_its_prevention(starter_library: Library) -> None:
    answer = probatum.answer("does metformin help prevent diabetes", library=starter_library, as_of=AS_OF)
    told = " ".join(s.text for s in answer.section("safety").statements)
    assert "preventing type 2 diabetes" in told and "is not among the indications" in told


UNDOSED = [
    "what dose of dabigatran in a child",
    "dabigatran dose for my son aged 9",
    "what dose of apixaban for a 6 year old",
    "how much ibuprofen can I give my 2 year old",
]


@pytest.mark.parametrize("question", UNDOSED)
def test_no_dose_of_adults_stands_behind_it(starter_library: Library, question: str) -> None:
    lines = short(starter_library, question)
    assert "gives a dose of" in lines[0]
    assert not any("0 mg twice daily" in line or " 5 mg twice daily" in line or "400 mg" in line for line in lines)
