"""Spaced: directions that let two medicines be given, only not at the same time.

`Should be taken at least 4 hours apart` is done by the clock: who is told to weigh it, or to choose another medicine,
is not told what to do.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_EXACT: Final = caseless(r"\b\d+ (?:hours?|h|minutes?|min) (?:apart|before|after|between|later)\b")
_APART: Final = caseless(r"\bapart from\b|\b(?:taken|given) (?:at least )?apart\b")
_EVEN_APART: Final = caseless(
    r"\b(?:also|even) (?:when|if)\b[^.;]{0,60}\b(?:apart|before|after)\b"
    r"|\b(?:whatever|regardless of) the (?:time|interval)"
)
"""A time between two medicines that does not help, as with omeprazole and clopidogrel."""


def exact(text: str) -> bool:
    """Whether a direction tells how long is to lie between two medicines."""
    return _EXACT.search(text) is not None and _EVEN_APART.search(text) is None


def told(text: str) -> bool:
    """Whether a direction lets two medicines be given with a time between them."""
    return exact(text) or (_APART.search(text) is not None and _EVEN_APART.search(text) is None)
