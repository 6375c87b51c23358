"""How likely something is, how many need it and how well a test tells are answered with shares of people first; a part
of the people decides nothing where the whole is told; what is given for leads where a harm is asked for besides."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

METHODS = (
    "In this double-blind randomised trial, 400 people with gravel received zorbinol or placebo for 12 weeks. "
    "The primary outcome was the gravel score at 12 weeks."
)


def answer(place: Path, question: str, methods: str, *results: str, title: str = "Zorbinol for gravel") -> Answer:
    """The answer of a library of one source."""
    parts = ((methods, SectionRole.METHODS), (" ".join(results), SectionRole.RESULTS))
    sections = (
        SourceSection("title", SectionKind.TITLE, title),
        *(
            SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, role=role)
            for n, (text, role) in enumerate(parts)
        ),
    )
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title=title,
        sections=sections,
    )
    opened = Library.open(place / "library", create=True)
    opened.add([record])
    return probatum.answer(question, library=opened, as_of="2026-11-28")


def lead(made: Answer) -> str:
    return next(s.text for s in made.section("bottom_line").statements if s.kind.asserts)


@pytest.mark.parametrize(
    "question", ["How likely is zorbinol to clear gravel?", "What are the chances that zorbinol clears gravel?"]
)
def test_a_share_of_people_leads_where_it_is_asked_for(tmp_path: Path, question: str) -> None:
    made = answer(
        tmp_path,
        question,
        METHODS,
        "The gravel score at 12 weeks was 4.2 points lower with zorbinol than with placebo (p = 0.004).",
        "Gravel was cleared in 120 of 200 people (60%) with zorbinol and in 70 of 200 people (35%) with placebo.",
    )
    assert "60%" in lead(made) or "600 of every 1,000" in lead(made)


def test_a_part_of_the_people_decides_nothing_where_the_whole_is_told(tmp_path: Path) -> None:
    made = answer(
        tmp_path,
        "Does zorbinol reduce gravel death?",
        METHODS,
        "There was no significant difference in gravel death between zorbinol and placebo "
        "(risk ratio 0.90, 95% CI 0.70 to 1.15).",
        "In men, gravel death was lower with zorbinol than with placebo "
        "(risk ratio 0.60, 95% CI 0.40 to 0.90; subgroup).",
    )
    assert "0.60" not in lead(made)
    assert "0.90" in lead(made)
