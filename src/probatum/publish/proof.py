"""The proof in HTML: source texts with the supporting characters marked, and what the checks said of each statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probatum.model import Answer, Cell, Record, Reference, SectionKind, SourceSection, Span, Verdict
from probatum.publish import page
from probatum.publish.markup import Html, el, join, text

WHOLE: Final = 8_000
"""Sections up to this many characters are printed whole; longer ones around what is cited."""
AROUND: Final = 1_500
"""Characters printed before and after what is cited in a longer section."""
CONTEXT: Final = 90
"""Characters of context on either side of a quote in a proof."""
NOTHING: Final = Html("")
_WIDEST_CELL: Final = 100


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers given to every cited span, and to every citation (a statement and one source of it)."""

    spans: Mapping[Span, int]
    citations: Mapping[tuple[str, str], int]
    """(statement id, record) to the citation's number."""
    first: Mapping[int, Span]
    """A citation's number to the span that is scrolled to: the longest, which says most."""
    members: Mapping[int, tuple[int, ...]]
    """A citation's number to the numbers of its spans."""

    @classmethod
    def of(cls, parts: Iterable[page.Part]) -> Marks:
        """Number what the parts cite, in the order of reading."""
        spans: dict[Span, int] = {}
        citations: dict[tuple[str, str], int] = {}
        first: dict[int, Span] = {}
        members: dict[int, tuple[int, ...]] = {}
        for line in (line for part in parts for line in part.lines):
            for citation in line.citations:
                for span in citation.spans:
                    spans.setdefault(span, len(spans) + 1)
                number = citations.setdefault((line.statement.id, citation.record), len(citations) + 1)
                first[number] = max(citation.spans, key=len)
                members[number] = tuple(spans[span] for span in citation.spans)
        return cls(spans, citations, first, members)

    def style(self) -> str:
        """Rules that light up a citation and its characters while it is the page's target; no script is needed."""
        return "\n".join(
            f":root:has(#c{number}:target) :is({','.join(f'.s{span}' for span in spans)})"
            "{background:var(--mark);color:var(--mark-ink)}"
            f'\n:root:has(#c{number}:target) [href="#c{number}"]{{background:var(--accent);color:var(--paper)}}'
            f"\n:root:has(#c{number}:target) .w{number}{{display:block}}"
            for number, spans in self.members.items()
        )


def proof(line: page.Line, report: Html = NOTHING) -> Html:
    """A `<details>` with the verdict, the quoted characters in their context, the arithmetic and every check; and the
    link that reports an error, where there is one."""
    statement = line.statement
    rows = [
        el(
            "p",
            "Verdict: ",
            el("strong", statement.verdict.value),
            f" · {_KIND.get(statement.kind.value, '')} · ",
            el("code", statement.id),
            class_="verdict-line",
        )
    ]
    rows += [_quote(citation, span) for citation in line.citations for span in citation.spans]
    for sum_ in statement.calculation:
        unit = "" if not sum_.unit else f" {sum_.unit}"
        rows.append(
            el("p", "Calculated: ", el("code", f"{sum_.expression} = {sum_.result}{unit}"), class_="calculation")
        )
    if statement.checks:
        checks = (
            el(
                "li",
                el("b", check.check),
                f": {check.verdict.value}",
                f" ({check.reason})" if check.reason else "",
                f"; answered by {check.answered_by}" if check.answered_by not in ("", "rule") else "",
            )
            for check in statement.checks
        )
        rows.append(el("ul", *checks, class_="checks"))
    if report:
        rows.append(el("p", report, class_="report-line"))
    label = el("span", f"Proof of {statement.id}", class_="hidden")
    summary = el("summary", el("span", "Proof", aria_hidden="true"), label)
    return el("details", summary, el("div", *rows, class_="proof-body"), class_="proof")


_KIND: Final = {
    "quoted": "quoted from its source",
    "finding": "stated from a finding",
    "directive": "stated from a label or guideline",
    "calculated": "calculated from its source",
    "pooled": "pooled from several studies",
    "absence": "says what was searched and not found",
    "navigation": "leads the reader and asserts nothing",
}


