"""Clinical algorithm: numbered steps with branches, each with what it is about in the words of its source.

A step that would change nothing is not made; every branch says where it leads: on, back to a step, to another
treatment, or to a stop (`apply.consistency` holds it to that). Branches carry the step's number and a letter
(`algorithm.4a`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.choices import done_without, guidance, noted_value, second_line
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing, source_name
from probatum.apply.labels import (
    halted,
    leave,
    missed,
    other_way,
    poisoned,
    result_told,
    starting,
    stopping,
    watching,
    while_ill,
)
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient, to_clear
from probatum.apply.quoted import calling, lead_passage
from probatum.apply.sections import (
    as_studied,
    at_noted,
    at_once,
    beginning,
    between,
    by_level,
    changing,
    clashing,
    dosed_elsewhere,
    ending,
    excluding,
    guided,
    halts,
    in_short,
    labelled_dose,
    lasting,
    lowering,
    meeting,
    own_course,
    own_steps,
    pausing,
    recognising,
    referring,
    refusing,
    reviewing,
    sign_told,
    sourced,
    taken_beside,
    timing,
    turning,
    watched,
    with_care,
)
from probatum.model import DirectiveAction, Intent, Kind, Section, Statement
from probatum.text.expressions import caseless

MOST_CHECKS: Final = 4
_REFUSES: Final = caseless(r"\bdo not\b")
_NO_PATH: Final = (Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.MECHANISM)
NO_PATH: Final = "Does not apply: no treatment is to be chosen here, so there are no steps."


def compose(context: Context) -> Section:
    """Whether it fits, what rules it out, start, checks and review with branches, stop rules."""
    return _section(context, own=False)


def for_people(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections of an article with the path in place of which patients and carers are told what they do themselves.
    All else was chosen and bounded beside the path of professionals, so that every reader is told the same."""
    if not context.reader.plain:
        return tuple(body)
    return tuple(_section(context, own=True) if one.id == "algorithm" else one for one in body)


def _section(context: Context, *, own: bool) -> Section:
    draft = Draft("algorithm", "Clinical algorithm")
    steps = Steps(draft, starting.drug(context))
    made = _made(steps, context, own=own)
    steps.close()
    if not own:
        told_once = once_each(draft.statements)
        draft.put(in_short.told(_reason_once(dosed_elsewhere.added(told_once, context)), context))
    told = draft.statements
    if len(told) == 1 and told[0].kind is Kind.NAVIGATION and not _REFUSES.search(told[0].text):
        draft.put(())  # one step without a source is no path
    if not (draft.statements or own or noted_value.asked(context.question)):
        made = as_studied.say(Steps(draft), context, made)
    if own:  # what is for them is shown to them
        draft.put([msgspec.structs.replace(one, level=0) for one in draft.statements])
    return draft.section(made)


