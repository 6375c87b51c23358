"""Advice on a kind of an illness speaks for that kind: the whole leads where it is held, and keeps what it advises."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.fitting import kinds, of_untold_children, titled
from probatum.model import Question, Record, RecordKind, SectionKind, SourceSection

AS_OF = "2026-12-01"


def first(library: Library, question: str) -> str:
    return " ".join(
        s.text for s in probatum.answer(question, library=library, as_of=AS_OF).section("bottom_line").statements
    )


def path(library: Library, question: str) -> str:
    return " ".join(
        s.text for s in probatum.answer(question, library=library, as_of=AS_OF).section("algorithm").statements
    )


def read(library: Library, question: str) -> Question:
    return probatum.answer(question, library=library, as_of=AS_OF).question


@pytest.mark.parametrize(
    "question",
    ["ringworm on my arm, what cream", "ringworm treatment", "ringworm in a 5 year old, what cream", "jock itch cream"],
)
def test_a_kind_does_not_answer_for_the_whole(starter_library: Library, question: str) -> None:
    told = first(starter_library, question)
    assert "terbinafine 1% cream" in told
    assert "nail" not in told and "scalp" not in told


def test_a_kind_gives_the_whole_no_dose(starter_library: Library) -> None:
    assert "62.5 mg" not in path(starter_library, "ringworm in a 5 year old, what cream")


def test_a_kind_is_no_gate_and_no_referral_of_the_whole(starter_library: Library) -> None:
    told = path(starter_library, "Should I give antibiotics for acute otitis media in a 3 year old?")
    assert "glue ear" not in told
    assert "antibiotics are not recommended" in path(starter_library, "glue ear in a 3 year old, antibiotics?")


def test_a_nearer_kind_stands_before_a_further_one(starter_library: Library) -> None:
    told = first(starter_library, "fungal infection of the skin treatment")
    assert "terbinafine 1% cream" in told and "onychomycosis" not in told


@pytest.mark.parametrize(
    ("question", "wanted", "never"),
    [
        ("fungal toenail, terbinafine dose and length", "terbinafine 250 mg", "1% cream"),
        ("tinea capitis terbinafine dose in a child of 15 kg", "62.5 mg", "1% cream"),
        ("ringworm of the scalp in a child", "scalp ringworm", "1% cream"),
        ("opioid-induced constipation, bulk-forming laxative?", "poor choice", ""),
    ],
)
def test_a_kind_that_is_asked_is_told(starter_library: Library, question: str, wanted: str, never: str) -> None:
    told = first(starter_library, question)
    assert wanted in told
    assert not never or never not in told


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("heart failure first line drugs", "reduced ejection fraction"),
        ("epilepsy first line", "focal"),
        ("my baby has colic", "infantile colic"),
        ("renal colic pain relief", "NSAID"),
        ("fungal toenail treatment", "terbinafine 250 mg"),
    ],
)
def test_what_no_whole_is_held_for_is_told_by_a_kind(starter_library: Library, question: str, wanted: str) -> None:
    assert wanted in first(starter_library, question)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("For ringworm, the first choice is a cream.", True),
        ("For ringworm (tinea corporis) and athlete's foot, the first choice is a cream.", True),
        ("In scalp ringworm (tinea capitis), the choice is a tablet.", False),  # on a kind
        ("In people with ringworm who do not bear a cream, the choice is a tablet.", False),  # a case of its own
        ("When ringworm does not respond, the choice is a tablet.", False),
        ("In ringworm and asthma, the choice is a tablet.", False),  # with another illness
        ("In headache, the choice is a tablet.", False),
        ("In most people with ringworm, the choice is a cream.", True),  # the words before its name single out nobody
    ],
)
def test_what_is_on_the_whole(starter_library: Library, text: str, whole: bool) -> None:
    assert ("tinea" in kinds.wholes((text,), read(starter_library, "ringworm treatment"))) is whole


@pytest.mark.parametrize(
    ("text", "held", "behind"),
    [
        ("In scalp ringworm (tinea capitis), the choice is a tablet.", ("tinea",), True),
        ("In fungal nail infection, the choice is a tablet.", ("tinea",), True),
        ("In fungal nail infection, the choice is a tablet.", (), False),  # nothing is held on the whole
        ("In ringworm and fungal nail infection, the choice is a tablet.", ("tinea",), False),
        ("In asthma, the choice is an inhaler.", ("tinea",), False),  # no kind of it
    ],
)
def test_what_is_on_a_kind(starter_library: Library, text: str, held: tuple[str, ...], behind: bool) -> None:
    question = read(starter_library, "ringworm treatment")
    assert kinds.of_kind(text, question, frozenset(held)) is behind


@pytest.mark.parametrize(
    ("title", "is_in"),
    [
        ("Fungal skin infection: body, groin and foot", True),
        ("Fungal skin infection and fungal nail infection", False),  # on a kind, too
        ("Fungal nail infection", False),
        ("Prescribing in primary care", False),
    ],
)
def test_a_source_on_the_whole_speaks_by_its_kinds(starter_library: Library, title: str, is_in: bool) -> None:
    question = read(starter_library, "fungal infection of the skin treatment")
    assert kinds.in_whole("For ringworm the choice is a cream.", title, question) is is_in


def test_too_wide_a_name_has_no_kinds(starter_library: Library) -> None:
    question = read(starter_library, "pain relief with ibuprofen")
    assert kinds.wholes(("In pain, the choice is ibuprofen.",), question) == frozenset()


@pytest.mark.parametrize(
    ("text", "question", "behind"),
    [
        ("The dose in children of 1 to 5 years is 250 mg.", "dose for tonsillitis", True),
        ("The dose in children of 1 to 5 years is 250 mg.", "dose for tonsillitis in a 4 year old", False),
        ("The dose in children of 1 to 5 years is 250 mg.", "dose for my son's tonsillitis", False),
        ("The dose in adults and children is 250 mg.", "dose for tonsillitis", False),
        ("The dose is 250 mg.", "dose for tonsillitis", False),
    ],
)
def test_children_of_whom_nobody_spoke(starter_library: Library, text: str, question: str, behind: bool) -> None:
    assert of_untold_children(text, read(starter_library, f"penicillin V {question}")) is behind


def test_one_rule_says_what_a_guideline_is_on(starter_library: Library) -> None:
    """By its title, else by several of its sentences; one sentence in passing is not enough."""
    question = read(starter_library, "tick bite antibiotic")
    on = [titled.is_on(_guideline(*texts), question) for texts in _SAYS]
    assert on == [True, True, False]


_SAYS = (
    ("Tick bites", "A dressing is put on."),
    ("Travel with children: asthma", "A tick bite is watched. After a tick bite no antibiotic is given."),
    ("Travel with children: asthma", "A tick bite is watched. A dressing is put on."),
)


def _guideline(title: str, text: str) -> Record:
    section = SourceSection("label.1", SectionKind.LABEL, text)
    return Record.build(
        id="probatum:invented", identifiers=(), kind=RecordKind.GUIDELINE, title=title, sections=(section,)
    )
