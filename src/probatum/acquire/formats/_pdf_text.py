"""Pages of lines as blocks: running heads left out, hyphens at line ends mended, headings told by size and weight.

This is where the text of a PDF is made. It is cleaned here once, before anything points into it, and never after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from probatum.acquire.formats._document import Block, Sort, table
from probatum.acquire.formats._pdf_layout import Line
from probatum.model import Page
from probatum.text.expressions import expression

_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\uf0b7": "•", "\uf0a7": "▪"}
    | {"\uf0d8": "▸", "\uf0fc": "✓", "\u200b": "", "\ufeff": "", "\u2028": " ", "\u2029": " "}
)
_BULLET: Final = expression(
    r"(?:[•●▪◦‣·–—▸✓o*-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S"
)
_ENDS: Final = expression(r"[.!?:;][\"'”’)\]]*(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹,–-]{1,12})?\Z")
_HYPHENS: Final = "-\u00ad\u2010"
_LAST_WORD: Final = expression(r"([^\W\d_]{2,}(?:-[^\W\d_]+)*)[-\u00ad\u2010]\Z")
_FIRST_WORD: Final = expression(r"[^\W\d_]+")
_NUMBERED: Final = expression(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|Appendix|Annex|Chapter|Section|Part)\s")
_EDGE: Final = 0.12
"""Share of a page's height, at top and bottom, in which running heads stand."""
_HEADING_CHARACTERS: Final = 160
_FEW_LETTERS: Final = 2
_LEADER: Final = expression(r"(?:\. ?){4}|…{2}")
"""Dots that lead to a page number, as in a table of contents."""


class Sheet(NamedTuple):
    """A page that was read: its label, height and lines in reading order."""

    label: str
    height: float
    lines: tuple[Line, ...]


class _Said(NamedTuple):
    """A line with the page it stands on."""

    line: Line
    label: str


def blocks(sheets: Sequence[Sheet], known: Callable[[str], bool]) -> list[Block]:
    """The blocks of a document. `known` says whether a word is in the dictionary: it decides what a hyphen at a line's
    end was."""
    said = [_Said(_clean(line), sheet.label) for sheet in _without_heads(sheets) for line in sheet.lines]
    said = [entry for entry in said if entry.line.text]
    if not said:
        return []
    body = _body_height(entry.line for entry in said)
    joiner = _Joiner(said, known)
    made = (_block(group, body, joiner) for group in _groups(said, body))
    return _levelled([block for block in made if block.text])


def _clean(line: Line) -> Line:
    text = " ".join(line.text.translate(_LIGATURES).split())
    # A soft hyphen within a line is never shown; at its end it is a hyphen that parts a word.
    text = text[:-1].replace("\u00ad", "") + text[-1:]
    return line._replace(text=text, cells=tuple(" ".join(c.translate(_LIGATURES).split()) for c in line.cells))


def _without_heads(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages without what repeats at their edges (running heads and feet) and without their numbers.

    Large letters at a page's top are a title, which heads may repeat.
    """
    most = 1.15 * _body_height([line for sheet in sheets for line in sheet.lines])
    counts: Counter[str] = Counter()
    for sheet in sheets:
        extremes = _extremes(sheet)
        counts.update({key for line in sheet.lines if line.height <= most and (key := _edge(line, extremes))})
    enough = max(2, 0.3 * len(sheets))
    repeated = {key for key, count in counts.items() if count >= enough}
    for sheet in sheets:
        extremes = _extremes(sheet)
        yield sheet._replace(
            lines=tuple(
                line
                for line in sheet.lines
                if line.height > most
                or not (key := _edge(line, extremes))
                or not (key in repeated or line.text.strip() == sheet.label)
            )
        )


def _extremes(sheet: Sheet) -> tuple[float, float]:
    """Where the highest and the lowest line of a page stand, or its edge zones where those reach further."""
    ys = [line.y for line in sheet.lines]
    return max(min(ys, default=0.0), _EDGE * sheet.height), min(max(ys, default=0.0), (1 - _EDGE) * sheet.height)


def _edge(line: Line, extremes: tuple[float, float]) -> str:
    """A line at a page's edge, with figures and roman numbers as one sign; empty for any other line."""
    top, bottom = line.y <= extremes[0], line.y >= extremes[1]
    if not (top or bottom) or len(line.text) > 200:
        return ""
    bare = re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.strip().lower())
    return f"{'top' if top else 'bottom'} {' '.join(bare.split())}" if bare else ""


def _body_height(said: Iterable[Line]) -> float:
    """The height of ordinary text: that of most characters."""
    weights: Counter[float] = Counter()
    for line in said:
        weights[round(line.height * 2) / 2] += len(line.text)
    return max((height for height, _ in weights.most_common(1)), default=1.0) or 1.0


def _heading(line: Line, body: float, bold_body: bool) -> bool:
    letters = sum(c.isalpha() for c in line.text)
    if letters < _FEW_LETTERS or len(line.text) > _HEADING_CHARACTERS or line.cells or _LEADER.search(line.text):
        return False
    if line.height > 1.12 * body:
        return True
    ends = _ENDS.search(line.text) is not None and not line.text.endswith(":")
    return line.bold and not bold_body and line.height > 0.9 * body and not ends


