"""Pooled: the result of several studies on one outcome taken together, or why they are not."""

from __future__ import annotations

import msgspec

from probatum.model.finding import Measure
from probatum.model.span import Span


class PooledArm(msgspec.Struct, frozen=True):
    """What one arm of a study brings: events and people, or mean, standard deviation and people."""

    n: float | None = None
    events: float | None = None
    mean: float | None = None
    sd: float | None = None


class PooledStudy(msgspec.Struct, frozen=True):
    """One study's effect on the scale of the measure (a ratio as a ratio), with its weight."""

    label: str
    """How it is named in a plot: `Okafor 2014`."""
    estimate: float
    low: float
    high: float
    weight: float
    """Share of the pooled estimate in percent."""
    arms: tuple[PooledArm, PooledArm] | None = None
    """The arm asked about and its comparator; None where the study gives an estimate alone."""
    record: str = ""
    spans: tuple[Span, ...] = ()
    """The characters its numbers were read from."""
    without: tuple[float, float, float] | None = None
    """The pooled estimate and its interval without this study."""


class Pooled(msgspec.Struct, frozen=True):
    """Studies of one comparison, outcome and scale, pooled. Figures stand on the scale of the measure.

    Where `why_not` says why pooling is not sensible there is no estimate; the studies are kept, without weights.
    """

    measure: Measure
    outcome: str = ""
    intervention: str = ""
    comparator: str = ""
    unit: str = ""
    model: str = ""
    """`random effects` or `common effect`."""
    method: str = ""
    """`REML`, `DL`, `PM`, `EE` (inverse variance), `MH` or `PETO`."""
    test: str = ""
    """`Hartung-Knapp` or `Wald`: how the interval and p were made."""
    level: float = 95.0
    """Level of every interval in percent."""
    studies: tuple[PooledStudy, ...] = ()
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    prediction: tuple[float, float] | None = None
    """Interval in which the effect of a new study of the same kind is expected."""
    tau2: float | None = None
    """Variance between studies; of the logarithm for ratios."""
    tau2_interval: tuple[float, float] | None = None
    i2: float | None = None
    """Share of the variability that is not chance, in percent."""
    h2: float | None = None
    q: float | None = None
    q_p: float | None = None
    egger_p: float | None = None
    """p of the regression of effect on standard error; None under ten studies."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Studies that could not be used: label and reason."""
    notes: tuple[str, ...] = ()
    """What a reader must know of how this was pooled."""
    why_not: str = ""

    @property
    def k(self) -> int:
        """Number of studies."""
        return len(self.studies)

    @property
    def ratio(self) -> bool:
        """True for measures whose null is 1 and which are pooled as logarithms."""
        return self.measure in (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO)

    @property
    def null(self) -> float:
        """The value of no difference."""
        return 1.0 if self.ratio else 0.0

    @property
    def spans(self) -> tuple[Span, ...]:
        """All characters it rests on, each once."""
        return tuple(dict.fromkeys(span for study in self.studies for span in study.spans))
