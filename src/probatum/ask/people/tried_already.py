"""Tried already: of several medicines that a question names, those that it only tells of as given so far.

`calpol is not touching it, can I give tramadol` asks about tramadol; `script for A. pt 71, heart failure, B 20 mg od`
asks about A for somebody who takes B; and `takes A ... and the statin?` means A by its class.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.model import Concept, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_FAILS: Final = caseless(
    r"\s*(?:\d+(?:\.\d+)? ?(?:mg|mcg|g|ml|%)\s*)?(?:(?:alone|tablets?|od|bd|tds|qds|daily|twice daily)\s+)?"
    r"(?:(?:is|was|are|were|has|have|'s)\s*)?"
    r"(?:n[o']t (?:really |even )?(?:touch(?:ing|ed)|help(?:ing|ed)|work(?:ing|ed)|enough|doing (?:anything|much)|done"
    r" (?:anything|much))|(?:isn'?t|wasn'?t|hasn'?t|didn'?t|doesn'?t) (?:really |even )?(?:touch|help|work|do)\w*"
    r"|no use|useless|failed|did nothing|does nothing)\b"
)
"""Behind a medicine: that it did not do what was wished."""
_NOTES: Final = caseless(
    r"\b(?:pt|patient|he|she|mum|mother|dad|father|lady|man|woman|gentleman)\b[^.;?!]{0,20}\d{1,3}[^.;?!]{0,80}[,+]\s*$"
)
"""Before a medicine: a list of notes on the patient, which an age begins."""
_DOSED: Final = caseless(
    r"\s*\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|g|units?)\b"
    r"(?:\s*(?:od|bd|tds|qds|nocte|daily|once daily|twice daily|a day|weekly))?\s*(?:[.,;?!]|$)"
)
_REFERS: Final = caseless(r"\b(?:the|my|his|her|their|this|that|your)\s+$")


def told(question: Question) -> Question:
    """The question about what is still to be decided, with what was given so far among what its patient takes."""
    return _sought_beside(_so_far(_by_class(question)))


_SOUGHT: Final = caseless(
    r"^\W*(?:please |so )?(?:what|which)\b[^.;?!]{0,30}?\b(?:can|could|may|should) (?:i|he|she|we|they|you|my \w+)"
    r" (?:take|have|use|try|give)\b[^.;?!]{0,80}?\b(?:with|alongside|while (?:on|taking)|when (?:on|taking)|on top of)"
    r" (?:my |his |her |the )?$"
)
"""What is sought, before the medicine that is taken: `what can I take for a headache with warfarin`."""


def _sought_beside(question: Question) -> Question:
    """`what can I take for a headache with warfarin` seeks something else than warfarin."""
    asked = [c for c in question.having(Role.INTERVENTION) if c.id and c.semantic == "drug"]
    ill = any(c.semantic in ("condition", "symptom") for c in question.concepts)
    if (
        len(asked) != 1
        or not ill
        or not any(_SOUGHT.search(question.read[: m.start()]) for m in _at(asked[0], question.read))
    ):
        return question
    one = asked[0]
    drugs = dict.fromkeys((*question.patient.drugs, one.label))
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, {one: Role.OTHER}),
        intervention="",
        patient=msgspec.structs.replace(question.patient, drugs=tuple(drugs)),
    )


def _so_far(question: Question) -> Question:
    asked = [c for c in question.having(Role.INTERVENTION) if c.id and c.semantic == "drug"]
    given = [c for c in asked if _fails(c, question.read) or _noted(c, question.read)]
    left = [c for c in asked if c not in given]
    if not given or not left or question.having(Role.COMPARATOR):
        return question
    drugs = dict.fromkeys((*question.patient.drugs, *(c.label for c in given)))
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, dict.fromkeys(given, Role.OTHER)),
        intervention=" or ".join(c.text for c in left),
        patient=msgspec.structs.replace(question.patient, drugs=tuple(drugs)),
    )


def _fails(concept: Concept, read: str) -> bool:
    return any(_FAILS.match(read, m.end()) for m in _at(concept, read))


def _noted(concept: Concept, read: str) -> bool:
    return any(_NOTES.search(read[: m.start()]) and _DOSED.match(read, m.end()) for m in _at(concept, read))


def _at(concept: Concept, read: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"\b{re.escape(concept.text)}\b", read, re.IGNORECASE))


def _right_behind(general: Concept, one: Concept, read: str) -> bool:
    """Whether a medicine stands right behind the name of its class: `PCSK9 inhibitor evolocumab`."""
    text = rf"\b{re.escape(general.text)}s?,? \(?{re.escape(one.text)}\b"
    return re.search(text, read, re.IGNORECASE) is not None


def _by_class(question: Question) -> Question:
    """The question without a class behind `the` or `my` that means the medicine of it which was named before."""
    named = {c.label.lower(): c for c in question.concepts if c.semantic == "drug"}

    def again(concept: Concept) -> bool:
        own = {m.lower() for m in members(concept.label)} & named.keys() if concept.semantic == "drug" else set()
        found = _at(concept, question.read) if own else []
        if found and any(_right_behind(concept, named[name], question.read) for name in own):
            return True
        if concept.role is not Role.OTHER:
            return False
        before = [m.start() for name in own for m in _at(named[name], question.read)]
        return (
            bool(before and found)
            and all(_REFERS.search(question.read[: m.start()]) for m in found)
            and min(before) < min(m.start() for m in found)
        )

    meant = {c.label: c.text for c in question.concepts if again(c)}
    if not meant:
        return question
    drugs = tuple(d for d in question.patient.drugs if d not in meant)
    kept = tuple(c for c in question.concepts if c.label not in meant)
    asked = [c.text for c in kept if c.role is Role.INTERVENTION and c.semantic == "drug"]
    lost = any(text.lower() in question.intervention.lower() for text in meant.values())
    return msgspec.structs.replace(
        question,
        concepts=kept,
        intervention=" or ".join(asked) if lost and asked else question.intervention,
        patient=msgspec.structs.replace(question.patient, drugs=drugs),
    )
