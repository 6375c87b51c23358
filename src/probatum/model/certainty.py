"""Certainty: GRADE level of an outcome, every step readable."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.span import Span


class Level(StrEnum):
    """GRADE certainty of evidence (Guyatt et al. 2008, doi:10.1136/bmj.39489.470347.AD)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


class Domain(StrEnum):
    """Reasons to start, go down or go up."""

    START = "start"
    RISK_OF_BIAS = "risk of bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication bias"
    LARGE_EFFECT = "large effect"
    DOSE_RESPONSE = "dose response"
    OPPOSING_BIAS = "opposing bias"
    """What could not be adjusted for would have made the effect smaller than it was found."""


class Size(StrEnum):
    """How large an effect is, against a threshold that somebody set; empty where there is none."""

    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small"
    TRIVIAL = "trivial"
    """Too small to matter, and its interval excludes an effect that would."""
    UNSAID = ""


class CertaintyStep(msgspec.Struct, frozen=True):
    """One step: `change` is -3 to +2; the starting step has change 0."""

    domain: Domain
    change: int
    reason: str
    spans: tuple[Span, ...] = ()


class Certainty(msgspec.Struct, frozen=True):
    """Certainty of the evidence for one outcome."""

    outcome: str
    level: Level
    steps: tuple[CertaintyStep, ...]
    records: tuple[str, ...] = ()
    size: Size = Size.UNSAID
