"""Which of two copies of one document stands.

- A real record replaces a starter summary that has one of its identifiers; a summary never replaces a real record.
- A version that was replaced once does not come back when an old file is read again.
- Between formats, a copy without text does not replace one with text, and a copy that knows of no retraction does not
  replace one that does (exports of reference managers carry neither abstract nor retraction marks).
- Else the copy read last stands.
"""

from __future__ import annotations

from typing import Final

from probatum.model import Record, RecordKind, RecordStatus, SectionKind

DOCUMENT_NAMESPACES: Final = ("pmid", "pmcid", "doi", "setid", "isbn")
"""Namespaces whose value names one document. A trial number names a trial, and many reports share it."""


def document_keys(record: Record) -> set[str]:
    """The identifiers that name this very document; a registry entry is named by its trial number too."""
    registry = record.kind is RecordKind.REGISTRY_ENTRY
    keys = {str(i) for i in record.identifiers if registry or i.namespace in DOCUMENT_NAMESPACES}
    return keys | {record.id}


def same_document(one: Record, other: Record) -> bool:
    """True when both are copies of one document."""
    return bool(document_keys(one) & document_keys(other))


def stands(old: Record, new: Record) -> bool:
    """True when `new` takes the place of `old`, a copy of the same document."""
    if old.summary != new.summary:
        return old.summary
    if old.format == new.format:
        return True
    if _has_text(old) and not _has_text(new):
        return False
    return not (old.status is RecordStatus.RETRACTED and new.status is not RecordStatus.RETRACTED)


def _has_text(record: Record) -> bool:
    return any(s.kind is not SectionKind.TITLE and s.text.strip() for s in record.evidence_sections)
