"""What saves time changes no report: readings that a library keeps, and records that cannot hold a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from audit_cases import REFERENCES, Shelf, other, trial

from probatum import appraise
from probatum.appraise import keeping
from probatum.assess.audit import audit, auditing, document
from probatum.assess.audit.checks.attribution import ceiling, fit
from probatum.assess.audit.source import source
from probatum.model import Engine, Record

BODY = (
    "Cramps were fewer with zerafine than with placebo [1]. Sleep quality got better with zerafine [1]. Dizziness "
    "occurred in 18 of 60 people on zerafine [2]. Skin clearance was reached by 61% on brelomab [1]. Nausea was in "
    "15% and 20% [1]."
)
TEXT = f"# Night cramps in adults\n\n{BODY}\n{REFERENCES}"


class Keeping(Shelf):
    """Records in memory with what was read out of them."""

    def readings(self, records: Sequence[Record]) -> Mapping[str, bytes]:
        return {record.id: keeping.pack(appraise.read(record)) for record in records}


def test_the_report_is_the_same_where_readings_are_kept() -> None:
    plain = audit(TEXT, Shelf(trial(), other()), Engine("0", "0"))
    source.cache_clear()
    kept = audit(TEXT, Keeping(trial(), other()), Engine("0", "0"))
    assert repr(kept) == repr(plain)
    assert source(trial()).kept
    assert source(trial()).findings == appraise.read(trial()).findings
    source.cache_clear()


@pytest.mark.parametrize("record", [trial(), other()])
def test_no_record_fits_a_sentence_better_than_its_ceiling(record: Record) -> None:
    cases, _ = auditing.read(document.read(TEXT), Shelf(trial(), other()))
    assert all(fit(case, source(record)) <= ceiling(case, source(record)) for case in cases)
    assert any(ceiling(case, source(record)) < 0.5 for case in cases)
