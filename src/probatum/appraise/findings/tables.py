"""Tables by their cells: rows of outcomes, columns of arms (at one or more times), a p value, an estimate.

What the columns hold is read by `columns`, one cell by `cells`. Other layouts are left alone.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, cells, columns, estimate, outcome, qualifiers
from probatum.appraise.findings.columns import Column, Layout, text_of
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.model import Cell, Figure, Finding, Interval, Measure, PValue, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

_SKIP: Final = expression(
    r"\b(?:base-?line|characteristics?|demographic\w*|clinical features|pre-?treatment|inclusion|exclusion|protocol|"
    r"schedule|"
    r"regression|correlations?|associations?|multivaria\w+|univariate|predictors?|model|previous studies|"
    r"definitions?|criteria|"
    r"questionnaire|composition|before the (?:intervention|treatment))\b",
    re.IGNORECASE,
)
_LATER: Final = expression(r"\b(?:changes?|follow[- ]?up|post|after|end of|final|improvements?)\b", re.IGNORECASE)
"""Words by which a table that names the baseline tells of later results too."""
_P_CELL: Final = expression(
    r"^p?\s?(?P<rel>[<>=≤≥])?\s?(?P<num>0?[.·]\d+|1\.0+|"
    r"0,\d+)\s?[*†‡§ᵃᵇᶜa-c]*$",
    re.IGNORECASE,
)
_ADVERSE: Final = expression(r"adverse|side[- ]effects?|toxicit|complications?|\bAEs?\b", re.IGNORECASE)
_TIME_POINT: Final = expression(
    r"^\s*(?P<time>(?:at )?(?:(?:pre|post|intra|peri)-?operative(?:ly)?(?: (?:day|week|month|hour)s? \d+| \d+(?:st|"
    r"nd|rd|"
    r"th)? "
    r"(?:day|week|month|hour)s?)?|(?:1st|2nd|3rd|\dth) (?:day|week|month|year|hour)|base-?line|before|after|pre|post|"
    r"pre-?\w+|post-?\w+|follow-?up|first|second|third|fourth|"
    r"weeks? \d+ ?[-–] ?\d+|"
    r"(?:week|month|day|year|visit|hour)s? \d+|\d+ ?(?:weeks?|wks?|months?|days?|years?|hours?|h|min))"
    r"(?: (?:treatment|intervention|test|study|visit|training|therapy))?)\s*(?:[\[(,].*)?$",
    re.IGNORECASE,
)
"""A row that is named by its time point alone: what was measured stands in the line above its rows."""
_DEMOGRAPHIC: Final = expression(
    r"^\s*(?:(?:fe)?males?|men|women|age|sex|gender|race|white|black|weight(?! (?:loss|gain|change))|height|BMI|body "
    r"mass|smok|"
    r"married|education|employ|mean age|history of|previous|prior|duration of (?:disease|diabetes|illness|"
    r"symptoms))\b",
    re.IGNORECASE,
)
_CATEGORY: Final = expression(
    r"^\s*(?:ITT|PP|FAS|per[- ]protocol.*|intent.*|completers.*|(?:end|mid) ?-?point.*|yes|no|none|mild|moderate|"
    r"severe|low|high|medium|good|fair|poor|excellent|present|absent|positive|"
    r"negative|others?|missing|"
    r"unknown|[<>≤≥=]?\s?\d.*|grade.*|class.*|stage.*|(?:fe)?males?|score.*|mean.*|median.*|n\b.*|total.*|range)\s*$",
    re.IGNORECASE,
)
"""A row that is one class of what stands above it: by itself it names no outcome."""


_GENERAL: Final = expression(
    r"\b(?:variables?|characteristics?|parameters?|outcomes?|measures?|measurements?|items?|groups?|time|data|terms?|"
    r"events?|effects?|"
    r"reactions?|type|class|system|category|domains?|scales?|tests?|n\b|mean|median|analysis|complications?|"
    r"symptoms?|results?|change)",
    re.IGNORECASE,
)
"""A head of the rows that says no more than that rows follow."""


class _Words(NamedTuple):
    """What names a row: its own words, the line above it, the table's heading."""

    raw: str
    label: str
    caption: str


