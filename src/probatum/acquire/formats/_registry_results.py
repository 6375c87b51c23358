"""Results of a trial as tables in which every number stands in a cell of its own, beside what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from probatum.acquire.formats._registry import (
    Affected,
    Analysis,
    Counted,
    Event,
    Events,
    Flow,
    Group,
    Measure,
    Measurement,
    Results,
    Row,
)
from probatum.acquire.formats._registry_table import Table
from probatum.model import SectionKind, SectionRole, SourceSection

_ANALYSIS: Final[tuple[tuple[str, Callable[[Analysis], str]], ...]] = (
    ("Description", lambda a: a.description),
    ("Type of test", lambda a: a.test),
    ("Margin and power", lambda a: a.margin),
    ("p value", lambda a: a.p),
    ("p value comment", lambda a: a.p_comment),
    ("Method", lambda a: a.method),
    ("Method comment", lambda a: a.method_comment),
    ("Parameter", lambda a: a.parameter),
    ("Value", lambda a: a.value),
    ("Dispersion", lambda a: a.dispersion),
    ("Dispersion value", lambda a: a.dispersion_value),
    ("Confidence level (%)", lambda a: a.level),
    ("Sides of the interval", lambda a: a.sides),
    ("Lower limit", lambda a: a.lower),
    ("Lower limit comment", lambda a: a.lower_comment),
    ("Upper limit", lambda a: a.upper),
    ("Upper limit comment", lambda a: a.upper_comment),
    ("Comment", lambda a: a.comment),
    ("Other analysis", lambda a: a.other),
)
"""What an analysis says, by the name its row bears. What the source leaves out has no row."""


def sections(results: Results) -> Iterator[SourceSection]:
    """The result sections, in the order of the registry's pages."""
    yield from _flow(results.flow)
    yield from _baseline(results)
    for number, measure in enumerate(results.measures, start=1):
        yield _outcome(measure, number)
        titles = {group.id: group.title for group in measure.groups}
        for count, analysis in enumerate(measure.analyses, start=1):
            yield _analysis(analysis, measure.title, titles, f"outcome.{number}.analysis.{count}")
    yield from _events(results.events)
    if results.limitations:
        yield SourceSection(
            "limitations", SectionKind.BODY, results.limitations, "Limitations and caveats", code="limitations"
        )


def size(results: Results) -> int:
    """Cells that the tables will have, about: a source of few bytes could ask for billions."""
    flow, baseline, events = results.flow, results.baseline, results.events
    steps = sum(len(period.milestones) + len(period.reasons) for period in flow.periods)
    rows = sum(len(measure.rows) + 1 for measure in baseline.measures)
    return (
        3 * steps * (len(flow.groups) + 2)
        + 5 * rows * (len(baseline.groups) + 4)
        + sum(5 * (len(measure.rows) + 2) * (len(measure.groups) + 3) for measure in results.measures)
        + sum(len(analysis.groups) + len(_ANALYSIS) for measure in results.measures for analysis in measure.analyses)
        + (len(events.serious) + len(events.other) + 3) * (3 * len(events.groups) + 5)
    )


def _table(name: str, table: Table, heading: str, code: str) -> SourceSection:
    return SourceSection(
        name, SectionKind.TABLE, table.text, heading, SectionRole.RESULTS, code, cells=tuple(table.cells)
    )


def _notes(name: str, lines: Iterable[tuple[str, str]], heading: str, code: str) -> Iterator[SourceSection]:
    text = "\n".join(f"{label}: {value}" for label, value in lines if value)
    if text:
        yield SourceSection(name, SectionKind.BODY, text, heading, code=code)


def _headed(table: Table, groups: Sequence[Group], labels: Sequence[str]) -> None:
    """The row that names the groups."""
    table.add((*labels, *(group.title for group in groups)), headers=len(labels) + len(groups))


def _described(table: Table, groups: Sequence[Group], labels: Sequence[str]) -> None:
    """The row that describes the groups, where any is described."""
    if any(group.description for group in groups):
        first = ("",) * (len(labels) - 1)
        table.add((*first, "Description of the group", *(g.description for g in groups)), headers=len(labels))


