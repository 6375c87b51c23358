"""Is a difference told of some of the people of whom the source says that they had none?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import keys, leaning, relating
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text import sentences
from probatum.text.expressions import expression

_WHOM: Final = expression(
    r"\A\W*(?:(?:in|among|for)\s(?P<led>[^,.;()]{3,70}),\s"
    r"|(?:patients|people|those|adults|children|women|men|infants)\s(?:with|who (?:had|have)|on|given)\s"
    r"(?P<with>(?:(?!\b(?:had|have|were|was|are|did|showed|got|felt|lived|died|needed|and|than|went)\b)[^,.;()]){3,50}))",
    re.IGNORECASE,
)
"""Of whom a sentence is told: `In men, ...`, `People with ulcerative colitis had ...`."""
_NOT_THEY: Final = expression(
    r"\A\W*(?:but |and |though )?(?:\w+ )?not\s(?:\w+ )?(?:in|for|among|with|on|by)\b", re.IGNORECASE
)
"""`... but not in male participants`."""
_NOT_SO: Final = expression(r"\bnot the case\b|\bdid not apply\b|\bno such\b|\bno relevant\b", re.IGNORECASE)
_EITHER: Final = expression(r"\brather than\b|\bversus\b|\bvs\b|\bcompared (?:with|to)\b", re.IGNORECASE)
"""In a title: one of the two of which it speaks."""
_PEOPLE: Final = keys.table(
    "patient people person participant subject adult child infant volunteer individual survivor trial study"
)
_ASIDE: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))


@probe(
    name="subgroup",
    order=112,
    purpose="No difference is told of some of the people, a sex or a kind of their illness, of whom every passage that "
    "names them says that there was none.",
    source="Sun X, et al. Is a subgroup effect believable? (2010), doi:10.1136/bmj.c117",
)
def subgroup(case: Cited) -> Opinion | None:
    """Contradicted where what the source says of these people denies a difference, and nothing tells one."""
    found = _WHOM.match(case.text)
    if found is None or len(case.sources) != 1 or case.denies or HEDGED.search(case.text):
        return None
    source = case.sources[0]
    who = keys.of(found["led"] or found["with"]) - keys.GENERIC - FILLER - _PEOPLE
    titled = who <= source.title and not _EITHER.search(source.record.title)
    if not who or titled or not leaning.said(relating.plain(case.text), source).way:
        return None
    against: list[Unit] = []
    for unit in source.units:
        if unit.row or not unit.own or unit.role in _ASIDE or not who <= source.expanded(unit):
            continue
        for said in _of_them(unit, source, who):
            if not said:
                return None
            against.append(unit)
    if not against:
        return None
    return Opinion(
        Fault.POPULATION, "the source found no such difference in these people", (against[0].span,), against[0].raw
    )


def _of_them(unit: Unit, source: Source, who: frozenset[str]) -> list[bool]:
    """Whether each clause that names these people denies a difference (True) or tells one (False)."""
    made: list[bool] = []
    for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
        text = unit.text[start:end]
        told = keys.of(text)
        if not who <= told.union(*(source.long_forms.get(k, frozenset()) for k in told)):
            continue
        said = leaning.said(text, source)
        if _NOT_THEY.match(text) or _NOT_SO.search(text) or said.none is True:
            made.append(True)
        elif said.none is False:
            made.append(False)
    return made
