"""Results posted in a trial registry, by their fields: outcome measures by arm, with what their rows say they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import judging, qualifiers
from probatum.appraise.findings.sentence import Context
from probatum.model import (
    ArmResult,
    Cell,
    Figure,
    Finding,
    Interval,
    Measure,
    OutcomeRole,
    SourceSection,
    Span,
)
from probatum.text.expressions import expression

_NUMBER: Final = expression(r"[-−]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?")
_ROLES: Final = {
    "primary": OutcomeRole.PRIMARY,
    "secondary": OutcomeRole.SECONDARY,
    "post-hoc": OutcomeRole.POST_HOC,
}
_PEOPLE: Final = expression(
    r"\b(?:participants?|patients?|subjects?|people|persons|women|men|children|infants)\b", re.IGNORECASE
)
_SWITCHED: Final = expression(r"->|→|\bthen\b|\bfollowed by\b|\bswitch", re.IGNORECASE)
_SHARE: Final = expression(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_LIMITS: Final = expression(r"^(?P<of>.+), (?P<end>lower|upper) limit$")


class Rows(NamedTuple):
    """A registry table: what it says of itself by name, its groups, and its rows of figures."""

    section: SourceSection
    about: Mapping[str, Cell]
    groups: Mapping[int, Cell]
    """Column -> the cell that names the group."""
    rows: tuple[tuple[str, str, str, Mapping[int, Cell]], ...]
    """Class, category, name of the figure, and the cells by column."""

    def text(self, cell: Cell | None) -> str:
        """A cell's characters."""
        return "" if cell is None else self.section.text[cell.start : cell.end]


def figure(context: Context, section: SourceSection, cell: Cell | None) -> Figure | None:
    """The number a cell prints; None for `NA` and other words."""
    if cell is None:
        return None
    text = section.text[cell.start : cell.end]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = float(text.replace(",", "").replace("−", "-"))
    return Figure(value, text, Span(context.record, section.id, cell.start, cell.end))


def rows_of(section: SourceSection) -> Rows:
    """An outcome table by its parts: lines of two cells about it, the line of groups, then the figures."""
    by_row: dict[int, dict[int, Cell]] = {}
    for cell in section.cells:
        by_row.setdefault(cell.row, {})[cell.column] = cell
    about: dict[str, Cell] = {}
    groups: dict[int, Cell] = {}
    found: list[tuple[str, str, str, Mapping[int, Cell]]] = []

    def text(cell: Cell | None) -> str:
        return "" if cell is None else section.text[cell.start : cell.end]

    for row in by_row.values():
        labels = [text(row.get(i)) for i in range(3)]
        if not groups and labels == ["Class", "Category", "Figure"]:
            groups = {column: cell for column, cell in row.items() if column > 2}
        elif not groups and len(row) == 2 and 0 in row and 1 in row:
            about[labels[0]] = row[1]
        elif groups:
            found.append((labels[0], labels[1], labels[2], {c: cell for c, cell in row.items() if c > 2}))
    return Rows(section, about, groups, tuple(found))


def outcomes(context: Context, section: SourceSection) -> Iterator[Finding]:
    """Findings of an outcome table: one for each class and category, with every arm's figures."""
    table = rows_of(section)
    if not table.groups:
        return
    sizes: Mapping[int, Cell] = {}
    block: list[tuple[str, Mapping[int, Cell]]] = []
    key = ("", "")
    own: Mapping[int, Cell] = {}
    for class_, category, name, cells in table.rows:
        if name.startswith("Number analyzed"):
            if not class_ and not category:
                sizes = sizes or cells
            else:
                yield from _made(context, table, key, block, own or sizes)
                block, own, key = [], cells, (class_, category)
            continue
        if name in ("Description of the group", "Comment"):
            continue
        if (class_, category) != key or (block and name == block[0][0]):
            yield from _made(context, table, key, block, own or sizes)
            own = own if class_ == key[0] else {}
            block, key = [], (class_, category)
        block.append((name, cells))
    yield from _made(context, table, key, block, own or sizes)


