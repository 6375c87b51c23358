"""Narrow questions: those of one side of a medicine, or of two put together, whose bottom line tells that side alone
and weighs no effect."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.choices import approved
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, quote
from probatum.apply.labels import (
    already,
    asked_of,
    caution,
    counselling,
    ended,
    felt,
    halted,
    level_changed,
    onset,
    other_way,
    pharmacy_sides,
    poisoned,
    repeated,
    result_told,
    switching,
    tested_first,
    warning_signs,
    while_ill,
)
from probatum.apply.labels.ingredients import names_it
from probatum.apply.once import once
from probatum.apply.patient import for_patient, of_such_people, standings
from probatum.apply.quoted import aiming, by_part, calling, lead_passage, quoting, to_the_point, very_page
from probatum.apply.quoted.passages import verb_of
from probatum.apply.replies import danger, unheld
from probatum.apply.room import Room
from probatum.apply.sections import (
    converted,
    effects_told,
    lasting,
    overdosed,
)
from probatum.apply.together import over_limit, pairs
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind
from probatum.text import asking


def say(draft: Draft, context: Context, room: Room) -> bool:
    """The whole bottom line of such a question; False for any other, then nothing was written."""
    if (page := very_page.of(context)) is not None:
        quote(draft, page.appraisal, page.span, verb_of(page))
        return True
    if _of_act(draft, context, room) or approved.say(draft, context):
        return True
    if converted.say(draft, context):
        caution.say(draft, context, whole=room.whole)
        return True
    if aiming.asked(context):
        aiming.say(draft, context)
        return True
    if calling.asked(context):
        calling.say(draft, context)
        return True
    if result_told.asked(context):
        result_told.say(draft, context)
        if context.labels:
            caution.say(draft, context, whole=room.whole)
        return True
    if context.combined:
        _paired(draft, context, room)
    elif poisoned.asked(context):
        overdosed.say_asked(draft, context)
    elif not _of_side(draft, context, room):
        return _say_label_side(draft, context, room) or _of_mechanism(draft, context, room)
    return True


def _of_act(draft: Draft, context: Context, room: Room) -> bool:
    """What is done with a medicine of which no source that is held tells: what holds of the medicine alone."""
    act = unheld.act(context)
    if act:
        draft.add(f"no source that is held tells of {act}: what is told below is of the medicine alone", Kind.ABSENCE)
        standings.say(draft, context, room.patient, grave=True)
        caution.say(draft, context, whole=room.whole)
    return bool(act)


def _of_side(draft: Draft, context: Context, room: Room) -> bool:
    """What is tested first, the signs that warn, what is repeated; for a patient for whom it is not barred."""
    side = next((one for one in (tested_first, warning_signs, repeated) if one.asked(context)), None)
    if side is None or for_patient.barred(context):
        return False
    side.say(draft, context)
    _of_taken(draft, context)
    caution.say(draft, context, whole=room.whole)
    return True


def _of_mechanism(draft: Draft, context: Context, room: Room) -> bool:
    """How a medicine works, where no source tells it."""
    asked = context.question.intent is Intent.MECHANISM and context.drug_like
    lead = lead_passage.lead(context) if asked else None
    if not asked or (lead is not None and to_the_point.tells_how(lead.span.quote)):
        return False
    before = len(draft)
    if not pharmacy_sides.HANDLING.asked.search(context.question.typed):  # that is another how
        who, several = wording.join(list(context.named)), len(context.named) > 1
        if several:  # that the one changes the other is what is asked to be explained, and is told all the same
            rows = _between(context)
            never = [row for row in rows if row[1].action is DirectiveAction.CONTRAINDICATED]
            directives(draft, never, "Contraindicated with each other", "Must not be used together")
            directives(draft, [row for row in rows if row not in never], "With each other", "With each other")
        works = "act on each other" if several and len(draft) > before else "work" if several else "works"
        draft.add(f"no source that is held tells how {who} {works}", Kind.ABSENCE)
    if len(draft) == before + 1 or not draft:
        caution.say(draft, context, whole=room.whole)
    return True


def _between(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels say of all the medicines that are named, with each other."""
    rows = context.directives(DirectiveAction.CONTRAINDICATED, DirectiveAction.INTERACTION)
    named = [name.lower() for name in context.named]
    return [row for row in rows if all(names_it(name, f"{row[1].drug} {row[1].text}".lower()) for name in named)][:2]


@once
def of_label(context: Context) -> bool:
    """Whether a side of a medicine is asked that its label tells, when it is stopped, or how it is ended."""
    sides = (asked_of, halted, ended, onset, counselling)
    if unheld.act(context) or any(one.asked(context) for one in (switching, while_ill, other_way)):
        return False  # each is answered whole by itself
    return any(one.alone(context) for one in sides)


def _of_taken(draft: Draft, context: Context) -> None:
    """What it does with what is taken, which is not passed over for the one thing that is asked."""
    if context.question.patient.drugs and not for_patient.barred(context):
        standings.say(draft, context, 2, grave=True)
        already.say_new(draft, context)


def _say_label_side(draft: Draft, context: Context, room: Room) -> bool:
    """A side of a medicine that its label tells, behind what bars the medicine for this patient; or whether it is
    stopped at what is told, or how it is ended."""
    if not of_label(context):
        return False
    warned = danger.pointed(danger.named(context.question))
    easy = danger.pointed(danger.named_plainly(context.question))
    if asked_of.alone(context):
        if for_patient.barred(context):
            standings.say(draft, context, room.patient, grave=True)
        asked_of.say(draft, context)
        draft.put(of_such_people.led(draft, context))
    elif halted.alone(context):
        halted.say(draft, context)
    elif counselling.alone(context):
        if for_patient.barred(context):
            standings.say(draft, context, room.patient, grave=True)
        counselling.say(draft, context)
    elif onset.alone(context):
        if for_patient.barred(context):
            standings.say(draft, context, room.patient, grave=True)
        onset.say(draft, context)
    else:
        if warned and context.reader.plain:
            draft.add(warned, Kind.NAVIGATION, plain=easy)
        ended.say(draft, context)
    _of_taken(draft, context)
    caution.say(draft, context, whole=room.whole)
    if warned:  # when it is stopped is what is asked: that nobody does so alone is last
        draft.add(warned, Kind.NAVIGATION, plain=easy)
    return True


def _paired(draft: Draft, context: Context, room: Room) -> None:
    """Of medicines that are put together: what labels say of the two, what to check, what was studied of both."""
    over_limit.say(draft, context, short=True)
    pairs.say(draft, context)
    felt.say(draft, context)
    # What bars one of them; doses of one alone are not asked, but what each does to a child or poor organs is.
    patient = context.question.patient
    organs = bool(patient.kidney or patient.liver)
    standings.say(draft, context, 2 if patient.breastfeeding or patient.pregnancy or organs else 0)
    level_changed.say(draft, context)
    told = effects_told.say(draft, context, room) if context.groups else ()
    if not told and context.answering and room.guidance:
        quoting.conclude(draft, context, reasons=room.reasons)
    if len(asking.clauses(context.question.read)) > 1:
        by_part.say(draft, context)
    lasting.say(draft, context)
