"""Which copy of a work leads: the one that readers see and searches find."""

from __future__ import annotations

from typing import Final

from probatum.model import Record, RecordStatus, SectionKind

_TAKEN_BACK: Final = (RecordStatus.RETRACTED, RecordStatus.WITHDRAWN, RecordStatus.CONCERN)
_FULL: Final = (SectionKind.BODY, SectionKind.TABLE, SectionKind.LABEL)
_AUTHORITY: Final = {"pubmed": 4, "jats": 4, "nbib": 3, "europepmc": 3, "spl": 4, "openfda": 3, "ris": 1, "endnote": 1}
"""Where a record was read from: the National Library of Medicine and the publisher before a reference manager, whose
exports people edit. Others stand between."""

Rank = tuple[bool, bool, int, int, int, int, str]


def rank(record: Record) -> Rank:
    """The greater leads. In this order: the source's words before Probatum's summary; a copy that knows of a retraction
    before one that does not; full text before an abstract before neither; the more authoritative source; the longer
    text; more identifiers; last the id, so that no two are equal."""
    kinds = {section.kind for section in record.evidence_sections if section.text.strip()}
    fullness = 2 if kinds & set(_FULL) else 1 if SectionKind.ABSTRACT in kinds else 0
    return (
        not record.summary,
        record.status in _TAKEN_BACK,
        fullness,
        _AUTHORITY.get(record.format, 2),
        sum(len(section.text) for section in record.evidence_sections),
        len(record.identifiers),
        record.id,
    )
