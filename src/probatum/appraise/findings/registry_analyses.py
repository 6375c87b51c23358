"""Analyses posted in a trial registry: estimate, interval, p, method and margin of a comparison of groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from probatum.appraise.findings import benefit, judging
from probatum.appraise.findings.registry import control_last, figure, is_control
from probatum.appraise.findings.sentence import Context
from probatum.model import (
    ArmResult,
    Cell,
    Direction,
    Figure,
    Finding,
    Interval,
    Measure,
    OutcomeRole,
    PValue,
    SourceSection,
    Span,
)
from probatum.text.expressions import expression

_MEASURES: Final = (
    (expression(r"hazard ratio", re.IGNORECASE), Measure.HAZARD_RATIO),
    (expression(r"odds ratio", re.IGNORECASE), Measure.ODDS_RATIO),
    (expression(r"risk ratio|relative risk", re.IGNORECASE), Measure.RISK_RATIO),
    (expression(r"rate ratio|incidence ratio", re.IGNORECASE), Measure.RATE_RATIO),
    (
        expression(r"risk difference|difference in (?:proportions?|percent\w*|rates?)", re.IGNORECASE),
        Measure.RISK_DIFFERENCE,
    ),
    (expression(r"standardi[sz]ed mean difference", re.IGNORECASE), Measure.SMD),
    (expression(r"mean difference|difference (?:in|of|between) [\w ]*means?", re.I), Measure.MEAN_DIFFERENCE),
)
_DIFFERENCES: Final = {Measure.MEAN: Measure.MEAN_DIFFERENCE, Measure.PERCENTAGE: Measure.RISK_DIFFERENCE}
_P: Final = expression(r"^(?P<rel><=|>=|[<>=≤≥])?\s?(?P<num>\d*\.?\d+(?:[eE]-?\d+)?)$")
_ADJUSTED: Final = expression(
    r"\badjust(?:ed|ing|ment)\b|\bcovariates?\b|\bANCOVA\b|"
    r"\bstratified by\b",
    re.IGNORECASE,
)
_UNADJUSTED: Final = expression(r"\bunadjusted\b|\bcrude\b", re.IGNORECASE)
_MARGINED: Final = expression(r"non-?inferiority|equivalence", re.IGNORECASE)


def analysis(context: Context, section: SourceSection, results: Sequence[Finding]) -> Iterator[Finding]:
    """The finding of an analysis; the arms of its outcome's `results` are joined on where these are one row."""
    fields: dict[str, Cell] = {}
    groups: list[str] = []
    rows: dict[int, list[Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        if len(cells) != 2:
            continue
        name = section.text[cells[0].start : cells[0].end]
        if name == "Group":
            groups.append(section.text[cells[1].start : cells[1].end])
        else:
            fields.setdefault(name, cells[1])

    def said(name: str) -> str:
        cell = fields.get(name)
        return "" if cell is None else section.text[cell.start : cell.end]

    parameter = said("Parameter")
    measure = _measure(parameter, results)
    estimate = figure(context, section, fields.get("Value"))
    tested = said("Type of test")
    p = _p(context, section, fields, "non-inferiority" if _MARGINED.search(tested) else "")
    if re.search(r"statistic|\bchi|p[- ]?value", parameter, re.IGNORECASE):
        estimate = None
    if estimate is None and p is None:
        return
    interval = _interval(context, section, fields) if estimate is not None else None
    arms = _arms(context, groups, results)
    words = " ".join(said(n) for n in ("Description", "Method", "Method comment", "p value comment", "Comment"))
    significant = judging.judged(p, interval, measure, context.study.alpha)
    way = judging.direction(measure, None, arms, significant, Direction.UNCLEAR)
    first = results[0] if results else None
    yield Finding(
        record=context.record.id,
        outcome=said("Outcome"),
        measure=measure if estimate is not None else Measure.P_ONLY,
        sentence=Span(context.record, section.id, 0, len(section.text)),
        arms=arms,
        estimate=estimate,
        interval=interval,
        p=p,
        unit=first.unit if first is not None and measure is Measure.MEAN_DIFFERENCE else "",
        comparator=arms[-1].arm if len(arms) == 2 else "",
        timepoint=first.timepoint if first is not None else "",
        outcome_role=first.outcome_role if first is not None else OutcomeRole.UNSTATED,
        direction=way,
        favours=benefit.favours(said("Outcome"), way),
        significant=significant,
        spans=first.spans if first is not None else (),
        problems=judging.problems(measure, estimate, interval, p, ()),
        adjusted=False if _UNADJUSTED.search(words) else True if _ADJUSTED.search(words) else None,
        analysis_set=first.analysis_set if first is not None else "",
        margin=said("Margin and power") if _MARGINED.search(tested) else "",
        one_sided=said("Sides of the interval").lower().startswith("1") or "one-sided" in words.lower(),
        method=said("Method"),
    )


def _measure(parameter: str, results: Sequence[Finding]) -> Measure:
    """The measure that a parameter names; a bare `Difference` is one of what the outcome's arms are given in."""
    named = next((m for pattern, m in _MEASURES if pattern.search(parameter)), Measure.OTHER)
    if named is Measure.OTHER and re.search(r"\bdifference\b", parameter, re.IGNORECASE) and results:
        return _DIFFERENCES.get(results[0].measure, Measure.OTHER)
    return named


def _arms(context: Context, groups: Sequence[str], results: Sequence[Finding]) -> tuple[ArmResult, ...]:
    """The groups compared, with their figures where the outcome has one row of them."""
    held: Mapping[str, ArmResult] = {a.arm: a for a in results[0].arms} if len(results) == 1 else {}
    return control_last(held.get(name) or ArmResult(name, control=is_control(name, context)) for name in groups)


def _interval(context: Context, section: SourceSection, fields: Mapping[str, Cell]) -> Interval | None:
    low = figure(context, section, fields.get("Lower limit"))
    high = figure(context, section, fields.get("Upper limit"))
    level = figure(context, section, fields.get("Confidence level (%)"))
    if low is None or high is None or low.value > high.value:
        return None
    return Interval(low, high, level.value if level is not None else None)


def _p(context: Context, section: SourceSection, fields: Mapping[str, Cell], kind: str) -> PValue | None:
    cell = fields.get("p value")
    if cell is None:
        return None
    match = _P.match(section.text[cell.start : cell.end])
    if match is None or not 0 <= float(match["num"]) <= 1:
        return None
    start, end = cell.start + match.start("num"), cell.start + match.end("num")
    held = Figure(float(match["num"]), match["num"], Span(context.record, section.id, start, end))
    relation = {"≤": "<=", "≥": ">="}.get(match["rel"] or "=", match["rel"] or "=")
    return PValue(relation, held, f"p {relation} {held.text}", kind)


def events(context: Context, section: SourceSection) -> Iterator[Finding]:
    """Adverse events by arm: how many of how many at risk; deaths and serious events are marked."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in section.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    if len(rows) < 3:
        return
    groups = {column: cell for column, cell in rows[0].items() if column > 4}
    serious = section.code in ("events:serious", "events:deaths")
    for number, row in rows.items():
        term = row.get(0)
        if number < 2 or term is None or term.end <= term.start:
            continue
        arms = control_last(a for c, g in groups.items() if (a := _affected(context, section, g, row, c)) is not None)
        if not any(a.events is not None and a.events.value for a in arms):
            continue
        yield Finding(
            record=context.record.id,
            outcome=section.text[term.start : term.end],
            measure=Measure.COUNT,
            sentence=Span(context.record, section.id, term.start, max(c.end for c in row.values())),
            arms=arms,
            comparator=next((a.arm for a in arms if a.control), ""),
            harm=True,
            problems=judging.problems(Measure.COUNT, None, None, None, arms),
            serious=serious,
        )


def _affected(
    context: Context, section: SourceSection, group: Cell, row: Mapping[int, Cell], column: int
) -> ArmResult | None:
    affected = figure(context, section, row.get(column))
    at_risk = figure(context, section, row.get(column + 1))
    if affected is None or at_risk is None or at_risk.value == 0:
        return None
    title = section.text[group.start : group.end]
    control = is_control(title, context)
    return ArmResult(title, value=affected, events=affected, denominator=at_risk, control=control)
