"""Watching: whether a text asks how a treatment is to be watched: `how often should potassium be checked?`"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

_ANALYTES: Final = (
    r"potassium|sodium|calcium|magnesium|phosphate|glucose|urea|creatinine|cholesterol|iron|ferritin|folate|vitamin \w+"
)
ANALYTE: Final = expression(_ANALYTES, re.IGNORECASE)
"""What is given as well as measured."""
_ASKS: Final = expression(
    r"\b(?:how (?:often|frequently|soon|do|does|should|can|to|is|are)|when|what|which)\b[^?.;]{0,60}?"
    r"\b(?:check(?:ed|s)?|monitor(?:ed|ing)?|measured|blood tests?|bloods|watch(?:ed)?(?: for)?|follow(?:ed)?[- ]up)\b"
    rf"|\b(?:{_ANALYTES}|INR|LFTs?) monitoring\b"
    r"|^\W*monitoring [a-z]|\bmonitoring (?:is |do |does |should |of\b|for\b|on\b|needed|required)"
    r"|\b(?:need\w*|have|has|should) (?:to )?(?:be )?(?:monitor\w*|check\w*)\b"
    r"|\b(?:blood tests?|bloods|checks|levels) (?:are |is |do i |do we )?(?:need\w*|required|due|to (?:do|check))\b"
    r"|\bneed\w* (?:\w+ ){1,3}(?:monitor|check|measur)(?:ed|ing)\b"
    r"|\b(?:monitoring|blood tests|bloods)\W*$|\b(?:monitor|check)\b[^?.;]{0,60}\bhow (?:often|soon|frequently)\b",
    re.IGNORECASE,
)


_DOSE: Final = expression(
    r"\b(?:dos(?:e|es|ing|age)|how (?:much|many (?:mg|tablets?))|(?:what|which) strength)\b", re.IGNORECASE
)


def asks_alone(text: str) -> bool:
    """Whether the text asks what is to be checked, and for no dose besides."""
    return asks(text) and not _DOSE.search(text)


def asks(text: str) -> bool:
    """Whether the text asks what is to be checked during a treatment, or when."""
    return bool(_ASKS.search(text))
