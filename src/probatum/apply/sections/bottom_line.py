"""Bottom line: what a busy clinician could stop reading at. Size, direction, certainty, and the danger that matters."""

from __future__ import annotations

from probatum.apply.choices import acute_care, cases, guidance, offering, other_choice
from probatum.apply.choices.telling import say_recommended
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing
from probatum.apply.evidence import harm_of_either, named_harm, risk_told
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.labels import already, by_label, by_value, caution, deadly, from_dose, kin, watching
from probatum.apply.patient import for_patient, standings, told_before
from probatum.apply.quoted import aiming, by_part, covering
from probatum.apply.replies import polar
from probatum.apply.room import WORDS, Room, rooms
from probatum.apply.sections import (
    adverse_effects,
    alarmed,
    at_noted,
    at_once,
    by_kind,
    effects_told,
    found_line,
    narrow_questions,
    opening_line,
    put_first,
    unanswered,
)
from probatum.apply.sections.opening_line import Opening
from probatum.apply.selection import is_proposed
from probatum.apply.together import limits_apart, pairs, replacing, shared, untold_pairs
from probatum.model import Intent, Section


def compose(context: Context) -> Section:
    """Up to two outcomes with size and certainty, one that showed nothing, and the safety that comes first.

    Under 90 words wherever the least that must be said allows it.
    """
    draft = Draft("bottom_line", "Bottom line")
    for room in rooms(context):
        draft = _drafted(context, room)
        if draft.words < WORDS:
            break
    empty = nothing(context, "studies that answer this question")
    if aiming.asked(context):
        return draft.section(empty)  # the target alone is asked for, and no treatment
    draft.put(cases.led(draft.statements, context))
    at_once.lead(draft, context)
    risk_told.lead(draft, context)
    from_dose.say(draft, context)
    offering.behind_advice(draft)
    at_noted.settle(draft, context)
    return alarmed.quieted(draft.section(empty), context)


def _drafted(context: Context, room: Room) -> Draft:
    draft = Draft("bottom_line", "Bottom line")
    opening_line.say_danger(draft, context)
    # A common harm would make little of what is felt, and a narrow question is answered by its own side alone.
    if alarmed.alone(draft, context) or narrow_questions.say(draft, context, room):
        return draft
    opening = opening_line.say(draft, context, room)
    if opening is None:
        return draft
    before = len(draft)
    groups = _say_whether(draft, context, room, opening)
    told = opening.told + len(draft) - before
    _say_proposed(draft, context)
    _say_of_patient(draft, context, room, opening)
    _say_kind(draft, context, room, opening, told)
    groups = found_line.say(draft, context, room, opening, groups)
    told_before.say(draft, context)
    if other_choice.waits(context):
        other_choice.say(draft, context)
    deadly.say(draft, context)
    if context.drug_like and (groups or context.answering or context.labels):
        caution.say(draft, context, whole=room.whole)
    untold_pairs.say(draft, context)
    kin.say(draft, context)
    told_before.say_silence(draft, context)
    put_first.say(draft, context)
    acute_care.lead(draft, context)
    offering.behind_advice(draft)
    unanswered.lead_unheld(draft, context)
    unanswered.lead_unprevented(draft, context)
    return draft


def _say_whether(draft: Draft, context: Context, room: Room, opening: Opening) -> tuple[OutcomeGroup, ...]:
    """What leads: the advice that decides, the effect where yes or no is asked, the harm that is named; the outcomes
    told."""
    barred = bool(for_patient.barred(context))
    asks = polar.begins(context.question) and not context.asks_time
    # What it does to others stands behind what bars it here.
    whether = opening.weighed and asks and not (opening.settled or opening.aside or barred)
    if not opening.settled:
        covering.say_afterwards(draft, context)
    if not (opening.settled or barred) and guidance.decides(context):
        guidance.say(draft, context, 1)
    groups = effects_told.say(draft, context, room) if whether else ()
    if opening.denied or not named_harm.rows(context):
        if not (opening.settled or groups or barred):
            named_harm.say_unlisted(draft, context)
        harm_of_either.say(draft, context)
        return groups
    if not groups and opening.weighed and context.outcome:
        groups = effects_told.say(draft, context, room)
    if not groups:
        named_harm.say_counted(draft, context, adverse_effects.compose(context).statements)
    named_harm.say(draft, context)
    harm_of_either.say(draft, context)
    return groups


def _say_proposed(draft: Draft, context: Context) -> None:
    """What a guideline wants given stands before the one that was chosen here."""
    if is_proposed(context.question):
        say_recommended(draft, context, 1)
        offering.barred(draft, context, 2)
        offering.chosen(draft, context)
        offering.beside(draft, context)


def _say_of_patient(draft: Draft, context: Context, room: Room, opening: Opening) -> None:
    """What bars: what is said of such patients, of what is taken, and of another choice; then what a label says."""
    barred = bool(for_patient.barred(context))
    worried = guidance.worried(context) and guidance.say(draft, context, 1)  # of the very worry that is asked about
    standings.say(draft, context, room.patient, grave=room.grave)
    if barred:
        limits_apart.say(draft, context)
        already.say(draft, context)
    else:
        pairs.say_brought(draft, context)
    if opening.stopped:
        by_value.say(draft, context)
    already.say_new(draft, context)
    kin.say_fellows(draft, context)
    other_choice.say_left(draft, context)
    if not other_choice.waits(context):
        other_choice.say(draft, context)
    if not replacing.replaced(context):  # what both can do together is no matter where one makes way
        shared.say(draft, context, 1)
    if context.question.intent is Intent.HARM and not worried:
        guidance.say(draft, context, 1)
    if opening.labelled:
        by_label.say(draft, context, short=not room.doses)


def _say_kind(draft: Draft, context: Context, room: Room, opening: Opening, told: int) -> None:
    """The doses or harms that are asked about, where there is room for them or nothing was `told` since."""
    asks_dose = context.question.intent is Intent.DOSING
    dosed = asks_dose and (
        for_patient.dosed(context)
        or opening.childs  # how adults take it is no dose for a child
        or any(part.doses for part, _ in by_part.answers(context))  # the dose asked for is that of what is taken
    )
    if dosed and not (opening.denied or opening.over_with):  # the dose was told with what is said of such a patient
        watching.say(draft, context)
        return
    if opening.denied or dosed or opening.over_with or not (room.kind or asks_dose or len(draft) == told):
        return
    by_kind.say(draft, context, 2 if room.doses else 1, warned=2 if room.doses else int(room.course))
    if asks_dose and not watching.alone(context):
        watching.say(draft, context)
