"""Modes: whether a treatment is asked about for an attack or over a long time, and for which of the two a direction is.

A course of three days for an exacerbation is no dose with which exacerbations are kept away for a year, though illness
and medicine are the same.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_LONG: Final = caseless(
    r"\blong[- ]term\b|\bmaintenance\b|\bprophyla\w*|\bprevent\w*|\bkeep\w* (?:away|off|at bay)\b"
    r"|\bfor (?:a|one|\d+|several) (?:years?|months)\b"
    r"|\b(?:frequent|recurrent|repeated) (?:\w+ )?(?:exacerbations?|attacks?|flares?|episodes?|infections?|utis?)\b"
    r"|\b(?:every|each) (?:day|night)\b[^.?]{0,40}\b(?:stop|prevent|keep)"
)
_ATTACK: Final = caseless(r"\b(?:exacerbations?|attacks?|flares?(?:-ups?)?|episodes?|acute)\b")
_COURSE: Final = caseless(r"\bfor (?:the first )?\d+(?: (?:to|or) \d+)? days?\b|\bas (?:a single|one) dose\b")
_KEEPS_AWAY: Final = caseless(
    r"\b(?:prevent\w*|prophyla\w*|lower\w*|reduc\w*|maintenance|long-term|keep\w*|suppress\w*)\b"
)
_MEANWHILE: Final = caseless(
    r"\bduring (?:\w+ )?(?:prophylaxis|maintenance)\b|\bprophylactic dose\b|\bas prophylaxis\b"
)
"""What is kept away otherwise, while this is for the attack that came all the same."""


def long_term(question: str) -> bool:
    """Whether a treatment is asked about that is given over a long time, or to keep something away."""
    return _LONG.search(question) is not None


def of_attack(direction: str) -> bool:
    """Whether a direction is for an attack that is there, and keeps none away."""
    return bool(_ATTACK.search(direction)) and not _KEEPS_AWAY.search(_MEANWHILE.sub(" ", direction))


def a_course(direction: str) -> bool:
    """Whether a direction is for an attack, or ends after some days."""
    return of_attack(direction) or (bool(_COURSE.search(direction)) and not _KEEPS_AWAY.search(direction))


def another(direction: str, question: str) -> bool:
    """Whether a dose is for the attack where something is asked that is given over a long time."""
    return long_term(question) and a_course(direction)
