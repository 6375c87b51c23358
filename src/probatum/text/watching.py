"""Watching: whether a text asks how a treatment is to be watched: `how often should potassium be checked?`"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless, expression

_ANALYTES: Final = (
    r"potassium|sodium|calcium|magnesium|phosphate|glucose|urea|creatinine|cholesterol|iron|ferritin|folate|vitamin \w+"
)
ANALYTE: Final = expression(_ANALYTES, re.IGNORECASE)
"""What is given as well as measured."""
_TEST: Final = (
    r"(?:bloods|(?:tak|took|draw)\w* (?:(?:my|his|her|their|the) )?bloods?|INRs?|ECGs?|EKGs?|LFTs?|heart tracings?"
    r"|(?:blood|eye|vision|liver|kidney|thyroid|urine|heart|lung|hearing|bone) (?:\w+ )?(?:tests?|checks?|scans?|exams?"
    r"|examinations?|counts?))"
)
_ASKS: Final = expression(
    r"\b(?:how (?:often|frequently|soon|do|does|should|can|to|is|are)|when|what|which)\b[^?.;]{0,60}?"
    r"\b(?:check(?:ed|s)?|monitor(?:ed|ing)?|measured|blood tests?|bloods|watch(?:ed)?(?: for)?|follow(?:ed)?[- ]up)\b"
    rf"|\b(?:{_ANALYTES}|INR|LFTs?) monitoring\b"
    r"|^\W*monitoring [a-z]|\bmonitoring (?:is |do |does |should |of\b|for\b|on\b|needed|required)"
    r"|\b(?:need\w*|have|has|should) (?:to )?(?:be )?(?:monitor\w*|check\w*)\b"
    r"|\b(?:blood tests?|bloods|checks|levels) (?:are |is |do i |do we )?(?:need\w*|required|due|to (?:do|check))\b"
    r"|\bneed\w* (?:\w+ ){1,3}(?:monitor|check|measur)(?:ed|ing)\b"
    rf"|\bwhy\b[^?.;]{{0,60}}?\b(?:check(?:s|ed|ing|-?ups?)?|monitor(?:ed|ing)?|watched|{_TEST})\b"
    rf"|\b(?:need|have to have|must have|get|having|skip|miss|put off|delay)\w* (?:[\w']+ ){{0,3}}{_TEST}\b"
    r"|\b(?:monitoring|blood tests|bloods)\W*$|\b(?:monitor|check)\b[^?.;]{0,60}\bhow (?:often|soon|frequently)\b",
    re.IGNORECASE,
)


_WHY: Final = expression(r"\bwhy\b|\bwhat (?:is|are|'s) (?:the |my |those )?[\w ]{2,30} for\b", re.IGNORECASE)


def asks_why(text: str) -> bool:
    """Whether the text asks why something is checked during a treatment."""
    return asks(text) and _WHY.search(text) is not None


_DOSE: Final = expression(
    r"\b(?:dos(?:e|es|ing|age)|how (?:much|many (?:mg|tablets?))|(?:what|which) strength)\b", re.IGNORECASE
)


def asks_alone(text: str) -> bool:
    """Whether the text asks what is to be checked, and for no dose besides."""
    return asks(text) and not _DOSE.search(text)


def asks(text: str) -> bool:
    """Whether the text asks what is to be checked during a treatment, or when."""
    return bool(_ASKS.search(text))


_SIGNS: Final = caseless(
    r"\b(?:signs?|symptoms?|things?|problems?|reactions?)\b "
    r"(?:(?:that|which|i|we|he|she|you|should|must|need|needs|to|be) )*"
    r"(?:watch\w*|look\w*|report\w*|heed|worry|aware)\b"
    r"|\b(?:warning|danger|alarm) (?:signs?|symptoms?)\b|\bred flags?\b"
    r"|\b(?:look|watch)(?:ing)? out for\b|\bwhat (?:to|(?:should|must|do) (?:i|we|he|she|you)) (?:watch|look) for\b"
    r"|\bwhat (?:to|should (?:i|we|he|she) )\s?be (?:careful|wary|aware) (?:of|about)\b"
    r"|\bwhen (?:to|should (?:i|we|he|she)|do (?:i|we)|must (?:i|we)) (?:call|phone|ring|contact|see|tell|seek)\b"
)
_STANDS: Final = r"(?:[^?.;]{0,40}\b(?:on|with|for|from|of|starting|taking|using|after|about|while|during)\b)"


def signs(text: str) -> bool:
    """Whether the text asks which signs are to be heeded, or when help is called."""
    return _SIGNS.search(text) is not None


def signs_of(text: str, name: str) -> bool:
    """Whether it asks that of this medicine: `signs to watch for on A`, `A: red flags`."""
    own = rf"(?:\w+ ){{0,3}}{re.escape(name)}\b"
    behind = (re.match(rf"{_STANDS} {own}", text[m.end() :], re.IGNORECASE) for m in _SIGNS.finditer(text))
    before = re.match(rf"\W*(?:(?:on|taking|started|starting|with) )?{own}\W", text, re.IGNORECASE)
    return before is not None or any(behind)


def is_checked(name: str, read: str) -> bool:
    """Whether a name is that of what is measured, and not given: `when to repeat potassium after ramipril`."""
    return re.search(rf"{_CHECKS}{re.escape(name)}\b", read, re.IGNORECASE) is not None


_CHECKS: Final = (
    r"\b(?:re-?)?(?:check|measur|monitor|test|repeat)(?:s|e|ed|ing)? "
    r"(?:(?:the|his|her|my|their|serum|plasma|blood) ){0,2}"
)
