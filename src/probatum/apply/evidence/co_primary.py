"""Co-primary: of several outcomes that a trial was planned for each that moved is told, where none is asked for.

A trial that lowered heart attacks and did not prolong life without disability is told with both: the one that did not
move alone would hide what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probatum.apply.evidence import standing
from probatum.apply.evidence.outcomes import OutcomeGroup


def led(groups: Sequence[OutcomeGroup], moved: Callable[[OutcomeGroup], bool]) -> tuple[OutcomeGroup, ...]:
    """The outcomes with those of the same trial that moved before a first one that did not."""
    if not groups or moved(groups[0]):
        return tuple(groups)
    with_it = [g for g in groups[1:] if moved(g) and paired(groups[0], g)]
    return (*with_it, *(g for g in groups if g not in with_it))


def paired(one: OutcomeGroup, other: OutcomeGroup) -> bool:
    """Whether some trial was planned for both outcomes."""
    return bool(of_both(one, other))


def of_both(one: OutcomeGroup, other: OutcomeGroup) -> frozenset[str]:
    """The records of the trials that were planned for both."""
    return _planned(one) & _planned(other)


def _planned(group: OutcomeGroup) -> frozenset[str]:
    primary = (i for i in group.items if standing.of(i.finding, i.appraisal.study) == "primary")
    return frozenset(i.finding.record for i in primary)
