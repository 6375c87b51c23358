"""The ways in which a line of words can be read, and the likeliest of them (Viterbi 1967,
doi:10.1109/TIT.1967.1054010).

A way covers one word or two neighbours. Costs are negative log likelihoods in nats: of the words themselves, and of the
slips that made what was typed out of them. Words that often follow each other make a line likelier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

TIE: Final = 0.75
"""Share of the mutual information of two neighbours that is believed: the corpus it was counted in is small."""


class Way(NamedTuple):
    """One reading of the words `first` to `last` of a line."""

    first: int
    last: int
    words: tuple[str, ...]
    """The words as read, lower case."""
    cost: float
    kept: bool = True
    """False where this is not what was typed."""
    start: int = 0
    end: int = 0
    """Characters of the text that it takes the place of."""


def likeliest(ways: Sequence[Way], length: int, tie: Callable[[int, str, str], float]) -> list[Way]:
    """The cheapest chain of ways over a line of `length` words; at equal cost the way that is listed first.

    `tie(at, one, other)` is the mutual information of two neighbours, the second at place `at`. Every place must have a
    way of one word.
    """
    ending: list[list[tuple[float, Way, tuple[float, Way, object] | None]]] = [[] for _ in range(length)]
    for way in sorted(ways, key=lambda w: w.last):
        before = ending[way.first - 1] if way.first else []
        best: tuple[float, Way, object] | None = None
        least = 0.0
        for node in before:
            cost = node[0] - TIE * tie(way.first, node[1].words[-1], way.words[0])
            if best is None or cost < least:
                best, least = node, cost
        ending[way.last].append((least + way.cost, way, best))
    chain: list[Way] = []
    at: object = min(ending[-1], key=lambda node: node[0]) if length else None
    while at is not None:
        _, way, at = at  # type: ignore[misc]
        chain.append(way)
    return chain[::-1]
