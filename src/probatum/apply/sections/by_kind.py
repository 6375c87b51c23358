"""By kind: what the bottom line of a question about doses or harm begins with."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.children import undosed
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.effects import effect_of, leading
from probatum.apply.evidence import harm_order, named_harm
from probatum.apply.labels import missed, watching
from probatum.apply.patient import standings, uses
from probatum.apply.sections import adverse_effects, dose_rows, dosing, unbarred
from probatum.model import DirectiveAction, Intent, Kind, Section
from probatum.text.expressions import caseless

MOST_EDGES: Final = 4
"""First or highest doses of a label for several illnesses, where none of them is named."""


def say(draft: Draft, context: Context, most: int, warned: int = 0) -> None:
    """A question about doses begins with doses, one about harm with harms, unless that on a named harm is told; of
    harms as such as many of the label's warnings as `warned` allows stand behind what is common."""
    weighed = bool(context.outcome) and any(effect_of(group, context) is not None for group in leading(context))
    if not context.treatable or (context.question.intent is Intent.HARM and weighed):
        return
    source: Section | None = None
    if context.question.intent is Intent.DOSING and undosed.silent(context):
        return  # a dose for adults, of a label or a trial, would be taken for one
    if context.question.intent is Intent.DOSING and watching.alone(context) and watching.say(draft, context):
        return
    if context.question.intent is Intent.DOSING:
        source = dosing.compose(context)
        said = {span for s in draft.statements for span in s.supports}
        advised = dose_rows.of_each_age(dose_rows.guideline_doses(context))
        advised_told = any(item.span in said for _, item in advised)
        directives(draft, () if advised_told else advised, "Guideline dose", "Dose in a guideline")
        suited = any(context.indicated_for_this(d) for _, d in context.directives(DirectiveAction.INDICATED))
        suited = suited or bool(context.wider_use) or bool(context.dosed_for_this)
        suited = suited or not context.use  # where no illness is named, the doses for each are asked
        if suited:  # the label is for this very use: its doses stand before those of trials
            most = 2 if most > 1 or not draft else 1
            most = MOST_EDGES if most > 1 and dose_rows.edge(context) is not None and not context.use else most
            rows = uses.of_the_illness(uses.suited(dose_rows.label_doses(context), context), context)
            rows = [row for row in rows if row not in missed.rows(context)]  # what is done late is no dose
            if not (rows := unbarred.beside_bars(rows, context)):
                return  # who may not have it is told no amount of it
            apart = uses.without_other(dose_rows.label_doses(context), context)
            if apart:  # that the amounts are for those who do not take the other is what has to be known
                lead, easy = "only for people who do not take the other medicine", "only for people without the other"
                directives(draft, apart[:1], f"Label dose, {lead}", f"Dose on the label, {easy} medicine")
                rows = [row for row in rows if row[1].drug == apart[0][1].drug]
            wanted = dose_rows.edge(context)
            if wanted is not None and not context.use:  # of the first or highest dose none other, but what is theirs
                patient = context.question.patient
                theirs = [r for r in rows if fitting.special(r[1].text) and fitting.speaks_of(r[1].text, patient)]
                first = [row for row in rows if wanted.search(row[1].text) and row not in theirs]
                some = [r for r in rows if r not in first and r not in theirs and fitting.special(r[1].text)]
                rows = [*theirs, *first, *some] if theirs or first else rows
            kept = [
                *rows[:most],
                *(row for row in rows[most:] if fitting.undecided(row[1].text, context.question.patient)),
            ]
            kept = [row for row in kept if row[1].span not in said]  # a limit beside another medicine was told as such
            directives(draft, () if advised_told else kept, "Label dose", "Dose on the label")
            if rows or apart:
                return
        if context.off_label and not advised_told:
            directives(draft, dose_rows.for_children(context)[:1], dose_rows.CHILDRENS)
            most_for_them = dose_rows.limits_for_them(context)[:1]
            directives(draft, most_for_them, "Limit for such a patient, in another use", "The most for such a person")
        if not any(s.kind is not Kind.DIRECTIVE for s in source.statements):
            source = None  # doses for other uses stand further down, with what they are for
    elif context.question.intent is Intent.HARM and standings.untold(context):
        draft.add(standings.untold(context), Kind.ABSENCE)
        return
    elif context.question.intent is Intent.HARM and of_a_child(context):
        return  # what is common in those who take it says nothing of an unborn or breast-fed child
    elif context.question.intent is Intent.HARM:
        source = adverse_effects.compose(context)
        if not source.statements:  # what the label warns of is an answer where it lists no common effects
            said = {span for s in draft.statements for span in s.supports}
            every = context.directives(DirectiveAction.STOP, DirectiveAction.CAUTION)
            fresh_rows = [row for row in every if row[1].span not in said]
            if named_harm.felt(context):  # what befell other people, or is gravest, is no answer to what is felt
                fresh_rows = []
            directives(draft, fresh_rows[:most], "Harm that the label warns of", "What the label warns of")
            return
    told = {span for s in draft.statements for span in s.supports}
    fresh = [s for s in source.statements if not s.layer and not set(s.supports) <= told] if source else []
    pooled = {a.record.id for a in context.answering if a.study.design.synthesis}  # which concludes more than it gave
    own = [s for s in fresh if s.kind is not Kind.QUOTED or not {span.record for span in s.supports} & pooled]
    fresh = own or (fresh if context.question.intent is Intent.HARM and not context.outcome else [])
    if context.answering:  # other people's harms stand further down
        fresh = [s for s in fresh if not s.directness]
    if named_harm.felt(context):  # how many had something else is no answer to what is felt, where that was told
        fresh = [s for s in fresh if named_harm.on_it(s.text, context)]
    for statement in fresh[:most]:
        draft.add(
            statement.text,
            statement.kind,
            statement.supports,
            plain=statement.plain,
            calculation=statement.calculation,
        )
    if harm_order.alone(context.question):
        _warned(draft, context, warned if most > 1 or len(fresh) < 2 else 0)  # what was counted stands before it


