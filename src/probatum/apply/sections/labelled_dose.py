"""Labelled dose: the dose of a label with which a path starts, the doses of others who may be meant, and what follows
it."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import same_way, starting
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import criteria, for_patient, illness_names, illnesses, standings, uses
from probatum.apply.sections import alike, dose_beside, dose_rows, undosed_organ
from probatum.apply.sections.excluding import Row, said, spans, treats_what_is_prevented
from probatum.model import Directive, Kind, Patient
from probatum.text import ages, doses
from probatum.text.expressions import caseless, expression

MOST_OTHER: Final = 2
"""Doses for other people that stand as branches."""


def first_dose(context: Context) -> Row | None:
    """The dose of a label with which the path starts; None where it starts with that of a study."""
    rows = suited(context)
    return min(rows, key=lambda row: _how_far(row[1], context)) if rows else None


@once
def suited(context: Context) -> list[Row]:
    """Doses of labels for this use; of a class those of its members, each in its own name."""
    every = dose_rows.label_doses(context)
    own = {id(item) for _, item in for_patient.told(context)}
    meant_by = same_way.for_first(context.labels, context)
    every = [row for row in every if row[0] in meant_by]
    wide = not context.use or bool(context.wider_use)
    apart = [row for row in every if row not in uses.suited(every, context)]
    rows = [row for row in every if row not in apart or uses.for_another_use(row[1], context)]
    found = [(a, d) for a, d in rows if wide or any(context.indicated_for_this(i) for i in a.directives)]
    found = [
        (a, d)
        for a, d in found
        if doses.read(d.text) and (not uses.for_another_use(d, context) or (id(d) in own and _wide(d)))
    ]
    found = [(a, d) for a, d in found if not treats_what_is_prevented(d.text, context)]
    patient = context.question.patient
    found = [(a, d) for a, d in found if not _IS_NONE.search(d.text) and not _of_children(d.text, patient)]
    found = [(a, d) for a, d in found if not _of_the_naive(d.text, context)]
    meant = uses.of_the_illness(found, context)
    told_for = {a.record.id for a, _ in meant}  # the amount for somebody of that age is that for each use of the label
    found = [row for row in found if row in meant or (id(row[1]) in own and row[0].record.id in told_for)]
    if choices(context.question):  # of the one that is started, and of no other
        found = [(a, d) for a, d in found if d.drug.lower() == starting.drug(context).lower()]
    return found


def _wide(item: Directive) -> bool:
    """Whether a dose names no illness but such as is a word for all of a kind: `in severe infections`."""
    ill = [m.term for m in vocabulary.load().find(item.text) if m.term.semantic == "condition"]
    return all(t.label.lower() in illnesses.TOO_WIDE for t in ill)


def say(steps: Steps, context: Context, rows: list[Row]) -> None:
    """The dose to begin with; behind it, as branches, the doses of people of whom the question leaves it open whether
    the patient is one of them, then how it is changed later."""
    if alike.say(steps, context, rows):
        return
    first = min(rows, key=lambda row: _how_far(row[1], context))
    if dose_beside.told(steps, first, context):
        _how_given(steps, context, first)
        return
    listed = criteria.judged(first[1].text, fitting.told(context.question.patient))
    sure = listed is not None and bool(listed.fits)
    lowered = [row for row in standings.lowered(context) if row[0] is first[0]]
    _say_first(steps, context, first, lowered, sure=sure)
    beside = [row for row in rows if row[0] is first[0] and row is not first]
    others = [row for row in beside if _open(row[1], first[1], context)]
    others = [] if sure else [row for row in others if not _as_much(row[1], first[1])]
    _say_others(steps, first, others)
    # How fast a lowered dose is raised is told with it; what others are raised to is none for who needs less.
    later = [] if lowered else _later(context, first, [row for row in beside if row not in others])
    if later and not _GOES_ON.search(first[1].text):
        lead = "At most" if _TOP.match(later[0][1].text) else "Later"
        steps.step(f"{lead}: {said(later[:1])}", Kind.DIRECTIVE, spans(later[:1]))
    _how_given(steps, context, first)


def _say_first(steps: Steps, context: Context, first: Row, lowered: list[Row], *, sure: bool) -> None:
    """The dose to begin with, behind what lowers it for this patient; `sure` where it is known to be this patient's."""
    lead = "Choose one with a label for this use; its dose" if context.by_members else "Dose as on the label for it"
    lead = "Dose as on the label for such a patient" if sure else lead
    if lowered:
        steps.step(f"Dose for such a patient: {said(lowered)}", Kind.DIRECTIVE, spans(lowered))
        lead = "The usual dose on the label, which for such a patient is lowered"
    lead = dose_beside.led(lead, first, context)
    if missing := undosed_organ.silent(context):
        steps.step(f"{wording.upper(missing)}: ask a pharmacist or a specialist before it is given", Kind.NAVIGATION)
        lead = "The usual dose on the label, which may be too much for such a patient"
    opens = _opening_dose(first, context)
    steps.step(f"{lead}: {said([*opens, first])}", Kind.DIRECTIVE, spans([*opens, first]))


