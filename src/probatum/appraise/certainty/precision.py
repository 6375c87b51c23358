"""Imprecision: few people or events, an interval that holds benefit and harm, or no interval at all."""

from __future__ import annotations

from probatum.appraise.certainty.body import Body, figures, joined
from probatum.model import CertaintyStep, Direction, Domain, Finding, Interval, Measure, Span

PEOPLE_NEEDED = 400
"""Rule of thumb for a continuous outcome (Guyatt et al. 2011, GRADE 6, doi:10.1016/j.jclinepi.2011.01.012)."""
EVENTS_NEEDED = 300
"""Rule of thumb for a dichotomous outcome (ibid.)."""
FEW = 100
SPARSE = 50
TINY = 30
"""Fewer people than this say next to nothing (Zeng et al. 2022, GRADE 34, doi:10.1016/j.jclinepi.2022.07.014)."""
APPRECIABLE = (0.75, 1.25)
"""Relative effects beyond which benefit or harm is appreciable (GRADE 6)."""
RATIOS = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)


def imprecision(body: Body) -> list[CertaintyStep]:
    """Down for few people or events, for an interval that holds both benefit and harm, or for no interval at all."""
    intervals = [f.interval for f in body.findings if f.interval]
    none = not any(f.significant for f in body.findings) and any(_nothing(f) for f in body.findings)
    wordy = body.rank == "synthesis" and not any(figures(f) for f in body.findings)
    lacking = "no number is reported" if wordy else "" if intervals else "no interval is reported"
    reasons = [r for r in (_size(body), _wide(body, none), lacking) if r]
    small, few = _small(body), (body.weight or 0) < FEW
    if _spread(body) > 1:
        change = -2
    elif small:
        change = -2 if (body.weight or PEOPLE_NEEDED) < SPARSE or (few and none) else -1
    else:
        bare = wordy or (not intervals and (none or body.people is None))
        change = -1 if bare or _spread(body) == 1 else 0
    if not change:
        return []
    steps = [CertaintyStep(Domain.IMPRECISION, change, joined(reasons), _figures(body))]
    if (body.weight or PEOPLE_NEEDED) < TINY and not intervals:
        extreme = f"With {body.people} people and no interval almost any size of effect remains possible."
        steps.append(CertaintyStep(Domain.IMPRECISION, -1, extreme, _figures(body)))
    return steps


def _nothing(finding: Finding) -> bool:
    return finding.significant is False or finding.direction is Direction.NONE_DETECTED


def _figures(body: Body) -> tuple[Span, ...]:
    return tuple(s.n_span for s in body.studies if s.n_span)[:4] or body.spans()


def _small(body: Body) -> bool:
    if body.events is not None and body.weight is not None:
        return body.events < EVENTS_NEEDED
    return body.weight is not None and body.weight < PEOPLE_NEEDED


def _size(body: Body) -> str:
    if body.people is None:
        return "how many people took part could not be read"
    if not _small(body):
        return ""
    if body.events is not None:
        return f"there were few events among {body.people} people"
    among = "" if len(body.studies) == 1 else " in all"
    return f"only {body.people} people took part{among}"


def _wide(body: Body, none: bool) -> str:
    crossing = next((f for f in body.findings if f.interval and crosses(f, f.interval)), None)
    if crossing and crossing.interval:
        low, high = crossing.interval.low.text, crossing.interval.high.text
        return f"the interval runs from {low} to {high} and includes no effect"
    if none:
        values = [f.p.text for f in body.findings if f.p and f.significant is False]
        return f"no effect was detected ({values[0]})" if values else "no effect was detected"
    return ""


def crosses(finding: Finding, interval: Interval) -> bool:
    """True when the interval of a between-group effect holds no effect (1 for ratios, 0 for differences)."""
    null = 1.0 if finding.measure in RATIOS else 0.0
    if finding.measure not in (*RATIOS, Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE, Measure.CHANGE):
        return False
    return interval.low.value <= null <= interval.high.value


def _spread(body: Body) -> int:
    """0: narrow; 1: holds no effect and appreciable benefit or harm; 2: holds both. The narrowest interval counts."""
    worst = 2
    judged = False
    for finding in body.findings:
        interval = finding.interval
        if interval is None or finding.measure not in RATIOS:
            continue
        judged = True
        low, high = interval.low.value <= APPRECIABLE[0], interval.high.value >= APPRECIABLE[1]
        worst = min(worst, int(low) + int(high) if crosses(finding, interval) else 0)
    return worst if judged else 0
