"""The article as a document of blocks, for formats that are laid out in pages: the same words as every other format.

A block is a heading, a text, a list, a table or a picture; a text is made of runs that may be strong, soft, or lead
somewhere. What a page must never be read without (status and caution) is apart, since it stands on every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from probatum.model import Answer, Kind, Record
from probatum.publish import page
from probatum.publish.formats import Resolve
from probatum.publish.plots import table as pooled_table
from probatum.publish.plots.algorithm import algorithm
from probatum.publish.plots.icons import icons
from probatum.publish.wording import outcome_words, result_words, study_words, test_words
from probatum.text import pooling

Style = Literal["plain", "strong", "soft", "marked"]
"""`marked` is for what a reader must not overlook: a verdict that is not bare."""


class Run(msgspec.Struct, frozen=True):
    """A stretch of text in one style."""

    text: str
    style: Style = "plain"
    to: str = ""
    """Where it leads: a web address, or `#ref-3` for reference 3; empty for nowhere."""


Runs = tuple[Run, ...]


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading; level 1 is the title of the article."""

    level: int
    text: str


class Text(msgspec.Struct, frozen=True, tag="text"):
    """A paragraph. `role` says what it is: plain words, a byline, the question as typed, a notice, a warning."""

    runs: Runs
    role: Literal["words", "byline", "typed", "notice", "warning"] = "words"


class Item(msgspec.Struct, frozen=True):
    """One line of a list, under its number or letter where it has one."""

    runs: Runs
    label: str = ""
    inner: bool = False
    """True for a branch of a step."""
    anchor: str = ""


class Items(msgspec.Struct, frozen=True, tag="items"):
    """A list; `lead` for the sentences of the bottom line."""

    items: tuple[Item, ...]
    lead: bool = False


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with one row of headers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """A drawing, with what it tells those who do not see it."""

    svg: str
    told: str
    width: int
    """Percent of the width of the text."""


Block = Heading | Text | Items | Table | Picture


class Document(msgspec.Struct, frozen=True):
    """The whole article."""

    title: str
    status: str
    """Review status and caution: on every page."""
    trusted: bool
    """True when a medical board stands behind it."""
    made: str
    """Versions of engine, library and vocabulary: at the foot of every page."""
    date: str
    """ISO date of the last update; empty when unknown."""
    blocks: tuple[Block, ...]


def document(answer: Answer, records: Resolve) -> Document:
    """The article in blocks, in this reader's order."""
    status = answer.status
    engine = answer.engine
    versions = (
        f"{engine.name} {engine.version}",
        f"library {engine.library_version}" if engine.library_version else "",
        f"vocabulary {engine.vocabulary}" if engine.vocabulary else "",
    )
    return Document(
        title=page.visible(answer.title),
        status=page.visible(f"{status.text} {status.caution}".strip()),
        trusted=not status.caution,
        made=page.visible(" · ".join(v for v in versions if v)),
        date=status.last_updated,
        blocks=tuple(_blocks(answer, records)),
    )


def _blocks(answer: Answer, records: Resolve) -> Iterator[Block]:
    yield Heading(1, page.visible(answer.title))
    yield Text(_plain(f"“{answer.question.typed}”"), "typed")
    yield Text(_plain(page.byline(answer)), "byline")
    yield from (Text(_plain(words), "notice") for words in page.choices(answer.question))
    yield from (Text((Run("Warning: ", "strong"), Run(words)), "warning") for words in page.notices(answer))
    yield Text(_plain(f"{answer.status.text} {answer.status.caution}".strip()), "notice")
    yield from _reading(answer)
    sources = page.sources(answer, records)
    for part in page.parts(answer):
        yield Heading(2, page.visible(part.title))
        yield from _own(answer, part, sources)
        yield from _statements(part)
        if part.notes:
            yield Items(tuple(Item(_plain(note)) for note in part.notes))
        if part.entries:
            yield _pairs((entry.term, entry.meaning) for entry in part.entries)
        if part.id == "algorithm":
            yield from _diagram(part)
        if part.id == "evidence":
            yield from (*_icons(answer, part), *_pooled(answer), *_certainty(answer), *_evidence(answer))


def _plain(words: str) -> Runs:
    return (Run(page.visible(words)),)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Items:
    return Items(tuple(Item((Run(f"{name}: ", "strong"), *_plain(words))) for name, words in pairs))


def _reading(answer: Answer) -> Iterator[Block]:
    yield Heading(2, "Read as")
    yield Text(_plain(page.read_as(answer)))
    made = [
        Item((Run(f"{what}: "), Run(f"{before} → " if before else ""), Run(after, "strong"), Run(f" ({why})", "soft")))
        for what, before, after, why in page.readings(answer.question)
    ]
    made += [Item((Run(f"{name}: ", "strong"), Run(words))) for name, words in page.pico(answer)]
    if made:
        yield Items(tuple(made))