def _quote(citation: page.Citation, span: Span) -> Html:
    whole = span.source_section.text
    before = whole[max(0, span.start - CONTEXT) : span.start]
    after = whole[span.end : span.end + CONTEXT]
    if span.start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    if span.end + CONTEXT < len(whole):
        after = after.rpartition(" ")[0] + " …"
    where = ", ".join(part for part in (_where(span.source_section), page.pages_of((span,))) if part)
    offsets = f"characters {span.start} to {span.end}"
    place = f"[{citation.label}] {where}, {offsets} · {span.record} version {span.version}"
    return el(
        "figure",
        el("blockquote", before, el("mark", span.quote), after, lang=span.source_section.language),
        el("figcaption", place),
        class_="quote",
    )


def _where(section: SourceSection) -> str:
    name = _PLACES.get(section.kind, "")
    heading = section.heading.capitalize() if section.heading.isupper() else section.heading
    if heading.casefold().startswith(name.casefold()):
        return heading or name or section.id
    return ", ".join(part for part in (name, heading) if part)


_PLACES: Final = {
    SectionKind.ABSTRACT: "Abstract",
    SectionKind.TITLE: "Title",
    SectionKind.TABLE: "Table",
    SectionKind.CAPTION: "Figure caption",
}


def panel(reference: Reference, record: Record | None, marks: Marks, *held: Html) -> Html:
    """The source beside the article: whole where it is short, around what is cited where it is long; above its text
    what `held` says of each citation."""
    pages = page.pages_of(span for span in marks.spans if span.record == reference.record)
    head = [
        el(
            "div",
            el("h3", f"Source {reference.number}", id=f"source-{reference.number}-title", tabindex="-1"),
            el("a", "Close", href="#closed", class_="close"),
            class_="bar",
        ),
        el("p", reference.citation, class_="citation"),
        el("p", page.reference_notes(reference, pages), class_=f"notes{' bad' if is_bad(reference) else ''}"),
        el("p", *addresses(reference, record), class_="links"),
    ]
    if reference.summary:
        head.append(el("p", "This text is a summary written for Probatum, not the source's own words.", class_="note"))
    head += held
    body = _sections(record, marks) if record is not None else [el("p", "Its text is not in this file.", class_="note")]
    number = f"source-{reference.number}"
    return el("section", *head, *body, class_="source", id=number, aria_labelledby=f"{number}-title")


def held_up(line: page.Line, citation: page.Citation, marks: Marks, answer: Answer) -> Html:
    """What the checks said of a sentence, and the certainty of its outcomes step by step: seen beside the source while
    that citation is the page's target."""
    statement = line.statement
    failed = [c for c in statement.checks if c.verdict is not Verdict.SUPPORTED]
    passed = [c.check for c in statement.checks if c.verdict is Verdict.SUPPORTED]
    rows = [el("p", "Verdict: ", el("strong", statement.verdict.value), class_="verdict-line")]
    if passed:
        rows.append(el("p", f"Checks passed ({len(passed)}): {', '.join(passed)}."))
    rows += [el("p", f"{c.check}: {c.verdict.value}", f" ({c.reason})" if c.reason else "") for c in failed]
    for one in answer.certainty:
        if one.outcome.casefold() in statement.text.casefold():
            steps = "; ".join(page.step_lines(answer, one))
            rows.append(el("p", f"Certainty of {page.certainty_words(one)}{': ' if steps else ''}{steps}."))
    number = marks.citations[statement.id, citation.record]
    return el("div", *rows, class_=f"why-here w{number}")


def is_bad(reference: Reference) -> bool:
    """True when the reference is no evidence without a warning."""
    return reference.status not in ("current", "corrected")


def addresses(reference: Reference, record: Record | None) -> list[Html]:
    """Links of a reference; each opens on the web, only when it is clicked."""
    made: list[Html] = []
    for label, address in page.links(reference, record):
        made += [el("a", label, href=address, rel="noopener noreferrer external"), text(" ")]
    return made[:-1]


