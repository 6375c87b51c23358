"""A result that its trial takes back in the next sentence is no effect, and how many need it is told where asked."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum.acquire.library import Library
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

METHODS = (
    "In this double-blind randomised trial, 1105 people with gravel received zorbinol (558 people) "
    "or placebo (547 people)."
)
RESULT = (
    "Gravel attacks occurred in 141 of 558 people with zorbinol and in 186 of 547 people with placebo "
    "(hazard ratio 0.74, 95% CI 0.60 to 0.92; p = 0.01)."
)
BACK = " Under the prespecified rule for 3 end points this was not significant."


def lead(place: Path, question: str, results: str) -> str:
    """The first sentence of the answer of a library of the one trial."""
    title = "Zorbinol for gravel"
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract.1", SectionKind.ABSTRACT, METHODS, role=SectionRole.METHODS),
        SourceSection("abstract.2", SectionKind.ABSTRACT, results, role=SectionRole.RESULTS),
    )
    key = Identifier("pmid", "1")
    opened = Library.open(place / "library", create=True)
    opened.add(
        [Record.build(id="pmid:1", identifiers=(key,), kind=RecordKind.TRIAL_REPORT, title=title, sections=sections)]
    )
    made = probatum.answer(question, library=opened, as_of="2026-11-28")
    return next(s.text for s in made.section("bottom_line").statements if s.kind.asserts)


def test_a_result_that_is_taken_back_is_no_effect(tmp_path: Path) -> None:
    assert "detected" in lead(tmp_path / "back", "Does zorbinol prevent gravel attacks?", RESULT + BACK)
    assert "detected" not in lead(tmp_path / "held", "Does zorbinol prevent gravel attacks?", RESULT)


def test_how_many_need_it_is_told_where_it_is_asked(tmp_path: Path) -> None:
    asked = lead(tmp_path / "asked", "Does zorbinol prevent gravel attacks, NNT?", RESULT)
    assert "number needed to treat 11" in asked
    assert "number needed" not in lead(tmp_path / "not", "Does zorbinol prevent gravel attacks?", RESULT)
