"""Measures of a classification: pairs of the true class and the class said."""

from __future__ import annotations

import random
from collections.abc import Sequence


def macro_f1(rows: Sequence[tuple[str, str]]) -> float:
    """Mean of the F1 of the classes that are true of some row; 0 for none."""
    classes = sorted({gold for gold, _ in rows})
    return sum(f1(rows, name) for name in classes) / len(classes) if classes else 0.0


def f1(rows: Sequence[tuple[str, str]], name: str) -> float:
    """Harmonic mean of precision and recall of one class; 0 where it is never right."""
    right = sum(gold == said == name for gold, said in rows)
    named = sum(gold == name for gold, _ in rows) + sum(said == name for _, said in rows)
    return 2 * right / named if named else 0.0


def macro_f1_interval(key: str, rows: Sequence[tuple[str, str]], rounds: int = 1000, seed: int = 1) -> dict[str, float]:
    """The macro-F1 under its name, with the ends of its 95 % bootstrap interval (Efron 1979)."""
    chance = random.Random(seed)
    drawn = sorted(macro_f1(chance.choices(rows, k=len(rows))) for _ in range(rounds)) if rows else [0.0] * rounds
    return {
        key: macro_f1(rows),
        f"{key}_low": drawn[int(0.025 * rounds)],
        f"{key}_high": drawn[int(0.975 * rounds) - 1],
    }
