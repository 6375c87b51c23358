"""Made of: a remedy by what it is made of, beside its own name: `cranberry juice` is held as cranberry, too.

A source that tells of cranberry products tells of the juice; without that its sentence would be passed over, and it
would be said that nothing is held on it.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless

_FORM: Final = caseless(
    r"^(?P<of>[\w' -]{3,40}?) (?:juices?|extracts?|concentrates?|supplements?|powders?|teas?|capsules?|gummies"
    r"|products?|sachets?|tinctures?|lozenges?)$"
)
"""A form in which something is swallowed that is no treatment by itself; an oil or a cream may be another thing."""


def named(question: Question) -> Question:
    """The question with what its remedies are made of among their names."""
    made = tuple(_with_base(c) if c.role is Role.INTERVENTION else c for c in question.concepts)
    return question if made == question.concepts else msgspec.structs.replace(question, concepts=made)


def _with_base(concept: Concept) -> Concept:
    found = _FORM.match(concept.text)
    if found is None or found["of"].lower() in (name.lower() for name in concept.names):
        return concept
    return msgspec.structs.replace(concept, synonyms=(found["of"], *concept.synonyms))
