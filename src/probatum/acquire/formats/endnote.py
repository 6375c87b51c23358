"""EndNote XML, as EndNote, Zotero, JabRef and screening programs write it.

`caption`, `label` and `research-notes` are the user's own marks, and no words of the source: they are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from probatum.acquire.formats import _identity, _references, _terms
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._base import Item, Refusal, refuse
from probatum.acquire.formats._text import flat, squeeze
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces, plain_head, root_of
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

_HEAD: Final = re.compile(rb"<record[\s>].*?<(?:ref-type|rec-number|source-app|titles|contributors)[\s>/]", re.DOTALL)
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
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
_WRITERS: Final = ("authors", "tertiary-authors")
_NUMBERS: Final = ("accession-num", "custom3", "custom6", "custom7")
"""Where import filters put accession numbers; all but the first have to say themselves what they are."""


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
        record = _record(parse(piece, parser), origin)
    except etree.XMLSyntaxError as error:
        reason = f"{error.msg or 'it is not XML'} (within record {number})"
        return refuse(origin, f"byte {piece.offset}", "P205", reason=reason)
    place = f"record {number}, byte {piece.offset}"
    return record or refuse(origin, place, "P218", missing="no title, no abstract and no identifier")


def _record(element: etree._Element, origin: str) -> Record | None:
    """A `record` element as a Record; None when it has no title, no abstract and no identifier."""
    title = _one(element, "titles/title")
    abstract = _one(element, "abstract")
    sort = element.find("ref-type")
    book = sort is not None and sort.get("name", "").lower() in _BOOKS
    types = _types(element)
    identifiers = _identifiers(element, book)
    if not (title or abstract or identifiers):
        return None
    year, date = _date(element)
    authors = _references.authors_of(_all(element, *(f"contributors/{who}/author" for who in _WRITERS)))
    own = _identity.primary(identifiers, title or abstract, year, authors)
    at_registry = _references.registered(_one(element, "titles/secondary-title"))
    journal = "" if at_registry else _journal(element)
    languages = [_terms.language_of(name) for name in _lines(element, "language")]
    return Record.build(
        id=str(own),
        identifiers=identifiers or (own,),
        kind=RecordKind.REGISTRY_ENTRY if at_registry else _references.kind_of(book, types, title),
        title=title,
        sections=_sections(element, title, abstract),
        authors=authors,
        journal=journal if journal != title else "",
        year=year,
        date=date,
        volume=_one(element, "volume"),
        issue=_one(element, "number"),
        pages=_pages(element),
        language="en" if "en" in languages or not languages else languages[0],
        publication_types=types,
        keywords=tuple(dict.fromkeys(word.lstrip("*") for word in _lines(element, "keywords/keyword"))),
        status=_terms.status_of((), types, title, journal),
        issuer=_one(element, "publisher"),
        format="endnote",
        origin=origin,
    )


def _one(element: etree._Element, *paths: str) -> str:
    """The first text at any of these paths."""
    return next((text for path in paths for found in element.findall(path) if (text := flat(found))), "")


def _all(element: etree._Element, *paths: str) -> list[str]:
    return [text for path in paths for found in element.findall(path) if (text := flat(found))]


def _lines(element: etree._Element, path: str) -> list[str]:
    """Texts at a path, each of their lines apart: EndNote packs several values into one field with line ends."""
    parts = (_LINE_ENDS.split("".join(found.itertext())) for found in element.findall(path))  # type: ignore[arg-type]
    return [text for lines in parts for line in lines if (text := squeeze(line))]


def _sections(element: etree._Element, title: str, abstract: str) -> tuple[SourceSection, ...]:
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if translated := _one(element, "titles/translated-title", "orig-pub"):
        sections.append(SourceSection("title.translated", SectionKind.OTHER, translated, "Translated title"))
    return (*sections, *abstract_sections(abstract))


def _journal(element: etree._Element) -> str:
    """Abbreviated where the record has it so."""
    return _one(
        element, "periodical/abbr-1", "titles/alt-title", "alt-periodical/abbr-1", "periodical/full-title",
        "titles/secondary-title",
    )  # fmt: skip


def _types(element: etree._Element) -> tuple[str, ...]:
    """Of `work-type`, and publication types that PubMed's import filter leaves among the notes, a line each."""
    found = [part.strip() for line in _lines(element, "work-type") for part in line.split(";")]
    if _from_pubmed(element):
        found += [line for line in _lines(element, "notes") if _terms.is_publication_type(line)]
    return tuple(dict.fromkeys(name for name in found if name and len(name) < 80))


def _databases(element: etree._Element) -> list[str]:
    return _lines(element, "remote-database-name") or _lines(element, "remote-database-provider")


def _from_pubmed(element: etree._Element) -> bool:
    named = _databases(element)
    return bool(named) and all(_references.is_pubmed(name) for name in named)


def _identifiers(element: etree._Element, book: bool) -> tuple[Identifier, ...]:
    """Those of the work itself: its own fields, then the addresses it is found under."""
    found = [_identity.doi(value) for value in _lines(element, "electronic-resource-num")]
    databases = _databases(element)
    found += [_references.accession(databases, value) for value in _lines(element, "accession-num")]
    found += [_references.accession((), value) for tag in _NUMBERS[1:] for value in _lines(element, tag)]
    found += [_identity.pmcid(value) for value in _lines(element, "custom2") if re.fullmatch(r"PMC\d+", value)]
    named = " ".join(databases).lower()
    if "embase" in named or "medline" in named:
        # Embase gives the PMID of what MEDLINE also has, and its own number at the head of the notes.
        if "medline" in named:
            numbers = _lines(element, "custom5")
            found += [_identity.pmid(value) for value in numbers if re.fullmatch(r"\d{1,8}", value)]
        found += [_references.accession((), value) for value in _lines(element, "notes")[:1] if value[0] == "L"]
    for address in _lines(element, "urls//url"):
        found += _references.in_address(address)
    found.append(_references.registered(_one(element, "titles/secondary-title")))
    if book:
        found += [_identity.other("isbn", value) for value in _lines(element, "isbn")]
    return _references.first_of_each(found)


def _date(element: etree._Element) -> tuple[int | None, str]:
    """Year and date. `03/04/2015` may be of March or of April: it gives the year alone."""
    printed = _one(element, "dates/pub-dates/date")
    year = _terms.year_in(_one(element, "dates/year")) or _terms.year_in(printed)
    if year is None:
        return None, ""
    if printed[:1].isalpha():
        return _terms.date_in(f"{year} {printed}")
    return year, _references.exact_date(printed, year) or str(year)


def _pages(element: etree._Element) -> str:
    pages = _one(element, "pages")
    return pages if any(character.isdigit() for character in pages) else ""


FORMAT = EndNote()
