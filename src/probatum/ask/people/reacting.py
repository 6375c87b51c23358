"""Reacting: a medicine to which somebody reacts now is asked about for that harm, and is not borne from now on.

`came out in hives after the second dose of A` asks for no dose of A, and hives are no illness that A is for: both were
read so, and the dose was told again.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.danger import REACTION, reaction
from probatum.ask.danger.allergic import remedy
from probatum.ask.people.sufferers import with_roles
from probatum.ask.words.concepts import make
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_ALLERGIC: Final = caseless(r"(?:drug )?(?:hypersensitivity|allergy|allergic reactions?|eruptions?)")
_ILL: Final = ("condition", "symptom")
_KINDS: Final = (REACTION, "emergency")


_SEVERE: Final = "a severe allergic reaction"


def told(question: Question, vocabulary: Vocabulary) -> Question:
    """The question for the harm of the medicine that brought it, which stands among the allergies; as it was where no
    reaction is told."""
    if question.danger not in _KINDS:
        return question
    found = reaction(question.read) or reaction(question.typed)
    if found is None:
        return _treated(question, vocabulary)
    brought = [c for c in question.concepts if c.label in found.drugs]
    ills = [c for c in question.concepts if c.semantic in _ILL]
    felt = [c for c in ills if c.text.lower() in found.signs or _ALLERGIC.fullmatch(c.label)]
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug" and c not in brought]
    roles: dict[Concept, Role] = dict.fromkeys(felt, Role.OUTCOME)
    roles |= dict.fromkeys(brought, Role.OTHER if drugs else Role.INTERVENTION)
    others = [c for c in question.having(Role.INTERVENTION) if c not in brought and c not in drugs]
    roles |= {c: Role.OTHER for c in others if not drugs}
    if not drugs:  # what it was given for
        roles |= {
            c: Role.POPULATION for c in question.having(Role.OUTCOME) if c.semantic == "condition" and c not in felt
        }
    patient = msgspec.structs.replace(
        question.patient,
        allergies=tuple(dict.fromkeys((*question.patient.allergies, *found.drugs))),
        drugs=tuple(d for d in question.patient.drugs if d not in found.drugs),
    )
    concepts = with_roles(question, roles)
    ill = [c.label for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    return msgspec.structs.replace(
        question,
        intent=question.intent if drugs else Intent.HARM,
        concepts=concepts,
        patient=patient,
        intervention=" and ".join(dict.fromkeys(c.text for c in (drugs or brought))),
        comparator="" if not drugs else question.comparator,
        outcome=" and ".join(dict.fromkeys(c.text.lower() for c in felt)),
        population=f"people with {' and '.join(dict.fromkeys(ill))}" if ill else "",
    )


def _treated(question: Question, vocabulary: Vocabulary) -> Question:
    """The question on anaphylaxis, where a severe reaction is told by its signs and what is given for it is named: a
    wheeze behind adrenaline is no illness of its own."""
    given = question.having(Role.INTERVENTION)
    severe = question.sign.partition(", and with it ")[0] == _SEVERE
    if not severe or not given or not all(remedy(c.label) for c in given):
        return question
    felt = [c for c in question.concepts if c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    if any(_OWN.search(c.label) for c in felt):
        return question
    mention = next(iter(vocabulary.find(_ANAPHYLAXIS)), None)
    if mention is None:
        return question
    ill = make(_ANAPHYLAXIS, mention.term, Role.POPULATION, vocabulary)
    concepts = with_roles(question, dict.fromkeys(felt, Role.OTHER))
    return msgspec.structs.replace(
        question, concepts=(*concepts, ill), population=f"people with {_ANAPHYLAXIS}", outcome=""
    )


_ANAPHYLAXIS: Final = "anaphylaxis"
_OWN: Final = caseless(r"anaphyla|arrest|croup|asthma")
"""Illnesses that say themselves for what it was given."""
