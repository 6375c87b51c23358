"""What a check of an audit says of one sentence, and how checks are declared and found."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from probatum.assess.declared import declared
from probatum.model import Fault, Severity, Span, Verdict

if TYPE_CHECKING:
    from probatum.assess.audit.case import Cited

GROUP: Final = "probatum.audit_checks"
"""Entry point group under which other packages offer a Probe."""

VERDICT_OF: Final = {
    Fault.NUMBER: Verdict.NUMBER_DIFFERS,
    Fault.DOSE: Verdict.NUMBER_DIFFERS,
    Fault.DENOMINATOR: Verdict.NUMBER_DIFFERS,
    Fault.DIRECTION: Verdict.CONTRADICTED,
    Fault.NEGATION: Verdict.CONTRADICTED,
    Fault.SIGNIFICANCE: Verdict.CONTRADICTED,
    Fault.ARM: Verdict.CONTRADICTED,
    Fault.OUTCOME: Verdict.CONTRADICTED,
    Fault.CONTRADICTION: Verdict.CONTRADICTED,
    Fault.DOSE_STEP: Verdict.CONTRADICTED,
    Fault.POPULATION: Verdict.POPULATION_DIFFERS,
    Fault.APPLICABILITY: Verdict.POPULATION_DIFFERS,
    Fault.OVERCLAIM: Verdict.PARTLY,
    Fault.ABSENCE: Verdict.PARTLY,
    Fault.FABRICATED: Verdict.NOT_IN_SOURCE,
    Fault.MISATTRIBUTED: Verdict.NOT_IN_SOURCE,
}
"""The verdict that goes with a fault, where the check names none."""

SEVERITY_OF: Final = {
    **dict.fromkeys((Fault.DOSE, Fault.DOSE_STEP, Fault.DIRECTION, Fault.ARM, Fault.FABRICATED), Severity.SEVERE),
    **dict.fromkeys((Fault.ABSENCE, Fault.CONTRADICTION, Fault.POPULATION), Severity.SEVERE),
    **dict.fromkeys((Fault.NUMBER, Fault.NEGATION, Fault.SIGNIFICANCE, Fault.OUTCOME), Severity.MODERATE),
    **dict.fromkeys((Fault.OVERCLAIM, Fault.APPLICABILITY, Fault.DENOMINATOR), Severity.MODERATE),
    Fault.MISATTRIBUTED: Severity.MINOR,
}


class Opinion(NamedTuple):
    """What one check says of one sentence: a fault, or (without a category) why something cannot be decided."""

    category: Fault | None
    reason: str
    spans: tuple[Span, ...] = ()
    figure: str = ""
    verdict: Verdict | None = None
    """None: the one that goes with the category; of no category NOT_CHECKED."""
    severity: Severity | None = None

    @property
    def says(self) -> Verdict:
        """The verdict."""
        if self.verdict is not None:
            return self.verdict
        return Verdict.NOT_CHECKED if self.category is None else VERDICT_OF[self.category]

    @property
    def weighs(self) -> Severity:
        """The severity."""
        if self.severity is not None:
            return self.severity
        return Severity.NONE if self.category is None else SEVERITY_OF[self.category]


class Probe(NamedTuple):
    """One check of an audit: asked of one sentence, it answers with an Opinion, or with None when it has none.

    A rule, a small model or a language model may answer; `by` says which. A model may flag and may lower a verdict
    to "not checked"; support is given by rules alone.
    """

    name: str
    order: int
    """Cheap and certain ones come first; of several faults the first names the category."""
    purpose: str
    source: str
    ask: Callable[[Cited], Opinion | None]
    by: str = "rule"


def probe(
    name: str, order: int, purpose: str, source: str, by: str = "rule"
) -> Callable[[Callable[[Cited], Opinion | None]], Probe]:
    """Decorator that makes a function into the Probe of that name."""

    def made(ask: Callable[[Cited], Opinion | None]) -> Probe:
        return Probe(name, order, purpose, source, ask, by)

    return made


@lru_cache(maxsize=1)
def probes() -> tuple[Probe, ...]:
    """All checks of an audit in their order: every module of `assess.audit.checks` and every entry point of the group.

    Raises ProbatumError P702 when an entry point gives something else or takes a name that is taken.
    """
    found = declared(Probe, "probatum.assess.audit.checks", GROUP)
    return tuple(sorted(found.values(), key=lambda p: (p.order, p.name)))
