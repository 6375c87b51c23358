"""Span: exact characters of a record. It cannot be made unless it lies in the record's section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, final

from probatum.errors import ProbatumError
from probatum.model.record import Record, SourceSection


@final
class Span:
    """Characters `start` to `end` (end excluded, counted in Unicode code points) of one section of one record version.

    What is shown is read from the record through it; no text is copied. Immutable and hashable.
    Raises ProbatumError P101 when the section does not exist, P102 when the offsets do not lie in it.
    """

    __slots__ = ("end", "record", "section", "source", "source_section", "start", "version")
    # Read many times for each time that one is made, so all of it is laid down then.
    source: Record
    """The record it points into."""
    source_section: SourceSection
    """The section it points into."""
    record: str
    """Identifier of the record."""
    version: str
    """Version of the record."""
    section: str
    """Identifier of the section."""
    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character."""

    def __init__(self, record: Record, section: str, start: int, end: int) -> None:
        try:
            found = record.section(section)
        except KeyError as error:
            raise ProbatumError("P101", record=record.id, section=section) from error
        if not 0 <= start < end <= len(found.text):
            raise ProbatumError("P102", record=record.id, section=section, start=start, end=end, length=len(found.text))
        lay = object.__setattr__
        lay(self, "source", record)
        lay(self, "source_section", found)
        lay(self, "record", record.id)
        lay(self, "version", record.version)
        lay(self, "section", found.id)
        lay(self, "start", start)
        lay(self, "end", end)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Span is immutable: cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"Span is immutable: cannot delete {name}")

    @property
    def quote(self) -> str:
        """The characters themselves, read from the record."""
        return self.source_section.text[self.start : self.end]

    @property
    def page(self) -> str:
        """Label of the page it begins on; empty when the source has no pages."""
        return self.source_section.page_at(self.start)

    def inner(self, start: int, end: int) -> Span:
        """A span within this one; offsets count from this span's start."""
        return Span(self.source, self.section, self.start + start, self.start + end)

    def __len__(self) -> int:
        return self.end - self.start

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Span)
            and self.start == other.start
            and self.end == other.end
            and self.record == other.record
            and self.section == other.section
            and self.version == other.version
        )

    def __hash__(self) -> int:
        return hash((self.record, self.version, self.section, self.start, self.end))

    def __repr__(self) -> str:
        return f"Span({self.record}@{self.version} {self.section}[{self.start}:{self.end}] {self.quote!r})"

    def to_json(self) -> dict[str, Any]:
        """The wire form: record, version, section, start, end, the quote, and the page where there is one."""
        told = {
            "record": self.record,
            "version": self.version,
            "section": self.section,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }
        return {**told, "page": self.page} if self.page else told

    @classmethod
    def from_json(cls, data: Mapping[str, Any], record: Record) -> Span:
        """Read the wire form against its record; P103 when version or quote no longer agree."""
        span = cls(record, data["section"], data["start"], data["end"])
        if record.version != data["version"] or span.quote != data["quote"]:
            raise ProbatumError("P103", record=record.id, section=span.section)
        return span


SPAN_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "title": "Span",
    "description": "Exact characters of one section of one record version.",
    "properties": {
        "record": {"type": "string"},
        "version": {"type": "string"},
        "section": {"type": "string"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "quote": {"type": "string"},
        "page": {"type": "string"},
    },
    "required": ["record", "version", "section", "start", "end", "quote"],
}
"""JSON Schema of a span's wire form."""
