"""Is every named part of the sentence in its source: each illness, procedure and test, each kind of people?"""

from __future__ import annotations

import re

from probatum.assess.audit import keys, parts
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault, SectionKind, Verdict
from probatum.text.expressions import expression

_FRONT = frozenset((SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.REFERENCES, SectionKind.OTHER))


@probe(
    name="part",
    order=137,
    purpose="Every illness, procedure, test and kind of people that a sentence names is named, by whatever name or as "
    "a kind of it, in a source that it cites.",
    source="Rule: support needs every asserting part; what the source never names it does not say.",
)
def part(case: Cited) -> Opinion | None:
    """Not in source for a named part that no cited record names; not checked where only title and abstract are held."""
    if not case.sources or case.grades or case.quoted:
        return None
    told = tuple(parts.read(case))
    people, name = parts.lacking(told, "people"), parts.lacking(told, "name")
    lost = people or name
    if lost is None:
        return _shut_out(case, told)
    reason = f"no source it cites names {lost.told}"
    if not any(_whole(source) for source in case.sources):
        return Opinion(None, reason)
    words = keys.of(lost.told) - keys.GENERIC
    if words and any(words <= other.keys for other in case.others):
        return Opinion(Fault.MISATTRIBUTED, reason, verdict=Verdict.NOT_IN_SOURCE)
    of_people = people is not None or parts.of_people(case.affirmed)
    return Opinion(Fault.POPULATION if of_people else Fault.OUTCOME, reason, verdict=Verdict.NOT_IN_SOURCE)


_SHUT = expression(
    r"\b(?:exclu\w+|not eligible|ineligible|not (?:be )?(?:included|enrolled|admitted))\b", re.IGNORECASE
)


_COMMON = keys.table("man men woman women male female adult adults patient")
"""People that take part in nearly every study, whether it says so or not."""


def _shut_out(case: Cited, told: tuple[parts.Part, ...]) -> Opinion | None:
    """Those who took part by the sentence, and whom the source names in what it excludes alone."""
    if not parts.of_people(case.affirmed) or _SHUT.search(case.text) or case.denies or len(case.sources) != 1:
        return None
    source = case.sources[0]
    for found in (p for p in told if p.kind in ("name", "people")):
        words = keys.of(found.told) - keys.GENERIC
        if not words or words & source.title or words & _COMMON:
            continue
        naming = [u for u in source.units if u.own and words <= source.expanded(u)]
        if naming and all(_SHUT.search(u.text) for u in naming):
            reason = f"the source names {found.told} in what it excludes alone"
            return Opinion(Fault.POPULATION, reason, (naming[0].span,), naming[0].raw[:200])
    return None


def _whole(source: Source) -> bool:
    """True when more than title and abstract are held."""
    return any(section.kind not in _FRONT for section in source.record.sections)
