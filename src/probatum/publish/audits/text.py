"""`text`: for a terminal: the score card, the faults with what the source says, then every sentence in a line."""

from __future__ import annotations

import textwrap

from probatum.model import AuditedSentence, Report
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import SEVERITIES, card, good, headline, label, place, quote, tone
from probatum.publish.page import visible

WIDTH = 100
_SIGNS = {"good": "+", "bad": "!", "open": "?"}


def render(report: Report, *, records: Resolve) -> str:
    """Plain text, 100 columns; control characters are made visible."""
    lines = [visible(report.title or report.source or "Audit"), "=" * 60, headline(report), ""]
    lines += [f"{name + ':':44}{value}" for name, value in card(report)]
    lines += ["", *(_wrapped(f"Note: {note}") for note in report.notes)]
    faults = report.faults
    if faults:
        lines += ["", "FAULTS, the most severe first", "-" * 60]
        for sentence in faults:
            lines += _fault(sentence)
    lines += ["", "EVERY SENTENCE", "-" * 60]
    section = ""
    for sentence in report.sentences:
        if sentence.section != section:
            section = sentence.section
            lines += ["", visible(section)]
        sign = _SIGNS[tone(sentence)]
        lines.append(_wrapped(f"{sign} {sentence.n:>3}  {sentence.text}", "       "))
        if tone(sentence) == "open":
            lines.append(_wrapped(f"       {sentence.verdict.value}: {' '.join(sentence.reasons)}", "       "))
    lines += ["", f"{'+'} supported   {'!'} fault   {'?'} not checked", "", "REFERENCES", "-" * 60]
    for reference in report.references:
        sign = "+" if good(reference.state) else "!"
        told = f" [{reference.state.value}{f': {reference.reason}' if reference.reason else ''}]"
        held = f" = {reference.record}" if good(reference.state) else ""
        lines.append(
            _wrapped(
                f"{sign} {reference.number:>3}  "
                f"{reference.text}{held}{told if not good(reference.state) or reference.reason else ''}",
                "       ",
            )
        )
    if report.omissions:
        lines += ["", "WHAT IS LEFT OUT", "-" * 60]
        for omission in report.omissions:
            lines.append(_wrapped(f"- {omission.text}", "  "))
            lines += [_wrapped(f"  {place(s)}: \u201c{quote(s)}\u201d", "    ") for s in omission.spans[:2]]
    lines += ["", f"{report.engine.name} {report.engine.version}, library {report.engine.library_version}", ""]
    return "\n".join(lines)


def _fault(sentence: AuditedSentence) -> list[str]:
    made = [
        "",
        _wrapped(f"{sentence.n}. {sentence.text}", "   "),
        _wrapped(
            f"   {label(sentence)}{f' ({SEVERITIES[sentence.severity]})' if sentence.severity.value else ''}", "   "
        ),
    ]
    made += [_wrapped(f"   {reason}", "   ") for reason in sentence.reasons]
    if sentence.figure:
        made.append(_wrapped(f"   Right would be: {sentence.figure}", "   "))
    made += [_wrapped(f"   {place(span)}: \u201c{quote(span)}\u201d", "     ") for span in sentence.spans[:2]]
    return made


def _wrapped(words: str, indent: str = "") -> str:
    return textwrap.fill(
        visible(words), WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


FORMAT = ReportFormat("text", "For a terminal: score card, faults, every sentence.", ".txt", render)
