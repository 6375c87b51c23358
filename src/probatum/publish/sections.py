"""A section of the article in HTML: its sentences with their citations, its figures, its references."""

from __future__ import annotations

from typing import NamedTuple

from probatum.model import Answer, Certainty, EvidenceRow, Kind, Record
from probatum.publish import page
from probatum.publish.markup import Html, el, join, unbroken
from probatum.publish.plots.algorithm import algorithm
from probatum.publish.plots.icons import icons
from probatum.publish.proof import Marks, addresses, is_bad, proof
from probatum.publish.wording import result_words, test_words
from probatum.text import pooling


class Setting(NamedTuple):
    """What the sections of one article are set from."""

    answer: Answer
    sources: dict[str, Record]
    marks: Marks
    report: str = ""
    """Address of a form for errors, to which the name of a sentence is added; empty where there is none."""


def section(setting: Setting, part: page.Part, *, level: int = 2, drawn: bool = True) -> Html:
    """One part, headed at that level; `drawn` False leaves its figures to who calls."""
    answer = setting.answer
    own = {"references": _references, "search": _search, "disclaimer": _disclaimer, "review": _review}.get(part.id)
    made = [el(f"h{level}", part.title, id=f"{part.id}-title")]
    if own is not None:
        made.append(own(answer, setting.sources))
    if part.lines:
        shown = (_paragraph(lines, setting) for lines in page.paragraphs(part))
        made.append(el("ol" if part.id == "algorithm" else "ul", *shown))
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
        made += [*(figures(answer, part, level + 1) if drawn else ()), _evidence(answer)]
    return el("section", *made, id=part.id, class_=f"part {part.id}", aria_labelledby=f"{part.id}-title")


def figures(answer: Answer, part: page.Part, level: int = 3) -> list[Html]:
    """The key figures of the evidence: icon arrays, forest plots, certainty of each outcome."""
    return [made for made in (*_icons(answer, part), *_plots(answer), _certainties(answer, level)) if made]


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


def _paragraph(lines: tuple[page.Line, ...], setting: Setting) -> Html:
    """One item of the list: a sentence, or those of a paragraph, each with its own proof."""
    if len(lines) == 1:
        return _line(lines[0], setting)
    return el("li", *(_line(line, setting, "div") for line in lines), class_="paragraph")


def _line(line: page.Line, setting: Setting, tag: str = "li") -> Html:
    label, rest = page.lead(line)
    words: list[str] = [el("b", label) if label else "", unbroken(rest)]
    if line.step:
        words.insert(0, el("span", line.step, class_="step"))
    if line.citations:
        words.append(el("sup", *_cites(line, setting.marks), class_="cites"))
    if line.directness:
        words += [" ", el("em", line.directness, class_="directness")]
    if line.verdict:
        words += [" ", el("strong", line.verdict, class_="verdict")]
    branch = " branch" if line.branch else ""
    made = [el("p", *words)]
    report = _report(line, setting)
    if line.statement.supports:
        made.append(proof(line, report))
    elif report:
        made.append(el("p", report, class_="report-line"))
    return el(tag, *made, id=line.statement.id, class_=f"statement{branch}")


def _report(line: page.Line, setting: Setting) -> Html:
    if not setting.report:
        return Html("")
    said = el("span", f" an error in {line.statement.id}", class_="hidden")
    return el("a", "Report", said, href=f"{setting.report}{line.statement.id}", rel="nofollow")


def _cites(line: page.Line, marks: Marks) -> list[str]:
    made: list[str] = []
    for citation in line.citations:
        number = marks.citations[line.statement.id, citation.record]
        label = f"Source {citation.label}: show the words this rests on"
        target = f"#c{number}" if citation.number else f"#{line.statement.id}"
        made.append(el("a", citation.label, href=target, class_="cite", aria_label=label))
    return made


def _certainties(answer: Answer, level: int) -> Html:
    if not answer.certainty:
        return Html("")
    rows = (_certainty(answer, certainty) for certainty in answer.certainty)
    return el("div", el(f"h{level}", page.certainty_title(answer)), *rows, class_="certainties")


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
    head = el("tr", *(el("th", name, scope="col") for name in page.EVIDENCE_HEAD))
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
    if not page.listed(answer):
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
        for r in page.listed(answer)
    )
    return el("ol", *rows, class_="references-list")


def _search(answer: Answer, sources: dict[str, Record]) -> Html:
    account = page.searched(answer)
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
