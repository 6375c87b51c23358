"""`csv`: one row a sentence."""

from __future__ import annotations

import csv
import io

from probatum.model import Report
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import place, quote

HEAD = ("n", "text", "citations", "verdict", "category", "severity", "reasons", "figure", "source", "quote")


def render(report: Report, *, records: Resolve) -> str:
    """RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for sentence in report.sentences:
        first = sentence.spans[0] if sentence.spans else None
        cells = (
            str(sentence.n),
            sentence.text,
            ", ".join(map(str, sentence.citations)),
            sentence.verdict.value,
            sentence.category.value if sentence.category else "",
            sentence.severity.value,
            " ".join(sentence.reasons),
            sentence.figure,
            place(first) if first else "",
            quote(first) if first else "",
        )
        writer.writerow([_plain(cell) for cell in cells])
    return out.getvalue()


def _plain(cell: str) -> str:
    return (
        f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "\r") or (cell[:1] == "-" and not cell[1:2].isdigit()) else cell
    )


FORMAT = ReportFormat("csv", "One row a sentence.", ".csv", render)
