"""Recalled: an illness that a text tells of the past (`had a DVT at 19`, `DVT in 2019`, `a stroke 3 years ago`): it
bears on what may be given, and is nothing that is felt now."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BEFORE: Final = (
    r"\b(?:history of|previous(?:ly)?|prior|past|hx(?: of)?|h/o|pmh:?)(?: (?:an? |the )?[\w-]+){0,2}? (?:an? )?$"
)
_BEHIND: Final = (
    r"^s?,? (?:(?:at|aged?|at age|when (?:she|he|i) was|in|back in) (?:\d{1,2}\b"
    r"(?! ?(?:weeks?|wks?|mins?|minutes|hours?|hrs?|days?|/))|(?:19|20)\d\d\b)|(?:19|20)\d\d\b"
    r"|(?:about |some )?\d{1,2} ?(?:y|yrs?|years?|months?|mths?) (?:ago|back|before))"
)


def recalled(name: str, text: str) -> bool:
    """Whether each place where a text names an illness tells it of the past; False where it is not named.

    >>> recalled("DVT", "PPH 1.4 L, TXA? she had a DVT age 19")
    True
    >>> recalled("DVT", "swollen calf, DVT in 39 weeks pregnancy")
    False
    """
    found = list(_named(name.lower()).finditer(text.lower()))
    return bool(found) and all(_is_past(text.lower(), one) for one in found)


def _is_past(text: str, found: re.Match[str]) -> bool:
    before, behind = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 60]
    return re.search(_BEFORE, before) is not None or re.search(_BEHIND, behind) is not None


@lru_cache(maxsize=1024)
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
