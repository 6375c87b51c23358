"""Spacing: the path of two medicines that are given with a time between them."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, taken_beside
from probatum.apply.together import pairs, spaced
from probatum.model import Kind


def say(steps: Steps, told: str, found: Sequence[pairs.Row], *, own: bool = False) -> bool:
    """The steps, with the direction that tells the time before one that only wants it; False where the gravest wants
    something else. `own`: for who takes the two."""
    rows = [row for row in found if spaced.told(row[1].text)]
    rows = sorted(rows, key=lambda row: not spaced.exact(row[1].text))[:1]
    if not rows or taken_beside.never_together(found[0]):
        return False
    do = "Take" if own else "Give"
    said = excluding.said(excluding.of_somebody(rows))
    steps.step(f"{do} {told} apart, not at the same time: {said}", Kind.DIRECTIVE, excluding.spans(rows))
    if own:
        text = "If they were taken at the same time until now: take them apart from the next dose, and tell the doctor "
        steps.step(f"{text}or pharmacist at the next visit", Kind.NAVIGATION)
        return True
    steps.branch("a", "That cannot be done: ask the prescriber or a pharmacist which of the two may be changed")
    steps.branch("b", "It can: give the two so far apart, from the next dose where both are taken already; go on")
    return True
