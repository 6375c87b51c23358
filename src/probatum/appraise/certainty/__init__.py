"""Certainty of the evidence for one outcome, by GRADE: each domain one small function, each step with its reason.

Levels and domains: Guyatt et al. 2008, doi:10.1136/bmj.39489.470347.AD; GRADE guidelines 3 to 9, J Clin Epidemiol 2011.
The rules read what abstracts tell; a panel that has read the full texts may judge otherwise, and the steps show where.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from probatum.appraise.certainty import bias, domains, precision
from probatum.appraise.certainty.body import Body, Row, body_of
from probatum.appraise.certainty.wording import sentence, wording
from probatum.model import Certainty, CertaintyStep, Domain, Level, Question

__all__ = ["Body", "Row", "body_of", "grade", "sentence", "wording"]

LEVELS = (Level.VERY_LOW, Level.LOW, Level.MODERATE, Level.HIGH)


def grade(question: Question, outcome: str, evidence: Sequence[Row]) -> Certainty:
    """The certainty for `outcome` from rows of (Study, Finding, Directness).

    Of the rows the best body is graded (see `body_of`); the records it holds are named in the result. Without rows the
    level is very low, with the reason that no study was found.
    """
    body = body_of(evidence)
    if not body.rows:
        nothing = CertaintyStep(Domain.START, 0, f"No study with a result for {outcome} was found.")
        return Certainty(outcome, Level.VERY_LOW, (nothing,))
    start, first = domains.initial(body)
    steps = [
        first,
        *bias.risk_of_bias(body, outcome),
        *domains.inconsistency(body),
        *domains.indirectness(body, question),
    ]
    steps += [*precision.imprecision(body), *domains.publication_bias(body)]
    if start is Level.LOW and not any(s.change < 0 for s in steps):
        steps += domains.large_effect(body)
    if len(steps) == 1:
        steps[0] = msgspec.structs.replace(first, reason=first.reason.rstrip(".") + " (no step down).")
    at = LEVELS.index(start) + sum(s.change for s in steps)
    return Certainty(outcome, LEVELS[max(0, min(at, len(LEVELS) - 1))], tuple(steps), body.records)
