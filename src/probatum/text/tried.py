"""Tried: whether a question tells that what was given did not serve, or asks what comes behind it; and whether a
sentence tells of what is done then.

`oxytocin given, still bleeding`, `adenosine failed`, `not holding on nebs`, `what after metformin`. Guidelines name the
next step by what it follows (`that goes on after oxytocin`, `that adenosine does not stop`, `second choices are`).
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_NOT: Final = r"(?:not|n[o']t|never|hardly|barely|stopped|isn'?t|wasn'?t|hasn'?t|haven'?t|didn'?t|doesn'?t|don'?t)"
_FAILS: Final = caseless(
    rf"\b{_NOT} (?:been |really |even |yet )?(?:respond\w*|better|improv\w*|settl\w*|work\w*|hold\w*|held|help\w*"
    r"|touch\w*|shift\w*|control\w*|convert\w*|stop(?:ped|ping)?\b)"
    r"|\bno (?:better|response|improvement|effect|joy|luck|change|help|use|relief|benefit)\b|\bdespite\b"
    r"|\bin spite of\b"
    r"|\bfail(?:s|ed|ing)?\b(?! kidneys?| heart)|\btreatment failure\b|\brefractory\b|\bunresponsive to\b"
    r"|\b(?:poor|partial|inadequate) response\b|\bstill (?:not |very |in |has |is |at |gets? |having )?(?:\w+ing|wheezy"
    r"|in pain|pain\w*|unwell|hypo\w+|hyper\w+|tachy\w*|brady\w*|low|high|raised|rr|hr|bp|sats|spo2|k|gcs|shocked"
    r"|drowsy|unconscious|symptom\w*|breathless|short of breath|febrile|ill|itchy|sore|depressed|anxious|manic"
    r"|psychotic|agitated|constipated|\d{2,3}(?=[/ ]|\W*$))\b"
    r"|\b(?:goes|going|carries|carrying|went) on (?:after|despite|with|bleeding|fitting)\b"
    r"|\b(?:persist\w*|continu(?:es|ing)|ongoing|recurs?|keeps?|again) (?:\w+ )?(?:after|despite)\b|\bwithout success\b"
    r"|\b(?:given|had)\b[^.;]{0,40}\bagain\b"
)
"""That what was given did not do what was wished."""
_AFTER: Final = caseless(
    r"\b(?:already (?:had(?! an? )|given)|what (?:is |comes )?(?:next|now|else)\b"
    r"|next[- ](?:step|line|option|drug|treatment)|second[- ]line|2nd[- ]line"
    r"|what (?:to (?:add|give|do) )?after|what (?:can|do|should|shall) (?:i|we) add|add (?:next|what)|which to add)\b"
    r"|(?:[,.;:] *|\bthen )next\W*$|\bnext\W*\?"
)
"""That what comes behind it is asked for."""
_NOT_BORNE: Final = caseless(
    rf"\b(?:{_NOT}|can'?t|cannot|couldn'?t|could not) (?:been |be )?(?:tolerat\w*|suit(?:ed|s|ing)?)\b"
    r"|\bintolerant (?:of|to)\b"
)
"""That what was given was not borne, which asks as well for what comes behind it."""
_TWICE: Final = caseless(
    r"\b(?:(?:2|two|3|three|both|repeated|max(?:imum|imal)?) (?:\w+ ){0,2}(?:doses?|shots?|boluses|injections?)"
    r"|x ?[23]|[23] ?x|(?:second|2nd|third|3rd) dose|twice|again given|repeated|(?:12|18) ?mg)\b"
)
_FAILED: Final = caseless(
    r"\b(?:with another fit|persist\w*|refractory|alternatives? to|added to"
    r"|(?:poor|(?:too )?little|inadequate|insufficient|partial|without an?y?|no|without) (?:marked )?response|goes on\b"
    r"|without (?:success|(?:enough )?relief)"
    r"|(?:does|do|did) not (?:stop|work|respond|suit|help|keep|bring|settle|control)"
    r"|can(?:not| not) (?:take|have|tolerate)|ha(?:s|ve) not (?:relieved|worked|helped|improved)"
    r"|(?:fails?|failed|worsens? (?:on|during|despite))\b"
    r"|not (?:better|relieved|controlled|enough|suitable|tolerated))\b"
)
_OFFERED: Final = caseless(
    r"\b(?:second choices?|second[- ]line|the next (?:dose|step(?! down)|choice)|a further \d|alternatives?|is added)\b"
)


def failed(text: str) -> bool:
    """Whether a question tells that what was given did not serve."""
    return _FAILS.search(text) is not None


def barred(text: str) -> bool:
    """Whether a question tells that something may not be had, and of nothing that was had and failed."""
    return _BARRED.search(text) is not None and not failed(text)


_BARRED: Final = caseless(
    r"\b(?:can'?t|cannot|can not|mustn'?t|not allowed(?: to)?|not supposed to|unable to) (?:\w+ )?(?:have|take"
    r"|use|get)\b"
    r"|\b(?:is|are|was|were)? ?contra-?indicated\b|\ballerg(?:ic|y) to\b"
)


def behind(text: str) -> bool:
    """Whether a question asks what comes behind what was given, be it that this did not serve."""
    return failed(text) or _AFTER.search(text) is not None or not_borne(text)


def not_borne(text: str) -> bool:
    """Whether a question tells that what was given was not borne."""
    return _NOT_BORNE.search(text) is not None


def twice(text: str) -> bool:
    """Whether what was given was given more than once, or as much of it as there is."""
    return _TWICE.search(text) is not None


def tells_failed(text: str) -> bool:
    """Whether a sentence tells of something that has not served."""
    return _FAILED.search(text) is not None


def tells_next(text: str) -> bool:
    """Whether a sentence tells what is done where something has not served."""
    return tells_failed(text) or _OFFERED.search(text) is not None
