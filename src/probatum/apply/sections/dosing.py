"""Dosing: doses that were studied, then what guidelines and labels say. A dose is never interpolated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import guidance, options, same_aim, same_drug, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import NO_DRUG, Draft, directives
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.labels import by_way, kin, level_told, own_labels, poisoned
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once
from probatum.apply.patient import (
    bearing,
    by_weight,
    counted,
    fellows,
    for_patient,
    illness_names,
    kidneys,
    standings,
    uses,
)
from probatum.apply.replies import silence
from probatum.apply.sections import studied_doses, unbarred
from probatum.apply.together import beside_each_other, beside_limits, other_takers, pairs
from probatum.model import (
    Appraisal,
    Directive,
    DirectiveAction,
    Intent,
    Kind,
    Patient,
    Role,
    Section,
)
from probatum.text import ages, doses, words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.classes import members

MOST = 8
FIRST = 3
"""Doses of each label that stand at every depth."""
MOST_GUIDELINES = 4
FURTHER: Final = "Also on the label, for some people and on how to take it"


def compose(context: Context) -> Section:
    """Studied doses with their study, then those of guidelines and labels, each with its source."""
    draft = Draft("dosing", "Dosing")
    if not context.drug_like:
        return draft.section(NO_DRUG)
    if context.question.danger in ("overdose", "doubled"):
        return draft.section("No dose is told: the question names that too much was taken (see above).")
    if poisoned.asked(context):
        return draft.section(poisoned.SAID)
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
        _labelled(draft, context, labelled, "Label dose")
        other = [row for row in guided if not _as_labelled(row[1], labelled)]
        directives(draft, other[:MOST_GUIDELINES], "Guideline dose", "Dose in a guideline")
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
CHILDRENS: Final = "Label dose for children, for no illness in particular"


def for_children(context: Context) -> list[tuple[Appraisal, Directive]]:
    """The doses by weight that labels tell of children such as the patient, whatever they are treated for."""
    patient = context.question.patient
    years = fitting.age(patient)
    if years is None or years.low >= fitting.CHILD_YEARS:
        return []
    rows = [row for row in label_doses(context) if not uses.names_a_use(row[1].text)]
    rows = [row for row in rows if any(dose.per_kg for dose in doses.read(row[1].text))]
    return [row for row in rows if fitting.speaks_of(row[1].text, patient)]


_MAXIMUM: Final = expression(
    r"\b(?:max(?:imum|imal)?|highest|upper limit|not (?:\w+ ){0,2}exceed|no more than|the most)\b", re.IGNORECASE
)
_LATER: Final = expression(
    r"\b(?:target|maintenance|maximum) (?:\w+ )?dose\b"
    r"|\b(?:is|are|be|can be|may be) (?:raised|increased|doubled|titrated)\b|\bmay be reduced\b",
    re.IGNORECASE,
)
"""Doses that come after the first."""
_FIRST: Final = expression(r"\b(?:start(?:s|ing|ed)?|initiat\w*|initial|commenc\w*|begin(?:s|ning)?)\b", re.IGNORECASE)
"""Words for the dose that a treatment begins with."""


def edge(context: Context) -> re.Pattern[str] | None:
    """Words for the dose that is asked for where it is the highest or the first; None where any dose is."""
    return next((w for w in (_MAXIMUM, _FIRST) if w.search(context.question.read)), None)


def label_doses(context: Context) -> list[tuple[Appraisal, Directive]]:
    """The doses of the labels for such a patient, as `_label_doses` has them."""
    return list(_label_doses(context))


@once
def _label_doses(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Dose directives of the labels: a maximum first where one was asked, then amounts before how to take them.

    Labels for the use asked about come before others, and of a label the doses in that very illness; doses for
    everybody come before those of some. Where the patient is told, doses of other people stay out.
    """
    wanted = edge(context)
    asked = words.stems(context.question.read)
    suited = {a.record.id for a, d in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(d)}

    rows = [row for row in context.directives(DirectiveAction.DOSE) if for_patient.concerned(row[1], context)]
    rows = [] if none_told(context) else by_way.kept(rows, context)
    rows = for_patient.dialysed([r for r in rows if r[1].span not in for_patient.higher_limits(context)], context)
    out = suiting.members_out(context)  # that a label bars one member bars no other, but its dose is none here
    rows = other_takers.of_the_very([row for row in rows if row[1].drug.lower() not in out], context)

    illnesses = [c for c in context.question.concepts if c.semantic == "condition"]
    patient = context.question.patient
    rows = _of_grown(rows, patient)
    prevents = bool(PREVENTS.search(context.question.read))

    def order(row: tuple[Appraisal, Directive]) -> tuple[bool | int, ...]:
        appraisal, item = row
        top = wanted is not None and bool(wanted.search(item.text))
        text = f"{item.population} {item.text}"
        unmet = fitting.undecided(text, patient) and not fitting.partly_met(text, patient)
        for_them = fitting.speaks_of(text, patient) and not unmet
        usual = bool(patient.kidney) or fitting.of_healthy_kidneys(text)
        own = next((n for n, concept in enumerate(illnesses) if illness_names.treats(item, concept)), None)
        shared = len(
            asked & words.stems(illness_names.opening(item.text))
        )  # of two that fit the one in the question's words
        if own is not None and illness_names.of_a_kind(item, illnesses[own]):
            own = len(illnesses) + 1  # a dose for one kind of it comes behind that for everybody
        own = own if own is not None else len(illnesses) + (bool(illnesses) and uses.names_a_use(item.text))
        later = wanted is not _MAXIMUM and _LATER.search(item.text) is not None and not _FIRST.search(item.text)
        some = not for_them and for_patient.of_some_alone(item, context)
        amount = bool(doses.read(item.text))
        kept = (appraisal.record.id not in suited, not prevents and bool(PREVENTS.search(item.text)), not top)
        # Who is called a child is hardly a baby of weeks: that dose comes behind those of older children.
        within = ages.limits(text)
        baby = patient.age == "child" and within is not None and within.high < 1
        return (*kept, not amount, baby, some, not for_them or not usual, later, own, -shared, some)

    return tuple(beside_limits.within(sorted(kidneys.doses_for(rows, illnesses, patient), key=order), context))


