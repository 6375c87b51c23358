"""MEDLINE tagged text, as PubMed saves it (`.nbib`, `.txt`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._citation import registration, registry
from probatum.acquire.formats._lines import LINE_BYTES, Line, lines
from probatum.acquire.formats._xml import plain_head
from probatum.model import (
    Identifier,
    Link,
    LinkKind,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SourceSection,
)
from probatum.text.expressions import expression

_START: Final = re.compile(rb"\s*PMID- ?\d")
_FIELD: Final = expression(r"([A-Z][A-Z0-9]{0,3}) {0,3}-(?: (.*)|)\Z")
_LINKS: Final = {
    "RIN": "RetractionIn",
    "ROF": "RetractionOf",
    "PRIN": "PartialRetractionIn",
    "PROF": "PartialRetractionOf",
    "EIN": "ErratumIn",
    "EFR": "ErratumFor",
    "ECI": "ExpressionOfConcernIn",
    "ECF": "ExpressionOfConcernFor",
    "UIN": "UpdateIn",
    "UOF": "UpdateOf",
    "CIN": "CommentIn",
    "CON": "CommentOn",
    "RPI": "RepublishedIn",
    "RPF": "RepublishedFrom",
    "CRI": "CorrectedandRepublishedIn",
    "CRF": "CorrectedandRepublishedFrom",
    "RRI": "RetractedandRepublishedIn",
    "RRF": "RetractedandRepublishedFrom",
    "SPIN": "SummaryForPatientsIn",
    "ORI": "OriginalReportIn",
}
"""MEDLINE's tags for related citations, as PubMed's RefType."""
_LINKED: Final = expression(r"\s*PMID:\s*(\d+)\.?\s*\Z")
_ARTICLE_ID: Final = expression(r"(.*?)\s{0,8}\[(doi|pii)\]\s*+\Z")
_RECORD_BYTES: Final = 4 * LINE_BYTES

Fields = dict[str, list[str]]


class Nbib:
    """MEDLINE tagged text. A record begins at its `PMID-` line; a damaged one is refused by its line."""

    name = "nbib"
    purpose = "MEDLINE/NBIB tagged text, as PubMed and Ovid save it"

    def recognises(self, head: bytes) -> bool:
        """By a `PMID-` field at the very beginning."""
        return _START.match(plain_head(head)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Records in file order, copies included."""
        fields: Fields = {}
        first = size = 0
        last = ""
        broken: Item | None = None
        for line in lines(stream):
            match = None if line.code else _FIELD.match(line.text)
            if match and match[1] == "PMID":
                yield from _finished(fields, first, broken, origin)
                fields, first, size, broken = {}, line.number, 0, None
            if broken is not None:
                continue
            size += len(line.text)
            broken = _problem(line, match is not None or not last, size, origin)
            if match:
                last = match[1]
                fields.setdefault(last, []).append((match[2] or "").strip())
            elif broken is None and last and line.text.strip():
                fields[last][-1] = f"{fields[last][-1]} {line.text.strip()}".strip()
        yield from _finished(fields, first, broken, origin)


def _problem(line: Line, is_field: bool, size: int, origin: str) -> Item | None:
    place = f"line {line.number}"
    if line.code:
        return refuse(origin, place, line.code, reason=line.reason, limit=LINE_BYTES)
    if size > _RECORD_BYTES:
        return refuse(origin, place, "P210", limit=f"{_RECORD_BYTES} bytes")
    if is_field or not line.text.strip() or line.text[0] in " \t":
        return None
    return refuse(origin, place, "P205", reason=f"{line.text[:40]!r} is neither a field nor the rest of one")


def _finished(fields: Fields, first: int, broken: Item | None, origin: str) -> Iterator[Item]:
    if broken is not None:
        yield broken
    elif fields:
        number = _identity.pmid(fields.get("PMID", [""])[0])
        if number is None:
            yield refuse(origin, f"line {first}", "P218", missing="no PMID")
        else:
            yield _record(fields, number, origin)


def _one(fields: Fields, *tags: str) -> str:
    return next((value for tag in tags for value in fields.get(tag, ()) if value), "")


