"""Tables by their cells: rows of outcomes, columns of arms, and a column of p values. Other layouts are left alone."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, outcome
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.appraise.findings.values import Value
from probatum.model import ArmResult, Cell, Finding, Measure, PValue, SectionRole, SourceSection, Span

_SKIP: Final = re.compile(
    r"\b(?:baseline|base-line|characteristics?|demographic\w*|clinical features|pre-?treatment|"
    r"inclusion|exclusion|protocol|schedule|regression|"
    r"correlations?|multivaria\w+|univariate|predictors?|model|previous studies|definitions?|criteria|"
    r"questionnaire|composition)\b",
    re.IGNORECASE,
)
_P_HEAD: Final = re.compile(r"^p(?:[\s-]?values?)?[*†‡§ᵃa]?$", re.IGNORECASE)
_N: Final = re.compile(r"[\[(]?\s?[nN]\s?=\s?(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,9})\s?[\])]?")
_NOT_ARM: Final = re.compile(
    r"\b(?:baseline|week|month|day|year|hour|time|visit|total|overall|all|OR|RR|HR|CI|ratio|"
    r"difference|change|mean|median|SD|range|pre|post|before|after|follow-?up|"
    r"no\.?|number|%|per ?cent|unit|score|value|effect|n)\b|^\d",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(r"\b(?:n|no\.?|number|patients)\s?[,(]?\s?\(?%\)?", re.IGNORECASE)
_MEANS: Final = re.compile(
    r"\bmeans?\b.{0,12}(?:(?P<sd>(?<![a-z])SDs?|standard deviation|s\.d\.)|"
    r"(?P<se>(?<![a-z])SEM?\b|standard error|s\.e\.)|±)",
    re.IGNORECASE,
)
_P_CELL: Final = re.compile(r"^p?\s?(?P<rel>[<>=≤≥])?\s?(?P<num>0?[.·]\d+|1\.0+|0,\d+)[*†‡§ᵃᵇ]?$", re.IGNORECASE)
_ADVERSE: Final = re.compile(r"adverse|side[- ]effects?|toxicit|complications?", re.IGNORECASE)
_PAIR: Final = re.compile(r"^(?P<a>\d[\d,]*(?:[.·]\d+)?)\s?\(\s?(?P<b>\d+(?:[.·]\d+)?)\s?%?\s?\)[*†‡§]?$")


_TIME_POINT: Final = re.compile(
    r"^\s*(?P<time>(?:at )?(?:base-?line|before|after|pre|post|pre-?\w+|post-?\w+|follow-?up|first|second|third|fourth|"
    r"(?:week|month|day|year|visit|hour)s? \d+|\d+ (?:weeks?|months?|days?|years?|hours?))"
    r"(?: (?:treatment|intervention|test|study|visit|training|therapy))?)\s*(?:[\[(,].*)?$",
    re.IGNORECASE,
)
"""A row that is named by its time point alone: what was measured stands in the line above its rows."""
_DEMOGRAPHIC: Final = re.compile(
    r"^\s*(?:(?:fe)?males?|men|women|age|sex|gender|race|white|black|weight|height|BMI|body mass|smok|"
    r"married|education|employ|mean age|history of|previous|prior|duration of (?:disease|diabetes|"
    r"illness|symptoms))\b",
    re.IGNORECASE,
)


class Column(NamedTuple):
    """A column that holds an arm's results."""

    number: int
    name: str
    n: int | None
    header: Cell


