"""Invented reports of studies. The names are those of real medicines and illnesses, since the vocabulary must know
them; no sentence is that of a real report, and no figure is to be relied on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from probatum.acquire.library import Library
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

LibraryOf = Callable[[Iterable[Record]], Library]
"""What the fixture `library_of` gives: a new library with those records and no others."""
RANDOMISED: Final = "Randomized Controlled Trial"


def report(number: int, title: str, *, year: int = 2020, kind: str = RANDOMISED, **parts: str) -> Record:
    """A report with a part for each heading (`methods`, `results`, `conclusions`); `kind` is its publication type."""
    key = Identifier("pmid", str(99_000_000 + number))
    sections = [SourceSection("title", SectionKind.TITLE, title)]
    for at, (part, text) in enumerate(parts.items(), 1):
        sections.append(
            SourceSection(
                f"abstract.{at}", SectionKind.ABSTRACT, text, heading=part.upper(), role=SectionRole[part.upper()]
            )
        )
    return Record.build(
        id=str(key),
        identifiers=(key,),
        kind=RecordKind.REVIEW if "Review" in kind else RecordKind.TRIAL_REPORT,
        title=title,
        sections=tuple(sections),
        publication_types=(kind,) if kind else (),
        year=year,
        authors=(f"Author{number} AB",),
    )
