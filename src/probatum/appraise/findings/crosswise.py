"""Tables with the arms in their rows: a block of rows for each outcome, or outcomes over the columns.

Read only where every block holds the same arms, once each, and at least one of them shows that it is an arm.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, cells, columns, contrasts, headings, qualifiers, row_names, tables
from probatum.appraise.findings.contrasts import Head
from probatum.appraise.findings.headings import text_of
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.model import Cell, Figure, Finding, Measure, PValue, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

MOST_ARMS: Final = 5
_GROUP_HEAD: Final = expression(
    r"^\W*(?:(?:study |treatment |trial )?(?:groups?|arms?|treatments?|interventions?|conditions?|allocation))\b",
    re.IGNORECASE,
)
_SIZED_HEAD: Final = expression(r"[\[(]\s?n\s?[\])]", re.IGNORECASE)
_BARE_SIZE: Final = expression(r"\s?[\[(]\s?(?P<n>\d{1,6})\s?[\])]$")
_WITHIN: Final = expression(r"\bwithin\b|\bpaired\b|\btime effect\b", re.IGNORECASE)


_DIFFERENCE: Final = expression(r"^differences?$", re.IGNORECASE)
"""Beside the results before and after, in the row of one arm: the change."""


class _Arm(NamedTuple):
    """A row of a block: its cells by column, the arm it is of, and its people."""

    name: str
    n: Figure | None
    cells: dict[int, Cell]


class _Block(NamedTuple):
    """The rows of one outcome."""

    label: str
    arms: tuple[_Arm, ...]


def read(context: Context, section: SourceSection, note: str = "") -> list[Finding]:
    """Findings of a table whose rows are arms; none where it is not one for certain. `note`: see `tables.read`."""
    if not section.cells or len(section.text) > 20000 or tables.skipped(section.heading):
        return []
    rows: dict[int, list[Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, []).append(cell)
    numbers = headings.heading_rows(section, rows)
    if not numbers or len(numbers) > 4:
        return []
    heads = headings.heads_of(section, [rows[r] for r in numbers])
    stub = _stub(context, section, heads, [rows[r] for r in sorted(rows) if r not in numbers])
    if stub is None:
        return []
    body = [sorted(rows[r], key=lambda c: c.column) for r in sorted(rows) if r not in numbers]
    blocks = _blocks(context, section, body, stub, heads[stub])
    if not blocks or len({tuple(a.name for a in b.arms) for b in blocks}) != 1:
        return []
    tests = [h for h in heads[stub + 1 :] if any(headings.is_p(t) for t in h.texts)]
    return [f for block in blocks for f in _findings(context, section, block, heads[stub + 1 :], tests, note)]


def _stub(context: Context, section: SourceSection, heads: list[Head], body: list[list[Cell]]) -> int | None:
    """The column that names the arms: the first or the second."""
    for column in (0, 1):
        if column + 1 >= len(heads):
            return None
        texts = [text_of(section, c) for line in body for c in line if c.column == column and text_of(section, c)]
        names = [columns.arm_in(context, _BARE_SIZE.sub("", t)) for t in texts]
        told = bool(heads[column].texts) and _GROUP_HEAD.match(heads[column].texts[-1]) is not None
        known = {name.lower() for name, _ in names}
        if not texts or "" in known or not 2 <= len(known) <= MOST_ARMS or len(texts) % len(known):
            continue
        sized = any(headings.SIZE.search(t) for t in texts)
        control = any(arm_names.is_control(name, context) for name in known)
        if any(shows for _, shows in names) and (told or ((sized or control) and all(shows for _, shows in names))):
            return column
    return None


def _blocks(context: Context, section: SourceSection, body: list[list[Cell]], stub: int, head: Head) -> list[_Block]:
    """The rows by outcome; nothing where an arm stands twice in one block."""
    sized = _SIZED_HEAD.search(head.words) is not None
    blocks: list[_Block] = []
    label, held = "", list[_Arm]()
    for line in body:
        by_column = {c.column: c for c in line}
        own = by_column.get(stub)
        words = text_of(section, own) if own is not None else ""
        before = text_of(section, by_column[0]) if stub and 0 in by_column else ""
        if not words:
            if any(text_of(section, c) for c in line):
                return []
            continue
        name, _ = columns.arm_in(context, _BARE_SIZE.sub("", words))
        if held and (before or name in {a.name for a in held}):
            blocks.append(_Block(label, tuple(held)))
            held = []
        label = before or ("" if not held and not stub else label)
        size = columns.size_of(context, section, own) if own is not None else None
        if size is None and sized and own is not None:
            size = _bare_size(context, section, own)
        held.append(_Arm(name, size, by_column))
    if held:
        blocks.append(_Block(label, tuple(held)))
    return blocks if stub or len(blocks) == 1 else []


def _bare_size(context: Context, section: SourceSection, cell: Cell) -> Figure | None:
    match = _BARE_SIZE.search(section.text[cell.start : cell.end].rstrip())
    if match is None:
        return None
    start, end = (cell.start + x for x in match.span("n"))
    return Figure(float(match["n"]), match["n"], Span(context.record, section.id, start, end))


def _findings(
    context: Context, section: SourceSection, block: _Block, heads: list[Head], tests: list[Head], note: str
) -> list[Finding]:
    every = [c for arm in block.arms for c in arm.cells.values()]
    start, end = min(c.start for c in every), max(c.end for c in every)
    sentence = Sentence.read(context, section, start, end, SectionRole.RESULTS)
    p = _p(sentence, block, tests)
    made = []
    told = [h for h in heads if h.cells and h not in tests]
    for head in told:
        when, form, words = headings.said_over(head)
        if headings.before_treatment(when) and not headings.is_change(when):
            continue
        name = row_names.outcome_of(block.label, sentence) if block.label else row_names.outcome_of(words, sentence)
        if not name or (block.label and words):
            continue
        hints = (block.label, f"{form} {head.words}", words, section.heading, note)
        read_ = [_result(sentence, arm, head, hints) for arm in block.arms]
        kept = [r for r in read_ if r is not None]
        if len(kept) != len(read_) or len({r.measure for r in kept}) != 1:
            continue
        made.append(_finding(sentence, name, kept, when, p if len(told) == 1 else None))
    return made


def _result(sentence: Sentence, arm: _Arm, head: Head, hints: tuple[str, ...]) -> cells.Read | None:
    cell = arm.cells.get(head.number)
    if cell is None or cell.row_span > 1 or cell.column_span > 1:
        return None
    place = (cell.start - sentence.start, cell.end - sentence.start)
    control = arm_names.is_control(arm.name, sentence.context)
    return cells.read(sentence, place, hints, arm.name, control, arm.n)


def _p(sentence: Sentence, block: _Block, tests: list[Head]) -> PValue | None:
    """The p between the arms: the one whose cell stands beside all their rows."""
    of_all = [h for h in tests if not _WITHIN.search(h.words)]
    held = [block.arms[0].cells.get(h.number) for h in of_all]
    over = [c for c in held if c is not None and c.row_span == len(block.arms)]
    return contrasts.p_in(sentence, over[0]) if len(over) == 1 else None


def _finding(sentence: Sentence, name: str, kept: list[cells.Read], when: str, p: PValue | None) -> Finding:
    measure = kept[0].measure
    changed = headings.is_change(when) or _DIFFERENCE.match(when) is not None
    heading = sentence.section.heading
    made = build.finding(
        sentence,
        name,
        Measure.CHANGE if changed and measure is Measure.MEAN else measure,
        arms=tuple(r.result for r in kept),
        estimate=None,
        interval=None,
        p_value=p,
        unit="%" if measure is Measure.PERCENTAGE else "",
        clause=(0, 0),
        spans=(),
        harm=tables.adverse(heading),
        timepoint=when if re.search(r"\d", when) or not changed else "",
    )
    return msgspec.structs.replace(made, analysis_set=made.analysis_set or qualifiers.analysis_set(heading))
