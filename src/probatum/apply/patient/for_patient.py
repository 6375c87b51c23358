"""For this patient: what labels and guidelines say of the people asked about, what bars a treatment first.

A question that takes a treatment for granted which is barred for its patient is answered with that premise first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.context import Context
from probatum.apply.labels import own_labels
from probatum.apply.once import once
from probatum.apply.patient import (
    bars,
    beside,
    criteria,
    given_in_it,
    habits,
    in_words,
    other_uses,
    sexes,
    uses,
    with_it_too,
)
from probatum.apply.patient.illnesses import of_a_kind_alone
from probatum.apply.together import other_takers, replacing
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Patient, RecordKind, Role, Span
from probatum.text import ages, doses, limits, measured, opposites, words
from probatum.text.expressions import expression

Row = tuple[Appraisal, Directive]


TELLS: Final = (
    (DirectiveAction.CONTRAINDICATED, "Contraindicated", "Must not be used"),
    (DirectiveAction.INTERACTION, "With the drugs taken", "With the medicines taken"),
    (DirectiveAction.BOXED_WARNING, "Boxed warning", "Boxed warning, the strongest kind"),
    (DirectiveAction.STOP, "Where it is taken already", "If it is taken already"),
    (DirectiveAction.SPECIAL_POPULATION, "For this patient", "For this person"),
    (DirectiveAction.DOSE, "Dose for this patient", "Dose for this person"),
    (DirectiveAction.CAUTION, "Caution for this patient", "Needs care in this person"),
    (DirectiveAction.MONITOR, "To be monitored in this patient", "Checks for this person"),
)
"""Action, lead, plain lead; in this order."""


_WITH_ILLNESS: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.NOT_RECOMMENDED,
    DirectiveAction.CAUTION,
    DirectiveAction.BOXED_WARNING,
)
"""Actions for which an illness of the patient counts; doses and checks name the illness that is treated."""


_OF_KINDS: Final = (DirectiveAction.CAUTION, DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED)


@once
def barred(context: Context) -> tuple[Row, ...]:
    """What rules the treatment out for this patient, contraindications of labels first."""
    if context.by_members and not own_labels.share_a_name(context):
        return ()  # what one member is forbidden in is told of it, and bars nothing of its class
    every = _fitting(context)
    asked = f"{context.question.typed} {context.question.read}"
    rows = [row for row in every if bars.rules_out(row[1], context) and not _dosed_beside(row, every, context)]
    rows = [row for row in rows if not (opposites.of_a_cause(row[1].text, asked) or with_it_too.untold(row, context))]
    rows = [r for r in rows if not (given_in_it.without_success(r, context) or given_in_it.off_label(r, context))]
    texts = {item.text.lower() for _, item in rows}  # what two labels say in the same words is held once
    forbids = [any(item.text.lower() in texts for item in label.directives) for label in context.labels]
    if context.by_members and not all(forbids):
        return ()
    return tuple(sorted(rows, key=lambda row: bars.SURELY.index(row[1].action) if row[1].action in bars.SURELY else 2))


def _dosed_beside(row: Row, every: Sequence[Row], context: Context) -> bool:
    """Whether a limit names poor kidneys by a word alone (`severe kidney disease`), and the same label tells a dose for
    kidneys like the patient's in figures: the figures decide, but on no limit beside a medicine that is taken, be it
    the very one."""
    if fitting.takes(row[1].text, but_asked(context)) or bars.of_its_takers(row[1]):
        return False
    if not fitting.KIDNEY.search(row[1].text) or _FIGURE.search(row[1].text):
        return False
    same = (item for appraisal, item in every if appraisal is row[0] and item.action is DirectiveAction.DOSE)
    return any(_FIGURE.search(item.text) and fitting.KIDNEY.search(item.text) for item in same)


_FIGURE: Final = expression(r"\d")


@once
def told(context: Context) -> tuple[Row, ...]:
    """What else is said of such patients, the gravest first."""
    every = _fitting(context)
    out = {id(item) for _, item in barred(context)} | {
        id(row[1]) for row in every if _dosed_beside(row, every, context)
    }
    order = [action for action, _, _ in TELLS]
    dose = DirectiveAction.DOSE
    fitting_ = (row for row in every if row[1].action is dose or not bars.of_a_state(row[1], context))
    if gone := replacing.replaced(context):  # what is left off when the other begins is not taken beside it
        fitting_ = (row for row in fitting_ if not _beside_replaced(row[1], context, gone))
    rows = [row for row in fitting_ if id(row[1]) not in out and row[1].action in order]
    rows = [
        r for r in rows if r[1].action is not DirectiveAction.STOP or bars.names_organ(r[1], context.question.patient)
    ]
    rows = [row for row in rows if not fitting.undecided(row[1].text, context.question.patient)]
    rows = [row for row in rows if not fitting.goes_without(row[1].text, but_asked(context))]
    rows = dialysed([row for row in rows if not outdone(row[1], context)], context)
    rows = other_takers.of_the_very(rows, context)
    never = DirectiveAction.CONTRAINDICATED
    # What it is ruled out for with another medicine or in another use says nothing of this one.
    elsewhere = (other_takers.with_another, other_uses.for_other_use)
    rows = [r for r in rows if r[1].action is not never or not any(one(r[1].text, context) for one in elsewhere)]
    # A child of no told age may be too young for what children of some ages take.
    rows = [row for row in rows if row[1].action is not dose or _surely_of_age(row[1], context)]
    own = (bars.of_its_takers(row[1]) or not uses.for_another_use(row[1], context) for row in rows)
    rows = [row for row, is_own in zip(rows, own, strict=True) if row[1].action is not dose or is_own]
    who = context.question.patient
    rows = [r for r in rows if not (whom.for_adults(r[1], who) or fitting.over(r[1].text, who))]
    if context.unmeant:  # an amount for an age is one for the illnesses of the label; poor kidneys lower each of them
        organ = (fitting.KIDNEY, fitting.LIVER)
        rows = [r for r in rows if r[1].action is not DirectiveAction.DOSE or any(o.search(r[1].text) for o in organ)]
    rows = [r for r in rows if r[1].span not in higher_limits(context)]
    asks_dose = context.question.intent is Intent.DOSING

    def place(row: Row) -> tuple[bool, int, bool]:
        later = asks_dose and row[1].action not in (DirectiveAction.CONTRAINDICATED, DirectiveAction.DOSE)
        return later, order.index(row[1].action), _HARMS.search(row[1].text) is None

    return tuple(sorted(rows, key=place))


def _higher_limits(rows: Sequence[Row]) -> frozenset[Span]:
    """Where the limits that a label sets by age and by kidneys both hold, those that are not the lowest: who may have
    200 mg may not have 300. An amount that is told with its limit stays."""
    lowest: dict[str, float] = {}
    held = [(a.record.id, d, most) for a, d in rows if (most := limits.lowest(d.text)) and _by_people(d)]
    for label, _, most in held:
        lowest[label] = min(most, lowest.get(label, most))
    return frozenset(d.span for label, d, most in held if most > lowest[label] and limits.alone(d.text))


def _by_people(item: Directive) -> bool:
    """Whether an amount of a day is fitted to age, kidneys and the like alone, and to no illness."""
    return item.action is DirectiveAction.DOSE and uses.fitted_alone(item) and not limits.PER.search(item.text)


@once
def higher_limits(context: Context) -> frozenset[Span]:
    """The limits of labels that hold for such a patient and beside which a lower one holds as well."""
    every = [row for row in _fitting(context) if not uses.for_another_use(row[1], context)]
    sure = [r for r in every if fitting.certain(r[1].text, context.question.patient)]
    return _higher_limits(sure)


def outdone(item: Directive, context: Context) -> bool:
    """Whether an amount is for kidneys of which the same label says that they bar the medicine altogether, or that it
    is not begun in them and the amount names neither such kidneys nor those who take it already."""
    patient = context.question.patient
    if item.action is not DirectiveAction.DOSE or not bars.names_organ(item, patient):
        return False
    if fitting.filtration(patient.kidney) is None or not fitting.KIDNEY.search(item.text):
        return False  # how poor they are is not known
    held = [one for _, one in barred(context) if one.drug == item.drug and bars.names_organ(one, patient)]
    unbounded = fitting.limit_of(item.text) is None and not _GOES_ON.search(item.text)
    return any(not _BEGINS.search(one.text) or (unbounded and _STARTED.search(one.text)) for one in held)


_STARTED: Final = expression(r"\b(?:start|initiat|begin)", re.IGNORECASE)
_GOES_ON: Final = expression(r"\b(?:continu|already|during|while)", re.IGNORECASE)
_BEGINS: Final = expression(r"\b(?:start|initiat|begin|glucose control)", re.IGNORECASE)
"""What is not begun, or not for one use, may go on or be given for another."""


def dialysed(rows: list[Row], context: Context) -> list[Row]:
    """For a patient on dialysis of the amounts of a label those that name it, where one for this use does."""
    patient = context.question.patient
    if not _DIALYSIS.search(patient.kidney):
        return rows
    amounts = (row for row in rows if row[1].action is DirectiveAction.DOSE and fitting.speaks_of(row[1].text, patient))
    named = [row for row in amounts if _DIALYSIS.search(_WITHOUT.sub(" ", row[1].text))]
    own = [row for row in named if not uses.for_another_use(row[1], context)]
    labels = {appraisal.record.id for appraisal, _ in own}
    dose = DirectiveAction.DOSE
    kept = (*own, *(r for r in rows if r[1].action is not dose or bars.of_its_takers(r[1])))
    return [r for r in rows if r in kept or r[0].record.id not in labels]


_DIALYSIS: Final = expression(r"dialysis", re.IGNORECASE)
_WITHOUT: Final = expression(r"\b(?:without|not (?:yet )?on|no) (?:ha?emo)?dialysis", re.IGNORECASE)


def _beside_replaced(item: Directive, context: Context, gone: frozenset[str]) -> bool:
    """Whether an interaction is with nothing that is taken but what is to be replaced."""
    kept = tuple(drug for drug in but_asked(context).drugs if drug.lower() not in gone)
    patient = msgspec.structs.replace(context.question.patient, drugs=kept)
    of_it = item.action is DirectiveAction.INTERACTION and item.drug.lower() in gone
    return of_it or (item.action is DirectiveAction.INTERACTION and not fitting.takes(item.text, patient))


def _surely_of_age(item: Directive, context: Context) -> bool:
    text = f"{item.population} {item.text}"
    return not fitting.YOUNG.search(text) or fitting.certain(text, context.question.patient)


_HARMS: Final = expression(
    r"\b(?:bleed\w*|ha?emorrhag\w*|fatal|death|severe|serious|life-threatening|toxic\w*|contra-?indicated|avoid\w*)\b",
    re.IGNORECASE,
)
"""Words of what may happen, which stand before advice to ask somebody."""


@once
def to_come(context: Context) -> list[Row]:
    """What keeps a treatment from people further on in a pregnancy than the patient, the limit that comes first."""
    patient = context.question.patient
    rows = [
        (appraisal, item)
        for appraisal, item in _about(context)
        if fitting.later_in_pregnancy(item.text, patient) and item.action in (*bars.SURELY, *bars.MAY_FORBID)
    ]

    def order(row: Row) -> tuple[bool, float]:
        return not (row[1].action in bars.SURELY or bars.FORBIDS.search(row[1].text)), fitting.begins_in(row[1].text)

    return sorted(rows, key=order)[:1]


def _had(illness: str, context: Context) -> bool:
    """Whether a question of harm tells an illness as one that is there: `is it ok with long QT`."""
    there = rf"(?i)\b(?:in|with|has|have|had) (?:[\w-]+ ){{0,2}}?{re.escape(illness)}"
    return context.question.intent is Intent.HARM and re.search(there, context.question.read) is not None


@once
def _fitting(context: Context) -> tuple[Row, ...]:
    """Directives on the drugs asked about whose words speak of this patient."""
    return tuple(_suited(context))


def _suited(context: Context) -> Iterator[Row]:
    patient = but_asked(context)
    illnesses = tuple((c.label, *c.synonyms) for c in _had_by_people(context))
    states = tuple((name,) for name in measured.states(patient.values))
    illnesses += (*((name,) for name in patient.conditions), *states)
    illnesses += tuple((c.label, *c.synonyms) for c in _outcomes_had(context))
    seen: set[str] = set()
    for appraisal, whole in _about(context):
        item = bars.without_aim(whole)
        if replacing.tells_how(item.text) or other_uses.advised_in_others(item, context):
            continue
        text = item.text if item.action is not DirectiveAction.SPECIAL_POPULATION else f"{item.population}: {item.text}"
        if item.action is DirectiveAction.DOSE and item.population:
            text = f"{item.population}: {item.text}"
        text = bars.own_part(text, context)
        named = illnesses if item.action in _WITH_ILLNESS else ()
        if measured.of_another_cause(text):
            named = tuple(names for names in named if names not in states)
        # What a label treats bars nobody: a limit that names it (`hemiplegic migraine`) is on a kind of it.
        if item.action in _OF_KINDS and appraisal.record.kind is RecordKind.LABEL:
            named = tuple(n for n in named if not _treats(appraisal, n) or beside.state_told(text, n[0], context))
        if item.action is DirectiveAction.INTERACTION and not (
            fitting.takes(text, patient) or other_takers.of_taken(item, context)
        ):
            continue
        suits = (
            other_takers.of_taken(item, context)
            or fitting.speaks_of(text, patient, named)
            or in_words.is_named(item, context)
            or (bars.of_its_takers(item) and bars.names_organ(item, patient))
            or (item.action in bars.SURELY and (bars.bleeds_now(text, context) or habits.told(text, context)))
            or bars.of_the_unborn(item, patient)
            or (item.action in beside.LIMITS and beside.in_such(item.text, context))
            or (item.action in bars.SURELY and fitting.certain(text, patient) and bars.of_kind_taken(item, context))
        )
        if suits and text.lower() not in seen and not other_uses.in_others(text, context):
            seen.add(text.lower())
            yield appraisal, whole


def _had_by_people(context: Context) -> list[Concept]:
    """The illnesses of the people asked about, without one that the medicine may bring."""
    return [c for c in context.question.having(Role.POPULATION) if not beside.feared(c, context)]


def _outcomes_had(context: Context) -> list[Concept]:
    found = (c for c in context.question.having(Role.OUTCOME) if _had(c.text, context))
    return [c for c in found if not beside.feared(c, context)]


def _treats(label: Appraisal, names: tuple[str, ...]) -> bool:
    """Whether a label is for an illness: what it says of that holds of everybody who gets it."""
    meant = [words.stems(d.text) for d in label.directives if d.action is DirectiveAction.INDICATED]
    return any((own := words.stems(name)) and own <= said for name in names for said in meant)


def treatments(context: Context) -> tuple[str, ...]:
    """The treatments asked about, without drugs that are only said to be taken."""
    taken = {d.lower() for d in context.question.patient.drugs}
    return tuple(d for d in context.drugs if d not in taken) or context.drugs


def concerned(item: Directive, context: Context) -> bool:
    """Whether a dose is for the patient asked about: those of other special people are not, nor an adult's for a child.

    Every dose concerns a patient of whom nothing is told that decides on doses.
    """
    patient = context.question.patient
    years = fitting.age(patient)
    child = whom.is_child(patient)
    if whom.for_adults(item, patient):
        return False
    text = item.text if fitting.special(item.text) else f"{item.population}: {item.text}"
    text = text if child else fitting.GROWN_TOO.sub("adults", text)
    text = sexes.NOT_PREGNANT.sub(" ", text)
    if fitting.of_another_weight(text, patient) or fitting.goes_without(item.text, but_asked(context)):
        return False
    if not fitting.special(text):
        # An amount for nobody in particular is for grown-ups, but where it names the years from which it holds.
        if child and (limit := ages.limits(item.text)) is not None and years is not None:
            return years.meets(limit)
        return not child or "/kg" in text or not doses.read(text)
    if patient.creatinine and criteria.CREATININE.search(text):
        return fitting.speaks_of(text, patient)
    told = bool(patient.pregnancy or patient.breastfeeding or patient.kidney or patient.liver or years)
    return not told or fitting.speaks_of(text, patient) or _of_untold_kidneys(text, patient)


def of_some_alone(item: Directive, context: Context) -> bool:
    """Whether a dose is for special people alone, or for those who take another medicine that is not told; one for
    healthy kidneys is for most."""
    text = fitting.GROWN_TOO.sub("adults", sexes.NOT_PREGNANT.sub(" ", f"{item.population}: {item.text}"))
    healthy = fitting.KIDNEY.search(text) and fitting.of_healthy_kidneys(text)
    return (fitting.special(text) and not healthy) or other_takers.with_another(item.text, context)


def _of_untold_kidneys(text: str, patient: Patient) -> bool:
    """Whether a dose is for kidneys alone, of which the question tells nothing: that for healthy ones concerns
    everybody, that for failing ones the old."""
    if patient.kidney or not fitting.KIDNEY.search(text):
        return False
    others = (sort for sort in fitting.SPECIAL if sort is not fitting.KIDNEY)
    years = fitting.age(patient)
    old = years is not None and years.low >= OLD_YEARS
    return not any(sort.search(text) for sort in others) and (old or fitting.of_healthy_kidneys(text))


OLD_YEARS: Final = 65.0
"""From here on kidneys are rarely so good that a dose for failing ones is of no concern."""


def dosed(context: Context) -> bool:
    """Whether a label tells a dose for such a patient, so that the usual dose is none to begin with."""
    doses_ = (item for _, item in told(context) if item.action is DirectiveAction.DOSE)
    return any(not _RELATIVE.search(item.text) for item in doses_)


_RELATIVE: Final = expression(
    r"\b(?:reduc\w+|lower\w*|halv\w+|increas\w+|rais\w+)\b[^.;]{0,25}(?:\bby \d+ ?%|\bby half\b)"
    r"|\bshould be (?:halved|lower(?:ed)?|reduced)\b|\bneed not be (?:changed|adjusted|lowered|reduced)\b"
    r"|\bno (?:dose|dosage) (?:change|adjustment)|\bhalf the usual dose\b|\bthe low end of the dose\b",
    re.IGNORECASE,
)
"""A part of the usual dose, or that very dose, which has to be told beside it."""


def but_asked(context: Context) -> Patient:
    """The patient without the drugs asked about among those taken."""
    patient = context.question.patient
    return msgspec.structs.replace(patient, drugs=tuple(d for d in patient.drugs if d.lower() not in context.drugs))


def _about(context: Context) -> Iterator[Row]:
    """Directives of the labels of the drugs asked about, what those of medicines that are taken say of them, and those
    of guidelines that name one of them."""
    for appraisal in context.labels:
        yield from ((appraisal, item) for item in appraisal.directives)
    held = {appraisal.record.id for appraisal in context.other_labels}
    further = (a for a in context.option_labels if a.record.id not in held and a not in context.labels)
    for appraisal in (*context.other_labels, *further):
        yield from ((appraisal, item) for item in appraisal.directives if other_takers.of_taken(item, context))
    for appraisal in context.guidelines:
        for item in appraisal.directives:
            if (
                item.action is DirectiveAction.NOT_RECOMMENDED
                and (other_takers.barred_by(item, context) & set(context.drugs) or other_takers.of_taken(item, context))
                and not of_a_kind_alone(item.text, context.question)
            ):
                yield appraisal, item
