"""A trial that is named by a word in capitals is found by its name, and not by the word."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

NAMED = [
    ("CARES trial result", "febuxostat", "pmid:29527974"),
    ("What did CARES find?", "febuxostat", "pmid:29527974"),
    ("SELECT trial results", "emaglutide", "pmid:37952131"),
    ("CRASH-2 results", "ranexamic acid", "doi:10.1016/s0140-6736(10)60835-5"),
    ("What did RALES show?", "reduces death from any cause", "pmid:10471456"),
    ("PLUS trial result fluids", "balanced", ""),
]


@pytest.mark.parametrize(("question", "given", "record"), NAMED)
def test_the_trial_of_that_name_answers(starter_library: Library, question: str, given: str, record: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert any(a.what == "trial" for a in answer.question.assumptions)
    short = answer.section("bottom_line").statements
    assert given in short[0].text
    assert not record or any(span.record == record for s in short for span in s.supports)


OTHERS = [
    "what did DANISH show",
    "SELECT a drug for COPD",
    "results of apixaban in AF",
    "COPD outcomes with smoking",
    "COPD results of ICS",
    "DVT trial results",
]


@pytest.mark.parametrize("question", OTHERS)
def test_other_capitals_name_none(starter_library: Library, question: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    assert not any(a.what == "trial" for a in answer.question.assumptions)


def test_what_was_published_later_names_no_trial(starter_library: Library) -> None:
    answer = probatum.answer("SELECT trial results", library=starter_library, as_of="2020-01-01")
    assert not any(a.what == "trial" for a in answer.question.assumptions)


@pytest.mark.parametrize(
    ("question", "said"),
    [("NNT in DAPA-HF", "number needed to treat 20"), ("PLATO results", "lower with ticagrelor than with clopidogrel")],
)
def test_what_is_asked_of_a_trial_is_told_of_it(starter_library: Library, question: str, said: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    short = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert said in short
