"""Own labels: which of the labels that are held are those of what is asked about, or of members of its class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from probatum.apply.evidence import harm_order
from probatum.apply.evidence.given import given_in
from probatum.apply.labels import kinship, same_way
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once
from probatum.apply.patient import akin, beside, illnesses, indications
from probatum.model import Appraisal, DirectiveAction, Intent, RecordKind, Role
from probatum.text import salts, words
from probatum.vocabulary.classes import members

if TYPE_CHECKING:
    from probatum.apply.context import Context


def held(context: Context) -> tuple[Appraisal, ...]:
    """Labels of the interventions asked about."""
    found = _single([a for a in _every(context) if _names_drug(a, context)], context.drugs)
    found = found or [a for a in _every(context) if called_by(a, context)]
    found = found or [a for a in _every(context) if _of_member(a, context)]
    if by_members(context) and _alone(context):
        found = [a for a in found if _speaks_of_it(a, context)]
    found = same_way.kept(found, context)
    return tuple(sorted(found, key=lambda a: (not _boxed(a), a.record.country != "US", a.record.id)))


def _speaks_of_it(label: Appraisal, context: Context) -> bool:
    """Whether the label of a member has a word of the illness for which its class is asked about; what it says besides
    is no answer to whether the class helps there."""
    ill = [c for c in illnesses.asked(context.question) if c.semantic in ("condition", "symptom")]
    if not ill or context.question.intent is not Intent.THERAPY:
        return True
    said = [d for d in label.directives if not indications.of_other_course(d.text, context)]
    if any(d.action in _FOR and illnesses.meant(d.text, tuple(ill)) for d in said):
        return True
    limits = [d.text for d in said if d.action in beside.LIMITS]
    return any(akin.kinship(text, c.label) is not akin.Kin.NONE for text in limits for c in ill)


_FOR: Final = (DirectiveAction.INDICATED, DirectiveAction.DOSE)


def called_by(label: Appraisal, context: Context) -> tuple[str, ...]:
    """The classes asked about by which the title of a label calls it (`combined oral contraceptive`): of a class of
    combinations such labels are those of its members, and not those of its parts."""
    title = words.stems(label.record.title) if context.classes else frozenset[str]()
    return tuple(name for name in context.classes if (own := words.stems(name)) and own <= title)


def share_a_name(context: Context) -> bool:
    """Whether the labels are called by the class that is asked about, so that what each of them forbids is forbidden of
    the class as well."""
    return bool(context.classes and context.labels) and all(called_by(a, context) for a in context.labels)


def by_members(context: Context) -> bool:
    """Whether the labels are those of members of a class, which forbid nothing of the class as a whole."""
    return bool(context.classes) and not any(_names_drug(a, context) for a in _every(context))


@once
def _every(context: Context) -> tuple[Appraisal, ...]:
    """The labels that were found, then those looked up for options that tell of what is asked about."""
    found = {a.record.id for a in context.appraisals}
    others = (a for a in context.option_labels if a.record.id not in found)
    of_class = _feared(context) or _alone(context)
    chosen = (a for a in others if _of_chosen(a, context) or (of_class and _of_member(a, context)))
    return (*(a for a in context.appraisals if a.record.kind is RecordKind.LABEL), *chosen)


def _of_chosen(appraisal: Appraisal, context: Context) -> bool:
    """Whether a label is of what would be given of the option that the answer is about."""
    given = {drug for option in context.shortlist if option.name.lower() in context.drugs for drug in option.drugs}
    return any(item.drug.lower() in given for item in appraisal.directives)


@once
def _feared(context: Context) -> bool:
    """Whether a harm of a class is asked about by the name of an illness."""
    harms = context.question.having(Role.OUTCOME) if context.question.intent is Intent.HARM else ()
    return bool(context.classes) and any(c.semantic in ("condition", "symptom") for c in harms)


@once
def _alone(context: Context) -> bool:
    """Whether one class is asked about of which neither a study nor a guideline tells, beside no other medicine."""
    patient = context.question.patient
    others = context.question.having(Role.COMPARATOR) or patient.drugs or patient.allergies
    told = context.answering or any(_directs(one, context) for one in context.guidelines)
    return len(context.classes) == 1 == len(context.drugs) and not (others or told)


def _directs(guideline: Appraisal, context: Context) -> bool:
    """Whether a guideline directs what is asked about in an illness of the question, where it tells one."""
    ill = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    names = [words.stems(name) for c in ill for name in c.names]
    own = [words.stems(item.text) for item in guideline.directives if context.names_intervention(item.text)]
    return any(not ill or any(n and n <= said for n in names) for said in own)


def _of_member(appraisal: Appraisal, context: Context) -> bool:
    """Whether a label is of a member of the class asked about that a study which answers gave; of any member where
    a harm is asked about and no study tells."""
    own = {ingredient(d.drug) for d in appraisal.directives if d.drug} - {""}
    held = {ingredient(name) for c in context.question.having(Role.INTERVENTION) for name in members(c.label)}
    if not own & held or any(kinship.of_class(n, one) for n in own for one in context.question.patient.allergies):
        return False
    if _of_chosen(appraisal, context):
        return True  # it was held to this patient before it was proposed
    harm = context.question.intent is Intent.HARM and (not context.answering or harm_order.alone(context.question))
    if _feared(context) or _alone(context) or harm:
        return True  # of a harm by name, and where no study answers, each label tells
    given = [drug for study in context.answering for drug in given_in(study)]
    called = [words.stems(d.drug) for d in appraisal.directives if d.drug]
    # That another member is for this says nothing of what was tried.
    return any(ingredient(drug) in own or any(c <= words.stems(drug) for c in called if c) for drug in given)


def _names_drug(appraisal: Appraisal, context: Context) -> bool:
    """Whether a label is of a drug asked about by its own name, and not only by the class."""
    drugs = {d.drug.lower() for d in appraisal.directives if d.drug}
    title = appraisal.record.title
    # The label of one member forbids nothing of the class that was asked about.
    names = [
        n.lower()
        for c in context.question.having(Role.INTERVENTION)
        for n in (c.label, *c.synonyms)
        if n not in members(c.label)
    ]
    return any(salts.is_about(title, name) or name in drugs for name in names or context.drugs)


def _single(labels: list[Appraisal], drugs: Sequence[str]) -> list[Appraisal]:
    """The labels without those of a combination of which a part was asked about, where that part's own is held."""
    named = {a.record.id: {d.drug.lower() for d in a.directives if d.drug} for a in labels}
    own = {name for names in named.values() for name in names if name in drugs}
    parts = {i: {p for n in names for p in n.split(" and ") if " and " in n} for i, names in named.items()}
    return [a for a in labels if named[a.record.id] & set(drugs) or not parts[a.record.id] & own]


def _boxed(appraisal: Appraisal) -> bool:
    return any(d.action is DirectiveAction.BOXED_WARNING for d in appraisal.directives)
