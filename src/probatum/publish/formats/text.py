"""`text`: the article for a terminal or a plain file. Wraps, never truncates; colour only where it can be seen."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Final

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from probatum.model import Answer, EvidenceRow, Pooled, Record
from probatum.publish import page
from probatum.publish.formats import Format, Resolve
from probatum.publish.plots import table as plots
from probatum.publish.terminal import drawing, drawn
from probatum.publish.wording import outcome_words, result_words, study_words, test_words
from probatum.text import pooling
from probatum.text.expressions import expression

PLAIN_WIDTH: Final = 100
"""Columns when the output is not a terminal."""
WIDEST: Final = 120
TABLE_FROM: Final = 100
"""From this width on the evidence is a table; below it, a list."""

_BOND: Final = "\ufdd0"
"""Stands for a blank where no line may break; a noncharacter, which `page.visible` lets nobody else use."""
_TOGETHER = expression(r"\d %|\b[pn] [=<>≤≥] (?=[\d.])|\d (?:mg|g|kg|ml|mL|mcg|µg|ms)\b")
_LEVEL_STYLE: Final = {"high": "green", "moderate": "cyan", "low": "yellow", "very low": "red"}


def render(answer: Answer, *, records: Resolve, width: int = PLAIN_WIDTH, colour: bool = False) -> str:
    """The article, `width` columns wide; `colour` adds ANSI escapes."""
    console, out = drawing(width, colour=colour)
    for block in _blocks(answer, records, width):
        console.print(block)
    return drawn(out).replace(_BOND, " ").rstrip() + "\n"


def _bound(words: str) -> str:
    """Keep `95 %`, `p = 0.04` and `n = 20` on one line: a figure cut in two is misread."""
    return _TOGETHER.sub(lambda found: found[0].replace(" ", _BOND), words)


def terminal(answer: Answer, *, records: Resolve) -> str:
    """The article for a terminal: as wide as that, up to 120 columns, and in colour unless NO_COLOR is set."""
    width = min(shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, WIDEST)
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return render(answer, records=records, width=width, colour=coloured)


def _blocks(answer: Answer, records: Resolve, columns: int) -> list[RenderableType]:
    blocks: list[RenderableType] = [_head(answer), *_notices(answer), *_reading(answer)]
    sources = page.sources(answer, records)
    for part in page.parts(answer):
        blocks += [Text(), _heading(part.title)]
        if part.id == "references":
            blocks += [_references(answer, sources)]
        elif part.id == "search":
            blocks += [_pairs(page.searched(answer))]
        elif part.id == "disclaimer":
            blocks += [_indent(Text(page.visible(answer.disclaimer)))]
        elif part.id == "review":
            blocks += [_indent(Text("\n".join((*page.review_lines(answer), *page.withheld(answer)))))]
        if part.lines or part.empty:
            blocks += [_part(part)]
        if part.notes:
            blocks += [_notes(part.notes)]
        if part.entries:
            blocks += [_pairs(tuple((page.visible(term), (meaning,)) for term, meaning in part.entries))]
        if part.id == "evidence":
            blocks += _evidence(answer, columns)
    return [*blocks, *_hint(answer)]


def _hint(answer: Answer) -> list[RenderableType]:
    """How to see the proof, with a sentence of this answer as the example."""
    example = next((s for s in answer.statements if s.supports), None)
    if example is None:
        return []
    command = f"probatum show {example.supports[0].record} --statement {example.id}"
    return [Text(), _indent(Text(f"The words behind a sentence: {page.visible(command)}", style="dim"))]


def _head(answer: Answer) -> Panel:
    words = Text()
    words.append(page.visible(answer.title), style="bold")
    words.append(f"\n“{page.visible(answer.question.typed)}”", style="italic")
    words.append(f"\n{page.byline(answer)}", style="dim")
    return Panel(words, box=box.ROUNDED, border_style="cyan", padding=(0, 2))


def _notices(answer: Answer) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    for words in page.choices(answer.question):
        blocks.append(_marked("?", Text(words, style="bold")))
    for words in page.notices(answer):
        blocks.append(_marked("!", Text(words, style="bold yellow")))
    status = answer.status
    standing = " ".join(page.visible(line) for line in (status.text, status.caution) if line)
    style = "yellow" if status.caution else "green"
    blocks.append(_marked("!" if status.caution else "✓", Text(standing, style=style)))
    return blocks


def _reading(answer: Answer) -> list[RenderableType]:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for what, before, after, why in page.readings(answer.question):
        words = Text(f"{before} → " if before else "")
        words.append(after, style="bold")
        words.append(f"  ({why})", style="dim")
        grid.add_row(what, words)
    for name, found in page.pico(answer):
        grid.add_row(name.lower(), found)
    return [Text(), _heading("Read as"), _indent(Text(_bound(page.read_as(answer)))), _indent(grid)]


def _notes(notes: tuple[str, ...]) -> RenderableType:
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold", ratio=1)
    for note in notes:
        rows.add_row("•", note)
    return _indent(rows)


def _part(part: page.Part) -> RenderableType:
    if part.empty and not part.lines:
        return _indent(Text(_bound(part.empty), style="italic"))
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold", ratio=1)
    for line, *further in page.paragraphs(part):
        marker = f"{line.step}." if line.step else "•"
        if line.branch:
            nested = Table.grid(padding=(0, 1, 0, 0))
            nested.add_column(no_wrap=True, min_width=4)
            nested.add_column(overflow="fold", ratio=1)
            nested.add_row(marker, _line(line))
            rows.add_row("", nested)
        else:
            rows.add_row(marker, Text(" ").join((_line(line), *map(_line, further))))
    return _indent(rows)


def _line(line: page.Line) -> Text:
    label, words = page.lead(line)
    rest, stop = (words[:-1], words[-1]) if words[-1] in ".:;" else (words, "")
    text = Text().append(_bound(label), style="bold").append(_bound(rest))
    if line.citations:
        text.append(f"{_BOND}[" + ", ".join(c.label for c in line.citations) + "]", style="cyan")
    text.append(stop)
    if line.directness:
        text.append(f" {line.directness}", style="italic yellow")
    if line.verdict:
        text.append(f" [{line.verdict}]".replace(" ", _BOND).replace(_BOND, " ", 1), style="bold red")
    return text


def _evidence(answer: Answer, columns: int) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    for pooled in page.pooled(answer):
        blocks += [Text(), *_pooled(pooled, columns)]
    if answer.certainty:
        blocks += [Text(), _indent(Text(page.certainty_title(answer), style="bold"))]
        rows = Table.grid(padding=(0, 1, 0, 0))
        rows.add_column(no_wrap=True)
        rows.add_column(overflow="fold", ratio=1)
        for certainty in answer.certainty:
            words = Text(page.certainty_words(certainty), style=_LEVEL_STYLE[certainty.level.value])
            steps = "; ".join(page.step_lines(answer, certainty))
            words.append(f"\n{_bound(steps)}" if steps else "", style="not bold default")
            rows.add_row("•", words)
        blocks.append(_indent(rows))
    if page.evidence(answer):
        blocks += [Text(), _indent(Text("Evidence table", style="bold"))]
        blocks.append(_indent(_table(answer.evidence) if columns >= TABLE_FROM else _list(answer.evidence)))
    return blocks


def _pooled(pooled: Pooled, columns: int) -> list[RenderableType]:
    """A pooled result as the table behind its forest plot; its notes alone where the terminal is narrow."""
    made: list[RenderableType] = [_indent(Text(page.visible(pooling.title(pooled)), style="bold"))]
    if columns >= TABLE_FROM:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for at, name in enumerate(plots.header(pooled)):
            table.add_column(page.visible(name), overflow="fold", justify="right" if at else "left")
        for row in plots.rows(pooled):
            table.add_row(*(Text(_bound(page.visible(cell))) for cell in row))
        made.append(_indent(table))
    made.append(_indent(Text(_bound(page.visible("\n".join(plots.notes(pooled)))))))
    return made


def _table(rows: tuple[EvidenceRow, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True, header_style="bold", leading=1)
    for name, ratio in (("Study", 5), ("Outcome", 5), ("Arms", 6), ("Result", 6), ("Test", 5)):
        table.add_column(name, overflow="fold", ratio=ratio)
    for row in rows:
        cells = (
            study_words(row, "\n"),
            outcome_words(row),
            "\n".join(row.arms),
            result_words(row, "\n"),
            test_words(row, "\n"),
        )
        table.add_row(*(Text(_bound(page.visible(cell))) for cell in cells))
    return table


def _list(rows: tuple[EvidenceRow, ...]) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for row in rows:
        words = Text(_bound(page.visible(study_words(row, ", "))), style="bold")
        for cell in (outcome_words(row), "; ".join(row.arms), result_words(row, ", "), test_words(row, ", ")):
            if cell:
                words.append(f"\n{_bound(page.visible(cell))}", style="not bold")
        grid.add_row("•", words)
    return grid


def _references(answer: Answer, sources: dict[str, Record]) -> RenderableType:
    if not page.listed(answer):
        return _indent(Text("No source was used.", style="italic"))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style="cyan")
    grid.add_column(overflow="fold", ratio=1)
    pages = page.cited_pages(answer)
    for reference in page.listed(answer):
        words = Text(_bound(page.visible(reference.citation)))
        bad = reference.status not in ("current", "corrected")
        words.append(
            f"\n{_bound(page.reference_notes(reference, pages.get(reference.record, '')))}",
            style="bold red" if bad else "dim",
        )
        addresses = [address for _, address in page.links(reference, sources.get(reference.record))]
        words.append("\n" + "  ".join((page.visible(reference.record), *addresses)), style="dim")
        grid.add_row(f"{reference.number}.", words)
    return _indent(grid)


def _pairs(pairs: tuple[tuple[str, tuple[str, ...]], ...]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for label, lines in pairs:
        grid.add_row(label, Text(_bound("\n".join(lines))))
    return _indent(grid)


def _marked(marker: str, words: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_row(Text(marker, style=words.style), words)
    return _indent(grid)


def _heading(title: str) -> RenderableType:
    return Rule(Text(title, style="bold cyan"), align="left", style="cyan", characters="─")


def _indent(block: RenderableType) -> Padding:
    return Padding(block, (0, 2, 0, 2))


FORMAT = Format("text", "The article for a terminal or a plain text file.", ".txt", render, terminal)
