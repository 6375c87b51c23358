"""One reference, gathered field by field by a format, made into a Record.

A dialect is a table from its own names (RIS tags, EndNote elements, column headers) to the fields below; everything
that follows is the same for all of them.

- `title`, `translated`, `abstract`, `author`, `author_full`, `keyword`, `type`, `language`, `publisher`
- `journal_short`, `journal`: the abbreviation goes before the full title
- `year`, `date`, `month`, `day`; `volume`, `issue`, `pages`, `first_page`, `last_page`, `article_number`
- `doi`, `pmid`, `pmcid`, `isbn`: named as such by the source
- `accession`: a number that means something beside the `database` it comes from; `number`: one that must say itself
  what it is; `medline_number`: Embase's place for the PMID of what MEDLINE has too
- `address`: where it is found; `note`: the exporter's or the reader's words, looked into for `PMID: 1` and, where
  PubMed is the source, for publication types; never text of the record
"""

from __future__ import annotations

import re
from typing import Final

from probatum.acquire.formats import _identity, _references, _terms
from probatum.acquire.formats._abstract import abstract_sections
from probatum.acquire.formats._text import squeeze
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection
from probatum.text.expressions import expression

Fields = dict[str, list[str]]
"""Field -> its values in source order."""

_PMID_NOTE: Final = expression(r"PMID:?\s*(\d{1,8})\b")
_PMCID_NOTE: Final = expression(r"PMCID:?\s*(PMC\d+)\b")
_CODE: Final = expression(r"\[\d{4}\]\Z")
"""PsycINFO's classification codes, which Ovid puts where others put the type of work."""
_ARTICLE_NUMBER: Final = expression(r"(?!PMC)[A-Za-z]{0,5}\d[\w.-]{0,20}\Z", re.IGNORECASE)
_LONGEST_TYPE: Final = 80


def record(fields: Fields, format_name: str, origin: str, *, book: bool = False) -> Record | None:
    """The record of a reference; None when it has no title, no abstract and no identifier."""
    fields = {name: [text for value in values if (text := squeeze(value))] for name, values in fields.items()}
    title, abstract = _one(fields, "title"), _one(fields, "abstract")
    identifiers = _identifiers(fields, book)
    if not (title or abstract or identifiers):
        return None
    year, date = _date(fields)
    authors = _references.authors_of(fields.get("author") or fields.get("author_full") or ())
    own = _identity.primary(identifiers, title or abstract, year, authors)
    types = _types(fields)
    entry = _entry(fields)
    journal = "" if entry else _one(fields, "journal_short", "journal")
    languages = [_terms.language_of(name) for name in fields.get("language", ())]
    return Record.build(
        id=str(own),
        identifiers=identifiers or (own,),
        kind=RecordKind.REGISTRY_ENTRY if entry else _references.kind_of(book, types, title),
        title=title,
        sections=_sections(title, _one(fields, "translated"), abstract),
        authors=authors,
        journal=journal if journal != title else "",
        year=year,
        date=date,
        volume=_one(fields, "volume"),
        issue=_one(fields, "issue"),
        pages=_pages(fields),
        language="en" if "en" in languages or not languages else languages[0],
        publication_types=types,
        keywords=tuple(dict.fromkeys(word for value in fields.get("keyword", ()) if (word := value.lstrip("*")))),
        status=_terms.status_of((), types, title, journal),
        issuer=_one(fields, "publisher"),
        format=format_name,
        origin=origin,
    )


def _one(fields: Fields, *names: str) -> str:
    return next((value for name in names for value in fields.get(name, ())), "")


def _sections(title: str, translated: str, abstract: str) -> tuple[SourceSection, ...]:
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if translated and translated != title:
        sections.append(SourceSection("title.translated", SectionKind.OTHER, translated, "Translated title"))
    return (*sections, *abstract_sections(abstract))


