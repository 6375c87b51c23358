"""Do those of whom a result is told have an illness that the source studied?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.assess.audit import parts, sufferers
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.transfer import SUBGROUP
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import verbatim
from probatum.assess.audit.source import Source
from probatum.model import Fault, RecordKind
from probatum.text.expressions import expression


@probe(
    name="illness",
    order=94,
    purpose="The illness of those of whom a result is told is one that people of the source had, and not one that it "
    "names only to keep people out, or nowhere.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def illness(case: Cited) -> Opinion | None:
    """Population differs where title, abstract and methods name nobody with that illness."""
    if len(case.sources) != 1 or SUBGROUP.search(case.text) or not case.sources[0].record.title.strip():
        return None
    if verbatim(case):
        return None  # what the record says of its own people, it says of them
    source = case.sources[0]
    for found in sufferers.told(case.affirmed):
        if found.lacking or all(name <= parts.VAGUE for name in found.names):
            continue
        if _STUDIED.search(case.text) and _all_healthy(source):
            return Opinion(
                Fault.POPULATION, f"the source studied healthy people, nobody with \u201c{found.written}\u201d"
            )
        place = sufferers.place(source, found.names)
        if place.first is None and sufferers.akin(source, found.written):
            continue
        if place.have or (source.record.kind is RecordKind.LABEL and _spoken_of(source, found.names)):
            continue
        fault = Fault.POPULATION if _STUDIED.search(case.text) else Fault.APPLICABILITY
        if place.first is not None:
            reason = f"the source names \u201c{found.written}\u201d only of people who did not have it or were kept out"
            return Opinion(fault, reason, (place.first.span,))
        return Opinion(fault, f"the source studied nobody with \u201c{found.written}\u201d")
    return None


def _spoken_of(source: Source, names: Iterable[frozenset[str]]) -> bool:
    """True of a label that speaks of an illness anywhere: it studies nobody, and tells for whom a drug is or is not."""
    told = list(names)
    return any(name <= unit.keys for unit in source.units for name in told)


_HEALTHY: Final = expression(
    r"\bhealthy\s(?:[\w,-]{2,20}\s){0,4}?(?:subjects|volunteers|adults|participants|men|women|individuals|people)\b",
    re.IGNORECASE,
)
_SICK: Final = expression(r"\b(?:patients|sufferers|cases|diagnosed)\b", re.IGNORECASE)


def _all_healthy(source: Source) -> bool:
    """True of a study whose title and abstract tell of healthy people and of no patient who took part."""
    front = [u for u in source.units if u.section.startswith(("title", "abstract")) and not u.row]
    return any(_HEALTHY.search(u.text) for u in front) and not any(_SICK.search(u.text) for u in front)


_STUDIED: Final = expression(
    r"\b(?:those (?:tested|treated|studied)|enrol\w*|recruit\w*|includ\w*|took in|participants"
    r"|population|studied|tested in|trial (?:in|of|was))\b",
    re.IGNORECASE,
)
