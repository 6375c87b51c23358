"""Which of two figures stands on whose side, told by the words around each: in a sentence and in its source.

It needs no list of groups: what is said of one figure and not of the other sets them apart, be it a drug, a dose, a
time or `without`.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import arms, keys
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
