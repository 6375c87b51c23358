"""Other takers: limits of a medicine that hold beside another medicine, and whether the patient takes that one.

`contraindicated with colchicine in kidney impairment` bars nobody with poor kidneys who takes no colchicine, and nobody
on colchicine whose kidneys are well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.labels import own_labels
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.labels.kinship import kin
from probatum.apply.once import once, once_for
from probatum.model import Appraisal, Directive, DirectiveAction, Patient
from probatum.text import words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]

_WITH: Final = caseless(r"^\W*(?:together |in combination )?with (?=\w)")


_PAIRS: Final = (DirectiveAction.INTERACTION, DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)


def of_taken(item: Directive, context: Context) -> bool:
    """Whether the label of a medicine that is taken tells what it does beside the one that is asked about."""
    if item.action not in _PAIRS or not (taken := _taken_besides(context)):
        return False  # asked of every direction, few of which can be
    if item.drug.lower() not in taken and ingredient(item.drug) not in taken:
        return False  # `lithium` is taken, as lithium carbonate
    return _names_asked(item, context)


@once
def _taken_besides(context: Context) -> frozenset[str]:
    """The medicines that are taken and not asked about, in lower case."""
    return frozenset(drug.lower() for drug in context.question.patient.drugs) - {d.lower() for d in context.drugs}


@once_for
def _names_asked(item: Directive, context: Context) -> bool:
    return bool(_asked_in(item, context))


def _asked_in(item: Directive, context: Context) -> frozenset[str]:
    """The medicines asked about that a direction names, in lower case: by their names, or, where it tells what two do
    together and forbids nothing, by their class."""
    text, pair = item.text.lower(), item.action is DirectiveAction.INTERACTION
    return frozenset(
        drug.lower()
        for drug in context.drugs
        if wording.stands_in(drug, text) or (pair and fitting.names_taken(item.text, Patient(drugs=(drug,))))
    )


def drugs_of(item: Directive) -> frozenset[str]:
    """The medicines that a direction names as those it is of, in lower case."""
    return frozenset(name.strip().lower() for name in item.drug.split(",") if name.strip())


def barred_by(item: Directive, context: Context) -> frozenset[str]:
    """The medicines that a direction keeps a patient from, in lower case: those it is of, or, where it is of one that
    the patient takes already, those asked about that it names beside that one."""
    if not of_taken(item, context):
        called = (n for a in context.labels if a.record.id == item.record for n in own_labels.called_by(a, context))
        return drugs_of(item) | of_class(item, context) | frozenset(called)
    return _asked_in(item, context)


def of_class(item: Directive, context: Context) -> frozenset[str]:
    """The medicines asked about that belong to a class which advice is against outright, in lower case: against NSAIDs
    is against each of them. Advice with an exception leaves its members open."""
    if item.action is not DirectiveAction.NOT_RECOMMENDED or _OPEN.search(item.text):
        return frozenset()
    if not any(item.record == appraisal.record.id for appraisal in context.guidelines):
        return frozenset()
    against = [words.stems(name) for name in drugs_of(item)]
    return frozenset(
        drug for drug in context.drugs if any(words.stems(name) in against for name in kin(drug) if name != drug)
    )


_OPEN: Final = caseless(
    r"\b(?:except|unless|without|with symptoms|or (?:less|more)|routine(?:ly)?|alone|only|starting|first|together)\b"
    r"|\b(?:has|have) not\b"
)
"""Words by which advice against a class holds of some people or of some ways of giving it alone."""


def with_another(text: str, context: Context) -> bool:
    """Whether a limit is of a medicine given together with one that neither is named nor taken here."""
    start = _WITH.match(text)
    first = next(iter(vocabulary.load().find(text[start.end() :])), None) if start else None
    if first is None or first.term.semantic != "drug" or first.start > 0:
        return False
    named = (c.label for c in context.question.concepts if c.semantic == "drug")
    drugs = tuple(dict.fromkeys((*context.drugs, *named, *context.question.patient.drugs)))
    return not fitting.takes(text, msgspec.structs.replace(context.question.patient, drugs=drugs, allergies=()))


def pair_of(item: Directive) -> tuple[frozenset[str], ...]:
    """The names of the two medicines that advice is against giving together (`A with B should be avoided`), in lower
    case; empty where it is on one."""
    if item.action is not DirectiveAction.NOT_RECOMMENDED:
        return ()
    found = [m for m in vocabulary.load().find(item.text) if m.term.semantic == "drug"][:2]
    if len(found) < 2 or not _BETWEEN.fullmatch(item.text[found[0].end : found[1].start]):
        return ()
    return tuple(frozenset((m.term.label.lower(), item.text[m.start : m.end].lower())) for m in found)


def of_untaken_pair(item: Directive, context: Context) -> bool:
    """Whether advice is against two together, one of which is asked about and the other neither named nor taken: that
    says nothing against the first."""
    here = {drug.lower() for drug in (*context.drugs, *context.question.patient.drugs)}
    here |= {name.lower() for c in context.question.concepts for name in (c.label, c.text)}
    known = [bool(names & here) for names in pair_of(item)]
    return any(known) and not all(known)


def keeps_another(item: Directive, context: Context) -> bool:
    """Whether advice keeps another medicine, which nobody asks about, from those who take what is asked about: that
    says nothing against this one."""
    found = _KEPT.match(item.text)
    if found is None or item.action is not DirectiveAction.NOT_RECOMMENDED:
        return False
    if context.names_intervention(found["what"]) or not context.names_intervention(found["beside"]):
        return False
    asked = tuple((c.label, c.text) for c in context.question.concepts)
    return not fitting.names_one(found["what"], asked)


_KEPT: Final = caseless(
    r"(?P<what>[^.;]{3,90}?) (?:should|must) (?:be avoided|not be (?:given|used|taken|combined))"
    r" (?:together )?(?:with|beside) (?P<beside>[^;]+)"
)
_BETWEEN: Final = caseless(r" (?:together |combined |in combination )?with (?:an? |the )?")


def of_some(item: Directive, context: Context) -> bool:
    """Whether a label forbids the two together in some people alone, of whom the patient is none that we know of."""
    patient = msgspec.structs.replace(context.question.patient, drugs=(), allergies=())
    return of_taken(item, context) and fitting.special(item.text) and not fitting.speaks_of(item.text, patient)


def of_the_very(rows: Sequence[Row], context: Context) -> list[Row]:
    """The rows without the doses beside a kind of medicine (`with strong inhibitors such as`) of a label that tells one
    beside the very medicine that is taken: a starting dose for a kind is not the limit set for one of it."""
    patient = context.question.patient
    taken = [drug for drug in patient.drugs if drug.lower() not in context.drugs]
    dosed = [row for row in rows if row[1].action is DirectiveAction.DOSE]
    ours = {drug: {a.record.id for a, item in dosed if fitting.names_one(item.text, ((drug,),))} for drug in taken}

    def outdone(row: Row) -> bool:
        beside = fitting.takes(row[1].text, msgspec.structs.replace(patient, drugs=tuple(taken)))
        named = any(fitting.names_one(row[1].text, ((drug,),)) for drug in taken)
        return bool(beside) and not named and row[0].record.id in ours[beside]

    return [row for row in rows if row[1].action is not DirectiveAction.DOSE or not outdone(row)]
