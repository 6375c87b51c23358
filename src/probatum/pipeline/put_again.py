"""Put again: a question that was read in other words, as what was typed: about the same patient, in the same danger."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Assumption, Patient, Question, Role

PATIENT: Final = "patient"
"""The kind of the assumption on what was not told of the patient: that of the words typed holds, and no other."""


def as_typed(asked: Question, made: Question, *said: Assumption, left: str = "") -> Question:
    """`made`, read in other words, as the question that was `asked`, with `said` on how it was understood; `left` is a
    medicine that makes way, which is no longer taken."""
    own = tuple(a for a in made.assumptions if a.what != PATIENT and a not in asked.assumptions)
    return msgspec.structs.replace(
        made,
        typed=asked.typed,
        danger=asked.danger,
        sign=asked.sign,
        patient=_of_both(asked, made, left),
        assumptions=(*asked.assumptions, *own, *said),
    )


def _of_both(asked: Question, made: Question, left: str) -> Patient:
    """What either reading tells of the patient, without what is treated and the medicine that makes way."""
    first, now = asked.patient, made.patient
    known = {f: getattr(first, f) for f in Patient.__struct_fields__ if getattr(first, f)}
    drugs = tuple(d for d in dict.fromkeys((*now.drugs, *first.drugs)) if d.lower() != left.lower())
    treated = {c.label for c in made.having(Role.POPULATION)}
    ills = tuple(c for c in dict.fromkeys((*now.conditions, *first.conditions)) if c not in treated)
    return msgspec.structs.replace(now, **{**known, "drugs": drugs, "conditions": ills})
