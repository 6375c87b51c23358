"""Last time: a medicine that was given once before, told where it is asked what to give now.

`last time (not pregnant) she got A. what antibiotic?` asks about antibiotics; A is what was done then, and neither
taken now nor asked about. Where nothing else is named that could be given, the medicine itself is the question.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Question, Role
from probatum.text import given_before
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_WHICH: Final = caseless(r"\b(?:what|which|any) (?:\w+ ){0,2}$")
"""What stands before the kind of medicine that is asked for."""


def given(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about what is asked for now, without what was given last time."""
    text = question.read
    named = [m for m in vocabulary.find(text) if m.term.semantic == "drug"]
    if question.patient.allergies:
        return question  # what was not borne is told as barred, by its name
    then = {m.term.label for m in named if given_before.before(text[m.start : m.end], text)}
    asked = {m.term.label for m in named if _WHICH.search(text[: m.start])} - then
    past = [c for c in question.concepts if c.label in then and c.role in (Role.INTERVENTION, Role.COMPARATOR)]
    now = [c for c in question.concepts if c.label in asked]
    if not past or not now:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(past, Role.OTHER) | dict.fromkeys(now, Role.INTERVENTION)
    comparator = "" if any(c.role is Role.COMPARATOR for c in past) else question.comparator
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention=" or ".join(dict.fromkeys(c.text for c in now)),
        comparator=comparator,
    )
