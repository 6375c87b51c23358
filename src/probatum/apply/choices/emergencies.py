"""Guidelines of emergencies: which that are held are on what is to be treated at once, and what that is."""

from __future__ import annotations

from typing import Final

from probatum.apply.choices import elsewhere
from probatum.apply.choices.nearness import pressure
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.labels import first_aid
from probatum.apply.once import once
from probatum.apply.replies import danger
from probatum.model import Appraisal, Patient, RecordKind, RecordStatus, Role
from probatum.text import measured, phases, words
from probatum.text.expressions import caseless

ILL: Final = ("condition", "symptom")
_OF_EMERGENCIES: Final = caseless(
    r"\b(?:emergency|first|initial|early) (?:\w+ ){0,2}(?:treatment|care|management)\b"
    r"|\bacute (?:severe|asthma|hyper\w+)\b|\bresuscitation\b|\boverdose\b|\bfirst aid\b|\bemergenc(?:y|ies)\b"
)
"""How the titles of such guidelines call what they are for."""
_TREATMENT: Final = caseless(r": treatment(?= \(|$)")
_SUDDEN: Final = caseless(
    r"\b(?:acute|attacks?|exacerbations?|withdrawal|delirium|ha?emorrhage|bleeding|crisis|shock|excessive"
    r"|\w+a?emi(?:a|c state))\b"
)
"""Illnesses of hours or days: that a guideline is on the treatment of another makes no emergency of it."""
_OF_ACUTE: Final = caseless(r"\bacute\b")
_NO_EMERGENCY: Final = caseless(r"\bantimicrobial prescribing\b|\bprevention\b")
"""A sore throat is acute and no emergency."""


def illnesses(context: Context) -> tuple[str, ...]:
    """The names of what is to be treated at once: of the illness, of the state that a value is, of the alarm."""
    question = context.question
    ill = [c for c in question.concepts if c.semantic in ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    # What undoes something tells for itself what is to be treated; beside a value the value tells it.
    alone = not (ill or question.patient.values)
    ill = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"] if alone else ill
    named = [name for c in ill for name in (c.label, c.text, *c.synonyms[:8])]
    alarm = first_aid.illness(question)
    return tuple(
        dict.fromkeys(
            n for n in (alarm, *first_aid.states(question), *measured.states(question.patient.values), *named) if n
        )
    )


def told_urgent(context: Context) -> bool:
    """Whether an emergency is told, by its name, by its phase or by what was measured."""
    question = context.question
    if phase_asked.asked(question) == phases.ACUTE or question.danger == "emergency" or danger.values(question):
        return True
    return any(BY_NATURE.search(name) for name in illnesses(context)) or severe(context)


def severe(context: Context) -> bool:
    """Whether a blood pressure is told at which hypertension in pregnancy is severe (160/110; NICE NG133)."""
    told = pressure(context.question.patient.values)
    pregnant = context.question.patient.pregnancy or any(map(_OF_PREGNANCY.search, illnesses(context)))
    return bool(pregnant) and told is not None and (told[0] >= SEVERE[0] or told[1] >= SEVERE[1])


SEVERE: Final = (160.0, 110.0)
_OF_PREGNANCY: Final = caseless(r"\b(?:pre-?eclampsia|gestational hypertension)\b")
BY_NATURE: Final = caseless(
    r"\b(?:ketoacidosis|anaphyla\w+|status epilepticus|adrenal crisis|thyroid storm|(?<!pre-)eclampsia"
    r"|sepsis|septic shock|meningitis|pulmonary (?:o?edema|embolism)|cardiac arrest|hypoglyc(?:a?e)mia|stroke"
    r"|myocardial infarction|post-?partum ha?emorrhage|epiglottitis|neutropenic|cauda equina|torsion"
    r"|malignant hyperthermia|myxo?edema coma)\b"
)
"""Illnesses that are emergencies by their nature, whether the question says so or not."""


@once
def sources(context: Context) -> list[Appraisal]:
    """Guidelines on the illness that are of its emergencies by their titles."""
    every = {a.record.id: a for a in (*context.guidelines, *context.first_aid)}.values()
    acute = phase_asked.asked(context.question) == phases.ACUTE or context.question.danger == "emergency"
    names = [own for name in illnesses(context) if (own := words.stems(name))]
    ill = any(c.semantic in ILL for c in context.question.concepts) or len(first_aid.states(context.question)) > 0
    ill = ill or bool(context.question.patient.values or first_aid.illness(context.question))
    called = told_urgent(context) or not _has_a_long_course(context, names)
    found = [
        a
        for a in every
        if a.record.kind is RecordKind.GUIDELINE
        and a.record.status is not RecordStatus.SUPERSEDED
        and (titled(a.record.title) or (acute and _OF_ACUTE.search(a.record.title)))
        and not _NO_EMERGENCY.search(a.record.title)
        and not elsewhere.of_birth(a.record.title, context.question)
        and (
            called
            or phases.of_text(a.record.title) != phases.ACUTE
            or of_what_is_taken(a.record.title, context.question.patient)
        )
        and any(own <= words.stems(a.record.title if ill else a.record.title.partition(":")[2]) for own in names)
    ]
    # What befell on a medicine is treated as guidelines on just that have it, where one is held.
    taken = [words.stems(c.label) for c in context.question.concepts if c.semantic == "drug"]
    of_it = [a for a in found if any(own <= words.stems(a.record.title) for own in taken if own)]
    if context.question.danger == "emergency" and of_it:
        return of_it
    # What was measured in an emergency that is told by its name is treated as that has it.
    told = [words.stems(name) for name in illnesses(context) if BY_NATURE.search(name)]
    by_name = [a for a in found if any(own <= words.stems(a.record.title) for own in told)]
    return found if danger.values(context.question) or not by_name else by_name


def titled(title: str) -> bool:
    """Whether a guideline is of emergencies by its title."""
    sudden = bool(BY_NATURE.search(title) or _SUDDEN.search(title))
    return _OF_EMERGENCIES.search(title) is not None or (sudden and _TREATMENT.search(title) is not None)


def of_what_is_taken(title: str, patient: Patient) -> bool:
    """Whether a title is of the very state that was measured on the very medicine (`excessive INR on warfarin`)."""
    both = (words.stems(f"{state} {drug}") for state in measured.states(patient.values) for drug in patient.drugs)
    return any(own <= words.stems(title) for own in both)


def _has_a_long_course(context: Context, names: list[frozenset[str]]) -> bool:
    """Whether sources are held on the illness that are of no attack of it: who names asthma alone tells of none."""
    titles = [a.record.title for a in context.appraisals if a.record.kind is not RecordKind.LABEL]
    apart = [words.stems(title) for title in titles if phases.of_text(title) != phases.ACUTE]
    return any(own <= title for own in names for title in apart)
