"""RIS, in the dialects of the reference managers and databases that write it.

A record goes from `TY` to `ER`, or to the next `TY` where `ER` is missing. Lines that are no field continue the one
above; what stands between records (numbers, blank lines, a database's own notes) is passed over. Notes (N1) are the
exporter's or the reader's words and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats import _identity, _references, _terms
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._lines import LINE_BYTES, lines
from probatum.acquire.formats._xml import plain_head
from probatum.model import Identifier, Record, SectionKind, SourceSection

_HEAD: Final = re.compile(rb"(?:^|[\r\n])TY[ \t]{1,3}-(?:[ \t\r\n]|\Z)")
_FIELD: Final = re.compile(r"([A-Z][A-Z0-9])(?:[ \t]{2,3}|\t)-(?:[ \t]+(.*)|)\Z")
_RECORD_BYTES: Final = 4 * LINE_BYTES
_BOOKS: Final = frozenset({"BOOK", "CHAP", "EBOOK", "ECHAP", "EDBOOK", "ENCYC", "DICT"})
_PMID_NOTE: Final = re.compile(r"\bPMID:?\s*(\d{1,8})\b")
_ADDRESSES: Final = ("UR", "L1", "L2", "L3", "L4", "LK")

Fields = dict[str, list[str]]


class Ris:
    """RIS. Lines are read as they come, so files of any size will do."""

    name = "ris"
    purpose = "RIS, of any reference manager or database"

    def recognises(self, head: bytes) -> bool:
        """By a `TY  -` field at the beginning of a line."""
        return _HEAD.search(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order."""
        fields: Fields | None = None
        first = size = 0
        last = ""
        broken: Item | None = None
        for line in lines(stream):
            match = None if line.code else _FIELD.match(line.text)
            tag = match[1] if match else ""
            if tag in ("TY", "ER") and fields is not None:
                yield from _finished(fields, first, broken, origin)
                fields = None
            if tag == "TY":
                fields, first, size, last, broken = {}, line.number, 0, "TY", None
            if fields is None or broken is not None:
                continue
            size += len(line.text)
            if line.code:
                broken = refuse(origin, f"line {line.number}", line.code, reason=line.reason, limit=LINE_BYTES)
            elif size > _RECORD_BYTES:
                broken = refuse(origin, f"line {line.number}", "P210", limit=f"{_RECORD_BYTES} bytes")
            elif match:
                last = tag
                fields.setdefault(tag, []).append((match[2] or "").strip())
            elif line.text.strip():
                fields[last].append(line.text.strip()) if last == "KW" else _continue(fields, last, line.text)
        if fields is not None:
            yield from _finished(fields, first, broken, origin)


def _continue(fields: Fields, tag: str, text: str) -> None:
    fields[tag][-1] = f"{fields[tag][-1]} {text.strip()}".strip()


def _one(fields: Fields, *tags: str) -> str:
    return next((value for tag in tags for value in fields.get(tag, ()) if value), "")


def _finished(fields: Fields, first: int, broken: Item | None, origin: str) -> Iterator[Item]:
    if broken is not None:
        yield broken
        return
    identifiers = _identifiers(fields)
    title = _one(fields, "TI", "T1", "CT", "BT")
    abstract = _one(fields, "AB", "N2")
    if title or abstract or identifiers:
        yield _record(fields, identifiers, title, abstract, origin)
    else:
        yield refuse(origin, f"line {first}", "P218", missing="no title, no abstract and no identifier")


def _record(fields: Fields, identifiers: tuple[Identifier, ...], title: str, abstract: str, origin: str) -> Record:
    year, date = _year(fields)
    authors = _references.authors_of(name for tag in ("AU", "A1") for name in fields.get(tag, ()))
    own = _identity.primary(identifiers, title or abstract, year, authors)
    types = tuple(value for tag in ("M3", "PT") for value in fields.get(tag, ()) if value and len(value) < 80)
    journal = _one(fields, "JA", "J2", "JO", "JF", "T2", "BT")
    language = _terms.language_of(_one(fields, "LA") or "en")
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if translated := _one(fields, "TT"):
        sections.append(SourceSection("title.translated", SectionKind.OTHER, translated, "Translated title"))
    return Record.build(
        id=str(own),
        identifiers=identifiers or (own,),
        kind=_references.kind_of(_one(fields, "TY") in _BOOKS, types, title),
        title=title,
        sections=(*sections, *abstract_sections(abstract)),
        authors=authors,
        journal=journal if journal != title else "",
        year=year,
        date=date,
        volume=_one(fields, "VL"),
        issue=_one(fields, "IS"),
        pages=_references.pages_of(_one(fields, "SP"), _one(fields, "EP")),
        language=language,
        publication_types=types,
        keywords=tuple(dict.fromkeys(word.lstrip("*") for word in fields.get("KW", ()) if word)),
        status=_terms.status_of((), types, title, journal),
        issuer=_one(fields, "PB"),
        format="ris",
        origin=origin,
    )


def _identifiers(fields: Fields) -> tuple[Identifier, ...]:
    """Those of the work itself: its fields, then the addresses it is found under. `ID` is the exporter's counter."""
    found: list[Identifier | None] = [_identity.doi(value) for value in fields.get("DO", ())]
    databases = fields.get("DB", []) + fields.get("DP", [])
    found += [_references.accession(databases, value) for value in fields.get("AN", ())]
    for tag in ("C2", "C7"):
        found += [_identity.pmcid(value) for value in fields.get(tag, ()) if value.upper().startswith("PMC")]
    for value in fields.get("N1", ()):
        noted = _PMID_NOTE.match(value)
        found.append(_identity.pmid(noted[1]) if noted else None)
    for value in (address for tag in _ADDRESSES for address in fields.get(tag, ())):
        found += _references.in_address(value)
    found += [_references.accession((), value) for value in fields.get("U2", ())]
    return _references.first_of_each(found)


def _year(fields: Fields) -> tuple[int | None, str]:
    """Year and date. A year that is none (`10 15`) is absent, not guessed."""
    for tag in ("PY", "Y1", "DA"):
        for value in fields.get(tag, ()):
            year = _terms.year_in(value)
            if year is not None:
                exact = next((day for day in (*fields.get("DA", ()), value) if _references.exact_date(day, year)), "")
                return (year, _references.exact_date(exact, year)) if exact else (year, str(year))
    return None, ""


FORMAT = Ris()
