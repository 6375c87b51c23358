"""Treatment spared: what is to be needed less is an outcome, also where it is itself a treatment.

`does a CRP test cut antibiotic use` asks of the test what it does to prescribing, and `does A reduce the need for
insulin` asks about A: nobody asks what the antibiotic or the insulin does, or takes it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.ask.words.concepts import make
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_LESS: Final = (
    r"\b(?:reduc(?:e|es|ed|ing)|lowers?|lowering|cuts?|cutting|decreas(?:e|es|ing)|spares?|halv(?:e|es|ing)"
    r"|limits?|changes?|affects?|increas(?:e|es|ing)|improves?) (?:(?:the|any|my|their|his|her|total|overall"
    r"|unnecessary|inappropriate) ){0,2}"
)
_HOW_MUCH: Final = (
    r"(?:prescribing|prescriptions?|prescription rates?|use|usage|consumption|needs?|requirements?|exposure|duration"
    r"|intake|dispensing)"
)
_SPARED: Final = caseless(
    rf"{_LESS}(?P<what>(?:needs?|use|prescribing|prescriptions?|consumption|requirements?) (?:for|of) (?:an? )?"
    r"(?P<for>[\w-]+(?: (?!in\b|after\b|for\b|and\b|or\b|with\b|during\b|of\b|when\b|by\b|at\b)[\w-]+)?)"
    rf"|(?P<drug>[\w-]+(?: [\w-]+){{0,2}}?) {_HOW_MUCH})\b"
)
_TESTED: Final = caseless(r"(?: (?:point[- ]of[- ]care|rapid|blood))? (?:tests?|testing|levels?|measurement|guid\w+)\b")
_ILL: Final = ("condition", "symptom")


def asked(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about what spares a treatment, with how much of it is used as its outcome."""
    found = _SPARED.search(question.read)
    if found is None or question.intent in (Intent.DOSING, Intent.INTERACTION):
        return question
    named = (found["drug"] or found["for"]).lower()
    spared = [c for c in question.concepts if c.semantic == "drug" and c.text.lower() in named]
    before = question.read[: found.start()].lower()
    first = [c for c in question.concepts if c.semantic not in _ILL and c.text.lower() in before and c not in spared]
    first.sort(key=lambda c: (not c.semantic, before.find(c.text.lower())))
    asked_of = [c for c in first if c.role is Role.INTERVENTION] or [c for c in first if _may_be_given(c)][:1]
    if not spared or not asked_of or any(c.text.lower() in before for c in spared):
        return question
    changed: dict[Concept, Role] = dict.fromkeys(spared, Role.OTHER) | dict.fromkeys(asked_of, Role.INTERVENTION)
    gone = {c.label for c in spared}
    bare = [c for c in question.having(Role.OUTCOME) if not c.id and c.text.lower() in found["what"].lower()]
    kept = tuple(c for c in with_roles(question, changed) if not any(c.text == b.text and not c.id for b in bare))
    who = question.patient
    return msgspec.structs.replace(
        question,
        concepts=(*kept, make(found["what"], None, Role.OUTCOME, vocabulary)),
        intervention=_worded(question, asked_of, gone),
        outcome=found["what"],
        patient=msgspec.structs.replace(who, drugs=tuple(d for d in who.drugs if d not in gone)),
    )


def _may_be_given(concept: Concept) -> bool:
    return concept.semantic in ("drug", "procedure", "test") or (not concept.semantic and not concept.id)


def _worded(question: Question, asked_of: list[Concept], gone: set[str]) -> str:
    """What is asked about in words; a test with the word that says so."""
    said = question.intervention
    if said and not any(name.lower() in said.lower() for name in gone):
        names = [c.text.lower() for c in asked_of]
        if any(name in said.lower() for name in names):
            return said
    words = []
    for concept in asked_of:
        at = question.read.lower().find(concept.text.lower()) + len(concept.text)
        behind: re.Match[str] | None = _TESTED.match(question.read, at) if concept.semantic == "test" else None
        words.append(concept.text + (behind[0] if behind else ""))
    return " and ".join(dict.fromkeys(words))
