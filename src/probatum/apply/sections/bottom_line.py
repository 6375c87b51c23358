"""Bottom line: what a busy clinician could stop reading at. Size, direction, certainty, and the danger that matters."""

from __future__ import annotations

from typing import Final

from probatum.apply import (
    already,
    apart,
    asked_of,
    asked_way,
    beside_each_other,
    by_age,
    by_allergy,
    by_gene,
    by_label,
    by_part,
    by_score,
    by_value,
    by_want,
    caution,
    counselling,
    course_length,
    covering,
    danger,
    deadly,
    ended,
    ended_with,
    felt,
    for_patient,
    going_on,
    gravest,
    guidance,
    halted,
    harm_order,
    kin,
    lead_passage,
    leave,
    left_out,
    missed,
    named_harm,
    needed,
    noninferior,
    of_stratum,
    of_such_people,
    offering,
    onset,
    other_choice,
    over_limit,
    pairs,
    pharmacy_sides,
    poisoned,
    polar,
    premise,
    quoting,
    repeated,
    replacing,
    shared,
    standings,
    stopping,
    suiting,
    swallowed,
    switching,
    tested_first,
    thin,
    through,
    unheld,
    warning_signs,
    watching,
    wording,
)
from probatum.apply.arms import choices
from probatum.apply.children import undosed
from probatum.apply.choosing import names_outcome
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing
from probatum.apply.options import say_left_out, say_recommended, say_with_taken
from probatum.apply.room import WORDS, Room, rooms
from probatum.apply.sections import (
    adverse_effects,
    alarmed,
    alternatives,
    by_kind,
    effects_told,
    overdosed,
    timing,
)
from probatum.apply.selection import is_open, is_proposed, known, of_illness
from probatum.model import Intent, Kind, Section
from probatum.text import asking
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST_ADVICE = 2


def compose(context: Context) -> Section:
    """Up to two outcomes with size and certainty, one that showed nothing, and the safety that comes first.

    Under 90 words wherever the least that must be said allows it.
    """
    draft = Draft("bottom_line", "Bottom line")
    for room in rooms(context):
        draft = _drafted(context, room)
        if draft.words < WORDS:
            break
    return alarmed.quieted(draft.section(nothing(context, "studies that answer this question")), context)


