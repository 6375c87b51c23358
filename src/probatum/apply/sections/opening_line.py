"""Opening line: what the bottom line says before any effect: a danger, what is taken already, what bars or limits the
treatment for this patient, and what settles the question by itself."""

from __future__ import annotations

from typing import NamedTuple

from probatum.apply.children import undosed
from probatum.apply.choices import advised, guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import (
    already,
    by_gene,
    by_label,
    by_value,
    caution,
    deadly,
    given_before,
    going_on,
    leave,
    missed,
    other_way,
    stopping,
    swallowed,
    switching,
    watching,
    while_ill,
)
from probatum.apply.patient import by_allergy, for_patient, standings, to_clear
from probatum.apply.quoted import by_part
from probatum.apply.replies import danger, left_out, premise, unheld
from probatum.apply.room import Room
from probatum.apply.sections import (
    by_kilogram,
    by_kind,
    narrow_questions,
    overdosed,
    timing,
    unanswered,
)
from probatum.apply.selection import known
from probatum.apply.together import above_every_dose, beside_each_other, over_limit
from probatum.model import Intent, Kind
from probatum.text import asking


class Opening(NamedTuple):
    """What the bottom line opened with, and what follows from it for the rest."""

    opened: int
    """Statements that answer nothing by themselves: a danger, what is left out."""
    told: int
    """Statements that were said before what settles the question."""
    denied: bool
    """Whether more than such was said, or it is ruled out for this patient: what it does to others stands behind."""
    over: bool
    """Whether a dose above a limit was told with the limit."""
    stopped: bool
    """Whether it is stopped at what is told."""
    childs: bool
    """Whether a dose is asked for such a child, of which none is held."""
    aside: bool
    """Whether what was measured is a danger and no illness is asked about: what it does for others is nothing then."""
    weighed: bool
    """Whether an effect is weighed at all."""
    still: bool
    """Whether it is asked if it still does anything, which stands before how it is ended."""
    over_with: bool
    """Whether the question was answered already: a missed dose, how it is ended, what is watched."""
    labelled: bool
    """Whether what the label says of its use is the answer."""

    @property
    def settled(self) -> bool:
        """Whether anything answers before what was found."""
        return self.denied or self.over_with or self.labelled


def say_danger(draft: Draft, context: Context) -> None:
    """That a value is critical, then the danger that is named; the latter stands elsewhere where a label is asked."""
    urgent = danger.valued(context.question, short=True)
    if urgent:  # what was measured is a danger by itself, whatever is asked
        draft.add(urgent, Kind.NAVIGATION, plain=danger.valued_plainly(context.question))
    first = danger.named(context.question)
    if first and not narrow_questions.of_label(context):
        easy = danger.pointed(danger.named_plainly(context.question))
        draft.add(danger.pointed(first), Kind.NAVIGATION, plain=easy)


def say(draft: Draft, context: Context, room: Room) -> Opening | None:
    """What stands before any effect; None where it is the whole bottom line."""
    urgent = bool(danger.valued(context.question, short=True))
    # What bars it stands before what is said of another that is taken.
    opened = int(urgent) + (0 if for_patient.barred(context) else already.say(draft, context))
    opened += given_before.say(draft, context)
    undosed_child = undosed.say(draft, context)
    opened += undosed_child + advised.say(draft, context) + by_kilogram.say(draft, context)
    if leave.say(draft, context) and leave.alone(context):
        _permitted(draft, context, room)
        return None
    opened += bool(danger.named(context.question)) or left_out.say(draft, context)
    if _whole(draft, context, room):
        return None
    opened += swallowed.say_how_often(draft, context) or going_on.say(draft, context)
    opened += _say_of_patient(draft, context)
    over = over_limit.say(draft, context) or above_every_dose.say(draft, context)
    opened += over
    premise.say(draft, context)
    if not over and len(draft) == opened and not for_patient.barred(context):
        by_label.say_another(draft, context)
    denied, told = len(draft) > opened or standings.ruled_out(context), len(draft)
    over_with = _say_over_with(draft, context, room)
    return Opening(
        opened=opened,
        told=told,
        denied=denied,
        over=over,
        stopped=bool(standings.stopped(context)),
        childs=context.question.intent is Intent.DOSING and undosed_child,
        aside=urgent and not context.use,
        weighed=context.treatable or known(context.question),
        still=stopping.weighed(context),
        over_with=over_with,
        labelled=not denied and not over_with and by_label.due(context),
    )


def _whole(draft: Draft, context: Context, room: Room) -> bool:
    """That no source tells of the treatment, how one is changed for another, how it is swallowed, when it is too late:
    each is the whole bottom line."""
    if unheld.treatment(context):
        unanswered.say_nearest(draft, context)  # what guidelines say of others would be taken for an answer on it
        return True
    if while_ill.say(draft, context) or other_way.say(draft, context) or switching.say(draft, context):
        already.say_new(draft, context)
    elif not (swallowed.say(draft, context) or timing.say_beyond(draft, context)):
        return False
    caution.say(draft, context, whole=room.whole)
    return True


def _say_of_patient(draft: Draft, context: Context) -> int:
    """What a value, a gene or an allergy of this patient says of it; how many statements that are."""
    said = to_clear.say(draft, context) + overdosed.say_at_value(draft, context) + by_gene.say(draft, context)
    said += by_gene.say_of_people(draft, context)
    if not standings.stopped(context):  # that it is stopped stands before the risk that the value is
        said += by_value.say(draft, context)
    return said + by_allergy.say(draft, context) + by_allergy.say_of_class(draft, context)


def _say_over_with(draft: Draft, context: Context, room: Room) -> bool:
    """What settles the question before an effect is weighed; False where nothing does."""
    if len(beside_each_other.asked(context)) > 1:
        standings.say_dose(draft, context)
        beside_each_other.say(draft, context)
    of_child = for_patient.told(context) or for_patient.barred(context)  # and no limit that begins later
    if context.ends and of_child and by_kind.of_a_child(context):  # what it does to the child decides that
        standings.say(draft, context, room.patient, grave=room.grave)
    if missed.say(draft, context) or (not stopping.weighed(context) and stopping.say(draft, context)):
        return True
    return watching.alone(context) and watching.say(draft, context)


def _permitted(draft: Draft, context: Context, room: Room) -> None:
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
