"""Do two sentences of one text tell the same matter opposite ways: `kidney function held steady`, `it slipped`?

Asked of a sentence that cites nothing, against those that do: what a text tells again must be what it told.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import comparing, keys
from probatum.assess.audit.case import FILLER, NEGATED
from probatum.text.expressions import expression

_STEADY: Final = expression(
    r"\b(?:(?:held|stayed|remained|kept|stays|remains|holds|is|was|were|left) (?:\w+ )?(?:steady|stable|unchanged"
    r"|constant"
    r"|even|flat|intact|level|the same|unaffected)|(?:did|do|does) not (?:change|move|alter|differ|budge|shift|affect)"
    r"|no (?:\w+ )?(?:change|difference|effect|fall|rise|drop|gain|reduction|increase|decrease|improvement|decline)"
    r"|made no difference|preserved|unaffected)\b",
    re.IGNORECASE,
)
_NOT_ON: Final = expression(
    r"\b(?:but|and|though) not (?:in|on|with|for|after|under|among|when given) (?P<who>[^,.;()]{3,60})", re.IGNORECASE
)
_LIKE: Final = expression(r"\b(?:just as|as (?:well|much) as|like|no less than|and so did|both)\b", re.IGNORECASE)
_WAYS: Final = keys.table(
    "rise rose fall fell increase decrease reduce improve worsen better worse higher lower more less said above told "
    "become became relieve slip held hold steady stable unchanged change same differ difference did just also patient "
    "group study trial week month year day"
)
LEAST: Final = 3
"""Telling words that two sentences on one matter share at least."""
SHARE: Final = 0.6


def opposed(one: str, other: str) -> bool:
    """True where two sentences on one matter, or a part of the other, tell it opposite ways."""
    return any(_opposed(one, part) for part in dict.fromkeys((other, *other.split("; ")[:_PARTS])))


_PARTS: Final = 6


def _opposed(one: str, other: str) -> bool:
    mine, theirs = (keys.of(t) - keys.GENERIC - FILLER - _WAYS for t in (one, other))
    both = mine & theirs
    if len(both) < LEAST or len(both) < SHARE * min(len(mine), len(theirs)):
        return False
    for left, right in ((one, other), (other, one)):
        found = _NOT_ON.search(left)
        who = keys.of(found["who"]) - keys.GENERIC if found else frozenset()
        if who and who & keys.of(right) and not _denies(right) and (_LIKE.search(right) or _way(right)):
            return True
    first, second = _way(one), _way(other)
    if not first or not second or first == second:
        return False
    return "steady" in (first, second) or comparing.OPPOSITE.get(first) == second


def _denies(text: str) -> bool:
    return NEGATED.search(text) is not None


def _way(text: str) -> str:
    """Which way a sentence tells, where it tells one: up, down, good, bad or steady; else empty."""
    if _STEADY.search(text):
        return "steady"
    if _denies(text):
        return ""
    ways = {"down" if m.lastgroup == "less" else m.lastgroup or "" for m in comparing.WORD.finditer(text)}
    return ways.pop() if len(ways) == 1 else ""
