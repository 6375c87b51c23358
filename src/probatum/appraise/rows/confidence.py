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

SURE: Final = 0.7
"""Rows of at least this probability are fit to be used without a person's look."""
SIGNALS: Final = (
    "one",
    "binary",
    "cover",
    "near",
    "fit",
    "strict",
    "arm",
    "time",
    "median",
    "table",
    "spread told",
    "size cell",
    "size header",
    "size weak",
    "calculated",
    "margin",
    "again",
)


def inputs(kind: Kind, signals: Mapping[str, float]) -> list[float]:
    """The numbers that the weights are for, in the order of SIGNALS."""
    every = {**signals, "one": 1.0, "binary": float(kind is Kind.BINARY)}
    return [every[name] for name in SIGNALS]


def of(kind: Kind, signals: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Between 0 and 1; by the shipped weights unless others are given."""
    used = weights or shipped()
    total = sum(used[name] * value for name, value in zip(SIGNALS, inputs(kind, signals), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, total))))


def shipped() -> dict[str, float]:
    """The weights in the package, by signal."""
    weights: dict[str, float] = _stored()["weights"]
    return weights


def fitted_on() -> str:
    """Digest of the rows the weights were fitted on."""
    return str(_stored()["fitted on"])


@lru_cache(maxsize=1)
def _stored() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("weights.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    return stored
