"""The results section of a v2 study: participant flow, baseline, outcome measures with analyses, adverse events."""

from __future__ import annotations

from collections.abc import Iterator

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
from probatum.acquire.formats._registry_tree import Tree, listed, part, several, text
from probatum.acquire.formats._registry_words import printed


def results(section: Tree) -> Results:
    """The results, as far as they go."""
    baseline = part(section, "baselineCharacteristicsModule")
    return Results(
        flow=_flow(part(section, "participantFlowModule")),
        baseline=Baseline(
            population=text(baseline, "populationDescription"),
            groups=_groups(baseline),
            analyzed=_analyzed(baseline),
            measures=tuple(_measure(one) for one in listed(baseline, "measures")),
        ),
        measures=tuple(_measure(one) for one in listed(part(section, "outcomeMeasuresModule"), "outcomeMeasures")),
        events=_events(part(section, "adverseEventsModule")),
        limitations=text(part(part(section, "moreInfoModule"), "limitationsAndCaveats"), "description"),
    )


def _groups(tree: Tree, key: str = "groups") -> tuple[Group, ...]:
    return tuple(Group(text(one, "id"), text(one, "title"), text(one, "description")) for one in listed(tree, key))


def _analyzed(tree: Tree) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            text(one, "units"),
            tuple(Count(text(count, "groupId"), text(count, "value")) for count in listed(one, "counts")),
        )
        for one in listed(tree, "denoms")
    )


def _flow(flow: Tree) -> Flow:
    return Flow(
        recruitment=text(flow, "recruitmentDetails"),
        assignment=text(flow, "preAssignmentDetails"),
        groups=_groups(flow),
        periods=tuple(
            Period(
                text(one, "title"),
                tuple(_step(step, "achievements") for step in listed(one, "milestones")),
                tuple(_step(step, "reasons") for step in listed(one, "dropWithdraws")),
            )
            for one in listed(flow, "periods")
        ),
    )


def _step(step: Tree, key: str) -> Counted:
    counts = tuple(
        Count(text(one, "groupId"), text(one, "numSubjects"), text(one, "numUnits"), text(one, "comment"))
        for one in listed(step, key)
    )
    return Counted(text(step, "type"), counts, text(step, "comment"))


def _measure(measure: Tree) -> Measure:
    return Measure(
        title=text(measure, "title"),
        type=printed(text(measure, "type")),
        description=text(measure, "description"),
        time_frame=text(measure, "timeFrame"),
        population=text(measure, "populationDescription"),
        status=printed(text(measure, "reportingStatus")),
        parameter=printed(text(measure, "paramType")),
        dispersion=printed(text(measure, "dispersionType")),
        unit=text(measure, "unitOfMeasure"),
        unit_analyzed=text(measure, "typeUnitsAnalyzed"),
        groups=_groups(measure),
        analyzed=_analyzed(measure),
        rows=tuple(_rows(measure)),
        analyses=tuple(_analysis(one) for one in listed(measure, "analyses")),
    )


def _rows(measure: Tree) -> Iterator[Row]:
    for one in listed(measure, "classes"):
        analyzed = _analyzed(one)
        for category in listed(one, "categories"):
            found = tuple(
                Measurement(
                    text(value, "groupId"),
                    text(value, "value"),
                    text(value, "spread"),
                    text(value, "lowerLimit"),
                    text(value, "upperLimit"),
                    text(value, "comment"),
                )
                for value in listed(category, "measurements")
            )
            yield Row(text(one, "title"), text(category, "title"), found, analyzed)
            analyzed = ()
        if analyzed:
            yield Row(text(one, "title"), analyzed=analyzed)


def _analysis(analysis: Tree) -> Analysis:
    return Analysis(
        groups=several(analysis, "groupIds"),
        description=text(analysis, "groupDescription"),
        test=printed(text(analysis, "nonInferiorityType")),
        margin=text(analysis, "nonInferiorityComment"),
        p=text(analysis, "pValue"),
        p_comment=text(analysis, "pValueComment"),
        method=text(analysis, "statisticalMethod"),
        method_comment=text(analysis, "statisticalComment"),
        parameter=text(analysis, "paramType"),
        value=text(analysis, "paramValue"),
        dispersion=printed(text(analysis, "dispersionType")),
        dispersion_value=text(analysis, "dispersionValue"),
        level=text(analysis, "ciPctValue"),
        sides=printed(text(analysis, "ciNumSides")),
        lower=text(analysis, "ciLowerLimit"),
        upper=text(analysis, "ciUpperLimit"),
        lower_comment=text(analysis, "ciLowerLimitComment"),
        upper_comment=text(analysis, "ciUpperLimitComment"),
        comment=text(analysis, "estimateComment"),
        other=text(analysis, "otherAnalysisDescription"),
    )


def _events(module: Tree) -> Events:
    return Events(
        time_frame=text(module, "timeFrame"),
        threshold=text(module, "frequencyThreshold"),
        description=text(module, "description"),
        groups=_groups(module, "eventGroups"),
        deaths=_totals(module, "deaths"),
        serious_total=_totals(module, "serious"),
        serious=tuple(_event(one) for one in listed(module, "seriousEvents")),
        other_total=_totals(module, "other"),
        other=tuple(_event(one) for one in listed(module, "otherEvents")),
    )


def _totals(module: Tree, stem: str) -> tuple[Affected, ...]:
    found = (
        Affected(text(one, "id"), text(one, f"{stem}NumAffected"), text(one, f"{stem}NumAtRisk"))
        for one in listed(module, "eventGroups")
    )
    return tuple(one for one in found if one.affected or one.at_risk)


def _event(event: Tree) -> Event:
    return Event(
        term=text(event, "term"),
        organ=text(event, "organSystem"),
        vocabulary=text(event, "sourceVocabulary"),
        assessment=printed(text(event, "assessmentType")),
        notes=text(event, "notes"),
        counts=tuple(
            Affected(text(one, "groupId"), text(one, "numAffected"), text(one, "numAtRisk"), text(one, "numEvents"))
            for one in listed(event, "stats")
        ),
    )
