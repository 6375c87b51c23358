"""A document without fields (PDF, Word, web page, Markdown) as a Record: its blocks in reading order become sections.

A heading opens a section; headings above it are joined before it (`Treatment > Pain`). A table is a section of its own
at its place. The sort of a document is never guessed: it is an `article` until a sidecar or front matter says more
(see `_about`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

import msgspec

from probatum.acquire.formats import _identity, _terms
from probatum.model import Cell, Identifier, Page, Record, RecordKind, SectionKind, SectionRole, SourceSection
from probatum.text.expressions import expression

_OPENING: Final = 600
"""Characters within which a heading may be the title; one that stands further down heads a part."""
TITLE_CHARACTERS: Final = 300
"""A longer first line is no title."""
_REFERENCES: Final = expression(
    r"(?:[\dIVX]+\.?\s+)?(?:references?|bibliography|literature cited|works cited)\W*\Z", re.I
)
_FORMALITIES: Final = expression(
    r"(?:[\d.]+\s+)?(?:(?:table of )?contents|competing|conflicts? of|declarations? of|disclosures? of"
    r"|acknowledge?ments?|funding|copyright|imprint|abbreviations|author contributions|about this (?:site|page))\b",
    re.I,
)
"""Headings of what goes with a document and is no evidence."""


class Sort(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


class Block(msgspec.Struct, frozen=True):
    """A stretch of a document: its text, which is never altered from here on, and what it is."""

    sort: Sort
    text: str
    level: int = 0
    """Of a heading: 1 is the highest."""
    cells: tuple[Cell, ...] = ()
    pages: tuple[Page, ...] = ()
    """Pages of the source by where they begin in `text`; the first stands at 0."""


class Described(msgspec.Struct, frozen=True):
    """What a document says of itself, outside its text."""

    title: str = ""
    language: str = "en"
    date: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    keywords: tuple[str, ...] = ()
    licence: str = ""


def digest(data: bytes) -> Identifier:
    """An identifier made of the document's bytes, for one that has no other."""
    return Identifier("probatum", hashlib.sha256(data).hexdigest()[:16])


def primary(identifiers: Sequence[Identifier], made: Identifier) -> str:
    """What a document goes by. An address is none: several documents can lie behind one."""
    return str(next((i for i in identifiers if i.namespace != "url"), made))


def record(blocks: Sequence[Block], said: Described, made: Identifier, name: str, origin: str) -> Record | None:
    """The record of a document, or None when it has no text. `made` is its identifier where it has no other.

    Without a title of its own it goes by its first heading, else by its first line.
    """
    if not any(block.text for block in blocks):
        return None
    title = said.title or _title(blocks)
    body = sections(blocks, said.language, title)
    head = [SourceSection("title", SectionKind.TITLE, title, language=said.language)] if title else []
    identifiers = _identity.gather(said.identifiers)
    name_of = primary(identifiers, made)
    return Record.build(
        id=name_of,
        identifiers=identifiers if name_of != str(made) else (*identifiers, made),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(*head, *body),
        authors=said.authors,
        journal=said.publisher,
        year=_terms.year_in(said.date),
        date=said.date,
        language=said.language,
        keywords=said.keywords,
        licence=said.licence,
        format=name,
        origin=origin,
    )


def _title(blocks: Sequence[Block]) -> str:
    headings: list[Block] = []
    before = 0
    for block in blocks[:40]:
        if block.sort is Sort.HEADING:
            headings.append(block)
        before += len(block.text)
        if before > _OPENING:
            break
    best = min(headings, key=lambda b: b.level, default=None)
    if best is not None:
        return best.text
    first = next((b.text for b in blocks if b.text), "").split("\n", 1)[0]
    return first if len(first) <= TITLE_CHARACTERS else ""


