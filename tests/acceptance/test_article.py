"""The main job, walked through all five rooms: a misspelt question in, a checked article out."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Kind, Reader, Verdict
from probatum.model.wire import encode, schema

QUESTION = (
    "What is the role of Mexilitine in treating muscle spasms in patients with Amyotrophic Lateral Sclerosis (ALS)?"
)
AS_OF = "2026-11-22"
SECTIONS = [
    "bottom_line",
    "evidence",
    "dosing",
    "safety",
    "adverse_effects",
    "monitoring",
    "alternatives",
    "algorithm",
    "evidence_gaps",
    "conclusion",
    "references",
    "search",
    "disclaimer",
    "review",
]
TOP_LEVEL = {
    "schema",
    "question",
    "reader",
    "title",
    "sections",
    "certainty",
    "evidence",
    "references",
    "search",
    "warnings",
    "status",
    "disclaimer",
    "engine",
}


@pytest.fixture(scope="module")
def answer(starter_library: Library) -> Answer:
    return probatum.answer(QUESTION, library=starter_library, as_of=AS_OF)


@pytest.fixture(scope="module")
def full(starter_library: Library) -> Answer:
    return pipeline.answer(QUESTION, library=starter_library, as_of=AS_OF, depth="full")


def text_of(answer: Answer, *sections: str) -> str:
    wanted = sections or tuple(s.id for s in answer.sections)
    return " ".join(st.text for s in answer.sections if s.id in wanted for st in s.statements)


def test_the_reading_is_said(answer: Answer) -> None:
    said = {(a.from_.lower(), a.to.lower()) for a in answer.question.assumptions}
    assert ("mexilitine", "mexiletine") in said
    assert any("spasm" in before and "cramp" in after for before, after in said)
    assert "mexiletine" in answer.question.intervention.lower()
    assert "amyotrophic lateral sclerosis" in answer.question.population.lower()
    assert "cramp" in answer.question.outcome.lower()


def test_every_section_stands_in_order_and_none_is_silent(answer: Answer) -> None:
    assert [s.id for s in answer.sections] == SECTIONS
    assert all(s.statements or s.empty for s in answer.sections)


def test_every_asserting_statement_rests_on_characters_and_is_supported(answer: Answer) -> None:
    for statement in answer.statements:
        assert statement.verdict is Verdict.SUPPORTED, statement
        if statement.kind.asserts:
            assert statement.supports
    assert not [w for w in answer.warnings if w.code == "withheld"]


@pytest.mark.parametrize(
    ("section", "figures"),
    [
        ("evidence", ["31%", "16%", "p = 0.047", "p = 0.002"]),
        ("evidence", ["5.3", "3.5", "18 of 20", "13"]),
        ("evidence", ["15", "100", "46", "p = 0.01"]),
        ("evidence", ["45%", "p = 0.08", "not significant at 0.05, although the source lists it as significant"]),
        ("adverse_effects", ["32%", "5%", "p = 0.026"]),
        ("adverse_effects", ["39.6%", "6.1%", "26.4%", "14.3%", "13.2%"]),
        ("dosing", ["150 mg twice daily", "300 mg/day", "900 mg/day"]),
        ("safety", ["off-label", "Boxed warning", "Contraindicated", "cardiogenic shock", "fluvoxamine", "tizanidine"]),
        ("monitoring", ["ECG", "liver"]),
        ("alternatives", ["quinine", "48%", "levetiracetam", "ranolazine", "54.8%", "gabapentin", "THC"]),
        ("evidence_gaps", ["quality of life", "12 weeks"]),
    ],
)
def test_the_article_gives(full: Answer, section: str, figures: list[str]) -> None:
    text = text_of(full, section).lower()
    missing = [f for f in figures if f.lower() not in text]
    assert not missing, text


@pytest.mark.parametrize(
    ("section", "figures"),
    [
        ("evidence", ["31%", "16%", "p = 0.047", "p = 0.002", "5.3", "3.5", "18 of 20"]),
        ("evidence", ["p = 0.08", "not significant at 0.05, although the source lists it as significant"]),
        ("dosing", ["150 mg twice daily", "300 mg/day", "900 mg/day"]),
        ("safety", ["off-label", "Boxed warning", "Contraindicated", "cardiogenic shock", "tizanidine"]),
        ("alternatives", ["quinine", "48%", "THC"]),
        ("evidence_gaps", ["quality of life", "12 weeks"]),
    ],
)
def test_what_the_short_article_keeps(answer: Answer, section: str, figures: list[str]) -> None:
    text = text_of(answer, section).lower()
    missing = [f for f in figures if f.lower() not in text]
    assert not missing, text


def test_progression_showed_no_detected_difference(answer: Answer) -> None:
    text = text_of(answer, "bottom_line", "evidence")
    assert re.search(r"no (difference|effect)[^.]*(ALSFRS|decline|progression)[^.]*detected", text, re.IGNORECASE)


def test_certainty_is_low_with_reasons(answer: Answer) -> None:
    cramps = [c for c in answer.certainty if "cramp" in c.outcome]
    assert cramps and all(c.level.value == "low" for c in cramps[:1])
    domains = {s.domain.value for s in cramps[0].steps if s.change < 0}
    assert {"imprecision", "risk of bias"} <= domains


def test_countries_disagree_on_quinine(answer: Answer) -> None:
    text = text_of(answer, "alternatives")
    assert "disagree on quinine" in text.lower()
    assert "NICE" in text and ("FDA" in text or "US" in text)


def test_steps_are_numbered_and_branch(answer: Answer) -> None:
    ids = [s.id.removeprefix("algorithm.") for s in answer.section("algorithm").statements]
    steps = [i for i in ids if i.isdigit()]
    assert steps == [str(n) for n in range(1, len(steps) + 1)] and len(steps) >= 4
    assert any(i[-1].isalpha() for i in ids)


def test_no_sentence_is_said_twice_in_a_section(answer: Answer) -> None:
    for section in answer.sections:
        texts = [s.text for s in section.statements]
        assert len(texts) == len(set(texts))


def test_json_has_the_promised_keys_and_fits_its_schema(answer: Answer) -> None:
    import jsonschema

    data = json.loads(encode(answer))
    assert set(data) == TOP_LEVEL
    assert {
        "typed",
        "read",
        "assumptions",
        "population",
        "intervention",
        "comparator",
        "outcome",
        "intent",
        "patient",
    } <= set(data["question"])
    assert {"what", "from", "to", "why"} <= set(data["question"]["assumptions"][0])
    jsonschema.validate(data, schema("answer"))


def test_same_input_same_bytes(answer: Answer, starter_library: Library) -> None:
    again = probatum.answer(QUESTION, library=starter_library, as_of=AS_OF)
    assert encode(again) == encode(answer)


NUMBER = re.compile(r"\d+(?:\.\d+)?")
OUT_OF_100 = re.compile(r" in every 100\b")
"""A percentage said again with its denominator."""


@pytest.mark.parametrize("reader", list(Reader))
def test_figures_are_the_same_for_every_reader(answer: Answer, starter_library: Library, reader: Reader) -> None:
    other = probatum.answer(QUESTION, library=starter_library, reader=reader, as_of=AS_OF)
    known = {s.id: s for s in answer.statements}
    told = set(NUMBER.findall(" ".join(s.text for s in answer.statements)))
    for statement in other.statements:
        if not statement.kind.asserts:
            continue
        if reader.plain and statement.id.startswith("algorithm."):  # what they do themselves, in the same figures
            assert set(NUMBER.findall(OUT_OF_100.sub("", statement.plain or statement.text))) <= told
            continue
        professional = known[statement.id]
        shown = statement.plain if reader.plain and statement.plain else statement.text
        assert set(NUMBER.findall(OUT_OF_100.sub("", shown))) <= set(NUMBER.findall(professional.text))
        assert statement.supports == professional.supports


def test_two_questions_do_not_share_an_answer(starter_library: Library) -> None:
    one = probatum.answer("Does ranolazine reduce cramps in ALS?", library=starter_library, as_of=AS_OF)
    assert "ranolazine" in one.title.lower()
    assert "54.8" in text_of(one, "evidence")


def test_an_unknown_subject_says_that_nothing_was_found(starter_library: Library) -> None:
    none = probatum.answer("Does praziquantel cure schistosomiasis?", library=starter_library, as_of=AS_OF)
    asserting = [s for s in none.statements if s.kind.asserts]
    assert not asserting
    for section in itertools.islice(none.sections, 2):
        said = section.empty or " ".join(s.text for s in section.statements)
        assert "found" in said and AS_OF in said
    assert all(s.kind in (Kind.ABSENCE, Kind.NAVIGATION) for s in none.statements)


def test_the_readme_shows_what_the_product_says(answer: Answer) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    lines = [line.removeprefix("> ") for line in readme.splitlines() if line.startswith("> ")]
    shown = re.sub(r" \[[\d, ]+\]", "", " ".join(lines))
    said = text_of(answer)
    for sentence in re.findall(r"[^.]+(?:\.\d[^.]*)*\.", shown):
        first = sentence.strip().rstrip(".").split("; no interval")[0]
        assert first[:110] in said, first
