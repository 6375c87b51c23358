"""Eaten: what somebody asks to eat or drink is what is asked about, though no vocabulary has it.

`my mate is diabetic, can he eat bananas` asks of bananas; read without them it was a question on diabetes, and answered
by what is given for that.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having
from probatum.ask.words.concepts import make
from probatum.model import Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_EATS: Final = caseless(
    r"\b(?:can|may|could|should|must|do|does|allowed|safe|ok|okay|alright|fine)\b"
    r"(?: (?:i|he|she|we|they|you|it|to|for|my|me|him|her|them|people|(?:my|a|an|the) \w+|with \w+|still|ever|really))*"
    r" (?:eat|drink) (?P<what>(?!too\b|more\b|less\b|after\b|before\b|with\b|when\b|on\b|in\b|it\b|anything\b"
    r"|what\b|and\b"
    r"|or\b|normally\b|alcohol\b|if\b|while\b|properly\b)[a-z][\w'-]*(?: (?!with\b|if\b|when\b|while\b|in\b|on\b"
    r"|during\b"
    r"|and\b|or\b|every\b|at\b|after\b|before\b|as\b|for\b|to\b|because\b|since\b|this\b|that\b)[\w'-]+){0,2})"
)


def asked(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about what is to be eaten, where nothing else is named that is given."""
    found = _EATS.search(question.read)
    others = any(having(question, role, *GIVEN) for role in (Role.INTERVENTION, Role.COMPARATOR))
    if found is None or question.danger or others or question.patient.drugs or question.intent not in _KINDS:
        return question
    what = found["what"].lower()
    kept = tuple(c for c in question.concepts if c.text.lower() not in what or c.semantic in ("condition", "symptom"))
    one = make(what, next(iter(vocabulary.lookup(what)), None), Role.INTERVENTION, vocabulary)
    own = one.id or f"probatum:{what.replace(' ', '-')}"  # no vocabulary has a name for every dish
    one = msgspec.structs.replace(one, semantic=one.semantic or "drug", id=own)
    return msgspec.structs.replace(question, intervention=what, concepts=(*kept, one))


_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.PREVENTION)
