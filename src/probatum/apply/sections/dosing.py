"""Dosing: doses that were studied, then what guidelines and labels say. A dose is never interpolated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import options, same_drug, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import NO_DRUG, Draft, directives
from probatum.apply.labels import kin, level_told, poisoned
from probatum.apply.patient import (
    bearing,
    by_weight,
    counted,
    fellows,
    for_patient,
    standings,
    uses,
)
from probatum.apply.replies import silence
from probatum.apply.room import UNASKED
from probatum.apply.sections import studied_doses, unbarred
from probatum.apply.sections.dose_rows import (
    CHILDRENS,
    advised_first,
    as_labelled,
    for_children,
    guideline_doses,
    label_doses,
)
from probatum.apply.together import beside_each_other, beside_limits, pairs
from probatum.model import (
    Appraisal,
    Directive,
    DirectiveAction,
    Intent,
    Kind,
    Section,
)
from probatum.text import doses, words
from probatum.text.expressions import caseless, expression

MOST = 8
FIRST = 3
"""Doses of each label that stand at every depth."""
MOST_GUIDELINES = 4
FURTHER: Final = "Also on the label, for some people and on how to take it"


_AMOUNTS: Final = caseless(
    r"\d|\bdos(?:e|es|age|ing)\b|\bhow (?:much|often|many)\b"
    r"|\b(?:taken|given|inject\w*|appl\w+)\b|\btitrat\w*|\brais\w+|\blower\w*|\breduc\w+"
)


def _harm_alone(context: Context) -> bool:
    """Whether it is asked what a medicine does to people at large: no amount, nothing of a patient and nothing else
    taken is told that a dose would have to heed."""
    question = context.question
    bare = not question.patient.drugs and not question.patient.kidney and not question.patient.liver
    bare = bare and not question.patient.pregnancy and not question.patient.breastfeeding
    return question.intent is Intent.HARM and bare and _AMOUNTS.search(question.typed) is None and not context.use


def compose(context: Context) -> Section:
    """Studied doses with their study, then those of guidelines and labels, each with its source."""
    draft = Draft("dosing", "Dosing")
    if not context.drug_like:
        return draft.section(NO_DRUG)
    if context.question.danger in ("overdose", "doubled"):
        return draft.section("No dose is told: the question names that too much was taken (see above).")
    if poisoned.asked(context):
        return draft.section(poisoned.SAID)
    if _harm_alone(context):
        return draft.section(UNASKED)
    if level_told.asks(context):
        return draft.section("No dose is told: the next one goes by the level that is told (see above).")
    if context.combined:
        doses_ = [row for row in pairs.rows(context) if row[1].action is DirectiveAction.DOSE]
        directives(draft, doses_, "When both are taken")
        return draft.section(silence.on_drug(context, "doses"))
    if never := beside_each_other.never_together(context):
        return draft.section(f"No dose is told: {wording.join(never)} are not to be taken together (see above).")
    barred = for_patient.barred(context)
    if barred:  # doses for people who may have it are none for this patient
        out, free = unbarred.parted(context, barred)
        own = [row for row in label_doses(context) if unbarred.suits(row[1], context, free)]
        own = [r for r in uses.suited(own, context) if r not in barred and standings.dosed_in(r[1])]
        directives(draft, own[:MOST], "Dose for this patient", "Dose for this person")
        rest = [row for row in label_doses(context) if row[1].drug.lower() in free]
        _labelled(draft, context, [row for row in rest if not uses.for_another_use(row[1], context)], "Label dose")
        names = wording.join(out)
        if all(name.lower() in standings.stopped(context) for name in out):
            return draft.section(
                f"No dose is told: {names} {wording.now(names)} stopped at what was measured (see above)."
            )
        return draft.section(
            f"No dose is told: {names} {wording.now(names)} ruled out or advised against for this patient (see above)."
        )
    if fellows.barred(context):
        names = wording.join(context.named)
        return draft.section(f"No dose is told: no label of {names} that is held is for what the question tells.")
    if of_interaction(context):  # of doses only those that the other medicine changes
        own = [row for row in label_doses(context) if fitting.takes(row[1].text, for_patient.but_asked(context))]
        directives(draft, own[:MOST], "Dose beside the medicines taken")
        if context.question.intent is not Intent.INTERACTION:
            return draft.section("Not told here: nothing that is taken changes the dose.")
        return draft.section("Does not apply: it is asked what medicines do together, and no dose is changed for it.")
    guided = guideline_doses(context)
    labelled = uses.suited(label_doses(context), context)
    labelled = uses.of_the_illness(labelled, context)
    if context.off_label or context.unmeant:  # what is advised and was tried for this use stands before others
        directives(draft, guided[:MOST_GUIDELINES], "Guideline dose", "Dose in a guideline")
        _tried(draft, context)
        _for_other_uses(draft, context, labelled)
    elif context.by_members and guided:  # of a class what is advised says which member, before what each label says
        directives(draft, guided[:MOST_GUIDELINES], "Guideline dose", "Dose in a guideline")
        _labelled(draft, context, _of_advised(labelled, guided, context), "Label dose")
    else:
        beside = [
            r for r in beside_limits.rows(context) if r not in labelled and r[1].action is not DirectiveAction.DOSE
        ]
        directives(draft, beside, "Dose beside the medicines taken")
        other = [row for row in guided if not as_labelled(row[1], labelled)][:MOST_GUIDELINES]
        if advised_first(context):  # as the path has it
            directives(draft, other, "Guideline dose", "Dose in a guideline")
            other = []
        _labelled(draft, context, labelled, "Label dose")
        directives(draft, other, "Guideline dose", "Dose in a guideline")
        if not (context.question.patient.kidney and for_patient.dosed(context)):
            _tried(draft, context)
    if not len(draft):
        _of_members(draft, context)
    _limits(draft, context)
    _unfitted(draft, context, labelled)
    draft.put(suiting.beside(draft.statements, context, draft.id))
    counted.say(draft, counted.open_to(labelled, context.question.patient), context.question.patient)
    if not standings.lowered(context):
        by_weight.say(draft, context, (*guided, *(() if context.off_label or context.unmeant else labelled)))
    names = wording.join(context.named)
    if context.off_label and labelled:
        return draft.section(f"No dose for this use was found; those on the label of {names} are for other uses.")
    return draft.section(silence.on_drug(context, f"doses of {names}"))


def _of_advised(
    rows: Sequence[tuple[Appraisal, Directive]], guided: Sequence[tuple[Appraisal, Directive]], context: Context
) -> list[tuple[Appraisal, Directive]]:
    """Of the doses of members of a class those of members that advice leaves to this patient and tells no dose of."""
    left = {name for _, item in guided for name in suiting.left(item, context)}
    dosed = {options.named(item)[0] for _, item in guided if item.dose and options.named(item)}
    return [row for row in rows if row[1].drug.lower() in left - dosed]


def _limits(draft: Draft, context: Context) -> None:
    """Beside the doses of labels who may not have them at all: for an allergy to more than the medicine itself, or for
    their kidneys. What bars everybody else stands under safety."""
    told = {span.record for one in draft.statements for span in one.supports}
    patient = context.question.patient
    for appraisal, item in context.directives(DirectiveAction.CONTRAINDICATED):
        text = f"{item.population} {item.text}"
        allergy = fitting.ALLERGY.search(item.text) and not _own_allergy(item)
        wide = allergy or (_CLEARED.search(text) and not fitting.takes(text, patient) and not _BOTH.search(text))
        if wide and appraisal.record.id in told and not fitting.of_others(text, patient):
            directives(draft, [(appraisal, item)], "Not to be given", "Must not be given")


def _unfitted(draft: Draft, context: Context, rows: Sequence[tuple[Appraisal, Directive]]) -> None:
    """That no dose for the patient's kidneys is told, where the labels tell one for everybody."""
    told = context.question.patient.kidney
    amounts = [item for _, item in rows if doses.read(item.text)]
    if not told or not amounts or any(_CLEARED.search(f"{item.population} {item.text}") for item in amounts):
        return
    spoken = context.directives(DirectiveAction.DOSE, DirectiveAction.SPECIAL_POPULATION)
    if not any(
        _CLEARED.search(item.text)
        and fitting.speaks_of(item.text, context.question.patient)
        and not uses.for_another_use(item, context)
        for _, item in spoken
    ):
        draft.add(f"no label that is held tells a dose for {told}; the doses here are those of everybody", Kind.ABSENCE)


