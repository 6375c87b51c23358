"""Way: whether findings on one outcome, taken together, went down, up, nowhere or apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply.context import Context
from probatum.apply.evidence import arms
from probatum.apply.evidence.outcomes import OutcomeGroup, Told
from probatum.model import Direction, Finding, Measure, OutcomeRole
from probatum.text.expressions import expression


def tested(finding: Finding) -> bool:
    """A test reached significance, or the source says so in words without a figure to judge by."""
    return finding.significant is True or (finding.significant is None and finding.claimed == "significant")


_LOSS: Final = expression(r"\b(?:loss|reduction|decrease|decline|fall)\b", re.IGNORECASE)
_GREATER: Final = expression(r"\b(?:greater|larger|more|higher)\b", re.IGNORECASE)


def worded(finding: Finding) -> Direction:
    """The direction as the sentence words it: a loss that is `greater` by -4 is more loss, not less."""
    figure = finding.estimate
    negative = figure is not None and figure.value < 0 and finding.direction is Direction.LOWER
    turned = negative and _LOSS.search(finding.outcome) and _GREATER.search(finding.sentence.quote)
    return Direction.HIGHER if turned else finding.direction


_TURNED: Final = {Direction.LOWER: Direction.HIGHER, Direction.HIGHER: Direction.LOWER}


def direction(finding: Finding, context: Context) -> Direction:
    """Direction of the intervention asked about; turned round when it stands as the second arm."""
    told = worded(finding)
    return _TURNED.get(told, told) if arms.stand(finding, context.question).turned else told


def detected_nothing(item: Told, context: Context) -> bool:
    """Whether a finding detected nothing, by its figures or in its source's words."""
    return item.finding.significant is False or direction(item.finding, context) is Direction.NONE_DETECTED


def of(lower: Sequence[Told], higher: Sequence[Told], null: Sequence[Told], group: OutcomeGroup) -> str:
    """`lower`, `higher`, `none`, or `mixed` where studies disagree.

    Studies taken together decide where that gives a result; else as many that found nothing as found something is a
    disagreement, and so are opposite effects. One study with several doses or times does not disagree with itself.
    """
    taken = _together(group)
    own = {name for name, items in (("lower", lower), ("higher", higher)) if items}
    if taken == "none" or (taken and (not own or taken in own)):  # else its sign is not that of its studies
        return taken
    if not lower and not higher:
        return "none"
    if lower and higher and (named := _one_good(lower, higher, group)):
        return named
    if lower and higher:
        records = {i.finding.record for i in (*lower, *higher)}
        if len(records) > 1:
            return "mixed"
        first = min((*lower, *higher), key=_told_at)  # a trial tells its main result before those of parts of it
        return "lower" if first in lower else "higher"
    if _planned_null((*lower, *higher), null):
        return "none"
    found = {i.finding.record for i in (*lower, *higher)}
    missed = {i.finding.record for i in null} - found
    if missed and len(missed) >= len(found):
        return "mixed"
    return "lower" if lower else "higher"


_OF_NOTHING: Final = {
    **dict.fromkeys((Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO), 1.0),
    **dict.fromkeys((Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE), 0.0),
}
"""The value at which a measure says that there is no difference."""


def _together(group: OutcomeGroup) -> str:
    """What the studies taken together show; empty where they are not pooled."""
    pooled = group.pooled
    if pooled is None or pooled.estimate is None or pooled.low is None or pooled.high is None:
        return ""
    nothing = _OF_NOTHING.get(pooled.measure)
    if nothing is None or any(arms.sides(i.finding)[0] == "" for i in group.items):
        return ""
    if pooled.low <= nothing <= pooled.high:
        return "none"
    return "lower" if pooled.high < nothing else "higher"


def _one_good(lower: Sequence[Told], higher: Sequence[Told], group: OutcomeGroup) -> str:
    """The way of the outcome that a group is called by, where less of it and more of getting better are one good: `pain
    was lower`, `improvement of pain was more frequent`; empty where findings favour different sides."""
    favoured = {i.finding.favours for i in (*lower, *higher)}
    own = [i for i in (*lower, *higher) if i.finding.outcome == group.name]
    if len(favoured) != 1 or not own or not favoured <= {"benefit", "harm"}:
        return ""
    return "lower" if own[0] in lower else "higher"


def _told_at(item: Told) -> tuple[str, int]:
    return item.finding.sentence.section, item.finding.sentence.start


def _planned_null(shown: Sequence[Told], null: Sequence[Told]) -> bool:
    """Whether trials found nothing where they were made to look, and something where they were not: what was rated
    besides is no effect on the main outcome."""
    missed = {i.finding.record for i in null if i.finding.outcome_role is OutcomeRole.PRIMARY}
    return bool(missed) and all(
        i.finding.record in missed and i.finding.outcome_role is not OutcomeRole.PRIMARY for i in shown
    )