def _say_others(steps: Steps, first: Row, others: list[Row]) -> None:
    """The doses of those of whom the patient may be one, as branches."""
    for letter, row in zip("abc", others[:MOST_OTHER], strict=False):
        other = said([row])
        opening = illness_names.opening(first[1].text)
        other = other.replace(f"{other[:3]}{opening}, ", "", 1) if opening and other[3:].startswith(opening) else other
        steps.branch(letter, f"Another dose applies: {other}; then go on", Kind.DIRECTIVE, spans([row]))
    if others:
        steps.branch("abc"[len(others[:MOST_OTHER])], "Otherwise: this dose, and go on")


def _later(context: Context, first: Row, rows: list[Row]) -> list[Row]:
    """Of the other doses of the same label those that the first is changed to later, in this patient."""
    patient = context.question.patient
    later = [
        r
        for r in rows
        if _GOES_ON.search(r[1].text)
        and (not fitting.special(r[1].text) or fitting.speaks_of(r[1].text, patient))
        and not _COUNTED.search(r[1].text)
        and not _beside_a_drug(r[1].text, patient)
    ]
    return [r for r in later if _opening(r[1].text) in ("", _opening(first[1].text))]


def _as_much(item: Directive, first: Directive) -> bool:
    """Whether a dose is the very amount that is begun with: another step has to change it."""
    keys = {dose.key for dose in doses.read(item.text)}
    return bool(keys) and keys <= {dose.key for dose in doses.read(first.text)}


def _opening_dose(first: Row, context: Context) -> list[Row]:
    """The dose of the first weeks, where the one chosen is that of later ones: who is told of week 5 has to be told of
    weeks 1 to 4."""
    rows = [row for row in dose_rows.label_doses(context) if row[0] is first[0]]
    begun = [row for row in rows if row[1] in uses.starts(rows) and row is not first]
    return begun[:1] if _WEEKS.search(first[1].text) and not BEGINS.search(first[1].text) else []


_WEEKS: Final = caseless(r"\bweeks? (?:[2-9]|[1-9]\d)\b")


def _opening(text: str) -> str:
    """For what a dose is, where it says so first: `in bacterial vaginosis`; empty where it does not."""
    found = _FOR_WHAT.match(text)
    return found[0].casefold() if found else ""


_FOR_WHAT: Final = caseless(r"(?:in|for|to treat|to prevent) [^.;,]{3,80}(?=,)")
_MISSED: Final = caseless(r"\bmissed\b|\bforgotten\b")


def _how_given(steps: Steps, context: Context, first: Row) -> None:
    """How it is taken, where the label says that apart from the dose."""
    rows = [
        (a, d)
        for a, d in dose_rows.label_doses(context)
        if a is first[0] and not doses.read(d.text) and not _MISSED.search(d.text)
    ]
    rows = [r for r in rows if not fitting.special(r[1].text) and not uses.for_another_use(r[1], context)][:1]
    if rows:
        steps.step(f"Give it so: {said(rows)}", Kind.DIRECTIVE, spans(rows))


_COUNTED: Final = caseless(r"\bat least (?:\d|one|two|three) of\b")
"""A dose for those of whom several things hold together."""


def _open(item: Directive, first: Directive, context: Context) -> bool:
    """Whether a dose is for some of the people, and the patient may be one of them."""
    text, patient = item.text, context.question.patient
    if _COUNTED.search(text):
        return True
    if not fitting.special(text) or _RATHER_NOT.search(text) or fitting.of_children_alone(text, patient):
        return False
    young = fitting.YOUNG.search(text) or fitting.PREGNANT.search(text)
    told = bool(patient.kidney) if fitting.KIDNEY.search(text) else bool(patient.liver)
    return not young and not told and not fitting.speaks_of(first.text, patient)


