"""The audit of a foreign text: read it, resolve what it cites against the library, hold it to its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import probatum
from probatum.errors import ProbatumError
from probatum.model import Engine, Record, Report, SectionKind

if TYPE_CHECKING:
    from probatum.acquire.library import Library

LARGEST: Final = 30_000_000
"""Bytes of the largest text that is audited."""
_PACKED: Final = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKED_UP: Final = (
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<?xml",
    b"<p",
    b"<div",
    b"<article",
    b"<main",
    b"<section",
)


class LibraryShelf:
    """A library as the audit looks things up in it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: dict[str, Record | None] = {}

    def get(self, identifier: str) -> Record | None:
        """The record with that identifier, looked up once."""
        if identifier not in self._held:
            self._held[identifier] = self._library.get(identifier)
        return self._held[identifier]

    def readings(self, records: Sequence[Record]) -> Mapping[str, bytes]:
        """What the library keeps of what was read out of records, by their ids."""
        if not records or not self._library.readings:
            return {}
        from probatum.appraise import keeping

        return self._library.readings.of(records, keeping.reader())

    def search(self, text: str, limit: int) -> Sequence[Record]:
        """Records that share words with the text, best first."""
        return [hit.record for hit in self._library.search(text, limit=limit)] if text.strip() else []


def audit(text: str, *, library: Library | str | Path | None = None, origin: str = "") -> Report:
    """Audit a cited text (plain text, Markdown or HTML) against the library.

    The same text, library and version give the same report. Raises ProbatumError P3xx for a library that cannot be
    opened, P831 for HTML that cannot be read.
    """
    if text.lstrip()[:12].lower().encode("utf-8", "replace").startswith(_MARKED_UP):
        text = readable(text.encode("utf-8"), origin or "text")
    return audit_read(text, library=library, origin=origin)


def audit_read(text: str, *, library: Library | str | Path | None = None, origin: str = "") -> Report:
    """The same of a text that `readable` has read already: nothing in it is parsed as a document."""
    from probatum.assess.audit import audit as audited
    from probatum.pipeline.starting import open_library

    opened = open_library(library) if library is None or isinstance(library, str | Path) else library
    engine = Engine(probatum.__version__, opened.library_version)
    return audited(text, LibraryShelf(opened), engine, origin=origin)


def readable(data: bytes, origin: str) -> str:
    """The text of a file under audit: plain text and Markdown as they stand, PDF, Word and HTML by the formats of
    `acquire`, their sections under their headings.

    Raises ProbatumError P831 when it cannot be read, P832 when it is too large.
    """
    if len(data) > LARGEST:
        raise ProbatumError("P832", origin=origin, limit=f"{LARGEST:,}")
    head = data[:2000].lstrip().lower()
    if not (data.startswith(_PACKED) or head.startswith(_MARKED_UP)):
        return _decoded(data, origin)
    from probatum.acquire.formats import Refusal  # imported here: an answer reads no files
    from probatum.acquire.reading import read_bytes

    items = [item for _, item in read_bytes(data, origin)]
    records = [item for item in items if isinstance(item, Record)]
    if not records:
        refused = next((item for item in items if isinstance(item, Refusal)), None)
        raise ProbatumError("P831", origin=origin, reason=refused.reason if refused else "no text was found in it")
    return "\n".join(_lines(records[0]))


def _decoded(data: bytes, origin: str) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4000]:
        raise ProbatumError("P831", origin=origin, reason="it holds binary data")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(record: Record) -> Iterator[str]:
    """A document as Markdown, so that its headings and its reference list are known as such."""
    if record.title:
        yield from (f"# {' '.join(record.title.split())}", "")
    last = ""
    for section in record.sections:
        if section.kind is SectionKind.TITLE:
            continue
        heading = "References" if section.kind is SectionKind.REFERENCES else section.heading.split(" > ")[-1]
        if heading and heading != last:
            yield from (f"## {' '.join(heading.split())}", "")
        last = heading or last
        if section.kind is SectionKind.TABLE:
            for at, row in enumerate(section.text.split("\n")):
                yield f"| {row.replace(chr(9), ' | ')} |"
                if at == 0 and "\n" in section.text:
                    yield "|---|---|"  # its first row is its head
        else:
            yield from section.text.split("\n")
        yield ""
