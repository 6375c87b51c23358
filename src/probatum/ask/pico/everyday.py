"""Everyday: forms of asking in which the medicine stands in the tale and the question says no more than `it`.

`on A and just had a baby, will it hurt her`, `forgot my A this morning, do I take two now`, `put up to 40 mg of A, is
that too much`: what is asked about is the medicine that is told, and the form says what is asked of it. Each form is a
wording and the kind of question it makes; the first that fits decides.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text import ending, missed
from probatum.text.expressions import caseless

_MUCH: Final = caseless(
    r"\btoo (?:much|high|strong|big|large)\b|\b(?:put|gone|went|moved|upped|raised|increased|bumped) (?:(?:me|him"
    r"|her|it"
    r"|my \w+|his \w+|her \w+) )?(?:up )?to\b|\b(?:is|are) (?:it|that|this|\d[\w.]* ?\w*) (?:\w+ ){0,3}(?:a lot"
    r"|a high dose"
    r"|safe at|ok(?:ay)? at|over the (?:limit|max\w*))\b"
)
_DOSE: Final = caseless(r"(?<![\d.])\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|g|units?)\b(?! ?/ ?d?l)")
_CHILD: Final = caseless(
    r"\b(?:will|would|could|can|does|do|might|may|is|are) (?:it|this|that|they|these|them|the \w+"
    r"|my \w+)\b[^.?;]{0,25}?\b"
    r"(?:hurt|harm|affect|damage|reach|pass|get (?:in|to)|safe|ok(?:ay)?|bad|dangerous|alright|fine)\w*"
)
_STOP: Final = caseless(r"\b(?:stop|come off|quit|ditch)(?:ping)? (?:taking |using |giving )?(?:it|them|this|that)\b")


class _Form(NamedTuple):
    """What is asked, and whether it is asked whatever else is named (else only where nothing else is)."""

    intent: Intent
    always: bool


def _form(question: Question) -> _Form | None:
    read, patient = question.read, question.patient
    if question.danger in ("overdose", "doubled"):
        return _Form(Intent.HARM, True)
    if question.intent is Intent.INTERACTION:
        return None
    if missed.asks(read):
        return _Form(Intent.DOSING, True)
    if _MUCH.search(read) and _DOSE.search(read):
        return _Form(Intent.DOSING, True)
    if (patient.pregnancy or patient.breastfeeding) and _CHILD.search(read):
        return _Form(Intent.HARM, False)
    return _Form(question.intent, False) if _STOP.search(read) or ending.asks(read) else None


def everyday(question: Question) -> Question:
    """The question about the medicine that such a form speaks of; as it was where there is none, or two compare."""
    form = _form(question)
    told = having(question, Role.INTERVENTION, "drug") + having(question, Role.OTHER, "drug")
    asked = having(question, Role.INTERVENTION, "drug")
    if form is None or not told or question.having(Role.COMPARATOR) or (asked and not form.always):
        return question if form is None or not asked else _of_kind(question, form)
    meant = asked or _nearest(question.read, told)
    others = [c for c in question.having(Role.INTERVENTION) if c not in meant]
    roles = dict.fromkeys(others, Role.OTHER) | dict.fromkeys(meant, Role.INTERVENTION)
    names = " and ".join(c.text for c in meant)
    return _of_kind(msgspec.structs.replace(question, concepts=with_roles(question, roles), intervention=names), form)


def _of_kind(question: Question, form: _Form) -> Question:
    """The question as one of that kind; one of another kind than treatment has said so already."""
    open_ = question.intent in (Intent.THERAPY, Intent.PROGNOSIS, Intent.MECHANISM, Intent.PREVENTION)
    return msgspec.structs.replace(question, intent=form.intent) if open_ or form.always else question


def _nearest(read: str, told: list[Concept]) -> list[Concept]:
    """Of several medicines that are told, the one that stands nearest to the words of the form."""
    if len(told) == 1:
        return told
    low = read.lower()
    found = next((m for p in (_STOP, _MUCH, _CHILD) if (m := p.search(read))), None)
    at = found.start() if found else re.search(r"\b(?:forg[eo]t|miss|skip)|$", low).start()  # type: ignore[union-attr]
    return [min(told, key=lambda c: abs(low.find(c.text.lower()) - at))]