def _drafted(context: Context, room: Room) -> Draft:
    draft = Draft("bottom_line", "Bottom line")
    first, urgent = danger.named(context.question), danger.valued(context.question, short=True)
    if urgent:  # what was measured is a danger by itself, whatever is asked
        draft.add(urgent, Kind.NAVIGATION, plain=danger.valued_plainly(context.question))
    act = unheld.act(context)
    of_label = not act and any(one.alone(context) for one in (asked_of, halted, ended, onset, counselling))
    if first and not of_label:
        easy = danger.pointed(danger.named_plainly(context.question))
        draft.add(danger.pointed(first), Kind.NAVIGATION, plain=easy)
    if alarmed.alone(draft, context):
        return draft  # a common harm would make little of what is felt
    if act:
        draft.add(f"no source that is held tells of {act}: what is told below is of the medicine alone", Kind.ABSENCE)
        standings.say(draft, context, room.patient, grave=True)
        caution.say(draft, context, whole=room.whole)
        return draft
    if context.combined:
        return _paired(draft, context, room)
    if poisoned.asked(context):
        return overdosed.say_asked(draft, context)
    side = next((one for one in (tested_first, warning_signs, repeated) if one.asked(context)), None)
    if side is not None and not for_patient.barred(context):
        side.say(draft, context)
        _of_taken(draft, context)
        caution.say(draft, context, whole=room.whole)
        return draft
    if of_label:
        return _of_label(draft, context, room)
    if context.question.intent is Intent.MECHANISM and context.drug_like and lead_passage.lead(context) is None:
        if not pharmacy_sides.HANDLING.asked.search(context.question.typed):  # that is another how
            who = wording.join(list(context.named))
            draft.add(f"no source that is held tells how {who} works", Kind.ABSENCE)
        caution.say(draft, context, whole=room.whole)
        return draft
    barred = bool(for_patient.barred(context))  # what bars it stands before what is said of another that is taken
    of_taken_first = 0 if barred else already.say(draft, context)
    dose_held = not undosed.say(draft, context)
    may = leave.say(draft, context)
    if may and leave.alone(context):
        return _permitted(draft, context, room)
    opened = int(bool(urgent)) + of_taken_first + int(not dose_held)
    opened += int(bool(first) or left_out.say(draft, context))
    if unheld.treatment(context):
        _nearest(draft, context)  # what guidelines say of others would be taken for an answer on it
        return draft
    if switching.say(draft, context):
        already.say_new(draft, context)
        caution.say(draft, context, whole=room.whole)
        return draft
    if swallowed.say(draft, context):
        caution.say(draft, context, whole=room.whole)
        return draft
    if timing.say_beyond(draft, context):
        caution.say(draft, context, whole=room.whole)
        return draft
    opened += swallowed.say_how_often(draft, context) or going_on.say(draft, context)
    stopped = standings.stopped(context)  # that it is stopped stands before the risk that the value is
    opened += overdosed.say_at_value(draft, context)
    opened += by_gene.say(draft, context) + (0 if stopped else by_value.say(draft, context))
    opened += by_allergy.say(draft, context)
    free = by_allergy.say_of_class(draft, context)
    opened += free
    over = over_limit.say(draft, context)
    opened = opened + over
    premise.say(draft, context)
    if not over and len(draft) == opened and not for_patient.barred(context):
        by_label.say_another(draft, context)
    denied = len(draft) > opened or standings.ruled_out(context)
    told = len(draft)
    if len(beside_each_other.asked(context)) > 1:
        beside_each_other.say(draft, context)
    weighed = context.treatable or known(context.question)
    if context.ends and by_kind.of_a_child(context):  # what it does to the child decides whether it is ended
        standings.say(draft, context, room.patient, grave=room.grave)
    still = stopping.weighed(context)  # whether it still does anything stands before how it is ended
    over_with = missed.say(draft, context) or (not still and stopping.say(draft, context))
    over_with = over_with or (watching.alone(context) and watching.say(draft, context))
    labelled = not denied and not over_with and by_label.due(context)
    aside = bool(urgent) and not context.use  # what it does for others is nothing to somebody in danger
    out = denied or aside or barred  # what it does to others stands behind what bars it here
    whether = (
        weighed and not out and polar.begins(context.question) and not context.asks_time and not (labelled or over_with)
    )
    before = len(draft)
    if not (denied or over_with or labelled):
        covering.say_afterwards(draft, context)
    if not (denied or over_with or labelled or for_patient.barred(context)) and guidance.decides(context):
        guidance.say(draft, context, 1)
    told_groups = effects_told.say(draft, context, room) if whether else ()
    if not denied and named_harm.rows(context):
        told_groups = told_groups or (effects_told.say(draft, context, room) if weighed and context.outcome else ())
        if not told_groups:
            named_harm.say_counted(draft, context, adverse_effects.compose(context).statements)
        named_harm.say(draft, context)
    told += len(draft) - before
    if is_proposed(context.question):
        say_recommended(draft, context, 1)  # what a guideline wants given stands before the one that was chosen here
        offering.barred(draft, context, 2)
        offering.chosen(draft, context)
        offering.beside(draft, context)
    worried = guidance.worried(context) and guidance.say(draft, context, 1)  # of the very worry that is asked about
    standings.say(draft, context, room.patient, grave=room.grave)
    if not barred:
        pairs.say_brought(draft, context)
    if barred:
        already.say(draft, context)
    if stopped:
        by_value.say(draft, context)
    already.say_new(draft, context)
    kin.say_fellows(draft, context)
    other_choice.say_left(draft, context)
    other_choice.say(draft, context)
    if not replacing.replaced(context):  # what both can do together is no matter where one makes way
        shared.say(draft, context, 1)
    if context.question.intent is Intent.HARM and not worried:
        guidance.say(draft, context, 1)
    if labelled:
        by_label.say(draft, context, short=not room.doses)
    dosed = context.question.intent is Intent.DOSING and for_patient.dosed(context)
    asks_dose = context.question.intent is Intent.DOSING
    childs = asks_dose and not dose_held  # no dose for such a child is held
    of_taken = any(part.doses for part, _ in by_part.answers(context))  # the dose asked for is that of what is taken
    dosed = dosed or (context.question.intent is Intent.DOSING and of_taken)
    dosed = dosed or childs  # how adults take it is no dose for a child
    if not denied and not dosed and not over_with and (room.kind or asks_dose or len(draft) == told):
        by_kind.say(draft, context, 2 if room.doses else 1, warned=2 if room.doses else int(room.course))
        if asks_dose and not watching.alone(context):
            watching.say(draft, context)
    beside = bool(context.question.patient.drugs) and not (over_with or denied) and _lasting(draft, context)
    in_time = beside or (context.asks_time and not over_with and quoting.timed(draft, context))
    if not told_groups:
        # What one of two does is no answer where this patient may not have it: what holds of the other is.
        gone = bool(stopped) or aside or (standings.ruled_out(context) and choices(context.question))
        told_groups = effects_told.say(draft, context, room) if weighed and not (in_time or over_with or gone) else ()
    if is_open(context.question):
        _options(draft, context, room.options)
    elif (
        context.asks_dose
        and not told_groups
        and len(draft) == opened
        and (childs or not quoting.conclude(draft, context))  # what it did in adults is no dose
    ):
        who = f" in {context.population}" if context.population else ""
        if not over and not childs:  # a dose above a limit was told with the limit, which is a dose
            draft.add(f"no included study or label gives a dose of {wording.join(context.named)}{who}", Kind.ABSENCE)
    elif (
        not told_groups
        and (context.answering or context.guidelines)
        and not (denied or over_with or aside or childs or _told(draft, context, opened))
    ):
        _quoted(draft, context, room)
    elif told_groups:
        if room.course:
            effects_told.say_course(draft, context, told_groups, figured=room.figures > 1)
        if room.guidance:
            guidance.say(draft, context, 1)
    if still and not over_with and not for_patient.barred(context):
        stopping.say(draft, context)
    by_age.say(draft, context)
    if len(draft) > opened:
        asked_way.say(draft, context)
    if told_groups:
        noninferior.say(draft, context, told_groups)
        watching.say(draft, context)
        pairs.say_apart(draft, context, told_groups)
        gravest.say(draft, context, told_groups, stops=room.stops)
    if len(draft) == opened and not over and not childs:
        if context.question.danger == "emergency" or not alarmed.say(draft, context):
            say_recommended(draft, context, 2)
        if len(draft) == opened and context.question.patient.drugs:  # a class is asked for, and what it may not meet
            say_with_taken(draft, context, [m for name in context.named for m in members(name)])
        if len(draft) == opened:
            _nearest(draft, context)
        say_left_out(draft, context)
    deadly.say(draft, context)
    if context.drug_like and (told_groups or context.answering or context.labels):
        caution.say(draft, context, whole=room.whole)
    pairs.say_untold(draft, context)
    kin.say(draft, context)
    if not by_label.of_another(context):  # what a label says besides is no answer to whether it helps in another use
        leads = by_want.say(draft, context)
        draft.put(by_want.led(draft.statements, leads, context))
    sided = asked_of.add(draft, context) if draft else ()
    parts = by_part.say(draft, context) if not missed.asks(context.question.read) else ()
    draft.put(by_part.led(draft.statements, (*sided, *parts), context))
    draft.put(by_score.led(draft, context))
    draft.put(by_age.led(draft))
    draft.put(named_harm.led(draft.statements, context))
    draft.put(deadly.led(draft.statements, context))
    draft.put(of_stratum.led(draft, context))
    draft.put(of_such_people.led(draft, context))
    draft.put(ended_with.led(draft, context))
    draft.put(needed.led(draft, context))
    draft.put(suiting.beside(draft.statements, context, draft.id))
    by_allergy.say_choice(draft, context)
    through.lead(draft, context)
    course_length.say(draft, context)
    return draft


