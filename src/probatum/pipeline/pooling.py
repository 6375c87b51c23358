"""Pooling: the results of an outcome taken together, where that is sensible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum.apply.evidence import outcomes

if TYPE_CHECKING:
    from probatum.model import Pooled


def taken_together(group: outcomes.OutcomeGroup) -> Pooled | None:
    """The pooled result of a group, where it has one."""
    numbers = {
        i.finding.record for i in group.items if i.finding.interval or any(a.value or a.events for a in i.finding.arms)
    }
    if len(numbers) < 2:
        return None
    from probatum.appraise import pooling  # imported here: few answers pool

    made = pooling.pool(group.name, [(i.appraisal.study, i.finding) for i in group.items])
    return made if made.estimate is not None else None
