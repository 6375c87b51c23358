"""`csv`: the evidence table of the article for a spreadsheet (RFC 4180, with a byte order mark for Excel)."""

from __future__ import annotations

import csv
import io

from probatum.model import Answer
from probatum.publish.formats import Format, Resolve
from probatum.publish.tables.csv import BYTE_ORDER_MARK, cell

COLUMNS = ("reference", "study", "design", "n", "outcome", "measure", "arms", "result", "interval", "p", "judged")


def render(answer: Answer, *, records: Resolve) -> str:
    """The header and one line a row of the evidence table, with the certainty of its outcome and the record."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*COLUMNS, "certainty", "record"))
    for row in answer.evidence:
        values = [row.reference, row.study, row.design, "" if row.n is None else row.n, row.outcome, row.measure]
        values += ["; ".join(row.arms), row.result, row.interval, row.p, row.judged, row.certainty, row.record]
        writer.writerow(cell(str(value)) for value in values)
    return BYTE_ORDER_MARK + out.getvalue()


FORMAT = Format("csv", "The evidence table for a spreadsheet.", ".csv", render, part="evidence table")
