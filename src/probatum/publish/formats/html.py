"""`html`: the article as one file that needs nothing else, with every source it rests on inside.

A click on a citation opens the source beside the text with the supporting characters marked. That works by `:target`
alone; the script only moves the keyboard focus. The page's own policy lets nothing in and nothing out.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import NamedTuple

from probatum.model import Answer, Certainty, EvidenceRow, Kind, Record
from probatum.publish import page
from probatum.publish.formats import Format, Resolve
from probatum.publish.markup import Html, el, join, raw, unbroken
from probatum.publish.plots.algorithm import algorithm
from probatum.publish.plots.icons import icons
from probatum.publish.proof import Marks, addresses, is_bad, panel, proof
from probatum.publish.wording import result_words, test_words
from probatum.text import pooling


class Pieces(NamedTuple):
    """The article in pieces, for a page that has a frame of its own."""

    header: Html
    reading: Html
    """How the question was read."""
    contents: Html
    main: Html
    footer: Html
    panels: Html
    """The texts of its sources, each hidden until a citation of it is the page's target."""
    style: str
    """Rules that light up what a citation rests on; they belong to this article alone."""


def pieces(answer: Answer, *, records: Resolve) -> Pieces:
    """The article in pieces; element ids are those of the whole page."""
    parts = page.parts(answer)
    sources = page.sources(answer, records)
    marks = Marks.of(parts)
    return Pieces(
        _header(answer),
        _reading(answer),
        _contents(parts),
        _main(answer, parts, sources, marks),
        _footer(answer),
        _panels(answer, sources, marks),
        marks.style(),
    )


def render(answer: Answer, *, records: Resolve) -> str:
    """The whole article as one HTML document."""
    made = pieces(answer, records=records)
    style = f"{_asset('article.css')}\n{made.style}\n"
    script = _asset("article.js")
    body = el(
        "body",
        el("a", "Skip to the answer", href="#bottom_line", class_="skip"),
        el(
            "div",
            made.header,
            made.reading,
            el("div", made.contents, made.main, class_="columns"),
            made.footer,
            class_="page",
        ),
        made.panels,
        raw("script", script),
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{_head(answer, style, script)}\n{body}\n</html>\n'


def _asset(name: str) -> str:
    return files("probatum.publish").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _head(answer: Answer, style: str, script: str) -> Html:
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content=f"{answer.engine.name} {answer.engine.version}"),
        el("title", answer.title),
        raw("style", style),
    )


def _header(answer: Answer) -> Html:
    status = answer.status
    made = [
        el("p", "Probatum · clinical evidence answer", class_="eyebrow"),
        el("h1", answer.title),
        el("p", f"“{answer.question.typed}”", class_="typed"),
        el("p", page.byline(answer), class_="byline"),
        *(el("p", words, class_="notice ask", role="alert") for words in page.choices(answer.question)),
        *(el("p", el("b", "Warning: "), words, class_="notice warn", role="note") for words in page.notices(answer)),
        el("p", f"{status.text} {status.caution}".strip(), class_="notice" if status.caution else "notice good"),
    ]
    return el("header", *made, id="top", class_="masthead")


def _reading(answer: Answer) -> Html:
    readings = [
        el(
            "div",
            el("dt", what),
            el(
                "dd",
                el("span", before, class_="before"),
                " → ",
                el("strong", after),
                el("span", f" {why}", class_="why"),
            ),
        )
        for what, before, after, why in page.readings(answer.question)
    ]
    made = [el("h2", "Read as", id="read-as"), el("p", answer.question.read)]
    if readings:
        made.append(el("dl", *readings, class_="pairs"))
    understood = [el("div", el("dt", name), el("dd", words)) for name, words in page.pico(answer)]
    if understood:
        made.append(el("dl", *understood, class_="pico"))
    return el("section", *made, class_="reading", aria_labelledby="read-as")


def _before(words: str) -> list[str]:
    return [el("span", words, class_="before"), " → "] if words else []


def _contents(parts: tuple[page.Part, ...]) -> Html:
    links = (el("li", el("a", part.title, href=f"#{part.id}")) for part in parts)
    tip = el("p", "Select a number to see the words of the source that a sentence rests on.", class_="tip")
    return el("nav", el("h2", "On this page"), el("ol", *links), tip, aria_label="On this page", class_="contents")


