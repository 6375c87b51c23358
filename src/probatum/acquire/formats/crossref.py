"""Crossref's works in JSON: what publishers deposit, and what they say of a work later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats import _identity, _markup, _references, _terms, _updates, _works
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._works import Fields, objects, part, text, texts
from probatum.acquire.formats._xml import plain_head
from probatum.model import Link, LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection
from probatum.text.expressions import expression

_SIGN: Final = re.compile(rb'"message-type"\s*:\s*"work(?:-list)?"')
_BEGIN: Final = re.compile(rb'\{\s*"indexed"\s*:')
_INSIDE: Final = frozenset({"message", "items"})
_HEADING: Final = expression(r"<(/?)jats:title\s*>", re.IGNORECASE)
_TYPES: Final = {"journal-article": "Journal Article", "preprint": "Preprint"}
_RELATIONS: Final = {"is-preprint-of": LinkKind.PUBLICATION, "has-preprint": LinkKind.PREPRINT}


class Crossref:
    """Crossref's replies, lists and single works. Reference lists are not read: they are other papers' words."""

    name = "crossref"
    purpose = "Crossref's works, lists and single ones, in JSON"

    def recognises(self, head: bytes) -> bool:
        """By JSON that says it is a work or a list of works."""
        found = plain_head(head)
        return found.lstrip()[:1] == b"{" and _SIGN.search(found) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record a work."""
        return _works.records(stream, origin, _INSIDE, _BEGIN, lambda found, place: _item(found, place, origin))


def _item(found: Fields, place: str, origin: str) -> Item:
    own = _identity.doi(text(found.get("DOI"))) if found.get("DOI") else None
    title = _markup.plain(text(found.get("title")))
    if own is None or not title:
        return refuse(origin, place, "P218", missing="no title" if own else "no DOI")
    links, standings = _links(found)
    year, date = _date(found)
    sort = text(found.get("subtype")) or text(found.get("type"))
    types = (_TYPES[sort],) if sort in _TYPES else ()
    journal = _markup.plain(text(found.get("short-container-title")) or text(found.get("container-title")))
    return Record.build(
        id=str(own),
        identifiers=(own,),
        kind=RecordKind.BOOK if sort.startswith("book") else _terms.kind_by_title(title),
        title=title,
        sections=(SourceSection("title", SectionKind.TITLE, title), *_abstract(text(found.get("abstract")))),
        authors=_references.authors_of(_name(author) for author in objects(found.get("author"))),
        journal=journal,
        year=year,
        date=date,
        volume=text(found.get("volume")),
        issue=text(found.get("issue")),
        pages=text(found.get("page")),
        language=_terms.language_of(text(found.get("language")) or "en"),
        publication_types=types,
        keywords=tuple(dict.fromkeys(texts(found.get("subject")))),
        status=_terms.status_of(standings, types, title, journal),
        links=tuple(links),
        licence=next((text(one.get("URL")) for one in objects(found.get("license"))), ""),
        format="crossref",
        origin=origin,
    )


def _name(author: Fields) -> str:
    family, given = text(author.get("family")), text(author.get("given"))
    return f"{family}, {given}" if family and given else family or text(author.get("name"))


def _date(found: Fields) -> tuple[int | None, str]:
    """Of the issue, else of the first publication (`issued` is the earlier of print and online)."""
    for name in ("published-print", "issued", "published-online", "posted"):
        parts = part(found, name).get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else None
        numbers = [str(n) for n in first if isinstance(n, int)] if isinstance(first, list) else []
        year = _terms.year_in(numbers[0]) if numbers else None
        if year is not None:
            return year, _terms.iso_date(year, *numbers[1:3])
    return None, ""


def _abstract(given: str) -> list[SourceSection]:
    parts = _markup.parted(_HEADING.sub(r"<\1h4>", given))
    sections = []
    for number, (heading, said) in enumerate(parts, start=1):
        name = f"abstract.{number}" if number > 1 else "abstract"
        shown = "" if heading.casefold() in ("abstract", "summary") else heading
        sections.append(SourceSection(name, SectionKind.ABSTRACT, said, shown, _terms.role_of("", shown)))
    return sections


def _links(found: Fields) -> tuple[list[Link], list[RecordStatus]]:
    links: list[Link] = []
    standings: list[RecordStatus] = []
    for member, way in (("updated-by", 0), ("update-to", 1)):
        for update in objects(found.get(member)):
            names = _updates.sorts(text(update.get("type")))
            if names is not None:
                other = _identity.doi(text(update.get("DOI"))) if update.get("DOI") else None
                link, standing = _terms.link_of(names[way], other, text(update.get("label")))
                links.append(link)
                standings.append(standing)
    for relation, kind in _RELATIONS.items():
        for related in objects(part(found, "relation").get(relation)):
            if text(related.get("id-type")).lower() == "doi":
                links.append(Link(kind, _identity.doi(text(related.get("id")))))
    return links, standings


FORMAT = Crossref()
