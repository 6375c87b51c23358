"""Which of a class somebody may take who takes something else: what the label of that says of the class is told, and
what holds of those who breast-feed is told to nobody else."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"


def short(library: Library, question: str, reader: str = "patient") -> str:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("on lithium, what painkiller can i take", "raise serum lithium"),
        ("i take lithium, what can i have for back pain", "raise serum lithium"),
        ("what painkiller with methotrexate", "methotrexate with NSAIDs"),
        ("on warfarin which painkiller", "raises the risk of bleeding"),
    ],
)
def test_the_label_of_what_is_taken_speaks(starter_library: Library, question: str, told: str) -> None:
    said = short(starter_library, question)
    assert told in said and "milk" not in said


@pytest.mark.parametrize("question", ["painkiller for shoulder pain", "sertraline and ibuprofen together"])
def test_milk_is_told_to_nobody_else(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader="pharmacist", as_of=AS_OF)
    assert not any(
        "milk" in s.text for part in answer.sections[:9] for s in part.statements if s.kind.value == "quoted"
    )


@pytest.mark.parametrize(
    "question",
    ["is ibuprofen safe when breastfeeding", "can I take ibuprofen, I am feeding my 6 week old baby"],
)
def test_who_feeds_a_baby_is_told(starter_library: Library, question: str) -> None:
    assert "preferred painkiller" in short(starter_library, question)


def test_a_baby_that_feeds_well_is_the_patient(starter_library: Library) -> None:
    assert "for infants" in short(starter_library, "ibuprofen dose for my baby, feeding well", "carer")


@pytest.mark.parametrize(
    "question",
    [
        "i take warfarin, what can i have for a bad back",
        "i take warfarin, bisoprolol and atorvastatin, what can i have for a bad back",
        "i take warfarin, bisoprolol, ramipril, omeprazole and atorvastatin, what can i have for a bad back",
    ],
)
def test_however_many_are_taken_the_complaint_is_answered(starter_library: Library, question: str) -> None:
    said = short(starter_library, question)
    assert "raises the risk of bleeding" in said and "pain intensity" in said
    assert said.startswith("Guideline (NICE, UK, 2016): in low back pain") and "period pain" not in said


@pytest.mark.parametrize(
    "question", ["on lithium, what painkiller can i take", "on warfarin which painkiller", "painkillers"]
)
def test_what_holds_in_one_illness_alone_is_told_of_no_class(starter_library: Library, question: str) -> None:
    assert "chickenpox" not in short(starter_library, question)


def test_advice_on_a_child_with_an_illness_bars_no_other(starter_library: Library) -> None:
    assert "advised against" not in short(starter_library, "ibuprofen for my 8 year old", "carer")
    told = short(starter_library, "can my 5 year old with chickenpox have ibuprofen", "carer")
    assert "Ibuprofen is advised against for this patient" in told
