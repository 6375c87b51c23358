"""Word documents (.docx): headings, paragraphs, lists, tables, footnotes. Macros, links and comments are left alone."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _terms
from probatum.acquire.formats._base import RECORD_BYTES, RECORD_TAGS, Item, Refusal, refuse
from probatum.acquire.formats._document import Block, Described, Sort, digest, record, stated_title
from probatum.acquire.formats._docx_body import Body
from probatum.acquire.formats._docx_styles import Numbering, Styles
from probatum.acquire.formats._whole import TooLongError, whole
from probatum.acquire.formats._xml import new_parser

BYTES: Final = 256 << 20
"""Largest Word file that is read, pictures included."""
_TYPES, _MAIN = "[Content_Types].xml", "word/document.xml"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ZIP: Final = b"PK\x03\x04"


class Docx:
    """Tracked insertions are read and deletions left out, which is said. Hidden text is left out."""

    name = "docx"
    purpose = "Word documents: headings, lists, tables, footnotes; tracked insertions kept, deletions left out"

    def recognises(self, head: bytes) -> bool:
        """By the zip's first members; an archive is judged by its whole directory (`recognises_members`)."""
        return head.startswith(_ZIP) and _MAIN.encode() in head

    def recognises_members(self, names: Collection[str]) -> bool:
        """By the two members that every Word document has."""
        return _TYPES in names and _MAIN in names

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record. Of the zip only the members that hold text are opened, each within bounds."""
        try:
            data = whole(stream, BYTES)
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = _Parts(archive, origin)
                yield from _items(parts, data, origin)
        except TooLongError as error:
            yield refuse(origin, "whole file", "P210", limit=f"{error} bytes")
        except _StoppedError as error:
            yield error.refusal
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            yield refuse(origin, "whole file", "P271", reason=str(error) or "it stops early")


class _StoppedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


class _Parts:
    """The XML members of the file, parsed when asked for."""

    def __init__(self, archive: zipfile.ZipFile, origin: str) -> None:
        self.archive, self.origin = archive, origin

    def __call__(self, name: str) -> etree._Element | None:
        """The root of a member; None when there is none. Raises _StoppedError for what must not be parsed."""
        try:
            entry = self.archive.getinfo(name)
        except KeyError:
            return None
        place = f"member {name}"
        if entry.flag_bits & 1:
            raise _StoppedError(refuse(self.origin, place, "P226"))
        with self.archive.open(entry) as stream:
            data = stream.read(RECORD_BYTES + 1)
        if len(data) > RECORD_BYTES:
            raise _StoppedError(refuse(self.origin, place, "P210", limit=f"{RECORD_BYTES} bytes"))
        if data.count(b"<") > 2 * RECORD_TAGS:
            raise _StoppedError(refuse(self.origin, place, "P210", limit=f"{RECORD_TAGS} tags"))
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise _StoppedError(refuse(self.origin, place, "P206"))
        try:
            return etree.fromstring(data, new_parser())
        except etree.XMLSyntaxError as error:
            raise _StoppedError(refuse(self.origin, place, "P271", reason=error.msg or "it is not XML")) from error


def _items(parts: _Parts, data: bytes, origin: str) -> Iterator[Item]:
    main = parts(_MAIN)
    if main is None:
        yield refuse(origin, "whole file", "P271", reason=f"it has no {_MAIN}")
        return
    styles = Styles(parts("word/styles.xml"))
    body = Body(styles, Numbering(parts("word/numbering.xml")))
    blocks = list(body.blocks(main))
    for heading, name in (("Footnotes", "footnote"), ("Endnotes", "endnote")):
        notes = parts(f"word/{name}s.xml")
        if notes is not None and (said := list(body.notes(notes, name))):
            blocks += [Block(Sort.HEADING, heading, 1), *said]
    properties = parts("docProps/core.xml")
    title = "" if properties is None else properties.findtext(_TITLE) or ""
    language = _terms.language_of(styles.language) if styles.language else "en"
    described = Described(title=stated_title(title, blocks), language=language)
    made = record(blocks, described, digest(data), FORMAT.name, origin)
    if body.inserted or body.deleted:
        yield refuse(origin, "tracked changes", "P274", inserted=body.inserted, deleted=body.deleted)
    yield made or refuse(origin, "whole file", "P273")


FORMAT = Docx()
