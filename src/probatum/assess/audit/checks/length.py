"""Where groups were treated for unlike times, is each figure told of the group that has it, and which one had more?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import comparing, keys, lengths
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.figures import meets
from probatum.assess.audit.lengths import Lengths, Told
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text.normal import fold

_PLAN: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))
_NAMES: Final = frozenset(map(keys.key, ("short", "long", "brief", "extended", "course", "regimen", *lengths.WORDS)))
"""Keys of the words in which lengths are told."""


@probe(
    name="length",
    order=97,
    purpose="In a trial of a shorter and a longer treatment each figure, and each comparison, is told of the group "
    "that has it, whatever the groups are called.",
    source="Rule: right figures in the wrong arms say the opposite of the result.",
)
def length(case: Cited) -> Opinion | None:
    """Contradicted where the source gives a figure to the other group alone, or has more where less is told."""
    if len(case.sources) != 1 or case.denies:
        return None
    source = case.sources[0]
    known = lengths.of(source)
    text = fold(case.text).text
    told = lengths.named(text, known) if known else ()
    if known is None or len({m.group for m in told}) < _TWO:
        return None
    return _figures(case, source, known, told) or _way(case, source, known, told)


_TWO: Final = 2


def _bound(unit: Unit, known: Lengths) -> dict[int, int]:
    """The group of each figure of a passage, by where it starts."""
    told = lengths.named(unit.text, known)
    free = [f.start for f in unit.values if not any(m.start <= f.start < m.end for m in told)]
    if not told or not free:
        return {}
    return {at: group for at in free if (group := lengths.given(at, told, free[0])) is not None}


def _figures(case: Cited, source: Source, known: Lengths, told: tuple[Told, ...]) -> Opinion | None:
    free = [c for c in case.figures if not any(m.start <= c.start < m.end for m in told)]
    results = [u for u in source.units if not u.row and u.own and u.role not in _PLAN]
    for claim in free:
        mine = lengths.given(claim.start, told, free[0].start)
        if mine is None or claim.part or (claim.telling < 1 and claim.kind != "duration"):
            continue
        places = [
            (unit, group)
            for unit in results
            for at, group in _bound(unit, known).items()
            if any(f.start == at and meets(claim, f, unit.text) for f in unit.figures)
        ]
        if places and all(group != mine for _, group in places):
            unit = places[0][0]
            other = known.long if mine == 0 else known.short
            told_of = f"the source gives {claim.text} to those treated for {other} {known.unit}s"
            return Opinion(Fault.ARM, told_of, (unit.span,), unit.raw)
    return None


def _way(case: Cited, source: Source, known: Lengths, told: tuple[Told, ...]) -> Opinion | None:
    """Which group had more, told in words, held to the figures of the passages on the same matter."""
    figures = [c for c in case.results if not any(m.start <= c.start < m.end for m in told)]
    if figures or HEDGED.search(case.text):
        return None
    found = [c for c in comparing.read(case.text, [(m.start, m.group) for m in told]) if c.way in ("up", "down")]
    topic = case.topic - _NAMES
    if len(found) != 1 or not topic:
        return None
    more = found[0].first if found[0].way == "up" else 1 - found[0].first
    against: Unit | None = None
    for unit in source.units:
        if unit.row or unit.role in _PLAN or not topic <= source.expanded(unit):
            continue
        bound = _bound(unit, known)
        shares = {bound[f.start]: f.value for f in reversed(unit.values) if f.start in bound and f.percent}
        if len(shares) < _TWO or shares[0] == shares[1]:
            continue
        if (shares[1] > shares[0]) == bool(more):
            return None
        against = against or unit
    if against is None:
        return None
    return Opinion(Fault.DIRECTION, "the figures of the source lie the other way", (against.span,), against.raw)
