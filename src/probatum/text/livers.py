"""Livers: how poor a liver is that a text tells of, in the three classes of Child and Pugh (1973,
doi:10.1002/bjs.1800600817), which labels call mild, moderate and severe.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless

MILD: Final = 1
MODERATE: Final = 2
SEVERE: Final = 3
_CLASSES: Final = {"mild": MILD, "moderate": MODERATE, "severe": SEVERE, "a": MILD, "b": MODERATE, "c": SEVERE}
_GRADE: Final = r"(?:mild|moderate|severe)(?:ly)?"
_LETTER: Final = r"(?:class )?[ABC]\b"
_JOINED: Final = r"(?:(?:,| or| and| to|/|-|–)+ ?{0}){{0,2}}"
_BETWEEN: Final = r"(?:(?:kidney|renal|chronic|acute) ?(?:or|and|/)? ?){0,2}(?:(?:impaired|reduced) )?"
_WORDED: Final = caseless(rf"\b(?P<grades>{_GRADE}{_JOINED.format(_GRADE)}) {_BETWEEN}(?:liver|hepatic|cirrho)")
_LETTERED: Final = caseless(
    r"\bChild[- ]?Pugh(?:'s)?(?: (?:class(?:es)?|grade|score|stage))? ?\(?"
    rf"(?P<grades>[ABC]\b{_JOINED.format(_LETTER)})"
)
_ENDS: Final = caseless(
    r"\bdecompensated (?:liver|hepatic|cirrho)|\b(?:liver|hepatic) (?:failure|coma|encephalopathy)\b"
)
_WELL: Final = caseless(r"\bcompensated (?:liver|hepatic|cirrho)")
_EACH: Final = caseless(r"mild|moderate|severe|\b[abc]\b")
_TO: Final = caseless(r" to |[-–]")


@lru_cache(maxsize=4096)
def classes(text: str) -> frozenset[int]:
    """The classes that a text names of the liver; none where it tells of the liver without one, or not at all."""
    found = [m["grades"] for pattern in (_WORDED, _LETTERED) for m in pattern.finditer(text)]
    named = {grade for grades in found for grade in _range(grades)}
    if _ENDS.search(text):
        named.add(SEVERE)
    if _WELL.search(text):
        named.add(MILD)
    return frozenset(named)


def _range(grades: str) -> range | list[int]:
    each = [_CLASSES[m[0].lower()] for m in _EACH.finditer(grades)]
    return range(min(each), max(each) + 1) if _TO.search(grades) and len(each) == 2 else each
