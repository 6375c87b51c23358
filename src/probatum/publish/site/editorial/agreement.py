"""How well reviewers agree: Cohen's kappa over wordings that two of them reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from probatum.publish.site.editorial import trail
from probatum.publish.site.editorial.models import Event
from probatum.publish.site.editorial.standing import Action, Decision


class Agreement(NamedTuple):
    """Pairs of first decisions on the same wording."""

    pairs: int
    same: int
    kappa: float | None
    """None while one decision was given alone, for which kappa is not defined."""


def agreement() -> Agreement:
    """The agreement of all reviews so far."""
    first: dict[tuple[object, str], dict[str, Decision]] = {}
    for event in Event.objects.filter(action=Action.REVIEWED.value):
        step = trail.step(event)
        first.setdefault((event.article, event.content), {}).setdefault(step.actor, Decision(step.decision))
    return measured(tuple(list(by.values())[:2]) for by in first.values() if len(by) > 1)


def measured(pairs: Iterable[Sequence[Decision]]) -> Agreement:
    """Cohen's kappa (Cohen 1960, doi:10.1177/001316446002000104) of pairs of decisions."""
    held = list(pairs)
    same = sum(a is b for a, b in held)
    if not held:
        return Agreement(0, 0, None)
    chance = sum(_share(held, 0, d) * _share(held, 1, d) for d in Decision)
    kappa = None if chance == 1 else (same / len(held) - chance) / (1 - chance)
    return Agreement(len(held), same, kappa)


def _share(pairs: list[Sequence[Decision]], place: int, decision: Decision) -> float:
    return sum(pair[place] is decision for pair in pairs) / len(pairs)
