"""Presenting: a pain with its hours, as a note tells it before what was found: `RIF pain 18h, CT: appendicitis`.

The illness explains the pain; who the people are is the illness, and advice on whatever else hurts is none for them.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless

_PAIN: Final = caseless(
    r"\b(?P<pain>pains?|headache|breathlessness|vomiting)(?: for| since| x)? ?\d{1,2} ?"
    r"(?:h|hrs?|hours?|d|days?|wks?|weeks?|/7|/24|/52)\b(?=[^?]{0,40}?(?:\b(?:CT|MRI|US|USS|XR|x-?ray|scan|bloods?|ECG)\b|[:=]))"
)


def explained(question: Question) -> Question:
    """The question without the complaint among its people, where the illness behind it is named after it."""
    found = _PAIN.search(question.read)
    people = question.having(Role.POPULATION)
    if found is None or question.outcome:
        return question
    low = question.read.lower()
    felt = [c for c in people if c.text.lower() == found["pain"].lower()]
    ill = [c for c in people if c.semantic == "condition" and low.find(c.text.lower()) > found.end()]
    if not felt or not ill:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(felt, Role.OTHER)
    left = [c.label for c in people if c not in felt]
    return msgspec.structs.replace(
        question, concepts=with_roles(question, changed), population=f"people with {' and '.join(left)}"
    )
