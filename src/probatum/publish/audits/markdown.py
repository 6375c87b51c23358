"""`markdown`: the report as a page of Markdown, for a pull request or a wiki."""

from __future__ import annotations

from probatum.model import AuditedReference, Report
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import SEVERITIES, card, good, headline, label, place, quote
from probatum.publish.page import visible
from probatum.text.expressions import expression

_SPECIAL = expression(r"([\\`*_{}\[\]<>#|])")


def render(report: Report, *, records: Resolve) -> str:
    """CommonMark with tables; what was audited is escaped."""
    lines = [f"# Audit: {_safe(report.title or report.source or 'text')}", "", headline(report), ""]
    lines += ["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in card(report)), ""]
    lines += [f"> {_safe(note)}" for note in report.notes]
    if report.faults:
        lines += ["", "## Faults, the most severe first", ""]
        for sentence in report.faults:
            severity = SEVERITIES[sentence.severity]
            lines.append(f"- **{sentence.n}.** {_safe(sentence.text)}")
            lines.append(
                f"  - **{label(sentence)}**{f' ({severity})' if severity else ''}. {_safe(' '.join(sentence.reasons))}"
            )
            if sentence.figure:
                lines.append(f"  - Right would be: {_safe(sentence.figure)}")
            lines += [f"  - {_safe(place(s))}: \u201c{_safe(quote(s))}\u201d" for s in sentence.spans[:2]]
    lines += ["", "## Every sentence", "", "| n | sentence | verdict | why |", "|---|---|---|---|"]
    lines += [f"| {s.n} | {_safe(s.text)} | {label(s)} | {_safe(' '.join(s.reasons))} |" for s in report.sentences]
    lines += ["", "## References", "", "| n | reference | state |", "|---|---|---|"]
    lines += [f"| {r.number} | {_safe(r.text)} | {_state(r)} |" for r in report.references]
    if report.omissions:
        lines += ["", "## What is left out", "", *(f"- {_safe(o.text)}" for o in report.omissions)]
    lines += ["", f"{report.engine.name} {report.engine.version}, library {report.engine.library_version}", ""]
    return "\n".join(lines)


def _state(reference: AuditedReference) -> str:
    named = f" ({_safe(reference.record)})" if good(reference.state) else ""
    return f"{reference.state.value}{named}{f': {_safe(reference.reason)}' if reference.reason else ''}"


def _safe(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(" ".join(words.split())))


FORMAT = ReportFormat("markdown", "A page of Markdown, for a pull request or a wiki.", ".md", render)
