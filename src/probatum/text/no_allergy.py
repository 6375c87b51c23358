"""No allergy: where a text says of an allergy that nobody has it: `no known drug allergies`, `not allergic to A`.

Advice for those who have the allergy is for others then, and no medicine is barred by it. One free word at most stands
between, the name of what it would be to: `no antibiotics yet, A allergy` tells an allergy all the same.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_TO: Final = r"(?: (?:to|of)(?: any)? [\w/-]{2,30}(?:(?:,| or| nor) [\w/-]{2,30}(?= ?(?:[,.;:?)]|$)))?)?"
_DENIED: Final = caseless(
    r"(?:\b(?:no|nil|without(?: an?)?|den(?:ies|ied)(?: any)?)"
    r"(?: (?:known|any|drug|food|medicine|medication|other|prior|previous|current|reported|significant"
    r"|(?:past |personal |family )?(?:history|hx) of)){0,3}(?: [\w/-]{2,30})?"
    rf" (?:allerg(?:y|ies|ys|ics?)|hypersensitivit(?:y|ies))\b{_TO}"
    rf"|(?:\bnot|n['\u2019]t)(?: (?:known to be|at all|knowingly))? allergic\b{_TO})"
)


def masked(text: str) -> str:
    """The text, as long as before, without the allergies that it denies."""
    return _DENIED.sub(lambda found: "." * len(found[0]), text)


def denied(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places of a text is part of an allergy that it denies."""
    return any(found.start() <= start and end <= found.end() for found in _DENIED.finditer(text))
