"""Whether a difference is good or bad for people: more survival is benefit, more pain is harm.

Only outcomes whose meaning the words themselves say are judged; a bare score or laboratory value is left open.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Direction
from probatum.text.expressions import expression

_BAD: Final = expression(
    r"\b(?:mortality|deaths?|died|fatalit\w+|pain|relapses?|recurrences?|recurrent|failures?|infections?|sepsis|"
    r"pneumonia|hospitali[sz]ations?|(?:re)?admissions?|readmi\w+|bleeding|ha?emorrhages?|strokes?|infarctions?|"
    r"fractures?|falls|seizures?|exacerbations?|symptoms?|severity|disability|depression|anxiety|nausea|vomiting|"
    r"fever|"
    r"progression|complications?|adverse|toxicit\w+|side[- ]effects?|discontinu\w+|withdrawals?|dropouts?|thrombosis|"
    r"embolism|amputations?|blood loss|cramps?|attacks?|headaches?|insomnia|fatigue|diarrh\w+|preterm birth|"
    r"(?:\w*vascular|cardiac|coronary|\w*embolic|thrombotic|ischa?emic|arrhythmic|renal|kidney|skeletal-related) "
    r"events?|"
    r"(?:end-stage|chronic|ischa?emic|coronary|cardiovascular) (?:\w+ )?disease|dialysis|revasculari[sz]ations?|"
    r"dementia|arrhythmias?|ulcers?|(?:graft|transplant) (?:loss|rejection)|acute (?:kidney|lung|liver) injury|"
    r"hypoglyc\w+|delirium|length of (?:hospital )?stay|burden|disease activity)\b",
    re.IGNORECASE,
)
_GOOD: Final = expression(
    r"\b(?:survival|survivors?|remissions?|responses?|responders?|cured?|recovery|healing|healed|quality of life|"
    r"success|clearance|eradication|abstinence|cessation|adherence|patency|function(?:ing)?|mobility|"
    r"pregnancy rates?|"
    r"live births?|satisfaction|seroconversion|well-?being|walking distance|freedom from)\b",
    re.IGNORECASE,
)
_FREE: Final = expression(r"\b\w+[- ]free\b|\bfreedom from\b|\bwithout\b", re.IGNORECASE)
_TURNS: Final = expression(
    r"^(?:not|(?:the )?(?:\w+ )?(?:time to|reductions? (?:in|of)|decreases? (?:in|of)|declines? (?:in|of)|(?:falls?"
    r"|drops?) in|relief (?:of|from)|prevention of|resolution of|absence of))\b",
    re.IGNORECASE,
)
_BETTER: Final = expression(r"\bimprove(?:d|ment|ments)\b", re.IGNORECASE)
_WORSE: Final = expression(
    r"\b(?:worsen(?:ed|ing)|deteriorat\w+|loss of(?![^.;]{0,30}\b(?:weight|fat)\b)|lack of|impaired|impairment|poor|"
    r"(?:sustained|further|rapid|a) (?:fall|decline|drop|decrease|reduction) in (?:\w+ ){0,2}function)\b",
    re.IGNORECASE,
)


_TILL_WELL: Final = expression(
    r"\b(?:time|days|hours|weeks) (?:un)?(?:to|till?) (?:the )?(?:first |complete |sustained |clinical |full )*"
    r"(?:end of|resolution|relief|healing|heal|recovery|recover|cure|cessation of|discharge|improvement|clearance"
    r"|response|remission|eradication|return to|alleviation|crusting|disappearance)\b",
    re.IGNORECASE,
)
"""A time after which people are well: the shorter it is the better, and the event is one to be wished for."""


def meaning(outcome: str, *, harm: bool = False) -> int:
    """1 when more of the outcome is good, -1 when it is bad, 0 when its words do not say."""
    if _TILL_WELL.search(outcome):
        return -1
    if _BETTER.search(outcome):
        return 1
    if _WORSE.search(outcome):
        return -1
    free = _FREE.search(outcome)
    if free and (_GOOD.search(outcome, 0, free.start()) or not _BAD.search(outcome, 0, free.start())):
        return 1  # but `death without ventilation` is of deaths: what follows says only in whom
    bad, good = harm or _BAD.search(outcome) is not None, _GOOD.search(outcome) is not None
    if bad == good:
        return 0
    sign = -1 if bad else 1
    return -sign if _TURNS.match(outcome) else sign


def favours(outcome: str, direction: Direction, *, harm: bool = False) -> str:
    """`benefit` or `harm` of the first arm; empty where nothing was found or nothing can be said."""
    return _side({Direction.HIGHER: 1, Direction.LOWER: -1}.get(direction, 0) * meaning(outcome, harm=harm))


def hazard(outcome: str, ratio: float, *, significant: bool | None) -> str:
    """What a hazard ratio favours: of survival or time to an event, too, it is the hazard that is higher above 1, and
    good where the event is to be wished for."""
    if not significant or ratio == 1.0 or meaning(outcome) == 0:
        return ""
    fewer = ratio < 1.0
    return "benefit" if fewer is not bool(_TILL_WELL.search(outcome)) else "harm"


def _side(sign: int) -> str:
    return "benefit" if sign > 0 else "harm" if sign < 0 else ""