def _record(fields: Fields, number: Identifier, origin: str) -> Record:
    types = tuple(value for value in fields.get("PT", ()) if value)
    title, sections = _sections(fields)
    languages = [_terms.language_of(value) for value in fields.get("LA", ())]
    journal = _one(fields, "TA", "JT")
    year, date = _terms.date_in(_one(fields, "DP", "DEP"))
    links, standings = _links(fields)
    registered = [link.identifier for link in links if link.kind is LinkKind.REGISTRATION]
    book = bool(_one(fields, "BTI", "CTI")) and "TA" not in fields
    found = [_identity.pmcid(value) for value in fields.get("PMC", ())]
    found += [_article_id(value) for tag in ("AID", "LID") for value in fields.get(tag, ())]
    return Record.build(
        id=str(number),
        identifiers=_identity.gather((number, *found, *registered)),
        kind=RecordKind.BOOK if book else _terms.kind_of(types),
        title=title,
        sections=tuple(sections),
        authors=tuple(value for tag in ("AU", "CN") for value in fields.get(tag, ()) if value),
        journal=journal or _one(fields, "BTI"),
        year=year,
        date=date,
        volume=_one(fields, "VI"),
        issue=_one(fields, "IP"),
        pages=_one(fields, "PG"),
        language="en" if "en" in languages or not languages else languages[0],
        publication_types=types,
        mesh=_mesh(fields),
        keywords=tuple(dict.fromkeys(value.lstrip("*") for value in fields.get("OT", ()) if value)),
        status=_terms.status_of(standings, types, title, journal),
        links=tuple(links),
        licence=_one(fields, "CI"),
        format="nbib",
        origin=origin,
    )


def _sections(fields: Fields) -> tuple[str, list[SourceSection]]:
    title = _one(fields, "TI", "CTI", "BTI")
    languages = [_terms.language_of(value) for value in fields.get("LA", ("eng",))]
    vernacular = _one(fields, "TT")
    if vernacular and title in ("", "[Not Available].", "[Not Available]"):
        title, vernacular = vernacular, ""
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if vernacular:
        sections.append(
            SourceSection("title.vernacular", SectionKind.OTHER, vernacular, "Vernacular title", language=languages[0])
        )
    sections += abstract_sections(_one(fields, "AB"))
    others = fields.get("OAB", ())
    tongues = fields.get("OABL", ())
    for index, other in enumerate(others):
        name = f"other-abstract.{index + 1}" if index else "other-abstract"
        language = _terms.language_of(tongues[index]) if index < len(tongues) else "en"
        if other:
            sections.append(SourceSection(name, SectionKind.OTHER, other, "Other abstract", language=language))
    if conflicts := _one(fields, "COIS"):
        sections.append(SourceSection("conflicts", SectionKind.OTHER, conflicts, "Conflict of interest"))
    return title, sections


def _article_id(value: str) -> Identifier | None:
    match = _ARTICLE_ID.match(value)
    if match is None:
        return None
    return _identity.doi(match[1]) if match[2] == "doi" else _identity.other("pii", match[1])


def _mesh(fields: Fields) -> tuple[str, ...]:
    """Descriptors without qualifiers, then substances: `Drug/*therapeutic use` is `Drug`."""
    names = [value.lstrip("*").split("/", 1)[0] for value in fields.get("MH", ())]
    names += [match[1] for value in fields.get("RN", ()) if (match := re.match(r"\S+ \((.+)\)\Z", value))]
    return tuple(dict.fromkeys(name for name in names if name))


def _links(fields: Fields) -> tuple[list[Link], list[RecordStatus]]:
    links: list[Link] = []
    standings: list[RecordStatus] = []
    for tag, sort in _LINKS.items():
        for value in fields.get(tag, ()):
            linked = _LINKED.search(value)
            note = value[: linked.start()] if linked else value
            link, standing = _terms.link_of(sort, _identity.pmid(linked[1]) if linked else None, note)
            links.append(link)
            standings.append(standing)
    for value in fields.get("SI", ()):
        bank, _, number = value.partition("/")
        if number and registry(bank):
            links.append(registration(registry(bank), number))
    return links, standings


FORMAT = Nbib()
