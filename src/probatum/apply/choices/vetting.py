"""Vetting: what the labels of an option, and of the medicines that are taken, say against giving it to this patient.

An option is held to the same rules as a treatment that was asked about: its contraindications and what else its label
forbids for such kidneys, such an illness, such an age or a pregnancy, and what it forbids beside a medicine that is
taken. The labels of what is taken are read for the option as well, for often they alone name the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import as_if, elsewhere
from probatum.apply.choices.option import Row
from probatum.apply.context import Context
from probatum.apply.labels import by_value
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once_by_name
from probatum.apply.patient import for_patient
from probatum.model import Appraisal, DirectiveAction, Fit, Patient, RecordKind, Role, Span
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_WARNS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
    DirectiveAction.NOT_RECOMMENDED,
)
"""Kinds of direction that may be of two medicines, the gravest first."""
_FORBIDS: Final = caseless(
    r"\bcontra-?indicated\b|\b(?:should|must|do) not be (?:used|given|taken|combined|started)\b"
    r"|\bdo not (?:use|give|take)\b|\bshould be avoided\b|\bavoid\b|\bnot recommended\b"
)
_LETS: Final = caseless(r"\b(?:unless|except|if possible|when possible)\b")


@once_by_name
def bars(name: str, context: Context) -> tuple[Row, ...]:
    """What rules a drug out for this patient, by its own label first."""
    as_asked = as_if.asked(name, context)
    own = (*for_patient.barred(as_asked), *_of_the_unborn(as_asked))
    taken = (row for row in _of_taken(name, context) if _rules_out(row, name, context))
    return (*own, *taken, *with_its_class(name, context))


def with_its_class(name: str, context: Context) -> Iterator[Row]:
    """Advice of a guideline on the illness against all the others of its class (`against zorbin and other
    anticonvulsants`)."""
    kinds = {kind.casefold() for kind in classes_of(name)}
    for appraisal in context.guidelines if kinds else ():
        if appraisal.directness.population.fit is not Fit.DIRECT:
            continue
        for item in appraisal.directives:
            found = _AND_OTHERS.search(item.text) if item.action is DirectiveAction.NOT_RECOMMENDED else None
            terms = vocabulary.load().find(found["what"]) if found else ()
            if any(m.term.label.casefold() in kinds for m in terms) and _in_this(item.text, context):
                yield appraisal, item


def _in_this(text: str, context: Context) -> bool:
    """Whether advice is for the illness asked about, and not for one kind of it or for others: what is advised against
    in sciatica is not so in every pain of nerves."""
    if elsewhere.for_others(text, context):
        return False
    asked = (*context.question.having(Role.POPULATION), *context.question.having(Role.OUTCOME))
    own = {name.casefold() for c in asked for name in c.names}
    named = [m.term for m in vocabulary.load().find(text) if m.term.semantic in ("condition", "symptom")]
    return not named or any(t.label.casefold() in own or own & {s.casefold() for s in t.synonyms} for t in named)


_AND_OTHERS: Final = caseless(r"\b(?:other|all|any) (?P<what>[a-z][\w -]{3,40})")


def cares(name: str, context: Context) -> tuple[Row, ...]:
    """What labels want minded of a drug in such a patient: warnings and cautions that speak of them."""
    told = (*for_patient.told(as_if.asked(name, context)), *at_value(name, context))
    minded = (row for row in told if row[1].action in (DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION))
    return tuple(dict.fromkeys(minded))


def at_value(name: str, context: Context) -> tuple[Row, ...]:
    """What labels say of a drug at what was measured of the patient, and that rules nothing out."""
    if not context.question.patient.values:
        return ()
    as_asked = as_if.asked(name, context)
    barred = {item.span for _, item in for_patient.barred(as_asked)}
    rows = (row for row in by_value.held_for(as_asked) if row[1].action is not DirectiveAction.MONITOR)
    return tuple(row for row in rows if row[1].span not in barred)


def said_at_value(name: str, context: Context) -> Iterator[tuple[str, Span]]:
    """The first of it in short, and where it stands."""
    for _, item in at_value(name, context)[:1]:
        forbids = "contraindicated " if item.action is DirectiveAction.CONTRAINDICATED else ""
        yield f"at what was measured: {forbids}{wording.lower(item.text.rstrip('. '))}", item.span


def gravity(row: Row) -> int:
    """How much a direction that rules nothing out speaks against an option: what may kill or maim 3, what is to be
    given with caution 2, else 1."""
    return next((weight for weight, sign in _GRAVITY if sign.search(row[1].text)), 1)


_GRAVITY: Final = (
    (
        3,
        caseless(
            r"\bbleed\w*|\bha?emorrhag\w*|\bfatal\w*|\blife-threatening\b|\bdeaths?\b|\bserious\b|\btoxicity\b"
            r"|\barrhythmi\w*|\bQT\b|\bserotonin syndrome\b|\bmalformation\w*|\bavoid\w*"
        ),
    ),
    (2, caseless(r"\bcaution\b|\bnot recommended\b|\bhigher risk\b|\braises? the risk\b")),
)


def _of_the_unborn(context: Context) -> Iterator[Row]:
    """Boxed warnings of what harms the unborn, where somebody is pregnant: nobody begins it then."""
    if not context.question.patient.pregnancy:
        return
    for row in for_patient.told(context):
        if row[1].action is DirectiveAction.BOXED_WARNING and fitting.PREGNANT.search(row[1].text):
            yield row


def beside(name: str, context: Context) -> tuple[Row, ...]:
    """What labels say of a drug and one that is taken, and that rules nothing out: of each label the gravest."""
    patient, found = context.question.patient, dict[str, Row]()
    own = ((a, i) for a in as_if.labels(name, context) for action in _WARNS for i in a.directives if i.action is action)
    told = (row for row in own if fitting.takes(row[1].text, patient))
    for row in (*told, *_of_taken(name, context)):
        if not fitting.ALLERGY.search(row[1].text) and not _of_other_patients(row, name, context):
            found.setdefault(row[0].record.id, row)
    return tuple(found.values())


def of_taken(row: Row, context: Context) -> bool:
    """Whether a direction is of the label of a medicine that is taken."""
    return bool(_drugs_of(row[0]) & {drug.lower() for drug in context.question.patient.drugs})


def _of_taken(name: str, context: Context) -> Iterator[Row]:
    """Directions of the labels of medicines that are taken which name an option or its class."""
    taken = {drug.lower() for drug in context.question.patient.drugs} - {name}
    given = _given(name)
    for action in _WARNS:
        for appraisal in labels(context):
            if not _drugs_of(appraisal) & taken:
                continue
            yield from ((appraisal, i) for i in appraisal.directives if i.action is action and _names(i.text, given))


def _names(text: str, given: Patient) -> bool:
    return bool(fitting.takes(text, given)) and not fitting.ALLERGY.search(text)


def _rules_out(row: Row, name: str, context: Context) -> bool:
    """Whether a direction of a label of what is taken forbids the two together in such a patient."""
    item = row[1]
    sure = item.action in (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)
    if not sure and (not _FORBIDS.search(item.text) or _LETS.search(item.text)):
        return False
    return not _of_other_patients(row, name, context)


def _of_other_patients(row: Row, name: str, context: Context) -> bool:
    """Whether a direction on two medicines is for people of whom the patient is none: `in kidney impairment`."""
    text = f"{row[1].population} {row[1].text}"
    if not fitting.special(text):
        return False
    both = msgspec.structs.replace(context.question.patient, drugs=(*context.question.patient.drugs, name))
    return not fitting.speaks_of(text, both)


def _given(name: str) -> Patient:
    """Somebody who takes an option, under all its names."""
    known = vocabulary.load().lookup(name)[:1]
    return Patient(drugs=(name, *(n for term in known for n in (term.label, *term.synonyms[:6]))))


def labels(context: Context) -> tuple[Appraisal, ...]:
    """The labels that are held, those looked up for options first, each once."""
    every = {a.record.id: a for a in (*context.option_labels, *context.appraisals)}
    return tuple(a for a in every.values() if a.record.kind is RecordKind.LABEL)


def _drugs_of(appraisal: Appraisal) -> set[str]:
    named = {item.drug.lower() for item in appraisal.directives if item.drug}
    return named | {own for name in named if (own := ingredient(name))}  # `lithium` is taken, as lithium carbonate
