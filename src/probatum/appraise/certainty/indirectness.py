"""Indirectness: evidence about other people, treatments, comparisons or outcomes than those asked about.

Guyatt et al. 2011, GRADE guidelines 8, doi:10.1016/j.jclinepi.2011.04.014. Two differences, or animals, are two steps.
"""

from __future__ import annotations

from probatum.appraise.certainty.body import Body, differs, majority
from probatum.model import CertaintyStep, Design, Directness, Domain, Fit, Question, Role


def indirectness(body: Body, question: Question) -> list[CertaintyStep]:
    """Down when population, intervention, comparator or outcome differ from the question's."""
    differing = [row for row in body.rows if differs(row)]
    studies = list({row[0].record: row[0] for row in differing}.values())
    if not differing or not majority(body, studies):
        return _comparator(body, question)
    directness = differing[0][2]
    spans = tuple(s for part in (directness.population, directness.outcome) for s in part.spans)[:4]
    if any(s.design in (Design.ANIMAL, Design.IN_VITRO) for s in studies):
        return [CertaintyStep(Domain.INDIRECTNESS, -2, "It was not studied in people.", spans)]
    parts = sum(part.fit in (Fit.OTHER, Fit.RELATED) for part in (directness.population, directness.outcome))
    note = directness.note or _which(directness)
    return [CertaintyStep(Domain.INDIRECTNESS, -2 if parts > 1 else -1, f"The evidence is indirect: {note}.", spans)]


def _which(directness: Directness) -> str:
    """What differs, where no words of the record say how."""
    differing = (Fit.OTHER, Fit.RELATED)
    if directness.population.fit in differing:
        return "the people differ from those asked about"
    if directness.outcome.fit in differing:
        return "the outcome differs from the one asked about"
    return "the intervention differs from the one asked about"


def _comparator(body: Body, question: Question) -> list[CertaintyStep]:
    """One step where a comparison was asked for and no study names that comparator."""
    asked = [c.label for c in question.having(Role.COMPARATOR)]
    if not asked or not body.rows or any(_compared(row[2]) for row in body.rows):
        return []
    named = asked[0].split(". ")[0].rstrip(".")  # `A vs. B. Are they the same?`: the name alone
    reason = f"The evidence is indirect: nothing was compared with {named}, as was asked."
    return [CertaintyStep(Domain.INDIRECTNESS, -1, reason, body.spans())]


def _compared(directness: Directness) -> bool:
    return directness.comparator.fit is Fit.DIRECT