def read(context: Context, section: SourceSection) -> list[Finding]:
    """Findings of a table; none where its layout is not that of outcomes by arms."""
    if not section.cells or len(section.text) > 20000:
        return []
    if _skipped(section.heading):
        return []
    rows: dict[int, list[Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, []).append(cell)
    heads = columns.heading_rows(section, rows)
    if not heads or len(heads) > 4:
        return []
    layout = columns.read(context, section, [rows[r] for r in heads])
    corner = " ".join(text_of(section, c) for r in heads for c in rows[r] if c.column == 0)
    if not layout.arms or _skipped(corner):
        return []
    caption = f"{section.heading} {corner}"
    found: list[Finding] = []
    label = corner if len(corner.split()) > 1 and not _GENERAL.search(corner) else ""
    of_all = label
    for number in sorted(rows):
        if number in heads:
            continue
        line = sorted(rows[number], key=lambda c: c.column)
        if all(not text_of(section, c) for c in line if c.column >= layout.label):
            label = text_of(section, line[0]) or label
            continue
        layout, resized = columns.resized(context, section, layout, line)
        if resized:
            continue
        raw, label = _named(section, line, layout, label)
        words = _Words(f" {raw}" if of_all and label == of_all else raw, label, caption)
        found.extend(_row(context, section, line, layout, words))
    return found


def _skipped(words: str) -> bool:
    """True for tables of what people were like, of models and of plans."""
    later = re.search(r"\bbase-?line\b", words, re.IGNORECASE) and _LATER.search(words)
    return _SKIP.search(words) is not None and not later


def _row(context: Context, section: SourceSection, line: list[Cell], layout: Layout, words: _Words) -> list[Finding]:
    raw, label, caption = words
    by_column = {c.column: c for c in line}
    start, end = line[0].start, max(c.end for c in line)
    if start >= end or any(c.column_span > 1 for c in line[1:]):
        return []
    sentence = Sentence.read(context, section, start, end, SectionRole.RESULTS)
    above = _TIME_POINT.match(label)
    adverse = bool(_ADVERSE.search(section.heading) or _ADVERSE.search(label))
    time = _TIME_POINT.match(raw)
    name = _name(sentence, raw, "" if above else label, time is not None, adverse)
    if not name or line[0].column >= layout.label or (time is not None and columns.before_treatment(raw)):
        return []
    made: list[Finding] = []
    times = list(dict.fromkeys(c.time for c in layout.arms if not c.baseline))
    for when in times:
        hints = (raw, "", label, caption)
        results = [_arm(sentence, by_column, layout, arm, when, hints) for arm in layout.names]
        kept = [r for r in results if r is not None]
        if len(kept) != len(results) or len({r.measure for r in kept}) != 1:
            continue
        told = time["time"].strip() if time is not None else when or (above["time"].strip() if above else "")
        analysed = qualifiers.analysis_set(label) or qualifiers.analysis_set(caption)
        row = _When(told, len(times) == 1, analysed)
        made.append(_finding(sentence, name, kept, layout, by_column, row, adverse, raw))
    return made


def _named(section: SourceSection, line: list[Cell], layout: Layout, label: str) -> tuple[str, str]:
    """What names a row, and what stands above it: of two columns before the figures the second names it."""
    first = section.text[line[0].start : line[0].end]
    inner = [text_of(section, c) for c in line if 0 < c.column < layout.label and text_of(section, c)]
    if not inner:
        return first, label
    above = first.strip() if line[0].column == 0 else ""
    return " " + inner[-1], above or label


class _When(NamedTuple):
    """The time of a row's results, and whether it is the only one that the row tells."""

    time: str
    only: bool
    analysed: str = ""
    """The analysis set that the line above the row or the table's heading names."""


def _finding(
    sentence: Sentence,
    name: str,
    kept: list[cells.Read],
    layout: Layout,
    by_column: dict[int, Cell],
    when: _When,
    adverse: bool,
    raw: str,
) -> Finding:
    measure = kept[0].measure
    change = layout.changes or any(c.change for c in layout.arms if c.time == when.time)
    arms = tuple(r.result for r in kept)
    p = _p(sentence, by_column.get(layout.p)) if layout.p is not None and when.only else None
    told = _estimate(sentence, layout, by_column, measure) if when.only and len(arms) == 2 else None
    spans = tuple(
        Span(sentence.context.record, sentence.section.id, c.header.start, c.header.end)
        for c in (next(c for c in layout.arms if c.name == name) for name in layout.names)
    )
    unit = "%" if measure is Measure.PERCENTAGE else _unit(raw)
    made = build.finding(
        sentence,
        name,
        told[0] if told else Measure.CHANGE if change and measure is Measure.MEAN else measure,
        arms=arms,
        estimate=told[1] if told else None,
        interval=told[2] if told else None,
        p_value=p,
        unit=unit,
        clause=(0, 0),
        spans=spans,
        harm=adverse,
        timepoint=when.time,
    )
    return msgspec.structs.replace(made, analysis_set=made.analysis_set or when.analysed)


def _name(sentence: Sentence, raw: str, label: str, timed: bool, adverse: bool) -> str:
    """The outcome of a row: its own name; with the line above it where it is a time point or a part of that line."""
    if timed:
        return _outcome(label, sentence) if label else ""
    if _CATEGORY.match(raw):
        return ""
    own = _outcome(raw, sentence)
    if not own or not raw[:1].isspace() or not label or adverse:
        return own
    above = _outcome(label, sentence)
    if not above or re.search(r"\b(?:outcomes?|end-?points?|measures?|analysis|results?)\b", above, re.IGNORECASE):
        return own
    return f"{own} ({above})" if len(own) + len(above) < 90 else own


def _outcome(raw: str, sentence: Sentence) -> str:
    raw = re.sub(
        r",?(?<![A-Za-z])\s?[\[(]?(?<![A-Za-z])(?:n|no\.?|"
        r"number)\s?[\[(,]?\s?%[\])]{0,2}",
        "",
        raw,
        flags=re.IGNORECASE,
    )
    if _DEMOGRAPHIC.match(raw) or re.match(
        r"\s*(?:means?|medians?|range|yes|no|total|n)\s*(?:[(\[,±].*)?$", raw, re.IGNORECASE
    ):
        return ""
    bare = re.sub(
        r"\s?[\[(,:][^()\[\]]*(?:%|\bSD\b|\bSE\b|mean|median|/|range|±|\bn\b|\bno\b|mg|kg|mm|days?|\bmin\b|\bs\b|"
        r"\bsec|hours?|"
        r"years?|score|cm|ml|mL|\bh\b|weeks?|months?|IQR|CI|\bg\b|[kK]cal|\bIU\b|\bU\b|mEq|mmol|ng|[µμ]g|degrees?|"
        r"beats)[^()\[\]]*[\])]?$",
        "",
        raw,
    )
    return outcome.tidy(bare.strip(" *†‡§ᵃᵇᶜᵈ"), sentence)


def _unit(raw: str) -> str:
    match = re.search(
        r"[(\[,]\s?(?P<unit>days?|hours?|h|s|sec|min(?:utes)?|weeks?|months?|mm ?Hg|mmHg|kg|g|cm|mm|ml|mL|"
        r"points?|mg/d[lL]|mmol/[lL]|g/d[lL]|g/L|kg/m2)\s?[)\]]?(?:,? (?:mean|median).*)?$",
        raw.strip(),
    )
    return match["unit"] if match else ""


def _arm(
    sentence: Sentence, by_column: dict[int, Cell], layout: Layout, arm: str, when: str, hints: tuple[str, ...]
) -> cells.Read | None:
    """One arm's result at a time, with its result at baseline where the table has that; None where it is not sure."""
    own = [c for c in layout.arms if c.name == arm]
    read = _facet(sentence, by_column, [c for c in own if c.time == when], hints)
    if read is None:
        return None
    before = [c for c in own if c.baseline]
    start = _facet(sentence, by_column, before, hints) if before and when != before[0].time else None
    if (
        start is None
        or start.result.value is None
        or start.measure is not read.measure
        or read.measure is Measure.COUNT
    ):
        return read
    return read._replace(result=msgspec.structs.replace(read.result, baseline=start.result.value))


def _facet(
    sentence: Sentence, by_column: dict[int, Cell], own: list[Column], hints: tuple[str, ...]
) -> cells.Read | None:
    """The result in one column, or in two: a mean beside its SD."""
    if not own or any(c.number not in by_column for c in own):
        return None
    control = arm_names.is_control(own[0].name, sentence.context)
    places = [(by_column[c.number].start - sentence.start, by_column[c.number].end - sentence.start) for c in own]
    head = own[0].header
    words = text_of(sentence.section, head)
    if len(own) == 1:
        near = (hints[0], f"{own[0].form} {words}", *hints[2:])
        return cells.read(sentence, places[0], near, own[0].name, control, own[0].n)
    means = [i for i, c in enumerate(own) if re.match(r"\W*(?:LS )?(?:mean|M|x¯|χ)\W*$", c.form, re.IGNORECASE)]
    spreads = [i for i, c in enumerate(own) if re.match(r"\W*(?:SDs?|SEM?)\W*$", c.form, re.IGNORECASE)]
    if len(means) == len(spreads) == 1:
        kind = "SE" if "SE" in own[spreads[0]].form.upper() else "SD"
        return cells.mean_beside(sentence, places[means[0]], places[spreads[0]], kind, own[0].name, control, own[0].n)
    told = [i for i, c in enumerate(own) if re.search(r"%|mean|median", c.form, re.IGNORECASE)]
    if len(told) != 1:
        return None
    near = (hints[0], f"{own[told[0]].form} {words}", *hints[2:])
    sizes = [i for i, c in enumerate(own) if re.match(r"\W*[nN]\W*$", c.form)]
    if sizes and "%" in own[told[0]].form and "mean" not in own[told[0]].form.lower():
        return cells.share_beside(sentence, places[sizes[0]], places[told[0]], own[0].name, control, own[0].n)
    n = cells.whole(sentence, places[sizes[0]]) if sizes else own[0].n
    return cells.read(sentence, places[told[0]], near, own[0].name, control, n)


def _estimate(
    sentence: Sentence, layout: Layout, by_column: dict[int, Cell], measure: Measure
) -> tuple[Measure, Figure, Interval | None] | None:
    """The estimate of a row: `1.04 (0.82-1.34)` under `OR (95% CI)`."""
    head = layout.estimate
    cell = by_column.get(head.number) if head is not None else None
    if head is None or cell is None:
        return None
    named = estimate.measure_named(" ".join(head.texts), percent=measure is Measure.PERCENTAGE)
    read = cells.read(sentence, (cell.start - sentence.start, cell.end - sentence.start), ("95% CI",), "", False, None)
    if named is None or read is None or read.result.value is None or read.result.interval is None:
        return None
    level = re.search(r"(\d\d(?:\.\d+)?)\s?%\s?(?:CI|confidence)", " ".join(head.texts), re.IGNORECASE)
    limits = msgspec.structs.replace(read.result.interval, level=float(level[1]) if level else None)
    return named, read.result.value, limits


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
