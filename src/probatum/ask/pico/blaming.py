"""Blaming: where it is asked whether a medicine brought what somebody has, that is the outcome and no illness to treat.

`is B caused by A`, `on A, c/o B - side effect?`, `new B. only med is A. cause?`: read as an illness of the patient, B
barred A or became whom the question is about. What A is taken for, and what was there before, stays the patient's.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import absent
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_BLAMES: Final = caseless(
    r"\b(?:caused by|brought on by|due to|down to|because of|induced by|secondary to|(?:a )?result of|from taking"
    r"|related to|linked (?:to|with))\b"
    r"|\b(?:could|might|may|can|would|is|are|was|were) (?:it|this|that|they|these) (?:be )?(?:from |due to "
    r"|because of )?"
    r"(?:the|her|his|my|their|an?|down|of)\b"
    r"|\b(?:tablets?|pills?|medicines?|medication|drug|drugs|meds) (?:that (?:is|are) )?(?:doing (?:it|this|that)"
    r"|to blame)"
    r"|\b(?:what(?:'?s| is)|is it|is that|are they) (?:doing|causing) (?:it|this|that)\b"
    r"|\bside[- ]effects?\W*$|\b(?:adverse (?:drug )?(?:reaction|effect|event)|ADR)s?\W*$"
    r"|\b(?:causes?|related|connected|linked|to blame|the culprit|a coincidence)\W*$"
)
"""Words that ask whether the one brought the other."""
_TREATS: Final = caseless(
    r"\b(?:treat\w*|manag\w*|reliev\w*|eas(?:e|es|ing)|help(?:s|ed|ing)?|prevent\w*|avoid\w*|what (?:to|can|should|do)"
    r"|(?:reduce|decrease|lower|lessen|improve|shorten)s?|protects?"
    r"|which|instead|alternative\w*|options?|risk factors?|dos(?:e|es|age|ing)|(?:an?|any) cause of)\b"
)
"""Words of another question."""
_HAD: Final = caseless(
    r"\b(?:for|with|hx(?: of)?|history of|known|background(?: of)?|pmhx?:?|who ha(?:s|ve))"
    r" (?:(?:my|his|her|their|the|bad|severe|mild|chronic|high|old|an?) ){0,2}$"
)
"""What stands before an illness that was there before."""


def blamed(question: Question, _: Vocabulary) -> Question:
    """The question for the harm, with what a medicine is blamed for as its outcome."""
    drugs = having(question, Role.INTERVENTION, *GIVEN)
    inside = {c: Role.OTHER for c in drugs if any(_within(c, ill) for ill in question.concepts)}
    if question.intent not in (Intent.HARM, Intent.THERAPY) or having(question, Role.COMPARATOR, *GIVEN):
        return question
    drugs = [c for c in drugs if c not in inside] or _taken(question)
    if not drugs or not _BLAMES.search(question.read) or _TREATS.search(question.read):
        return question
    gone = absent(question.concepts, question.read)
    ills = [c for c in question.concepts if c.semantic in _ILL and c not in gone and c.role is not Role.COMPARATOR]
    feared = _feared(question, ills)
    if not feared:
        return question
    changed: dict[Concept, Role] = inside | dict.fromkeys(drugs, Role.INTERVENTION)
    changed |= dict.fromkeys(ills, Role.POPULATION)
    concepts = with_roles(question, changed | dict.fromkeys(feared, Role.OUTCOME))
    had = [c for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    had_besides = [c.text for c in had if not _taken_for(c, question.read)]
    labels = {c.label for c in feared}
    who = question.patient
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=" and ".join(c.text for c in drugs),
        population=f"people with {' and '.join(had_besides)}" if had_besides else "",
        outcome=" and ".join(c.text for c in feared),
        intent=Intent.HARM,
        patient=msgspec.structs.replace(who, conditions=tuple(c for c in who.conditions if c not in labels)),
    )


def _taken(question: Question) -> list[Concept]:
    """The medicines that the patient takes, where nothing is asked to be given."""
    return [c for c in having(question, Role.OTHER, "drug") if c.label in question.patient.drugs]


def _feared(question: Question, ills: list[Concept]) -> list[Concept]:
    """What was not there before; where all is told in the same way, all."""
    new = [c for c in ills if not _HAD.search(question.read[: question.read.lower().find(c.text.lower())])]
    return new or [c for c in ills if not _taken_for(c, question.read)]


def _taken_for(ill: Concept, read: str) -> bool:
    """Whether it is what a medicine is taken for."""
    return _FOR.search(read[: max(0, read.lower().find(ill.text.lower()))]) is not None


_FOR: Final = caseless(r"\bfor (?:(?:my|his|her|their|the|bad|severe|mild|chronic) )*$")


def _within(one: Concept, other: Concept) -> bool:
    """Whether the name of a medicine is but a part of the name of an illness: the B12 of `low B12`."""
    return other.semantic in _ILL and one.text.lower() != other.text.lower() and one.text.lower() in other.text.lower()
