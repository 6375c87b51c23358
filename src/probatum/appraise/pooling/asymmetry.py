"""Are small studies different? A regression test of the funnel plot, and what each study does to the result."""

from __future__ import annotations

from typing import Final

import numpy as np

from probatum.appraise.pooling.effects import Array
from probatum.appraise.pooling.inverse import Estimate, Fit, fit, moderator

ENOUGH: Final = 10
"""Studies below which the test has little power (Sterne et al. 2011, doi:10.1136/bmj.d4002)."""


def egger(y: Array, v: Array, method: str = "REML") -> Estimate | None:
    """Regression of the effect on its standard error, in the model that is pooled by (Egger et al. 1997,
    doi:10.1136/bmj.315.7109.629; in random effects Sterne & Egger 2005). None where it cannot be fitted."""
    return moderator(y, v, np.sqrt(v), method)


def leave_one_out(
    y: Array, v: Array, method: str = "REML", *, hartung_knapp: bool = False, level: float = 95.0
) -> tuple[Fit, ...]:
    """The fit without each study in turn; empty for fewer than two."""
    if len(y) < 2:
        return ()
    return tuple(
        fit(np.delete(y, at), np.delete(v, at), method, hartung_knapp=hartung_knapp and len(y) > 2, level=level)
        for at in range(len(y))
    )