def once_each(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The steps without one that gives the sentence of another: `Go by the guideline` makes way where a later step says
    what is done with the advice, and any other stands where it is said first. Numbered anew."""

    def bare(at: int) -> bool:
        one = statements[at]
        alone = at + 1 == len(statements) or statements[at + 1].id[-1].isdigit()
        return bool(alone and one.supports and one.id[-1].isdigit() and one.kind is Kind.DIRECTIVE)

    kept: list[Statement] = []
    for at, one in enumerate(statements):
        same = [n for n, s in enumerate(statements) if n != at and s.supports == one.supports and s.id[-1].isdigit()]
        general = [n for n in same if n < at and not _BY_ADVICE.match(statements[n].text)]
        done = _BY_ADVICE.match(one.text) is not None and any(n > at for n in same)
        if not (bare(at) and (done or general)):
            kept.append(one)
    if len(kept) == len(statements) or any(_REFERRED.search(s.text) for s in statements):
        return tuple(statements)  # a step that is referred to keeps its number
    made: list[Statement] = []
    number = 0
    for one in kept:
        letter = one.id[-1] if one.id[-1].isalpha() else ""
        number += not letter
        made.append(msgspec.structs.replace(one, id=f"algorithm.{number}{letter}"))
    return tuple(made)


def _reason_once(statements: Sequence[Statement]) -> list[Statement]:
    """The steps with the reason why a branch leads to a specialist given where that is said first."""
    made: list[Statement] = []
    for one in statements:
        told = any(turning.NOTHING in earlier.text for earlier in made)
        text = one.text.replace(turning.NOTHING, turning.NOTHING.partition(":")[0]) if told else one.text
        made.append(msgspec.structs.replace(one, text=text) if text != one.text else one)
    return made


_BY_ADVICE: Final = caseless(r"^go by the guideline\b")
_REFERRED: Final = caseless(r"\bstep \d")


def _made(steps: Steps, context: Context, *, own: bool) -> str:
    """Makes the steps; gives what the section says where there are none."""
    if halts.dangerous(steps, context):
        return ""
    if not own and at_once.due(context):
        first = at_once.before_bars(context)
        if first:
            at_once.steps_of(steps, context)
        if not (first and second_line.due(context)):  # of what did not serve nobody asks whether it may be started
            halts.forbidden(steps, context)
        if not first:
            at_once.steps_of(steps, context)
        return ""
    if not own and (made := at_noted.steps_of(steps, context)) is not None:
        return made
    if poisoned.asked(context):
        return "" if not own and halts.antidote(steps, context) else poisoned.NO_PATH
    if pausing.steps_of(steps, context, own=own):
        return ""
    if while_ill.steps_of(steps, context) or other_way.steps_of(steps, context):
        return ""
    if not own and recognising.steps_of(steps, context):
        return ""
    if sourced.of_test(context) and sourced.say(steps, context):
        return ""
    if context.question.intent in _NO_PATH:
        return NO_PATH
    one, passed = starting.narrowed(context)
    given = one.drug_like or beginning.wanted(one) or refusing.settles(one)
    if not own and sign_told.say(steps, context):
        return ""
    if context.combined:
        meeting.steps_of(steps, context, own=own)
    elif meeting.beside(steps, context, own=own):
        return ""
    elif not own and watching.alone(context) and watching.rows(context) and not _begun(context):
        _checks(steps, context)
    elif own and (calling.steps_of(steps, one) or result_told.steps_of(steps, one)):
        return ""
    elif own and missed.run_out(one.question.read):
        own_steps.run_out(steps, one)
    elif own and ending.own(steps, one):
        return ""
    elif (
        context.ends
        and stopping.rows(context)
        and not (context.halts and halted.bars(context))
        and not (stopping.weighed(context) and ending.asked(one))
    ):
        ending.say(steps, context)
    elif one.treatable and (clashing.say(steps, one) or (not own and ending.weighed(steps, one))):
        return "" if steps.number else nothing(context, "how or when that is ended")
    elif one.treatable and given and _told_of(one) and (_state(one) or beginning.decidable(one)):
        if own:
            _for_people(steps, one)
        else:
            _treatment(steps, one, passed)
    elif sourced.say(steps, context):
        if not own:
            own_course.add(steps, context)
    else:
        return f"{context.searched}: no treatment to choose or give was found, so there are no steps."
    return nothing(context, "doses, directives or comparisons from which steps could be built")


def _told_of(context: Context) -> bool:
    """Whether a study, a label or a guideline is on what is given."""
    return bool(context.answering or context.labels or guidance.rows(context))


def _begun(context: Context) -> bool:
    """Whether it is asked, too, whether or how a treatment is begun."""
    return _BEGINS.search(context.question.read) is not None and not starting.taken(context)


_BEGINS: Final = caseless(r"\b(?:add|adding|start|starting|begin|beginning|initiat\w+|introduc\w+)\b")


def _for_people(steps: Steps, context: Context) -> None:
    """The path of those who take it or care for somebody who does."""
    if not own_steps.barred(steps, context):
        own_steps.say(steps, context)


def _treatment(steps: Steps, context: Context, passed: tuple[excluding.Row, ...]) -> None:
    """The path of one treatment."""
    begun = context.question.intent in beginning.STARTED or bool(context.use and _begun(context))
    starts = begun and not _state(context)
    taken = starting.taken(context)
    if starts and not taken:
        done_without.step(steps, context)
    if passed:
        names = wording.join(list(dict.fromkeys(item.drug.lower() or "the other" for _, item in passed)))
        text = f"Leave out {names} for this patient: {excluding.said(excluding.of_somebody(passed))}"
        rests = (*excluding.spans(passed), *starting.named_in(context))
        steps.step(f"{text}; the path goes on with {starting.drug(context)}", Kind.DIRECTIVE, rests)
    _left_aside(steps, context)
    if halts.unsaid(steps, context) or halts.forbidden(steps, context) or by_level.say(steps, context):
        return
    if starts:
        halts.excepted(steps, context)
    to_clear.step(steps, context)
    lowering.say(steps, context)
    if starts and (halts.advised_against(steps, context) or refusing.refused(steps, context, taken=taken)):
        return
    if rows := leave.of_occasion(context)[:1]:
        steps.step(f"For the occasion: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    guide = guided.Guide(context)
    if starts:
        if not taken:
            guided.before(steps, guide)
            sourced.by_score(steps, context)
        if not guide.whom:
            excluding.fits(steps, context)
        if not taken:
            timing.say(steps, context)
            between.say(steps, context, {item.drug.lower() for _, item in passed})
            guided.advised(steps, guide)
        guided.for_whom(steps, guide, taken=taken)
    if not starts or context.question.patient.pregnancy or context.question.patient.breastfeeding:
        _weighed(steps, context)
    elif not taken:
        with_care.say(steps, context)
    if starts and not taken:
        referring.step(steps, context)
    excluding.rules_out(steps, context)
    changing.say(steps, context)
    taken_beside.interactions(steps, context, single=reviewing.once(context))
    if not taken:
        excluding.baseline(steps, context)
        excluding.start_limits(steps, context)
    if starts and (not taken or _fitted(context)):
        beginning.start(steps, context)
        lasting.step(steps, context)
    told = bool(guide.again or guide.ends)
    closes = starts and not taken and not told and _closes(steps, context)
    reviewing.visit(steps, context, goes_on=starts and (told or closes))
    if starts and not guided.after(steps, guide) and not taken:
        before = steps.number
        reviewing.review(steps, context)
        if steps.number == before and closes:
            reviewing.close(steps, context)
    if starts and not taken:
        own_course.add(steps, context)
    if starts and steps.number == 1 and _RULES_OUT.match(steps.draft.statements[0].text):
        steps.draft.put(())  # that stands under safety, and leads to no dose


def _fitted(context: Context) -> bool:
    """Whether it is asked how much somebody takes, and a label has a dose for such a patient that is no first one: that
    is what it is changed to."""
    asks = context.question.intent is Intent.DOSING and for_patient.dosed(context)
    first = labelled_dose.first_dose(context) if asks else None
    return first is not None and labelled_dose.BEGINS.search(first[1].text) is None


def _closes(steps: Steps, context: Context) -> bool:
    """Whether a last step looks whether it helps, behind the steps that are made."""
    scratch = Steps(Draft("algorithm", ""))
    scratch.draft.put(steps.draft.statements)
    reviewing.close(scratch, context)
    return bool(scratch.number)


_RULES_OUT: Final = caseless(r"^(?:rule out|ask about|mind)\b")


def _left_aside(steps: Steps, context: Context) -> None:
    """Which of the options that sources name is ruled out for this patient, before the one that suits is begun."""
    out = [option for option in context.shortlist if not option.fit][:MOST_LEFT]
    if out:
        rows = [option.bars[0] for option in out]
        names = wording.join([option.name for option in out])
        steps.step(f"Leave out {names} for this patient: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))


MOST_LEFT: Final = 2


def _state(context: Context) -> bool:
    """Whether a drug is asked about in pregnancy or breast-feeding, for no illness: may it be given at all."""
    patient = context.question.patient
    return bool(patient.pregnancy or patient.breastfeeding) and not context.use


def _weighed(steps: Steps, context: Context) -> None:
    """Where a harm is asked about: what labels say of just such a patient, before anything else."""
    rows = [row for row in for_patient.told(context) if row[1].action in _OF_SUCH][:2]
    harm = context.question.intent not in beginning.STARTED  # what is gained is weighed before the dose, and is no risk
    passage = lead_passage.lead(context) if not rows and (harm or _state(context)) else None
    if passage is not None and not _of_such_people(passage.span.quote, context):
        passage = None  # what was found in everybody is nothing to go by in them
    if any(halts.AVOIDS.search(item.text) for _, item in rows):
        steps.step(f"Look whether this holds: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
        steps.branch("a", f"It does: do not start; {halts.elsewhere(context)}")
        steps.branch("b", "It does not: go on")
    elif rows:
        steps.step(f"Weigh with the patient: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    elif passage is not None and len(passage.span.quote) <= beginning.LONGEST:
        said = " ".join(passage.span.quote.split())
        steps.step(f"Go by what was found: “{said}”", Kind.QUOTED, (passage.span,))


def _of_such_people(text: str, context: Context) -> bool:
    """Whether a sentence is of a state of the patient that is told, where one is: kidneys, liver, pregnancy, milk."""
    patient = context.question.patient
    states = (
        (patient.kidney, fitting.KIDNEY),
        (patient.liver, fitting.LIVER),
        (patient.pregnancy, fitting.PREGNANT),
        (patient.breastfeeding, fitting.FEEDING),
    )
    told = [sort for state, sort in states if state]
    return not told or any(sort.search(text) for sort in told)


_OF_SUCH: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
)


def _checks(steps: Steps, context: Context) -> None:
    """Where only checks are asked about: each as its label says it, and what to do with what they show."""
    for appraisal, item in watching.rows(context)[:MOST_CHECKS]:
        said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"Check: {said}", Kind.DIRECTIVE, (item.span,))
    taken_beside.interactions(steps, context)
    if rows := watched.ends(context):
        steps.step(f"Stop rule: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
        steps.branch("a", "It is met: do so, and speak with the prescriber before the next dose")
        steps.branch("b", "It is not met: continue")
