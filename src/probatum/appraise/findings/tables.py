"""Tables by their cells: rows of outcomes, columns of arms (at one or more times), a p value, an estimate.

What the columns hold is read by `columns`, one cell by `cells`. Other layouts are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, cells, columns, contrasts, headings, qualifiers, row_names
from probatum.appraise.findings.columns import Column, Layout
from probatum.appraise.findings.contrasts import Contrast
from probatum.appraise.findings.headings import text_of
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.model import Cell, Finding, Measure, OutcomeRole, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

_SKIP: Final = expression(
    r"\b(?:base-?line|pre-?test (?:comparisons?|scores?|values?|results?)|"
    r"char\w{3,8}[ie]stics?|characteri[sz]ations?|demographic\w*|clinical features|pre-?treatment|inclusion|exclusion|"
    r"protocol|"
    r"schedule|"
    r"regression|correlations?|associations?|multivaria\w+|univariate|predictors?|model|previous studies|"
    r"definitions?|criteria|"
    r"questionnaire|composition|prior to|before the (?:intervention|treatment)|"
    r"(?:age|sex|gender) distribution|distribution of|"
    r"according to (?:age|sex|gender)|by (?:age|sex|gender)|sub-?groups?|"
    r"(?:medical|clinical|surgical|family|obstetric|disease|drug) histor(?:y|ies)|history of|co-?morbidit(?:y|ies)|"
    r"co-?existing|pre-?existing|underlying (?:diseases?|conditions?)|at (?:enrol?ment|entry|admission|inclusion))\b",
    re.IGNORECASE,
)
_LATER: Final = expression(r"\b(?:changes?|follow[- ]?up|post|after|end of|final|improvements?)\b", re.IGNORECASE)
"""Words by which a table that names the baseline tells of later results too."""
_ADVERSE: Final = expression(r"adverse|side[- ]effects?|toxicit|complications?|\b(?-i:AEs?)\b", re.IGNORECASE)
_TIME_POINT: Final = expression(
    r"^\s*(?P<time>(?:at )?(?:(?:pre|post|intra|peri)-?operative(?:ly)?(?: (?:day|week|month|hour)s? \d+| \d+(?:st|"
    r"nd|rd|"
    r"th)? "
    r"(?:day|week|month|hour)s?)?|(?:1st|2nd|3rd|\dth) (?:day|week|month|year|hour)|base-?line|before|after|pre|post|"
    r"pre-?(?!eclamp|term|matur|gnan|ssur|diabet|hypert|cancer|malign)\w+|post-?\w+|follow-?up|first|second|third|fourth|"
    r"weeks? \d+ ?[-–] ?\d+|"
    r"(?:week|month|day|year|visit|hour)s? \d+|\d+ ?(?:weeks?|wks?|months?|days?|years?|hours?|h|min))"
    r"(?: (?:treatment|intervention|test|study|visit|training|therapy))?)\s*(?:[\[(,].*)?$",
    re.IGNORECASE,
)
"""A row that is named by its time point alone: what was measured stands in the line above its rows."""
_CATEGORY: Final = expression(
    r"^\s*(?:ITT|PP|FAS|per[- ]protocol.*|intent.*|completers.*|(?:end|mid) ?-?point.*|yes|no|none|mild|moderate|"
    r"severe|low|high|medium|good|fair|poor|excellent|present|absent|positive|"
    r"negative|others?|missing|"
    r"unknown|[<>≤≥=]?\s?\d.*|grade.*|class.*|stage.*|(?:fe)?males?|score.*|mean.*|median.*|n\b.*|total.*|range)\s*$",
    re.IGNORECASE,
)
"""A row that is one class of what stands above it: by itself it names no outcome."""


_OF_BLOCK: Final = expression(
    r"\banalys[ei]s\b|\bprotocol\b|\bintention\b|\bpopulation\b|\b(?-i:m?ITT|PP)\b", re.IGNORECASE
)
"""A row of sizes that says of whom the rows below are."""
_YES: Final = expression(r"^\s*(?:yes|present)\s*$", re.IGNORECASE)
"""A row of those who had what the line above it names."""
_GENERAL: Final = expression(
    r"\b(?:variables?|characteristics?|parameters?|outcomes?|measures?|measurements?|items?|groups?|time|data|terms?|"
    r"events?|effects?|"
    r"reactions?|type|class|system|category|domains?|scales?|tests?|n\b|mean|median|analysis|complications?|"
    r"symptoms?|results?|change)",
    re.IGNORECASE,
)
"""A head of the rows that says no more than that rows follow."""


MOST_LABELS: Final = 2
"""Columns before the figures beyond which it is not sure what a row is of."""
_OF_GROUPS: Final = expression(r"^\W*(?:groups?|arms?|treatments?|interventions?|drugs?)\W*$", re.IGNORECASE)
"""The head of rows that are arms."""
_ROLES: Final = tuple(
    (role, expression(rf"\b{name}\b(?:\s\w+)?\s(?:outcomes?|end[- ]?points?|measures?|variables?)\b", re.IGNORECASE))
    for role, name in ((OutcomeRole.PRIMARY, "primary"), (OutcomeRole.SECONDARY, "secondary"))
)


class _Words(NamedTuple):
    """What names a row: its own words, the line above, the heading; and what the notes say of all figures."""

    raw: str
    label: str
    caption: str
    note: str
    block: str = ""
    """The line above a part of the table that says of whom it is: `Per protocol analysis`."""
    above: int = 0
    """Where the line above the row begins."""


def read(context: Context, section: SourceSection, note: str = "") -> list[Finding]:
    """Findings of a table; none where its layout is not that of outcomes by arms.

    `note` is what its notes say of all figures.
    """
    if not section.cells or len(section.text) > 20000:
        return []
    if skipped(section.heading):
        return []
    rows: dict[int, list[Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, []).append(cell)
    heads = headings.heading_rows(section, rows)
    if not heads or len(heads) > 4:
        return []
    layout = columns.read(context, section, [rows[r] for r in heads])
    corner = " ".join(text_of(section, c) for r in heads for c in rows[r] if c.column == 0)
    if not layout.arms or skipped(corner) or layout.label > MOST_LABELS:
        return []
    if _OF_GROUPS.match(corner) and not columns.surely_arms(context, layout):
        return []
    caption = f"{section.heading} {corner}"
    found: list[Finding] = []
    label = corner if len(corner.split()) > 1 and not _GENERAL.search(corner) else ""
    of_all = label
    labels = Counter(_last_label(section, line, layout.label) for line in rows.values())
    block, above = "", 0
    for number in sorted(rows):
        if number in heads:
            continue
        line = sorted(rows[number], key=lambda c: c.column)
        if all(not text_of(section, c) for c in line if c.column >= layout.label and c.column != layout.p):
            label = text_of(section, line[0]) or label
            above = line[0].start
            block = label if qualifiers.analysis_set(label) else block
            continue
        layout, resized = columns.resized(context, section, layout, line)
        if resized:
            block = text_of(section, line[0]) if _OF_BLOCK.search(text_of(section, line[0])) else block
            continue
        layout, reheaded = columns.reheaded(context, section, layout, [rows[r] for r in heads], line)
        if reheaded:
            continue
        if columns.is_head(section, layout, line):
            layout = columns.read(context, section, [line])
            continue
        if not layout.arms:
            continue
        raw, label = _named(section, line, layout, label)
        again = labels[" ".join(raw.split())] > 1 and label.strip() != raw.strip() and not block
        if again and not label.strip():
            continue
        words = _Words(f" {raw}" if again or (of_all and label == of_all) else raw, label, caption, note, block, above)
        found.extend(_row(context, section, line, layout, words))
    return found


def adverse(words: str) -> bool:
    """True for words over adverse events."""
    return _ADVERSE.search(words) is not None


def skipped(words: str) -> bool:
    """True for tables of what people were like, of models and of plans."""
    later = re.search(r"\bbase-?line\b", words, re.IGNORECASE) and _LATER.search(words)
    return _SKIP.search(words) is not None and not later


def _row(context: Context, section: SourceSection, line: list[Cell], layout: Layout, words: _Words) -> list[Finding]:
    raw, label, caption, note, block, head = words
    by_column = {c.column: c for c in line}
    start, end = line[0].start, max(c.end for c in line)
    if start >= end or any(c.column_span > 1 for c in line[1:]):
        return []
    start = head if _YES.match(raw) and label and head < start else start  # the row is nothing without its name
    sentence = Sentence.read(context, section, start, end, SectionRole.RESULTS)
    above = _TIME_POINT.match(label)
    visit = layout.visits and bool(label)
    adverse = bool(_ADVERSE.search(section.heading) or _ADVERSE.search(label))
    time = _TIME_POINT.match(raw)
    name = _name(sentence, raw, "" if above else label, visit or time is not None, adverse)
    if not name or line[0].column >= layout.label or (time is not None and headings.before_treatment(raw)):
        return []
    made: list[Finding] = []
    times = list(dict.fromkeys((c.time, c.grade) for c in layout.arms if not c.baseline))
    for when, grade in times:
        hints = (raw, "", label, caption, note)
        results = [_arm(sentence, by_column, layout, arm, (when, grade), hints) for arm in layout.names]
        kept = [r for r in results if r is not None]
        if len(kept) != len(results) or len({r.measure for r in kept}) != 1:
            continue
        own = time["time"].strip() if time is not None else raw.strip() if visit else ""
        told = own or _time(when) or (above["time"].strip() if above else "")
        analysed = qualifiers.analysis_set(label) or qualifiers.analysis_set(block or caption)
        change = any(c.change for c in layout.arms if c.time == when)
        role = next((r for r in map(_role, (label, section.heading)) if r is not None), OutcomeRole.UNSTATED)
        row = _When(told, len(times) == 1, analysed, role=role, change=change)
        graded = f"{name}, {grade[0].lower()}{grade[1:]}" if grade and grade.lower() not in name.lower() else name
        apart = []
        for contrast in layout.contrasts:
            held = [r for r in kept if contrast.arms is None or r.result.arm in contrast.arms]
            one = row._replace(contrast=contrast, whole=len(held) == len(kept))
            told_of = _finding(sentence, graded, held, layout, by_column, one, adverse, raw)
            if one.whole or told_of.estimate is not None:
                apart.append(told_of)
        if not _all_told(apart, kept):
            made.append(_finding(sentence, graded, kept, layout, by_column, row, adverse, raw))
        made.extend(apart)
    return made


def _all_told(apart: list[Finding], kept: list[cells.Read]) -> bool:
    """True where every arm stands in one of the contrasts: the row of all arms would tell the same once more."""
    return {r.result.arm for r in kept} <= {arm.arm for finding in apart for arm in finding.arms}


def _role(words: str) -> OutcomeRole | None:
    """What the line above a row, or the table's heading, says of its outcomes; None where it says neither or both."""
    said = [role for role, pattern in _ROLES if pattern.search(words)]
    return said[0] if len(said) == 1 else None


