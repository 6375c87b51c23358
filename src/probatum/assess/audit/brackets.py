"""A text without the spreads, intervals, p values and parts of a count in brackets behind its figures.

They part a figure from the group that it is of: `3.96 (95 % CI 2.37, 5.56) ng/ml in the capsule group`.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import expression

_SPREAD: Final = expression(
    r"(?<=[0-9%])\s?[(\[](?=[^()\[\]]{0,80}(?:CI\b|onfidence|\bSDs?\b|\bSEM?\b|\bIQR\b|[Rr]ange|\b[Pp]\s?[=<>]))"
    r"(?:[\s0-9.,;:%=<>\u00b1\u2264\u2265\u2013\u2212/-]|\b(?:CIs?|[Cc]onfidence|[Ii]ntervals?|SDs?|SEM?|IQR"
    r"|[Ii]nterquartile|[Rr]ange|to|[Pp]|Q[13])\b){1,80}[)\]]"
    r"|(?<=[0-9a-z%])\s?[(\[]\s?[0-9.]{1,8}\s?%?\s?(?:-|\u2013|to)\s?[0-9.]{1,8}(?:\s?%|\s?[a-z]{1,8})?\s?[)\]]"
    r"|(?<=[a-z0-9%])\s\([0-9]{1,5}\s(?:patients|people|participants|women|men|children|subjects|cases)[;,]\s[^()]{1,60}\)"
)


def bare(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without them, and the place in the whole of each character that is kept."""
    kept: list[int] = []
    at = 0
    for found in _SPREAD.finditer(text):
        kept.extend(range(at, found.start()))
        at = found.end()
    if not at:
        return text, ()
    kept.extend(range(at, len(text)))
    return "".join(text[n] for n in kept), tuple(kept)
