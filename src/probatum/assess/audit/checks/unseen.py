"""Is something told to have happened of which the source says that there was none?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text.expressions import caseless, expression

_NONE: Final = caseless(
    r"\b(?:no|zero|without any|free (?:of|from)|(?:nobody|no one|none|no \w+) (?:had|developed|suffered|experienced"
    r"|reported|needed)(?: any| an?)?)\s(?P<what>[a-z][\w-]*(?:,?\s(?!(?:was|were|is|are|had|has|occurred|happened"
    r"|arose|developed|in|with|on|among|during|within|for|after|at|to|led|between|than|that|which|by|from)\b)"
    r"[a-z][\w-]*){0,9})"
)
"""What there was none of, with its alternatives: `no abscess or major complication`."""
_BEFORE: Final = caseless(r"\b(?:with|than|or|versus|vs\.?|against|had|and|to|received?|receiving|given|of)\s\Z")
"""Before `no X` these name a group that did not have it, or what it is set against."""
_COMPARES: Final = caseless(
    r"\b(?:differ\w*|effects?|benefits?|advantages?|changes?|evidence|gains?|increases?|decreases?|reductions?"
    r"|improvements?|associations?|correlations?|interactions?|relations?\w*|impact|influence|significant\w*|more|less"
    r"|fewer|better|worse|longer|higher|lower|greater|trends?|data|information|stud(?:y|ies)|trials?|reason|doubt"
    r"|further|other|additional|new|heterogeneity|treatment|therapy|intervention|statistical\w*|clear|need|such|use"
    r"|inferior|superior|limits?|role|value|response|placebo|control)\b"
)
"""Of these it is no event that there was none."""
_OR: Final = expression(r",\sor\s|,\sand\s|,\s|\sor\s|\sand\s|\snor\s")
_OTHERS: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))
_EMPTY: Final = keys.GENERIC | FILLER | keys.table("case cases instance episode report event serious major severe")
_FEW: Final = caseless(
    r"\b(?:zero|0 ?%|0 of|nil|absent|avoid\w*|spared|prevent\w*|rul(?:e|ed|ing) out|free (?:of|from))\b"
)


@probe(
    name="unseen",
    order=111,
    purpose="Nothing is told to have happened of which the source says that there was none.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def unseen(case: Cited) -> Opinion | None:
    """Contradicted where a passage that holds every word of the sentence denies the event, and none tells it."""
    if len(case.sources) != 1 or case.denies or case.grades or case.results or not case.wanted:
        return None
    if HEDGED.search(case.text) or _FEW.search(case.text) or case.compared:
        return None
    source = case.sources[0]
    denied: list[tuple[Unit, frozenset[str]]] = []
    for unit in source.units:
        if unit.row or not unit.own or unit.role in _OTHERS:
            continue
        events = [e for e in _denied(unit.text) if e <= case.keys and e & case.wanted]
        if events and case.wanted - FILLER <= source.expanded(unit):
            denied.append((unit, events[0]))
    if not denied or any(_told(case, source, u, e) for _, e in denied for u in source.units):
        return None
    unit = denied[0][0]
    return Opinion(Fault.NEGATION, "the source says that there was none", (unit.span,), unit.raw)


def _denied(text: str) -> Iterator[frozenset[str]]:
    """Keys of each event that a passage says there was none of."""
    for found in _NONE.finditer(text):
        if _BEFORE.search(text[max(0, found.start() - 12) : found.start()]) or _COMPARES.search(found["what"]):
            continue
        for part in _OR.split(found["what"]):
            told = keys.of(part)
            if told - _EMPTY:
                yield told


def _told(case: Cited, source: Source, unit: Unit, event: frozenset[str]) -> bool:
    """True where another passage counts the event or says that it was seen."""
    if not unit.own or unit.role in _OTHERS or not event <= source.expanded(unit):
        return False
    if any(e & event for e in _denied(unit.text)):
        return False
    return bool(unit.row or unit.figures or re.search(r"\b(?:occurred|developed|seen|had|reported)\b", unit.lower))
