"""Small made-up records; nothing here is a real paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from probatum.acquire.library import Library
from probatum.model import Identifier, Record, RecordKind, RecordStatus, SectionKind, SourceSection


def record(
    number: int,
    text: str = "Nothing to say.",
    *,
    title: str = "",
    kind: RecordKind = RecordKind.ARTICLE,
    status: RecordStatus = RecordStatus.CURRENT,
    year: int | None = 2020,
    date: str = "",
    summary: bool = False,
    format: str = "test",
    also: tuple[str, ...] = (),
    id: str = "",
    authors: tuple[str, ...] = (),
) -> Record:
    """A record `pmid:NUMBER` (or `id`) whose abstract is `text`; `also` are further identifiers."""
    names = [id or f"pmid:{number}", *also]
    sections = [SourceSection("title", SectionKind.TITLE, title or f"Paper {number}")]
    if text:
        sections.append(SourceSection("abstract", SectionKind.ABSTRACT, text))
    return Record.build(
        id=names[0],
        identifiers=tuple(Identifier(*name.split(":", 1)) for name in names),
        kind=kind,
        authors=authors,
        title=title or f"Paper {number}",
        sections=tuple(sections),
        year=year,
        date=date,
        status=status,
        summary=summary,
        format=format,
    )


@pytest.fixture
def empty(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


@pytest.fixture
def make() -> Callable[..., Record]:
    return record
