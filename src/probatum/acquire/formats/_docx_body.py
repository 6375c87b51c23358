"""The body of a Word document as blocks. Tracked insertions are text; deletions and hidden text are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats._document import Block, Sort, table
from probatum.acquire.formats._docx_styles import Numbering, Styles, W, value
from probatum.acquire.formats._text import closes, raised, squeeze
from probatum.text.expressions import expression

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED: Final = (f"{W}del", f"{W}moveFrom")
_INSERTED: Final = (f"{W}ins", f"{W}moveTo")
_GROUPS: Final = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", *_INSERTED)
_SYMBOLS: Final = {
    "F0B3": "≥",
    "F0A3": "≤",
    "F0B1": "±",
    "F0B0": "°",
    "F06D": "µ",
    "F0B7": "•",
    "F0B4": "×",
    "F0AE": "→",
}
"""Adobe's Symbol font as Word writes it: the signs that figures need."""
_OFF: Final = ("0", "false", "off")
_RAISED: Final = expression(r"[\d,–-]+\Z")


class Body:
    """Makes blocks, and counts the tracked changes met."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering
        self.inserted = self.deleted = 0
        self._notes: dict[tuple[str, str], int] = {}

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs and tables within an element, in order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _DELETED:
                self.deleted += 1
            elif child.tag in (f"{W}body", *_GROUPS):
                yield from self.blocks(child)

    def notes(self, root: etree._Element, name: str) -> Iterator[Block]:
        """The footnotes or endnotes that the text refers to, in the order of their numbers."""
        found = {note.get(f"{W}id", ""): note for note in root.iter(f"{W}{name}")}
        for (sort, key), number in sorted(self._notes.items(), key=lambda pair: pair[1]):
            if sort == name and key in found:
                said = " ".join(block.text for block in self.blocks(found[key]))
                if said.strip():
                    yield Block(Sort.ITEM, f"{number}. {squeeze(said)}")

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        parts: list[str] = []
        boxes: list[etree._Element] = []
        self._collect(element, parts, boxes)
        text = squeeze("".join(parts))
        if text:
            yield self._block(element.find(f"{W}pPr"), text)
        for box in boxes:
            yield from self.blocks(box)

    def _block(self, properties: etree._Element | None, text: str) -> Block:
        style = value(properties, f"{W}pStyle")
        outline = value(properties, f"{W}outlineLvl")
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else self.styles.level(style)
        if level is not None and len(text) <= 300:
            return Block(Sort.HEADING, text, level)
        numbering = None if properties is None else properties.find(f"{W}numPr")
        list_id, list_level = value(numbering, f"{W}numId"), value(numbering, f"{W}ilvl")
        if numbering is None:
            list_id, list_level = self.styles.listed(style)
        if list_id and list_id != "0":
            return Block(Sort.ITEM, f"{self.numbering.mark(list_id, list_level)} {text}")
        return Block(Sort.PARAGRAPH, text)

    def _collect(self, element: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
        """The text of runs, in order; text boxes are put by, to be read behind the paragraph they hang on."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, parts, boxes)
            elif tag in _DELETED:
                self.deleted += 1
            elif tag == f"{_MC}AlternateContent":
                # The same content twice, for newer and older programs.
                choice = child.find(f"{_MC}Choice")
                if choice is not None:
                    self._collect(choice, parts, boxes)
            elif tag not in (f"{W}pPr", f"{W}rPr"):
                self.inserted += tag in _INSERTED
                self._collect(child, parts, boxes)

    def _run(self, run: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
        properties = run.find(f"{W}rPr")
        hidden = None if properties is None else properties.find(f"{W}vanish")
        if hidden is not None and hidden.get(f"{W}val", "1") not in _OFF:
            return
        start = len(parts)
        for child in run:
            if child.tag in (f"{W}drawing", f"{W}pict", f"{_MC}AlternateContent"):
                boxes += _boxes(child)
            else:
                parts.append(self._said(child))
        if value(properties, f"{W}vertAlign") == "superscript":
            before = next((part for part in reversed(parts[:start]) if part), "")
            said = "".join(parts[start:])
            if closes(before) and _RAISED.match(said):
                parts[start:] = [raised(said)]

    def _said(self, child: etree._Element) -> str:
        tag = child.tag
        if tag == f"{W}t":
            return child.text or ""
        if tag in (f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"):
            return " "
        if tag == f"{W}noBreakHyphen":
            return "-"
        if tag == f"{W}sym":
            return _SYMBOLS.get(child.get(f"{W}char", "").upper(), "\ufffd")
        for name in ("footnote", "endnote"):
            if tag == f"{W}{name}Reference":
                return raised(str(self._number(name, child.get(f"{W}id", ""))))
        return ""

    def _number(self, name: str, key: str) -> int:
        count = 1 + sum(sort == name for sort, _ in self._notes)
        return self._notes.setdefault((name, key), count)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        """A table as rows of cells; a frame of one column is a box around ordinary text."""
        lines = [row for row in _rows(element) if not self._gone(row)]
        cells = [list(_cells(row)) for row in lines]
        if all(len(row) <= 1 for row in cells):
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell)
            return
        look = element.find(f"{W}tblPr/{W}tblLook")
        first = look is not None and look.get(f"{W}firstRow", "") == "1"
        headers = sum(1 for row in lines if row.find(f"{W}trPr/{W}tblHeader") is not None) or int(first)
        yield table([self._row(row) for row in cells], headers)

    def _gone(self, row: etree._Element) -> bool:
        gone = row.find(f"{W}trPr/{W}del") is not None
        self.deleted += gone
        return gone

    def _row(self, cells: list[etree._Element]) -> list[str]:
        """The texts of a row; columns that a cell spans are left empty behind it, rows likewise below it."""
        made: list[str] = []
        for cell in cells:
            properties = cell.find(f"{W}tcPr")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            made.append("" if continues else " ".join(block.text for block in self.blocks(cell)))
            across = value(properties, f"{W}gridSpan")
            made += [""] * (min(int(across), 60) - 1 if across.isdigit() and len(across) < 4 else 0)
        return made


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _GROUPS:
            yield from _cells(child)


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The contents of text boxes; of content given twice, the first."""
    if element.tag == f"{_MC}AlternateContent":
        choice = element.find(f"{_MC}Choice")
        return [] if choice is None else _boxes(choice)
    return [box for box in element.iter(f"{W}txbxContent") if not _nested(box, element)]


def _nested(box: etree._Element, within: etree._Element) -> bool:
    above = next(box.iterancestors(f"{W}txbxContent"), None)
    return above is not None and within in above.iterancestors()
