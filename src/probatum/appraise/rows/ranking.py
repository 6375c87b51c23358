"""Which of the candidates for a row comes first: a weighted sum of what speaks for each.

Card: docs/building/models/rows.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SIZE_SOURCES: Final = (
    *("cell", "header", "caption", "fitted", "labelled", "own"),
    *("table", "text", "fraction", "each", "half", "split", "all"),
)
"""Where a group size may come from, the surest first."""
WEIGHTS: Final[Mapping[str, float]] = {
    **{"cover": 2.6, "near": 2.4, "leaf": 1.0, "fit": 1.3, "strict": 1.4, "exact": 0.6, "stray": -0.9, "like": 0.6},
    **{"percent": 0.8, "whole": 0.8, "qualified": -0.8, "denied": -0.6, "contrary": -2.0},
    **{"said": 1.4, "arm": 2.6, "both named": 0.8, "order": 2.5, "table": 0.3},
    **{"across": 0.1, "down": 0.1, "right": 0.1},
    **{"abstract": 0.3, "results": 0.4, "nothing": -0.6},
    **{"time asked": 2.0, "time other": -2.0, "latest": 2.1, "before": -2.3, "after": 1.0, "later": 0.5},
    **{"change asked": 0.4, "change unasked": -0.6, "median": -1.0, "spread told": 0.3, "suits": 0.3, "alike": -0.4},
    **{"size cell": 0.5, "size labelled": -0.2, "size fitted": -0.1, "size text": -0.1},
}
"""Set by hand: a softmax fitted on the development rows keeps their signs and, out of fold, ranks no better."""


def score(signals: Mapping[str, float]) -> float:
    """Higher is better; a signal that is not given is 0."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in signals.items())