def stated_title(said: str, blocks: Sequence[Block]) -> str:
    """The title that a file's properties state, when it stands at the document's beginning too.

    Programs and templates write file names and old titles there.
    """
    wanted = _bare(said)
    if len(wanted) > 3 and wanted in _bare(" ".join(block.text for block in blocks[:30])):
        return " ".join(said.split())
    return ""


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def sections(blocks: Iterable[Block], language: str, title: str) -> list[SourceSection]:
    """The sections of a document in its order; a heading that repeats the title is not counted among the headings."""
    making = _Sections(language, title)
    for block in blocks:
        if block.sort is Sort.HEADING:
            making.heading(block)
        elif block.sort is Sort.TABLE:
            making.table(block)
        else:
            making.text(block)
    making.close()
    return making.made


class _Sections:
    def __init__(self, language: str, title: str) -> None:
        self.language, self.title = language, title
        self.made: list[SourceSection] = []
        self.path: list[tuple[int, str]] = []
        self.held: list[Block] = []
        self.counts: dict[str, int] = {}

    def heading(self, block: Block) -> None:
        self.close()
        while self.path and self.path[-1][0] >= block.level:
            self.path.pop()
        if block.text != self.title:
            self.path.append((block.level, block.text))

    def text(self, block: Block) -> None:
        self.held.append(block)

    def table(self, block: Block) -> None:
        self.close()
        if block.text.strip():
            heading = " > ".join(text for _, text in self.path)
            kind = SectionKind.TABLE if self._kind() is SectionKind.BODY else self._kind()
            self._add("table", kind, block.text, heading, SectionRole.NONE, block.cells, block.pages)

    def close(self) -> None:
        parts: list[str] = []
        pages: list[Page] = []
        at = 0
        for before, block in zip([None, *self.held], self.held, strict=False):
            both = before is not None and before.sort is Sort.ITEM and block.sort is Sort.ITEM
            gap = "" if before is None else "\n" if both else "\n\n"
            at += len(gap)
            for page in block.pages:
                if not pages or pages[-1].label != page.label:
                    pages.append(Page(page.label, at + page.start))
            parts += [gap, block.text]
            at += len(block.text)
        self.held = []
        if text := "".join(parts):
            heading = " > ".join(text for _, text in self.path)
            kind = self._kind()
            role = SectionRole.NONE
            if kind is SectionKind.BODY:
                roles = (_terms.role_of("", said) for _, said in self.path)
                role = next((found for found in roles if found is not SectionRole.NONE), SectionRole.NONE)
            self._add("body" if kind is SectionKind.BODY else "other", kind, text, heading, role, (), tuple(pages))

    def _kind(self) -> SectionKind:
        """References and formalities hold for everything under their heading."""
        for _, said in self.path:
            if _REFERENCES.match(said):
                return SectionKind.REFERENCES
            if _FORMALITIES.match(said):
                return SectionKind.OTHER
        return SectionKind.BODY

    def _add(
        self,
        stem: str,
        kind: SectionKind,
        text: str,
        heading: str,
        role: SectionRole,
        cells: tuple[Cell, ...],
        pages: tuple[Page, ...],
    ) -> None:
        count = self.counts[stem] = self.counts.get(stem, 0) + 1
        self.made.append(SourceSection(f"{stem}.{count}", kind, text, heading, role, "", self.language, cells, pages))


def table(rows: Sequence[Sequence[str]], headers: int = 0) -> Block:
    """A table as a block: cells joined by tab, rows by newline; the first `headers` rows are headers."""
    parts: list[str] = []
    cells: list[Cell] = []
    at = 0
    for number, row in enumerate(rows):
        for column, said in enumerate(row):
            text = " ".join(said.split())
            cells.append(Cell(number, column, at, at + len(text), number < headers))
            parts.append(text)
            at += len(text) + 1
            parts.append("\t" if column + 1 < len(row) else "\n")
        if not row:
            parts.append("\n")
            at += 1
    return Block(Sort.TABLE, "".join(parts)[:-1], cells=tuple(cells))
