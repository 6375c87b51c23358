"""Phases: whether a text is of an illness as it breaks out (an attack, an emergency) or of its long course.

What ends an attack keeps none away, and what is taken for years helps nobody in an emergency department. A text that
names both phases, or neither, is of no phase alone; what prevents attacks belongs to the long course.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.text.expressions import caseless

ACUTE: Final = "acute"
LONG: Final = "long"

_NAMES: Final = caseless(
    r"\bchronic (?:obstructive (?:pulmonary|airways?|lung)|kidney|renal|liver|lymph\w+|myel\w+|fatigue|bronchitis|pain"
    r"|urticaria|migraine)\b|\bacute (?:coronary|kidney|renal|respiratory distress|lymph\w+|myel\w+|phase)\b"
    r"|\bemergency contracep\w+"
)
"""Illnesses that bear the word in their name, and are of no phase for it."""
_ACUTE: Final = caseless(
    r"\b(?:acute(?:ly)?|hyper-?acute|attacks?|exacerbations?|flares?|flare-?ups?|decompensat\w+|emergency|life-threatening"
    r"|status (?:epilepticus|asthmaticus)|in extremis|crisis)\b"
)
_LONG: Final = caseless(
    r"\b(?:chronic(?:ally)?|long[- ](?:term|standing|lasting)|maintenance|lifelong|for life|indefinite\w*|persistent"
    r"|between (?:attacks|flares)|stable (?:angina|disease|heart failure|coronary|ischa?emic|COPD))\b"
)
_PREVENTS: Final = caseless(r"^\W*to prevent\b|\b(?:prevention|prophyla\w+|to prevent (?:\w+ )?recurrence)\b")
_TREATS: Final = caseless(r"\btreat\w*\b")
_ASKS_TO_PREVENT: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|recurrences?)\b")
_AT_HAND: Final = caseless(
    r"\b(?:in (?:the )?(?:ED|A&E|ER|resus|casualty|emergency (?:department|room)|ambulance)\b|resus\b|paramedics?\b"
    r"|on (?:the )?(?:acute )?take\b|neb(?:s|ulis\w+|uliz\w+)\b|no (?:iv|intravenous|venous) access\b"
    r"|still (?:fitting|seizing|bleeding|wheezing|convulsing)\b)"
)
"""Where and with what people are treated in an emergency."""
_OVER: Final = caseless(
    r"\b(?:after|post|following|since|previous|prior|earlier|history of|survived|had)[ -](?:an? |the |his |her |my )?$"
)
_OPENS: Final = caseless(
    r"^\W*(?:in|during|for|at|to treat|with) (?:an? |the )?(?:[\w-]+ ){0,3}?"
    r"(?:acute|attacks?|exacerbations?|flares?|decompensat\w+|emergenc\w+|crisis)\b"
)
_NEAR: Final = 24
"""Characters before the name of an illness in which words say that it is over."""


def of_text(text: str) -> str:
    """The phase that a sentence or a title is of alone; empty where it names both, or none."""
    bare = _NAMES.sub(" ", text)
    acute, long = _ACUTE.search(bare) is not None, _LONG.search(bare) is not None
    if _PREVENTS.search(bare):
        return "" if acute and _TREATS.search(bare) else LONG
    return "" if acute == long else ACUTE if acute else LONG


def asked(read: str, names: Iterable[str]) -> str:
    """The phase that a question is of; empty where it tells none. `names`: those of the illnesses that it is about: of
    one that is over, a word such as `acute` tells no phase."""
    bare = _NAMES.sub(" ", read)
    acute = _ACUTE.search(bare) is not None or _AT_HAND.search(bare) is not None
    long = _LONG.search(bare) is not None
    if _ASKS_TO_PREVENT.search(bare):
        return LONG
    if acute == long:
        return ""
    return LONG if long else "" if is_over(read, names) else ACUTE


def is_over(read: str, names: Iterable[str]) -> bool:
    """Whether an illness, by one of its names, is told as what is over (`after a stroke`)."""
    low = read.lower()
    places = (low.find(name.lower()) for name in names if name)
    return any(_OVER.search(low[max(0, at - _NEAR) : at]) is not None for at in places if at > 0)


def fits(text: str, title: str, phase: str) -> bool:
    """Whether a sentence is of a phase, or of none alone; where it names no phase the title of its source decides, and
    against that title it must open with the phase (`in an attack, ...`)."""
    own = of_text(text)
    against = of_text(title) not in ("", phase)
    if own and own != phase:
        return False
    if against and phase == ACUTE:
        return _OPENS.match(_NAMES.sub(" ", text)) is not None
    return not against or names(text, phase)


def names(text: str, phase: str) -> bool:
    """Whether a text names a phase, alone or beside the other."""
    bare = _NAMES.sub(" ", text)
    if phase == ACUTE:
        return _ACUTE.search(bare) is not None
    return _LONG.search(bare) is not None or _PREVENTS.search(bare) is not None