_CLEARED: Final = expression(r"\b(?:kidney|renal|dialysis|creatinine clearance|e?gfr|glomerular)\b", re.IGNORECASE)
_BOTH: Final = expression(r"\b(?:who (?:also )?take|together with|with an?other)\b", re.IGNORECASE)
"""A limit that holds beside another medicine only."""


def _own_allergy(item: Directive) -> bool:
    """Whether an allergy is one to the medicine itself and to nothing else: that goes for every medicine."""
    own = words.stems(item.drug)
    for found in vocabulary.load().find(item.text):
        if found.term.semantic == "drug" and same_drug.alike(found.term.label, item.drug):
            own |= words.stems(item.text[found.start : found.end])
    return not words.stems(item.text) - own - _REACTS


_REACTS: Final = words.stems(
    "allergy allergic hypersensitivity hypersensitive anaphylaxis anaphylactic reaction reactions angioedema severe"
    " serious known previous earlier history such as to of after with people or and in a an the"
)


def _of_members(draft: Draft, context: Context) -> None:
    """Of a class the doses on the labels of members that are held, as theirs; where studies answer, of those that were
    studied: what another is given in says nothing of it."""
    studied = " ".join(
        f"{a.record.title} {section.text}".lower() for a in context.answering for section in a.record.evidence_sections
    )
    for one in kin.held(context):
        if studied and not any(name in studied for name in one.named):
            continue
        rows = uses.of_the_illness(uses.suited(label_doses(one), one), one)
        if not for_patient.barred(one) and not one.off_label:
            _labelled(draft, one, rows[:FIRST], "Label dose")