def _sections(record: Record, marks: Marks) -> list[Html]:
    cited = {span.section for span in marks.spans if span.record == record.id and span.version == record.version}
    shown = [s for s in record.sections if s.id in cited or s.kind is SectionKind.ABSTRACT]
    made = [_section(record, section, marks) for section in shown]
    left = (
        len(record.sections)
        - len(shown)
        - any(s.kind is SectionKind.TITLE and s.id not in cited for s in record.sections)
    )
    if left > 0:
        count = f"{left} further section{'s' if left > 1 else ''} not shown here"
        words = f"{count}; where Probatum is installed, this prints the whole: "
        made.append(el("p", words, el("code", f"probatum show {record.id}"), class_="note"))
    made.append(el("p", f"{record.id}, version {record.version}", class_="note"))
    return made


def _section(record: Record, section: SourceSection, marks: Marks) -> Html:
    spans = [(s.start, s.end, n) for s, n in marks.spans.items() if _in(s, record, section)]
    anchors = sorted((s.start, n) for n, s in marks.first.items() if _in(s, record, section))
    writer = _Writer(section.text, spans, anchors)
    body = (
        _table(section.cells, writer)
        if section.cells
        else el("p", *_windows(section.text, spans, writer), class_="words")
    )
    named = [_where(section), page.pages_of(s for s in marks.spans if _in(s, record, section))]
    return el(
        "div", el("h4", ", ".join(part for part in named if part)), body, class_="source-section", lang=section.language
    )


def _in(span: Span, record: Record, section: SourceSection) -> bool:
    return (span.record, span.version, span.section) == (record.id, record.version, section.id)


def _windows(whole: str, spans: list[tuple[int, int, int]], writer: _Writer) -> list[Html]:
    """The text, or the stretches of a long text around its spans with the gaps said."""
    if len(whole) <= WHOLE:
        return [writer.write(0, len(whole))]
    made: list[Html] = []
    at = 0
    for start, end in _stretches(spans or [(0, AROUND, 0)], len(whole)):
        if start > at:
            made.append(el("span", f" [… {start - at:,} characters not shown …] ", class_="gap"))
        made.append(writer.write(start, end))
        at = end
    if at < len(whole):
        made.append(el("span", f" [… {len(whole) - at:,} characters not shown …]", class_="gap"))
    return made


def _stretches(spans: Iterable[tuple[int, int, int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end, _ in sorted(spans):
        low, high = max(0, start - AROUND), min(length, end + AROUND)
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _table(cells: tuple[Cell, ...], writer: _Writer) -> Html:
    rows: dict[int, list[Html]] = {}
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        made = el(
            "th" if cell.header else "td",
            writer.write(cell.start, cell.end),
            rowspan=str(min(cell.row_span, _WIDEST_CELL)) if cell.row_span > 1 else "",
            colspan=str(min(cell.column_span, _WIDEST_CELL)) if cell.column_span > 1 else "",
        )
        rows.setdefault(cell.row, []).append(made)
    body = el("tbody", *(el("tr", *row) for row in rows.values()))
    return el("div", el("table", body), class_="scroll", tabindex="0", role="group", aria_label="Table of the source")


class _Writer:
    """Writes stretches of one section, in order, with its spans marked and an anchor where each citation begins."""

    def __init__(self, whole: str, spans: list[tuple[int, int, int]], anchors: list[tuple[int, int]]) -> None:
        self._whole = whole
        self._spans = spans
        self._anchors = anchors
        self._edges = sorted({edge for start, end, _ in spans for edge in (start, end)})

    def write(self, start: int, end: int) -> Html:
        """Characters `start` to `end`."""
        inside = [edge for edge in self._edges if start < edge < end]
        return join(*(self._piece(a, b) for a, b in pairwise([start, *inside, end]) if a < b))

    def _piece(self, start: int, end: int) -> Html:
        made: list[Html] = []
        while self._anchors and self._anchors[0][0] < end:
            made.append(el("span", id=f"c{self._anchors.pop(0)[1]}", class_="at"))
        classes = " ".join(f"s{number}" for low, high, number in self._spans if low <= start and end <= high)
        words = text(self._whole[start:end])
        return join(*made, el("mark", words, class_=classes) if classes else words)
