"""How far passages cover a question: what they miss, deny or turn into its opposite."""

from __future__ import annotations

import pytest

from probatum.appraise.claims import answering, covering
from probatum.appraise.claims.answering import Passage
from probatum.appraise.claims.covering import Line
from probatum.appraise.effects import tokens

QUESTION = "Is Zelamide associated with longer sleep?"
CASES = [
    ("Zelamide is associated with longer sleep.", "cover any", 1.0),
    ("Zelamide is associated with longer sleep.", "cover best all", 1.0),
    ("Zelamide is associated with longer sleep.", "cover misses none", 1.0),
    ("Zelamide is associated with longer sleep.", "cover opposite False same True", 1.0),
    ("Zelamide is associated with shorter sleep.", "cover opposite True same False", 1.0),
    ("Torvium is associated with longer sleep.", "cover misses name", 1.0),
    ("Torvium is associated with longer sleep.", "cover first", 0.0),
    ("Zelamide is associated with longer walks.", "cover last", 0.0),
    ("Zelamide is associated with longer walks.", "cover misses name", 0.0),
    ("Zelamide is not associated with longer sleep.", "cover denied", 1.0),
    ("Zelamide is not associated with longer sleep.", "cover denies not True True", 1.0),
    ("Zelamide is associated with longer sleep.", "cover denied", 0.0),
    ("Zelamide is disassociated from longer sleep.", "cover negated", 1.0),
    ("Torvium stops rain.", "cover any", 0.0),
]


def measured(question: str, *passages: str) -> dict[str, float]:
    return covering.measures(question, tokens.read(question), [Line.of(tokens.read(p), False) for p in passages])


@pytest.mark.parametrize(("passage", "name", "value"), CASES)
def test_what_a_passage_holds_of_the_question(passage: str, name: str, value: float) -> None:
    assert measured(QUESTION, passage).get(name, 0.0) == pytest.approx(value)


def test_passages_together_may_cover_what_none_covers_alone() -> None:
    told = measured(QUESTION, "Zelamide is associated with dreams.", "Longer sleep is healthy.")
    assert told["cover any"] == 1.0 > told["cover best"]
    assert told["cover apart"] == pytest.approx(1.0 - told["cover best"])


def test_a_figure_that_no_passage_holds_is_missed() -> None:
    question = "Is torviosis caused by a fault of chromosome 9?"
    assert measured(question, "Torviosis is caused by a fault of chromosome 4.")["cover misses figure"] == 1.0
    assert measured(question, "Torviosis is caused by a fault of chromosome 9.")["cover misses figure"] == 0.0


def test_every_measure_lies_between_nothing_and_the_whole() -> None:
    for passage, _, _ in CASES:
        assert all(0.0 <= value <= 1.0 for value in measured(QUESTION, passage, passage).values())


@pytest.mark.parametrize("question", ["", "Is it?", "?"])
def test_a_question_without_content_has_no_measure(question: str) -> None:
    assert measured(question, "Zelamide works.") == {}


def test_no_passage_has_no_measure() -> None:
    assert measured(QUESTION) == {}


def test_passages_that_cover_the_question_answer_yes_more_surely_than_those_that_miss_its_thing() -> None:
    def sure(text: str) -> float:
        reply = answering.answer("Is torviosis caused by Zelobacter?", (Passage(text),), ("yes", "no"))
        return reply.probability if reply.answer == "yes" else 1 - reply.probability

    assert sure("Torviosis is caused by Zelobacter.") > sure("Torviosis is caused by Quintella.")
