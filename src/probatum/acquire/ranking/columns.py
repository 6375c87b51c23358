"""The parts of scores as columns: one number for each candidate, told in words for those that are shown alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from probatum.acquire.ranking.candidates import Shares


class Part(msgspec.Struct, frozen=True):
    """A part of a score: its name, what it adds, and what it rests on in words."""

    name: str
    score: float
    why: str = ""


class Column(msgspec.Struct, frozen=True):
    """A part of every candidate's score."""

    name: str
    scores: Shares
    why: Callable[[int], str]
    """What the part of a candidate rests on."""
    only: int | None = None
    """The one candidate that has this part, where others have none."""


def total(columns: Sequence[Column]) -> Shares:
    """The score of each candidate, to three decimals."""
    summed: Shares = np.sum([column.scores for column in columns], axis=0)
    return np.round(summed, 3)


def parts(columns: Sequence[Column], candidate: int) -> tuple[Part, ...]:
    """What the score of a candidate is the sum of."""
    return tuple(
        Part(column.name, float(column.scores[candidate]), column.why(candidate))
        for column in columns
        if column.only in (None, candidate)
    )
