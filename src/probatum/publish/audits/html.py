"""`html`: the text marked up, one file that needs nothing else: every sentence carries its verdict and opens its
source."""

from __future__ import annotations

from itertools import groupby

from probatum.model import AuditedSentence, Record, Reference, Report, Span
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import SEVERITIES, card, good, headline, label, place, quote, tone
from probatum.publish.markup import Html, el, raw
from probatum.publish.proof import Marks, panel
from probatum.publish.standalone import asset, document

_SIGNS = {"good": "\u2713", "bad": "\u2717", "open": "?"}


def render(report: Report, *, records: Resolve) -> str:
    """The report as one HTML document; scripts only move the keyboard focus, and nothing is let in or out."""
    marks = _marks(report)
    style = f"{asset('article.css')}\n{asset('audit.css')}\n{marks.style()}\n"
    script = asset("article.js")
    body = el(
        "body",
        el("a", "Skip to the text", href="#text", class_="skip"),
        el("div", _header(report), el("div", _main(report, marks), class_="columns"), class_="page"),
        *_panels(report, marks, records),
        raw("script", script),
    )
    title = f"Audit: {report.title or report.source or 'text'}"
    return document(title, body, style=style, script=script)


def _header(report: Report) -> Html:
    rows = (el("div", el("dt", name), el("dd", value)) for name, value in card(report))
    return el(
        "header",
        el("p", "Probatum \u00b7 audit of a cited text", class_="eyebrow"),
        el("h1", report.title or report.source or "Text without a title"),
        el("p", headline(report), class_=f"notice {'warn' if report.faults else 'good'}"),
        el("div", el("h2", "Score card"), el("dl", *rows, class_="pairs"), class_="reading"),
        *(el("p", note, class_="notice") for note in report.notes),
        class_="masthead",
    )


def _main(report: Report, marks: Marks) -> Html:
    parts = [_faults(report)] if report.faults else []
    parts.append(_text(report, marks))
    parts.append(_references(report))
    if report.omissions:
        items = (el("li", o.text, *(_quoted(s) for s in o.spans[:2])) for o in report.omissions)
        parts.append(el("section", el("h2", "What is left out"), el("ul", *items, class_="checks"), class_="part"))
    engine = f"{report.engine.name} {report.engine.version}, library {report.engine.library_version}"
    return el("main", *parts, el("p", engine, class_="foot"))


def _faults(report: Report) -> Html:
    items = (
        el(
            "li",
            el("a", f"Sentence {s.n}", href=f"#s{s.n}"),
            f": {label(s)}",
            el("small", f" {SEVERITIES[s.severity]}"),
        )
        for s in report.faults
    )
    return el("section", el("h2", "Faults, the most severe first"), el("ol", *items, class_="faults"), class_="part")


def _text(report: Report, marks: Marks) -> Html:
    made: list[Html] = [el("h2", "The text, sentence by sentence")]
    for section, sentences in groupby(report.sentences, key=lambda s: s.section):
        if section:
            made.append(el("h3", section))
        made.extend(_sentence(s, marks) for s in sentences)
    return el("section", *made, class_="part", id="text")


def _sentence(sentence: AuditedSentence, marks: Marks) -> Html:
    kind = tone(sentence)
    records = dict.fromkeys(span.record for span in sentence.spans)
    cites = [
        el(
            "a",
            f"source{f' {at}' if len(records) > 1 else ''}",
            href=f"#c{marks.citations[(str(sentence.n), record)]}",
            class_="cite",
        )
        for at, record in enumerate(records, 1)
    ]
    shown = el("span", _SIGNS[kind], class_="sign", title=label(sentence), aria_hidden="true")
    words = el(
        "p",
        shown,
        el("span", sentence.text, class_="words"),
        el("span", f" ({label(sentence)})", class_="hidden"),
        " ",
        *cites,
    )
    why = (
        el("p", el("strong", label(sentence)), f". {' '.join(sentence.reasons)}", class_="reason")
        if kind != "good"
        else ""
    )
    right = el("p", "Right would be: ", el("b", sentence.figure), class_="reason") if sentence.figure else ""
    quotes = [_quoted(span) for span in sentence.spans[:2]] if kind == "bad" else []
    checks = [
        el("li", el("b", c.check), f": {c.verdict.value} ({c.reason}); answered by {c.answered_by}")
        for c in sentence.checks
    ]
    detail = (
        el("details", el("summary", "Proof"), *quotes, el("ul", *checks, class_="checks")) if quotes or checks else ""
    )
    return el("div", words, why, right, detail, class_=f"said {kind}", id=f"s{sentence.n}")


def _quoted(span: Span) -> Html:
    return el("figure", el("blockquote", quote(span)), el("figcaption", place(span)), class_="quote")


def _references(report: Report) -> Html:
    if not report.references:
        return el("section", el("h2", "References"), el("p", "The text has none.", class_="empty"), class_="part")
    items = []
    for reference in report.references:
        state = reference.state.value + (f": {reference.reason}" if reference.reason else "")
        items.append(
            el(
                "li",
                el("span", str(reference.number), class_="number"),
                reference.text,
                el(
                    "p",
                    f"{reference.record} \u00b7 {state}" if good(reference.state) else state,
                    class_=f"notes{'' if good(reference.state) else ' bad'}",
                ),
            )
        )
    return el("section", el("h2", "References"), el("ol", *items, class_="references-list"), class_="part")


def _marks(report: Report) -> Marks:
    spans: dict[Span, int] = {}
    citations: dict[tuple[str, str], int] = {}
    first: dict[int, Span] = {}
    members: dict[int, tuple[int, ...]] = {}
    for sentence in report.sentences:
        by: dict[str, list[Span]] = {}
        for span in sentence.spans:
            by.setdefault(span.record, []).append(span)
        for record, held in by.items():
            for span in held:
                spans.setdefault(span, len(spans) + 1)
            number = citations.setdefault((str(sentence.n), record), len(citations) + 1)
            first[number] = held[0]
            members[number] = tuple(spans[s] for s in held)
    return Marks(spans, citations, first, members)


def _panels(report: Report, marks: Marks, records: Resolve) -> list[Html]:
    """The sources beside the text. A span holds its record, so the characters shown are those that were checked."""
    held: dict[str, Record] = {}
    for span in marks.spans:
        held.setdefault(span.record, span.source)
    numbers = {r.record: r.number for r in reversed(report.references) if r.record}
    free = max(numbers.values(), default=0)
    made = []
    for record in held.values():
        if record.id not in numbers:
            free += 1
            numbers[record.id] = free
        reference = Reference(
            numbers[record.id], record.id, _citation(record), "", None, record.status.value, "", record.summary
        )
        made.append(panel(reference, record, marks))
    return made


def _citation(record: Record) -> str:
    authors = ", ".join(record.authors[:3]) + (", et al" if len(record.authors) > 3 else "")
    return ". ".join(
        part for part in (authors, record.title.rstrip("."), record.journal, str(record.year or "")) if part
    )


FORMAT = ReportFormat("html", "The text marked up; every sentence opens its source.", ".html", render)
