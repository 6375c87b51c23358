"""Operated: a medicine before or after a procedure is asked about in those who have it done: `aspirin after CABG`.

Read as a mere word beside the medicine, the procedure would be met by any trial of it, whoever took part.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_TIMED: Final = caseless(
    r"\b(?P<when>after|following|since|post|before|prior to|pre|during|around)[ -]"
    r"(?:(?:an?|the|his|her|my|their|recent|previous|planned|elective|emergency|major|minor) ){0,3}$"
)
_CUT: Final = caseless(
    r"(?:\w{3,}(?:ectomy|plasty|ostomy|scopy)|\w+ (?:extractions?|replacements?|transplant\w*|implant\w*"
    r"|bypass|repair))$"
)
"""Names of operations of which the vocabulary knows no kind; `surgery` alone is none of them."""
_OF: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)


def told(question: Question, _: Vocabulary) -> Question:
    """The question with the procedure as what its people have; itself where others are named, or two are compared."""
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    if question.intent not in _OF or not drugs or question.having(Role.POPULATION) or question.having(Role.COMPARATOR):
        return question
    low = question.read.lower()
    for one in (c for c in question.having(Role.OTHER) if c.semantic == "procedure" or _CUT.search(c.text)):
        found = _TIMED.search(low[: max(0, low.find(one.text.lower()))])
        if found is None:
            continue
        people = question.population or f"people {low[found.start() :].partition(one.text.lower())[0]}{one.text}"
        return msgspec.structs.replace(
            question, concepts=with_roles(question, {one: Role.POPULATION}), population=people
        )
    return question
