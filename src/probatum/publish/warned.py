"""Warned: on a plain page a warning that the short answer gives is not given again further down.

What is said again word for word, or with hardly a word more, is left out of the later line, and a line of which
nothing is left is not printed; a sentence with a figure stays wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply.labels.listed import IN_CASES
from probatum.apply.wording import lower
from probatum.text import words

_SENTENCE: Final = re.compile(r"(?<=[a-z)”])\. (?=[A-Z“])(?!Examples are |The reason|This (?:is|has|can|may) )")
"""Where a sentence ends behind which another begins that is understood without it."""
_LEAD: Final = re.compile(r"^[^:]{3,90}\([^()]{2,60}\)(?=: )")
_NOTE: Final = re.compile(r" \([^()]{0,200}(?:is a technical word|are technical words)[^()]{0,80}\)")
FEWEST: Final = 3
"""Words of a sentence from which it can be known again."""
SAME: Final = 0.9
"""Share of its words that an earlier sentence has, from which it says the same."""
_DIGIT: Final = re.compile(r"\d")


def once(line: str, told: Sequence[str]) -> str:
    """The line without those of its sentences that the earlier lines `told` have; empty where nothing is left."""
    lead = _LEAD.match(line)
    if lead is None:
        return line
    before = [words.stems(part) for one in told for part in _SENTENCE.split(one)]
    parts = _SENTENCE.split(line[lead.end() + 2 :].rstrip(". "))
    left = [part for part in parts if not _again(part, before)]
    if len(left) == len(parts):
        return line
    if not left:
        return ""
    said = lead[0].replace(IN_CASES, "") if len(left) == 1 else lead[0]
    return f"{said}: {'. '.join([lower(left[0]), *left[1:]])}."


def _again(part: str, before: Sequence[frozenset[str]]) -> bool:
    own = words.stems(_NOTE.sub("", part))
    if _DIGIT.search(part) or len(own) < FEWEST:
        return False
    return any(len(own & other) >= SAME * len(own) for other in before)