def _main(answer: Answer, parts: tuple[page.Part, ...], sources: dict[str, Record], marks: Marks) -> Html:
    return el("main", *(_part(answer, part, sources, marks) for part in parts), id="answer")


def _part(answer: Answer, part: page.Part, sources: dict[str, Record], marks: Marks) -> Html:
    own = {"references": _references, "search": _search, "disclaimer": _disclaimer, "review": _review}.get(part.id)
    made = [el("h2", part.title, id=f"{part.id}-title")]
    if own is not None:
        made.append(own(answer, sources))
    if part.lines:
        made.append(el("ol" if part.id == "algorithm" else "ul", *(_line(line, marks) for line in part.lines)))
    elif part.empty:
        made.append(el("p", part.empty, class_="empty"))
    if part.notes:
        made.append(el("ul", *(el("li", note) for note in part.notes)))
    if part.entries:
        pairs = (el("div", el("dt", el("dfn", term)), el("dd", meaning)) for term, meaning in part.entries)
        made.append(el("dl", *pairs, class_="pairs"))
    if part.id == "algorithm":
        made.append(_diagram(part))
    if part.id == "evidence":
        made += [*_icons(answer, part), *_plots(answer), _certainties(answer), _evidence(answer)]
    return el("section", *made, id=part.id, class_=f"part {part.id}", aria_labelledby=f"{part.id}-title")


def _icons(answer: Answer, part: page.Part) -> list[Html]:
    """For readers of plain words, 100 people with a treatment and 100 without, where a sentence counts them."""
    if not answer.reader.plain:
        return []
    drawn = (icons(line.words) for line in part.lines if line.statement.kind is Kind.CALCULATED)
    return [el("figure", picture, class_="icons") for picture in drawn if picture]


def _plots(answer: Answer) -> list[Html]:
    """A forest plot of every pooled result; it scrolls where the page is narrow."""
    if not page.pooled(answer):
        return []
    from probatum.publish.plots.forest import forest  # imported here: few answers have a plot

    plots = ((forest(pooled), pooling.title(pooled)) for pooled in page.pooled(answer))
    return [
        el("figure", drawn, class_="scroll plot", tabindex="0", role="group", aria_label=f"Forest plot: {name}")
        for drawn, name in plots
    ]


def _diagram(part: page.Part) -> Html:
    """The steps as a diagram, folded: the words above it say the same with their proof."""
    drawn = algorithm(part)
    if not drawn:
        return Html("")
    return el("details", el("summary", "Show the steps as a diagram"), el("figure", drawn), class_="path")


def _line(line: page.Line, marks: Marks) -> Html:
    label, rest = page.lead(line)
    words: list[str] = [el("b", label) if label else "", unbroken(rest)]
    if line.step:
        words.insert(0, el("span", line.step, class_="step"))
    if line.citations:
        words.append(el("sup", *_cites(line, marks), class_="cites"))
    if line.directness:
        words += [" ", el("em", line.directness, class_="directness")]
    if line.verdict:
        words += [" ", el("strong", line.verdict, class_="verdict")]
    branch = " branch" if line.branch else ""
    made = [el("p", *words)]
    if line.statement.supports:
        made.append(proof(line))
    return el("li", *made, id=line.statement.id, class_=f"statement{branch}")


def _cites(line: page.Line, marks: Marks) -> list[str]:
    made: list[str] = []
    for citation in line.citations:
        number = marks.citations[line.statement.id, citation.record]
        label = f"Source {citation.label}: show the words this rests on"
        target = f"#c{number}" if citation.number else f"#{line.statement.id}"
        made.append(el("a", citation.label, href=target, class_="cite", aria_label=label))
    return made


def _certainties(answer: Answer) -> Html:
    if not answer.certainty:
        return Html("")
    rows = (_certainty(answer, certainty) for certainty in answer.certainty)
    return el("div", el("h3", page.certainty_title(answer)), *rows, class_="certainties")


