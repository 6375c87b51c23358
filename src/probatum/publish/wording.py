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
    """Measure with its value, and the interval."""
    return gap.join(part for part in (f"{row.measure} {row.result}".strip(), row.interval) if part)


def test_words(row: EvidenceRow, gap: str) -> str:
    """The p value and how it was judged."""
    return gap.join(part for part in (row.p, row.judged) if part)
