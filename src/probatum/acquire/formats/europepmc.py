"""Europe PMC's search replies in JSON, core and lite: papers of PubMed and PubMed Central, preprints, books.

A preprint has Europe PMC's own number (`ppr:PPR1234`). What else Europe PMC lists (reviews, errata, retractions, the
paper of a preprint) becomes links of the same kinds as PubMed's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final, cast

from probatum.acquire.formats import _identity, _json, _markup, _references, _terms
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._text import squeeze
from probatum.acquire.formats._xml import plain_head, root_of
from probatum.model import Identifier, Link, LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection

_SIGNS: Final = (
    re.compile(rb'"(?:resultList|hitCount|authorString|abstractText|errCode)"\s*:'),
    re.compile(rb'"(?:version|source|result|resultList|errMsg)"\s*:'),
)
_BEGIN: Final = re.compile(rb'\{\s*"id"\s*:\s*"[^"]{1,40}"\s*,\s*"source"\s*:')
_REFUSAL: Final = "errorBean"
_MESSAGE: Final = re.compile(rb"<errMsg>(.{0,400}?)</errMsg>", re.DOTALL)
_LOOKED_AT: Final = 4096
_INSIDE: Final = frozenset({"resultList", "result"})
_SORTS: Final = {sort.casefold(): sort for sort in _terms.LINKS}
"""`retractionin` -> `RetractionIn`: Europe PMC writes PubMed's names of links apart (`Retraction in`)."""
_PREPRINTS: Final = {"preprintof": LinkKind.PUBLICATION, "preprintin": LinkKind.PREPRINT}

Fields = Mapping[str, object]


class _Again:
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes: first those put back, whatever was asked for."""
        head, self._head = self._head, b""
        return head or self._stream.read(size)


class EuropePmc:
    """Europe PMC in JSON. Its refusals, in XML or JSON, are refused in its own words."""

    name = "europepmc"
    purpose = "Europe PMC's search replies, core and lite, in JSON"

    def recognises(self, head: bytes) -> bool:
        """By JSON with the members of a reply, or the root element of a refusal."""
        text = plain_head(head)
        if text.lstrip()[:1] in (b"{", b"["):
            return all(sign.search(text) for sign in _SIGNS)
        return root_of(head) == _REFUSAL

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a result."""
        head = stream.read(_LOOKED_AT)
        if root_of(head) == _REFUSAL:
            message = _MESSAGE.search(plain_head(head))
            told = _markup.plain(message[1].decode("utf-8", "replace")) if message else ""
            yield refuse(origin, "whole file", "P231", reason=told or "it does not say why")
            return
        whole = cast(BinaryIO, _Again(head, stream))
        for one in _json.records(whole, origin, inside=_INSIDE, mark=_BEGIN):
            yield one if isinstance(one, Refusal) else _item(*one, origin)


def _item(found: Fields, place: str, origin: str) -> Item:
    if "errCode" in found or "errMsg" in found:
        return refuse(origin, place, "P231", reason=_text(found.get("errMsg")) or "it does not say why")
    if "id" not in found and "hitCount" in found:
        return refuse(origin, place, "P218", missing="no results in it, or only their number")
    title = _markup.plain(_text(found.get("title")))
    own = _identity.gather(_identifiers(found))
    if not own or not title:
        return refuse(origin, place, "P218", missing="no identifier" if title else "no title (ask for lite or core)")
    return _record(found, own, title, origin)


def _record(found: Fields, own: tuple[Identifier, ...], title: str, origin: str) -> Record:
    types = _types(found)
    info = _part(found, "journalInfo")
    journal = _journal(found, info)
    links, standings = _links(found, own)
    year, date = _date(found, info)
    return Record.build(
        id=str(own[0]),
        identifiers=own,
        kind=_kind(found, types, title),
        title=title,
        sections=(SourceSection("title", SectionKind.TITLE, title), *_abstract(found)),
        authors=_authors(found),
        journal=journal,
        year=year,
        date=date,
        volume=_text(info.get("volume")) or _text(found.get("journalVolume")),
        issue=_text(info.get("issue")) or _text(found.get("issue")),
        pages=_text(found.get("pageInfo")),
        language=_terms.language_of(_text(found.get("language")) or "eng"),
        publication_types=types,
        mesh=_mesh(found),
        keywords=tuple(
            dict.fromkeys(_markup.plain(word) for word in _strings(found, "keywordList", "keyword") if word)
        ),
        status=_terms.status_of(standings, types, title, journal),
        links=tuple(links),
        licence=_licence(found),
        format="europepmc",
        origin=origin,
    )


def _text(value: object) -> str:
    return squeeze(value) if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _part(found: Fields, name: str) -> Fields:
    part = found.get(name)
    return part if isinstance(part, Mapping) else {}


def _list(found: Fields, name: str, member: str) -> list[object]:
    """The members of a list, which stands in an object of its own; a single member may stand bare."""
    members = _part(found, name).get(member)
    return members if isinstance(members, list) else [members] if members is not None else []


def _objects(found: Fields, name: str, member: str) -> list[Fields]:
    return [one for one in _list(found, name, member) if isinstance(one, Mapping)]


def _strings(found: Fields, name: str, member: str) -> list[str]:
    return [_text(one) for one in _list(found, name, member)]


