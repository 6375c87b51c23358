"""Running text and tables out of JATS elements, with what floats in them taken out.

Follows `_text`: the source's characters, runs of blanks as one. A citation mark set as a superscript stays one
(`cramps¹²`), since flat it would run into the word or figure before it; one in brackets stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats._text import MATHML, after_number, collect, flat, raised, squeeze
from probatum.model import Cell
from probatum.text.expressions import expression

FLOATS: Final = frozenset(
    {"table-wrap", "table-wrap-group", "fig", "fig-group", "boxed-text", "supplementary-material"}
)
"""Elements that are read in their own place, wherever they stand."""
_DROPPED: Final = frozenset(
    {"fn", "graphic", "inline-graphic", "media", "object-id", "alt-text", "long-desc", "index-term", "processing-meta"}
)
_BLOCKS: Final = frozenset(
    {"p", "disp-formula", "disp-quote", "list", "list-item", "def-list", "def-item", "verse-group"}
    | {"statement", "speech", "preformat", "title", "label", "attrib", "sec"}
)
_TEX: Final = expression(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_MARKS: Final = expression(r"[\d\s,;\-–−‐]+\Z")
_OPEN: Final = " \n\t([/"
_CELL_LIMIT: Final = 200_000
_SPAN_LIMIT: Final = 1_000
_TEXT_MARK: Final = expression(r"\s*[a-h][*†‡§]*\s*\Z")
_RAISED_LETTERS: Final = str.maketrans("abcdefgh", "ᵃᵇᶜᵈᵉᶠᵍʰ")


def running(element: etree._Element) -> str:
    """Text of one paragraph or heading, without floats and footnotes, squeezed."""
    parts: list[str] = []
    _collect(element, parts)
    return squeeze("".join(parts))


def blocks(element: etree._Element) -> Iterator[str]:
    """The paragraphs of an element, in order: text between its block children, and each of those apart."""
    parts: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS and child.tag not in ("label", "title"):
            yield from _said(parts)
            parts = []
            yield from _block(child)
        else:
            _child(child, parts)
        parts.append(child.tail or "")
    yield from _said(parts)


def _block(element: etree._Element) -> Iterator[str]:
    plain = element.tag in ("p", "title", "preformat") and not any(child.tag in _BLOCKS for child in element)
    if plain or element.tag == "disp-formula":
        yield from _said([running(element)])
    elif element.tag == "list-item":
        # A list's own label (`1.`) belongs to the item's first paragraph.
        label = " ".join(running(child) for child in element if child.tag == "label")
        said = [text for child in element if child.tag != "label" for text in _block(child)]
        yield from [f"{label} {said[0]}".strip(), *said[1:]] if said else []
    else:
        yield from blocks(element)


def _said(parts: list[str]) -> Iterator[str]:
    if text := squeeze("".join(parts)):
        yield text


def _collect(element: etree._Element, parts: list[str]) -> None:
    if element.text:
        parts.append(element.text)
    for child in element:
        _child(child, parts)
        if child.tail:
            parts.append(child.tail)


def _child(child: etree._Element, parts: list[str]) -> None:
    name = child.tag
    if not isinstance(name, str) or name in FLOATS or name in _DROPPED:
        return
    if name == "sup":
        _superscript(child, parts)
    elif name == "xref" and child.get("ref-type") == "bibr":
        _citation(child, parts)
    elif name == "break":
        parts.append(" ")
    elif name == "alternatives":
        _alternative(child, parts)
    elif name == "tex-math":
        parts.append(_tex(child))
    elif name.startswith(MATHML):
        collect(child, parts)
    elif name in _BLOCKS:
        parts.append(" ")
        _collect(child, parts)
        parts.append(" ")
    else:
        _collect(child, parts)


def _last(parts: list[str]) -> str:
    return next((part[-1] for part in reversed(parts) if part), " ")


def _superscript(element: etree._Element, parts: list[str]) -> None:
    text = "".join(element.itertext())  # type: ignore[arg-type]
    cites = next(element.iter("xref"), None) is not None and _MARKS.match(text) is not None
    if cites or after_number(parts, text.strip()):
        parts.append(raised(text))
    elif _TEXT_MARK.match(text) and (_last(parts).isalnum() or _last(parts) in ")%"):
        parts.append(text.translate(_RAISED_LETTERS))
    else:
        _collect(element, parts)


def _citation(element: etree._Element, parts: list[str]) -> None:
    text = "".join(element.itertext())  # type: ignore[arg-type]
    last = _last(parts)
    after_another = last in ",;-–−" and _after_raised(parts)
    if _MARKS.match(text) and (after_another or last not in f"{_OPEN},;-–−"):
        parts.append(raised(text))
    else:
        _collect(element, parts)


def _after_raised(parts: list[str]) -> bool:
    text = "".join(parts[-3:]).rstrip(",;-–− ")
    return bool(text) and text[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _alternative(element: etree._Element, parts: list[str]) -> None:
    """One of several forms of the same: words, else MathML, else TeX."""
    for wanted in ("textual-form", f"{MATHML}math", "tex-math"):
        found = next((child for child in element if child.tag == wanted), None)
        if found is not None:
            _child(found, parts)
            return
    _collect(element, parts)


def _tex(element: etree._Element) -> str:
    text = element.text or ""
    body = _TEX.search(text)
    return (body[1] if body else text).strip().strip("$").strip()


def table_text(table: etree._Element) -> tuple[str, tuple[Cell, ...]]:
    """A table as text, cells joined by tab and rows by newline, and where each cell stands.

    A cell that spans rows or columns stands at its first place; the others it covers are left empty, so that the same
    column has the same number in every row. Spans are cut at 1,000 and a table at 200,000 places.
    """
    filled: dict[tuple[int, int], tuple[str, bool, int, int]] = {}
    taken: set[tuple[int, int]] = set()
    row = 0
    for line in table.iter("tr"):
        header = any(above.tag == "thead" for above in line.iterancestors("thead", "tbody", "tfoot"))
        column = 0
        for cell in line:
            if cell.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            if len(taken) + down * across > _CELL_LIMIT:
                return _laid_out(filled)
            filled[row, column] = (running(cell), header or cell.tag == "th", down, across)
            taken.update((row + r, column + c) for r in range(down) for c in range(across))
            column += across
        row += 1
    return _laid_out(filled)


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1")
    return min(max(int(value), 1), _SPAN_LIMIT) if value.isascii() and value.isdigit() and len(value) < 10 else 1


def _laid_out(filled: dict[tuple[int, int], tuple[str, bool, int, int]]) -> tuple[str, tuple[Cell, ...]]:
    parts: list[str] = []
    cells: list[Cell] = []
    at = 0
    by_row: list[list[int]] = [[] for _ in range(max((row for row, _ in filled), default=-1) + 1)]
    for row, column in filled:
        by_row[row].append(column)
    for row, columns in enumerate(by_row):
        here = 0
        for column in columns:
            text, header, down, across = filled[row, column]
            tabs = "\t" * (column - here)
            parts += [tabs, text]
            start = at + len(tabs)
            at = start + len(text)
            cells.append(Cell(row, column, start, at, header, down, across))
            here = column
        parts.append("\n")
        at += 1
    return "".join(parts[:-1]), tuple(cells)


def reference(element: etree._Element) -> str:
    """One entry of a reference list, on one line. Where the source leaves the parts unseparated, a blank does it."""
    return squeeze(_apart(element))


def _apart(element: etree._Element) -> str:
    mixed = bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)
    if mixed or len(element) == 0:
        return flat(element)
    return " ".join(_apart(child) for child in element)
