"""`csv`: the evidence table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, so that Excel reads it right).

A cell that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io

from probatum.apply import Context
from probatum.publish.page import visible
from probatum.publish.tables.rows import COLUMNS, rows
from probatum.text.expressions import expression

BYTE_ORDER_MARK = "\ufeff"
FORMULA = expression(r"[=+@\t\r]|-(?!\d|\.\d)")
"""What makes a spreadsheet run a cell (OWASP, CSV injection)."""


def render(context: Context) -> str:
    """The header and one line a finding."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows(context.appraisals):
        writer.writerow({name: cell(value) for name, value in row.items()})
    return BYTE_ORDER_MARK + out.getvalue()


def cell(value: str) -> str:
    """A value that no spreadsheet runs."""
    shown = visible(value)
    return f"'{shown}" if FORMULA.match(shown) else shown
