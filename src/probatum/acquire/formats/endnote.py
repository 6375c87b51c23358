"""EndNote XML, as EndNote, Zotero, JabRef and screening programs write it.

`caption`, `label` and `research-notes` are the user's own marks, and no words of the source: they are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._reference_record import Fields, record
from probatum.acquire.formats._text import flat
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, plain_head, root_of
from probatum.text.expressions import expression

_HEAD: Final = re.compile(rb"<record[\s>].*?<(?:ref-type|rec-number|source-app|titles|contributors)[\s>/]", re.DOTALL)
_LINE_ENDS: Final = expression(r"[\r\n]+")
_BOOKS: Final = frozenset(
    {
        "book",
        "book section",
        "edited book",
        "electronic book",
        "electronic book section",
        "encyclopedia",
        "dictionary",
        "serial",
    }
)
"""EndNote's names of reference types that are books or parts of one."""
_RUNNING: Final = (
    ("titles/title", "title"),
    ("titles/translated-title", "translated"),
    ("orig-pub", "translated"),
    ("abstract", "abstract"),
    ("periodical/abbr-1", "journal_short"),
    ("titles/alt-title", "journal_short"),
    ("alt-periodical/abbr-1", "journal_short"),
    ("periodical/full-title", "journal"),
    ("titles/secondary-title", "journal"),
    ("publisher", "publisher"),
    ("dates/year", "year"),
    ("dates/pub-dates/date", "date"),
    ("volume", "volume"),
    ("number", "issue"),
    ("pages", "pages"),
    ("contributors/authors/author", "author"),
    ("contributors/tertiary-authors/author", "author"),
)
"""Elements that hold one text, whose line ends are blanks -> field."""
_LISTED: Final = (
    ("language", "language"),
    ("work-type", "type"),
    ("keywords/keyword", "keyword"),
    ("electronic-resource-num", "doi"),
    ("isbn", "isbn"),
    ("remote-database-name", "database"),
    ("accession-num", "accession"),
    ("custom2", "number"),
    ("custom3", "number"),
    ("custom5", "medline_number"),
    ("custom6", "number"),
    ("notes", "note"),
    ("urls//url", "address"),
)
"""Elements that hold several values, a line each -> field."""


class EndNote:
    """EndNote XML. Each `record` is read by itself, in file order, copies included.

    A record without any identifier goes by a hash of its title, year and authors, so that two which agree in all of
    them to the letter share one.
    """

    name = "endnote"
    purpose = "EndNote XML, of EndNote and programs that write it"

    def recognises(self, head: bytes) -> bool:
        """By the root element, and by a sign that its records are references."""
        return root_of(head) in ("xml", "records") and (
            _HEAD.search(plain_head(head)) is not None or b"<records/>" in head.replace(b" ", b"")
        )

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order; a malformed one is refused by the byte it begins at."""
        parser = new_parser()
        for number, piece in enumerate(pieces(stream, origin, ("record",)), start=1):
            yield piece if isinstance(piece, Refusal) else _item(piece, number, origin, parser)


def _item(piece: Piece, number: int, origin: str, parser: etree.XMLParser) -> Item:
    try:
        element = parse(piece, parser)
    except etree.XMLSyntaxError as error:
        reason = f"{error.msg or 'it is not XML'} (within record {number})"
        return refuse(origin, f"byte {piece.offset}", "P205", reason=reason)
    sort = element.find("ref-type")
    book = sort is not None and sort.get("name", "").lower() in _BOOKS
    place = f"record {number}, byte {piece.offset}"
    missing = "no title, no abstract and no identifier"
    return record(_fields(element), "endnote", origin, book=book) or refuse(origin, place, "P218", missing=missing)


def _fields(element: etree._Element) -> Fields:
    fields: Fields = {}
    for path, field in _RUNNING:
        fields.setdefault(field, []).extend(flat(found) for found in element.findall(path))
    for path, field in _LISTED:
        for found in element.findall(path):
            fields.setdefault(field, []).extend(_LINE_ENDS.split("".join(found.itertext())))  # type: ignore[arg-type]
    if not any(fields.get("database", ())):
        # PubMed's import filter names no database, and puts who made the citation (NLM) where its provider goes.
        fields["database"] = [flat(found) for found in element.findall("remote-database-provider")]
    return fields


FORMAT = EndNote()