def _of_taken(draft: Draft, context: Context) -> None:
    """What it does with what is taken, which is not passed over for the one thing that is asked."""
    if context.question.patient.drugs and not for_patient.barred(context):
        standings.say(draft, context, 2, grave=True)
        already.say_new(draft, context)


def _of_label(draft: Draft, context: Context, room: Room) -> Draft:
    """A side of a medicine that its label tells, behind what bars the medicine for this patient; or whether it is
    stopped at what is told, or how it is ended."""
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
    return draft


def _paired(draft: Draft, context: Context, room: Room) -> Draft:
    """Of medicines that are put together: what labels say of the two, what to check, what was studied of both."""
    over_limit.say(draft, context, short=True)
    pairs.say(draft, context)
    felt.say(draft, context)
    # What bars one of them; doses of one alone are not asked, but what each does to a child or poor organs is.
    patient = context.question.patient
    organs = bool(patient.kidney or patient.liver)
    standings.say(draft, context, 2 if patient.breastfeeding or patient.pregnancy or organs else 0)
    pairs.say_checks(draft, context, 1)
    told = effects_told.say(draft, context, room) if context.groups else ()
    if not told and context.answering and room.guidance:
        quoting.conclude(draft, context, reasons=room.reasons)
    if len(asking.clauses(context.question.read)) > 1:
        by_part.say(draft, context)
    _lasting(draft, context)
    return draft


