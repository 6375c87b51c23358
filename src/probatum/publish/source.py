"""One source as text, with the characters a statement rests on marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rich.padding import Padding
from rich.text import Text

from probatum.model import Record, RecordStatus, SectionKind, SourceSection, Span, Statement
from probatum.publish.page import pages_of, visible
from probatum.publish.terminal import drawing, drawn

OPEN: Final = "⟦"
CLOSE: Final = "⟧"
"""What marks characters where there is no colour."""


def pieces(section: SourceSection, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """The section's text cut where marking begins and ends: (characters, marked). Joined they are the text."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans if span.section == section.id):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    starts = {start for start, _ in merged}
    edges = [0, *(edge for pair in merged for edge in pair), len(section.text)]
    return [(section.text[a:b], a in starts) for a, b in pairwise(edges) if a < b]


def render(
    record: Record,
    spans: Iterable[Span],
    *,
    statement: Statement | None = None,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The whole record; `spans` of other records are ignored. Nothing is truncated."""
    console, out = drawing(width, colour=colour)
    own = [span for span in spans if (span.record, span.version) == (record.id, record.version)]
    for line in _head(record, own, statement, colour):
        console.print(line, overflow="fold")
    for section in record.sections:
        if section.kind is SectionKind.TITLE and section.text == record.title and not _cited(section, own):
            continue
        console.print()
        console.print(Text(visible(_name(section, own)), style="bold cyan"), overflow="fold")
        console.print(Padding(_body(section, own, colour), (0, 0, 0, 2)), overflow="fold")
    return drawn(out)


def _cited(section: SourceSection, spans: Iterable[Span]) -> bool:
    return any(span.section == section.id for span in spans)


def _head(record: Record, spans: list[Span], statement: Statement | None, colour: bool) -> list[Text]:
    lines = [Text(visible(record.title or "(no title)"), style="bold")]
    who = ". ".join(
        part for part in (", ".join(record.authors), record.journal, record.date or str(record.year or "")) if part
    )
    if who:
        lines.append(Text(visible(who)))
    names = ", ".join(dict.fromkeys((record.id, *map(str, record.identifiers))))
    lines.append(Text(visible(f"{names} · {record.kind.value} · version {record.version}"), style="dim"))
    said = (("Issued by", record.issuer), ("Country", record.country), ("Edition", record.edition))
    issued = [f"{name}: {value}" for name, value in (*said, ("Grading", record.grading)) if value]
    if issued:
        lines.append(Text(visible(" · ".join(issued)), style="dim"))
    if record.status is not RecordStatus.CURRENT:
        lines.append(Text(f"Status: {record.status.value}", style="bold red"))
    if record.summary:
        lines.append(Text("This text is a summary written for Probatum, not the source's own words.", style="italic"))
    if statement is not None:
        lines += [
            Text(),
            Text(f"{visible(statement.id)}: ", style="bold").append(visible(statement.text), style="not bold"),
        ]
        lines.append(Text(f"Verdict: {statement.verdict.value}", style="bold"))
        for check in statement.checks:
            reason = f" ({check.reason})" if check.reason else ""
            lines.append(Text(visible(f"  {check.check}: {check.verdict.value}{reason}"), style="dim"))
    if spans and not colour:
        lines += [Text(), Text(f"What it rests on is marked like this: {OPEN} {CLOSE}")]
    return lines


def _name(section: SourceSection, spans: Iterable[Span]) -> str:
    """Its id and heading, and the pages of what is marked in it."""
    pages = pages_of(span for span in spans if span.section == section.id)
    name = f"[{section.id}] {section.heading}".rstrip()
    return f"{name} ({pages})" if pages else name


def _body(section: SourceSection, spans: list[Span], colour: bool) -> Text:
    body = Text()
    for words, marked in pieces(section, spans):
        shown = visible(words)
        if section.kind is SectionKind.TABLE:
            shown = shown.replace("\t", " | ")
        if marked:
            shown = shown if colour else f"{OPEN}{shown}{CLOSE}"
            body.append(shown, style="black on yellow")
        else:
            body.append(shown)
    return body
