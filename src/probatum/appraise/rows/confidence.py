"""The probability that all numbers of a row are right, from what speaks for them.

Logistic regression; the weights are fitted by scripts/train/rows.py (card: docs/building/models/rows.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from probatum.appraise.rows.nouns import Kind

SURE: Final = 0.8
"""Rows of at least this probability are fit to be used without a person's look."""
SIGNALS: Final = (
    *("one", "binary", "score", "margin", "doubt", "strict", "exact", "opposed", "again"),
    *("sum", "weak"),
)
UNFIT: Final = 0.3
"""Most that is given to a row before treatment, to people without the event, or to another or contrary outcome."""
NEAREST: Final = 0.45
"""Least share of the outcome's words beside the two values of a sentence."""
WHOLLY: Final = 0.9
"""Least share of the outcome's words that a table's heading holds where a row is called `total` only."""
UNPROVED: Final = 0.5
"""Most that a percentage may fit wrong group sizes (0 to 1) where none is printed beside it."""
_WEAK: Final = ("size text", "size each", "size half", "size split", "size all")
DOUBTS: Final[Mapping[str, float]] = {
    **{"change unasked": 2.0, "median": 1.0, "before": 1.0, "time other": 0.5, "stray": 0.4, "qualified": 0.8},
    **{"pooled": 1.5, "size rival": 0.4, "nothing": 0.8},
}
"""What makes a row doubtful whatever else speaks for it, and how much; set by hand."""


def doubt(signals: Mapping[str, float]) -> float:
    """How much there is to doubt a row: another time or measure than asked, words missing, sizes from elsewhere."""
    made = sum(weight * signals.get(name, 0.0) for name, weight in DOUBTS.items())
    made += 1.2 * max(0.0, 1.0 - signals.get("cover", 0.0)) + 0.8 * max(0.0, 1.0 - signals.get("near", 0.0))
    if signals.get("table"):
        return made
    unsized = signals.get("size cell", 0.0) < 1.0
    return made + 0.5 * (1.0 - signals.get("order", 0.0)) + 0.4 * unsized + 0.8 * signals.get("sum", 0.0)


def inputs(kind: Kind, signals: Mapping[str, float]) -> list[float]:
    """The numbers that the weights are for, in the order of SIGNALS; a signal that is not given is 0."""
    opposed = signals.get("denied", 0.0) + signals.get("contrary", 0.0)
    weak = sum(signals.get(name, 0.0) for name in _WEAK)
    made = {"one": 1.0, "binary": float(kind is Kind.BINARY), "doubt": doubt(signals)}
    every = {**signals, **made, "opposed": opposed, "weak": weak}
    return [every.get(name, 0.0) for name in SIGNALS]


def of(kind: Kind, signals: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Between 0 and 1; by the shipped weights unless others are given."""
    used = shipped() if weights is None else weights
    total = sum(used.get(name, 0.0) * value for name, value in zip(SIGNALS, inputs(kind, signals), strict=True))
    chance = 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, total))))
    return min(chance, UNFIT) if unfit(kind, signals) else chance


def unfit(kind: Kind, signals: Mapping[str, float]) -> bool:
    """True where a row is never sure, whatever else speaks for it: see the card for each reason."""
    near, table = signals.get("near", 0.0), bool(signals.get("table"))
    if any(signals.get(name) for name in ("before", "denied", "contrary", "milder", "pooled", "episodes", "apart")):
        return True
    if kind is Kind.CONTINUOUS and signals.get("change unasked"):
        return True
    if table and not (signals.get("whole") and signals.get("cover", 0.0) > WHOLLY):
        return max(near, signals.get("strict", 0.0) + 0.2) < NEAREST + 0.05
    return signals.get("unproved", 0.0) > UNPROVED or (not table and near < NEAREST)


def shipped() -> Mapping[str, float]:
    """The weights in the package, by signal."""
    weights: Mapping[str, float] = _stored()["weights"]
    return weights


def fitted_on() -> str:
    """Digest of the rows the weights were fitted on."""
    return str(_stored()["fitted on"])


@lru_cache(maxsize=1)
def _stored() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    return stored
