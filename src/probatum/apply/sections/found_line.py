"""Found line: what the bottom line says was found: effects, options, the passage to the point, or that nothing was."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.choices import choices_apart, guidance, offering
from probatum.apply.choices.options import named, recommended
from probatum.apply.choices.telling import say_left_out, say_recommended, say_with_taken
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import people
from probatum.apply.evidence import apart, gravest, harm_order, named_harm, noninferior
from probatum.apply.evidence.arms import choices
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.labels import asked_way, by_way, stopping, watching
from probatum.apply.patient import by_age, for_patient, standings
from probatum.apply.quoted import covering, lead_passage, quoting
from probatum.apply.quoted.choosing import names_outcome
from probatum.apply.replies import thin
from probatum.apply.room import Room
from probatum.apply.sections import (
    alternatives,
    by_kilogram,
    dose_rows,
    effects_told,
    lasting,
    member_doses,
    unanswered,
)
from probatum.apply.sections.opening_line import Opening
from probatum.apply.selection import is_open, of_illness
from probatum.model import Intent, Kind, Role
from probatum.text import doses
from probatum.text.expressions import caseless

MOST_ADVICE = 2


def say(
    draft: Draft, context: Context, room: Room, opening: Opening, groups: tuple[OutcomeGroup, ...]
) -> tuple[OutcomeGroup, ...]:
    """What was found; `groups` are the outcomes told before, and those told in the end are given back."""
    over_with = opening.over_with
    beside = bool(context.question.patient.drugs) and not (over_with or opening.denied) and lasting.say(draft, context)
    in_time = beside or (context.asks_time and not over_with and quoting.timed(draft, context))
    if not groups and opening.weighed and not (in_time or over_with or _gone(context, opening)):
        groups = effects_told.say(draft, context, room)
    _say_studies(draft, context, room, opening, groups)
    if opening.still and not over_with and not for_patient.barred(context):
        stopping.say(draft, context)
    by_age.say(draft, context)
    if len(draft) > opening.opened:
        asked_way.say(draft, context)
    if groups:
        noninferior.say(draft, context, groups)
        watching.say(draft, context)
        choices_apart.say(draft, context, groups)
        gravest.say(draft, context, groups, stops=room.stops)
    if len(draft) == opening.opened and not opening.over and not opening.childs:
        unanswered.say(draft, context)
    return groups


def _gone(context: Context, opening: Opening) -> bool:
    """What one of two does is no answer where this patient may not have it: what holds of the other is."""
    barred = standings.ruled_out(context) and bool(choices(context.question))
    return opening.stopped or opening.aside or barred


def _dosed(draft: Draft) -> bool:
    """Whether a dose was told."""
    return any(doses.read(one.text) for one in draft.statements if one.kind.asserts)


def _say_studies(
    draft: Draft, context: Context, room: Room, opening: Opening, groups: tuple[OutcomeGroup, ...]
) -> None:
    """The options, the dose that was studied, or the passage to the point; behind effects that were told, their course
    and what is advised."""
    opened, childs = opening.opened, opening.childs
    if is_open(context.question):
        if context.question.danger != "emergency":  # nobody chooses a treatment while help is called for
            _options(draft, context, room.options)
    elif context.asks_dose and not groups and not _dosed(draft) and member_doses.lead(draft, context):
        return  # what a trial gave beside another treatment doses no class
    elif (
        context.asks_dose
        and not groups
        and len(draft) == opened
        and (childs or not quoting.conclude(draft, context))  # what it did in adults is no dose
    ):
        who = f" in {context.population}" if context.population else ""
        # A dose above a limit was told with the limit, one that was judged with those of the label.
        said = by_way.silent(context) or dose_rows.none_told(context)
        if not (opening.over or childs or by_kilogram.judged(context) or said):
            draft.add(f"no included study or label gives a dose of {wording.join(context.named)}{who}", Kind.ABSENCE)
    elif (
        not groups
        and (context.answering or context.guidelines)
        and not (opening.denied or opening.over_with or opening.aside or childs or _told(draft, context, opened))
    ):
        _quoted(draft, context, room)
    elif groups:
        if room.course:
            effects_told.say_course(draft, context, groups, figured=room.figures > 1)
        if room.guidance:
            guidance.say(draft, context, 1)


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
    if _kept_away(context):
        say_recommended(draft, context, MOST_ADVICE)
        return
    passage = lead_passage.lead(context)
    others = passage is not None and bool(passage.appraisal.directness.note)
    if passage is not None and others and (for_patient.barred(context) or people.elsewhere(passage.appraisal, context)):
        return  # what was seen in others is no answer for somebody whom a label bars, nor beside a label for this
    concluded = (not covering.asks_afterwards(context) and covering.say(draft, context)) or quoting.conclude(
        draft, context, reasons=room.reasons
    )
    if concluded:
        choices_apart.say_of_quoted(draft, context)
    if (room.guidance or not concluded) and guidance.say(draft, context, MOST_ADVICE if not concluded else 1):
        say_left_out(draft, context)
        return
    if concluded:
        return
    if context.drug_like and context.outcome and not _IMAGES.fullmatch(context.outcome):
        what = wording.lower(context.question.intervention) or context.named[0]
        if context.question.intent is Intent.HARM and named_harm.rows(context):  # that a label warns of it was told
            had = wording.join([named_harm.called(c) for c in named_harm.felt(context)]) or context.outcome
            text, easy = f"no included study counts {had} with {what}", "no study that we found counted"
            draft.add(text, Kind.ABSENCE, plain=f"{easy} how many people had {had} with {what}")
            return
        on = f"reports the effect of {what} on {context.outcome}"
        draft.add(f"no included study {on if names_outcome(context) else f'tells this of {what}'}", Kind.ABSENCE)
        if thin.unanswered(context):
            thin.quote_nearest(draft, context)


def _kept_away(context: Context) -> bool:
    """Whether it is asked what keeps an illness away, with no treatment named, and a guideline recommends a medicine:
    what one trial of such found is no choice among them."""
    question = context.question
    if question.intent is not Intent.PREVENTION or question.intervention or question.having(Role.INTERVENTION):
        return False
    return any(named(item) for _, item in recommended(context)[:1])


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
