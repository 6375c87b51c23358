"""Findings of one outcome into one Pooled: those of the same comparison and scale, each trial once.

What cannot be pooled with the rest is left out by name and reason; where fewer than two trials are left, the result
says why there is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.pooling.analysis import RATIOS, Analysis, pool_rows
from probatum.appraise.pooling.comparison import Comparison, compared
from probatum.appraise.pooling.conversions import events_from_share, sd_from_se, se_from_interval
from probatum.appraise.pooling.rows import PREFERRED, Row
from probatum.model import (
    ArmResult,
    Design,
    Direction,
    Figure,
    Finding,
    Measure,
    OutcomeRole,
    Pooled,
    PooledArm,
    Record,
    Span,
    Study,
)

Evidence = Sequence[tuple[Study, Finding]]

_OF_ARMS: Final = frozenset((Measure.MEAN, Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.CHANGE))
_ESTIMATES: Final = frozenset((*RATIOS, Measure.RISK_DIFFERENCE, Measure.MEAN_DIFFERENCE, Measure.SMD))


class Candidate(NamedTuple):
    """A finding that could be pooled."""

    row: Row
    comparison: Comparison
    randomised: bool
    unit: str
    trial: str


class _Group(NamedTuple):
    """What must be one for studies to be pooled."""

    comparison: tuple[str, str]
    randomised: bool
    unit: str
    measure: Measure


def pool(outcome: str, evidence: Evidence, wanted: Analysis | None = None) -> Pooled:
    """Pool what `evidence` holds on `outcome`, best evidence first: of several comparisons or scales the one with most
    trials. `wanted` may name measure, method, test and level; its names are filled in from the studies."""
    asked = wanted or Analysis()
    candidates: list[Candidate] = []
    refused: dict[str, str] = {}
    for study, finding in evidence:
        made = _candidate(study, finding)
        if isinstance(made, Candidate):
            candidates.append(made)
        else:
            refused.setdefault(label(finding.sentence.source), made)
    group = _best(candidates, asked.measure)
    used = _used(candidates, group) if group else []
    left_out = _left_out(candidates, used, group, refused)
    first = used[0] if used else None
    analysis = msgspec.structs.replace(
        asked,
        measure=group.measure if group else asked.measure,
        outcome=outcome,
        intervention=first.comparison.intervention if first else "",
        comparator=first.comparison.comparator if first else "",
        unit=first.unit if first and group and group.measure is Measure.MEAN_DIFFERENCE else "",
    )
    return pool_rows([candidate.row for candidate in used], analysis, left_out=left_out)


def label(record: Record) -> str:
    """How a study is named: `Okafor 2014`; its identifier where it has no author."""
    author = record.authors[0].rsplit(" ", 1)[0] if record.authors else record.journal or record.id
    return f"{author} {record.year or ''}".strip()


def _candidate(study: Study, finding: Finding) -> Candidate | str:
    """The finding as a row, or why it cannot be one."""
    why = _unfit(study, finding)
    if why:
        return why
    comparison = compared(study, finding)
    if comparison is None:
        return "it does not say which two things were compared"
    arms = _arms(study, finding, comparison) if study.design not in _PAIRED else None
    estimate = _estimate(finding) if not comparison.turned else None
    if arms is None and estimate is None:
        return _PAIRED.get(study.design) or "its figures have no measure of their error"
    y, se, measure = estimate or (None, None, None)
    record = finding.sentence.source
    row = Row(label(record), arms, y, se, measure, finding.record, spans(finding))
    trial = study.registration.value.upper() if study.registration else finding.record
    return Candidate(row, comparison, study.design.randomised, finding.unit.strip().lower(), trial)


_PAIRED: Final = {
    Design.CROSSOVER: "a crossover trial that gives no error of the paired difference",
    Design.CLUSTER: "a trial of clusters that gives no error which heeds them",
}
"""Designs whose arms must not be compared as if people were independent -> why they are left out."""


def _unfit(study: Study, finding: Finding) -> str:
    if study.design.synthesis:
        return "a review, which pools studies itself"
    if finding.problems:
        return "its figures do not hold together"
    if finding.measure is Measure.MEDIAN:
        return "medians, which are not pooled with means"
    if finding.population or finding.outcome_role is OutcomeRole.SUBGROUP:
        return "a subgroup"
    return ""


def _arms(study: Study, finding: Finding, comparison: Comparison) -> tuple[PooledArm, PooledArm] | None:
    """Counts or means of both arms, the active one first; None where a figure is lacking."""
    if len(finding.arms) != 2:
        return None
    first, second = finding.arms if not comparison.turned else (finding.arms[1], finding.arms[0])
    made = (_arm(study, finding, first), _arm(study, finding, second))
    counted = all(arm.events is not None for arm in made)
    measured = all(arm.mean is not None for arm in made)
    return made if counted or measured else None


def _arm(study: Study, finding: Finding, arm: ArmResult) -> PooledArm:
    n = _people(study, arm)
    share = arm.value.value if arm.value is not None and _shares(finding) and arm.value is not arm.events else None
    if arm.events is not None and n is not None:
        fits = share is None or abs(100 * arm.events.value / n - share) <= _ROUNDED
        return PooledArm(n=n, events=arm.events.value) if arm.denominator is not None or fits else PooledArm()
    if share is not None and n is not None and arm.value is not None:
        events = events_from_share(arm.value.text, share, n)
        return PooledArm(n=n, events=events) if events is not None else PooledArm()
    if finding.measure not in _OF_ARMS or arm.value is None or arm.spread is None or n is None or arm.baseline:
        return PooledArm()
    spread = arm.spread.value
    if arm.spread_kind == "SE":
        spread = sd_from_se(spread, n)
    elif arm.spread_kind != "SD":  # a spread of an unsaid kind is not guessed
        return PooledArm()
    return PooledArm(n=n, mean=arm.value.value, sd=spread)


_ROUNDED: Final = 0.6
"""Percentage points by which a printed share may differ from events over people."""
_COUNTED: Final = frozenset(
    (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.PERCENTAGE, Measure.RISK_DIFFERENCE, Measure.NNT)
)
"""Measures beside which a share is one of people counted, not of a curve of survival."""


def _shares(finding: Finding) -> bool:
    """True where the results of the arms are shares of people who had an event."""
    return finding.unit == "%" and finding.measure in _COUNTED


def _people(study: Study, arm: ArmResult) -> float | None:
    """The people of an arm: as its result says, else as the study says of the arm of that name."""
    if arm.denominator is not None:
        return arm.denominator.value
    called = _bare(arm.arm)
    named = {own.n for own in study.arms if own.n and called in (_bare(own.name), _bare(own.drug)) and called}
    return float(named.pop()) if len(named) == 1 else None


def _bare(name: str) -> str:
    """`the velorine group` and `velorine` are one arm."""
    return re.sub(r"^the |(?: treatment| therapy)?(?: groups?| arms?)?$", "", name.lower().strip()).strip()


def _estimate(finding: Finding) -> tuple[float, float, Measure] | None:
    """Estimate and standard error on the scale of pooling, from an interval that holds its estimate."""
    if finding.measure not in _ESTIMATES or finding.estimate is None or finding.interval is None:
        return None
    level = finding.interval.level
    low, value, high = finding.interval.low.value, finding.estimate.value, finding.interval.high.value
    if level is None or not 50 <= level < 100 or not low < high or not low <= value <= high:
        return None
    if finding.measure in RATIOS:
        if low <= 0:
            return None
        low, value, high = math.log(low), math.log(value), math.log(high)
    elif low > 0 and finding.direction is Direction.LOWER:  # `5.1 points lower (2.3 to 7.9)` is a difference of -5.1
        low, value, high = -high, -value, -low
    return value, se_from_interval(low, high, level), finding.measure


def spans(finding: Finding) -> tuple[Span, ...]:
    """The characters that a finding's part in a pooled result rests on."""
    figures: list[Figure | None] = [finding.estimate]
    if finding.interval is not None:
        figures += [finding.interval.low, finding.interval.high]
    for arm in finding.arms:
        figures += [arm.value, arm.spread, arm.events, arm.denominator]
    return tuple(dict.fromkeys((finding.sentence, *(f.span for f in figures if f is not None))))


