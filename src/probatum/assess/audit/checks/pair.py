"""Does what a sentence tells by two figures lie the way in which the source tells the same two of the same subject?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.assess.audit import comparing, keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import caseless

_SUBJECT: Final = 0.66
"""Share of the weight of the words before the way that the source must have before its own."""
_LACKING: Final = caseless(r"\b(?:without|no|non|not|lacking|un(?:treated|exposed)|neither|never)\b")
_COMPARATOR: Final = caseless(r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|against)\b")
_CUT: Final = caseless(r";\s|\.\s|:\s|,\s(?:while|whereas|but|however)\W")
_LEVEL: Final = caseless(r"\b(?:longer|shorter|higher|lower|greater|smaller|more|less|fewer|larger)\b")
_APART: Final = 80


class _Told(NamedTuple):
    """A way, the words before it, and whether they say that something is lacking."""

    way: str
    subject: frozenset[str]
    lacks: bool


@probe(
    name="pair",
    order=109,
    purpose="Of a subject that the source puts above another by two figures, a sentence with the same two figures does "
    "not say that it lies below.",
    source="Rule: one difference lies one way.",
)
def pair(case: Cited) -> Opinion | None:
    """Contradicted where every passage that has both figures side by side tells them of the same subject the other
    way."""
    told = _told(case)
    if len(case.sources) != 1 or len(told) != _TWO or case.denies or case.grades or HEDGED.search(case.text):
        return None
    if told[0].value == told[1].value or told[1].start - told[0].end > _APART:
        return None
    source = case.sources[0]
    mine = _read(case.text, told[0].start)
    if mine is None or not mine.subject & source.keys:
        return None
    against: Unit | None = None
    for unit in source.units:
        theirs = _there(unit, told, source)
        if theirs is None:
            continue
        if theirs.way != comparing.OPPOSITE[mine.way] or not _same(mine, theirs, source):
            return None
        against = against or unit
    if against is None:
        return None
    reason = f"the source gives it as {comparing.TOLD[comparing.OPPOSITE[mine.way]]}"
    return Opinion(Fault.DIRECTION, reason, (against.span,), against.raw)


_TWO: Final = 2


def _told(case: Cited) -> list[Claimed]:
    """The two figures that a sentence sets side by side: results, else spans of time in one unit."""
    lasting = [c for c in case.figures if c.kind == "duration" and c.telling >= 1 and not c.part]
    results = [c for c in case.results if c.telling >= 1 and not c.part]
    return results or (lasting if len({c.unit for c in lasting}) == 1 else [])


def _read(text: str, place: int, source: Source | None = None) -> _Told | None:
    """The only way told before a place, in its part of the text."""
    cuts = [m.end() for m in _CUT.finditer(text, 0, place)]
    part = text[cuts[-1] if cuts else 0 : place]
    ways = [m for m in comparing.WORD.finditer(comparing.NOT_COMPARED.sub(_blank, part)) if m.lastgroup != "less"]
    levels = [m for m in ways if _LEVEL.fullmatch(m.group()) and m.lastgroup in ("up", "down")]
    if len(ways) != 1 or len(levels) != 1:
        return None
    ahead = part[: levels[0].start()]
    if _COMPARATOR.search(ahead):
        return None
    words = keys.of(ahead) - keys.GENERIC - FILLER
    if source is not None:
        words = words.union(*(source.long_forms.get(k, frozenset()) for k in words))
    return _Told(levels[0].lastgroup or "", words, _LACKING.search(ahead) is not None) if words else None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _there(unit: Unit, told: list[Claimed], source: Source) -> _Told | None:
    """What a sentence of the source tells before both figures, which stand side by side; None where it has them not,
    or tells no one way."""
    if unit.row or not unit.own:
        return None
    found = [unit.meeting(c) for c in told]
    first, second = found
    if first is None or second is None or abs(first.start - second.start) > _APART:
        return None
    return _read(unit.text, min(first.start, second.start), source)


def _same(mine: _Told, theirs: _Told, source: Source) -> bool:
    weights = {k: source.weight(k) for k in mine.subject if k in source.keys}
    held = sum(sorted(w for k, w in weights.items() if k in theirs.subject))
    return mine.lacks == theirs.lacks and held >= _SUBJECT * sum(sorted(weights.values()))
