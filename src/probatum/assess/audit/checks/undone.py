"""Is an effect told that the source denies in the very verb: `improved`, where it `was not improved`?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import sentences
from probatum.text.expressions import expression

_STEMS: Final = (
    r"improv|reduc|increas|decreas|lower|shorten|prolong|lengthen|affect|influenc|alter|chang|prevent|benefi|delay"
    r"|enhanc"
    r"|accelerat|lessen|diminish|rais|worsen|relie[vf]|protect|modif"
)
_WORSE: Final = expression(r"\b(?:got|gets?|became|becomes?|grew|turned|made|makes?) (?:\w+ )?worse\b", re.IGNORECASE)
"""What is told of `worsened` in two words."""
_VERB: Final = expression(rf"\b(?P<stem>{_STEMS})[a-z]{{0,6}}\b", re.IGNORECASE)
_DENIED: Final = expression(
    r"\b(?:not|neither|nor|never|no|fail(?:ed|s)? to|without|unable to)\s(?:[\w-]+\s){0,4}?"
    rf"(?P<stem>{_STEMS})[a-z]{{0,6}}\b",
    re.IGNORECASE,
)
_GOT: Final = keys.table("get got become became grow turn make made worse")
_COMMON: Final = keys.table("rate level score addition add group effect treatment significant percent")


@probe(
    name="undone",
    order=112,
    purpose="An effect told by a verb (improved, shortened, prevented) is not denied by the same verb in the source.",
    source="Chapman WW, et al. NegEx (2001), doi:10.1006/jbin.2001.1029",
)
def undone(case: Cited) -> Opinion | None:
    """Contradicted where clauses on the same matter deny the verb, and none affirms it."""
    if not case.sources or case.denies or case.grades or HEDGED.search(case.text):
        return None
    verbs = {m["stem"].lower() for m in _VERB.finditer(_WORSE.sub("worsened", case.affirmed))}
    if len(verbs) != 1:
        return None
    stem = verbs.pop()
    denied: list[Unit] = []
    for source in case.sources:
        topic = _topic(case, stem)
        if not topic or not topic <= source.keys:
            return None
        for unit in source.units:
            if unit.row or not unit.own or unit.role in _OTHERS:
                continue
            said = _says(case, source, unit, stem, topic)
            if said is True:
                return None
            if said is False:
                denied.append(unit)
    if not denied:
        return None
    return Opinion(Fault.NEGATION, "the source denies it in the same verb", (denied[0].span,), denied[0].raw)


_OTHERS: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))


def _topic(case: Cited, stem: str) -> frozenset[str]:
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    return frozenset(k for k in case.topic - named - FILLER - _COMMON - _GOT if not k.startswith(stem[:4]))


def _says(case: Cited, source: Source, unit: Unit, stem: str, topic: frozenset[str]) -> bool | None:
    """True where a clause on the matter affirms the verb, False where one denies it."""
    arms = [a.words for a in case.arms if a.words and not a.control]
    made: bool | None = None
    for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
        clause = unit.text[start:end]
        held = keys.of(clause)
        held = held.union(*(source.long_forms.get(k, frozenset()) for k in held))
        if not topic <= held or (arms and not any(words & held for words in arms)):
            continue
        if any(m["stem"].lower() == stem for m in _DENIED.finditer(clause)):
            made = False
        elif any(m["stem"].lower() == stem for m in _VERB.finditer(clause)):
            return True
    return made
