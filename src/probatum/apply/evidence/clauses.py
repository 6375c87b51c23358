"""From a finding to a clause: one template a measure, with the source's own figures.

A clause has no capital and no full stop: `cramp frequency was 31% of the placebo value with 300 mg/day (p = 0.047)`.
Every figure printed is a Figure of the finding, so its characters stand in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.evidence.clause_parts import (
    A_CHANGE,
    A_NUMBER,
    Style,
    occurred,
    people_counted,
    sized,
    than_other,
    told_value,
    verb_of_change,
    versus,
    when,
    which_way,
)
from probatum.apply.plainly.plain import shares
from probatum.model import Direction, Finding, Measure, Span
from probatum.text.expressions import expression

_RATIOS: Final = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.HAZARD_RATIO,
    Measure.RATE_RATIO,
    Measure.RISK_DIFFERENCE,
    Measure.NNT,
    Measure.MEAN_DIFFERENCE,
    Measure.SMD,
    Measure.CORRELATION,
    Measure.KAPPA,
    Measure.AUC,
    Measure.LIKELIHOOD_RATIO,
)
_SHARES: Final = (Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.PREDICTIVE_VALUE)


class Clause(msgspec.Struct, frozen=True):
    """Words for a professional and plain words, with what they rest on."""

    text: str
    plain: str
    spans: tuple[Span, ...]
    finding: Finding
    sentences: tuple[Span, ...] = ()
    """The sentences whose figures it tells."""


def _tail(finding: Finding, style: Style) -> str:
    """Interval, p and judgement in brackets; in plain words what they mean."""
    if style.plain:
        return wording.brackets(wording.chance(finding))
    return wording.brackets(
        wording.interval_words(finding.interval), wording.p_words(finding.p), wording.judged(finding, style.alpha)
    )


def _estimate(finding: Finding, style: Style) -> str:
    """`mortality: hazard ratio 0.75 for A v B (95% CI ...)`; a difference with a direction is said in words."""
    if finding.estimate is None:
        return ""
    if _loses_more(finding):
        return ""  # `loss was greater: -4.3` is told in its own words
    if finding.measure is Measure.MEAN_DIFFERENCE and sized(finding):
        return _by_how_much(finding, style)
    if finding.measure in _DIFFERENCES and which_way(finding) in _JUDGED and than_other(finding):
        subject = f"{finding.outcome}{when(finding)} {wording.be(finding.outcome)} {which_way(finding)}"
        inside = _tail(finding, style).removeprefix(" (").removesuffix(")")
        size = wording.brackets(f"{finding.measure.value} {wording.estimate(finding)}", inside)
        return f"{subject} {than_other(finding)}{size}"
    told = [
        f"{v}{' ' + wording.with_arm(a.arm) if a.arm else ''}" for a in finding.arms if (v := told_value(a, finding))
    ]
    if len(told) >= 2:
        subject = f"{finding.outcome}{when(finding)} {occurred(finding, style)}"
        shown = f"{finding.measure.value} {finding.estimate.text}"
        if style.plain and finding.measure in _OFTEN:
            shown = _times(finding)
        inside = _tail(finding, style).removeprefix(" (").removesuffix(")")
        return f"{subject} {wording.join(told)}{wording.brackets(shown, inside)}"
    if style.plain and (easily := _likelier(finding) or _apart(finding, style)):
        return easily
    compared = f" {versus(finding)}" if versus(finding) else ""
    subject = f"the {finding.measure.value} for {finding.outcome}{when(finding)}"
    return f"{subject} was {wording.estimate(finding)}{compared}{_tail(finding, style)}"


_DIFFERENCES: Final = (Measure.MEAN_DIFFERENCE, Measure.SMD)
_JUDGED: Final = ("better", "worse")
_LOSS: Final = expression(r"\b(?:loss|reduction|decrease|decline|fall)\b", re.IGNORECASE)
_GREATER: Final = expression(r"\b(?:greater|larger|more|higher)\b", re.IGNORECASE)


def _loses_more(finding: Finding) -> bool:
    """Whether a source calls a loss greater and gives it as a negative difference, whose sign says the opposite."""
    negative = finding.measure is Measure.MEAN_DIFFERENCE and finding.estimate and finding.estimate.value < 0
    return bool(negative and _LOSS.search(finding.outcome) and _GREATER.search(finding.sentence.quote))


_OFTEN: Final = (Measure.RISK_RATIO, Measure.RATE_RATIO, Measure.HAZARD_RATIO, Measure.ODDS_RATIO)
_NO_EVENT: Final = expression(r"\b(?:time|duration|length|score|quality|level|change|rate|survival)\b", re.IGNORECASE)
"""Outcomes that do not happen more or less often."""


def _times(finding: Finding) -> str:
    """A ratio in plain words: `0.71 times as often`; of odds `the odds were 0.71 times as high`."""
    if finding.estimate is None:
        return ""
    odds = finding.measure is Measure.ODDS_RATIO
    return f"the odds were {finding.estimate.text} times as high" if odds else f"{finding.estimate.text} times as often"


def _likelier(finding: Finding) -> str:
    """A ratio of two named arms in plain words: `fits were less likely with A than with B (0.8 times as often)`."""
    named = list(dict.fromkeys(n for n in (*(a.arm for a in finding.arms), finding.comparator) if n))
    if finding.measure not in _OFTEN or finding.estimate is None or len(named) < 2 or _NO_EVENT.search(finding.outcome):
        return ""
    tail = wording.brackets(_times(finding), wording.chance(finding))
    if finding.significant is False or finding.estimate.value == 1:
        what = f"{finding.outcome}{when(finding)}"
        return f"no clear difference in {what} was found between {named[0]} and {named[1]}{tail}"
    way = "less" if finding.estimate.value < 1 else "more"
    be, one, other = wording.be(finding.outcome), wording.with_arm(named[0]), wording.with_arm(named[1])
    return f"{finding.outcome}{when(finding)} {be} {way} likely {one} than {other}{tail}"


def _by_how_much(finding: Finding, style: Style) -> str:
    """`cramp severity was 15 points lower with A than with B (p = 0.01)`."""
    if finding.estimate is None:
        return ""
    shown = wording.with_unit(finding.estimate, finding.unit)
    subject = f"{finding.outcome}{when(finding)} {wording.be(finding.outcome)}"
    return f"{subject} {shown} {which_way(finding)} {than_other(finding)}{_tail(finding, style)}"


def _share(finding: Finding, style: Style) -> str:
    """`sensitivity for appendicitis was 92% (95% CI ...)`."""
    figure = finding.estimate or (finding.arms[0].value if finding.arms else None)
    if figure is None:
        return ""
    named = finding.outcome if finding.measure.value in finding.outcome.lower() else ""
    subject = named or f"the {finding.measure.value} of {finding.outcome}"
    return f"{subject} was {wording.with_unit(figure, finding.unit)}{_tail(finding, style)}"


def _relative(finding: Finding, style: Style) -> str:
    """`cramp frequency was 31% of the placebo value with 300 mg/day (p = 0.047)`."""
    arm = finding.arms[0] if finding.arms else None
    figure = (arm.value if arm else None) or finding.estimate
    if figure is None:
        return ""
    of = finding.comparator or "comparator"
    where = f" {wording.with_arm(arm.arm)}" if arm and arm.arm else ""
    shown = wording.with_unit(figure, finding.unit or "%")
    if style.plain and arm and arm.arm:
        it = f"{finding.outcome}{when(finding)} {wording.be(finding.outcome)}"
        return f"{wording.with_arm(arm.arm)}, {it} {shown} of that {wording.with_arm(of)}{_tail(finding, style)}"
    subject = f"{finding.outcome} {wording.be(finding.outcome)}"
    return f"{subject} {shown} of the {of} value{where}{when(finding)}{_tail(finding, style)}"


def relative(finding: Finding, *, plainly: bool = False) -> str:
    """`31% of the placebo value with 300 mg/day`, of an arm that is told as a share of the other."""
    arm = finding.arms[0] if finding.arms else None
    if arm is None or arm.value is None or not arm.arm or not finding.comparator:
        return ""
    shown = wording.with_unit(arm.value, finding.unit or "%")
    if plainly:
        return f"{wording.with_arm(arm.arm)}, {shown} of that {wording.with_arm(finding.comparator)}"
    return f"{shown} of the {finding.comparator} value {wording.with_arm(arm.arm)}"


def _arms(finding: Finding, style: Style) -> str:
    """`hospital stay was 5.3 (SD 1.2) days with A and 6.1 (SD 1.4) days with B (p = 0.03)`."""
    told = [(a, wording.arm_value(a, finding.unit)) for a in finding.arms]
    told = [(a, v) for a, v in told if v]
    if not told:
        return _estimate(finding, style)
    if len(told) == 1 and told[0][1].lower() in ("no", "none", "zero", "0"):
        where = f" {wording.with_arm(told[0][0].arm)}" if told[0][0].arm else ""
        return f"no {finding.outcome} {wording.be(finding.outcome)} reported{where}{_tail(finding, style)}"
    counted = (all(a.events is not None for a, _ in told) or people_counted(finding)) and not A_NUMBER.match(
        finding.outcome
    )
    if counted and len(told) == 1 and told[0][1].lower() in ("one", "1"):
        where = f" {wording.with_arm(told[0][0].arm)}" if told[0][0].arm else ""
        return f"one {wording.singular(finding.outcome)} was reported{where}{_tail(finding, style)}"
    parts = [f"{value}{' ' + wording.with_arm(a.arm, counted=counted) if a.arm else ''}" for a, value in told]
    verb = f"{wording.be(finding.outcome)} seen in" if counted else wording.be(finding.outcome)
    kind = finding.measure.value if finding.measure in (Measure.MEAN, Measure.MEDIAN) else ""
    named = (
        f"{kind} {wording.bare(finding.outcome)}" if kind and kind not in finding.outcome.lower() else finding.outcome
    )
    return f"{named}{when(finding)} {verb} {wording.join(parts)}{_tail(finding, style)}"


def _apart(finding: Finding, style: Style) -> str:
    """`on average wet nights were 1.56 lower with A than with B`: a mean difference in plain words; empty for another
    measure, or where the arms are not named."""
    estimate = finding.estimate
    names = list(dict.fromkeys(n for n in (*(a.arm for a in finding.arms), finding.comparator) if n))
    if finding.measure is not Measure.MEAN_DIFFERENCE or estimate is None or len(names) < 2 or not estimate.value:
        return ""
    way = "lower" if estimate.value < 0 else "higher"
    size = wording.estimate(finding).lstrip("-−")
    sides = f"{wording.with_arm(names[0])} than {wording.with_arm(names[1])}"
    subject = f"on average {finding.outcome}{when(finding)} {wording.be(finding.outcome)}"
    return f"{subject} {size} {way} {sides}{_tail(finding, style)}"


def _change(finding: Finding, style: Style) -> str:
    """`cramps fell from 5.3 to 3.5 per day with A`, `pain fell by 15 points with A and 3 points with B`."""
    parts: list[str] = []
    named = bool(A_CHANGE.match(finding.outcome))
    for arm in finding.arms:
        if arm.value is None:
            continue
        where = f" {wording.with_arm(arm.arm)}" if arm.arm else ""
        shown = wording.arm_value(arm, finding.unit)
        moved = f"from {arm.baseline.text} to {shown}" if arm.baseline else shown if named else f"by {shown}"
        parts.append(moved + where)
    if not parts and finding.estimate is not None and sized(finding):
        return _by_how_much(finding, style)
    if not parts and finding.estimate is not None:
        parts.append(f"by {wording.with_unit(finding.estimate, finding.unit)}")
    if not parts:
        return ""
    verb = wording.be(finding.outcome) if named else verb_of_change(finding)
    return f"{finding.outcome}{when(finding)} {verb} {wording.join(parts)}{_tail(finding, style)}"


def _words(finding: Finding, style: Style) -> str:
    """`pain was lower with A than with B (p = 0.01)`; `no difference in pain was detected between A and B`."""
    tail = _tail(finding, style)
    if not style.plain:
        tail = wording.brackets(wording.interval_words(finding.interval), wording.p_words(finding.p))
    if finding.direction is Direction.NONE_DETECTED or finding.significant is False:
        names = [a.arm for a in finding.arms if a.arm] + ([finding.comparator] if finding.comparator else [])
        names = list(dict.fromkeys(names))
        between = f" between {wording.join(names)}" if len(names) >= 2 else ""
        return f"no difference in {finding.outcome}{when(finding)} was detected{between}{tail}"
    if finding.direction in (Direction.LOWER, Direction.HIGHER):
        subject = f"{finding.outcome}{when(finding)} {wording.be(finding.outcome)}"
        return f"{subject} {finding.direction.value} {than_other(finding)}".rstrip() + tail
    return ""


_TEMPLATES: Final[dict[Measure, Callable[[Finding, Style], str]]] = {
    **dict.fromkeys(_RATIOS, _estimate),
    **dict.fromkeys(_SHARES, _share),
    Measure.RELATIVE: _relative,
    Measure.MEAN: _arms,
    Measure.MEDIAN: _arms,
    Measure.PERCENTAGE: _arms,
    Measure.COUNT: _arms,
    Measure.SURVIVAL: _arms,
    Measure.RATE: _arms,
    Measure.OTHER: _arms,
    Measure.CHANGE: _change,
    Measure.PERCENT_CHANGE: _change,
    Measure.P_ONLY: _words,
}


def clause(finding: Finding, alpha: float | None = None) -> Clause | None:
    """The clause for a finding, or None when no template says it well (it is then quoted)."""
    template = _TEMPLATES.get(finding.measure)
    text = template(finding, Style(alpha)) if template else ""
    if not text or template is None:
        return None
    easy = shares(plain(wording.lower(template(finding, Style(alpha, plain=True)))))
    return Clause(wording.lower(text), easy, (finding.sentence, *finding.spans), finding, (finding.sentence,))


_PLAIN: Final[tuple[tuple[str, str], ...]] = (
    (" (no clear difference)", ""),
    ("no difference in ", "no clear difference was found in "),
    (" was detected between ", " between "),
    (" was detected", ""),
    ("with placebo", "with a dummy treatment (placebo)"),
    ("of participants with a dummy", "of people with a dummy"),
    (" v ", " compared with "),
)


def plain(text: str) -> str:
    """The same clause with everyday words; figures untouched."""
    for before, after in _PLAIN:
        text = text.replace(before, after)
    return text


def together(findings: Sequence[Finding], alpha: float | None = None) -> tuple[Clause, ...]:
    """Clauses for findings of one outcome in one study, those of one sentence and measure drawn together.

    `cramp frequency was 31% of the placebo value with A (p = 0.047)` and `... 16% ... with B (p = 0.002)`
    become one clause joined by `and`, the subject said once.
    """
    clauses: list[Clause] = []
    for finding in findings:
        made = clause(finding, alpha)
        if made is None:
            continue
        last = clauses[-1] if clauses else None
        if last and _joinable(last.finding, finding):
            rest = made.text.split(f" {wording.be(finding.outcome)} ", 1)[1]
            rest = rest.replace(f" of the {finding.comparator} value", "", 1)
            clauses[-1] = Clause(
                f"{last.text} and {rest}",
                f"{last.plain}; {made.plain}",
                tuple(dict.fromkeys((*last.spans, *made.spans))),
                last.finding,
                (*last.sentences, *made.sentences),
            )
        else:
            clauses.append(made)
    return tuple(clauses)


def _joinable(one: Finding, other: Finding) -> bool:
    return (
        one.measure is other.measure is Measure.RELATIVE
        and one.outcome == other.outcome
        and one.comparator == other.comparator
        and one.significant == other.significant
    )
