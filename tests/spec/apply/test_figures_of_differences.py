"""A difference of two means is told with its interval as its source has it, whichever way it goes, and both arms'
shares with the p value where nothing else bounds them."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

TRIAL = (
    "In this double-blind randomised trial, 400 people with gravel received zorbinol or placebo for 12 weeks. "
    "The primary outcome was the gravel score at 12 weeks."
)
LOWER = (
    "The gravel score at 12 weeks was lower with zorbinol than with placebo "
    "(mean difference -4.2 points, 95% CI -6.1 to -2.3; p < 0.001)."
)
NONE = (
    "There was no significant difference in the gravel score at 12 weeks between zorbinol and placebo "
    "(mean difference -0.4 points, 95% CI -1.9 to 1.1; p = 0.61)."
)
STANDARD = (
    "There was no significant difference in the gravel score at 12 weeks between zorbinol and placebo "
    "(standardised mean difference -0.2, 95% CI -0.5 to 0.1)."
)
SHARES = "Gravel pain at 12 weeks occurred in 11.6% with zorbinol and in 12.9% with placebo (p = 0.43)."


def library(place: Path, result: str) -> Library:
    """A library of the one trial."""
    made = Library.open(place / "library", create=True)
    parts = ((TRIAL, "abstract.1"), (result, "abstract.2"))
    sections = (
        SourceSection("title", SectionKind.TITLE, "Zorbinol for gravel"),
        *(SourceSection(name, SectionKind.ABSTRACT, text) for text, name in parts),
    )
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.TRIAL_REPORT,
        title="Zorbinol for gravel",
        sections=sections,
    )
    made.add([record])
    return made


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (LOWER, "mean difference -4.2 points, 95% CI -6.1 to -2.3"),
        (NONE, "mean difference -0.4 points, 95% CI -1.9 to 1.1"),
        (STANDARD, "standardised mean difference -0.2, 95% CI -0.5 to 0.1"),
        (SHARES, "p = 0.43"),
    ],
)
def test_the_figure_stands_in_the_first_sentence(tmp_path: Path, result: str, told: str) -> None:
    answer = probatum.answer("Does zorbinol help gravel?", library=library(tmp_path, result), as_of="2026-11-28")
    assert told in answer.section("bottom_line").statements[0].text
