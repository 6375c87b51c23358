"""Are two figures given to each other's groups?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from probatum.assess.audit import binding, groups
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.companion import matter
from probatum.assess.audit.checks.side import Given, given
from probatum.assess.audit.figures import meets
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault

MATTER: Final = 0.25
"""Share of the words of what is measured that the place of both figures must hold."""


@probe(
    name="exchanged",
    order=102,
    purpose="Two figures that one place of the source gives to two groups are not told the other way round.",
    source="Rule: right figures in the wrong arms say the opposite of the result.",
)
def exchanged(case: Cited) -> Opinion | None:
    """Contradicted where a sentence or table has both figures, each in the other one's group, and none has them as
    told."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    told = [g for g in given(case, source) if g.claim.kind != "duration"]
    if len(told) != 2 or told[0].group == told[1].group or told[0].claim.value == told[1].claim.value:
        return None
    if min(g.claim.telling for g in told) < 1 and not all(g.claim.places for g in told):
        return None
    across: list[Unit] = []
    near = [source.near(item.claim) for item in told]
    for place, held in _places(source):
        if any(n is not None and not n & held for n in near):
            continue
        found = [_groups(place, source, item) for item in told]
        if not all(found):
            continue
        if any(item.group in there for item, there in zip(told, found, strict=True)):
            return None
        if found == [{told[1].group}, {told[0].group}] and _on(case, source, place):
            across.append(place[0])
    if not across:
        return None
    first, second = told
    names = [groups.of(source)[g.group].name.strip() for g in told]
    right = f"{names[0]}: {second.claim.text}; {names[1]}: {first.claim.text}"
    reason = f"the source gives {first.claim.text} to {names[1]} and {second.claim.text} to {names[0]}"
    return Opinion(Fault.ARM, reason, (across[0].span,), right)


@lru_cache(maxsize=64)
def _places(source: Source) -> list[tuple[tuple[Unit, ...], frozenset[int]]]:
    """Sentences and rows, and of tables whose rows are each one group's own all that stand under one heading; with
    their places in the record."""
    made: list[tuple[tuple[Unit, ...], frozenset[int]]] = []
    alone: dict[tuple[str, str], list[tuple[int, Unit]]] = {}
    for at, unit in enumerate(source.units):
        if not unit.own or not unit.figures:
            continue
        made.append(((unit,), frozenset((at,))))
        if unit.row and len(set(binding.of_unit(unit, source).values())) == 1:
            alone.setdefault((unit.section, unit.above), []).append((at, unit))
    together = [rows for rows in alone.values() if len(rows) > 1]
    return made + [(tuple(u for _, u in rows), frozenset(at for at, _ in rows)) for rows in together]


def _groups(place: Sequence[Unit], source: Source, item: Given) -> set[int]:
    """The groups to which a place gives a figure."""
    made = set()
    for unit in place:
        figures = [f for f in unit.figures if meets(item.claim, f, unit.text)]
        bound = binding.of_unit(unit, source) if figures else {}
        made |= {bound[f.start] for f in figures if f.start in bound}
    return made


def _on(case: Cited, source: Source, place: Sequence[Unit]) -> bool:
    topic = matter(case, source)
    held = frozenset().union(*(source.expanded(u) for u in place))
    return not topic or len(topic.keys() & held) >= MATTER * len(topic)
