"""Is a registration number or DOI that a sentence tells that of the source?"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Levenshtein

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault, Identifier
from probatum.text import identifiers

_REGISTERED: Final = frozenset(("nct", "isrctn", "eudract"))
_SLIP: Final = 2
"""Characters by which a DOI may differ from the source's own to be meant for it."""


@probe(
    name="identifier",
    order=20,
    purpose="A registration number or a DOI that a sentence tells of its source is none other than the source's own.",
    source="De Angelis C, et al. Clinical trial registration (2004), doi:10.1056/NEJMe048225",
)
def identifier(case: Cited) -> Opinion | None:
    """Number differs for a number that no cited record bears or prints, where the one that is cited has another."""
    own = [s for s in case.sources if not any(mark.identifier in s.record.identifiers for mark in case.said.marks)]
    if len(own) != 1:
        return None
    known = own[0].identifiers
    for told in (found for _, _, found in identifiers.find(case.said.text)):
        if any(told in source.identifiers for source in case.sources):
            continue
        right = [one for one in known if one.namespace == told.namespace]
        if any(_meant(told, one) for one in right) or (told.namespace in _REGISTERED and len(right) == 1):
            return Opinion(Fault.NUMBER, f"the source gives {right[0]}, not {told}", (), str(right[0]))
    return None


def _meant(told: Identifier, own: Identifier) -> bool:
    """True for a slip of the pen."""
    return Levenshtein.distance(told.value, own.value, score_cutoff=_SLIP) <= _SLIP
