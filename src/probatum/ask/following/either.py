"""Either: a follow-up that asks which of two treatments brings a harm less."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following.phrases import illnesses, labels, people_of, treatments
from probatum.model import FollowUp, FollowUpKind, Question, Role
from probatum.text.expressions import expression

_WHICH_OF_TWO: Final = expression(
    r"^\W*(?:and |but |so |ok(?:ay)? )*(?:which|what) (?:one|of (?:them|the two|these|those)|is|has|makes?|gives?"
    r"|causes?"
    r"|brings?|would|will|bleeds?)\b|\b(?:which|what) (?:one|of (?:them|the two))\b",
    re.IGNORECASE,
)
_MORE_OR_LESS: Final = expression(
    r"\b(?:less|least|more|most|fewer|fewest|lower|lowest|higher|highest|worse|worst|gentler|kinder|easier|harsher"
    r"|causes?|makes?|gives?|risks?|likely)\b",
    re.IGNORECASE,
)
"""Words of one of two that brings something more or less than the other."""


def of_two(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`which one bleeds less?` after two were named: which of them brings a harm less."""
    named = list(dict.fromkeys(c.label for c in treatments(last) if c.role is not Role.OTHER))
    ill = [c for c in illnesses(own) if c.label not in labels(last)]
    if len(named) != 2 or treatments(own) or not ill or not _WHICH_OF_TWO.search(text):
        return None
    if ill[0].role is Role.POPULATION and not _MORE_OR_LESS.search(text):
        return None  # `which one for spasticity?`
    asked = f"What is the risk of {ill[0].label} with {named[0]} compared with {named[1]}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"which of the two brings {ill[0].label} less")
