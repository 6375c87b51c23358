"""Does the sentence cite the right one of its sources?"""

from __future__ import annotations

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, align
from probatum.model import Fault

MUCH, LITTLE = 0.6, 0.45
LEAD = 0.25


@probe(
    name="attribution",
    order=65,
    purpose="What is cited to one reference does not stand in another of the list alone.",
    source="Jergas H, Baethge C. Quotation accuracy in medical journal articles (2015), doi:10.7717/peerj.1364",
)
def attribution(case: Cited) -> Opinion | None:
    """Not in source when another listed record holds the sentence's numbers and words, and none of those cited does."""
    if not case.sources or not case.others:
        return None
    here = max(fit(case, s) for s in case.sources)
    best = max(case.others, key=lambda s: fit(case, s))
    there = fit(case, best)
    if there < MUCH or here > LITTLE or there - here < LEAD:
        return None
    number = next((r.number for r in case.whole.references if r.record == best.record.id), 0)
    told = f"it is not in what is cited; reference {number} has it" if number else "it is not in what is cited"
    spans = tuple(a.unit.span for a in align(best, case.wanted, case.figures, 1))
    return Opinion(Fault.MISATTRIBUTED, told, spans)


def fit(case: Cited, source: Source) -> float:
    """How well a source as a whole holds a sentence, 0 to 1: its words by weight, its treatments, its telling
    numbers."""
    words = len(case.wanted & source.keys) / (len(case.wanted) or 1)
    top = align(source, case.wanted, case.figures, 3)
    near = max((a.words for a in top), default=0.0)
    telling = [c for c in case.figures if c.telling >= 1]
    met = max((sum(c.telling for c in a.met if c.telling >= 1) for a in top), default=0.0)
    numbers = met / sum(c.telling for c in telling) if telling else None
    named = [a for a in case.treatments if a.words and not a.control]
    drugs = sum(bool(a.words & source.keys) for a in named) / len(named) if named else None
    parts = [0.5 * (words + near)]
    parts += [numbers] if numbers is not None else []
    parts += [drugs] if drugs is not None else []
    return sum(parts) / len(parts)
