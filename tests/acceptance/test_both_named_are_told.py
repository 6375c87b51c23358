"""Of two trials or classes, and of a treatment in the place of another, each that is named is told by its source."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Intent


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


def lines(answer: Answer) -> list[str]:
    return [s.text for s in answer.section("bottom_line").statements]


def test_each_of_two_trials_is_told_by_what_it_concluded(starter_library: Library) -> None:
    told = lines(ask(starter_library, "What did ROCKET AF show compared with ARISTOTLE?", "student"))
    assert told[0].startswith("ROCKET AF:") and "rivaroxaban was noninferior" in told[0]
    assert told[1].startswith("ARISTOTLE:") and "apixaban was superior" in told[1]
    alone = lines(ask(starter_library, "What did ROCKET AF show?", "student"))
    assert not any("ARISTOTLE" in line for line in alone)


@pytest.mark.parametrize(
    "question",
    [
        "appendicitis, antibiotics instead of surgery?",
        "can appendicitis be treated with antibiotics rather than appendectomy",
    ],
)
def test_how_many_had_the_operation_all_the_same_leads(starter_library: Library, question: str) -> None:
    first = lines(ask(starter_library, question))[0]
    assert "29% of the antibiotics group had an appendectomy" in first and "41%" in first


def test_an_operation_that_nobody_weighs_leads_nothing(starter_library: Library) -> None:
    assert "had an appendectomy" not in lines(ask(starter_library, "antibiotics for appendicitis"))[0]


def test_a_target_in_a_choice_is_the_class_that_acts_on_it(starter_library: Library) -> None:
    answer = ask(starter_library, "72M HFpEF, finerenone or SGLT2")
    told = lines(answer)
    assert "transporter 2 inhibitors reduce" in told[0] and "Finerenone" in told[1]
    assert any("dapagliflozin is 10 mg" in s.text for s in answer.section("algorithm").statements)
    assert "inhibitors" not in ask(starter_library, "does a PCSK9 mutation lower cholesterol").question.read


def test_the_name_of_a_class_asks_for_no_mechanism_and_a_page_is_named(starter_library: Library) -> None:
    answer = ask(starter_library, "breastfeeding with migraine, which triptan or painkiller is ok")
    assert answer.question.intent is not Intent.MECHANISM and "preferred painkiller" in lines(answer)[0]
    triptan = lines(ask(starter_library, "which triptan while breastfeeding"))[0]
    assert "Sumatriptan: Drugs and Lactation Database" in triptan and "A source" not in triptan


TAKEN = [
    ("Zopiclone on top of oramorph ok?", "opioids, alcohol"),
    ("eszopiclone for somebody on oxycodone", "opioids, alcohol"),
    ("enalapril for somebody on lithium", "interact with lisinopril"),
]


@pytest.mark.parametrize(("question", "words"), TAKEN)
def test_what_a_label_of_the_same_class_says_of_what_is_taken(
    starter_library: Library, question: str, words: str
) -> None:
    assert any(words in line and "of the same class" in line for line in lines(ask(starter_library, question, "nurse")))
