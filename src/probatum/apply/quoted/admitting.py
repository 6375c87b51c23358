"""Admitting: which salient sentences may be told, whatever their words: only those of whom and what was asked about.

Salience weighs words. That a dose is for another illness, that a trial gave the other of two medicines, that a patient
is allergic to what was tried, is decided here as it is for everything else that is told.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, options, same_aim, suiting, urgent
from probatum.apply.context import Context
from probatum.apply.evidence import harm_of, harm_order, no_answer, phase_asked
from probatum.apply.evidence.flow import is_flow
from probatum.apply.evidence.outcomes import is_harm
from probatum.apply.labels import by_way, poisoned, too_much
from probatum.apply.patient import complaint, for_patient, standings, uses
from probatum.apply.quoted import aside, lead_passage
from probatum.apply.quoted.salience import Salient, doses, of_state, part
from probatum.apply.replies import danger
from probatum.apply.sections import dose_rows
from probatum.apply.selection import is_open
from probatum.apply.together import beside_limits, combining, other_takers
from probatum.model import (
    About,
    Appraisal,
    Directive,
    DirectiveAction,
    Fit,
    Intent,
    RecordKind,
    Role,
    SectionRole,
    Span,
)
from probatum.text import sited, words
from probatum.text.expressions import caseless
from probatum.vocabulary import wants
from probatum.vocabulary.classes import members

QUIET: Final = ("overdose", "doubled", "self-harm", "reaction")
"""Dangers beside which nothing else is told."""
_DOSES: Final = (DirectiveAction.DOSE, DirectiveAction.RECOMMENDED)


def admits(one: Salient, context: Context) -> bool:
    """Whether a sentence may be told in the answer to this question."""
    if context.question.danger in QUIET and context.reader.plain:
        return False  # help is called for, and nothing else matters
    if harm_of.of_others(one.span.quote) or _elsewhere(one, context) or by_way.another(one.span.quote, context):
        return False
    if poisoned.asked(context) and (doses(one.span) or not too_much.speaks(one.span.quote)):
        return False
    if one.appraisal.record.kind is not RecordKind.LABEL and is_flow(one.span):
        return False
    if context.question.intent is Intent.MECHANISM:
        return False  # what a treatment does is no answer to how it does so
    if one.span.source_section.role is SectionRole.METHODS and not context.treatable:
        return False
    if context.asks_dose and not doses(one.span) and not wants.wants(context.question):
        return False
    if not lead_passage.names_unknown(context, one.span) or _of_another_drug(one, context):
        return False
    if one.appraisal.record.kind is RecordKind.LABEL:
        return _of_label(one, context)
    title = one.appraisal.record.title
    if not phase_asked.fits(one.span.quote, title, context.question) or urgent.clashes(
        one.span.quote, one.appraisal, context
    ):
        return False  # of another phase of the illness, or of another situation than the emergency that is told
    treats = context.question.intent is Intent.THERAPY and is_open(context.question)
    if treats and harm_order.befell(one.span, one.appraisal):
        return False  # what a treatment brought on is none for it
    if harm_order.alone(context.question) and not _of_harm(one):
        return False  # what it did for people was not asked
    if context.combined:
        return combining.on_all(context.question, one.appraisal) or _of_the_state(one, context)
    if one.appraisal in context.further:
        return _further(one, context)
    if one.appraisal in context.guidelines:
        return _advises(one, context)
    return one.appraisal in context.answering or _of_all(one, context)


def _elsewhere(one: Salient, context: Context) -> bool:
    """Whether its source is on the same illness of another place of the body."""
    ills = [c.label for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    return bool(ills) and all(sited.elsewhere(one.appraisal.record.title, ill) for ill in ills)


def _of_harm(one: Salient) -> bool:
    """Whether a sentence tells of harm, by its words, by a finding that was read out of it, or as advice."""
    if one.appraisal.record.kind is RecordKind.GUIDELINE or harm_order.tells(one.span.quote):
        return True
    return any(f.harm and f.sentence == one.span for f in one.appraisal.findings)


def _of_all(one: Salient, context: Context) -> bool:
    """Whether a source that answers something else names, with its title, every treatment and illness asked about."""
    if one.appraisal.directness.note or no_answer.given_to_all(one.appraisal, context.question):
        return False
    said = one.stems | words.stems(one.appraisal.record.title)
    asked = [c for c in context.question.concepts if c.semantic in ("drug", "procedure", "test", "condition")]
    names = ([words.stems(name) for name in c.names] for c in asked)
    return len(asked) > 1 and all(any(stems and stems <= said for stems in each) for each in names)


def _advises(one: Salient, context: Context) -> bool:
    """Of guidelines: what is on the people, and of their age, and, where one was named, the treatment asked about."""
    patient = context.question.patient
    if one.appraisal.directness.population.fit is Fit.OTHER or not fitting.of_age(one.span.quote, patient):
        return False
    if fitting.of_other_children(one.span.quote, patient):
        return False
    if same_aim.another_degree(one.span.quote, context) or whom.of_adults(one.span.quote, patient):
        return False
    if context.question.intent is Intent.THERAPY and elsewhere.for_others(one.span.quote, context):
        return False
    if options.stands_aside(one.span.quote, context):
        return False
    if is_open(context.question) and (elsewhere.in_untold(one.span.quote, context) or not _of_complaint(one, context)):
        return False  # what is given for a complaint within another illness is none for the complaint at large
    if context.classes and not context.population and _of_one_illness(one.span.quote, context):
        return False
    own = (d for d in one.appraisal.directives if meet(d.span, one.span))
    amount = doses(one.span) and bool(context.drugs) and context.names_intervention(one.span.quote)
    barred = bool(amount) and all(drug in _out(context) for drug in context.drugs)
    if barred or any(uses.of_what_is_prevented(d, context) or not suiting.suits(d, context) for d in own):
        return False
    told = f"{one.appraisal.record.title} {one.span.quote}"
    ill = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
    return _of_the_ill(one, context) and (ill or not context.named or context.names_intervention(told))


def _of_complaint(one: Salient, context: Context) -> bool:
    """Whether a sentence or its title names what is to be treated, or the wider illness of which that is a kind."""
    told = one.stems | words.stems(one.appraisal.record.title)
    ill = complaint.complaint(context.question)
    names = (words.stems(name) for c in ill for name in (*c.names, *c.broader[:3]))
    return not ill or any(stems and stems <= told for stems in names)


def _of_one_illness(text: str, context: Context) -> bool:
    """Whether a sentence tells of an illness instead of a class of medicines that is asked for at large."""
    ill = any(m.term.semantic == "condition" for m in vocabulary.load().find(text))
    return elsewhere.in_untold(text, context) or (ill and not context.names_intervention(text))


def _of_the_ill(one: Salient, context: Context) -> bool:
    """Whether a sentence or its title names the illness that the people asked about have, as far as one was named."""
    said = one.stems | words.stems(one.appraisal.record.title)
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    names = (words.stems(name) for c in ill for name in c.names)
    return not ill or any(stems and stems <= said for stems in names)


def _of_the_state(one: Salient, context: Context) -> bool:
    """Whether it tells of one of several medicines in the pregnancy or breast-feeding that is asked about."""
    patient = context.question.patient
    asked = bool(patient.pregnancy) or patient.breastfeeding
    return asked and of_state(one.span, context.question) and any(_names(one, name) for name in context.combined)


def _of_label(one: Salient, context: Context) -> bool:
    """Of labels: those of what is asked about or taken, in what concerns this patient; doses only for this use."""
    if one.appraisal not in context.labels and not _of_taken(one.appraisal, context):
        return False
    if context.combined:
        return sum(_names(one, name) for name in context.combined) > 1 or _of_the_state(one, context)
    if not of_state(one.span, context.question) or whom.grows_with_weight(one.span.quote, context.question.patient):
        return False
    items = [d for d in one.appraisal.directives if meet(d.span, one.span)] or _as_dose(one)
    if any(d.action is DirectiveAction.DOSE and d.drug.lower() in _out(context) for d in items):
        return False
    doses_ = part(one.span) == "dose" or any(d.action is DirectiveAction.DOSE for d in items)
    if doses_ and (dose_rows.none_told(context) or _begins_again(items, context)):
        return False
    if doses_ and not by_way.kept([(one.appraisal, item) for item in items], context):
        return False
    if doses_:
        meant = (d for d in one.appraisal.directives if d.action is DirectiveAction.INDICATED)
        suited = not context.use or any(context.indicated_for_this(d) for d in meant)
        return bool(items) and suited and not _dosed_apart(context) and all(_dosed(d, context) for d in items)
    return all(for_patient.concerned(d, context) and not _beside_others(d, context) for d in items)


def _out(context: Context) -> frozenset[str]:
    """The medicines that this patient may not have: how much others take of them is no dose for them."""
    return frozenset(name for _, item in for_patient.barred(context) for name in other_takers.barred_by(item, context))


def _begins_again(items: list[Directive], context: Context) -> bool:
    """Whether a label tells with how much a medicine is begun that is taken already, beside what is asked about."""
    taken = {drug.lower() for drug in context.question.patient.drugs} - set(context.drugs)
    return any(d.drug.lower() in taken and _BEGINS.search(d.text) is not None for d in items)


_BEGINS: Final = caseless(r"\b(?:starting|initial|loading|first) doses?\b")


def _beside_others(item: Directive, context: Context) -> bool:
    """Whether a label tells what it does beside other medicines, where those that the patient takes are told."""
    patient = for_patient.but_asked(context)
    known = bool(patient.drugs) or context.question.intent is Intent.DOSING or context.ends
    met = tuple(drug for drug in (*patient.drugs, *context.drugs) if drug.lower() != item.drug.lower())
    others = msgspec.structs.replace(patient, drugs=met)  # with itself no medicine meets
    return item.action is DirectiveAction.INTERACTION and known and not fitting.takes(item.text, others)


def _as_dose(one: Salient) -> list[Directive]:
    """A sentence on giving that no reader took for a direction, as the dose that it is: it is held to the same people
    and the same use."""
    named = next((d for d in one.appraisal.directives if d.drug), None)
    if named is None or part(one.span) != "dose":
        return []
    held = Directive(one.span.record, DirectiveAction.DOSE, one.span.quote, one.span, named.drug)
    return [held]


def leads(one: Salient, context: Context) -> bool:
    """Whether an admitted sentence may stand in the short answer: what bars a treatment is decided there by whom it
    holds of, and a harm that nobody asked about stands further down."""
    if urgent.rows(context) and one.appraisal.record.kind is not RecordKind.LABEL:
        return False  # what is done at once is told, and nothing else matters as much
    items = [d for d in one.appraisal.directives if meet(d.span, one.span)]
    if any(d.action is DirectiveAction.CONTRAINDICATED for d in items):
        return False
    if elsewhere.without_told(one.span.quote, context.question.read):
        return False
    if aside.leads_nothing(one.span, one.appraisal, context.question.intent):
        return False
    guided = one.appraisal.record.kind is RecordKind.GUIDELINE and bool(context.named)
    if guided and not context.names_intervention(f"{one.appraisal.record.title} {one.span.quote}"):
        return False  # what else is advised of the illness stands further down
    if guided and not (of_state(one.span, context.question) or _of_mothers(one.appraisal.record.title)):
        return False  # nor is what is advised of everybody an answer for who is pregnant or breast-feeding
    apart = guided and doses(one.span) and bool(_dosed_apart(context) or for_patient.barred(context))
    if apart and not _of_such(one.span.quote, context):
        return False  # nor how much others are given, for who may not have it or has a dose of their own
    young = fitting.YOUNG.search(one.span.quote) and not fitting.GROWN_TOO.search(one.span.quote)
    if one.appraisal.record.kind is RecordKind.GUIDELINE and young and not context.question.patient.age:
        return False  # where nobody tells an age, advice for children answers nothing
    if _OVERDOSE.search(one.span.quote) and not _OVERDOSE.search(context.question.typed):
        return False  # what too much does is no answer to what a usual dose does
    special = one.appraisal.record.kind is RecordKind.LABEL and fitting.special(one.span.quote)
    if special and not fitting.speaks_of(one.span.quote, context.question.patient):
        return False  # of people who need other directions than most, as nobody here is said to be
    return not harm(one, context) or context.question.intent is Intent.HARM


def _of_mothers(title: str) -> bool:
    return fitting.PREGNANT.search(title) is not None or fitting.FEEDING.search(title) is not None


def _of_such(text: str, context: Context) -> bool:
    """Whether what a sentence tells with an amount is for such a patient: that the amount is another in some, which it
    adds, says not how much they are given."""
    parts = [part for part in text.split(";") if _AMOUNT.search(part)]
    return any(fitting.speaks_of(part, context.question.patient) for part in parts)


_AMOUNT: Final = caseless(r"\d ?(?:mg|g|micrograms?|mcg|ml|units?)\b")
_OVERDOSE: Final = caseless(
    r"\b(?:over-?dos\w*|too (?:much|many)|antidotes?|poison\w*|swallow\w*|by mistake|accident\w*)\b"
)


def _of_another_drug(one: Salient, context: Context) -> bool:
    """Whether a sentence names medicines, and none of them is what was asked about: in a review of several each has its
    own."""
    if not context.drug_like or one.appraisal.record.kind is RecordKind.LABEL:
        return False
    if context.names_intervention(one.span.quote):
        return False
    drugs = {m.term.label.casefold() for m in vocabulary.load().find(one.span.quote) if m.term.semantic == "drug"}
    single = {drug for drug in drugs if not members(drug)}  # `typical antipsychotics such as A` is of A
    asked = {*context.drugs, *(m.casefold() for drug in context.drugs for m in members(drug))}
    return bool(single) and not single & asked


def harm(one: Salient, context: Context) -> bool:
    """Whether a sentence tells nothing but harms."""
    own = [f for f in one.appraisal.findings if meet(f.sentence, one.span)]
    return bool(own) and all(is_harm(context.question, f) for f in own)


def _dosed_apart(context: Context) -> bool:
    """Whether this patient may not have the treatment, has a dose of their own, or had too much of it."""
    quiet = context.question.danger in QUIET or bool(danger.brought(context.question))
    return quiet or standings.ruled_out(context) or for_patient.dosed(context)


def _dosed(item: Directive, context: Context) -> bool:
    """Whether a direction holds for this patient and use; of doses, those alone that labels give for these kidneys."""
    if item.action is DirectiveAction.DOSE and (context.question.patient.kidney or beside_limits.rows(context)):
        return any(item == told for _, told in dose_rows.label_doses(context))
    return for_patient.concerned(item, context) and not (item.action in _DOSES and uses.for_another_use(item, context))


def _of_taken(label: Appraisal, context: Context) -> bool:
    """Whether a label is of a medicine that the patient takes."""
    taken = {drug.lower() for drug in context.question.patient.drugs}
    return any(d.drug.lower() in taken for d in label.directives if d.drug)


def _names(one: Salient, name: str) -> bool:
    """Whether a sentence, with the medicine its label is of, names a medicine."""
    title = words.stems(one.appraisal.record.title)
    said = one.stems | title | words.stems(one.span.quote.replace("/", " "))
    terms = [words.stems(n) for term in vocabulary.load().lookup(name) for n in (term.label, *term.synonyms)]
    return any(stems and stems <= said for stems in (words.stems(name), *terms))


def _further(one: Salient, context: Context) -> bool:
    """Of what was left out: what is on the treatment asked about, in nobody who has another illness."""
    source = one.appraisal
    if source.record.kind is RecordKind.GUIDELINE:
        ill = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
        suited = all(suiting.suits(d, context) for d in source.directives if meet(d.span, one.span))
        return ill and suited and _of_the_ill(one, context)
    if not context.named or (source.directness.about is About.NONE and source.directness.population.fit is Fit.OTHER):
        return False
    named = context.names_intervention(source.record.title) or context.names_intervention(one.span.quote)
    fits = source.directness.population.fit is not Fit.OTHER and not context.allergenic(source)
    return named and fits and context.of_mothers(source) and _of_the_ill(one, context)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans lie in one section and share characters."""
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end
