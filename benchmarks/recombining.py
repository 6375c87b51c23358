"""Made-up records of real text, for libraries larger than the data."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

PIECE: tuple[int, ...] = (2, 3, 3)
"""Words of a real title that stand together in a made-up one."""


def recombined(records: Sequence[Record], count: int, seed: int = 1, begin: int = 0) -> Iterator[Record]:
    """Made-up records, each of several real ones: the title of pieces of two or three words, the abstract of two
    halves, every author of another, the place where it is printed of two, headings and types of one.

    Copies are looked for by both ends of a title and by journal, volume and page; made so, these agree about as often
    as between real records that are no copies. `begin` is the number of the first.
    """
    chance = random.Random(seed)
    sources = [(record, text) for record in records if (text := _abstract(record))]
    titles = [words for record, _ in sources if len(words := record.title.rstrip(".").split()) >= max(PIECE)]
    for number in range(begin, begin + count):
        (main, first), (printed, second), (paged, _) = (chance.choice(sources) for _ in range(3))
        halves = (first[: len(first) // 2], second[len(second) // 2 :])
        title = _title(chance, titles or [["Untitled"]], len(main.title.split()))
        sections = [SourceSection("title", SectionKind.TITLE, title)]
        sections += [
            SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, half) for n, half in enumerate(halves, 1) if half
        ]
        pmid = str(800_000_000 + number)
        yield Record.build(
            id=f"pmid:{pmid}",
            identifiers=(Identifier("pmid", pmid), Identifier("doi", f"10.99999/made-up.{pmid}")),
            kind=RecordKind.ARTICLE,
            title=title,
            sections=tuple(sections),
            authors=tuple(_authors(chance, sources, len(main.authors))),
            journal=printed.journal,
            year=printed.year,
            volume=printed.volume,
            issue=printed.issue,
            pages=paged.pages,
            publication_types=main.publication_types,
            mesh=main.mesh,
            keywords=main.keywords,
            format="benchmark",
        )


def _abstract(record: Record) -> str:
    return " ".join(section.text for section in record.sections if section.kind is SectionKind.ABSTRACT)


def _title(chance: random.Random, titles: Sequence[Sequence[str]], length: int) -> str:
    """About as many words as asked for, six at least."""
    made: list[str] = []
    while len(made) < max(6, length - 1):
        words = chance.choice(titles)
        size = chance.choice(PIECE)
        start = chance.randrange(max(1, len(words) - size + 1))
        made += words[start : start + size]
    return " ".join(made)


def _authors(chance: random.Random, sources: Sequence[tuple[Record, str]], count: int) -> Iterator[str]:
    for _ in range(count):
        authors = chance.choice(sources)[0].authors
        if authors:
            yield chance.choice(authors)
