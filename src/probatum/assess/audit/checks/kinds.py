"""Are the kinds of people and the ages that a sentence says were studied those of the source?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import ages, keys, parts
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.parts import State
from probatum.assess.audit.source import Source
from probatum.model import Fault
from probatum.text.expressions import expression

_STUDIED: Final = expression(
    r"\b(?:enrol\w*|recruit\w*|recruits|includ\w*|randomi[sz]\w*|studied|participants|sample|took part|joined"
    r"|took in|eligible|population|cohort|(?:trial|study|studies) (?:was|were|dealt|looked|in|of|concerned)|compared in"
    r"|(?:they|these|all of them|the patients|the people) were)\b",
    re.IGNORECASE,
)
"""Words in which it is said whom a study was of."""
_OPENING: Final = expression(r"\W{0,3}(?:in|for|among|with)\s(?P<whom>[^,.;:()0-9]{3,50})", re.IGNORECASE)
"""Those of whom the sentence tells, as it opens."""
_YOUNG: Final = keys.table("child children infant toddler pediatric adolescent newborn neonate pupil schoolchildren")
_GROWN: Final = 18


@probe(
    name="kinds",
    order=95,
    purpose="Those said to have been studied (children, women, pregnant people, outpatients, ages from and to) are "
    "spoken of in the source, and of an age that could take part.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def kinds(case: Cited) -> Opinion | None:
    """Population differs for a kind of people that the source speaks of nowhere, and for ages that it did not take."""
    if len(case.sources) != 1 or case.denies or _SHUT.search(case.text):
        return None
    source = case.sources[0]
    told = ages.spans(case.text)  # a part of the people, too, is of an age that could take part
    if told and (taken := _taken(source)) is not None:
        for span in told:
            if span.apart(taken):
                spans = (source.study.age.span,) if source.study.age is not None and source.study.age.span else ()
                reason = f"the sentence says \u201c{span.told}\u201d, and the source took \u201c{taken.told}\u201d"
                return Opinion(Fault.POPULATION, reason, spans)
    if _PART.search(case.text):
        return None
    opening = _OPENING.match(case.text)
    for word in parts.unknown(opening["whom"], source) if opening else ():
        if not _of_age(word, source):
            return Opinion(Fault.APPLICABILITY, f"the source speaks of no \u201c{word}\u201d")
    if not _STUDIED.search(case.text):
        return None
    for part in parts.read(case):
        if part.kind == "people" and part.state is State.LACKING and not _of_age(part.told, source):
            return Opinion(Fault.POPULATION, f"the source speaks of no \u201c{part.told}\u201d")
    return None


_SHUT: Final = expression(r"\b(?:exclu\w+|kept out|left out|shut out|barred|mean age|median age)\b", re.I)
_PART: Final = expression(r"\bsubgroups?\b", re.IGNORECASE)


def _taken(source: Source) -> ages.Ages | None:
    """The ages that could take part; None where the record tells them otherwise than as bounds."""
    told = source.study.age
    made = ages.bounds(told.value) if told is not None else None
    return made if made is not None else ages.of_title(source.record.title)


def _of_age(word: str, source: Source) -> bool:
    """True of adults where nothing says that the source studied the young, though it calls nobody adult."""
    if not word.lower().startswith("adult"):
        return False
    taken = _taken(source)
    return not _YOUNG & source.about if taken is None else taken.high > _GROWN
