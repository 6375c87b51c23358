"""After an operation: a dose of a label that is for the very operation that the question names.

`after hip or knee replacement surgery, 2.5 mg twice daily` is for no illness, so that by illness alone it would be a
dose for another use; to whoever asks what to give after a new knee it is the dose.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Concept, Directive, Role
from probatum.text import words
from probatum.text.expressions import caseless

_OCCASIONS: Final = (Role.POPULATION, Role.OTHER, Role.OUTCOME)
_SIZE: Final = caseless(r"\b(?:total|partial|elective|primary|left|right)\b")
_OPENING: Final = 80
"""Characters of a direction that say after what it is for."""
_AFTER: Final = caseless(
    r"^[^,]{0,20}?\b(?:after|following|in|before|for) [^,]{3,60}\b(?:surgery|replacement|operation)\b"
)


def named(context: Context) -> list[frozenset[str]]:
    """The operations that the question names, each by the stems of its words; none beside an illness that is treated:
    who has atrial fibrillation and had a new knee years ago has the dose of the fibrillation."""
    if any(c.semantic == "condition" for c in context.question.having(Role.POPULATION)):
        return []
    done = [c for c in context.question.concepts if c.semantic == "procedure" and c.role in _OCCASIONS]
    return [stems for c in done for stems in _names(c)]


def is_for(item: Directive, context: Context) -> bool:
    """Whether a direction opens with one of these operations."""
    if _AFTER.search(item.text) is None:
        return False
    opening = words.stems(item.text[:_OPENING])
    return any(one <= opening for one in named(context))


def _names(concept: Concept) -> list[frozenset[str]]:
    own = (concept.text, *concept.synonyms)
    found = (frozenset(words.stems(_SIZE.sub(" ", name))) for name in own)
    return [stems for stems in found if len(stems) > 1]
