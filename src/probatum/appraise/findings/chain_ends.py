"""Where a chain of arms begins and ends: whether an arm before it or behind it was not understood."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.phrase import VERB
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

PREP: Final = (
    r"(?:in|with|for|on|among|of|under|receiving|given|taking|treated with|assigned to|randomi[sz]ed to|"
    r"allocated to|who (?:received|had|took|underwent)|who were (?:given|assigned to|in|treated with)|after|following)"
)
"""What may stand between a figure and its arm."""


def headless(sentence: Sentence, start: int) -> bool:
    """The chain goes on from a result whose arm could not be read: its first arm is missing."""
    before = [v for v in sentence.values if v.end <= start]
    if not before:
        return False
    gap = sentence.masked[before[-1].end : start]
    listed = len(gap) < 60 and re.search(r"^\s(?:in|with|for|on|among|of)\s[^;.()]*,?\s(?:and\s)?$", gap)
    compared = len(gap) < 120 and re.search(r"^[^;.()]*\b(?:compared (?:with|to)|than|versus|vs\.?)\s$", gap)
    return bool(listed or compared)


_NEXT_ARM: Final = expression(
    rf"[^ⓋⓅⒸⓂ;.()]{{0,40}}?(?:,|,?\sand)\s(?:in\s|only\s)?Ⓥ+(?:\s?[\[(][^()\[\]]*[\])])?\s(?:{PREP}|without)\s",
    re.IGNORECASE,
)


def cut_short(sentence: Sentence, end: int) -> bool:
    """`.., 26% with B during shock and 33% without B`: the name was cut, and another arm stands behind it."""
    match = _NEXT_ARM.match(sentence.masked, end)
    return match is not None and VERB.search(match[0]) is None
