"""`html`: both tables as one page that needs nothing else, lets nothing in and nothing out, and prints.

A row of the evidence table opens to the words of its source. There is no script.
"""

from __future__ import annotations

from probatum.apply import Context
from probatum.apply.composing.references import link, vancouver
from probatum.apply.evidence.outcomes import Told
from probatum.model import Appraisal, Finding, Level
from probatum.publish import page
from probatum.publish.markup import Html, el, join, unbroken
from probatum.publish.standalone import asset, document
from probatum.publish.tables.rows import address
from probatum.publish.tables.summary import SummaryRow, label, marks, result_words, summary

OUTCOME_HEAD = ("Outcome", "Studies and people", "What they found", "Certainty (GRADE)", "In words")
FINDING_HEAD = ("Outcome", "Result", "Source")
CAUTION = "Read by rules and small models from the sources’ own words: a person must check what is used."


def render(context: Context) -> str:
    """The page."""
    asked = context.question.read or context.question.typed
    body = el(
        "body",
        el("a", "Skip to the summary of findings", href="#summary", class_="skip"),
        el(
            "header",
            el("p", "Probatum · evidence table", class_="eyebrow"),
            el("h1", asked),
            el("p", f"{context.searched}. {CAUTION}", class_="notice"),
        ),
        el("main", _summary(context), _evidence(context)),
    )
    return document(asked, body, style=asset("tables.css"))


def _table(name: str, head: tuple[str, ...], rows: list[Html]) -> Html:
    """A table that can be scrolled sideways with the keyboard too."""
    columns = el("tr", *(el("th", words, scope="col") for words in head))
    table = el("table", el("caption", name), el("thead", columns), el("tbody", *rows))
    return el("div", table, class_="scroll", tabindex="0", role="group", aria_label=name)


def _summary(context: Context) -> Html:
    found = summary(context)
    made = [el("h2", "Summary of findings")]
    if found:
        made.append(_table("Summary of findings", OUTCOME_HEAD, [_outcome(row) for row in found]))
    else:
        made.append(el("p", "No finding of a study that answers the question could be read.", class_="empty"))
    return el("section", *made, id="summary")


def _outcome(row: SummaryRow) -> Html:
    people = f"{row.people:,} people" if row.people is not None else "people not reported"
    studies = "1 study" if row.studies == 1 else f"{row.studies} studies"
    plain = el("p", el("b", "In plain words: "), row.plain) if row.plain != row.statement else ""
    pooled = el("p", el("b", unbroken(row.pooled))) if row.pooled else ""
    return el(
        "tr",
        el("th", row.outcome, scope="row"),
        *_cells(
            OUTCOME_HEAD,
            join(f"{studies}, {people}", el("p", ", ".join(row.designs), class_="soft")),
            join(pooled, el("ul", *(el("li", unbroken(result)) for result in row.results))),
            _certainty(row),
            join(el("p", row.statement), plain),
        ),
    )


def _cells(head: tuple[str, ...], *contents: Html) -> list[Html]:
    """The cells behind the first of a row, each with the name of its column for narrow screens."""
    return [el("td", el("div", held), data_label=name) for name, held in zip(head[1:], contents, strict=True)]


def _certainty(row: SummaryRow) -> Html:
    if not row.certainty:
        return el("span", "not graded")
    marks = el("span", page.marks(Level(row.certainty)), aria_hidden="true")
    level = el("p", row.certainty, " ", marks, class_=f"level {row.certainty.replace(' ', '-')}")
    reasons = (el("li", el("b", f"{r.domain} ({_change(r.change)})"), f": {r.reason}") for r in row.reasons)
    return join(level, el("ul", *reasons, class_="reasons"))


def _change(change: int) -> str:
    """`−1`, `0`, `+1`, with a minus sign."""
    return f"{change:+d}".replace("-", "−") if change else "0"


def _evidence(context: Context) -> Html:
    studies = [_study(appraisal) for appraisal in context.appraisals if appraisal.findings]
    none = el("p", "No findings.", class_="empty")
    return el("section", el("h2", "Evidence table"), *(studies or [none]), id="evidence")


def _study(appraisal: Appraisal) -> Html:
    record, study = appraisal.record, appraisal.study
    size = f"n = {study.n:,}" if study.n is not None else "n not reported"
    about = "; ".join(part for part in (study.design.value, size, appraisal.directness.note) if part)
    standing = record.status.value
    url = page.web(link(record))
    cited = vancouver(record)
    return el(
        "section",
        el("h3", label(record)),
        el("p", about, el("b", f"; {standing}") if standing != "current" else ""),
        el("p", el("a", cited, href=url, rel="noreferrer") if url else cited, class_="soft"),
        _table(f"Findings of {label(record)}", FINDING_HEAD, [_finding(appraisal, f) for f in appraisal.findings]),
        class_="study",
    )


def _finding(appraisal: Appraisal, finding: Finding) -> Html:
    told = result_words(Told(appraisal, finding)).split(": ", 1)[1]
    said = marks(finding)
    source = el(
        "details",
        el("summary", "Words of the source"),
        el("blockquote", finding.sentence.quote),
        el("p", address(finding.sentence), class_="soft"),
    )
    problems = (el("p", f"Does not hold: {problem}", class_="problem") for problem in finding.problems)
    return el(
        "tr",
        el("th", finding.outcome or "outcome not named", el("p", said, class_="soft") if said else "", scope="row"),
        *_cells(FINDING_HEAD, join(unbroken(told), *problems), source),
    )
