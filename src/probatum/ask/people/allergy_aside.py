"""Allergy aside: an allergy beside an illness is the patient's, and not what the medicine asked for is to treat."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_ALLERGY: Final = caseless(r"\b(?:allerg(?:y|ies|ic)|hypersensitivit(?:y|ies))\b")


def told(question: Question) -> Question:
    """The question with an allergy to a medicine beside the illness that is treated."""
    if not question.patient.allergies or not question.having(Role.INTERVENTION):
        return question
    if any(c.label.lower() in question.patient.allergies for c in question.having(Role.INTERVENTION)):
        return question  # whether it may be given all the same is asked
    people = [c for c in question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    borne = [c for c in people if _of_it(f"{c.text} {c.label}", question.patient.allergies)]
    treated = [c for c in people if c not in borne]
    if not borne or not treated:
        return question
    concepts = tuple(msgspec.structs.replace(c, role=Role.OTHER) if c in borne else c for c in question.concepts)
    names = dict.fromkeys(c.label if c.label[:1].islower() else c.text for c in treated)
    return msgspec.structs.replace(question, concepts=concepts, population=f"people with {' and '.join(names)}")


def _of_it(text: str, allergies: tuple[str, ...]) -> bool:
    """Whether a name is that of an allergy to one of these medicines."""
    low = text.lower()
    return _ALLERGY.search(low) is not None and any(a.lower().rstrip("s") in low for a in allergies)
