"""What cannot be had, and what a medicine brought, as a question tells them."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.model import Role


def left(question: str) -> set[str]:
    return {c.label for c in ask.read(question, vocabulary=vocabulary.load()).having(Role.COMPARATOR)}


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("acute gout, no nsaid no colchicine", {"nonsteroidal anti-inflammatory drugs", "colchicine"}),
        ("cluster headache where oxygen is not available", {"oxygen"}),
        ("cluster headache attack, no oxygen available", {"oxygen"}),
        ("gout, no colchicine, what else", {"colchicine"}),
        ("cystitis, cannot take nitrofurantoin", {"nitrofurantoin"}),
    ],
)
def test_what_cannot_be_had_is_no_choice(question: str, out: set[str]) -> None:
    assert left(question) == out


@pytest.mark.parametrize(
    "question",
    [
        "atrial fibrillation, no anticoagulant, which one",
        "type 2 diabetes, no metformin yet, what next",
        "cluster headache, oxygen available, how to give it",
        "is there no evidence for colchicine in gout",
    ],
)
def test_what_is_not_taken_yet_may_be_had(question: str) -> None:
    assert not left(question)


@pytest.mark.parametrize(
    "question",
    [
        "which laxative for constipation from morphine",
        "constipation caused by codeine, which laxative",
        "morphine constipation which laxative",
        "constipated on oxycodone, what laxative",
    ],
)
def test_a_complaint_that_a_medicine_brought_has_its_own_name(question: str) -> None:
    read = ask.read(question, vocabulary=vocabulary.load())
    assert "opioid-induced constipation" in {c.label for c in read.having(Role.POPULATION)}
    assert {c.label for c in read.having(Role.INTERVENTION)} == {"laxatives"}


@pytest.mark.parametrize(
    "question",
    [
        "does morphine cause constipation",
        "how common is constipation with morphine",
        "constipation on amlodipine, which laxative",
        "morphine for breathlessness, and constipation, what helps",
    ],
)
def test_no_other_complaint_is_read_so(question: str) -> None:
    read = ask.read(question, vocabulary=vocabulary.load())
    assert "opioid-induced constipation" not in {c.label for c in read.concepts}


@pytest.mark.parametrize(
    ("question", "danger"),
    [
        ("I take sertraline and was given tramadol for my shoulder", ""),
        ("I was given tramadol for my back", ""),
        ("I was given morphine for my back and took the whole box", "overdose"),
        ("I was given her methadone by mistake", "overdose"),
        ("I take sertraline and was given tramadol for my back and had loads with vodka", "overdose"),
    ],
)
def test_what_was_given_for_something_is_no_overdose(question: str, danger: str) -> None:
    assert ask.read(question, vocabulary=vocabulary.load()).danger == danger
