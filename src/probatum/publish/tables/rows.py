"""The evidence table: one row a finding, with everything a systematic reviewer extracts, each value or nothing.

A number stands as its source prints it. `where` is the address of the sentence or table row it was read from:
`RECORD@VERSION SECTION START-END`, in Unicode code points, as `probatum show` marks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probatum.apply.composing.references import vancouver
from probatum.apply.wording import DEFAULT_ALPHA
from probatum.model import Appraisal, ArmResult, Figure, Finding, Span

ARMS = 2
"""Arms with columns of their own; the others stand together in `more_arms`."""

_ARM = (
    *("name", "control", "events", "denominator", "value", "baseline", "spread", "spread_kind"),
    *("interval_low", "interval_high", "interval_kind"),
)

COLUMNS = (
    *("record", "citation", "standing", "bears_on", "directness", "design", "n", "registration"),
    *("outcome", "role", "harm", "serious", "time_point", "population", "analysis_set", "measure", "value", "unit"),
    *("interval_low", "interval_high", "interval_level", "p_relation", "p", "p_kind", "one_sided"),
    *("adjusted", "method", "margin"),
    *(f"arm_{number}_{part}" for number in range(1, ARMS + 1) for part in _ARM),
    *("more_arms", "comparator", "direction", "favours", "claimed", "judged", "problems", "where", "sentence"),
)
"""Names of the columns, in order."""


def rows(appraisals: Iterable[Appraisal]) -> Iterator[dict[str, str]]:
    """A row for every finding of the appraisals, in their order; an empty text where the source says nothing."""
    for appraisal in appraisals:
        for finding in appraisal.findings:
            yield {**_study(appraisal), **_finding(finding), "judged": judged(finding, appraisal.study.alpha)}


def _study(appraisal: Appraisal) -> dict[str, str]:
    study, record = appraisal.study, appraisal.record
    return {
        "record": record.id,
        "citation": vancouver(record),
        "standing": record.status.value,
        "bears_on": appraisal.directness.about.value,
        "directness": appraisal.directness.note,
        "design": study.design.value,
        "n": "" if study.n is None else str(study.n),
        "registration": study.registration.value if study.registration else "",
    }


def _finding(finding: Finding) -> dict[str, str]:
    interval, p = finding.interval, finding.p
    made = {
        "outcome": finding.outcome,
        "role": finding.outcome_role.value,
        "harm": _yes(finding.harm),
        "serious": _yes(finding.serious),
        "analysis_set": finding.analysis_set,
        "time_point": finding.timepoint,
        "population": finding.population,
        "measure": finding.measure.value,
        "value": _text(finding.estimate),
        "unit": finding.unit,
        "interval_low": _text(interval.low) if interval else "",
        "interval_high": _text(interval.high) if interval else "",
        "interval_level": f"{interval.level:g}" if interval and interval.level is not None else "",
        "p_relation": p.relation if p else "",
        "p": _text(p.figure) if p else "",
        "p_kind": p.kind if p else "",
        "one_sided": _yes(finding.one_sided),
        "adjusted": "" if finding.adjusted is None else "yes" if finding.adjusted else "no",
        "method": finding.method,
        "margin": finding.margin,
        "favours": finding.favours,
        "more_arms": "; ".join(arm_words(arm) for arm in finding.arms[ARMS:]),
        "comparator": finding.comparator,
        "direction": finding.direction.value,
        "claimed": finding.claimed,
        "problems": "; ".join(finding.problems),
        "where": address(finding.sentence),
        "sentence": " ".join(finding.sentence.quote.split()),
    }
    for number in range(1, ARMS + 1):
        arm = finding.arms[number - 1] if len(finding.arms) >= number else None
        made |= {f"arm_{number}_{part}": value for part, value in zip(_ARM, _arm(arm), strict=True)}
    return made


def _arm(arm: ArmResult | None) -> tuple[str, ...]:
    if arm is None:
        return ("",) * len(_ARM)
    figures = (_text(f) for f in (arm.events, arm.denominator, arm.value, arm.baseline, arm.spread))
    interval = (arm.interval.low.text, arm.interval.high.text) if arm.interval else ("", "")
    return (arm.arm, _yes(arm.control), *figures, arm.spread_kind, *interval, arm.interval_kind)


def _yes(said: bool) -> str:
    return "yes" if said else ""


def _text(figure: Figure | None) -> str:
    return figure.text if figure else ""


def arm_words(arm: ArmResult) -> str:
    """An arm's result in a few words: `placebo 12/60`, `mexiletine 3.5 (SD 1.2), from 5.3`."""
    counted = f"{arm.events.text}/{arm.denominator.text}" if arm.events and arm.denominator else _text(arm.events)
    spread = f"({arm.spread_kind} {arm.spread.text})" if arm.spread else ""
    size = f"(of {arm.denominator.text})" if arm.denominator and not arm.events else ""
    said = "" if arm.events and arm.value and arm.events.text == arm.value.text else _text(arm.value)
    value = " ".join(part for part in (said, spread, size) if part)
    start = f"from {arm.baseline.text}" if arm.baseline else ""
    return f"{arm.arm} {', '.join(part for part in (counted, value, start) if part)}".strip()


def judged(finding: Finding, alpha: float | None) -> str:
    """Whether the result reached significance, by the study's own level or 0.05; empty without a test."""
    if finding.significant is None:
        return ""
    return f"{'significant' if finding.significant else 'not significant'} at {alpha or DEFAULT_ALPHA:g}"


def address(span: Span) -> str:
    """Where characters stand: `pmid:1@3f2a abstract 120-240`."""
    return f"{span.record}@{span.version} {span.section} {span.start}-{span.end}"
