"""Are the figures those of the people, time or measure that the sentence names, where the source tells several
alike?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.assess.audit import groups, keys
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

ALIKE: Final = 0.5
"""Share of their words that two sentences have in common at least, to tell the same of two things."""


@probe(
    name="beside",
    order=97,
    purpose="Where a source tells the same of several sorts of people in turn, the figures are those that it "
    "gives for the one named.",
    source="Sun X, et al. How to use a subgroup analysis (2014), doi:10.1001/jama.2013.285063",
)
def beside(case: Cited) -> Opinion | None:
    """Population differs where all figures stand in one sentence, and the words that set the sentence apart in the one
    beside it."""
    asked = [c for c in case.results if c.telling >= 1 and not c.part]
    if len(case.sources) != 1 or case.denies:
        return None
    source = case.sources[0]
    shares = [c for c in case.results if c.kind == "percent" and not c.part and c.value >= _SMALL]
    others = _of_others(case, source, asked or shares) if asked or shares else None
    if others is not None or len(asked) < _FIGURES:
        return others
    holding = [u for u in source.units if u.own and all(u.meeting(c) for c in asked)]
    if len(holding) != 1 or holding[0].row:
        return None
    unit = holding[0]
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    mine = case.keys - keys.GENERIC - FILLER - named
    for other in source.units:
        if other is unit or other.row or other.section != unit.section or not _alike(unit, other):
            continue
        here, there = (_own(a, b, source) - named for a, b in ((unit, other), (other, unit)))
        if mine & there and not mine & here and here and not any(other.meeting(c) for c in asked):
            word = next(case.text[w.start : w.end] for w in keys.read(case.text) if w.key in there & mine)
            reason = f"the source gives these figures elsewhere, and others where it speaks of \u201c{word}\u201d"
            return Opinion(Fault.POPULATION, reason, (unit.span, other.span), other.raw)
    return None


def _of_others(case: Cited, source: Source, asked: Sequence[Claimed]) -> Opinion | None:
    """Figures told of one sort of people, which every passage of the source that has them tells of another sort."""
    mine = _sorts(case.text)
    if len(mine) != 1 or source.title & mine or (mine & _SEXES and _sorts(source.record.title) & _SEXES):
        return None
    holding = [u for u in source.units if all(u.meeting(c) for c in asked)]
    on = [u for u in holding if 2 * len(case.topic & source.expanded(u)) >= len(case.topic)]
    theirs = [_sorts(f"{u.text} {u.above}") for u in on]
    if not theirs or any(not t or t & mine for t in theirs) or any(u.row for u in holding):
        return None
    reason = f"the source gives it of {' and '.join(sorted(theirs[0]))}, not of {' '.join(sorted(mine))}"
    return Opinion(Fault.POPULATION, reason, (holding[0].span,), holding[0].raw)


_SORTS: Final = {
    **dict.fromkeys(("woman", "women", "girls", "female", "females"), "women"),
    **dict.fromkeys(("man", "men", "boys", "male", "males"), "men"),
    **dict.fromkeys(("children", "child", "infants"), "children"),
    **dict.fromkeys(("adults", "adult"), "adults"),
}
_SEXES: Final = frozenset(("women", "men"))
_WORD: Final = expression(r"[a-z]+")


def _sorts(text: str) -> frozenset[str]:
    return frozenset(_SORTS[w] for w in _WORD.findall(text.lower()) if w in _SORTS)


_FIGURES: Final = 2
_SMALL: Final = 5
"""Percentages below stand anywhere."""


def _own(unit: Unit, other: Unit, source: Source) -> frozenset[str]:
    """Words of a sentence that the one beside it lacks."""
    return unit.keys - other.keys - keys.GENERIC - FILLER


def _alike(unit: Unit, other: Unit) -> bool:
    """True of two sentences of one make: most words in common, and like figures."""
    both, either = len(unit.keys & other.keys), len(unit.keys | other.keys)
    shaped = sum(f.percent for f in unit.figures) == sum(f.percent for f in other.figures)
    return both >= ALIKE * either and shaped and bool(other.figures)
