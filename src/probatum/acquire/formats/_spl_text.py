"""Narrative text of structured product labels (HL7 `StrucDocText`): paragraphs, tables, footnotes.

The elements are given the names that JATS has for the same things, so that both are read by one set of rules. A table
of one column is a frame around text (boxed warnings are set so) and its text is read as text.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

from probatum.acquire.formats._jats_text import blocks, running, table_text
from probatum.model import Cell

NAMESPACE: Final = "{urn:hl7-org:v3}"
_NAMES: Final = {
    "paragraph": "p",
    "item": "p",
    "caption": "p",
    "content": "styled-content",
    "linkHtml": "ext-link",
    "renderMultiMedia": "p",
    "footnote": "fn",
    # Text before and after a break stands on lines of its own.
    "br": "p",
}
_PARTS: Final = ("tbody", "thead", "tfoot", "tr", "td", "th", "caption")


class Table(NamedTuple):
    """A table: its cells joined by tab and newline, where each stands, and what is said above and below it."""

    text: str
    cells: tuple[Cell, ...]
    caption: str
    notes: tuple[str, ...]


def bare(root: etree._Element) -> etree._Element:
    """The same tree without HL7's namespace."""
    for element in root.iter(f"{NAMESPACE}*"):
        element.tag = str(element.tag)[len(NAMESPACE) :]
    return root


def narrative(element: etree._Element | None) -> tuple[str, list[Table]]:
    """A `text` element as paragraphs (parted by blank lines, footnotes last), and its tables in order.

    The element is changed: read it once. Its tree must be `bare`.
    """
    if element is None:
        return "", []
    tables = [_table(table) for table in _real_tables(element)]
    notes = [note for mark in list(element.iter("footnote")) for note in _note(mark)]
    for part in element.iter():
        part.tag = _NAMES.get(str(part.tag), part.tag)
    said = [text for text in blocks(element) if text]
    return "\n\n".join([*said, *notes]), tables


def _real_tables(element: etree._Element) -> list[etree._Element]:
    """Tables of several columns, renamed so that they are no part of the running text; frames become text.

    A table within a cell is that cell's text.
    """
    found: list[etree._Element] = []
    for table in list(element.iter("table")):
        within = next(table.iterancestors("table-wrap"), None) is not None
        if not within and _columns(table) > 1:
            table.tag = "table-wrap"
            found.append(table)
            continue
        own = [part for part in table.iter(*_PARTS) if next(part.iterancestors("table"), None) is table]
        for part in (table, *own):
            part.tag = "sec"
    return found


def _columns(table: etree._Element) -> int:
    rows = (row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table)
    return max((sum(cell.tag in ("td", "th") for cell in row) for row in rows), default=0)


def _table(table: etree._Element) -> Table:
    notes = tuple(note for mark in list(table.iter("footnote")) for note in _note(mark))
    for mark in list(table.iter("footnote")):
        mark.tag = "fn"
    said = table.find("caption")
    caption = "" if said is None else running(said)
    for line_break in table.iter("br"):
        line_break.tag = "break"
    for paragraph in table.iter("paragraph", "item"):
        paragraph.tag = "p"
    text, cells = table_text(table)
    return Table(text, cells, caption, notes)


def _note(mark: etree._Element) -> list[str]:
    return [text] if (text := running(mark)) else []
