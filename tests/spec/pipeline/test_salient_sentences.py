"""Salience: sentences that no composer can read are told where they are what is wanted, and only there."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf, report

from probatum import pipeline
from probatum.apply.quoted import salience
from probatum.apply.quoted.completing import WORDS
from probatum.model import Answer, Kind

ODD = "Wheals had gone by the third week in 18 of those who took rupatadine and in 5 of those who drank water."
TRIAL = report(
    41,
    "Rupatadine for chronic urticaria: a randomised trial",
    background="Chronic urticaria is a burden for many.",
    methods="In this trial 60 adults with chronic urticaria were randomised to rupatadine or water.",
    results=ODD,
    conclusions="Rupatadine relieved chronic urticaria.",
)


def _told(answer: Answer) -> str:
    return " ".join(s.text for s in answer.statements)


def test_weights_are_those_of_the_features_that_are_read(library_of: LibraryOf) -> None:
    context = pipeline.evidence("Does rupatadine relieve chronic urticaria?", library=library_of([TRIAL]))
    for _, _, features in salience.candidates(context):
        assert features.keys() == salience.weights().features.keys()


def test_a_sentence_on_the_matter_is_worth_more_than_one_that_asks(library_of: LibraryOf) -> None:
    context = pipeline.evidence("Does rupatadine relieve chronic urticaria?", library=library_of([TRIAL]))
    quotes = [one.span.quote for one in context.salient]
    assert ODD in quotes and all("burden" not in quote for quote in quotes)
    assert list(context.salient) == sorted(context.salient, key=lambda one: -one.worth)


def test_what_no_composer_reads_is_quoted(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Does rupatadine relieve chronic urticaria?", library=library_of([TRIAL]))
    assert ODD in _told(answer) or ("18" in _told(answer) and "5" in _told(answer))


def test_nothing_is_told_twice_and_the_short_answer_stays_short(library_of: LibraryOf) -> None:
    answer = pipeline.answer("Does rupatadine relieve chronic urticaria?", library=library_of([TRIAL]))
    told = [s for s in answer.statements if not s.id.startswith("algorithm.")]  # a step holds what it is about
    quoted = [s.supports[0] for s in told if s.kind is Kind.QUOTED]
    assert len(quoted) == len(set(quoted))
    assert sum(len(s.text.split()) for s in answer.section("bottom_line").statements) <= WORDS


@pytest.mark.parametrize(
    "typed", ["dose of orvastine for hay fever in a 6 year old", "I took 30 orvastine tablets at once, is that ok"]
)
def test_a_dose_for_others_is_told_to_nobody(library_of: LibraryOf, typed: str) -> None:
    made = label(
        "loratadine",
        uses="Loratadine is indicated for allergic rhinitis.",
        dose="In adults, the dose of loratadine is 10 mg by mouth once daily.",
    )
    answer = pipeline.answer(typed.replace("orvastine", "loratadine"), library=library_of([made]))
    assert "10 mg" not in " ".join(s.text for s in answer.section("bottom_line").statements)


def test_same_question_same_bytes(library_of: LibraryOf) -> None:
    library = library_of([TRIAL])
    asked = "Does rupatadine relieve chronic urticaria?"
    first, second = (pipeline.answer(asked, library=library, as_of="2026-01-01") for _ in range(2))
    assert first == second
