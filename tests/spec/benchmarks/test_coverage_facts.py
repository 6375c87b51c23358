"""Coverage: when a passage holds a fact, when a statement bears on a question, and which sentences are facts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks._facts import bears, holds, is_fact, read, recalled
from benchmarks._gold import FIRST, gathered, medquad

FACT = "Heart attack occurred in 12% of patients given zolpidem for insomnia."


@pytest.mark.parametrize(
    ("passage", "held"),
    [
        ("Myocardial infarction occurred in 12% given zolpidem for insomnia.", True),
        ("In insomnia, zolpidem was followed by myocardial infarctions (12 %).", True),
        ("Heart attacks occurred in 13% of patients given zolpidem for insomnia.", False),
        ("Heart attacks occurred in patients given zolpidem for insomnia.", False),
        ("Zolpidem was given to 12% of patients.", False),
        ("", False),
    ],
)
def test_a_fact_is_held_with_all_its_figures_and_most_of_its_terms(passage: str, held: bool) -> None:
    assert holds(read(passage), FACT) is held


@pytest.mark.parametrize(
    ("sections", "held"),
    [
        ([["Heart attack occurred in 12%.", "All had zolpidem for insomnia."]], True),
        ([["Heart attack occurred in 12%."], ["All had zolpidem for insomnia."]], False),
        ([["Heart attack occurred in 12%.", "It was hot.", "All had zolpidem for insomnia."]], False),
    ],
)
def test_a_fact_may_stand_in_two_neighbours_of_one_section(sections: list[list[str]], held: bool) -> None:
    assert recalled(sections, [FACT]) == [held]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Zolpidem shortens sleep latency.", True),
        ("Yes.", False),
        ("Yes, it is a disease.", False),
        ("Does zolpidem shorten sleep latency?", False),
        ("Resources on insomnia: " + "sleep diary " * 30, False),
    ],
)
def test_a_sentence_is_a_fact_when_it_says_enough_and_asks_nothing(text: str, counts: bool) -> None:
    assert is_fact(text) is counts


@pytest.mark.parametrize(
    ("statement", "before", "fact", "bearing"),
    [
        ("Zolpidem shortened the time to sleep.", "", "", True),
        ("Certainty for time to sleep: low.", "Zolpidem shortened the time to sleep.", "", True),
        ("Certainty for time to sleep: low.", "", "", False),
        ("Asthma was common in quarry workers.", "", "", False),
        ("Sedation lasted eight hours.", "", "Sedation lasts eight hours.", True),
    ],
)
def test_a_statement_bears_on_what_the_question_names(statement: str, before: str, fact: str, bearing: bool) -> None:
    assert bears(statement, before, "Does zolpidem help people with insomnia?", [fact] if fact else []) is bearing


def _page(number: int, answer: str) -> dict[str, object]:
    focus = f"Quarry fever {number}"
    asked = f"What is {focus} ?"
    return {"id": str(number), "question": asked, "type": "information", "focus": focus, "answer": answer, "url": focus}


def test_a_sentence_that_pages_share_is_a_form_and_no_fact(tmp_path: Path) -> None:
    (tmp_path / "medquad").mkdir()
    pages = [
        _page(n, f"Quarry fever {n} has a table of signs below. Dust of stone {n} inflames the lungs.")
        for n in range(1, 8)
    ]
    with gzip.open(tmp_path / "medquad" / "some.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in pages)
    asked, records = medquad(tmp_path)
    assert [one.facts for one in asked if one.id == "3"] == [("Dust of stone 3 inflames the lungs.",)]
    assert {one.records[0] for one in asked} == {record.id for record in records}
    assert [a.id for a in medquad(tmp_path)[0]] == [a.id for a in asked]


def test_missing_parts_are_named(tmp_path: Path) -> None:
    asked, records, missing = gathered(tmp_path)
    assert (asked, list(records)) == ([], [])
    assert missing == ["bioasq/eval*.jsonl.gz", "k-qa/eval_answered*.jsonl", "medquad/*.jsonl.gz", "pubmed/*.xml.gz"]
    assert len(FIRST) * 4 == 60
