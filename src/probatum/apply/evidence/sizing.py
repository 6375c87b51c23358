"""Sizing: the one figure by which a busy reader judges an effect: people of every 1,000 where the source counts them,
else what it reports of both arms, the difference, or the ratio alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.effects import Effect, deciding, leading
from probatum.apply.evidence import absolute, arms, clauses, co_primary
from probatum.apply.evidence.outcomes import OutcomeGroup, Told, graded_studies
from probatum.model import Calculation, Finding, Measure, Span
from probatum.text.expressions import caseless


class Sized(NamedTuple):
    """The figure: behind a colon, and in brackets before the certainty; the same in plain words; what it rests on."""

    text: str
    inside: str
    plain: str
    calculation: tuple[Calculation, ...] = ()
    spans: tuple[Span, ...] = ()


def size(effect: Effect, group: OutcomeGroup, context: Context) -> Sized | None:
    """The figure of the study that decides, the surest and largest first; None where none can be told in a few words.

    Of several studies it is said that it is one of them, since their other figures stand further down.
    """
    found = deciding(effect, group, context)
    own = [i for i in found if i.finding.outcome == group.name]  # not that of a part of the people, or another time
    own = _of_both(found, group, context) or own
    held = group.certainty.records if group.certainty else ()
    # What the certainty rests on gives the figure: that of a trial is none of the review behind which the trial stands.
    for item in sorted(own or found, key=lambda i: bool(held) and i.finding.record not in held):
        made = _of(item, turned=arms.stand(item.finding, context.question).turned)
        if made is not None:
            made = _needed(made, item) if _ASKS_NEEDED.search(context.question.typed) else made
            design = item.appraisal.study.design
            apart = bool(held) and item.finding.record not in held
            several = (len(graded_studies(group)) > 1 or apart) and not design.synthesis
            return _in_one(made, "trial" if design.randomised else "study") if several else made
    return None


def _of_both(found: Sequence[Told], group: OutcomeGroup, context: Context) -> list[Told]:
    """The findings of the trial that was planned for this outcome and for the one told behind it."""
    pair = leading(context)[:2]
    if context.outcome or len(pair) < 2 or group is not pair[0]:
        return []
    records = co_primary.of_both(*pair)
    return [i for i in found if i.finding.record in records]


_ASKS_NEEDED: Final = caseless(r"\bNN[TH]\b|\bnumbers? needed\b|\bhow many (?:\w+ ){0,3}(?:need|treat|have to|must)\w*")


def _needed(made: Sized, item: Told) -> Sized:
    """The figure with how many are treated for one of them to be spared or to gain, where that is asked for."""
    number = absolute.needed(item.finding, item.appraisal.study) if item.finding.favours != "harm" else None
    if number is None or _NEEDED in item.finding.sentence.quote:
        return made
    spans = (item.finding.sentence, *item.finding.spans, *(a.value.span for a in item.finding.arms if a.value))
    return made._replace(
        inside="; ".join(filter(None, (f"{_NEEDED} {number.result}", made.inside))),
        plain=f"{made.plain}; about {number.result} people are treated for one of them to gain",
        calculation=(*made.calculation, number),
        spans=(*made.spans, *spans),
    )


_NEEDED: Final = "number needed to treat"


def _in_one(made: Sized, what: str) -> Sized:
    plain = f"in one {what}, {made.plain}" if made.plain else ""
    if not made.text:
        return made._replace(inside=f"{made.inside} in one {what}", plain=plain)
    return made._replace(text=f"in one {what}, {made.text}", plain=plain)


def _of(item: Told, *, turned: bool) -> Sized | None:
    """The figure of one finding, with the time at which it was taken."""
    made = _untimed(item, turned=turned)
    when = item.finding.timepoint
    if made is None or not when or when in item.finding.outcome:
        return made
    when = f" {wording.lower(when)}"
    if not made.text:
        return made._replace(inside=f"{made.inside}{when}", plain=f"{made.plain}{when}" if made.plain else "")
    return made._replace(text=_before_brackets(made.text, when), plain=f"{made.plain}{when}")


def _before_brackets(text: str, when: str) -> str:
    head, bracket, tail = text.rpartition(" (") if text.endswith(")") else (text, "", "")
    return f"{head}{when}{bracket}{tail}"


def _untimed(item: Told, *, turned: bool) -> Sized | None:
    finding, study = item.finding, item.appraisal.study
    counted = absolute.brief(_turned(finding) if turned else finding, study)
    measured = "" if turned else ratio(finding) or _difference(finding)
    if counted is not None:  # an interval of people is enough; where they have none, that of the source stands for it
        inside = "" if _BOUNDED in counted.text else measured
        easy = counted.plain
        if inside:  # a figure that professionals are shown is every reader's
            easy = f"{easy}, {_times(finding) if ratio(finding) else _apart(finding)}"
        return Sized(counted.text, inside, easy, counted.calculation, counted.spans)
    spans = (finding.sentence, *finding.spans)
    interval = wording.interval_words(finding.interval)
    both = _both(finding)
    if both:
        inside = measured or ("" if finding.interval is not None else wording.p_words(finding.p))
        return Sized(both, inside, _with_ratio(both, finding, turned=turned), (), spans)
    if finding.measure is Measure.RELATIVE and (made := clauses.relative(finding)):
        return Sized(made, "", clauses.relative(finding, plainly=True), (), spans)
    if finding.measure is Measure.MEAN_DIFFERENCE and finding.estimate is not None and finding.estimate.value > 0:
        by = f"{'by' if finding.significant else 'a difference of'} {wording.with_unit(finding.estimate, finding.unit)}"
        return Sized(f"{by}{wording.brackets(interval)}", "", by, (), spans)
    if ratio(finding) and not turned:
        return Sized("", ratio(finding), _times(finding), (), spans)
    if measured:
        return Sized("", measured, _apart(finding), (), spans)
    return None


def _apart(finding: Finding) -> str:
    """A difference in plain words, whose sign the direction before it tells: `by 0.49 times as much as ...`."""
    if finding.estimate is None or finding.measure not in _DIFFERENCES:
        return ""
    size = msgspec.structs.replace(finding.estimate, text=finding.estimate.text.lstrip("-−"))
    if finding.measure is Measure.SMD:
        return f"by {size.text} times as much as people usually differ from each other"
    amount = f"{size.text} percentage points" if finding.unit == "%" else wording.with_unit(size, finding.unit)
    return f"{'by' if finding.significant else 'a difference of'} {amount}"


_BOUNDED: Final = "% CI "
"""How an interval is told."""
_DIFFERENCES: Final = (Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE)


def _difference(finding: Finding) -> str:
    """`mean difference -4.28 percentage points, 95% CI -5.28 to -3.28`, as its source has it; empty where the finding
    is no difference of two named arms."""
    figure = finding.estimate
    if finding.measure not in _DIFFERENCES or figure is None or not _other(finding):
        return ""
    unit = "" if finding.measure is Measure.SMD else finding.unit
    amount = f"{figure.text} percentage points" if unit == "%" else wording.with_unit(figure, unit)
    name = "difference" if finding.measure is Measure.RISK_DIFFERENCE else finding.measure.value
    told = wording.interval_words(finding.interval) or wording.p_words(finding.p)
    return ", ".join(filter(None, (f"{name} {amount}", told)))


def _turned(finding: Finding) -> Finding:
    """A finding told of its second arm: the figures of both arms, without an estimate of the first against it."""
    arms_ = (*reversed(finding.arms[:2]), *finding.arms[2:])
    return msgspec.structs.replace(finding, arms=arms_, estimate=None, interval=None)


_AS_OFTEN: Final = (Measure.RISK_RATIO, Measure.RATE_RATIO, Measure.HAZARD_RATIO)


def ratio(finding: Finding) -> str:
    """`hazard ratio 0.71, 95% CI 0.56 to 0.90`; empty where the finding is no ratio of two named arms."""
    if finding.measure not in (*_AS_OFTEN, Measure.ODDS_RATIO) or finding.estimate is None or not _other(finding):
        return ""
    parts = [f"{finding.measure.value} {finding.estimate.text}", wording.interval_words(finding.interval)]
    if finding.interval is not None and finding.interval.low.value <= 1 <= finding.interval.high.value:
        parts.append(wording.p_words(finding.p))  # an end at 1.00 is judged by it
    return ", ".join(filter(None, parts))


def _other(finding: Finding) -> str:
    return finding.arms[1].arm if len(finding.arms) > 1 else finding.comparator


def _times(finding: Finding) -> str:
    """A ratio in plain words: `0.71 times as often as with placebo`."""
    if finding.estimate is None:
        return ""
    other = wording.with_arm(_other(finding))
    if finding.measure is Measure.ODDS_RATIO:
        return f"the odds were {finding.estimate.text} times those {other}"
    return f"{finding.estimate.text} times as often as {other}"


def _with_ratio(both: str, finding: Finding, *, turned: bool) -> str:
    return f"{both}, {_times(finding)}" if ratio(finding) and not turned else both


def _both(finding: Finding) -> str:
    """`12.4% with A and 14.2% with B`: what both arms came to, in the unit of the source."""
    told = [(arm, value) for arm in finding.arms[:2] if (value := wording.arm_value(arm, finding.unit)) and arm.arm]
    if len(finding.arms) != 2 or len(told) != 2 or any(arm.baseline is not None for arm, _ in told):
        return ""
    return wording.join([f"{value} {wording.with_arm(arm.arm)}" for arm, value in told])
