"""Do the words beside two figures stand beside the same two in the source?"""

from __future__ import annotations

from itertools import pairwise

from probatum.assess.audit import figures, keys, listing, pairing
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault

SAME = 0.34
"""Share of the sentence's words that a unit must hold where its figures alone may stand together by chance."""


@probe(
    name="crossing",
    order=104,
    purpose="Of two figures each stands beside the words beside which the source has it, in a sentence or under the "
    "head of a column.",
    source="Rule: right figures beside the wrong words say something else than the result.",
)
def crossing(case: Cited) -> Opinion | None:
    """Contradicted when the units that hold both figures set the sentence's words beside the other one, and none as
    it does."""
    told = [c for c in case.figures if not c.part]
    told = [c for c in told if not any(d.start <= c.start < d.end for d in case.doses)] or told
    for one, two in pairwise(told):
        alike = one.value != two.value and one.unit.split("/")[0] == two.unit.split("/")[0]
        mine = pairing.asked(case.text, one, two) if alike else None
        if mine is None:
            found = _listed(case, one, two) if alike else None
            if found is not None:
                reason = f"the source has {one.text} and {two.text} the other way round"
                return Opinion(Fault.ARM, reason, (found.span,), found.raw)
            continue
        found = _turned(case, one, two, mine) or _listed(case, one, two)
        if found is not None:
            reason = f"the source has {one.text} and {two.text} the other way round"
            return Opinion(Fault.ARM, reason, (found.span,), found.raw.replace("\t", " | "))
    return None


def _turned(case: Cited, one: Claimed, two: Claimed, mine: pairing.Beside) -> Unit | None:
    """The first unit that has the words exchanged; None where one has them as the sentence does."""
    against: Unit | None = None
    for source in case.sources:
        for unit in source.units:
            first, second = unit.meeting(one), unit.meeting(two)
            if first is None or second is None or first.start == second.start or not unit.own:
                continue
            if min(one.telling, two.telling) < 1 and not _near(case, source, unit):
                continue
            sides = [pairing.crossed(mine, b) for b in pairing.there(unit, source, first, second)]
            if not any(sides):
                sides = [pairing.ordered(mine, unit, source, first, second)]
            if any(s < 0 for s in sides):
                return None
            if any(s > 0 for s in sides) and against is None:
                against = unit
    return against


def _listed(case: Cited, one: Claimed, two: Claimed) -> Unit | None:
    """A sentence of the source that lists names and figures in one order, where this one has them in another."""
    mine = keys.of(case.text[max(0, one.start - _AHEAD) : one.start]) - keys.GENERIC
    theirs = keys.of(case.text[one.end : two.start]) - keys.GENERIC
    for source in case.sources:
        for unit in source.units:
            told = listing.read(unit.text) if not unit.row and "respectively" in unit.lower else ()
            first = next((n for v, n in told if figures.same(one, v)), None)
            second = next((n for v, n in told if figures.same(two, v)), None)
            if first is None or second is None or first is second:
                continue
            left, right = first - second, second - first
            if mine & right and theirs & left and not mine & left and not theirs & right:
                return unit
    return None


_AHEAD = 60


def _near(case: Cited, source: Source, unit: Unit) -> bool:
    topic = case.topic or case.wanted
    return len(topic & source.expanded(unit)) >= SAME * len(topic)
