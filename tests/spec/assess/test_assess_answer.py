"""A whole answer under check: what fails is withheld and said, without being told again."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
import pytest
from assess_cases import record, sentence, statement
from hypothesis import given
from hypothesis import strategies as st

from probatum import assess
from probatum.model import (
    Answer,
    Engine,
    EvidenceRow,
    Question,
    Reader,
    RecordStatus,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
    Verdict,
)

Bounded = Callable[[Callable[[str], object], str, float], None]

TRIAL = record()
PAIN = sentence(TRIAL, "Cramp pain")
GOOD = "Cramp pain did not differ between groups (p = 0.41)."
BAD = "Cramp pain did not differ between groups (p = 0.71)."


def answer(*texts: str, support: object = PAIN, rows: tuple[EvidenceRow, ...] = ()) -> Answer:
    made = tuple(msgspec.structs.replace(statement(t, support), id=f"s{i}") for i, t in enumerate(texts))  # type: ignore[arg-type]
    return Answer(
        question=Question("zerafine?", "zerafine?"),
        reader=Reader.DOCTOR,
        title="Zerafine",
        sections=(Section("evidence", "What the evidence shows", made), Section("gaps", "Evidence gaps", (), "None.")),
        certainty=(),
        evidence=rows,
        references=(),
        search=SearchAccount("test library", ("zerafine",), 1, ("pmid:101",), (), "2026-01-01"),
        warnings=(),
        status=ReviewStatus(),
        disclaimer="",
        engine=Engine("0", "0"),
    )


def test_every_statement_gets_a_verdict() -> None:
    made = assess.check(answer(GOOD, GOOD))
    assert [s.verdict for s in made.statements] == [Verdict.SUPPORTED] * 2
    assert all(s.checks for s in made.statements) and made.warnings == ()


def test_what_fails_is_withheld_and_named() -> None:
    made = assess.check(answer(GOOD, BAD))
    assert [s.text for s in made.statements] == [GOOD]
    (warning,) = made.warnings
    assert warning.code == "withheld" and "numbers" in warning.text and "What the evidence shows" in warning.text
    assert BAD not in warning.text and "did not differ" not in warning.text


def test_an_emptied_section_says_so() -> None:
    made = assess.check(answer(BAD))
    assert made.section("evidence").statements == ()
    assert "2026-01-01" in made.section("evidence").empty and "withheld" in made.section("evidence").empty
    assert made.section("gaps").empty == "None."


def test_rows_of_a_retracted_record_go() -> None:
    source = sentence(record(status=RecordStatus.RETRACTED), "Cramp pain")
    row = EvidenceRow("pmid:101", 1, "Doe", "randomised trial", 60, "pain", "", (), "", "", "", "")
    made = assess.check(answer(GOOD, support=source, rows=(row,)))
    assert made.evidence == () and made.statements == ()


def test_checking_twice_changes_nothing() -> None:
    once = assess.check(answer(GOOD, BAD))
    again = assess.check(once)
    assert again.statements == once.statements


@given(st.integers(0, 9999).filter(lambda n: n != 41))
def test_no_foreign_p_value_passes(number: int) -> None:
    text = f"Cramp pain did not differ between groups (p = 0.{number:04d})."
    if float(f"0.{number:04d}") != 0.41:
        assert assess.check_statement(statement(text, PAIN)).verdict is not Verdict.SUPPORTED


@given(st.text(max_size=200))
def test_no_text_breaks_the_checks(text: str) -> None:
    if text.strip():
        made = assess.check_statement(statement(text, PAIN, plain=text[::-1]))
        assert isinstance(made, Statement) and made.verdict in Verdict


@pytest.mark.parametrize("piece", ["1 ", "no ", "p = 0.4 ", "from 1 mg to 2 mg ", "“", "than ", "(", "lower "])
def test_long_statements_take_linear_time(bounded: Bounded, piece: str) -> None:
    bounded(lambda told: assess.check_statement(statement("Cramp pain " + told, PAIN)), piece * (8000 // len(piece)), 5)


def test_a_hundred_statements_are_checked_at_once() -> None:
    draft = answer(*[GOOD] * 100)
    assess.check(draft)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        assess.check(draft)
        best = min(best, time.process_time() - began)
    assert best < 2