def _certainty(answer: Answer, certainty: Certainty) -> Html:
    level = certainty.level.value
    head = el(
        "p",
        el("b", certainty.outcome),
        ": ",
        el(
            "span",
            level,
            " ",
            el("span", page.marks(certainty.level), aria_hidden="true"),
            class_=f"level {level.replace(' ', '-')}",
        ),
    )
    steps = [el("li", step) for step in page.step_lines(answer, certainty)]
    return el("div", head, *([el("ul", *steps)] if steps else []), class_="certainty")


def _evidence(answer: Answer) -> Html:
    if not page.evidence(answer):
        return Html("")
    head = el("tr", *(el("th", name, scope="col") for name in ("Study", "Outcome", "Arms", "Result", "Test")))
    rows = (_row(row) for row in answer.evidence)
    table = el("table", el("caption", "Evidence table"), el("thead", head), el("tbody", *rows), class_="evidence-table")
    return el("div", table, class_="scroll", tabindex="0", role="group", aria_label="Evidence table")


def _row(row: EvidenceRow) -> Html:
    size = f"n = {row.n:,}" if row.n is not None else "n not reported"
    cite = el(
        "a", str(row.reference), href=f"#source-{row.reference}", class_="cite", aria_label=f"Source {row.reference}"
    )
    study = join(el("b", row.study), el("sup", cite, class_="cites"), el("br"), row.design, el("br"), size)
    certainty = join(el("br"), el("small", f"certainty: {row.certainty}")) if row.certainty else ""
    cells = {
        "Outcome": join(row.outcome, certainty),
        "Arms": _broken(row.arms),
        "Result": _broken(result_words(row, "\n").split("\n")),
        "Test": _broken(test_words(row, "\n").split("\n")),
    }
    head = el("th", el("div", study), scope="row", data_label="Study")
    return el("tr", head, *(el("td", el("div", words), data_label=name) for name, words in cells.items()))


def _broken(lines: tuple[str, ...] | list[str]) -> Html:
    made: list[str] = []
    for line in lines:
        made += [line, el("br")]
    return join(*made[:-1])


def _references(answer: Answer, sources: dict[str, Record]) -> Html:
    if not answer.references:
        return el("p", "No source was used.", class_="empty")
    pages = page.cited_pages(answer)
    rows = (
        el(
            "li",
            el(
                "a",
                str(r.number),
                href=f"#source-{r.number}",
                class_="number",
                aria_label=f"Source {r.number}: show its text",
            ),
            el("p", r.citation),
            el("p", page.reference_notes(r, pages.get(r.record, "")), class_=f"notes{' bad' if is_bad(r) else ''}"),
            el("p", *addresses(r, sources.get(r.record)), class_="links"),
            id=f"ref-{r.number}",
        )
        for r in answer.references
    )
    return el("ol", *rows, class_="references-list")


def _search(answer: Answer, sources: dict[str, Record]) -> Html:
    account = page.search_account(answer.search, plain=answer.reader.plain)
    rows = (el("div", el("dt", label), el("dd", _broken(lines))) for label, lines in account)
    return el("dl", *rows, class_="pairs")


def _disclaimer(answer: Answer, sources: dict[str, Record]) -> Html:
    return el("p", answer.disclaimer) if answer.disclaimer else Html("")


def _review(answer: Answer, sources: dict[str, Record]) -> Html:
    left_out = page.withheld(answer)
    made = [el("p", line) for line in page.review_lines(answer)]
    if left_out:
        summary = el("summary", f"Sentences left out because a check failed: {len(left_out)}")
        made.append(el("details", summary, el("ul", *(el("li", line) for line in left_out)), class_="withheld"))
    return join(*made)


def _footer(answer: Answer) -> Html:
    engine = answer.engine
    versions = [
        f"{engine.name} {engine.version}",
        f"library {engine.library_version}" if engine.library_version else "",
    ]
    versions.append(f"vocabulary {engine.vocabulary}" if engine.vocabulary else "")
    return el("footer", el("p", " · ".join(v for v in versions if v)), class_="foot")


def _panels(answer: Answer, sources: dict[str, Record], marks: Marks) -> Html:
    panels = (panel(reference, sources.get(reference.record), marks) for reference in answer.references)
    title = el("h2", "Source texts", id="sources-title", class_="hidden")
    return el("aside", title, *panels, class_="sources", aria_labelledby="sources-title")


FORMAT = Format("html", "One self-contained page; a click on a citation opens the source's words.", ".html", render)
