"""The direction of the effect asked for, with its probability and the characters it rests on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from probatum.appraise.effects import ranking, sides, signs
from probatum.appraise.effects.candidates import Candidate, candidates
from probatum.appraise.effects.sides import Asked, Sides
from probatum.appraise.models import Linear
from probatum.model import Direction, Record, Span

RANKER, JUDGE = "effect_evidence", "effect_direction"
WAYS = {"down": Direction.LOWER, "none": Direction.NONE_DETECTED, "up": Direction.HIGHER}
"""The classes of the model as directions: the outcome under the intervention against that under the comparator."""
CONTENDERS = 80
"""Candidates that are ranked by the model; the rest name too little of what is asked."""
WEIGHED = 4
"""Candidates whose words are weighed for the direction."""
SHOWN = 3
"""Candidates that are shown as evidence."""


class Effect(NamedTuple):
    """How the outcome compares; `UNCLEAR` where the record names nothing of what is asked."""

    direction: Direction
    probability: float
    """Of that direction, 0 to 1."""
    probabilities: Mapping[Direction, float]
    evidence: tuple[Span, ...]
    """Sentences and rows, most telling first, at most SHOWN."""


class Ranked(NamedTuple):
    """A candidate with its score: the log odds that it tells the effect."""

    candidate: Candidate
    score: float


NOTHING = Effect(Direction.UNCLEAR, 0.0, {}, ())


def read(record: Record, asked: Asked) -> Effect:
    """The effect of `asked.intervention` against `asked.comparator` on `asked.outcome` in a record.

    Pure; raises nothing for odd text. `judged` by a model fitted on Evidence Inference 2.0 (DeYoung 2020,
    doi:10.18653/v1/2020.bionlp-1.13); its card is docs/building/models/effects.md.
    """
    asked = Asked(*(part[:MOST_ASKED] for part in asked))
    told = sides.of(asked, record)
    best = rank(record, told, asked.outcome, Linear.load(RANKER))
    if not best:
        return NOTHING
    chances = judge(best, told, Linear.load(JUDGE))
    likely = max(WAYS, key=lambda way: chances[way])
    return Effect(
        WAYS[likely],
        chances[likely],
        {WAYS[way]: chance for way, chance in chances.items()},
        tuple(r.candidate.span for r in best[:SHOWN]),
    )


MOST_ASKED = 1000
"""Characters of each part of what is asked that are read."""


def rank(record: Record, told: Sides, outcome: str, model: Linear, most: int = WEIGHED) -> tuple[Ranked, ...]:
    """The candidates most likely to tell the effect, best first; of equals the first in the record."""
    found = candidates(record)
    measured = ranking.all_measures(record, told, outcome)
    scored = [Ranked(found[i], model.scores(measured[i])[0]) for i in contenders(measured)]
    return tuple(sorted(scored, key=lambda r: -r.score)[:most])


def contenders(measured: Sequence[Mapping[str, float]]) -> list[int]:
    """The places of the candidates that name most of what is asked, in order."""
    held = [i for i, m in enumerate(measured) if m]
    held.sort(key=lambda i: -_named(measured[i]))
    return sorted(held[:CONTENDERS])


def _named(measured: Mapping[str, float]) -> float:
    get = measured.get
    return 2 * get("o_wide", 0) + get("run", 0) + 0.2 * get("p", 0) + 0.2 * get("significant", 0)


def judge(best: Sequence[Ranked], told: Sides, model: Linear) -> dict[str, float]:
    """Class to probability: the mean of the question and of the question put the other way round, turned back."""
    straight = model.probabilities(weighed([(r.score, signs.of(r.candidate, told)) for r in best]))
    turned = model.probabilities(weighed([(r.score, signs.of(r.candidate, told.swapped)) for r in best]))
    other = {"up": "down", "down": "up", "none": "none"}
    return {way: (straight[way] + turned[other[way]]) / 2 for way in WAYS}


def weighed(read: Sequence[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """One set of features from several candidates, each by the softmax of its score; those of the first also alone."""
    if not read:
        return {}
    top = max(score for score, _ in read)
    powers = [math.exp(score - top) for score, _ in read]
    made: dict[str, float] = {}
    for power, (_, features) in zip(powers, read, strict=True):
        for name, value in features.items():
            made[name] = made.get(name, 0.0) + value * power / sum(powers)
    made.update({f"1 {name}": value for name, value in read[0][1].items()})
    return made