def _lasting(draft: Draft, context: Context) -> bool:
    """How long what is asked about is given, where that is asked besides whether it may be."""
    one = by_part.course(context) if _HOW_LONG.search(context.question.typed) else None
    if one is None or any(one.span in s.supports for s in draft.statements) or for_patient.barred(context):
        return False
    by_part.tell(draft, one)
    return True


_HOW_LONG: Final = caseless(r"\b(?:for )?how long\b(?! (?:does|do|will|would|until|before)\b)")
"""How long something is given."""


def _permitted(draft: Draft, context: Context, room: Room) -> Draft:
    """Where it is asked whether somebody may have a medicine, behind the answer: what else its label says of such
    people, what bars it in others, and the parts that the question asks besides."""
    if guidance.on_told(context) and not for_patient.barred(context):  # advice on just that says more than a label
        led = Draft(draft.id, "")
        guidance.say(led, context, 1)
        draft.open_with(led.statements)
    standings.say(draft, context, room.patient, grave=True)
    deadly.say(draft, context)
    caution.say(draft, context, whole=room.whole)
    if len(asking.clauses(context.question.read)) > 1:
        by_part.say(draft, context)
    draft.put(deadly.led(draft.statements, context))
    return draft


def _told(draft: Draft, context: Context, opened: int) -> bool:
    """Whether what was said answers the question: labels alone leave open what studies found, and what was `opened`
    with (a danger, what is left out) answers nothing."""
    of_labels = context.question.intent in (Intent.DOSING, Intent.INTERACTION) or harm_order.alone(context.question)
    return any(of_labels or s.kind is not Kind.DIRECTIVE for s in draft.statements[opened:])


def _quoted(draft: Draft, context: Context, room: Room) -> None:
    """What each of two did that nothing compares; the passage to the point; else, that the effect is not reported."""
    if apart.say(draft, context):
        guidance.say(draft, context, 1)
        return
    passage = lead_passage.lead(context)
    if for_patient.barred(context) and passage is not None and passage.appraisal.directness.note:
        return  # what was seen in others is no answer for somebody whom a label bars
    concluded = (not covering.asks_afterwards(context) and covering.say(draft, context)) or quoting.conclude(
        draft, context, reasons=room.reasons
    )
    if (room.guidance or not concluded) and guidance.say(draft, context, MOST_ADVICE if not concluded else 1):
        say_left_out(draft, context)
        return
    if concluded:
        return
    if context.drug_like and context.outcome and not _IMAGES.fullmatch(context.outcome):
        what = wording.lower(context.question.intervention) or context.named[0]
        if context.question.intent is Intent.HARM and named_harm.rows(context):  # that a label warns of it was told
            text, easy = f"no included study counts {context.outcome} with {what}", "no study that we found counted"
            draft.add(text, Kind.ABSENCE, plain=f"{easy} how many people had {context.outcome} with {what}")
            return
        on = f"reports the effect of {what} on {context.outcome}"
        draft.add(f"no included study {on if names_outcome(context) else f'tells this of {what}'}", Kind.ABSENCE)
        if thin.unanswered(context):
            thin.quote_nearest(draft, context)


_IMAGES: Final = caseless(r"(?:ct|mri|ultrasound|x-?rays?|scans?|imaging|echo\w*|(?:computed )?tomography)(?: scans?)?")
"""What something was seen on: no effect of a treatment."""


def _options(draft: Draft, context: Context, most: int) -> None:
    """Where no treatment was named and none stands out so far that the answer is about it: what guidelines recommend of
    an illness as a whole, then the options, the best first, and what is not to be used for this patient."""
    before = len(draft)
    if of_illness(context.question):
        say_recommended(draft, context, 2)
    say_with_taken(draft, context, [o.name for o in context.shortlist if o.fit] or alternatives.offered(context))
    if context.shortlist:
        offering.lead(draft, context, most if len(draft) == before else min(most, 2))
        return
    tried_ = alternatives.compose(context).statements
    for one in [s for s in tried_ if s.kind not in (Kind.ABSENCE, Kind.DIRECTIVE)][:most]:
        draft.add(one.text, one.kind, one.supports, plain=one.plain)


def _nearest(draft: Draft, context: Context) -> None:
    """No source answers: say so, and whether something near stands below."""
    lacking = unheld.named(context)
    none = f"; none that is held tells of {lacking}" if lacking else ""
    near = "; what is nearest stands below" if thin.unanswered(context) and thin.near(context) else ""
    draft.add(f"{context.searched}: no source that answers this question was found{none}{near}", Kind.ABSENCE)
