"""Repeating: whether a text asks for one more dose of a medicine, or after how long it is taken again.

`can I take a second A`, `A again after how long`, `how often can A be repeated`. A second course, a repeat prescription
and a test that is repeated are other matters, and so is a medicine that is started again.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless
from probatum.text.missed import came_up

_DOSE: Final = (
    r"(?:doses?|puffs?|sprays?|tablets?|pills?|caps\w*|pens?|injections?|shots?|inhalations?|drops?|lozenges?)"
)
_MORE: Final = r"(?:a |an |the )?(?:second|2nd|third|3rd|another|one more|repeat|extra)"
_ASKS: Final = (
    rf"\b{_MORE} (?:[\w'-]+ ){{0,2}}?{_DOSE}\b",
    rf"\b{_DOSE} again\b",
    r"\brepeat(?:ed|ing)? (?:the |a |an |my |his |her |it|dos\w+|use of )",
    r"\b(?:be|when|to|can i|can we) repeat(?:ed)?\b",
    r"\b(?:again|repeated?) (?:after|in|within) how (?:long|many|soon)\b",
    r"\bhow (?:soon|long|many hours|many minutes)\b[^.?;]{0,40}\b(?:again|repeat\w*|another|next|second)\b",
    rf"\bhow (?:long|many hours|much time)\b[^.?;]{{0,15}}\bbetween {_DOSE}\b",
    r"\bhow (?:often|many times)\b[^.?;]{0,40}\brepeat\w*\b",
    r"\bwhen (?:can|may|should|do|is) (?:[\w']+ ){0,4}(?:another|the next|again|more|a second)\b",
    r"\b(?:take|have|use|give|get) (?:[\w']+ ){0,3}again\b",
    r"\bmore (?:[\w-]+ ){1,2}after (?:\d+|an?|one|two|three|four|six) (?:hours?|minutes?|mins?|hrs?)\b",
)
_ANY: Final = caseless("|".join(_ASKS))
_ONE_MORE: Final = r"\b(?:take|have|use|give) (?:(?:him|her|them|me) )?(?:a second|another|one more|an extra|more) "
_OTHER: Final = caseless(
    r"\b(?:second|another|repeat|next) (?:course|cycle|prescription|opinion|test|scan|trial|line|medicine|drug"
    r"|treatment|option|antibiotic|choice|vaccine|month|week|visit)s?\b"
    r"|\brepeat(?:ing)? (?:the |his |her |my )?(?:bloods?|\w+ (?:test|level)s?|potassium|sodium|creatinine|e?GFR"
    r"|U ?(?:&|and|\+) ?Es?|INR|TSH|HbA1c|lipids?|LFTs?|liver tests?|kidney (?:function|tests?)|renal function|ECG"
    r"|blood (?:tests?|pressure|count)|urate|ferritin|glucose|scans?|x-?rays?)\b|\bmiss\w*\b"
    r"|\bforg[eo]t\w*\b|\b(?:re-?)?start\w* (?:it |them )?again\b|\bvaccin\w*|\bsecond[- ]line\b"
    r"|\binstead\b|\bswitch\w*"
)


def asks(text: str, names: tuple[str, ...]) -> bool:
    """Whether one more dose of a medicine of these names, or the time to it, is asked for."""
    if _OTHER.search(text) or came_up(text):
        return False
    own = "|".join(re.escape(name) for name in names if name)
    one_more = re.compile(rf"{_ONE_MORE}(?:{own})\b", re.IGNORECASE) if own else None
    return _ANY.search(text) is not None or (one_more is not None and one_more.search(text) is not None)


_TELLS: Final = caseless(
    r"\brepeat(?:ed|ing)?\b|\bsecond dose\b|\bbetween doses\b|\bevery (?:\d+|four|six) (?:to \d+ )?(?:minutes|hours)\b"
    r"|\b(?:\d+|an?|one|two|three) (?:to \d+ )?(?:minutes?|hours?|days?) (?:later|apart|after (?:it|the first|that))\b"
    r"|\bmaximum\b[^.;]{0,60}\b(?:in|within|per) (?:\d+ )?(?:hours?|minutes?|day)\b|\bas needed\b"
)
_SOON: Final = caseless(r"\brepeated?\b|\bsecond dose\b|\bbetween doses\b|\blater\b|\bminutes\b")
_CALLS: Final = caseless(
    r"\b(?:emergency care|medical (?:advice|help|care)|doctor)\b[^.;]{0,60}"
    r"\b(?:needed|sought|asked|called|persists?|fails?)\b"
    r"|\b(?:persists?|fails? to give relief|not relieved)\b[^.;]{0,80}\b(?:emergency|medical|doctor|sought)\b"
)


def tells(text: str) -> bool:
    """Whether a sentence of a label tells how a dose is repeated, or the most of it in a time."""
    return _TELLS.search(text) is not None


def soon(text: str) -> bool:
    """Whether it tells of the very next dose."""
    return _SOON.search(text) is not None


def calls(text: str) -> bool:
    """Whether it tells when help is called."""
    return _CALLS.search(text) is not None


_FAILS: Final = caseless(r"\b(?:persists?|fails?|not relieved|no relief|does not help|lasts more)\b")


def fails(text: str) -> bool:
    """Whether it is of a dose that did not help."""
    return _FAILS.search(text) is not None
