"""Read and validate the files of the starter library. Pure: the same files give the same records."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

import msgspec

from probatum.model import (
    Identifier,
    Link,
    LinkKind,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SectionRole,
    SourceSection,
)

DATE: Final = "2026-11-22"
"""Day on which the sources were last read."""

LICENCE: Final = "CC0-1.0 (summary written for Probatum)"

FORMAT: Final = "starter"

NOTE: Final = (
    "Summary written for Probatum; the wording is not that of the source. Read for it: {read}. "
    "The source's own record replaces it as soon as one is added under the same identifier."
)


class _SectionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section as a file gives it: its text is a list of sentences, joined by one blank."""

    id: str
    kind: SectionKind
    text: tuple[str, ...]
    heading: str = ""
    role: SectionRole = SectionRole.NONE
    code: str = ""


class _LinkFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A link as a file gives it."""

    kind: LinkKind
    identifier: str = ""
    note: str = ""


class _RecordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record as a file gives it; the first identifier is the primary one."""

    identifiers: tuple[str, ...]
    kind: RecordKind
    title: str
    sections: tuple[_SectionFile, ...]
    authors: tuple[str, ...] = ()
    journal: str = ""
    year: int | None = None
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publication_types: tuple[str, ...] = ()
    status: RecordStatus = RecordStatus.CURRENT
    links: tuple[_LinkFile, ...] = ()
    issuer: str = ""
    country: str = ""


class Provenance(NamedTuple):
    """Where a starter record's facts come from."""

    record: str
    """Name of the record's file, without its ending."""
    read: str
    """What was read: abstract, label, guideline summary, registry entry."""
    where: str
    """Public name of the place where it was read: `PubMed, PMID 19717844`."""
    date: str
    """ISO date on which it was read or verified."""
    verified: str
    """How facts and bibliographic data were verified."""
    second: str
    """What a second source says of identifiers, title and year; empty where none was at hand."""


class VerifiedFigure(NamedTuple):
    """A figure that was read in the source itself and not taken from the project's collection of facts."""

    record: str
    figure: str
    what: str
    read_in: str


def _folder() -> Traversable:
    return files("probatum.acquire.starter")


def _identifier(text: str) -> Identifier:
    namespace, colon, value = text.partition(":")
    if not (namespace and colon and value):
        raise ValueError(f"{text!r} is not an identifier; write namespace:value")
    return Identifier(namespace, value)


def _sections(data: _RecordFile, read: str) -> tuple[SourceSection, ...]:
    title = SourceSection(id="title", kind=SectionKind.TITLE, text=data.title)
    body = tuple(
        SourceSection(id=s.id, kind=s.kind, text=" ".join(s.text), heading=s.heading, role=s.role, code=s.code)
        for s in data.sections
    )
    note = SourceSection(id="note", kind=SectionKind.OTHER, text=NOTE.format(read=read), heading="About this text")
    return (title, *body, note)


def _record(data: _RecordFile, read: str) -> Record:
    identifiers = tuple(_identifier(text) for text in data.identifiers)
    links = tuple(
        Link(kind=link.kind, identifier=_identifier(link.identifier) if link.identifier else None, note=link.note)
        for link in data.links
    )
    return Record.build(
        id=str(identifiers[0]),
        identifiers=identifiers,
        kind=data.kind,
        title=data.title,
        sections=_sections(data, read),
        authors=data.authors,
        journal=data.journal or data.issuer,
        year=data.year,
        date=data.date,
        volume=data.volume,
        issue=data.issue,
        pages=data.pages,
        publication_types=data.publication_types,
        status=data.status,
        links=links,
        issuer=data.issuer,
        country=data.country,
        licence=LICENCE,
        summary=True,
        format=FORMAT,
        origin="starter",
        retrieved=DATE,
    )


def parse(text: str, read: str = "") -> Record:
    """A record from the text of its TOML file; `read` names what was read for it.

    Raises tomllib.TOMLDecodeError for bad TOML, msgspec.ValidationError for a field that is missing, unknown or of the
    wrong kind, ValueError for an ill-formed identifier or two sections of one id.
    """
    return _record(msgspec.convert(tomllib.loads(text), type=_RecordFile), read)


def _rows(name: str) -> list[list[str]]:
    lines = (_folder() / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]


@lru_cache(maxsize=1)
def provenance() -> dict[str, Provenance]:
    """What was read for each record, by the name of its file."""
    return {row[0]: Provenance(*row) for row in _rows("provenance.tsv")}


@lru_cache(maxsize=1)
def figures() -> tuple[VerifiedFigure, ...]:
    """The figures that were verified anew, each with what it is and where it was read."""
    return tuple(VerifiedFigure(*row) for row in _rows("figures.tsv"))


def sources() -> dict[str, str]:
    """Text of every record file by its name without ending, in order of name."""
    found: dict[str, str] = {}
    for file in sorted((_folder() / "records").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            found[file.name.removesuffix(".toml")] = file.read_text("utf-8")
    return found


@lru_cache(maxsize=1)
def by_name() -> dict[str, Record]:
    """Every starter record by the name of its file.

    Raises ValueError, naming the file, when one is ill-formed, lacks provenance or shares an identifier.
    """
    known = provenance()
    found: dict[str, Record] = {}
    taken: dict[str, str] = {}
    for name, text in sources().items():
        if name not in known:
            raise ValueError(f"starter record {name} has no line in provenance.tsv")
        try:
            record = parse(text, known[name].read)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
            raise ValueError(f"starter record {name}: {error}") from error
        for identifier in map(str, record.identifiers):
            if identifier in taken:
                raise ValueError(f"starter records {taken[identifier]} and {name} share {identifier}")
            taken[identifier] = name
        found[name] = record
    return found


@lru_cache(maxsize=1)
def records() -> tuple[Record, ...]:
    """All starter records, in order of identifier. Raises ValueError when a shipped file is ill-formed."""
    return tuple(sorted(by_name().values(), key=lambda record: record.id))


@lru_cache(maxsize=1)
def version() -> str:
    """First 12 hex digits of the SHA-256 of all record identifiers and versions."""
    listed = "".join(f"{record.id}@{record.version}\n" for record in records())
    return hashlib.sha256(listed.encode()).hexdigest()[:12]