def _time(when: str) -> str:
    """The time that a column's head names; a change without a number is none."""
    return when if re.search(r"\d", when) or not re.search(r"\bchanges?\b", when, re.IGNORECASE) else ""


def _last_label(section: SourceSection, line: list[Cell], width: int) -> str:
    held = [text_of(section, c) for c in sorted(line, key=lambda c: c.column) if c.column < width]
    return next((text for text in reversed(held) if text), "")


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
    contrast: Contrast | None = None
    role: OutcomeRole = OutcomeRole.UNSTATED
    change: bool = False
    whole: bool = True
    """False for two of several arms: what is said of all is not said of them."""


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
    change = layout.changes or when.change
    arms = tuple(r.result for r in kept)
    contrast = when.contrast
    of = contrast.p if contrast is not None and contrast.p is not None else layout.p if when.whole else None
    p = contrasts.p_in(sentence, by_column.get(of)) if of is not None and when.only else None
    percent = measure is Measure.PERCENTAGE
    told = contrasts.read(sentence, contrast, by_column, measure) if contrast is not None and when.only else None
    spans = tuple(
        Span(sentence.context.record, sentence.section.id, c.header.start, c.header.end)
        for c in (next(c for c in layout.arms if c.name == arm.arm) for arm in arms)
    )
    unit = "%" if percent else row_names.unit_of(raw)
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
    role = when.role if made.outcome_role is OutcomeRole.UNSTATED else made.outcome_role
    return msgspec.structs.replace(made, analysis_set=made.analysis_set or when.analysed, outcome_role=role)


