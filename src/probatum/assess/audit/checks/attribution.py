"""Does the sentence cite the right one of its sources?"""

from __future__ import annotations

from math import fsum

from probatum.assess.audit import keys
from probatum.assess.audit.aligning import align
from probatum.assess.audit.case import FILLER, JUDGING, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import may_repeat, verbatim
from probatum.assess.audit.source import Source
from probatum.model import Fault

SOME, LEAD = 0.4, 0.3
MUCH, ALL, LITTLE = 0.8, 0.85, 0.13
"""Fits (0 to 1) and leads from which the other record is called the right one."""


@probe(
    name="attribution",
    order=78,
    purpose="What is cited to one reference does not stand in another of the list alone.",
    source="Jergas H, Baethge C. Quotation accuracy in medical journal articles (2015), doi:10.7717/peerj.1364",
)
def attribution(case: Cited) -> Opinion | None:
    """Not in source when another listed record holds the sentence's numbers and words, and none of those cited does."""
    if not case.sources or not case.others or case.quoted:
        return None
    here = max(fit(case, s) for s in case.sources)
    word_for_word = _repeated(case) if here < ALL else None
    if here >= MUCH and not word_for_word:
        return None  # no other can lead by enough, and to fit them all takes long
    asked = enumerate((word_for_word,) if word_for_word else case.others)
    least = min(max(SOME, here + LEAD), max(ALL, here + LITTLE))
    fits = [(fit(case, s), -at, s) for at, s in asked if word_for_word or ceiling(case, s) >= least]
    if not fits:
        return None
    there, _, best = max(fits, key=lambda f: f[:2])
    apart = (there >= SOME and there - here >= LEAD) or (there >= ALL and there - here >= LITTLE and here < MUCH)
    if not word_for_word and (not apart or len(case.wanted) < 2):
        return None
    own = frozenset().union(*(s.keys | s.design for s in case.sources))
    told = keys.of(case.affirmed) - keys.GENERIC - FILLER - JUDGING
    if not word_for_word and told <= own and all(any(s.holds(c) for s in case.sources) for c in case.results):
        return None  # all of it stands in what it cites, though not together
    number = next((r.number for r in case.whole.references if r.record == best.record.id), 0)
    reason = f"it is not in what is cited; reference {number} has it" if number else "it is not in what is cited"
    spans = tuple(a.unit.span for a in align(best, case.wanted, case.figures, 1))
    return Opinion(Fault.MISATTRIBUTED, reason, spans)


def _repeated(case: Cited) -> Source | None:
    """The other record of the list that says it word for word, where none of those cited does."""
    if verbatim(case):
        return None
    near = (s for s in case.others if may_repeat(case, s))
    return next((s for s in near if verbatim(Cited(case.said, [s], case.references, case.whole))), None)


def fit(case: Cited, source: Source) -> float:
    """How well a source holds a sentence, 0 to 1: its words as a whole, its treatments, and one unit that holds its
    words
    and numbers together."""
    telling = _telling(case)
    total = sum(c.telling for c in telling)
    joint = 0.0
    for found in align(source, case.wanted, case.figures, 12):
        met = sum(c.telling for c in found.met if c in telling)
        joint = max(joint, 0.5 * found.words + 0.5 * met / total if total else found.words)
    return _fit(case, source, joint)


def ceiling(case: Cited, source: Source) -> float:
    """What `fit` is at most, told without a look at each unit: of most others of a long list it is too little."""
    weights = {k: source.weight(k) for k in case.wanted}
    words = fsum(w for k, w in weights.items() if k in source.reach) / (fsum(weights.values()) or 1.0)
    telling = _telling(case)
    total = sum(c.telling for c in telling)
    met = sum(c.telling for c in telling if (near := source.near(c)) is None or near)
    return _fit(case, source, 0.5 * words + 0.5 * met / total if total else words) + _ROUNDING


_ROUNDING = 1e-9


def _telling(case: Cited) -> list[Claimed]:
    return [c for c in case.figures if c.telling >= 1 or (len(case.figures) > 1 and c.kind == "number")]


def _fit(case: Cited, source: Source, joint: float) -> float:
    named = [a for a in case.treatments if a.words and not a.control]
    drugs = sum(bool(a.words & source.keys) for a in named) / len(named) if named else None
    words = len(case.wanted & source.keys) / (len(case.wanted) or 1)
    parts = [words, joint, joint, *([drugs] if drugs is not None else [])]
    return sum(parts) / len(parts)
