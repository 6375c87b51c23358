"""Each thing that a question asks of a medicine is told in the short answer, or said there to be missing."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.quoted import halves
from probatum.ask.danger import read_danger

AS_OF = "2026-11-29"


def short(library: Library, question: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(question, library=library, reader=reader, as_of=AS_OF)
    plain = answer.reader.plain
    return [(s.plain or s.text) if plain else s.text for s in answer.section("bottom_line").statements]


MISSED = [
    (
        "how should methotrexate be stored and can it be crushed",
        "how methotrexate is stored or whether it may be crushed",
    ),
    ("dilution and rate of iv amiodarone", "how amiodarone is diluted or how fast it is put into a vein"),
    ("dose, side effects and storage of apixaban", "how apixaban is stored"),
    ("Does empagliflozin help in heart failure and what does it cost?", "what empagliflozin costs"),
    ("mechanism and side effects of colchicine", "how colchicine works"),
    ("can I drink alcohol with metronidazole and how should I store it", "how metronidazole is stored"),
    ("can I drive on zolpidem and how soon does it work", "how soon zolpidem works"),
    ("what is finerenone for and how is it stored", "how finerenone is stored"),
    ("is apixaban better than warfarin and which is cheaper", "what"),
    ("how is digoxin excreted?", "how the body handles digoxin"),
    (
        "Does empagliflozin help in heart failure and is it available as a liquid?",
        "answers: is it available as a liquid",
    ),
    ("Can I take ibuprofen with warfarin and what colour are the tablets?", "answers: what colour are the tablets"),
]


@pytest.mark.parametrize(("question", "what"), MISSED)
def test_what_nothing_tells_is_said_to_be_missing(starter_library: Library, question: str, what: str) -> None:
    lines = [line for line in short(starter_library, question) if line.startswith("Nothing held")]
    assert len(lines) == 1 and what in lines[0], lines


def test_it_is_said_in_plain_words_too(starter_library: Library) -> None:
    lines = short(starter_library, "how should levothyroxine be stored and can it be crushed", "patient")
    assert lines[0].startswith("We found nothing that tells how levothyroxine is stored or whether it may be crushed")


TOLD = [
    ("half-life of amiodarone", "50 days on average"),
    ("tranexamic acid dose and infusion rate in trauma", "no more than 100 mg per minute"),
    ("how is clopidogrel metabolised and what is the usual dose", "75 mg once daily"),
    ("what are the side effects of erenumab and how often is it injected", "once monthly"),
    ("contraindications and storage of sildenafil", "with nitrates in any form"),
    ("what is finerenone for and how is it stored", "lower the risk"),
    ("Does apixaban prevent stroke in AF, what is the dose and how much does it cost?", "5 mg twice daily"),
    ("can alendronate be crushed and can I lie down after it", "swallowed whole and not chewed or crushed"),
]


@pytest.mark.parametrize(("question", "words"), TOLD)
def test_what_a_source_tells_stands_in_the_short_answer(starter_library: Library, question: str, words: str) -> None:
    assert words in " ".join(short(starter_library, question))


ONE = [
    "Does vitamin D prevent fractures?",
    "dose and onset of action of dexamethasone in croup",
    "dose and side effects of apixaban",
    "What dose of apixaban in AF with creatinine clearance 20?",
    "Is digoxin clearance dependent on kidney function?",
    "half-life of amiodarone",
]


@pytest.mark.parametrize("question", ONE)
def test_nothing_is_missed_that_was_told_or_not_asked(starter_library: Library, question: str) -> None:
    assert not any(line.startswith("Nothing held") for line in short(starter_library, question))


def test_what_is_done_about_a_missed_dose_is_no_dose(starter_library: Library) -> None:
    for question in (
        "what dose of apixaban for a 6 year old",
        "Does apixaban prevent stroke in AF and what is the dose",
    ):
        assert not any("Label dose" in line and "missed" in line for line in short(starter_library, question))


def test_a_dose_for_others_is_not_brought_up(starter_library: Library) -> None:
    lines = short(starter_library, "is amoxicillin safe in pregnancy and what is the dose in children")
    assert not any("in adults is" in line for line in lines)


@pytest.mark.parametrize(
    "question", ["can I drink alcohol with sertraline", "dose of sertraline and can I drink alcohol"]
)
def test_what_a_medicine_contains_is_not_what_it_must_not_meet(starter_library: Library, question: str) -> None:
    lines = short(starter_library, question, "patient")
    assert not any("must not be taken together" in line for line in lines)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (["tells how A is stored"], "tells how A is stored"),
        (["tells how A is stored", "tells what A costs"], "tells how A is stored or what it costs"),
        (["gives a dose of A", "tells how A is kept"], "gives a dose of A or tells how it is kept"),
    ],
)
def test_one_verb_and_one_name_for_all_that_is_missing(missing: list[str], said: str) -> None:
    assert halves._joined(missing) == said


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("half-life and monitoring of lithium", ""),
        ("onset and half-life of zolpidem", ""),
        ("onset of crushing chest pain and sweating", "emergency"),
        ("half-life of this, my dad took them all and he is grey and clammy now", "emergency"),
    ],
)
def test_a_heading_that_is_looked_up_is_no_emergency(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind
