"""At once: what guidelines of emergency care have done in the situation that is told, first in the short answer and in
the path, whatever else was found of the illness; what comes behind a treatment that did not serve; and what is taken
for long, where that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting
from probatum.apply.choices import (
    at_a_value,
    at_its_head,
    barred_here,
    changed_test,
    in_its_state,
    laid,
    long_course,
    next_step,
    off_target,
    second_line,
    urgent,
    which_member,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.apply.sections import referring
from probatum.apply.together import making_way
from probatum.model import Kind, RecordKind, Statement
from probatum.text import tried
from probatum.text.expressions import caseless

MOST: Final = 4
"""Sentences that lead where it is asked what is done until help comes."""


def lead(draft: Draft, context: Context) -> None:
    """That stands first, behind an alarm and a critical value; what was found in other situations goes."""
    if called := referring.told(context):
        second_line.lead(draft, context, called)
        return
    told = _of_the_asked(_at_value_first(urgent.rows(context), context), context)
    if laid.awaited(context.question):
        told = laid.added(told, context, MOST)
    moved = () if told else at_its_value(context)
    none = moved or (told and not next_step.asked(context.question))
    behind = () if none else _next_first(told, context) or _of_the_case(context)
    if behind:
        second_line.lead(draft, context, behind)
        return
    moved = moved or (() if told else changed_test.rows(context))
    told = told or moved
    if not told:
        _lead_long(draft, context)
        return
    led = Draft(draft.id, "")
    for one in told:
        by_part.tell(led, one)
    spans = {span for made in led.statements for span in made.supports}
    kept = [s for s in draft.statements if not spans & set(s.supports)]
    alarms = [s for s in kept if s.kind is Kind.NAVIGATION]
    labels = [s for s in kept if s.supports and _of_labels(s, context)]
    taken = [s for s in labels if _bars(s, context)]
    rest = (s for s in labels if s not in taken)
    # What was measured is mended before anything is said of what is taken, unless that is what is asked about.
    mends = bool(moved or context.question.patient.values) and _GOES_ON.search(context.question.read) is None
    first = (*led.statements, *taken) if mends else (*taken, *led.statements)
    draft.put((*alarms, *first, *rest))


_GOES_ON: Final = caseless(
    r"\b(?:(?:with)?hold|stop|continue|carry on|go on|keep|still|ok|safe|give"
    r"|(?<!i )(?<!we )take|restart)\b"
)


def _bars(one: Statement, context: Context) -> bool:
    """Whether a statement bars what is taken or would be given; where nothing was measured, whether a label speaks of
    what the patient takes."""
    barred = {item.span for _, item in for_patient.barred(context)}
    if barred & set(one.supports):
        return True
    beside = not context.question.patient.values
    return beside and any(fitting.takes(span.quote, context.question.patient) for span in one.supports)


def _lead_long(draft: Draft, context: Context) -> None:
    """What is taken for long in the illness, before what was found of it."""
    led = Draft(draft.id, "")
    for one in long_course.rows(context):
        by_part.tell(led, one)
    spans = {span for made in led.statements for span in made.supports}
    kept = [s for s in draft.statements if not spans & set(s.supports)]
    first = [s for s in kept if s.kind is Kind.NAVIGATION]
    if led.statements:
        draft.put((*first, *led.statements, *(s for s in kept if s.kind is not Kind.NAVIGATION)))


def _of_labels(one: Statement, context: Context) -> bool:
    """Whether a statement is of labels: what bars or warns stands by what is done."""
    kinds = {a.record.id: a.record.kind for a in (*context.appraisals, *context.option_labels)}
    return one.kind is not Kind.NAVIGATION and all(kinds.get(s.record) is RecordKind.LABEL for s in one.supports)


def _of_the_asked(told: Sequence[Salient], context: Context) -> tuple[Salient, ...]:
    """The sentences without those on what others have in the place of what is asked about."""
    return tuple(one for one in told if not barred_here.in_its_place(one.span.quote, context))


def _at_value_first(told: tuple[Salient, ...], context: Context) -> tuple[Salient, ...]:
    """The sentences with those for the very value first: what is done where there is more, such as bleeding, of which
    the question has no word, stands behind."""
    if not context.question.patient.values or context.question.danger:
        return told
    return tuple(sorted(told, key=lambda one: not at_a_value.opens_at_it(one.span.quote, context)))


def at_its_value(context: Context) -> tuple[Salient, ...]:
    """What is done at a noted value: on the medicine that is dosed by it, else in the state that it is."""
    return off_target.told(context) or in_its_state.rows(context)


def due(context: Context) -> bool:
    """Whether anything is told of what is done at once, or taken for long."""
    return bool(_told(context))


def _told(context: Context) -> tuple[Salient, ...]:
    """What is done at once; else at a value on what is dosed by it; what comes behind what did not serve, or which of a
    class is given; what is done at a test that has changed; else what is taken for long."""
    told = referring.told(context) or urgent.rows(context) or at_its_value(context)
    case = (one for one in _of_the_case(context) if not making_way.gives_it(one.span.quote, context.question))
    return told or tuple(case) or changed_test.rows(context) or long_course.rows(context)


def _next_first(told: Sequence[Salient], context: Context) -> tuple[Salient, ...]:
    """What is done until help comes, behind what is given next where just that is asked and told."""
    given = next_step.given(context.question) if told and next_step.asked(context.question) else ()
    rows = second_line.rows(context) if given else ()
    following = [one for one in rows if next_step.follows(one.span.quote, given)]
    spans = {one.span for one in following}
    return (*following, *(one for one in told if one.span not in spans))[:MOST]


def _of_the_case(context: Context) -> tuple[Salient, ...]:
    """What comes behind what did not serve, which of a class is given, or what is advised in just the case told."""
    if at_its_head.of_failure(context):
        return at_its_head.rows(context)
    return second_line.rows(context) or which_member.rows(context) or at_its_head.rows(context)


def alone(context: Context) -> bool:
    """Whether what leads needs nothing more said: of a medicine that failed, or of one whose use is to be decided by a
    test that has changed."""
    behind = second_line.names_next(context) and tried.behind(context.question.typed)
    return not urgent.rows(context) and bool(behind or at_its_value(context) or changed_test.rows(context))


def before_bars(context: Context) -> bool:
    """Whether that stands before what must not be given: what was measured is mended first, and of what did not serve
    nobody asks whether it may be given."""
    return bool(context.question.patient.values) or next_step.asked(context.question)


def steps_of(steps: Steps, context: Context) -> bool:
    """The same as steps, in their order; False where there are none."""
    done = _at_value_first(laid.added(urgent.steps(context), context, urgent.MOST_STEPS), context)
    told = referring.told(context) or done or _told(context)
    out = barred_here.had_not(context)
    for one in (one for one in _of_the_asked(told, context) if not barred_here.gives_only(one.span.quote, out)):
        text = f"{one.span.quote.rstrip('. ')} ({source_name(one.appraisal)})"
        steps.step(text, Kind.DIRECTIVE, (one.span,))
    return bool(told)
