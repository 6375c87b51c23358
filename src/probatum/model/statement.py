"""Statement and Verdict: one sentence of an answer, what it rests on, and whether that holds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.errors import ProbatumError
from probatum.model.span import Span


class Kind(StrEnum):
    """How a statement came to be."""

    QUOTED = "quoted"
    FINDING = "finding"
    DIRECTIVE = "directive"
    CALCULATED = "calculated"
    POOLED = "pooled"
    ABSENCE = "absence"
    """Says what was searched and that nothing was found."""
    NAVIGATION = "navigation"
    """Leads the reader; asserts nothing about medicine."""

    @property
    def asserts(self) -> bool:
        """True for kinds that assert something about medicine."""
        return self not in (Kind.ABSENCE, Kind.NAVIGATION)


class Verdict(StrEnum):
    """Whether a statement holds. Only SUPPORTED is printed bare."""

    SUPPORTED = "supported"
    PARTLY = "partly supported"
    CONTRADICTED = "contradicted"
    NOT_IN_SOURCE = "not in source"
    NUMBER_DIFFERS = "number differs"
    POPULATION_DIFFERS = "population differs"
    RETRACTED = "source retracted"
    SUPERSEDED = "source superseded"
    NOT_CHECKED = "not checked"


class CheckResult(msgspec.Struct, frozen=True):
    """What one check said of one statement."""

    check: str
    verdict: Verdict
    reason: str = ""
    answered_by: str = "rule"


class Calculation(msgspec.Struct, frozen=True):
    """Arithmetic over figures of the supports: `100 - 31 = 69`.

    `expression` uses numbers, + - * / √ and parentheses only; its numbers must stand in the supports
    (or be the constants 1, 10, 100, 1000, 1.96); `result` is what the statement prints.
    """

    expression: str
    result: str
    unit: str = ""


class Statement(msgspec.Struct, frozen=True):
    """One sentence of an answer.

    Raises ProbatumError P110 when a kind that asserts something has no supports, P111 for empty text.
    """

    id: str
    text: str
    kind: Kind
    supports: tuple[Span, ...] = ()
    calculation: tuple[Calculation, ...] = ()
    verdict: Verdict = Verdict.NOT_CHECKED
    checks: tuple[CheckResult, ...] = ()
    directness: str = ""
    """Empty when direct, else how population, intervention or outcome differ from the question's."""
    plain: str = ""
    """The same statement in plain words, with the same figures; empty when `text` serves."""
    level: int = 0
    """0: shown to everybody (bottom line, certainty, dose, safety); 1: left out of the plain register."""
    layer: int = 0
    """0: part of the article at every depth; 1: only at full depth."""
    kept: bool = False
    """Stays in the article however long that is: a dose for this use, a boxed warning, what forbids the treatment."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ProbatumError("P111", statement=self.id)
        if self.kind.asserts and not self.supports:
            raise ProbatumError("P110", statement=self.id, kind=self.kind.value, text=self.text)
