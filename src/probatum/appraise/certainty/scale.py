"""Scales of effects: which measures are ratios, and where no effect lies on them."""

from __future__ import annotations

from probatum.model import Measure

RATIOS = (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)
DIFFERENCES = (Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE)


def null(measure: Measure) -> float:
    """The value of no effect: 1 for ratios, 0 for differences."""
    return 1.0 if measure in RATIOS else 0.0