def _name(sentence: Sentence, raw: str, label: str, timed: bool, adverse: bool) -> str:
    """The outcome of a row: its own name; with the line above it where it is a time point or a part of that line."""
    if timed:
        return row_names.outcome_of(label, sentence) if label else ""
    if _YES.match(raw) and label and not _GENERAL.search(label) and not qualifiers.analysis_set(label):
        return row_names.outcome_of(label, sentence)
    if _CATEGORY.match(raw):
        return ""
    own = row_names.outcome_of(raw.lstrip("-–— ") if raw[:1] in "-–—" else raw, sentence)
    part = raw[:1] in "-–—"
    if not own or not (part or raw[:1].isspace()) or not label or (adverse and not part):
        return "" if part and not label else own
    above = row_names.outcome_of(label, sentence) or re.sub(r"^[A-Z](?=[a-z])", lambda m: m[0].lower(), label.strip())
    if re.search(r"\b(?:outcomes?|end[- ]?points?|measures?|analysis|results?)\b", above, re.IGNORECASE):
        return own
    return f"{own} ({above})" if len(own) + len(above) < 140 else own


def _arm(
    sentence: Sentence,
    by_column: dict[int, Cell],
    layout: Layout,
    arm: str,
    when: tuple[str, str],
    hints: tuple[str, ...],
) -> cells.Read | None:
    """One arm's result at a time (and of a grade), with its result at baseline where the table has that; None where it
    is not sure."""
    own = [c for c in layout.arms if c.name == arm]
    read = _facet(sentence, by_column, [c for c in own if (c.time, c.grade) == when], hints)
    if read is None:
        return None
    before = [c for c in own if c.baseline]
    start = _facet(sentence, by_column, before, hints) if before and when[0] != before[0].time else None
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
        beside = by_column.get(own[0].beside) if own[0].beside is not None else None
        row_n = cells.whole(sentence, (beside.start - sentence.start, beside.end - sentence.start)) if beside else None
        return cells.read(sentence, places[0], near, own[0].name, control, row_n or own[0].n)
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
