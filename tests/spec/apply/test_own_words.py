"""The plain page calls an illness or a medicine what the asker called it; quotations keep the words of their source."""

from __future__ import annotations

import pytest

from probatum.apply.plainly import own_words
from probatum.model import Assumption, Concept, Kind, Question, Role, Section, Statement

WHY = "the medical name under which the evidence is found"
LAY = (("itching", "pruritus"), ("leg cramps", "muscle cramps"))
QUESTION = Question("", "", assumptions=tuple(Assumption("lay term", own, name, WHY) for own, name in LAY))

SAID = [
    ("Pruritus may be less.", "Itching may be less."),
    ("It is not known for pruritus.", "It is not known for itching."),
    ("They write: “Pruritus fell.”", "They write: “Pruritus fell.”"),
    ("Antipruritus cream.", "Antipruritus cream."),
    ("Muscle cramps fell.", "Muscle cramps fell."),
]


@pytest.mark.parametrize(("words", "own"), SAID)
def test_the_asker_s_own_words_are_used(words: str, own: str) -> None:
    assert own_words.said(words, QUESTION) == own


def test_only_the_plain_words_change() -> None:
    section = Section("evidence", "", (Statement("evidence.1", "Pruritus fell.", Kind.NAVIGATION),))
    made = own_words.told((section,), QUESTION)[0].statements[0]
    assert (made.text, made.plain) == ("Pruritus fell.", "Itching fell.")


def test_what_was_read_for_another_reason_keeps_its_name() -> None:
    other = Question("", "", assumptions=(Assumption("lay term", "drinking", "alcohol", "what is meant by drinking"),))
    assert own_words.said("Alcohol adds to it.", other) == "Alcohol adds to it."


@pytest.mark.parametrize(
    ("typed", "medical", "words", "told"),
    [
        ("hay fever", "allergic rhinitis", "In hay fever or allergic rhinitis.", "In hay fever."),
        ("epileptic", "epilepsy", "Women with epilepsy.", "Women with epilepsy."),
        ("african", "nigerian", "Black African or African-Caribbean.", "Black African or African-Caribbean."),
    ],
)
def test_no_choice_of_one_and_no_illness_called_as_people_are(typed: str, medical: str, words: str, told: str) -> None:
    question = Question("", "", assumptions=(Assumption("lay term", typed, medical, WHY),))
    assert own_words.said(words, question) == told


MEDICINES = [
    ("paracetamol", "acetaminophen", ("paracetamol", "tylenol"), "We found paracetamol."),
    ("tylenol", "acetaminophen", ("paracetamol", "tylenol"), "We found acetaminophen."),
    ("statins", "acetaminophen", ("paracetamol",), "We found acetaminophen."),
    ("Sister Ann's Root", "sister ann's root", (), "We found Sister Ann's Root."),
]


@pytest.mark.parametrize(("typed", "label", "others", "told"), MEDICINES)
def test_a_medicine_is_called_as_it_was_typed_unless_by_a_brand(
    typed: str, label: str, others: tuple[str, ...], told: str
) -> None:
    concept = Concept(typed, label, Role.INTERVENTION, semantic="drug", synonyms=others)
    assert own_words.said(f"We found {label}.", Question("", "", concepts=(concept,))) == told


def test_a_name_that_took_the_place_of_another_stands_once() -> None:
    assert own_words.named_once("after Paracetamol (paracetamol) overdose") == "after Paracetamol overdose"
    assert own_words.named_once("paracetamol (500 mg)") == "paracetamol (500 mg)"
