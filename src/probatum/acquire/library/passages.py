"""The passages of a record that get vectors: what a search looks at, in pieces that a model takes in whole.

Of an abstract it is the last piece alone, with the title: there stands what was found. On SciFact that ranks no worse
than all pieces or the whole (0.767, 0.753 and 0.754 nDCG@10 on 70 claims), at half the time and room; the words of the
rest are searched as words. Documents without an abstract, and registry entries, have no such place, and get a vector a
piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from probatum.acquire.library.rows import searched_parts
from probatum.model import Record, RecordKind, SectionKind
from probatum.text import sentences

LONGEST: Final = 1_200
"""Characters of a passage, title apart: about 200 words, which most models take in whole."""

MOST: Final = 12
"""Passages of a record."""

TITLE: Final = 300
"""Characters of the title that stand before each passage."""


def passages(record: Record) -> list[str]:
    """Runs of whole sentences, each after the record's title; the title alone where there is nothing else."""
    title = record.title[:TITLE]
    runs = list(islice(_runs("\n".join(searched_parts(record))), MOST))
    if record.kind is not RecordKind.REGISTRY_ENTRY and any(s.kind is SectionKind.ABSTRACT for s in record.sections):
        runs = runs[-1:]
    return [f"{title}\n{run}" if title else run for run in runs] or [title or record.id]


def _runs(text: str) -> Iterator[str]:
    """A text in pieces of whole sentences of about one length; one sentence that is too long is cut."""
    text = text[: 2 * MOST * LONGEST]
    spans = _cut(sentences.split(text))
    if not spans:
        return
    total = spans[-1][1] - spans[0][0]
    aim = total / -(-total // LONGEST)
    start, end = spans[0]
    for first, last in spans[1:]:
        if last - start > LONGEST or end - start >= aim:
            yield text[start:end]
            start = first
        end = last
    yield text[start:end]


def _cut(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, min(at + LONGEST, end)) for start, end in spans for at in range(start, end, LONGEST)]
