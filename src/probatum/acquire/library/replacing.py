"""Which of two copies of one document stands.

- A real record replaces a starter summary that has one of its identifiers; a summary never replaces a real record.
- A version that was replaced once does not come back when an old file is read again.
- Between formats, a copy without text does not replace one with text, and a copy that knows of no retraction does not
  replace one that does (exports of reference managers carry neither abstract nor retraction marks).
- An older version, by the number its source gives it, replaces no newer one, in whatever format each was read. A
  label's date is that of its version: among labels of one number, or none, the earlier replaces no later one.
- Else the copy read last stands.
"""

from __future__ import annotations

from typing import Final

from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SectionRole
from probatum.text.expressions import expression

DOCUMENT_NAMESPACES: Final = ("pmid", "pmcid", "doi", "ppr", "setid", "isbn")
"""Namespaces whose value names one document. A trial number names a trial, and many reports share it."""


def document_keys(record: Record) -> set[str]:
    """The identifiers that name this very document; a registry entry is named by its number in its registry too.

    The first number that names no document is that registry's. Numbers that a trial has elsewhere are not its entry's:
    several entries of one registry may stand under one EudraCT number.
    """
    keys = {str(i) for i in record.identifiers if i.namespace in DOCUMENT_NAMESPACES} | {record.id}
    if record.kind is RecordKind.REGISTRY_ENTRY:
        own = next((i.namespace for i in record.identifiers if i.namespace not in DOCUMENT_NAMESPACES), "")
        keys |= {str(i) for i in record.identifiers if i.namespace == own}
    return keys


def same_document(one: Record, other: Record) -> bool:
    """True when both are copies of one document."""
    return bool(document_keys(one) & document_keys(other))


def stands(old: Record, new: Record) -> bool:
    """True when `new` takes the place of `old`, a copy of the same document."""
    if old.summary != new.summary:
        return old.summary
    if _older(new, old):
        return False
    if old.format == new.format:
        return True
    if _has_text(old) and not _has_text(new):
        return False
    return not (old.status is RecordStatus.RETRACTED and new.status is not RecordStatus.RETRACTED)


_EDITION: Final = expression(r"version (\d{1,9})")


def edition(record: Record) -> int:
    """The number of this version: one more than that of the version it says it supersedes, else 1."""
    superseded = (
        _EDITION.fullmatch(link.note)
        for link in record.links
        if link.kind is LinkKind.SUPERSEDES and link.identifier in record.identifiers
    )
    return 1 + max((int(match[1]) for match in superseded if match), default=0)


def _older(one: Record, other: Record) -> bool:
    """True when `one` is an older version of the same document. Dates are compared as far as both are told."""
    if edition(one) != edition(other):
        return edition(one) < edition(other)
    if one.kind is other.kind is RecordKind.REGISTRY_ENTRY:
        return _said(one, other) < _said(other, one)
    if RecordKind.LABEL not in (one.kind, other.kind):
        return False  # a paper's date is that of its publication, and corrections move it
    told = min(len(one.date), len(other.date))
    return one.date[:told] < other.date[:told]


def _said(entry: Record, other: Record) -> tuple[bool, str, int]:
    """What a registry entry says, to compare with another copy: results are never taken back, later comes after
    earlier, and a reply may hold only some of the fields."""
    told = min(len(entry.date), len(other.date))
    results = any(section.role is SectionRole.RESULTS for section in entry.sections)
    return results, entry.date[:told], len(entry.sections)


def _has_text(record: Record) -> bool:
    return any(s.kind is not SectionKind.TITLE and s.text.strip() for s in record.evidence_sections)
