"""Wanted: a therapy that is named and nothing else to be given, `is it worth having HRT`, `should I go on HRT`: it is
what is asked about, though no drug."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_GIVEN: Final = ("drug", "procedure", "test")
_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.PREVENTION)
_WANTS: Final = caseless(
    r"\b(?:worth (?:having|taking|doing|trying|starting|going on|going for|using)|go(?:ing)? on|start(?:ing)?"
    r"|(?:should|shall|must|can|could|do|may) (?:i|we|he|she|they|my \w+)(?: really| still)? "
    r"(?:(?:need|have) (?:to )?)?(?:go on|go for|have|take|start|try|do|get|use|be on|need))(?: (?:an?|the|some|my))? $"
)
"""What stands before a treatment that somebody weighs for themselves."""
_HAD: Final = caseless(
    r"\b(?:after|during|following|before|since|from|on|while|with|had|having|finished|due to|by)"
    r"(?: (?:an?|the|my|his|her|their|having|being on)){0,2} $"
)
"""What stands before what was or is done to somebody."""


def asked(question: Question) -> Question:
    """The question with that therapy as what is asked about; itself where anything else is to be given."""
    others = any(having(question, role, *_GIVEN) for role in (Role.INTERVENTION, Role.COMPARATOR))
    named = having(question, Role.OTHER, "procedure")
    if question.intent not in _KINDS or question.danger or others or question.patient.drugs or len(named) != 1:
        return question
    one = named[0]
    low = question.read.lower()
    places = [at for name in (one.text, one.label, *one.synonyms) if (at := low.find(name.lower())) >= 0]
    if not places:
        return question
    before = question.read[: min(places)]
    wanted = _WANTS.search(before) or (one.label.lower().endswith("therapy") and not _HAD.search(before))
    if not wanted:
        return question
    changed: dict[Concept, Role] = {one: Role.INTERVENTION}
    return msgspec.structs.replace(
        question, concepts=with_roles(question, changed), intervention=question.intervention or one.label
    )
