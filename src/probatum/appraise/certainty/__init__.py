"""Certainty of the evidence for one outcome, by GRADE: each domain one small file, each step with its reason.

Levels and domains: Guyatt et al. 2008, doi:10.1136/bmj.39489.470347.AD; GRADE guidelines 3 to 9, J Clin Epidemiol 2011.
The rules read what reports tell; a panel that has read the full texts may judge otherwise, and the steps show where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

import msgspec

from probatum.appraise.certainty import (
    bias,
    differences,
    inconsistency,
    indirectness,
    information,
    precision,
    publication,
    size,
    start,
    stated,
    upgrading,
)
from probatum.appraise.certainty.beside import NOTHING, Beside, Pooling
from probatum.appraise.certainty.body import Body, Row, body_of
from probatum.appraise.certainty.gathering import gather
from probatum.appraise.certainty.publication import unpublished
from probatum.appraise.certainty.wording import sentence, wording
from probatum.model import Certainty, CertaintyStep, Domain, Level, Question

__all__ = [
    "Beside",
    "Body",
    "Pooling",
    "Row",
    "body_of",
    "domains",
    "gather",
    "grade",
    "sentence",
    "unpublished",
    "wording",
]

LEVELS = (Level.VERY_LOW, Level.LOW, Level.MODERATE, Level.HIGH)


def domains() -> tuple[ModuleType, ...]:
    """The rules, one module each, in the order in which they are asked; each names its source."""
    steps = (start, stated, bias, inconsistency, indirectness, precision, publication, upgrading)
    return (*steps, information, differences, size)


def grade(question: Question, outcome: str, evidence: Sequence[Row], beside: Beside = NOTHING) -> Certainty:
    """The certainty for `outcome` from rows of (Study, Finding, Directness).

    Of the rows the best body is graded (see `body_of`); the records it holds are named in the result. Without rows the
    level is very low, with the reason that no study was found. The grade that a review gives its own result stands for
    what is read from its report. `beside` holds what is known besides the rows.
    """
    body = body_of(evidence)
    if not body.rows:
        nothing = CertaintyStep(Domain.START, 0, f"No study with a result for {outcome} was found.")
        return Certainty(outcome, Level.VERY_LOW, (nothing,))
    known = _with_difference(_of_body(beside, body), body, question, outcome)
    if (own := stated.stated(body)) is not None:
        begun, first = own  # who read the trials has judged all but whether they fit this question
        return _summed(outcome, begun, [first, *indirectness.indirectness(body, question)], body, known)
    begun, first = start.initial(body)
    steps = [
        first,
        *bias.risk_of_bias(body, outcome, known),
        *inconsistency.inconsistency(body, known.pooled),
        *indirectness.indirectness(body, question),
        *precision.imprecision(body, known),
        *publication.publication_bias(body, known),
    ]
    if begun is Level.LOW and not any(s.change < 0 for s in steps):
        steps += upgrading.upgrading(body)
    if len(steps) == 1:
        steps[0] = msgspec.structs.replace(first, reason=first.reason.rstrip(".") + " (no step down).")
    return _summed(outcome, begun, steps, body, known)


def _summed(outcome: str, begun: Level, steps: Sequence[CertaintyStep], body: Body, known: Beside) -> Certainty:
    """The certainty where the steps lead from the level at the start."""
    at = LEVELS.index(begun) + sum(s.change for s in steps)
    level = LEVELS[max(0, min(at, len(LEVELS) - 1))]
    return Certainty(outcome, level, tuple(steps), body.records, size.size(body, known))


def _of_body(beside: Beside, body: Body) -> Beside:
    """What is known, without pooled figures that hold other studies than those graded."""
    pooled = beside.pooled
    if pooled is None or {s.record for s in pooled.studies} <= {"", *body.records}:
        return beside
    return replace(beside, pooled=None)


def _with_difference(beside: Beside, body: Body, question: Question, outcome: str) -> Beside:
    """What is known, with a published minimal important difference where the user gave none and one fits."""
    if beside.mid is not None:
        return beside
    people = " ".join((question.population, *(s.population.value for s in body.studies if s.population)))
    found = differences.published(outcome, {f.unit for f in body.findings}, people)
    return beside if found is None else replace(beside, mid=found.value)
