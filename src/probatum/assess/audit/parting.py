"""The sentences and list items of a document, each with what it cites."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.assess.audit import citing
from probatum.assess.audit.citing import Mark
from probatum.assess.audit.document import Document, Piece, cells
from probatum.assess.audit.hidden import plain
from probatum.text import sentences
from probatum.text.expressions import expression

MOST: Final = 5_000
"""Sentences audited; a longer text is cut there, and the report says so."""
LONGEST: Final = 2_000
"""Characters of a sentence that are read."""
_TRAILING: Final = expression(r"[ \t]*[.!?]?[\"'\u201d\u2019)\]]{0,3}")


class Said(NamedTuple):
    """One sentence or list item. Offsets count in the document's text; `plain` is what the checks read."""

    n: int
    text: str
    plain: str
    """Without citations and hidden characters, look-alike letters as the letters they are taken for."""
    marks: tuple[Mark, ...]
    section: str
    start: int
    end: int
    item: bool = False
    row: bool = False
    lead: str = ""
    paragraph: int = 0
    """Number of the piece it stands in: sentences of one paragraph have one."""


def parted(document: Document) -> tuple[Said, ...]:
    """All sentences in reading order, at most MOST."""
    listed = frozenset(e.number for e in document.entries)
    marks = citing.find(document.text, listed)
    bare = citing.blanked(document.text, marks)
    made: list[Said] = []
    at = 0
    for number, piece in enumerate(document.pieces):
        while at < len(marks) and marks[at].end <= piece.start:
            at += 1
        own = [m for m in marks[at : at + 1000] if piece.start <= m.start < piece.end]
        for start, end in _ends(document.text, bare, piece, own):
            inside = tuple(m for m in own if start <= m.start < end)
            words = plain(bare[start : min(end, start + LONGEST)])
            words = told(words, piece.head) if piece.head else words
            if not any(c.isalpha() for c in words):
                continue
            made.append(
                Said(
                    n=len(made) + 1,
                    text=document.text[start:end],
                    plain=" ".join(words.split()),
                    marks=inside,
                    section=piece.section,
                    start=start,
                    end=end,
                    item=piece.item,
                    row=piece.row,
                    lead=piece.lead,
                    paragraph=number,
                )
            )
            if len(made) >= MOST:
                return tuple(made)
    return tuple(made)


_TEST: Final = expression(r"p(?:[\s-]values?)?", re.IGNORECASE)
_NO_WORD: Final = expression(r"\W*(?:references?|sources?|citations?|refs?\.?|pmid)\W*", re.IGNORECASE)


def told(row: str, head: tuple[str, ...]) -> str:
    """A row as a sentence, each cell with what stands over it: `Cramps: 2.1 with A, 4.6 with placebo, p = 0.003`."""
    listed = [cell.strip() for cell in cells(row)]
    made = []
    under = (pair for at, whole in enumerate(listed[1:], 1) for pair in _run(whole, head[at : at + 1]))
    for cell, over in under:
        if not any(c.isalnum() for c in cell):
            continue
        if _TEST.fullmatch(over):
            made.append(f"p {cell}" if cell[:1] in "=<>\u2264" else f"p = {cell}")
        else:
            made.append(cell if not over or _NO_WORD.fullmatch(over) else f"{cell} with {over}")
    return f"{listed[0]}: {', '.join(made)}" if made else listed[0]


def _run(cell: str, head: tuple[str, ...]) -> list[tuple[str, str]]:
    """A cell with what stands over it; of two columns that a page sets close, and that were read as one, each figure
    with its own word, or with none where these are not as many."""
    over = head[0].strip() if head else ""
    numbers, words = cell.split(), over.split()
    if len(numbers) < 2 or not all(_FIGURE.fullmatch(n) for n in numbers):
        return [(cell, over)]
    return list(zip(numbers, words, strict=True)) if len(words) == len(numbers) else [(cell, "")]


_FIGURE: Final = expression(r"[-+\u2212]?[0-9][0-9.,]*%?")


def _whole(found: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Sentences between one pair of quotation marks are one: what is quoted belongs to who quotes it."""
    made: list[tuple[int, int]] = []
    for start, end in found:
        last = made[-1] if made else (0, 0)
        opened = text.count("\u201c", *last) > text.count("\u201d", *last)
        if made and opened and end - last[0] <= _LONGEST_QUOTE and "\u201d" in text[last[1] : last[1] + _LONGEST_QUOTE]:
            made[-1] = (last[0], end)
        else:
            made.append((start, end))
    return made


_LONGEST_QUOTE: Final = 3_000


def _ends(text: str, bare: str, piece: Piece, marks: list[Mark]) -> list[tuple[int, int]]:
    """Offsets of the sentences of a piece; citations behind a full stop belong to the sentence before them."""
    if piece.row:
        return [(piece.start, piece.end)]
    found = _whole(
        [(piece.start + a, piece.start + b) for a, b in sentences.split(bare[piece.start : piece.end])], text
    )
    made: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(found):
        limit = found[at + 1][0] if at + 1 < len(found) else piece.end
        for mark in marks:
            if end <= mark.start < limit:
                end = max(end, mark.end)
                tail = _TRAILING.match(text, end, limit)
                end = tail.end() if tail and tail.group().strip() else end
        made.append((start, end))
    return made
