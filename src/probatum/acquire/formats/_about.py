"""What a sidecar or front matter says about a document: read strictly, then laid over the record.

Every value is taken as the words that stand there: YAML's own types would read the country `NO` as false and an ISBN as
a number. A key or value that is not known is refused by name and the rest holds. A description whose `status` cannot be
told gives nothing: a withdrawn document must not pass for a current one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._base import Refusal, refuse
from probatum.acquire.formats._document import primary
from probatum.acquire.formats._yaml import UnreadableError, load
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
from probatum.text import identifiers as known_identifiers
from probatum.text.expressions import expression

_STATUSES: Final = (RecordStatus.CURRENT, RecordStatus.SUPERSEDED, RecordStatus.WITHDRAWN)
_NAMESPACES: Final = ("doi", "isbn", "nct", "pmcid", "pmid", "setid", "url")
_WEB: Final = expression(r"https?://[^\s<>\"'`\\]{3,2000}")
_LONGEST: Final = 1_000
_MOST: Final = 200


class About(msgspec.Struct, frozen=True):
    """A description of one document. What it does not say is None or empty and leaves the record as it is."""

    kind: RecordKind | None = None
    title: str = ""
    organisation: str = ""
    country: str = ""
    date: str = ""
    edition: str = ""
    status: RecordStatus | None = None
    supersedes: tuple[Link, ...] = ()
    superseded_by: tuple[Link, ...] = ()
    grading: str = ""
    licence: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    population: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()

    def over(self, record: Record) -> Record:
        """The record with this laid over it; its text stays. It goes by the first identifier given here, if any."""
        identifiers = _identity.gather((*self.identifiers, *_own(record, self)))
        namespace, _, value = record.id.partition(":")
        kind = self.kind or record.kind
        published = kind in (RecordKind.GUIDELINE, RecordKind.LABEL)
        issuer = self.organisation or record.issuer or (record.journal if published else "")
        links = (*record.links, *self.supersedes, *self.superseded_by)
        fields: dict[str, object] = {name: getattr(record, name) for name in record.__struct_fields__}
        fields.update(
            id=primary(identifiers, Identifier(namespace, value)),
            identifiers=identifiers or record.identifiers,
            kind=kind,
            title=self.title or record.title,
            sections=_sections(record, self.title, kind),
            authors=self.authors or record.authors,
            journal=issuer if published else record.journal or self.organisation,
            issuer=issuer,
            country=self.country or record.country,
            date=self.date or record.date,
            year=_terms.year_in(self.date) if self.date else record.year,
            edition=self.edition or record.edition,
            status=self._status(record),
            links=tuple(dict.fromkeys(links)),
            grading=self.grading or record.grading,
            licence=self.licence or record.licence,
            language=self.language or record.language,
            keywords=tuple(dict.fromkeys((*record.keywords, *self.population, *self.keywords))),
        )
        del fields["version"]
        return Record.build(**fields)

    def _status(self, record: Record) -> RecordStatus:
        """As it is said; else a named successor says that this one is superseded."""
        if self.status is not None:
            return self.status
        return RecordStatus.SUPERSEDED if self.superseded_by else record.status


def _own(record: Record, about: About) -> tuple[Identifier, ...]:
    """The record's identifiers; one made of its content only where there is no better."""
    better = any(i.namespace != "url" for i in about.identifiers)
    return tuple(i for i in record.identifiers if not (better and i.namespace == "probatum"))


def _sections(record: Record, title: str, kind: RecordKind) -> tuple[SourceSection, ...]:
    """The text as it is; of a label it is a label's, and a title given from outside becomes the title section."""
    found = record.sections
    if kind is RecordKind.LABEL:
        found = tuple(
            msgspec.structs.replace(s, kind=SectionKind.LABEL) if s.kind is SectionKind.BODY else s for s in found
        )
    if title and title != record.title:
        head = SourceSection("title", SectionKind.TITLE, title, language=record.language)
        found = (head, *(s for s in found if s.id != "title"))
    return found


def read(text: str, origin: str) -> tuple[About | None, tuple[Refusal, ...]]:
    """A description out of YAML, and what in it was refused. None when nothing of it can be used."""
    try:
        given = load(text)
    except UnreadableError as error:
        return None, (refuse(origin, "description", "P269", reason=str(error)),)
    refused: list[Refusal] = []
    fields: dict[str, Any] = {}
    for key, value in given.items():
        reader = _KEYS.get(key)
        place = f"key {key[:60]}"
        if reader is None:
            refused.append(refuse(origin, place, "P267", key=key[:60], known=", ".join(sorted(_KEYS))))
            continue
        if value in ("", [], {}):
            continue
        try:
            fields[key] = reader(value)
        except _WrongError as error:
            refused.append(refuse(origin, place, "P268", key=key, value=_shown(error.value), allowed=error.allowed))
    unsure = "status" in given and given["status"] != "" and "status" not in fields
    return (None if unsure else About(**fields)), tuple(refused)


