"""Of two figures given to two groups, is each the one that the source has for its group?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import Final

from probatum.assess.audit import binding, groups, keys, relating
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.side import Given, given
from probatum.assess.audit.figures import meets
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault

ON: Final = 0.6
"""Share of the weight of what is measured that a passage must hold to be on it."""
WHOLE: Final = 0.9
"""The same where the figure that it shares with the sentence is a small number."""
SOME: Final = 0.34
"""Share from which a passage that has both figures speaks for the sentence."""


@probe(
    name="companion",
    order=105,
    purpose="Where a passage gives a group the figure that the sentence gives it, the figure of the other group is the "
    "one that stands beside it there.",
    source="Rule: figures that are compared come from one comparison.",
)
def companion(case: Cited) -> Opinion | None:
    """Number differs where the passage that has one figure of two, with its group, has another for the second group."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    told = given(case, source)
    if len(told) < 2 or len({g.group for g in told}) != len(told):
        return None
    topic = matter(case, source)
    for item in told:
        others = [g for g in told if g is not item]
        found = _instead(case, source, item, others, topic)
        if found is not None:
            unit, right = found
            reason = f"beside {others[0].claim.text} the source gives {right}, not {item.claim.text}"
            return Opinion(Fault.NUMBER, reason, (unit.span,), right)
    return None


def matter(case: Cited, source: Source) -> Mapping[str, float]:
    """Words of what is measured with their weights; what names a group is none of them."""
    bare = relating.plain(case.text)
    for mention in reversed(groups.mentions(bare, source)):
        bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    return {k: source.weight(k) for k in (case.topic & keys.of(bare)) - named if k in source.keys}


def _instead(
    case: Cited, source: Source, item: Given, others: Sequence[Given], topic: Mapping[str, float]
) -> tuple[Unit, str] | None:
    """The first passage with another figure in the place of one, and that figure; None where any has it as told."""
    claim = item.claim
    if claim.telling < 1 and claim.kind != "percent" and not (claim.places or claim.unit):
        return None
    against: tuple[Unit, str] | None = None
    total = fsum(topic.values())
    for unit in source.units:
        share = fsum(w for k, w in topic.items() if k in source.expanded(unit)) / total if total else 1.0
        if not unit.own or not unit.figures or share < SOME:
            continue
        bound = binding.of_unit(unit, source)
        anchored = any(
            meets(o.claim, f, unit.text) and bound.get(f.start) == o.group for o in others for f in unit.figures
        )
        if any(meets(claim, f, unit.text) for f in unit.figures):
            if anchored or share >= ON:
                return None
            continue
        mine = [f for f in unit.figures if bound.get(f.start) == item.group]
        least = ON if any(o.claim.telling >= 1 for o in others) else WHOLE
        if against is None and anchored and mine and share >= least:
            against = unit, unit.text[mine[0].start : mine[-1].end]
    return against if against is not None and not worked_out(case, claim, [against[0]]) else None