def _made(
    context: Context,
    table: Rows,
    key: tuple[str, str],
    block: list[tuple[str, Mapping[int, Cell]]],
    sizes: Mapping[int, Cell],
) -> Iterator[Finding]:
    if not block:
        return
    section = table.section
    unit = table.text(table.about.get("Unit"))
    parameter = table.text(table.about.get("Parameter"))
    measure = measure_of(parameter, unit)
    arms = control_last(
        arm
        for column, group in table.groups.items()
        if (arm := _arm(context, table, column, group, block, sizes, measure)) is not None
    )
    if not arms:
        return
    used = [cell for _, cells in block for cell in cells.values()]
    name = ": ".join(part for part in (table.text(table.about.get("Title")), *key) if part)
    role = _ROLES.get(section.code.partition(":")[2], OutcomeRole.UNSTATED)
    population = table.text(table.about.get("Population"))
    yield Finding(
        record=context.record.id,
        outcome=name,
        measure=measure,
        sentence=Span(context.record, section.id, min(c.start for c in used), max(c.end for c in used)),
        arms=arms,
        unit="%" if measure is Measure.PERCENTAGE else unit,
        comparator=next((a.arm for a in arms if a.control), ""),
        timepoint=table.text(table.about.get("Time frame")),
        outcome_role=role,
        spans=tuple(
            Span(context.record, section.id, c.start, c.end)
            for label in ("Title", "Time frame", "Unit", "Parameter", "Dispersion", "Population")
            if (c := table.about.get(label)) is not None and c.end > c.start
        ),
        problems=judging.problems(measure, None, None, None, arms),
        analysis_set=qualifiers.analysis_set(population),
    )


def control_last(arms: Iterable[ArmResult]) -> tuple[ArmResult, ...]:
    """The arms in their order, controls behind the others, since a finding compares its first arm with its last."""
    return tuple(sorted(arms, key=lambda arm: arm.control))


def is_control(title: str, context: Context) -> bool:
    """True for a group that is a control by its name and got nothing else later."""
    return arm_names.is_control(title, context) and _SWITCHED.search(title) is None


def measure_of(parameter: str, unit: str) -> Measure:
    """The measure of an outcome from the registry's own words for it."""
    low = parameter.lower()
    if "count of" in low:
        return Measure.COUNT
    if low in ("mean", "least squares mean"):
        return Measure.MEAN
    if low == "median":
        return Measure.MEDIAN
    if low == "number" and _SHARE.search(unit):
        return Measure.PERCENTAGE if _PEOPLE.search(unit) or "probab" not in unit.lower() else Measure.SURVIVAL
    if low == "number" and _PEOPLE.search(unit) and not re.search(r"proportion|/|\bper\b", unit, re.IGNORECASE):
        return Measure.COUNT
    return Measure.OTHER


def _arm(
    context: Context,
    table: Rows,
    column: int,
    group: Cell,
    block: list[tuple[str, Mapping[int, Cell]]],
    sizes: Mapping[int, Cell],
    measure: Measure,
) -> ArmResult | None:
    section = table.section
    value = figure(context, section, block[0][1].get(column))
    if value is None:
        return None
    spread, kind = None, ""
    ends: dict[str, Figure] = {}
    of = ""
    for name, cells in block[1:]:
        held = figure(context, section, cells.get(column))
        limit = _LIMITS.match(name)
        if held is None:
            continue
        if limit is not None:
            ends[limit["end"]], of = held, limit["of"]
        else:
            spread, kind = held, _spread_kind(name)
    interval = None
    if len(ends) == 2:
        level = re.search(r"(\d+(?:\.\d+)?)\s?%", of)
        interval = Interval(ends["lower"], ends["upper"], float(level[1]) if level else None)
    title = table.text(group)
    counted = measure is Measure.COUNT
    return ArmResult(
        arm=title,
        value=value,
        spread=spread,
        spread_kind=kind,
        events=value if counted else None,
        denominator=figure(context, section, sizes.get(column)),
        control=is_control(title, context),
        interval=interval,
        interval_kind=_interval_kind(of) if interval is not None else "",
    )


def _spread_kind(name: str) -> str:
    low = name.lower()
    return "SD" if "standard deviation" in low else "SE" if "standard error" in low else ""


def _interval_kind(name: str) -> str:
    low = name.lower()
    return "CI" if "confidence" in low else "IQR" if "quartile" in low else "range" if "range" in low else ""