class _WrongError(Exception):
    def __init__(self, value: object, allowed: str) -> None:
        super().__init__(allowed)
        self.value, self.allowed = value, allowed


def _shown(value: object) -> str:
    return value[:80] if isinstance(value, str) else f"a {'list' if isinstance(value, list) else 'mapping'}"


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError(value, "words")
    text = " ".join(value.split())
    if len(text) > _LONGEST:
        raise _WrongError(value, f"at most {_LONGEST} characters")
    return text


def _list(value: object) -> tuple[str, ...]:
    """A list of words, or words with commas or semicolons between them."""
    if isinstance(value, str):
        value = re.split(r"[,;]", value)
    return _each(value)


def _each(value: object) -> tuple[str, ...]:
    """A list of words, or words alone."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or len(value) > _MOST:
        raise _WrongError(value, f"words, or a list of at most {_MOST}")
    return tuple(dict.fromkeys(text for entry in value if (text := _words(entry))))


def _kind(value: object) -> RecordKind:
    said = _words(value).lower().replace("_", " ").replace("-", " ")
    try:
        return RecordKind(said)
    except ValueError as error:
        raise _WrongError(value, "one of: " + ", ".join(kind.value for kind in RecordKind)) from error


def _status(value: object) -> RecordStatus:
    said = _words(value).lower()
    if said not in _STATUSES:
        raise _WrongError(value, "one of: " + ", ".join(_STATUSES))
    return RecordStatus(said)


def _country(value: object) -> str:
    said = _words(value).upper()
    if re.fullmatch(r"[A-Z]{2}", said) is None:
        raise _WrongError(value, "the two letters of ISO 3166 (GB, US, NO), or EU")
    return "GB" if said == "UK" else said


def _language(value: object) -> str:
    said = _words(value).lower()
    if re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", said) is None:
        raise _WrongError(value, "a language code of ISO 639 (en, de, fr)")
    return _terms.language_of(said)


def _date(value: object) -> str:
    said = _words(value)
    found = re.fullmatch(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", said)
    try:
        if found is None:
            raise ValueError(said)
        datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        raise _WrongError(value, "a date as YYYY, YYYY-MM or YYYY-MM-DD") from error
    return said


def _identifiers(value: object) -> tuple[Identifier, ...]:
    """A mapping of namespace to one value or a list, or a list of `doi:10...`."""
    allowed = f"identifiers by name ({', '.join(_NAMESPACES)}), each in its own form: `doi: 10.1000/182`"
    pairs: list[tuple[str, str]] = []
    if isinstance(value, Mapping):
        pairs = [(name.strip().lower(), said) for name, listed in value.items() for said in _each(listed)]
    else:
        for said in _each(value):
            namespace, _, rest = said.partition(":")
            named = namespace.strip().lower() in _NAMESPACES
            found = known_identifiers.parse(said)
            pairs.append(
                (namespace.strip().lower(), rest.strip()) if named or not found else (found.namespace, found.value)
            )
    return tuple(dict.fromkeys(_identifier(namespace, said, allowed) for namespace, said in pairs))


def _identifier(namespace: str, said: str, allowed: str) -> Identifier:
    if namespace == "url":
        found = Identifier("url", said) if _WEB.fullmatch(said) else None
    else:
        found = _identity.other(namespace, said) if namespace in _NAMESPACES else None
    if found is None:
        raise _WrongError(f"{namespace}: {said}", allowed)
    return found


def _links(kind: LinkKind) -> Callable[[object], tuple[Link, ...]]:
    def made(value: object) -> tuple[Link, ...]:
        """An identifier is linked; anything else is a title."""
        found = ((said, known_identifiers.parse(said)) for said in _each(value))
        return tuple(Link(kind, identifier, "" if identifier else said) for said, identifier in found)

    return made


_KEYS: Final[Mapping[str, Callable[[object], Any]]] = {
    "kind": _kind,
    "title": _words,
    "organisation": _words,
    "country": _country,
    "date": _date,
    "edition": _words,
    "status": _status,
    "supersedes": _links(LinkKind.SUPERSEDES),
    "superseded_by": _links(LinkKind.SUPERSEDED_BY),
    "grading": _words,
    "licence": _words,
    "language": _language,
    "authors": _each,
    "identifiers": _identifiers,
    "population": _list,
    "keywords": _list,
}
"""Key -> what reads its value."""
