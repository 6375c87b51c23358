"""RIS, in the dialects of the reference managers and databases that write it.

A record goes from `TY` to `ER`, or to the next `TY` where `ER` is missing. Lines that are no field continue the one
above; what stands between records (numbers, blank lines, a database's own notes) is passed over. Notes (N1) are the
exporter's or the reader's words: no text of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._lines import LINE_BYTES, lines
from probatum.acquire.formats._reference_record import Fields, record
from probatum.acquire.formats._xml import plain_head
from probatum.text.expressions import expression

_HEAD: Final = re.compile(rb"(?:^|[\r\n])TY[ \t]{1,3}-(?:[ \t\r\n]|\Z)")
_FIELD: Final = expression(r"([A-Z][A-Z0-9])(?:[ \t]{2,3}|\t)-(?:[ \t]+(.*)|)\Z")
_NARROW: Final = expression(r"([A-Z][A-Z0-9]) -(?: +(.*)|)\Z")
"""A field with one blank, as some programs write it. Believed only in a record whose TY is written so."""
_RECORD_BYTES: Final = 4 * LINE_BYTES

_TAGS: Final[dict[str, str]] = {
    "TI": "title",
    "T1": "title",
    "TT": "translated",
    "AB": "abstract",
    "N2": "abstract",
    "AU": "author",
    "A1": "author",
    "JA": "journal_short",
    "J2": "journal_short",
    "JI": "journal_short",
    "J9": "journal_short",
    "JO": "journal",
    "JF": "journal",
    "T2": "journal",
    "PY": "year",
    "Y1": "year",
    "DA": "date",
    "VL": "volume",
    "IS": "issue",
    "SP": "first_page",
    "EP": "last_page",
    "C7": "article_number",
    "DO": "doi",
    "AN": "accession",
    "DB": "database",
    "DP": "database",
    "C2": "number",
    "C3": "number",
    "C5": "medline_number",
    "U2": "number",
    "UR": "address",
    "L1": "address",
    "L2": "address",
    "L3": "address",
    "L4": "address",
    "LK": "address",
    "M3": "type",
    "PT": "type",
    "KW": "keyword",
    "LA": "language",
    "N1": "note",
    "PB": "publisher",
    "PU": "publisher",
    "SN": "isbn",
}
"""Tag -> field. `ID` is the exporter's counter; `Y2` the day it was looked at."""
_LAST_RESORT: Final = (("CT", "title"), ("BT", "title"), ("BT", "journal"))
"""Tags that count where no other gives the field."""
_BY_DATABASE: Final = (("scopus", "C2", "pmid"),)
"""What a tag means in one database's export."""
_ITEMS: Final = frozenset({"KW", "N1"})
"""Tags whose further lines are further values."""
_BOOKS: Final = frozenset({"BOOK", "CHAP", "EBOOK", "ECHAP", "EDBOOK", "ENCYC", "DICT"})
_SORTS: Final[dict[str, str]] = {
    "CONF": "Conference proceedings",
    "CPAPER": "Conference paper",
    "THES": "Thesis",
    "RPRT": "Report",
    "UNPB": "Unpublished work",
    "UNPD": "Unpublished work",
    "NEWS": "Newspaper article",
    "PAT": "Patent",
    "BLOG": "Blog",
    "ELEC": "Web page",
    "WEB": "Web page",
    "DATA": "Data set",
    "GOVDOC": "Government document",
}
"""Reference types (TY) that say what no journal article is -> as a publication type."""


class Ris:
    """RIS. Lines are read as they come, so files of any size will do."""

    name = "ris"
    purpose = "RIS, of any reference manager or database"

    def recognises(self, head: bytes) -> bool:
        """By a `TY  -` field at the beginning of a line."""
        return _HEAD.search(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order."""
        tags: Fields | None = None
        form = _FIELD
        first = size = 0
        last = ""
        broken: Item | None = None
        for line in lines(stream):
            match = None if line.code else form.match(line.text)
            if match is None and not line.code and line.text.startswith("TY"):
                form = _NARROW if _NARROW.match(line.text) else _FIELD
                match = form.match(line.text)
            tag = match[1] if match else ""
            if tag in ("TY", "ER") and tags is not None:
                yield broken or _item(tags, first, origin)
                tags = None
            if tag == "TY":
                tags, first, size, last, broken = {}, line.number, 0, "TY", None
            if tags is None or broken is not None:
                continue
            size += len(line.text)
            if line.code:
                broken = refuse(origin, f"line {line.number}", line.code, reason=line.reason, limit=LINE_BYTES)
            elif size > _RECORD_BYTES:
                broken = refuse(origin, f"line {line.number}", "P210", limit=f"{_RECORD_BYTES} bytes")
            elif match:
                last = tag
                tags.setdefault(tag, []).append((match[2] or "").strip())
            elif line.text.strip():
                _continue(tags, last, line.text.strip())
        if tags is not None:
            yield broken or _item(tags, first, origin)


def _continue(tags: Fields, tag: str, text: str) -> None:
    if tag in _ITEMS:
        tags[tag].append(text)
    else:
        tags[tag][-1] = f"{tags[tag][-1]} {text}".strip()


def _item(tags: Fields, first: int, origin: str) -> Item:
    sort = next(iter(tags["TY"]), "")
    missing = "no title, no abstract and no identifier"
    made = record(_fields(tags, sort), "ris", origin, book=sort in _BOOKS)
    return made or refuse(origin, f"line {first}", "P218", missing=missing)


def _fields(tags: Fields, sort: str) -> Fields:
    fields: Fields = {}
    for tag, field in _TAGS.items():
        fields.setdefault(field, []).extend(tags.get(tag, ()))
    for tag, field in _LAST_RESORT:
        if not any(fields.get(field, ())):
            fields.setdefault(field, []).extend(tags.get(tag, ()))
    databases = " ".join(fields.get("database", ())).lower()
    for database, tag, field in _BY_DATABASE:
        if database in databases:
            fields.setdefault(field, []).extend(tags.get(tag, ()))
    if sort in _SORTS and not any(fields.get("type", ())):
        fields["type"] = [_SORTS[sort]]
    return fields


FORMAT = Ris()
