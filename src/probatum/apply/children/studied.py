"""Studied: whether a study says anything of a child. What was found in adults is no answer on a child's dose or safety,
nor on whether a child may have a medicine where no illness is told that both may have."""

from __future__ import annotations

from probatum.apply import fitting
from probatum.apply.children.whom import is_child
from probatum.model import Appraisal, Intent, Question, RecordKind, SectionKind
from probatum.text import ages, people

_OF_THE_CHILD = (Intent.DOSING, Intent.HARM)


def answers(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study may answer a question; always where no child is asked about, and what is no study."""
    if appraisal.record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        return True
    if not is_child(question.patient):
        return True
    of_mothers = people.MOTHERS.search(appraisal.record.title) and not people.MOTHERS.search(question.read)
    if of_mothers:  # what helps before birth is asked of with the birth
        return people.YOUNG.search(appraisal.record.title) is not None
    if question.intent not in _OF_THE_CHILD and _ill(question):
        return True
    return in_the_young(question, appraisal)


def in_the_young(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study tells of the young, or let people of the patient's age take part."""
    record, age = appraisal.record, appraisal.study.age
    text = " ".join((record.title, *(s.text for s in record.sections if s.kind is SectionKind.ABSTRACT)))
    if people.YOUNG.search(text):
        return True
    own, took_part = fitting.age(question.patient), ages.limits(age.value) if age else None
    return own is not None and took_part is not None and own.meets(took_part)


def _ill(question: Question) -> bool:
    return any(c.semantic in ("condition", "symptom") for c in question.concepts)
