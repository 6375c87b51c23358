"""What is asked of an article and what is handed back."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from probatum.model import Span


class Kind(StrEnum):
    """What sort of numbers a row holds."""

    BINARY = "binary"
    CONTINUOUS = "continuous"


class RowAsked(NamedTuple):
    """One comparison, as a reviewer's extraction form names it."""

    intervention: str
    comparator: str
    outcome: str
    kind: Kind
    timepoint: str = ""


class Number(NamedTuple):
    """A number, the characters it rests on, and the sum by which it was calculated (empty when it is printed so)."""

    value: float
    spans: tuple[Span, ...] = ()
    how: str = ""


class ArmNumbers(NamedTuple):
    """One arm's numbers: `n` and either `events` or `mean` and `sd`."""

    label: str
    n: Number | None = None
    events: Number | None = None
    mean: Number | None = None
    sd: Number | None = None


class RowFound(NamedTuple):
    """Both arms' numbers, where they stand, and the probability (0 to 1) that all of them are right."""

    kind: Kind
    intervention: ArmNumbers
    comparator: ArmNumbers
    outcome: str
    confidence: float
    features: tuple[tuple[str, float], ...] = ()
    """What the probability was calculated from, by name."""
