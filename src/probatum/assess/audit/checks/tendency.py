"""Does the source put the groups of the trial the same way round, in its words or by its figures?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import fsum

from probatum.assess.audit import comparing, groups, keys, relating
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

SAME = 0.6
"""Share of the weight of what is measured that a unit must hold to be on the same matter."""
_WITHIN = expression(
    r"\b(?:baseline|from [0-9.]+ ?%? to|within (?:each|both)|both (?:groups|arms|drugs)|over time)\b", re.I
)


@probe(
    name="tendency",
    order=131,
    purpose="Of two groups the one that the source puts higher, longer or better is the one that the sentence "
    "puts there, also where one is named alone.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def tendency(case: Cited) -> Opinion | None:
    """Contradicted when more of the units on the same matter lie the other way than lie the same way."""
    if len(case.sources) != 1 or case.denies or HEDGED.search(case.text) or _WITHIN.search(case.text):
        return None
    source = case.sources[0]
    return _turned(case, source) or next(
        (found for part in _parts(case) if (found := _turned(part, source)) is not None), None
    )


def _parts(case: Cited) -> list[Cited]:
    """The stretches between the commas of a sentence, each as one of its own: `slower to wake, with first flatus
    later on A`."""
    told = [t for t in re.split(r"[,;:]\s", case.text) if len(t.split()) > _WORDS]
    if not 1 < len(told) <= _MOST:
        return []
    return [Cited(case.said._replace(plain=t), case.sources, case.references, case.whole) for t in told]


_WORDS, _MOST = 4, 4


def _turned(case: Cited, source: Source) -> Opinion | None:
    told = relating.read(relating.plain(case.text), source)
    if len(told) != 1 or not case.wanted:
        return None
    agree, against = weighed(case, source, told[0])
    if not against or len(agree) >= len(against) or (agree and agree[0] is _first(agree, against)):
        return None
    known = groups.of(source)
    way = comparing.TOLD[comparing.OPPOSITE[told[0].way]]
    first, second = known[told[0].first].name.strip(), known[told[0].second].name.strip()
    reason = f"in the source it is {way} with \u201c{first}\u201d than with \u201c{second}\u201d"
    return Opinion(Fault.DIRECTION, reason, tuple(u.span for u in against[:2]))


def weighed(case: Cited, source: Source, told: relating.Told) -> tuple[list[Unit], list[Unit]]:
    """The units on the same matter that lie the same way, and those that lie the other way."""
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    title = keys.of(relating.plain(source.record.title))
    matter = (case.wanted - named - _SETTING) or case.keys & EVENTS
    topic = {k: source.weight(k) * (_KNOWN if k in title else 1.0) for k in matter}
    total = fsum(topic.values())
    agree: list[Unit] = []
    against: list[Unit] = []
    if not total:
        return agree, against
    times = [c for c in case.figures if c.kind == "duration"]
    for unit in source.units:
        held = unit.label if unit.row and topic.keys() & unit.label else source.expanded(unit)
        if not unit.own or fsum(w for k, w in topic.items() if k in held) < SAME * total:
            continue
        if any(unit.meeting(c) is None and _timed(unit) for c in times):
            continue
        for item in relating.of_unit(unit, source):
            if item.figures and told.way in ("good", "bad") and _SCALE.search(unit.text):
                continue  # whether more of a scale is better its name does not say
            local = "" if item.figures or unit.row else _local(unit.text, topic, total)
            if local:
                item = item._replace(way=local)
            way = relating.side(item, told.first, told.second, case.text, told.way)
            if way == told.way:
                agree.append(unit)
            elif way == comparing.OPPOSITE[told.way]:
                against.append(unit)
    return agree, against


_VERBED = expression(
    r";\s|,?\s(?:and|but|while|whereas)\s(?=(?:\w+ly\s)?(?:reduc|increas|decreas|lower|rais|improv|worsen|shorten"
    r"|prolong)\w*\b)",
    re.IGNORECASE,
)


def _local(text: str, topic: Mapping[str, float], total: float) -> str:
    """Which way the part of a sentence leads that is on the matter, where its parts lead different ways: `A reduced X
    and increased Y compared with B`; empty for a sentence of one way."""
    if len({m.lastgroup for m in comparing.WORD.finditer(text)}) < 2:
        return ""
    for part in _VERBED.split(text):
        held = keys.of(part)
        ways = {"down" if m.lastgroup == "less" else m.lastgroup or "" for m in comparing.WORD.finditer(part)}
        if len(ways) == 1 and fsum(w for k, w in topic.items() if k in held) >= SAME * total:
            return ways.pop() if part != text else ""
    return ""


_SCALE = expression(
    r"\bSF-?\s?[0-9]+|\b(?:scores?|scales?|index|questionnaire|subscales?|QoL|QOL|VAS)\b", re.IGNORECASE
)


def _timed(unit: Unit) -> bool:
    return re.search(r"\b(?:day|week|month|year|hour)s?\b", unit.lower) is not None


def _first(agree: list[Unit], against: list[Unit]) -> Unit:
    """The one that stands first in its record: of abstracts and results."""
    return min((*agree, *against), key=lambda u: (not u.section.startswith("abstract"), u.start))


_SETTING = keys.table("first child woman man adult infant participant volunteer")
_KNOWN = 0.3
"""Weight of a word of the record's title: every sentence is about it."""
EVENTS = keys.table("adverse event side effect rate response dose drug change score")
