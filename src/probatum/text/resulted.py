"""Resulted: a result of a test that somebody tells of themselves and asks nothing else of, `my INR was 1.4, what does
that mean`, `TSH 9 and I take A`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless

_IS: Final = (
    r"(?: ?(?:levels?|counts?|is|are|was|were|has|come|came|back|of|at|still|only|now|today|about|around|my|the|in"
    r"|blood|test|says?|result|gone|up|down|to|=|:|,)){0,6} ?"
)
_MEASURES: Final = (
    ("INR", r"INR|international normali[sz]ed ratio"),
    ("TSH", r"TSH|thyrotropin|thyroid[- ]stimulating hormone"),
    ("HbA1c", r"Hb ?A1c|A1c|glycated ha?emoglobin"),
    ("LDL", r"LDL(?: cholesterol)?"),
    ("cholesterol", r"(?:total )?cholesterol"),
    ("urate", r"(?:serum )?urate|uric acid"),
    ("lithium", r"serum lithium|lithium levels?"),
    ("ferritin", r"ferritin"),
    ("vitamin D", r"vitamin D levels?"),
    ("creatine kinase", r"CK|creatine kinase"),
)
_VALUE: Final = (
    r"(?P<value>[<>]?\d+(?:\.\d+)?)(?![\d.]*\d| ?(?:mg\b(?! ?/)|mcg|g\b|tab|week|day|month|year|hour|x\b|times))"
)
_TOLD: Final = tuple(
    (name, caseless(rf"(?<![\w-])(?:{forms})(?![\w-]){_IS}{_VALUE}"), caseless(rf"(?<![\w-])(?:{forms})(?![\w-])"))
    for name, forms in _MEASURES
)
_MEANS: Final = caseless(
    r"\b(?:what (?:does|do|would|might) (?:it|that|this|an?|my)?\b[^?.;]{0,40}\bmean"
    r"|what(?:['’]?s| is) (?:it|that|this) mean"
    r"|meaning|(?:is|are) (?:it|that|this|they) (?:ok(?:ay)?|normal|all ?right|alright|fine|good|bad|high|low|too \w+"
    r"|serious|dangerous)|(?:should|do) i (?:be )?worr\w+|worried)\b"
)
_ASKS: Final = caseless(
    r"\b(?:how|why|when|which|who|what|should|shall|can|could|may|does|do|did|will|would|start\w*|stop\w*|hold|add\w*"
    r"|switch\w*|chang\w+|increas\w+|raise|reduc\w+|lower\w*|treat\w*|manag\w*|dos(?:e|es|ing)|best|better|vs|versus|or"
    r"|target|aim\w*|goal|trials?|stud(?:y|ies)|evidence|instead|next|help\w*|work\w*|give|given|safe|needs?|recheck\w*"
    r"|before|surgery|if|pregnan\w+|risk)\b"
)
_OWN: Final = caseless(
    r"\b(?:my|his|her|hers|our|i|i['’]?m|she|he|(?:mum|mom|mam|dad|mother|father|nan|gran|wife|husband|son|daughter)"
    r"(?:['’]?s)?)\b"
)


class Result(NamedTuple):
    """What was measured, its value as typed, and how a text names it."""

    name: str
    value: str
    named: re.Pattern[str]


def told(text: str) -> Result | None:
    """The result that a text tells of somebody and asks the meaning of, or asks nothing; else None."""
    rest = _MEANS.sub(" ", text)
    if _ASKS.search(rest) or not (_OWN.search(text) or rest != text):
        return None
    found = ((name, pattern.search(text), named) for name, pattern, named in _TOLD)
    return next((Result(name, m["value"], named) for name, m, named in found if m is not None), None)
