"""`json`: the report as data, with the spans and what they quote."""

from __future__ import annotations

import json

from probatum.model import Report
from probatum.model.wire import to_builtins
from probatum.publish.audits import ReportFormat, Resolve

SENTENCE = ("n", "text", "citations", "verdict", "category", "reasons", "spans", "figure", "severity")
REFERENCE = ("number", "text", "record", "state")


def render(report: Report, *, records: Resolve) -> str:
    """RFC 8259; keys in a fixed order."""
    made = to_builtins(report)
    ordered = {
        "schema": made["schema"],
        "title": made["title"],
        "source": made["source"],
        "sentences": [{k: s[k] for k in SENTENCE} for s in made["sentences"]],
        "references": [{k: r[k] for k in (*REFERENCE, "reason")} for r in made["references"]],
        "score": made["score"],
        "omissions": made["omissions"],
        "notes": made["notes"],
        "engine": made["engine"],
    }
    return json.dumps(ordered, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


FORMAT = ReportFormat("json", "Everything as data.", ".json", render)
