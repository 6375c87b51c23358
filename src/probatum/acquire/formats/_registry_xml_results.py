"""The `clinical_results` of the old XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats._registry import (
    Affected,
    Analysis,
    Baseline,
    Count,
    Counted,
    Event,
    Events,
    Flow,
    Group,
    Measure,
    Measurement,
    Period,
    Results,
    Row,
)
from probatum.acquire.formats._text import flat


def results(element: etree._Element | None) -> Results:
    """The results, as far as they go; empty for None."""
    if element is None:
        return Results()
    return Results(
        flow=_flow(element.find("participant_flow")),
        baseline=_baseline(element.find("baseline")),
        measures=tuple(_outcome(one) for one in element.findall("outcome_list/outcome")),
        events=_events(element.find("reported_events")),
        limitations=text_at(element, "limitations_and_caveats"),
    )


def text_at(element: etree._Element, path: str) -> str:
    """The words of the first element at a path; empty where there is none."""
    return flat(element.find(path))


def _groups(element: etree._Element) -> tuple[Group, ...]:
    return tuple(
        Group(one.get("group_id", ""), text_at(one, "title"), text_at(one, "description"))
        for one in element.findall("group_list/group")
    )


def _analyzed(element: etree._Element) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            text_at(one, "units"),
            tuple(Count(c.get("group_id", ""), c.get("value", "")) for c in one.findall("count_list/count")),
        )
        for one in element.findall("analyzed_list/analyzed")
    )


def _flow(flow: etree._Element | None) -> Flow:
    if flow is None:
        return Flow()
    periods = (
        Period(
            text_at(one, "title"),
            tuple(_step(step) for step in one.findall("milestone_list/milestone")),
            tuple(_step(step) for step in one.findall("drop_withdraw_reason_list/drop_withdraw_reason")),
        )
        for one in flow.findall("period_list/period")
    )
    return Flow(
        text_at(flow, "recruitment_details"), text_at(flow, "pre_assignment_details"), _groups(flow), tuple(periods)
    )


def _step(step: etree._Element) -> Counted:
    counts = (
        Count(one.get("group_id", ""), one.get("count", ""), one.get("units", ""), flat(one))
        for one in step.findall("participants_list/participants")
    )
    return Counted(text_at(step, "title"), tuple(counts), text_at(step, "comment"))


def _baseline(baseline: etree._Element | None) -> Baseline:
    if baseline is None:
        return Baseline()
    measures = (_measure(one, ()) for one in baseline.findall("measure_list/measure"))
    return Baseline(text_at(baseline, "population"), _groups(baseline), _analyzed(baseline), tuple(measures))


def _measure(measure: etree._Element, groups: tuple[Group, ...]) -> Measure:
    return Measure(
        title=text_at(measure, "title"),
        description=text_at(measure, "description"),
        population=text_at(measure, "population"),
        parameter=text_at(measure, "param"),
        dispersion=text_at(measure, "dispersion"),
        unit=text_at(measure, "units"),
        unit_analyzed=text_at(measure, "units_analyzed"),
        groups=groups,
        analyzed=_analyzed(measure),
        rows=tuple(_rows(measure)),
    )


def _outcome(outcome: etree._Element) -> Measure:
    """An outcome and its measure, of which the older files repeat title, description and population."""
    groups = _groups(outcome)
    found = outcome.find("measure")
    measure = _measure(found, groups) if found is not None else Measure("", groups=groups)
    expected = text_at(outcome, "posting_date")
    return Measure(
        title=text_at(outcome, "title") or measure.title,
        type=text_at(outcome, "type"),
        description=text_at(outcome, "description") or measure.description,
        time_frame=text_at(outcome, "time_frame"),
        population=text_at(outcome, "population") or measure.population,
        status=f"Results expected {expected}" if expected else "",
        parameter=measure.parameter,
        dispersion=measure.dispersion,
        unit=measure.unit,
        unit_analyzed=measure.unit_analyzed,
        groups=groups,
        analyzed=measure.analyzed,
        rows=measure.rows,
        analyses=tuple(_analysis(one) for one in outcome.findall("analysis_list/analysis")),
    )


def _rows(measure: etree._Element) -> Iterator[Row]:
    for one in measure.findall("class_list/class"):
        analyzed = _analyzed(one)
        for category in one.findall("category_list/category"):
            found = tuple(_measurement(value) for value in category.findall("measurement_list/measurement"))
            yield Row(text_at(one, "title"), text_at(category, "title"), found, analyzed)
            analyzed = ()
        if analyzed:
            yield Row(text_at(one, "title"), analyzed=analyzed)


def _measurement(value: etree._Element) -> Measurement:
    return Measurement(
        value.get("group_id", ""),
        value.get("value", ""),
        value.get("spread", ""),
        value.get("lower_limit", ""),
        value.get("upper_limit", ""),
        flat(value),
    )


def _analysis(analysis: etree._Element) -> Analysis:
    return Analysis(
        groups=tuple(flat(one) for one in analysis.findall("group_id_list/group_id")),
        description=text_at(analysis, "groups_desc"),
        test=text_at(analysis, "non_inferiority_type"),
        margin=text_at(analysis, "non_inferiority_desc"),
        p=text_at(analysis, "p_value"),
        p_comment=text_at(analysis, "p_value_desc"),
        method=text_at(analysis, "method"),
        method_comment=text_at(analysis, "method_desc"),
        parameter=text_at(analysis, "param_type"),
        value=text_at(analysis, "param_value"),
        dispersion=text_at(analysis, "dispersion_type"),
        dispersion_value=text_at(analysis, "dispersion_value"),
        level=text_at(analysis, "ci_percent"),
        sides=text_at(analysis, "ci_n_sides"),
        lower=text_at(analysis, "ci_lower_limit"),
        upper=text_at(analysis, "ci_upper_limit"),
        lower_comment=text_at(analysis, "ci_lower_limit_na_comment"),
        upper_comment=text_at(analysis, "ci_upper_limit_na_comment"),
        comment=text_at(analysis, "estimate_desc"),
        other=text_at(analysis, "other_analysis_desc"),
    )


def _events(reported: etree._Element | None) -> Events:
    if reported is None:
        return Events()
    serious = _listed(reported.find("serious_events"))
    other = _listed(reported.find("other_events"))
    return Events(
        time_frame=text_at(reported, "time_frame"),
        threshold=text_at(reported, "other_events/frequency_threshold"),
        description=text_at(reported, "desc"),
        groups=_groups(reported),
        serious_total=_total(serious),
        serious=tuple(event for event in serious if event.organ != _TOTAL),
        other_total=_total(other),
        other=tuple(event for event in other if event.organ != _TOTAL),
    )


_TOTAL: Final = "Total"
"""The category whose one event is the total."""


def _total(events: list[Event]) -> tuple[Affected, ...]:
    return next((event.counts for event in events if event.organ == _TOTAL), ())


def _listed(events: etree._Element | None) -> list[Event]:
    if events is None:
        return []
    vocabulary, assessment = text_at(events, "default_vocab"), text_at(events, "default_assessment")
    return [
        _event(one, text_at(category, "title"), vocabulary, assessment)
        for category in events.findall("category_list/category")
        for one in category.findall("event_list/event")
    ]


def _event(event: etree._Element, organ: str, vocabulary: str, assessment: str) -> Event:
    term = event.find("sub_title")
    return Event(
        term=flat(term),
        organ=organ,
        vocabulary=(term.get("vocab") if term is not None else "") or vocabulary,
        assessment=text_at(event, "assessment") or assessment,
        notes=text_at(event, "description"),
        counts=tuple(
            Affected(
                one.get("group_id", ""),
                one.get("subjects_affected", ""),
                one.get("subjects_at_risk", ""),
                one.get("events", ""),
            )
            for one in event.findall("counts")
        ),
    )
