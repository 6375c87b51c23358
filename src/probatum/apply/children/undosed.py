"""Undosed: that nothing held gives a dose for such a child, where adults' doses are held or a dose is asked for.

An adult's dose is no answer of a child, nor is that the medicine helps grown-ups; a carer has to be told so first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.once import once
from probatum.apply.patient import bars, for_patient
from probatum.apply.replies import unheld
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Role
from probatum.text import ages, doses, people, sentences
from probatum.text.expressions import caseless

_ASKED: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION, Intent.HARM)
_DOSED: Final = (DirectiveAction.DOSE, DirectiveAction.RECOMMENDED)
_CAUTIONS: Final = (DirectiveAction.CAUTION, DirectiveAction.NOT_RECOMMENDED, DirectiveAction.SPECIAL_POPULATION)
_DOSAGE: Final = "34068-7"
"""LOINC code of the part of a label on dosage and administration."""
_NO_DOSE: Final = caseless(r"\b(?:ask(?:ed)?|not (?:be )?(?:recommended|advised|given|used)|avoid\w*|established)\b")
"""What sends to a doctor, or says that it is not given, tells no dose."""


_TOO_MUCH: Final = caseless(r"\b(?:over-?dos(?:e|es|age)|poisoning|intoxication)\b")
"""Too much of it is no amount that is given, nor is what is given against that."""


@once
def silent(context: Context) -> str:
    """That no dose for such a child is held of the one medicine asked about; empty where one is, or it is barred."""
    patient = context.question.patient
    names = for_patient.treatments(context)
    if context.question.intent not in _ASKED or len(names) != 1 or not whom.is_child(patient) or context.combined:
        return ""
    if not context.drug_like or context.classes or for_patient.barred(context) or _told_in_the_young(context):
        return ""
    if context.question.intent is Intent.HARM and not context.asks_dose and _felt(context):
        return ""  # what is felt on it is asked, and no dose
    given = [item for _, item in _given(context)]
    of_organ = [item for item in given if bars.names_organ(item, patient)]
    who = whom.named(patient)
    if of_organ and not all(whom.for_adults(item, patient) for item in given if item not in of_organ):
        given = of_organ
        who += f" with {patient.kidney or patient.liver}"
    if not given and unheld.named(context):
        return ""  # that nothing at all is held of it says more
    if not (given or context.asks_dose) or not all(_for_another(item, context) for item in given):
        return ""
    return f"no label or guideline that is held gives a dose of {wording.join(names)} for {who}"


def _felt(context: Context) -> bool:
    """Whether something that befell the child is asked of as a harm."""
    return any(c.semantic in ("symptom", "condition") for c in context.question.having(Role.OUTCOME))


def say(draft: Draft, context: Context) -> bool:
    """That nothing held gives a dose for such a child, and what labels say of that age; whether it was said."""
    if said := silent(context):
        plain = said.replace("label or guideline that is held gives", "official label or guideline that we hold gives")
        draft.add(
            f"{said}; one for adults is none for a child",
            Kind.ABSENCE,
            plain=f"{plain}. A dose for adults is not one for a child. Ask a doctor or pharmacist",
        )
        of_age = [row for row in for_patient.told(context) if _of_that_age(row[1], context)]
        directives(draft, of_age[:1], "Caution at this age", "Needs care at this age")
        if not of_age and (held := _from_later(context)):
            source, item, years = held
            text = f"the lowest age for which a dose is held is {years:g} years ({source_name(source)})"
            draft.add(text, Kind.DIRECTIVE, (item.span,))
    return bool(said)


def _from_later(context: Context) -> tuple[Appraisal, Directive, float] | None:
    """The amount that begins at the lowest age of childhood, where the patient is younger than that."""
    own = fitting.age(context.question.patient)
    every = ((source, item, ages.limits(item.text)) for source, item in _given(context))
    told = [(s, item, limit.low) for s, item, limit in every if limit is not None and limit.low == int(limit.low)]
    later = [row for row in told if own is not None and own.high < row[2] <= fitting.CHILD_YEARS]
    return min(later, key=lambda row: row[2], default=None)


def _of_that_age(item: Directive, context: Context) -> bool:
    """Whether a caution is for people below an age, and the patient is."""
    limit = ages.limits(item.text) if item.action in _CAUTIONS and fitting.YOUNG.search(item.text) else None
    return (
        limit is not None and limit.high < fitting.CHILD_YEARS and fitting.certain(item.text, context.question.patient)
    )


def _given(context: Context) -> Iterator[tuple[Appraisal, Directive]]:
    """The amounts that labels and guidelines give of the medicine."""
    for source in (*context.labels, *context.guidelines):
        for item in source.directives:
            given = item.action in _DOSED and not _TOO_MUCH.search(item.text)
            if given and doses.read(item.text) and context.names_intervention(item.text):
                yield source, item


def _for_another(item: Directive, context: Context) -> bool:
    """Whether an amount is for adults, or for children of another age or weight."""
    return whom.for_adults(item, context.question.patient) or not for_patient.concerned(item, context)


def _told_in_the_young(context: Context) -> bool:
    """Whether a study that answers is one of the young, or a label tells how such children are given it, though in no
    amount."""
    if any(people.YOUNG.search(a.record.title) for a in context.answering):
        return True
    own = fitting.age(context.question.patient)
    for label in context.labels:
        for part in (s.text for s in label.record.sections if s.code == _DOSAGE):
            for start, end in sentences.split(part):
                told = part[start:end]
                if not fitting.YOUNG.search(told) or _NO_DOSE.search(told):
                    continue
                limit = ages.limits(told)
                if limit is None or own is None or own.meets(limit):
                    return True
    return False