def _identifiers(found: Fields) -> Iterator[Identifier | None]:
    source, number = _text(found.get("source")).upper(), _text(found.get("id"))
    yield _of_source(source, number)
    yield _identity.pmid(_text(found.get("pmid"))) if found.get("pmid") else None
    yield _identity.pmcid(_text(found.get("pmcid"))) if found.get("pmcid") else None
    yield _identity.doi(_text(found.get("doi"))) if found.get("doi") else None


def _of_source(source: str, number: str) -> Identifier | None:
    """A number in one of Europe PMC's sources; the sources that are not PubMed's keep their names (`agr:`, `pat:`)."""
    if not number:
        return None
    if source == "MED":
        return _identity.pmid(number)
    if source == "PMC":
        return _identity.pmcid(number)
    return _identity.other(source.lower(), number) if source.isalpha() else None


def _types(found: Fields) -> tuple[str, ...]:
    """The publication types, with JATS's names as MeSH has them; the lite reply gives them in one run."""
    names = _strings(found, "pubTypeList", "pubType") or [
        part.strip() for part in _text(found.get("pubType")).split(";")
    ]
    return tuple(dict.fromkeys(_terms.ARTICLE_TYPES.get(name.lower(), name) for name in names if name))


def _kind(found: Fields, types: tuple[str, ...], title: str) -> RecordKind:
    if _part(found, "bookOrReportDetails") and _text(found.get("source")).upper() not in ("PPR", "MED", "PMC"):
        return RecordKind.BOOK
    kind = _terms.kind_of(types)
    return _terms.kind_by_title(title) if kind is RecordKind.ARTICLE else kind


def _journal(found: Fields, info: Fields) -> str:
    journal = _part(info, "journal")
    names = [journal.get(name) for name in ("isoabbreviation", "medlineAbbreviation", "title")]
    names += [found.get("journalTitle"), _part(found, "bookOrReportDetails").get("publisher")]
    return next((name for name in (_markup.plain(_text(value)) for value in names) if name), "")


def _authors(found: Fields) -> tuple[str, ...]:
    listed = _objects(found, "authorList", "author")
    names = [_text(author.get("fullName")) or _markup.plain(_text(author.get("collectiveName"))) for author in listed]
    if not any(names):
        names = _markup.plain(_text(found.get("authorString"))).removesuffix(".").split(", ")
    return _references.authors_of(names)


def _date(found: Fields, info: Fields) -> tuple[int | None, str]:
    """Of the issue, as PubMed dates a paper; of the first publication, where that is of the same year and exact."""
    year, date = _terms.date_in(_text(info.get("dateOfPublication")))
    if year is None:
        year = _terms.year_in(_text(info.get("yearOfPublication")) or _text(found.get("pubYear")))
        date = "" if year is None else str(year)
    first = _text(found.get("firstPublicationDate"))
    if year is None:
        return _terms.date_in(first)
    return year, first if date == str(year) and re.fullmatch(rf"{year}-\d\d-\d\d", first) else date


def _abstract(found: Fields) -> list[SourceSection]:
    parts = _markup.parted(_text(found.get("abstractText")))
    if len(parts) == 1 and not parts[0][0]:
        return abstract_sections(parts[0][1])
    return [
        SourceSection(
            f"abstract.{number}" if number > 1 else "abstract",
            SectionKind.ABSTRACT,
            text,
            heading,
            _terms.role_of("", heading),
        )
        for number, (heading, text) in enumerate(parts, start=1)
    ]


def _mesh(found: Fields) -> tuple[str, ...]:
    """Descriptors, then substances, once each, as of PubMed's records."""
    names = [_text(heading.get("descriptorName")) for heading in _objects(found, "meshHeadingList", "meshHeading")]
    names += [_text(chemical.get("name")) for chemical in _objects(found, "chemicalList", "chemical")]
    return tuple(dict.fromkeys(name for name in names if name))


def _links(found: Fields, own: tuple[Identifier, ...]) -> tuple[list[Link], list[RecordStatus]]:
    links: list[Link] = []
    standings: list[RecordStatus] = []
    for other in _objects(found, "commentCorrectionList", "commentCorrection"):
        sort = "".join(_text(other.get("type")).split()).casefold()
        identifier = _of_source(_text(other.get("source")).upper(), _text(other.get("id")))
        note = " ".join(part for part in (_text(other.get("reference")), _text(other.get("note"))) if part)
        if sort in _PREPRINTS:
            links.append(Link(_PREPRINTS[sort], identifier, note))
        elif sort:
            link, standing = _terms.link_of(_SORTS.get(sort, _text(other.get("type"))), identifier, note)
            links.append(link)
            standings.append(standing)
    version = _text(found.get("versionNumber"))
    if version.isascii() and version.isdigit() and int(version[:9]) > 1:
        links.append(Link(LinkKind.SUPERSEDES, own[0], note=f"version {int(version[:9]) - 1}"))
    return links, standings


def _licence(found: Fields) -> str:
    """`open access, cc by`: Europe PMC gives the full text of a record with a PMCID that is open access."""
    parts = ("open access" if _text(found.get("isOpenAccess")) == "Y" else "", _text(found.get("license")))
    return ", ".join(part for part in parts if part)


FORMAT = EuropePmc()
