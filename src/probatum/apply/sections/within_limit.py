"""Within a limit: the steps of two medicines that are given together only up to a dose of one, or with less of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding
from probatum.apply.together import over_limit, pairs, stances
from probatum.model import DirectiveAction, Kind

MOST: Final = 2
"""Directions on the two that a step holds."""


def rows(found: Sequence[pairs.Row]) -> list[pairs.Row]:
    """The first direction with what its source says of the dose beside the other, else with what else it says."""
    own = [row for row in found if row[0] is found[0][0]]
    return [own[0], *sorted(own[1:], key=lambda row: row[1].action is not DirectiveAction.DOSE)][:MOST]


def say(steps: Steps, context: Context, told: str, found: Sequence[pairs.Row], grave: stances.Said) -> None:
    """One step with the limit or the cut, by whether what is taken lies above it or is not lowered yet."""
    first = rows(found)
    lead = f"Give {told} {grave.lead}"
    steps.step(f"{lead}: {excluding.said(excluding.of_somebody(first))}", Kind.DIRECTIVE, excluding.spans(first))
    if grave is stances.LOWERED:
        steps.branch("a", "Not taken together yet: the dose is lowered so when the second is begun; go on")
        steps.branch(
            "b", "Taken together already at the whole dose: it is lowered now; look for signs of too much, and continue"
        )
        return
    item = first[0][1]
    drug, most = over_limit.most(item, context)
    over = any(one.item.span == item.span for one in over_limit.found(context))
    whose = ", as the dose that is told is" if over else ""
    least = f"{most} or less" if most else "that limit"
    steps.branch(
        "a",
        f"Above it{whose}: lower {wording.lower(drug)} to {least}; if that is too little, weigh another treatment",
        Kind.DIRECTIVE,
        (item.span,),
    )
    steps.branch("b", "Within it: go on")
