"""Was it given the way the sentence says: by mouth, into a vein, on the skin?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import routes, sentences
from probatum.text.expressions import expression

_GIVEN: Final = expression(
    r"\b(?:got|given|gave|receiv\w+|took|taken|appl(?:y|ied)|instill\w+|swallow\w*|inject\w+|administ\w+|infus\w+"
    r"|inhal\w+"
    r"|consist\w*|was|were|came|supplement\w*|dos(?:e|ed|es|ing)|treat\w*|with|of|or|versus|compar\w*)\b",
    re.IGNORECASE,
)
_NEAR: Final = 60


@probe(
    name="route",
    order=81,
    purpose="A treatment was given the way the sentence says: by mouth, into a vein or muscle, on the skin, in the "
    "vagina, by inhaling.",
    source="ISMP. Guidelines for safe medication use: the right route (2021)",
)
def route(case: Cited) -> Opinion | None:
    """Number differs (dose) when passages that name the treatment tell another way of giving it, and none this one."""
    if not case.sources or not _GIVEN.search(case.text):
        return None
    for arm in (a for a in case.arms if not a.control and a.words):
        mine = {way for way, at, _ in routes.ways(case.text) if _nearest(case, at) is arm}
        if len(mine) != 1:
            continue
        told = [(u, way) for s in case.sources for u, way in _there(s, arm)]
        ways = {way for _, way in told}
        whole = {w for s in case.sources for u in s.units for w, *_ in routes.ways(u.text)}
        if ways and not mine & (ways | whole):
            unit, way = told[0]
            said = next(iter(mine))
            return Opinion(
                Fault.DOSE,
                f"the source tells another way of giving {arm.name}: {routes.NAMES[way]}, not {routes.NAMES[said]}",
                (unit.span,),
            )
    return None


def _nearest(case: Cited, place: int) -> Arm | None:
    """The treatment that a way of giving is told of: the last named before it, else the next behind it."""
    near = [a for a in case.arms if a.words and not a.control and abs(a.start - place) <= _NEAR]
    before = [a for a in near if a.start <= place]
    return before[-1] if before else near[0] if near else None


def _there(source: Source, arm: Arm) -> Iterator[tuple[Unit, str]]:
    for unit in source.units:
        if unit.row or not unit.own or not arm.words & unit.keys:
            continue
        for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
            clause = unit.text[start:end]
            if any(word in clause.lower() for word in _stems(arm)):
                yield from ((unit, way) for way, *_ in routes.ways(clause))


def _stems(arm: Arm) -> list[str]:
    return [word[:_STEM] for word in arm.words if len(word) >= _STEM]


_STEM: Final = 5