def _flow(flow: Flow) -> Iterator[SourceSection]:
    notes = (("Recruitment details", flow.recruitment), ("Pre-assignment details", flow.assignment))
    yield from _notes("flow.notes", notes, "Participant flow: notes", "flow:notes")
    for number, period in enumerate(flow.periods, start=1):
        table = Table()
        _headed(table, flow.groups, ("Step", "Figure"))
        if number == 1:
            _described(table, flow.groups, ("Step", "Figure"))
        for step in period.milestones:
            _step(table, flow.groups, step, step.title)
        for step in period.reasons:
            _step(table, flow.groups, step, f"Not completed: {step.title}")
        yield _table(f"flow.{number}", table, f"Participant flow: {period.title}".rstrip(": "), "flow")


def _step(table: Table, groups: Sequence[Group], step: Counted, title: str) -> None:
    by_group = {count.group: count for count in step.counts}
    found = [by_group.get(group.id) for group in groups]
    table.add((title, "Participants", *(one.value if one else "" for one in found)), headers=2)
    if any(one and one.units for one in found):
        table.add((title, "Units", *(one.units if one else "" for one in found)), headers=2)
    if step.comment or any(one and one.comment for one in found):
        table.add((title, "Comment", *(one.comment or step.comment if one else "" for one in found)), headers=2)


def _baseline(results: Results) -> Iterator[SourceSection]:
    baseline = results.baseline
    if not baseline.measures and not baseline.analyzed:
        return
    table = Table()
    width = len(baseline.groups) + 3
    if baseline.population:
        table.add(("Population", baseline.population), headers=1, spans=(1, width))
    labels = ("Measure", "Class", "Category", "Figure")
    _headed(table, baseline.groups, labels)
    _described(table, baseline.groups, labels)
    for counted in baseline.analyzed:
        _denominator(table, baseline.groups, counted, ("", "", ""))
    for measure in baseline.measures:
        name = f"{measure.title} [{measure.unit}]" if measure.unit else measure.title
        for note in (measure.description, measure.population):
            if note:
                table.add((name, note), headers=1, spans=(1, width))
        for counted in measure.analyzed:
            _denominator(table, baseline.groups, counted, (name, "", ""))
        for row in measure.rows:
            _row(table, baseline.groups, measure, row, (name, row.class_title, row.category))
    yield _table("baseline", table, "Baseline characteristics", "baseline")


def _outcome(measure: Measure, number: int) -> SourceSection:
    """The heading says which outcome, when, in what unit and how it was summed up; the table says all of it again."""
    table = Table()
    width = len(measure.groups) + 2
    about = (
        ("Title", measure.title),
        ("Type", measure.type),
        ("Description", measure.description),
        ("Time frame", measure.time_frame),
        ("Population", measure.population),
        ("Reporting status", measure.status),
        ("Parameter", measure.parameter),
        ("Dispersion", measure.dispersion),
        ("Unit", measure.unit),
        ("Unit analyzed", measure.unit_analyzed),
    )
    for label, value in about:
        if value:
            table.add((label, value), headers=1, spans=(1, width))
    labels = ("Class", "Category", "Figure")
    _headed(table, measure.groups, labels)
    _described(table, measure.groups, labels)
    for counted in measure.analyzed:
        _denominator(table, measure.groups, counted, ("", ""))
    for row in measure.rows:
        _row(table, measure.groups, measure, row, (row.class_title, row.category))
    figures = f"{measure.parameter} ({measure.dispersion})" if _spread(measure) else measure.parameter
    shown = "; ".join(part for part in (measure.time_frame, measure.unit, figures) if part)
    heading = f"{measure.type or 'Reported'} outcome: {measure.title}" + (f" [{shown}]" if shown else "")
    return _table(f"outcome.{number}", table, heading, f"outcome:{_kind(measure.type)}")


def _kind(type_: str) -> str:
    """`primary`, `secondary`, `other` or `post-hoc`; `outcome:unsaid` where the source does not say."""
    words = type_.lower().split()
    return words[0] if words else "unsaid"