def of_interaction(context: Context) -> bool:
    """Whether it is asked what medicines do together: in so many words, or by two of them and no illness."""
    question = context.question
    if question.intent is Intent.INTERACTION:
        return True
    return question.intent is not Intent.DOSING and bool(question.patient.drugs) and not context.use


def _tried(draft: Draft, context: Context) -> None:
    """The doses of the studies that answer, those on what was asked about first; a sentence of one is quoted only where
    no dose stands yet."""
    asked = {i.finding.record for g in context.groups if g.asked for i in g.items}
    for appraisal in sorted(context.answering, key=lambda a: a.record.id not in asked):
        draft.layer = 1 if asked and appraisal.record.id not in asked and len(draft) else 0
        studied_doses.studied(draft, context, appraisal)
    draft.layer = 0
    if not len(draft):
        studied_doses.quoted(draft, context)


def _labelled(draft: Draft, context: Context, rows: Sequence[tuple[Appraisal, Directive]], lead: str) -> None:
    """Doses of the labels, each label's own: those for this use and this patient stand at every depth."""
    if own := [row for row in standings.lowered(context) if any(row[0] is a for a, _ in rows)]:
        directives(draft, own, "Dose for this patient", "Dose for this person")
        rest = [row for row in rows if row not in own and not any(row[0] is a for a, _ in own)]
        directives(draft, [r for r in rows if r not in own and r not in rest][:FIRST], USUAL, USUAL)
        rows = rest
    begins = uses.starts(rows)  # later steps are no dose without the first

    def needed(item: Directive) -> bearing.Bearing:
        return bearing.Bearing.NEEDED if item in begins else bearing.of(item, context)

    rows = sorted(rows, key=lambda row: (needed(row[1]), row[1] not in begins))[:MOST]
    usual = _of_others(rows, context)
    directives(draft, [r for r in rows if r not in usual], lead, first=FIRST, needed=needed, then=FURTHER)
    if not context.question.patient.kidney:  # beside a dose for failing kidneys that for healthy ones is too much
        directives(draft, usual[:FIRST], USUAL, USUAL)


USUAL: Final = "Usual dose, for people of whom that does not hold"


def _of_others(rows: Sequence[tuple[Appraisal, Directive]], context: Context) -> list[tuple[Appraisal, Directive]]:
    """Amounts for everybody, where the same label tells one for a patient like this: side by side and unmarked, one of
    them would be taken for theirs."""
    told = [row for row in for_patient.told(context) if row[1].action is DirectiveAction.DOSE]
    own = [row for row in told if doses.read(row[1].text) and row in rows]
    labels = {appraisal.record.id for appraisal, _ in own}
    return [
        row
        for row in rows
        if row[0].record.id in labels and row not in own and doses.read(row[1].text) and not _opens_alike(row, own)
    ]


def _opens_alike(row: tuple[Appraisal, Directive], own: Sequence[tuple[Appraisal, Directive]]) -> bool:
    """Whether an amount is for the patient's kind of people, too: `in children` beside `in children below 40 kg`."""
    return fitting.special(row[1].text) and any(fitting.special(item.text) for _, item in own)


def _for_other_uses(draft: Draft, context: Context, rows: Sequence[tuple[Appraisal, Directive]]) -> None:
    """Of a label that is for other illnesses: how the drug is taken, which holds for each of them; its doses only where
    it names examples of a wide class."""
    if context.off_label:
        directives(draft, for_children(context)[:1], CHILDRENS)
        rows = [row for row in rows if not doses.read(row[1].text) and not uses.names_a_use(row[1].text)]
        directives(draft, rows[:MOST], "How to take it", first=FIRST)
        return
    lead = f"Label doses, not for {context.use} in particular"
    if any(doses.read(s.text) for s in draft.statements):
        # Beside the amount for the illness itself that for illnesses at large would gainsay it: at full depth alone.
        at_large = [row for row in rows if doses.read(row[1].text) or _AMOUNT.search(row[1].text)]
        _labelled(draft, context, [row for row in rows if row not in at_large], lead)
        draft.layer = 1
        _labelled(draft, context, at_large, lead)
        draft.layer = 0
        return
    _labelled(draft, context, rows, lead)


_AMOUNT: Final = caseless(r"\b(?:dos(?:e|es|age)|reduced|raised|lowered)\b")
