"""Did something rise or fall between the two times that a sentence names, by the source's figures of these times?"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.assess.audit import comparing, figures
from probatum.assess.audit.case import HEDGED, NEGATED, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.opposing import opposing
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import caseless

_THAN: Final = caseless(r"\bthan\b")
_AGAINST: Final = caseless(r"\bthan\b|\bcompared (?:with|to)\b|\bversus\b|\bvs\b")
_AT: Final = caseless(r"\b(?:at|by|after|within|in|on)\s(?:the\s)?(?:[0-9.]+\s?(?:to|-)\s?)?\Z")
"""What stands before the time of a result."""
_REACH: Final = 45
"""Characters between a figure and the time that is told of it."""
_MOST: Final = 0.09


def _time(claim: Claimed) -> bool:
    return claim.unit in figures.DAYS


class _Course(NamedTuple):
    """What was higher or lower at one time than at another."""

    way: str
    time: Claimed
    other: Claimed


@probe(
    name="later",
    order=128,
    purpose="What is said to be rarer or higher at one time than at another is so by the source's figures of both.",
    source="Rule: a course the other way is another result.",
)
def later(case: Cited) -> Opinion | None:
    """Contradicted where the source's figures of these two times, on the matter, lie the other way round."""
    if case.denies or HEDGED.search(case.text) or not case.topic or any(not _time(c) for c in case.results):
        return None
    told = _course(case)
    if told is None:
        return None
    against = opposing(case, lambda source, unit: _same(case, told, source, unit))
    if against is None:
        return None
    return Opinion(Fault.DIRECTION, "the source's figures go the other way in time", (against.span,), against.raw[:200])


def _course(case: Cited) -> _Course | None:
    found = list(_THAN.finditer(case.text))
    times = [c for c in case.figures if _time(c)]
    if len(found) != 1 or len(case.treatments) > 1:
        return None
    before, behind = ([c for c in times if (c.start < found[0].start()) == first] for first in (True, False))
    way = comparing.way_before(case.text[: found[0].start()])
    if way not in ("up", "down") or not before or not behind:
        return None
    return _Course(way, before[-1], behind[-1])


def _same(case: Cited, told: _Course, source: Source, unit: Unit) -> bool | None:
    """True where a passage on the matter has figures of both times that go the same way, False where the other way."""
    if not case.topic & source.expanded(unit) or 2 * len(case.topic & source.expanded(unit)) < len(case.topic):
        return None
    if (words := _in_words(unit, told)) is not None:
        return words
    one, two = _at(unit, told.time), _at(unit, told.other)
    if one is None or two is None or one.kind != two.kind or one.value == two.value:
        return None
    return (one.value > two.value) == (told.way == "up")


def _in_words(unit: Unit, told: _Course) -> bool | None:
    """The same of a passage that sets both times against each other in words: `higher at 1 month than at 2 hours`."""
    found = list(_AGAINST.finditer(unit.text))
    if len(found) != 1 or NEGATED.search(unit.text):
        return None
    before, behind = unit.text[: found[0].start()], unit.text[found[0].end() :]
    way = comparing.way_before(before)
    first, second = ([c for c in figures.claimed(part) if _time(c)] for part in (before, behind))
    if way not in ("up", "down") or not first or not second:
        return None
    pair = [(told.time, told.other), (told.other, told.time)]
    same, turned = (_is(a, first[-1]) and _is(b, second[0]) for a, b in pair)
    return (way == told.way) == same if same != turned else None


def _is(claim: Claimed, there: Claimed) -> bool:
    return figures.as_long(claim, there.value, there.unit, _MOST)


def _at(unit: Unit, time: Claimed) -> Claimed | None:
    """The figure right before a span of time in a unit; None where none or several stand so."""
    listed = figures.claimed(unit.text)
    made = []
    for at in listed:
        if not _time(at) or not figures.as_long(time, at.value, at.unit, _MOST) or at.part == "low":
            continue
        if not _AT.search(unit.text[: at.start]):
            continue
        near = [c for c in listed if not _time(c) and 0 <= at.start - c.end <= _REACH]
        made += near[-1:]
    return made[0] if len(made) == 1 else None
