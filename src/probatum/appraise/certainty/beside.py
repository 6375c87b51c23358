"""What is known beside the findings of an outcome: pooled figures, registry entries, a difference that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from probatum.model import Measure, Record


class Effect(Protocol):
    """One study's effect with its interval, on the scale of the measure (a ratio as a ratio)."""

    @property
    def record(self) -> str:
        """Identifier of its report; empty when it has none."""

    @property
    def estimate(self) -> float:
        """The estimate."""

    @property
    def low(self) -> float:
        """Lower end of its interval."""

    @property
    def high(self) -> float:
        """Upper end of its interval."""


class Pooling(Protocol):
    """Studies taken together: what the rules need of `model.Pooled`, as plain numbers."""

    @property
    def measure(self) -> Measure:
        """What was pooled."""

    @property
    def studies(self) -> Sequence[Effect]:
        """The studies one by one."""

    @property
    def estimate(self) -> float | None:
        """The pooled estimate."""

    @property
    def low(self) -> float | None:
        """Lower end of its interval."""

    @property
    def high(self) -> float | None:
        """Upper end of its interval."""

    @property
    def i2(self) -> float | None:
        """I-squared in percent."""

    @property
    def tau2(self) -> float | None:
        """Variance between studies."""

    @property
    def prediction(self) -> tuple[float, float] | None:
        """Interval in which the effect of a new study is expected."""

    @property
    def egger_p(self) -> float | None:
        """p of Egger's test; None under ten studies."""


@dataclass(frozen=True)
class Beside:
    """Everything a grade may use besides the rows; whatever is absent is not guessed."""

    pooled: Pooling | None = None
    registry: Mapping[str, Record] = field(default_factory=dict)
    """Identifier of a trial's report -> the registry entry of that trial."""
    unpublished: tuple[Record, ...] = ()
    """Registry entries of trials of the question that ended long ago and have no report in the library."""
    mid: float | None = None
    """Minimal important difference of the outcome, in its own unit; for events an absolute difference in percent."""


NOTHING = Beside()
