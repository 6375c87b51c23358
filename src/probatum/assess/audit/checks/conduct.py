"""Was the study done where, on whom and in the way the sentence says?"""

from __future__ import annotations

import re

from probatum.assess.audit import traits
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.text.expressions import expression

_STUDY = expression(
    r"\b(?:enrol\w*|recruit\w*|includ\w*|randomi[sz]\w*|studied|conducted|carried out|performed|set(?:ting)?"
    r"|took (?:part|place|in)"
    r"|participants?|(?:trial|study|analysis|report|cohort|comparison) (?:was|were|is|in|of|enrol\w*)|patients"
    r" (?:were|had|came)"
    r"|population|came from|drawn from|it was an?|this was an?|(?:women|men|children|adults|infants|people)"
    r" (?:were|had|in|after|with))\b",
    re.IGNORECASE,
)
"""Words that say that the study itself is told of."""


@probe(
    name="conduct",
    order=97,
    purpose="Setting, stage, course, centres and plan of the study (of each a closed list whose values shut each "
    "other out) are those of the source.",
    source="CONSORT 2010, items 3a, 4a and 4b, doi:10.1136/bmj.c869",
)
def conduct(case: Cited) -> Opinion | None:
    """Population differs (or contradicted) where the record tells another value of a trait and never the sentence's."""
    results = [c for c in case.results if c.unit not in ("patients", "people", "years", "")]
    if not case.sources or results or case.denies or not _STUDY.search(case.text):
        return None
    for number, trait in enumerate(traits.TRAITS):
        mine = traits.values(case.text, trait)
        found = [f for s in case.sources if (f := _other(s, number, mine)) is not None] if mine else []
        if found and len(found) == len(case.sources):
            return found[0]
    return None


def _other(source: Source, number: int, mine: dict[str, str]) -> Opinion | None:
    """What the record says instead; None where it says the same, or nothing."""
    trait = traits.TRAITS[number]
    theirs = traits.told(source, number)
    if not theirs or traits.fits(trait, mine, theirs):
        return None
    unit, words = next(iter(theirs.values()))
    said = next(iter(mine.values()))
    told = f"the sentence says \u201c{said}\u201d, and the source \u201c{words}\u201d"
    return Opinion(trait.fault, told, (unit.span,), words)