def _of_grown(rows: list[tuple[Appraisal, Directive]], patient: Patient) -> list[tuple[Appraisal, Directive]]:
    """The doses without those by weight that begin in childhood, where a grown person asks and the same label doses
    adults in the same use."""
    grown = {(a.record.id, _uses_in(item)) for a, item in rows if _ADULTS.search(f"{item.population} {item.text}")}
    return [
        (a, d)
        for a, d in rows
        if not whom.grows_with_weight(d.text, patient) or (a.record.id, _uses_in(d)) not in grown
    ]


def _uses_in(item: Directive) -> frozenset[str]:
    found = vocabulary.load().find(item.text)
    return frozenset(m.term.label for m in found if m.term.semantic == "condition")


_ADULTS: Final = expression(r"\badults\b", re.IGNORECASE)


def none_told(context: Context) -> bool:
    """Whether no usual dose is an answer: the next one goes by a level, or the two are not to be taken together."""
    return level_told.asks(context) or bool(beside_each_other.never_together(context))


def _as_labelled(item: Directive, labelled: Sequence[tuple[Appraisal, Directive]]) -> bool:
    """Whether a dose of a guideline is the one that a label gives, in the same amounts."""
    keys = {dose.key for dose in doses.read(item.text)}
    return bool(keys) and any(keys == {dose.key for dose in doses.read(own.text)} for _, own in labelled)


def _dosed(context: Context) -> tuple[DirectiveAction, ...]:
    """What a guideline's dose is read from: of a class only from advice, since how one member is given chooses none."""
    return (DirectiveAction.RECOMMENDED, *(() if context.classes else (DirectiveAction.DOSE,)))


def guideline_doses(context: Context) -> list[tuple[Appraisal, Directive]]:
    """Doses that guidelines recommend of what was asked about, for the illness asked about where one was."""
    illnesses = [c for c in context.question.concepts if c.role in _ILL and c.semantic]
    rows = [
        (appraisal, item)
        for appraisal in (() if none_told(context) else context.guidelines)
        for item in appraisal.directives
        if item.dose and item.action in _dosed(context) and _names(item, context)
    ]
    if own_labels.share_a_name(context):  # a dose of a part of what they are called by is none of the whole
        rows = [r for r in rows if any(words.stems(n) <= words.stems(r[1].text) for n in context.classes)]
    fit = [
        row
        for row in rows
        if not illnesses
        or any(illness_names.speaks(row[1], c) for c in illnesses)
        or options.on_illness(row[1], row[0], context)
        or (context.classes and row in guidance.rows(context))
    ]
    fit = [row for row in fit if suiting.suits(row[1], context) and not same_aim.another_degree(row[1].text, context)]
    fit = [row for row in by_way.advised(fit, context) if not uses.of_what_is_prevented(row[1], context)]
    fit = [row for row in fit if for_patient.concerned(row[1], context) or len(options.named(row[1])) > 1]
    fit = [row for row in fit if not fitting.of_babies_alone(row[1].text, context.question)]
    own = suiting.for_state([row for row in fit if suiting.left(row[1], context) or not row[1].drug], context)
    return sorted(own, key=lambda row: fitting.of_babies(row[1].text, context.question.patient))


def of_each_age(rows: Sequence[tuple[Appraisal, Directive]]) -> list[tuple[Appraisal, Directive]]:
    """The first of doses that guidelines recommend, with those of the same source for other ages: of a child whose
    age nobody told any of them may be the right one."""
    if not rows or ages.limits(rows[0][1].text) is None:
        return list(rows[:1])
    source, first = rows[0]
    alike = [row for row in rows[1:] if row[0] is source and row[1].drug == first.drug]
    seen = [ages.limits(first.text)]
    found = [rows[0]]
    for row in alike:
        limit = ages.limits(row[1].text)
        if limit is not None and not any(one is not None and one.meets(limit) for one in seen):
            seen.append(limit)
            found.append(row)
    return found


_ILL: Final = (Role.POPULATION, Role.OUTCOME)


def _names(item: Directive, context: Context) -> bool:
    """Whether a dose is of a drug asked about, or of a member of the class asked about."""
    asked = {*context.drugs, *(m.lower() for c in context.question.having(Role.INTERVENTION) for m in members(c.label))}
    named = {name.strip() for name in item.drug.lower().split(",")}
    own, wanted = ({ingredient(name) for name in names} - {""} for names in (named, asked))
    return bool(named & asked) or bool(own & wanted)
