"""Replacing: which medicine that is taken is to make way for the one asked about, and which are simply taken.

Of `on A, change to B?` B is never taken beside A: what the two do together says nothing of it.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Role
from probatum.text.expressions import caseless

MOST: Final = 2
"""Medicines taken that are judged."""
_ON: Final = caseless(r"\b(?:on|takes?|taking|took|given|prescribed|uses?|using|receiv(?:es|ing)) (?:[\w-]+ ){0,2}$")
_OVER: Final = caseless(
    r"\b(?:switch\w*|swap\w*|chang(?:e|ed|ing)|convert\w*|replac\w+|move|moving|transition\w*|between)"
    r" (?:[\w-]+ ){0,4}$"
)
"""What stands before a medicine that is to be replaced."""
_CHANGES: Final = caseless(
    r"\b(?:switch|switched|switching|swap|swapped|swapping|change|changed|changing|convert\w*|replac\w+|transition\w*)"
    r"\b|\binstead(?! of\b)"
)
_CHANGE: Final = caseless(
    r"\b(?:stop|discontinue|(?:be|is) (?:stopped|discontinued))\b[^.;]{0,40}\b(?:and|then)\b(?! not)"
    r"[^.;]{0,40}\b(?:start|begin|begun|initiat)\w*"
)
"""One is stopped and another begun."""


def tells_how(text: str) -> bool:
    """Whether a direction tells how one medicine is changed for another: what it has stopped, and at what value,
    rules out neither."""
    return _CHANGE.search(text) is not None


def names(context: Context) -> tuple[str, ...]:
    """The medicines that the patient takes and that are not asked about, in lower case."""
    question = context.question
    if context.combined:
        return ()
    others = (c for role in (Role.OTHER, Role.COMPARATOR) for c in question.having(role) if c.semantic == "drug")
    told = (c.label.lower() for c in others if _taken(c.text, question.read))
    every = (*(drug.lower() for drug in question.patient.drugs), *told)
    asked = {drug.lower() for drug in context.drugs}
    return tuple(dict.fromkeys(name for name in every if name not in asked))[:MOST]


def _taken(text: str, read: str) -> bool:
    at = read.lower().find(text.lower())
    before = read[max(0, at - 40) : max(0, at)]
    return bool(_ON.search(before) or _OVER.search(before))


def replaced(context: Context) -> frozenset[str]:
    """The one medicine taken that is to make way; empty where none is to, or where several could be meant."""
    taken = names(context)
    return frozenset(taken) if len(taken) == 1 and _CHANGES.search(context.question.read) else frozenset()