def read(context: Context, section: SourceSection) -> list[Finding]:
    """Findings of a table; none where its layout is not that of outcomes by arms."""
    if not section.cells or _SKIP.search(section.heading) or len(section.text) > 20000:
        return []
    rows: dict[int, list[Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, []).append(cell)
    heads = [row for row, cells in rows.items() if all(c.header or not _text(section, c) for c in cells)]
    if not heads or len(heads) > 3 or heads != list(range(len(heads))):
        return []
    columns, p_column = _columns(context, section, [rows[r] for r in heads])
    if not 2 <= len(columns) <= 4:
        return []
    words = " ".join([section.heading, *(_text(section, c) for r in heads for c in rows[r])])
    found: list[Finding] = []
    label = ""
    for number in sorted(rows):
        if number in heads:
            continue
        cells = sorted(rows[number], key=lambda c: c.column)
        if sum(1 for c in cells if _text(section, c)) <= 1:
            label = _text(section, cells[0])
            continue
        found.extend(_row(context, section, cells, columns, p_column, words, label))
    return found


def _text(section: SourceSection, cell: Cell) -> str:
    return section.text[cell.start : cell.end].strip()


def _columns(context: Context, section: SourceSection, heads: list[list[Cell]]) -> tuple[list[Column], int | None]:
    """The arm columns and the p column; no arm columns unless every column is one or the other."""
    lowest: dict[int, Cell] = {}
    for row in heads:
        for cell in row:
            if _text(section, cell):
                for column in range(cell.column, cell.column + cell.column_span):
                    lowest[column] = cell
    width = max((c.column + c.column_span for row in heads for c in row), default=0)
    columns: list[Column] = []
    p_column = None
    for index in range(1, width):
        head = lowest.get(index)
        if head is None or head.column_span > 1:
            return [], None
        text = _text(section, head)
        if _P_HEAD.match(text):
            if p_column is not None or index != width - 1:
                return [], None
            p_column = index
            continue
        count = _N.search(text)
        name = arm_names.clean(_N.sub("", text).strip(" ,;:*†"), context)
        shows = count is not None or arm_names.arm_like(name, name, context) or arm_names.is_control(name, context)
        if (
            not shows
            or not arm_names.valid(name)
            or (_NOT_ARM.search(name) and not arm_names.is_control(name, context))
        ):
            return [], None
        columns.append(Column(index, name, int(count["n"].replace(",", "")) if count else None, head))
    if len({c.name.lower() for c in columns}) != len(columns):
        return [], None
    return columns, p_column


def _row(
    context: Context,
    section: SourceSection,
    cells: list[Cell],
    columns: list[Column],
    p_column: int | None,
    words: str,
    label: str,
) -> list[Finding]:
    by_column = {c.column: c for c in cells}
    start, end = cells[0].start, max(c.end for c in cells)
    if start >= end or any(c.number not in by_column for c in columns):
        return []
    raw = section.text[cells[0].start : cells[0].end]
    sentence = Sentence.read(context, section, start, end, SectionRole.RESULTS)
    adverse = bool(_ADVERSE.search(section.heading) or _ADVERSE.search(label))
    if raw[:1].isspace() and label and not adverse:
        return []
    time = _TIME_POINT.match(raw)
    if time is not None and not label:
        return []
    name = _outcome(label if time is not None else raw, sentence)
    if not name:
        return []
    results, measures = [], set()
    for column in columns:
        made = _cell(sentence, by_column[column.number], column, f"{words} {raw} {label}")
        if made is None:
            return []
        results.append(made[0])
        measures.add(made[1])
    if len(measures) != 1:
        return []
    p = _p(sentence, by_column.get(p_column) if p_column is not None else None)
    spans = tuple(Span(context.record, section.id, c.header.start, c.header.end) for c in columns)
    measure = measures.pop()
    unit = "%" if measure is Measure.PERCENTAGE else _unit(raw)
    made_finding = build.finding(
        sentence,
        name,
        measure,
        arms=tuple(results),
        p_value=p,
        unit=unit,
        clause=(0, 0),
        spans=spans,
        harm=adverse,
        timepoint="" if time is None else time["time"].strip(),
    )
    return [made_finding]


def _outcome(raw: str, sentence: Sentence) -> str:
    raw = re.sub(r"\s?\(n\s?[\[(]%[\])]\)", "", raw)
    if _DEMOGRAPHIC.match(raw) or re.match(
        r"\s*(?:means?|medians?|range|yes|no|total|n)\s*(?:[(\[,±].*)?$", raw, re.IGNORECASE
    ):
        return ""
    bare = re.sub(
        r"\s?[\[(,][^()\[\]]*(?:%|SD|SE|mean|median|/|range|±|\bn\b|\bno\b|mg|kg|mm|days?|min|hours?|"
        r"years?|score|cm|ml|mL|h|weeks?|months?)[^()\[\]]*[\])]?$",
        "",
        raw,
    )
    return outcome.tidy(bare.strip(" *†‡§ᵃᵇ"), sentence)


def _unit(raw: str) -> str:
    match = re.search(
        r"[(\[,]\s?(?P<unit>days?|hours?|h|min(?:utes)?|weeks?|months?|mm ?Hg|mmHg|kg|g|cm|mm|ml|mL|"
        r"points?|mg/d[lL]|mmol/[lL]|g/d[lL]|g/L|kg/m2)\s?[)\]]?$",
        raw.strip(),
    )
    return match["unit"] if match else ""


def _cell(sentence: Sentence, cell: Cell, column: Column, words: str) -> tuple[ArmResult, Measure] | None:
    """An arm's result and its measure; None where the cell cannot be read with certainty."""
    text = sentence.section.text[cell.start : cell.end]
    begin = cell.start - sentence.start + len(text) - len(text.lstrip())
    pair = _PAIR.match(text.strip())
    control = arm_names.is_control(column.name, sentence.context)
    if pair is not None:
        one, two = ((begin + pair.start(g), begin + pair.end(g)) for g in ("a", "b"))
        first, second = sentence.figure(one), sentence.figure(two)
        if first is None or second is None:
            return None
        if ("%" in text or _COUNTS.search(words)) and not _MEANS.search(words) and first.value.is_integer():
            if column.n and abs(100 * first.value / column.n - second.value) > 1.0:
                return None
            return ArmResult(column.name, value=second, events=first, control=control), Measure.PERCENTAGE
        means = _MEANS.search(words)
        if means is not None and not _COUNTS.search(words):
            kind = "SD" if means["sd"] else "SE" if means["se"] else ""
            return ArmResult(column.name, value=first, spread=second, spread_kind=kind, control=control), Measure.MEAN
        return None
    value: Value | None = next(
        (v for v in sentence.values if v.start == begin and v.end >= begin + len(text.strip()) - 1), None
    )
    if value is None or (value.counted and not value.events) or not (value.percent or value.spread or value.events):
        return None
    made = build.arm(sentence, column.name, value)
    means = _MEANS.search(words)
    if made.spread is not None and not made.spread_kind and means is not None:
        made = msgspec.structs.replace(made, spread_kind="SD" if means["sd"] else "SE" if means["se"] else "")
    measure = Measure.PERCENTAGE if value.percent else Measure.MEAN if value.spread else Measure.COUNT
    if value.spread and value.percent:
        return None
    return made, measure


def _p(sentence: Sentence, cell: Cell | None) -> PValue | None:
    if cell is None:
        return None
    text = sentence.section.text[cell.start : cell.end]
    match = _P_CELL.match(text.strip())
    if match is None:
        return None
    begin = cell.start - sentence.start + len(text) - len(text.lstrip())
    figure = sentence.figure((begin + match.start("num"), begin + match.end("num")))
    relation = {"≤": "<=", "≥": ">="}.get(match["rel"] or "=", match["rel"] or "=")
    return None if figure is None else PValue(relation, figure, f"p {relation} {figure.text}")
