"""Which of two figures stands on whose side, told by the words around each: in a sentence and in its source.

It needs no list of groups: what is said of one figure and not of the other sets them apart, be it a drug, a dose, a
time or `without`.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import arms, comparing, keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.source import Source, Unit
from probatum.text.expressions import expression

_JOIN: Final = expression(r",|;|\b(?:and|versus|vs\.?|against|compared|while|whereas|but|than|or)\b", re.IGNORECASE)
_LACKING: Final = expression(r"\b(?:without|no|none|controls?|placebo|alone|usual|standard|sham)\b", re.IGNORECASE)
_REACH: Final = 70
"""Characters before the first and behind the second figure that are looked at."""


def sides(case: Cited) -> tuple[int, int]:
    """In how many passages two figures of a sentence stand on the same sides as in it, and in how many on the other."""
    pair = [c for c in case.results if c.part != "of"][:2]
    if len(pair) < 2 or pair[0].kind != pair[1].kind or abs(pair[0].value - pair[1].value) < _SAME:
        return 0, 0
    one, two = _around(case.text, pair[0].start, pair[0].end, pair[1].start, pair[1].end)
    if not one - two and not two - one:
        return 0, 0
    same = other = 0
    for source in case.sources:
        for unit in source.units:
            score = _score(unit, source, pair, one - two, two - one) if unit.figures else 0
            same, other = same + (score > 0), other + (score < 0)
    return same, other


_SAME: Final = 1e-9


def _score(unit: Unit, source: Source, pair: list[Claimed], one: frozenset[str], two: frozenset[str]) -> int:
    first, second = unit.meeting(pair[0]), unit.meeting(pair[1])
    if first is None or second is None or first.start == second.start:
        return 0
    if unit.row:
        mine, theirs = (_keys(unit.column(f.start)) for f in (first, second))
    elif first.start < second.start:
        mine, theirs = _around(unit.text, first.start, first.end, second.start, second.end)
    else:
        theirs, mine = _around(unit.text, second.start, second.end, first.start, first.end)
    mine, theirs = _spelt(mine, source), _spelt(theirs, source)
    mine, theirs = mine - theirs, theirs - mine
    return len(one & mine) + len(two & theirs) - len(one & theirs) - len(two & mine)


def _spelt(words: frozenset[str], source: Source) -> frozenset[str]:
    for short, long in source.long_forms.items():
        if short in words:
            words |= long
    return words


def _around(text: str, start: int, end: int, after: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the words that belong to the first of two figures, and to the second."""
    between = text[end:after]
    joins = [m.start() for m in _JOIN.finditer(between)]
    cut = joins[-1] if joins else len(between)
    before = re.split(r"[;.]\s", text[max(0, start - _REACH) : start])[-1]
    behind = re.split(r"[;.,]\s", text[last : last + _REACH])[0]
    return _keys(f"{before} {between[:cut]}"), _keys(f"{between[cut:]} {behind}")


def _keys(text: str) -> frozenset[str]:
    made = keys.of(text) - keys.GENERIC | {arms.dose_of(m) for m in arms.DOSE.finditer(text)}
    return made | {"without"} if _LACKING.search(text) else made


def pairs(case: Cited) -> dict[str, float]:
    """Whether the passages that hold the first two results of a sentence tell them in its order and its way.

    What is `more, 8 against 5` in one order is `less` in the other; `from 8 to 5` tells the later one first.
    """
    told = [c for c in case.results if c.kind != "range" and not c.part and not c.word]
    if len(told) < _PAIR or told[0].value == told[1].value:
        return {"pair none": 1.0}
    mine = _ways(case.text)
    turned = _from(case.text, told[0].start, told[1].start)
    along = against = 0
    order: set[bool] = set()
    for source in case.sources:
        for unit in source.units:
            one, two = (unit.meeting(c) if unit.figures and unit.own and not unit.row else None for c in told[:_PAIR])
            if one is None or two is None or one.start == two.start:
                continue
            first, last = sorted((one.start, two.start))
            same = (one.start < two.start) is (turned is _from(unit.text, first, last))
            order.add(same)
            theirs = _ways(unit.text[max(0, first - _AHEAD) : last + _BEHIND])
            if len(mine) != 1 or len(theirs) != 1:
                continue
            (way,), (other,) = mine, theirs
            if way in (other, comparing.OPPOSITE[other]):
                along += (way == other) is same
                against += (way == other) is not same
    return {
        "pair held": float(bool(order)),
        "pair turned": float(order == {False}),
        "pair along": float(along > 0),
        "pair against": float(against > 0 and not along),
    }


_PAIR: Final = 2
_AHEAD: Final = 160
_BEHIND: Final = 60
"""Characters before and behind two figures in which it is told which way they lie."""
_BEFORE: Final = expression(r"\bfrom\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE)
_TO: Final = expression(r"\bto\b", re.IGNORECASE)


def _from(text: str, first: int, last: int) -> bool:
    """True of two figures told as `from 8 to 5`."""
    return _BEFORE.search(text[max(0, first - 40) : first]) is not None and _TO.search(text[first:last]) is not None


def _ways(text: str) -> set[str]:
    return {"down" if m.lastgroup == "less" else m.lastgroup or "" for m in comparing.WORD.finditer(text)}
