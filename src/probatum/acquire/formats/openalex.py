"""OpenAlex's works in JSON.

OpenAlex gives an abstract as an index, word by word with its places; it is put together again with one blank between
words, so line ends and double blanks of the source are not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from probatum.acquire.formats import _identity, _markup, _references, _terms, _works
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._works import Fields, objects, part, text
from probatum.acquire.formats._xml import plain_head
from probatum.model import Identifier, Record, RecordKind, RecordStatus, SectionKind, SourceSection

_SIGN: Final = re.compile(rb'"https://openalex\.org/W\d+"')
_BEGIN: Final = re.compile(rb'\{\s*"id"\s*:\s*"https://openalex\.org/W')
_INSIDE: Final = frozenset({"results"})
_WORDS: Final = 20_000
"""Words of an abstract; the longest real ones have some thousands."""
_TYPES: Final = {"article": "Journal Article", "preprint": "Preprint", "review": "Review"}


class OpenAlex:
    """OpenAlex's replies, lists and single works."""

    name = "openalex"
    purpose = "OpenAlex's works, lists and single ones, in JSON"

    def recognises(self, head: bytes) -> bool:
        """By JSON with the number of a work."""
        found = plain_head(head)
        return found.lstrip()[:1] == b"{" and _SIGN.search(found) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a work."""
        return _works.records(stream, origin, _INSIDE, _BEGIN, lambda found, place: _item(found, place, origin))


def _item(found: Fields, place: str, origin: str) -> Item:
    own = _identity.gather(_identifiers(found))
    title = _markup.plain(text(found.get("display_name")) or text(found.get("title")))
    if not own or not title:
        return refuse(origin, place, "P218", missing="no title" if own else "no identifier")
    sort = text(found.get("type"))
    types = (_TYPES[sort],) if sort in _TYPES else ()
    date = text(found.get("publication_date"))
    year = _terms.year_in(date or text(found.get("publication_year")))
    bibliography, source = part(found, "biblio"), part(found, "primary_location", "source")
    journal = text(source.get("display_name"))
    retracted = (RecordStatus.RETRACTED,) if found.get("is_retracted") is True else ()
    return Record.build(
        id=str(own[0]),
        identifiers=own,
        kind=RecordKind.BOOK if sort.startswith("book") else _terms.kind_by_title(title),
        title=title,
        sections=(SourceSection("title", SectionKind.TITLE, title), *abstract_sections(_abstract(found))),
        authors=_references.authors_of(
            text(part(one, "author").get("display_name")) for one in objects(found.get("authorships"))
        ),
        journal=journal,
        year=year,
        date=date if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else str(year or ""),
        volume=text(bibliography.get("volume")),
        issue=text(bibliography.get("issue")),
        pages=_references.pages_of(text(bibliography.get("first_page")), text(bibliography.get("last_page"))),
        language=_terms.language_of(text(found.get("language")) or "en"),
        publication_types=types,
        mesh=tuple(dict.fromkeys(filter(None, (text(m.get("descriptor_name")) for m in objects(found.get("mesh")))))),
        keywords=tuple(dict.fromkeys(filter(None, (text(k.get("display_name")) for k in _keywords(found))))),
        status=_terms.status_of(retracted, types, title, journal),
        licence=text(part(found, "primary_location").get("license")),
        format="openalex",
        origin=origin,
    )


def _identifiers(found: Fields) -> Iterator[Identifier | None]:
    told = part(found, "ids")
    doi, pmid, pmcid = (text(told.get(name)) for name in ("doi", "pmid", "pmcid"))
    yield _identity.doi(doi or text(found.get("doi"))) if doi or found.get("doi") else None
    yield _identity.pmid(pmid.rstrip("/").rsplit("/", 1)[-1]) if pmid else None
    number = pmcid.rstrip("/").rsplit("/", 1)[-1]
    yield _identity.pmcid(number if number.upper().startswith("PMC") else f"PMC{number}") if pmcid else None
    work = re.fullmatch(r"https://openalex\.org/(W\d{1,15})", text(found.get("id")))
    yield Identifier("openalex", work[1]) if work else None


def _keywords(found: Fields) -> list[Fields]:
    return objects(found.get("keywords"))


def _abstract(found: Fields) -> str:
    """The abstract out of its index; empty for an index that is none or too large."""
    index = found.get("abstract_inverted_index")
    if not isinstance(index, Mapping):
        return ""
    places: dict[int, str] = {}
    for word, at in index.items():
        for place in at if isinstance(at, list) else ():
            if not isinstance(place, int) or not 0 <= place < _WORDS:
                return ""
            places[place] = str(word)
    return " ".join(places[place] for place in sorted(places))


FORMAT = OpenAlex()
