"""Habits: limits of those who smoke from some age on, where the question tells of both."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.text import ages
from probatum.text.expressions import caseless

_OF_SMOKERS: Final = caseless(
    r"\bsmokers (?:above|over|from|of) \d+ years\b|\b(?:above|over|from) \d+ years who smoke\b"
)
_SMOKES: Final = caseless(r"\bsmok(?:e|es|ers?|ing)\b")
_SMOKES_NOT: Final = caseless(
    r"\b(?:non|never|ex|former)[- ]?smok\w+"
    r"|\b(?:no|not|never|don['’]?t|doesn['’]?t|quit|gave up|given up|stop|stopped|give up|used to) (?:\w+ )?smok\w*"
)


def of_smokers(text: str) -> bool:
    """Whether a limit is of smokers of an age: neither smoke nor years alone decide it."""
    return _OF_SMOKERS.search(text) is not None


def told(text: str, context: Context) -> bool:
    """Whether the patient is told to smoke, and to be of the age of such a limit."""
    years, limit = fitting.age(context.question.patient), ages.limits(text)
    if not of_smokers(text) or years is None or limit is None or not years.meets(limit):
        return False
    typed = context.question.typed
    return _SMOKES.search(typed) is not None and _SMOKES_NOT.search(typed) is None
