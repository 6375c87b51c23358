"""How soon a treatment works is told by what speaks of just that; where nothing does, this is said before anything."""

from __future__ import annotations

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Turn

AS_OF = "2026-11-29"


def short(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    return [s.text for s in answer.section("bottom_line").statements]


TOLD = [
    ("time to onset of dexamethasone in croup", "as early as 6 hours"),
    ("how long does esketamine take to work in depression", "assessed after 4 weeks"),
    ("how long does it take for antibiotics to clear a urinary infection", "within 48 hours of the antibiotic"),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_what_tells_it_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in short(starter_library, question)[0]


UNTOLD = [
    ("how long does sertraline take to work", "sertraline works", ""),
    ("when will methotrexate start working", "methotrexate works", ""),
    ("how long until statins lower cholesterol", "statins work", ""),
    ("what is the onset of action of amiodarone", "amiodarone works", ""),
    ("how soon does amitriptyline help IBS", "amitriptyline works", "at 6 months"),
    ("time to effect of colchicine in gout flare", "colchicine works", "at 24 hours"),
    ("how long does semaglutide take to lower weight", "semaglutide works", "44 weeks"),
]


@pytest.mark.parametrize(("question", "who", "nearest"), UNTOLD)
def test_that_nothing_tells_it_is_said_first(starter_library: Library, question: str, who: str, nearest: str) -> None:
    first, second, *_ = [*short(starter_library, question), ""]
    assert first == f"No source held says how soon {who}."
    assert second.startswith("Nearest") == bool(nearest) and nearest in second


def test_what_bars_a_medicine_is_told_all_the_same(starter_library: Library) -> None:
    assert "oxed warning" in short(starter_library, "how long does sertraline take to work")[1]


def test_a_later_question_asks_it_of_the_same_treatment(starter_library: Library) -> None:
    question = "Does amitriptyline help IBS?"
    first = Turn(question, probatum.answer(question, library=starter_library, as_of=AS_OF))
    for typed in ("how long does it take?", "when will I notice a difference?"):
        turn = pipeline.follow(typed, first, library=starter_library, as_of=AS_OF)
        assert "how soon amitriptyline works" in turn.answer.section("bottom_line").statements[0].text, typed