_TOP: Final = expression(r"(?:the )?(?:maximum|highest)\b", re.IGNORECASE)
"""A dose that is not to be passed, and none to begin with."""
BEGINS: Final = expression(r"\b(?:start(?:s|ing|ed)?|initial(?:ly)?|beg[iau]n(?:s|ning)?)\b", re.IGNORECASE)
_GOES_ON: Final = expression(
    r"\b(?:target|maintenance|maximum|raised|increased|weeks? (?:[2-9]|[1-9]\d))\b", re.IGNORECASE
)
_RATHER_NOT: Final = expression(
    r"\bnot (?:be )?(?:recommended|started|used|given)\b|\b(?:seldom|rarely)\b", re.IGNORECASE
)


def _how_far(item: Directive, context: Context) -> tuple[bool, bool, bool, int]:
    """How far a dose is from the one to begin with: those of people whose kidneys or age ask for another, of whom
    several things must hold, and those reached later or not to be passed, come after the first of them all."""
    text, patient = item.text, context.question.patient
    listed = criteria.judged(text, fitting.told(patient))
    if listed is not None and listed.fits:
        return False, False, False, -1  # it is known to hold of this patient
    own = fitting.speaks_of(text, patient) or (not patient.kidney and fitting.of_healthy_kidneys(text))
    others = bool(_RATHER_NOT.search(text)) or (fitting.special(text) and not own) or bool(_COUNTED.search(text))
    others = others or _of_the_young(text, patient) or _beside_a_drug(text, patient)
    later = _FURTHER_ON.search(text) is not None and BEGINS.search(text) is None
    own_part = fitting.of_kidneys(fitting.part_for(text, patient), text)
    theirs = fitting.special(text) and fitting.speaks_of(text, patient) and fitting.certain(own_part, patient)
    return (
        others or later,
        not theirs,
        not BEGINS.search(text),
        2 * bool(_TOP.match(text)) + bool(_GOES_ON.search(text)),
    )


def _of_children(text: str, patient: Patient) -> bool:
    """Whether a dose is for children alone, and the patient is not told to be one."""
    alone = fitting.YOUNG.search(text) and not fitting.GROWN_TOO.search(text) and not fitting.PREGNANT.search(text)
    years = fitting.age(patient)
    grown = _ADULT.search(text) or fitting.OLD.search(text)  # `in older people and adolescents`
    return bool(alone) and not grown and (years is None or years.low >= fitting.CHILD_YEARS)


_ADULT: Final = caseless(r"\badults?\b")
_IS_NONE: Final = caseless(
    r"\b(?:restricted to|is only for) (?:people|patients|those|adults)\b"
    r"|\bemergency care\b|\bcall(?:ed)? (?:for )?(?:an )?ambulance\b"
    r"|\bmissed\b|\ba second treatment\b|\bno (?:additional|further) (?:benefit|effect)\b"
)
"""An amount that is told, and is none to begin with."""
_FURTHER_ON: Final = caseless(r"\b(?:at|in|from) weeks? (?:[2-9]|[1-9]\d)\b|\bmaintenance dose\b")


def _beside_a_drug(text: str, patient: Patient) -> bool:
    """Whether a dose is for those who take another medicine, and the patient is told to take none of them."""
    what = _NAIVE.sub(" ", illness_names.opening(text))
    drugs = any(m.term.semantic == "drug" for m in vocabulary.load().find(what)) if what else False
    return drugs and not fitting.takes(what, patient)


def _of_the_naive(text: str, context: Context) -> bool:
    """Whether a dose is for people who never had a kind of medicine, and one of it is taken or is to make way."""
    found = _NAIVE.search(text)
    if found is None:
        return False
    had = (c.label for c in context.question.concepts if c.semantic == "drug" and c.label.lower() not in context.drugs)
    return bool(fitting.takes(found[0].replace("-", " "), Patient(drugs=(*context.question.patient.drugs, *had))))


_NAIVE: Final = caseless(r"\b[\w-]+[- ]na[i\u00ef]ve\b")
"""Who has never had a medicine takes none of it."""


def _of_the_young(text: str, patient: Patient) -> bool:
    """Whether a dose by weight is for people from some age of childhood on, and the patient is none of the young."""
    told, years = ages.limits(text), fitting.age(patient)
    grown = years is None or years.low >= fitting.CHILD_YEARS
    return grown and told is not None and told.low < fitting.CHILD_YEARS and "/kg" in text
