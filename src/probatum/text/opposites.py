"""Opposites: words of which one denies the other by what stands before it: `provoked` and `unprovoked`.

What is advised after an unprovoked clot is not advised after a provoked one, though all other words of both agree.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_DENIED: Final = caseless(
    r"\b(?P<by>un|non-?)(?P<state>(?:provoked|complicated|controlled|treated|ruptured|displaced|vaccinated|immuni[sz]ed"
    r"|stable|diagnosed|explained|corrected|medicated|valvular|pregnant|smokers?|diabetic|ischa?emic|healing|united"
    r"|metastatic|small[- ]cell|st[- ]elevation))\b"
)
"""States of the ill of which advice is given apart, as their opposites are formed."""


def opposite(text: str, asked: str) -> bool:
    """Whether a text names the opposite of a state that is asked about, and never that state itself."""
    for denied in _DENIED.finditer(text):
        if _named(denied["state"], asked) and not (_denied(denied["state"], asked) or _named(denied["state"], text)):
            return True
    for denied in _DENIED.finditer(asked):
        if _named(denied["state"], text) and not (_denied(denied["state"], text) or _named(denied["state"], asked)):
            return True
    return False


_CAUSED: Final = caseless(
    r"^\W*(?:in|for|with) (?:[\w-]+ ){0,2}?(?P<cause>[a-z]{4,20})-(?:induced|related|associated)\b"
)


def of_a_cause(text: str, asked: str) -> bool:
    """Whether a text opens with an illness by a cause of which the question tells nothing: opioid-induced
    constipation."""
    found = _CAUSED.match(text)
    return found is not None and not any(word.startswith(found["cause"].lower()[:5]) for word in asked.lower().split())


def _named(state: str, text: str) -> bool:
    return caseless(rf"(?<![-\w]){state}\b").search(text) is not None


def _denied(state: str, text: str) -> bool:
    return caseless(rf"\b(?:un|non-?){state}\b").search(text) is not None