def _best(candidates: Sequence[Candidate], measure: Measure | None) -> _Group | None:
    """The group with most trials; of equals randomised trials, then the preferred measure, then the first seen."""
    trials: dict[_Group, set[str]] = {}
    for one in candidates:
        for held in (measure,) if measure else PREFERRED:
            # Means on different scales are made standardised only when that is asked for.
            if one.row.gives(held) and (measure or held is not Measure.SMD or one.row.measure is held):
                unit = one.unit if held is Measure.MEAN_DIFFERENCE else ""
                group = _Group(one.comparison.key, one.randomised, unit, held)
                trials.setdefault(group, set()).add(one.trial)
    order = {held: at for at, held in enumerate(PREFERRED)}
    return min(trials, key=lambda g: (-len(trials[g]), not g.randomised, order.get(g.measure, 99)), default=None)


def _fits(one: Candidate, group: _Group) -> str:
    """Why a candidate does not belong to the group; empty where it does."""
    if one.comparison.key != group.comparison:
        return f"another comparison: {one.comparison.intervention} versus {one.comparison.comparator}"
    if one.randomised != group.randomised:
        return "not randomised" if group.randomised else "randomised, and the others are not"
    if group.measure is Measure.MEAN_DIFFERENCE and one.unit != group.unit and one.row.gives(group.measure):
        return f"another scale: {one.unit or 'unit not said'} and not {group.unit or 'the unsaid unit of the others'}"
    if not one.row.gives(group.measure):
        return f"another kind of result: its figures give no {group.measure.value}"
    return ""


def _used(candidates: Sequence[Candidate], group: _Group) -> list[Candidate]:
    """The first fitting result of every trial; one with both arms goes before an estimate alone."""
    made: dict[str, Candidate] = {}
    for one in candidates:
        if _fits(one, group):
            continue
        held = made.get(one.trial)
        if held is None or (held.row.arms is None and one.row.arms is not None and held.row.record == one.row.record):
            made[one.trial] = one
    return list(made.values())


def _left_out(
    candidates: Sequence[Candidate], used: Sequence[Candidate], group: _Group | None, refused: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """Studies none of whose results is used, each with its first reason."""
    kept = {one.row.record for one in used}
    trials = {one.trial: one.row.label for one in used}
    made: dict[str, str] = {}
    for one in candidates:
        if one.row.record in kept or group is None:
            continue
        twice = f"the same trial as {trials[one.trial]} ({one.trial})" if one.trial in trials else ""
        made.setdefault(one.row.label, twice or _fits(one, group))
    names = {one.row.label for one in used}
    for name, why in refused.items():
        if name not in names:
            made.setdefault(name, why)
    return tuple(made.items())