def _types(fields: Fields) -> tuple[str, ...]:
    """Publication types as the source names them; `Journal Article; Review` are two."""
    found = [part.strip() for value in fields.get("type", ()) for part in value.split(";")]
    databases = fields.get("database", [])
    if databases and all(_references.is_pubmed(name) for name in databases):
        found += [line for line in fields.get("note", ()) if _terms.is_publication_type(line)]
    fit = (name for name in found if name and len(name) < _LONGEST_TYPE and not _CODE.search(name))
    return tuple(dict.fromkeys(fit))


def _entry(fields: Fields) -> Identifier | None:
    """The trial whose registry entry this is: CENTRAL puts its address where a journal's name stands."""
    places = (*fields.get("journal", ()), *fields.get("journal_short", ()))
    return next((found for place in places if (found := _references.registered(place))), None)


def _identifiers(fields: Fields, book: bool) -> tuple[Identifier, ...]:
    """Those of the work itself: its own fields, then what stands in its notes, then the addresses it is found under."""
    databases = fields.get("database", [])
    found = [_identity.pmid(value) for value in fields.get("pmid", ()) if re.fullmatch(r"\d{1,8}", value)]
    found += [_identity.pmcid(value) for value in fields.get("pmcid", ())]
    found += [_identity.doi(value) for value in fields.get("doi", ())]
    found += [_references.accession(databases, value) for value in fields.get("accession", ())]
    for value in fields.get("number", ()):
        found += [_references.accession((), part) for part in re.split(r"[,;]\s*", value)]
    named = " ".join(databases).lower()
    if "embase" in named or "medline" in named:
        numbers = fields.get("medline_number", ()) if "medline" in named else ()
        found += [_identity.pmid(value) for value in numbers if re.fullmatch(r"\d{1,8}", value)]
        found += [_references.accession((), value) for value in fields.get("note", ())[:1] if value.startswith("L")]
    for note in fields.get("note", ()):
        pmid, pmcid = _PMID_NOTE.match(note), _PMCID_NOTE.match(note)
        found += [_identity.pmid(pmid[1]) if pmid else None, _identity.pmcid(pmcid[1]) if pmcid else None]
    for address in fields.get("address", ()):
        found += _references.in_address(address)
    found.append(_entry(fields))
    if book:
        found += [_identity.other("isbn", part) for value in fields.get("isbn", ()) for part in value.split()]
    return _references.first_of_each(found)


_DAY_FIRST: Final = expression(r"(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})\Z")
_MONTH_FIRST: Final = expression(r"([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})\Z")


def _date(fields: Fields) -> tuple[int | None, str]:
    """Year and date, as precise as the source. A year that is none (`10 15`) is absent, not guessed."""
    dates = (*fields.get("date", ()), *fields.get("year", ()))
    years = (_terms.year_in(value) for value in (*fields.get("year", ()), *fields.get("date", ())))
    year = next((found for found in years if found is not None), None)
    if year is None:
        return None, ""
    if month := _one(fields, "month"):
        return year, _terms.iso_date(year, month, _one(fields, "day"))
    exact = [_exact(value, year) for value in dates]
    return year, max(exact, key=len, default="") or str(year)


def _exact(value: str, year: int) -> str:
    """ISO date of one printed date. `03/04/2015` may be of March or of April: it says the year alone."""
    if found := _DAY_FIRST.match(value):
        day, month, printed = found.groups()
    elif found := _MONTH_FIRST.match(value):
        month, day, printed = found.groups()
    elif value[:1].isalpha() and _terms.year_in(value) is None:
        return _terms.date_in(f"{year} {value}")[1]
    elif re.match(r"\d{4} [A-Za-z]", value):
        return _terms.date_in(value)[1] if _terms.year_in(value) == year else ""
    else:
        return _references.exact_date(value, year)
    return _terms.iso_date(year, month, day) if int(printed) == year else ""


def _pages(fields: Fields) -> str:
    whole = _one(fields, "pages")
    if any(character.isdigit() for character in whole):
        return whole
    first = _references.pages_of(_one(fields, "first_page"), _one(fields, "last_page"))
    return first or next((value for value in fields.get("article_number", ()) if _ARTICLE_NUMBER.match(value)), "")
