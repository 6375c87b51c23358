"""Does what rose rise in the source, and what fell fall?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import comparing, keys
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import sentences
from probatum.text.expressions import expression

_UP: Final = (
    r"rose|risen|ris(?:e|es|ing)|increas\w*|climb\w*|grew|grown|went up|gone up|mount\w*|soar\w*|elevat\w*|more"
    r"|higher|greater"
)
_DOWN: Final = (
    r"fell|fallen|fall(?:s|ing)?|declin\w*|decreas\w*|reduc\w*|dropp?\w*|lower\w*|sank|sunk|went down|dwindl\w*"
    r"|diminish\w*"
    r"|less|fewer|smaller|shr[aiu]nk\w*"
)
_WAY: Final = expression(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_STEADY: Final = expression(
    r"\b(?:stable|steady|unchanged|constant|no (?:significant )?change|not (?:significantly )?chang\w*|similar"
    r"|not differ\w*)\b",
    re.I,
)
_WITHIN: Final = expression(
    r"\b(?:baseline|before (?:they|treatment|the|it)|at (?:the start|entry|admission)|over time"
    r"|both (?:\w+ ){0,2}(?:groups|arms"
    r"|drugs|cases|treatments|regimens)|either (?:group|arm)|each (?:group|arm)|all (?:\w+ )?(?:groups|arms|patients)"
    r"|pre-?treatment|within (?:each|the|both))\b",
    re.IGNORECASE,
)
"""A change in time, and not a difference between groups."""
_RARE: Final = 0.75


@probe(
    name="change",
    order=128,
    purpose="What is said to have risen or fallen in time, in all groups, is said by the source to have gone that way.",
    source="Rule: a change the other way is another result.",
)
def change(case: Cited) -> Opinion | None:
    """Contradicted where every passage that tells how the same went in time tells the other way."""
    ways = {m.lastgroup for m in _WAY.finditer(comparing.NO_MORE.sub(" ", case.text))}
    if len(ways) != 1 or not _WITHIN.search(case.text) or case.denies or HEDGED.search(case.text) or case.results:
        return None
    mine = ways.pop()
    named = frozenset().union(*(a.words for a in case.treatments), frozenset())
    against: list[Unit] = []
    for source in case.sources:
        topic = _topic(case, source) - (named if len(case.treatments) > 1 else frozenset())
        for unit in source.units if topic else ():
            if unit.row or not unit.own:
                continue
            found = _told(unit, source, topic)
            if mine in found or "steady" in found:
                return None
            if found:
                against.append(unit)
    if not against:
        return None
    return Opinion(Fault.DIRECTION, "in the source it went the other way", (against[0].span,), against[0].raw[:200])


_TIME: Final = keys.table("session last began begin start before after group arm both all treatment")


def _topic(case: Cited, source: Source) -> frozenset[str]:
    return frozenset(k for k in (case.wanted - _TIME) if k in source.keys and not _WAY.fullmatch(k))


def _told(unit: Unit, source: Source, topic: frozenset[str]) -> set[str]:
    """Which ways a passage on the matter tells that it went in time."""
    made: set[str] = set()
    for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
        clause = unit.text[start:end]
        held = keys.of(clause)
        held = held.union(*(source.long_forms.get(k, frozenset()) for k in held))
        if len(topic & held) < _RARE * len(topic) or not _WITHIN.search(clause):
            continue
        if _STEADY.search(clause):
            made.add("steady")
        made |= {m.lastgroup or "" for m in _WAY.finditer(clause)}
    return made