def _warned(draft: Draft, context: Context, most: int) -> None:
    """What labels warn of where harms are asked as such; after long use first, where that is what is asked."""
    said = {span for s in draft.statements for span in s.supports}
    rows = [row for row in context.directives(DirectiveAction.CAUTION, DirectiveAction.STOP) if row[1].span not in said]
    rows.sort(key=lambda row: _HARMS.search(row[1].text) is None)  # what it does stands before how it is handled
    if _LONG.search(context.question.read):
        every = [*rows, *(r for r in context.directives(DirectiveAction.MONITOR) if r[1].span not in said)]
        rows = [*(r for r in every if _LONG.search(r[1].text)), *(r for r in rows if not _LONG.search(r[1].text))]
    directives(draft, rows[:most], "Harm that the label warns of", "What the label warns of")


_HARMS: Final = caseless(
    r"\b(?:can|may|might|could) (?:\w+ )?"
    r"(?:cause|raise|increase|worsen|lower|lead to|result in|occur|reduce|damage|mask)\b"
    r"|\b(?:has|have) (?:been reported|occurred|caused|led)\b|\b(?:causes|raises|fatal|severe|serious)\b"
)
_LONG: Final = caseless(
    r"\b(?:long|longer)[- ](?:term|use|lasting|standing|treatment)\b|\bprolonged (?:use|treatment|therapy)\b"
    r"|\b(?:more than|over|after|for) (?:an?|one|two|several|many|\d+|the) (?:years?|months?)\b"
    r"|\bfor (?:years|months)\b"
)
"""Use over months or years."""


def of_a_child(context: Context) -> bool:
    """Whether it is asked what a treatment does in pregnancy or breast-feeding, and something speaks of that."""
    patient = context.question.patient
    return bool(patient.pregnancy or patient.breastfeeding) and not standings.untold(context)
