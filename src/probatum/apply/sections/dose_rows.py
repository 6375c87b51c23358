"""Dose rows: which doses on labels and in guidelines are for the question and its patient, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, guidance, options, same_aim, suiting
from probatum.apply.context import Context
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.fitting import kinds
from probatum.apply.labels import by_way, level_told, own_labels
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once
from probatum.apply.patient import (
    after_operation,
    for_patient,
    illness_names,
    kidneys,
    uses,
)
from probatum.apply.selection import is_proposed
from probatum.apply.together import beside_each_other, beside_limits, other_takers
from probatum.model import (
    Appraisal,
    Directive,
    DirectiveAction,
    Patient,
    Question,
    Role,
)
from probatum.text import ages, doses, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

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
_CHANGED: Final = expression(r"\b(?:change|changing|switch\w*) (?:from|to|over)\b", re.IGNORECASE)
"""Of a change from one medicine to another, in which something is begun as well."""


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
    after = any(after_operation.is_for(item, context) for _, item in rows)
    if after:
        rows = [r for r in rows if after_operation.is_for(r[1], context) or not uses.names_a_use(r[1].text)]

    def order(row: tuple[Appraisal, Directive]) -> tuple[bool | int, ...]:
        appraisal, item = row
        top = wanted is not None and bool(wanted.search(item.text))
        top = top and not (wanted is _FIRST and _CHANGED.search(item.text))
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
        other = after and not after_operation.is_for(item, context)
        kept = (appraisal.record.id not in suited, other, not prevents and bool(PREVENTS.search(item.text)), not top)
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


def as_labelled(item: Directive, labelled: Sequence[tuple[Appraisal, Directive]]) -> bool:
    """Whether a dose of a guideline is the one that a label gives, in the same amounts."""
    keys = {dose.key for dose in doses.read(item.text)}
    return bool(keys) and any(keys == {dose.key for dose in doses.read(own.text)} for _, own in labelled)


def _dosed(context: Context) -> tuple[DirectiveAction, ...]:
    """What a guideline's dose is read from: of a class only from advice, since how one member is given chooses none."""
    return (DirectiveAction.RECOMMENDED, *(() if context.classes else (DirectiveAction.DOSE,)))


def limits_for_them(context: Context) -> list[tuple[Appraisal, Directive]]:
    """Highest doses that labels set for people like the patient, by age, kidneys or liver: whatever it is taken for, no
    more of it is borne."""
    patient = context.question.patient
    return [
        row
        for row in context.directives(DirectiveAction.DOSE, DirectiveAction.SPECIAL_POPULATION)
        if _AT_MOST.search(row[1].text) and fitting.special(row[1].text) and fitting.speaks_of(row[1].text, patient)
    ]


_AT_MOST: Final = expression(r"\bmaxim\w+|\bnot (?:exceed|go above|be above)\b|\bno more than\b", re.IGNORECASE)


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
    fit = [row for row in fit if not fitting.of_the_young_alone(row[1].text, context.question)]
    fit = [row for row in fit if not elsewhere.without_told(row[1].text, context.question.read)]
    fit = kinds.whole_alone(fit, context.question)
    if is_proposed(context.question):  # what was chosen for the illness is not dosed as for a kind of it
        fit = [row for row in fit if not options.stands_aside(row[1].text, context)]
    own = suiting.for_state([row for row in fit if suiting.left(row[1], context) or not row[1].drug], context)
    return sorted(own, key=lambda row: _behind(row[1].text, context.question))


def _behind(text: str, question: Question) -> tuple[bool, bool]:
    """What stands behind other doses: what is for children, where nobody spoke of one, and what is for babies."""
    return fitting.of_untold_children(text, question), fitting.of_babies(text, question.patient)


def advised_first(context: Context) -> bool:
    """Whether the dose that a guideline recommends in the very illness leads, and not that of a label: the label's is
    another one, in an illness of a wider name (`for urinary tract infection`) or in none, and nothing told of the
    patient calls for a dose of its own."""
    rows = [row for row in guideline_doses(context) if row[1].action is DirectiveAction.RECOMMENDED][:1]
    ill = [c for c in context.question.concepts if c.role in _ILL and c.semantic == "condition"]
    named = [row for row in rows if any(illness_names.speaks(row[1], c) for c in ill)]
    if not named or for_patient.dosed(context) or not doses.read(named[0][1].text):
        return False
    labelled = uses.of_the_illness(uses.suited(label_doses(context), context), context)
    near = (item for _, item in labelled if any(words.stems(c.label) <= words.stems(item.text) for c in ill))
    return not as_labelled(named[0][1], labelled) and not any(near)


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
    # A salt is given in the name of what it is a salt of (`magnesium sulfate` for magnesium).
    return bool(named & asked) or bool(own & wanted) or any(n.startswith(f"{a} ") for n in named for a in asked)
