"""Is every named part of the sentence in its source: each illness, procedure and test, each kind of people?"""

from __future__ import annotations

from probatum.assess.audit import parts
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault, SectionKind, Verdict

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
        return None
    reason = f"no source it cites names {lost.told}"
    if not any(_whole(source) for source in case.sources):
        return Opinion(None, reason)
    of_people = people is not None or parts.of_people(case.affirmed)
    return Opinion(Fault.POPULATION if of_people else Fault.OUTCOME, reason, verdict=Verdict.NOT_IN_SOURCE)


def _whole(source: Source) -> bool:
    """True when more than title and abstract are held."""
    return any(section.kind not in _FRONT for section in source.record.sections)