def _spread(measure: Measure) -> bool:
    return bool(measure.dispersion) and measure.dispersion.lower() not in ("not applicable", "n/a")


def _denominator(table: Table, groups: Sequence[Group], counted: Counted, labels: Sequence[str]) -> None:
    by_group = {count.group: count.value for count in counted.counts}
    name = f"Number analyzed ({counted.title})" if counted.title else "Number analyzed"
    table.add((*labels, name, *(by_group.get(group.id, "") for group in groups)), headers=len(labels) + 1)


def _row(table: Table, groups: Sequence[Group], measure: Measure, row: Row, labels: Sequence[str]) -> None:
    """A row for each figure that any group has: the value, its spread, its limits, a comment."""
    for counted in row.analyzed:
        _denominator(table, groups, counted, labels)
    by_group = {one.group: one for one in row.measurements}
    found = [by_group.get(group.id) for group in groups]
    spread = measure.dispersion or "Spread"
    figures: tuple[tuple[str, Callable[[Measurement], str]], ...] = (
        (measure.parameter or "Value", lambda one: one.value),
        (spread, lambda one: one.spread),
        (f"{spread}, lower limit", lambda one: one.lower),
        (f"{spread}, upper limit", lambda one: one.upper),
        ("Comment", lambda one: one.comment),
    )
    for name, of in figures:
        values = [of(one) if one else "" for one in found]
        if any(values):
            table.add((*labels, name, *values), headers=len(labels) + 1)


def _analysis(analysis: Analysis, outcome: str, titles: Mapping[str, str], name: str) -> SourceSection:
    table = Table()
    table.add(("Outcome", outcome), headers=1)
    for group in analysis.groups:
        table.add(("Group", titles.get(group, "") or group), headers=1)
    for label, of in _ANALYSIS:
        if value := of(analysis):
            table.add((label, value), headers=1)
    groups = " vs ".join(titles.get(group, "") or group for group in analysis.groups)
    return _table(name, table, f"Analysis of {outcome}" + (f": {groups}" if groups else ""), "analysis")


def _events(events: Events) -> Iterator[SourceSection]:
    notes = (
        ("Time frame", events.time_frame),
        ("Frequency threshold of other adverse events (%)", events.threshold),
        ("Description", events.description),
    )
    yield from _notes("events.notes", notes, "Adverse events: notes", "events:notes")
    deaths = (Event("All-cause mortality", counts=events.deaths),) if events.deaths else ()
    serious = (_total("serious", events.serious_total), *events.serious)
    other = (_total("other", events.other_total), *events.other)
    tables = (
        ("deaths", "All-cause mortality", deaths),
        ("serious", "Serious adverse events", serious),
        ("other", "Other adverse events", other),
    )
    for name, heading, rows in tables:
        counted = [row for row in rows if row.counts or row.term]
        if counted:
            yield _table(f"events.{name}", _affected(events.groups, counted), heading, f"events:{name}")


def _total(sort: str, counts: tuple[Affected, ...]) -> Event:
    return Event(f"Total, {sort} adverse events" if counts else "", counts=counts)


def _affected(groups: Sequence[Group], events: Sequence[Event]) -> Table:
    """Three columns a group: how many were affected, of how many at risk, by how many events."""
    table = Table()
    labels = ("Term", "Organ system", "Vocabulary", "Assessment", "Notes")
    table.add(
        (*labels, *(group.title for group in groups)),
        headers=len(labels) + len(groups),
        spans=(*(1 for _ in labels), *(3 for _ in groups)),
    )
    figures = ("Affected", "At risk", "Events") * len(groups)
    table.add((*("" for _ in labels), *figures), headers=len(labels) + len(figures))
    for event in events:
        by_group = {count.group: count for count in event.counts}
        cells = [event.term, event.organ, event.vocabulary, event.assessment, event.notes]
        for group in groups:
            count = by_group.get(group.id)
            cells += [count.affected, count.at_risk, count.events] if count else ["", "", ""]
        table.add(cells, headers=len(labels))
    return table