def _own(answer: Answer, part: page.Part, sources: dict[str, Record]) -> Iterator[Block]:
    """The parts that are printed from the answer's own data."""
    if part.id == "references":
        yield _references(answer, sources) if page.listed(answer) else Text(_plain("No source was used."))
    elif part.id == "search":
        account = page.searched(answer)
        yield _pairs((label, "; ".join(lines)) for label, lines in account)
    elif part.id == "disclaimer" and answer.disclaimer:
        yield Text(_plain(answer.disclaimer))
    elif part.id == "review":
        yield from (Text(_plain(line)) for line in page.review_lines(answer))
        if left_out := page.withheld(answer):
            yield Text(_plain(f"Sentences left out because a check failed: {len(left_out)}"))
            yield Items(tuple(Item(_plain(line)) for line in left_out))


def _references(answer: Answer, sources: dict[str, Record]) -> Items:
    pages = page.cited_pages(answer)
    made = []
    for reference in page.listed(answer):
        notes = page.reference_notes(reference, pages.get(reference.record, ""))
        runs = [Run(page.visible(reference.citation)), Run(f" ({notes}; {page.visible(reference.record)})", "soft")]
        for label, address in page.links(reference, sources.get(reference.record)):
            runs += [Run(" "), Run(page.visible(label), to=address)]
        made.append(Item(tuple(runs), label=str(reference.number), anchor=f"ref-{reference.number}"))
    return Items(tuple(made))


def _statements(part: page.Part) -> Iterator[Block]:
    if part.lines:
        yield Items(tuple(map(_paragraph, page.paragraphs(part))), lead=part.id == "bottom_line")
    elif part.empty:
        yield Text((Run(part.empty, "soft"),))


def _paragraph(lines: tuple[page.Line, ...]) -> Item:
    """One item of all sentences of a paragraph."""
    first, *further = map(_item, lines)
    return msgspec.structs.replace(
        first, runs=tuple(run for item in (first, *further) for run in (*item.runs, Run(" ")))[:-1]
    )


def _item(line: page.Line) -> Item:
    label, rest = page.lead(line)
    runs = [Run(label, "strong")] if label else []
    runs.append(Run(rest))
    for citation in line.citations:
        to = f"#ref-{citation.number}" if citation.number else ""
        runs += [Run("\u00a0" if citation is line.citations[0] else ""), Run(f"[{citation.label}]", to=to)]
    if line.directness:
        runs += [Run(" "), Run(line.directness, "soft")]
    if line.verdict:
        runs += [Run(" "), Run(f"({line.verdict})", "marked")]
    return Item(tuple(run for run in runs if run.text), label=line.step, inner=line.branch)


def _diagram(part: page.Part) -> Iterator[Block]:
    if drawn := algorithm(part):
        words = "; ".join(line.words for line in part.lines)
        yield Picture(str(drawn), f"The steps above as a diagram: {words}", 55)


def _icons(answer: Answer, part: page.Part) -> Iterator[Block]:
    """For readers of plain words, as on the page."""
    if answer.reader.plain:
        for line in part.lines:
            if line.statement.kind is Kind.CALCULATED and (drawn := icons(line.words)):
                yield Picture(str(drawn), line.words, 45)


def _pooled(answer: Answer) -> Iterator[Block]:
    """A forest plot of every pooled result, and the table behind it."""
    if not page.pooled(answer):
        return
    from probatum.publish.plots.forest import forest  # imported here: few answers have a plot

    for pooled in page.pooled(answer):
        title = pooling.title(pooled)
        yield Heading(3, page.visible(title))
        yield Picture(str(forest(pooled)), f"Forest plot: {title}. The table below tells the same.", 100)
        rows = tuple(tuple(page.visible(cell) for cell in row) for row in pooled_table.rows(pooled))
        yield Table(page.visible(title), tuple(map(page.visible, pooled_table.header(pooled))), rows)
        yield Items(tuple(Item(_plain(note)) for note in pooled_table.notes(pooled)))


def _certainty(answer: Answer) -> Iterator[Block]:
    if not answer.certainty:
        return
    yield Heading(3, page.certainty_title(answer))
    made: list[Item] = []
    for certainty in answer.certainty:
        made.append(Item((Run(page.certainty_words(certainty), "strong"),)))
        made += [Item(_plain(step), inner=True) for step in page.step_lines(answer, certainty)]
    yield Items(tuple(made))


def _evidence(answer: Answer) -> Iterator[Block]:
    if not page.evidence(answer):
        return
    rows = (
        (
            study_words(row, ", "),
            outcome_words(row),
            "; ".join(row.arms),
            result_words(row, ", "),
            test_words(row, ", "),
        )
        for row in answer.evidence
    )
    yield Heading(3, "Evidence table")
    yield Table("Evidence table", page.EVIDENCE_HEAD, tuple(tuple(page.visible(cell) for cell in row) for row in rows))
