"""Words of an evidence row, the same in every format."""

from __future__ import annotations

from probatum.model import EvidenceRow


def study_words(row: EvidenceRow, gap: str) -> str:
    """Study with its reference number, design and n."""
    size = f"n = {row.n:,}" if row.n is not None else "n not reported"
    return gap.join(part for part in (f"{row.study} [{row.reference}]", row.design, size) if part)


def outcome_words(row: EvidenceRow) -> str:
    """Outcome with the certainty of its evidence."""
    return f"{row.outcome} (certainty: {row.certainty})" if row.certainty else row.outcome


def result_words(row: EvidenceRow, gap: str) -> str:
    """Measure with its value, and the interval or that none is reported."""
    measure = "" if row.measure == "p value only" else row.measure
    interval = "no interval reported" if row.interval in ("", "not reported") else row.interval
    return gap.join(part for part in (f"{measure} {row.result}".strip(), interval) if part)


def test_words(row: EvidenceRow, gap: str) -> str:
    """The p value and how it was judged, or that none is reported."""
    if row.p in ("", "not reported"):
        return "no p value reported"
    return gap.join(part for part in (row.p, row.judged) if part)
