"""Recurring: words of an illness that goes on between its attacks, which is not treated as an attack that is there."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_ATTACKS: Final = r"(?:attacks?|flares?|flare-?ups?|exacerbations?|episodes?)"
_OFTEN: Final = caseless(
    rf"\b(?:frequent|recurr\w+|regular|several|many|more|monthly|weekly) (?:\w+ )?{_ATTACKS}\b"
    rf"|\b{_ATTACKS}\b[^.;?]{{0,12}}\b(?:every|each|a|per|most) (?:days?|nights?|weeks?|months?|years?)\b"
    r"|\b(?:every|most) (?:days?|nights?|weeks?|months?)\b"
)
_LONG: Final = caseless(
    r"\b(?:not|n't|poorly|badly|never) (?:well |fully |properly )?controlled\b|\buncontrolled\b|\boverus\w*"
    r"|\bstep(?:ping)? up\b"
)
_NOW: Final = caseless(
    r"\b(?:acute\w*|an? (?:\w+ ){0,2}(?:attack|flare|exacerbation)|now|today|tonight|this (?:morning|evening|afternoon)"
    r"|emergency|a&e|ed|sats?|spo2|in a row|back to back|(?:last|past|an?) (?:\w+ )?hours?)\b"
)
"""Words of what is there as it is told."""


def often(text: str) -> bool:
    """Whether attacks are told of that come again and again, and none that is there now."""
    return _OFTEN.search(text) is not None and _NOW.search(text) is None


def goes_on(text: str) -> bool:
    """Whether an illness is told of that is not controlled, or often flares, and no attack that is there now."""
    return (_LONG.search(text) is not None or _OFTEN.search(text) is not None) and _NOW.search(text) is None
