"""Wording: a message as it was meant, for reading danger: forms of chats written out, slips of the keyboard set right.

`swalowed a battery` is `swallowed`. Only words that no list of English words has are changed, and only into words that
danger is told in, so that no other word of a question moves.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from probatum import vocabulary
from probatum.ask.danger.flags import forms, told_in
from probatum.text.expressions import expression

_WORD: Final = expression(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SHORTEST: Final = 5
_LONG: Final = 8
"""Letters from which on a word may have two slips."""


def as_meant(text: str) -> str:
    """The text with such words set right; others, figures and signs as they were."""
    return _WORD.sub(lambda found: _meant(found[0]), text)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    low = word.lower().replace("’", "'")
    if low in forms():
        return forms()[low]
    if low.endswith("in") and len(low) > _SHORTEST and f"{low}g" in _lexicon():
        return f"{low}g"  # bleedin
    if len(low) < _SHORTEST or low in _lexicon() or vocabulary.load().is_english(low) or "'" in low:
        return word
    if vocabulary.load().in_names(low):
        return word
    slips = 2 if len(low) >= _LONG else 1
    near = process.extractOne(low, _lexicon(), scorer=OSA.distance, score_cutoff=slips)
    return near[0] if near is not None and near[0][0] == low[0] else word


@cache
def _lexicon() -> tuple[str, ...]:
    """Plain words of the flags, in which danger is told."""
    return tuple(sorted(told_in()))
