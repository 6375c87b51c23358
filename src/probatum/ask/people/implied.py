"""Implied: a class of medicines that is named for what it treats says who takes them, where the question does not."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.words.concepts import make
from probatum.model import Assumption, Concept, Intent, Patient, Question, Role
from probatum.text import measured
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.classes import classes_of

_TREATS: Final = {
    "antihypertensive agents": "hypertension",
    "antihypertensive": "hypertension",
    "hypoglycemic agents": "type 2 diabetes mellitus",
    "antidepressants": "depression",
    "antidepressive agents": "depression",
    "anticonvulsants": "epilepsy",
    "antiasthmatic agents": "asthma",
    "antimalarials": "malaria",
}
"""Classes by the illness that their name says they treat (WHO ATC groups)."""


def people(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with people who have the illness that its class of medicines is named for, where it names none."""
    given = question.having(Role.INTERVENTION)
    ill = [c for c in question.concepts if c.semantic in ("condition", "symptom") and c.role is not Role.OUTCOME]
    if (
        question.intent not in (Intent.THERAPY, Intent.PREVENTION)
        or len(given) != 1
        or question.having(Role.POPULATION)
        or ill
    ):
        return question
    name = _TREATS.get(given[0].label.lower(), "")
    terms = vocabulary.lookup(name) if name else ()
    if not terms or any(_same(c, name) for c in question.having(Role.OUTCOME)):
        return question
    concept = make(name, terms[0], Role.POPULATION, vocabulary)
    told = Assumption("patient", "", f"people with {name}", f"that is what {given[0].label} are for")
    return msgspec.structs.replace(
        question,
        concepts=(*question.concepts, concept),
        population=question.population or f"people with {name}",
        assumptions=(*question.assumptions, told),
    )


def _same(concept: Concept, name: str) -> bool:
    return name in (concept.label.lower(), concept.text.lower())


def states(question: Question) -> Question:
    """The question with the names of states in place of the values that are such (`Na 118`: hyponatraemia), and without
    a value among what is given (`A with platelets 15`) or the people (`TSH 7.2`, read as an illness, is none beside
    it)."""
    question = _without_its_test(question)
    values = [c for c in question.concepts if c.label.lower() != c.text.lower() and measured.values(c.text)]
    outcome, people = question.outcome, question.population
    for one in values:
        outcome, people = outcome.replace(one.text, one.label), people.replace(one.text, one.label)
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    counts = {v.rpartition(" ")[0] for v in question.patient.values}
    read = [c for c in question.having(Role.INTERVENTION) if c.semantic != "drug" and c.text.lower() in counts]
    if not (values or (given and read)):
        return question
    changed: dict[Concept, Role] = dict.fromkeys(read if given else (), Role.OTHER)
    named = tuple(msgspec.structs.replace(c, text=c.label) if c in values else c for c in question.concepts)
    concepts = tuple(msgspec.structs.replace(c, role=changed.get(c, c.role)) for c in named)
    alone = given[0].label if changed and len(given) == 1 else question.intervention
    return msgspec.structs.replace(question, concepts=concepts, outcome=outcome, population=people, intervention=alone)


def _without_its_test(question: Question) -> Question:
    """The question without a test among its people that only says by what an illness of theirs was told."""
    people = question.having(Role.POPULATION)
    ill = [c.text.lower() for c in people if c.semantic == "condition" and c.text[-1:].isdigit()]
    tests = {c for c in people if c.semantic == "test" and any(one.startswith(f"{c.text.lower()} ") for one in ill)}
    if not tests:
        return question
    aside = tuple(msgspec.structs.replace(c, role=Role.OTHER) if c in tests else c for c in question.concepts)
    return msgspec.structs.replace(question, concepts=aside)


_PRESSURES: Final = ("systolic pressure", "diastolic pressure")
_LOWER: Final = "antihypertensive agents"


def own_value(question: Question) -> Question:
    """The question without a blood pressure that is what is to be lowered: it bars nothing that is given for it."""
    given = [c.label for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    if not given or not all(name == _LOWER or _LOWER in classes_of(name) for name in given):
        return question
    values = tuple(v for v in question.patient.values if not v.startswith(_PRESSURES))
    return msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, values=values))


def of_values(question: Question) -> Question:
    """The question with what was measured in the patient (`a creatinine clearance of 20 and A`) as a value beside the
    illness: nobody is treated for a test, and no study is made in one."""
    ill = [c for c in question.having(Role.POPULATION) if c.semantic == "condition"]
    people = question.having(Role.POPULATION)
    tests = [c for c in people if c.semantic in ("test", "") and is_kept(c, question.patient)]
    if not ill or not tests:
        return question
    concepts = tuple(msgspec.structs.replace(c, role=Role.OTHER) if c in tests else c for c in question.concepts)
    who = f"people with {' and '.join(c.label for c in ill)}"
    return msgspec.structs.replace(question, concepts=concepts, population=who)


def is_kept(concept: Concept, patient: Patient) -> bool:
    """Whether a value of what a concept names (`creatinine clearance of 20`) is kept as the patient's, by its figure:
    one that is kept nowhere is lost where it is taken from the people, and failing kidneys are who they are."""
    value = expression(rf"\b{re.escape(concept.text)}(?: \w+)? (?:of |is |at )?[<>]?\d", re.IGNORECASE)
    kept = (patient.kidney, patient.creatinine, patient.liver, *patient.values)
    return any(value.search(one) for one in kept)
