"""`sarif`: faults as findings with their place in the file, as code scanning shows them (SARIF 2.1.0)."""

from __future__ import annotations

import json
from typing import Any

from probatum.model import AuditedSentence, Fault, Report, Severity
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import FAULTS, label, place, quote

_LEVELS = {Severity.SEVERE: "error", Severity.MODERATE: "warning", Severity.MINOR: "note", Severity.NONE: "warning"}


def render(report: Report, *, records: Resolve) -> str:
    """One run; a result is found again by the text of its sentence."""
    rules = [{"id": f.value, "shortDescription": {"text": FAULTS[f]}} for f in Fault]
    driver = {"name": report.engine.name, "version": report.engine.version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, s) for s in report.faults],
    }
    whole = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _result(report: Report, sentence: AuditedSentence) -> dict[str, Any]:
    said = [f"{label(sentence)}. {' '.join(sentence.reasons)}"]
    said += [f"{place(s)}: \u201c{quote(s)}\u201d" for s in sentence.spans[:1]]
    region = {
        "snippet": {"text": sentence.text},
        "charOffset": sentence.start,
        "charLength": sentence.end - sentence.start,
    }
    where = {"physicalLocation": {"artifactLocation": {"uri": report.source or "text"}, "region": region}}
    return {
        "ruleId": sentence.category.value if sentence.category else sentence.verdict.value,
        "level": _LEVELS[sentence.severity],
        "message": {"text": " ".join(said)},
        "locations": [where],
    }


FORMAT = ReportFormat("sarif", "SARIF 2.1.0, for code scanning.", ".sarif", render)
