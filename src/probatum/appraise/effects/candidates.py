"""The sentences and table rows of a record in which an effect may be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from probatum.appraise.effects import tokens
from probatum.appraise.effects.tokens import Token
from probatum.appraise.reading import Sentence, sentences
from probatum.model import Record, SectionKind, SectionRole, SourceSection, Span

MOST = 3000
"""Candidates read of one record at most."""
LONGEST = 1500
"""Characters of one candidate that are read."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A sentence, or a row of a table with the words of its head."""

    record: Record
    section: SourceSection
    start: int
    end: int
    role: SectionRole
    place: float
    """Where it stands in its part of the record, 0 to 1."""
    above: str = ""
    """Of a row: the words of the table's heading and of the group the row belongs to."""
    head: tuple[str, ...] = ()
    """Of a row: the words over each of its cells."""

    @property
    def text(self) -> str:
        """Its characters, at most LONGEST."""
        return self.section.text[self.start : min(self.end, self.start + LONGEST)]

    @property
    def row(self) -> bool:
        """True for a row of a table."""
        return self.section.kind is SectionKind.TABLE

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.record, self.section.id, self.start, self.end)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers and signs."""
        return tokens.read(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words, hyphened ones whole and by parts."""
        return frozenset(p for t in self.tokens if t.content for p in tokens.parts(t.stem))

    @cached_property
    def stems_above(self) -> frozenset[str]:
        """The stems of the words above a row."""
        told = tokens.read(f"{self.above} {' '.join(self.head)}") if self.row else ()
        return frozenset(p for t in told if t.content for p in tokens.parts(t.stem))


@lru_cache(maxsize=8)
def candidates(record: Record) -> tuple[Candidate, ...]:
    """Title, abstract and body by sentences, tables by rows; at most MOST."""
    told = sentences(record)
    ends = {s.section.id: len(s.section.text) or 1 for s in told}
    made = [_of_sentence(s, ends[s.section.id]) for s in told]
    for section in record.sections:
        if section.kind is SectionKind.TABLE:
            made.extend(_rows(record, section))
    return tuple(made[:MOST])


def _of_sentence(sentence: Sentence, length: int) -> Candidate:
    return Candidate(
        sentence.record, sentence.section, sentence.start, sentence.end, sentence.role, sentence.start / length
    )


def _rows(record: Record, section: SourceSection) -> Iterator[Candidate]:
    """The rows below the head. A row without figures names the group of those under it."""
    head: list[str] = []
    group, at, below = "", 0, False
    lines = section.text.split("\n")
    for number, line in enumerate(lines):
        start, at = at, at + len(line) + 1
        cells = line.split("\t")
        figures = sum(any(c.isdigit() for c in cell) and "n =" not in cell.lower() for cell in cells[1:])
        if not line.strip():
            continue
        if not figures and not below:
            head = [f"{a} {b}".strip() for a, b in _aligned(head, cells)]
            continue
        if not figures:
            group = cells[0]
            continue
        below = True
        above = f"{section.heading} {group if cells[0].startswith(' ') or group else ''}"
        yield Candidate(
            record, section, start, start + len(line), SectionRole.RESULTS, number / len(lines), above, tuple(head)
        )


def _aligned(head: list[str], cells: list[str]) -> Iterator[tuple[str, str]]:
    """Cells of a further line of the head under those above; a blank one takes its left neighbour's words."""
    filled, last = [], ""
    for cell in head:
        last = cell or last
        filled.append(last)
    for i in range(max(len(filled), len(cells))):
        yield (filled[i] if i < len(filled) else ""), (cells[i].strip() if i < len(cells) else "")