def _groups(said: Sequence[_Said], body: float) -> Iterator[list[_Said]]:
    """Lines that are one block: a heading, an item, a paragraph (over columns and pages), rows of a table."""
    weight = sum(len(e.line.text) for e in said if e.line.bold)
    bold_body = weight > 0.5 * sum(len(e.line.text) for e in said)
    gaps = [b.line.y - a.line.y for a, b in pairwise(said) if 0 < b.line.y - a.line.y < 4 * body]
    leading = median(gaps) if gaps else 1.2 * body
    group: list[_Said] = []
    for entry in said:
        if group and not _goes_on(group, entry, body, bold_body, leading):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _goes_on(group: Sequence[_Said], entry: _Said, body: float, bold_body: bool, leading: float) -> bool:
    before, line = group[-1].line, entry.line
    if bool(before.cells) != bool(line.cells):
        # A row's last cell may go on alone on the next line; that is told by no sign we trust.
        return False
    if line.cells:
        return True
    heading, was = _heading(line, body, bold_body), _heading(before, body, bold_body)
    if heading != was or abs(line.height - before.height) > 0.12 * max(line.height, before.height):
        return False
    gap = line.y - before.y
    if heading:
        alike = line.bold == before.bold and 0 < gap < 1.7 * line.height
        return alike and not _NUMBERED.match(line.text) and not _ENDS.search(before.text)
    if _BULLET.match(line.text) and not _wrapped_number(before, line):
        return False
    if gap <= 0 or group[-1].label != entry.label:
        return not _ENDS.search(before.text) or line.text[:1].islower()
    if gap > 1.45 * max(leading, body):
        return False
    ended = _ENDS.search(before.text) is not None
    indented = line.x0 - before.x0 > 0.8 * body and not _BULLET.match(before.text)
    short = before.x1 < before.right - 0.15 * (before.right - before.left)
    return not (ended and (indented or short))


def _wrapped_number(before: Line, line: Line) -> bool:
    """`was given for` / `10) days`: a figure that a full line wrapped, and no item."""
    full = before.x1 > before.right - 0.08 * (before.right - before.left)
    return full and not _ENDS.search(before.text) and abs(line.x0 - before.x0) < 2 and line.text[:1].isdigit()


class _Joiner:
    """Joins lines; what becomes of a hyphen at a line's end is decided by the document's own words first."""

    def __init__(self, said: Iterable[_Said], known: Callable[[str], bool]) -> None:
        self.known = known
        self.words: set[str] = set()
        for entry in said:
            text = entry.line.text.lower()
            self.words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[:-1] if text.endswith("-") else text))

    def join(self, before: str, after: str) -> tuple[str, str]:
        """The text so far, and what goes between it and the next line."""
        if before[-1:] not in _HYPHENS or len(before) < _FEW_LETTERS or not before[-2].isalnum():
            return before, " "
        last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if before[-1] == "\u00ad":
            return before[:-1], ""
        if last is None or first is None or not first[0][0].islower():
            return before, "" if after[:1].isalnum() else " "
        whole, parted = (last[1] + first[0]).lower(), f"{last[1]}-{first[0]}".lower()
        if whole in self.words or (parted not in self.words and self._one_word(whole, last[1], first[0])):
            return before[:-1], ""
        return before, ""

    def _one_word(self, whole: str, last: str, first: str) -> bool:
        """A known word; of an unknown one, not two known words, which the source's own hyphen joins."""
        return self.known(whole) or not (self.known(last.lower()) and self.known(first.lower()))


def _block(group: Sequence[_Said], body: float, joiner: _Joiner) -> Block:
    if group[0].line.cells and len(group) > 1:
        rows = table([entry.line.cells for entry in group])
        starts = [0]
        for text in rows.text.split("\n"):
            starts.append(starts[-1] + len(text) + 1)
        marks = [Page(entry.label, start) for entry, start in zip(group, starts, strict=False)]
        return Block(Sort.TABLE, rows.text, cells=rows.cells, pages=_firsts(marks))
    text = group[0].line.text if not group[0].line.cells else "\t".join(group[0].line.cells)
    pages = [Page(group[0].label, 0)]
    for entry in group[1:]:
        text, gap = joiner.join(text, entry.line.text)
        pages.append(Page(entry.label, len(text) + len(gap)))
        text += gap + entry.line.text
    text = text.replace("\u00ad", "-")
    line = group[0].line
    if _heading(line, body, False) and not _BULLET_ONLY.match(text) and (line.height > 1.12 * body or len(group) < 3):
        return Block(Sort.HEADING, text, level=_level(line, body), pages=_firsts(pages))
    sort = Sort.ITEM if _BULLET.match(text) else Sort.PARAGRAPH
    return Block(sort, text, pages=_firsts(pages))


_BULLET_ONLY: Final = expression(r"[•●▪◦‣·–—▸✓*-]\s")


def _level(line: Line, body: float) -> int:
    """A number that orders headings by size, the largest lowest; weight decides between equal sizes."""
    return 1000 - round(line.height / body * 20) * 2 - line.bold


def _firsts(marks: Sequence[Page]) -> tuple[Page, ...]:
    """The first mark of each page."""
    return tuple(mark for at, mark in enumerate(marks) if at == 0 or marks[at - 1].label != mark.label)


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """Heading sizes as levels 1, 2, 3 ..."""
    sizes = sorted({block.level for block in blocks if block.sort is Sort.HEADING})
    order = {size: level for level, size in enumerate(sizes, 1)}
    return [Block(b.sort, b.text, order[b.level], b.cells, b.pages) if b.sort is Sort.HEADING else b for b in blocks]
