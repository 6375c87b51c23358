"""Does the sentence rest on a source that still stands?"""

from __future__ import annotations

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import RecordStatus, Severity, Verdict

_GONE = (RecordStatus.RETRACTED, RecordStatus.RETRACTION_NOTICE, RecordStatus.WITHDRAWN)


@probe(
    name="status",
    order=20,
    purpose="No sentence rests on a source that was retracted, withdrawn or superseded.",
    source="COPE Council. Retraction guidelines (2019), doi:10.24318/cope.2019.1.4",
)
def status(case: Cited) -> Opinion | None:
    """Source retracted or superseded, by the record's own standing and the notices laid over it."""
    for source in case.sources:
        record = source.record
        told = f"{record.id} is marked: {record.status.value}"
        if record.status in _GONE:
            return Opinion(None, told, verdict=Verdict.RETRACTED, severity=Severity.SEVERE)
        if record.status is RecordStatus.SUPERSEDED:
            return Opinion(None, told, verdict=Verdict.SUPERSEDED, severity=Severity.MODERATE)
    return None
