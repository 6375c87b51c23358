"""Clinical algorithm: numbered steps with branches, each with what it is about in the words of its source.

A step that would change nothing is not made; every branch says where it leads: on, back to a step, to another
treatment, or to a stop (`apply.consistency` holds it to that). Branches carry the step's number and a letter
(`algorithm.4a`).
"""

from __future__ import annotations

from typing import Final

from probatum.apply import for_patient, quoting, starting, stopping, watching, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing, source_name
from probatum.apply.numbering import Steps
from probatum.apply.sections import beginning, excluding, guided, halts, meeting, reviewing
from probatum.model import DirectiveAction, Intent, Kind, Section
from probatum.text.expressions import caseless

MOST_CHECKS: Final = 4
_NO_PATH: Final = (Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.MECHANISM)
_REFUSES: Final = caseless(r"\bdo not start\b")
NO_PATH: Final = "Does not apply: no treatment is to be chosen here, so there are no steps."


def compose(context: Context) -> Section:
    """Whether it fits, what rules it out, start, checks and review with branches, stop rules."""
    draft = Draft("algorithm", "Clinical algorithm")
    steps = Steps(draft, starting.drug(context))
    if halts.dangerous(steps, context):
        return draft.section("")
    if context.question.intent in _NO_PATH:
        return draft.section(NO_PATH)
    one, passed = starting.narrowed(context)
    given = one.drug_like or beginning.wanted(one)
    if context.combined:
        meeting.steps_of(steps, context)
    elif watching.alone(context) and watching.rows(context):
        _checks(steps, context)
    elif context.ends and stopping.rows(context):
        _ended(steps, context)
    elif one.treatable and given and (one.answering or one.labels) and (_state(one) or beginning.decidable(one)):
        if _treatment(steps, one, passed):
            return draft.section("")
    else:
        return draft.section(f"{context.searched}: no treatment to choose or give was found, so there are no steps.")
    if steps.number < 2 and not any(_REFUSES.search(s.text) for s in draft.statements):  # no path of one step
        draft = Draft("algorithm", "Clinical algorithm")
    return draft.section(nothing(context, "doses, directives or comparisons from which steps could be built"))


def _treatment(steps: Steps, context: Context, passed: tuple[excluding.Row, ...]) -> bool:
    """The path of one treatment; True where it ends before a first dose."""
    starts = context.question.intent in beginning.STARTED and not _state(context)
    taken = starting.taken(context)
    if passed:
        names = wording.join(list(dict.fromkeys(item.drug.lower() or "the other" for _, item in passed)))
        text = f"Leave out {names} for this patient: {excluding.said(excluding.of_somebody(passed))}"
        steps.step(f"{text}; the path goes on with {starting.drug(context)}", Kind.DIRECTIVE, excluding.spans(passed))
    _left_aside(steps, context)
    if halts.unsaid(steps, context) or halts.forbidden(steps, context):
        return True
    if starts and (halts.advised_against(steps, context) or (not taken and beginning.refused(steps, context))):
        return True
    guide = guided.Guide(context)
    if starts:
        if not taken:
            guided.before(steps, guide)
        if not guide.whom:
            excluding.fits(steps, context)
        guided.for_whom(steps, guide, taken=taken)
    if not starts or context.question.patient.pregnancy or context.question.patient.breastfeeding:
        _weighed(steps, context)
    excluding.rules_out(steps, context)
    excluding.interactions(steps, context)
    if not taken:
        excluding.baseline(steps, context)
        excluding.start_limits(steps, context)
    if starts and not taken:
        beginning.start(steps, context)
    told = bool(guide.again or guide.ends)
    reviewing.visit(steps, context, goes_on=starts and told)
    if starts and not guided.after(steps, guide) and not taken:
        reviewing.review(steps, context)
    return False


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
    passage = quoting.lead(context) if not rows and (harm or _state(context)) else None
    if any(halts.AVOIDS.search(item.text) for _, item in rows):
        steps.step(f"Look whether this holds: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
        steps.branch("a", f"It does: do not start; {halts.elsewhere(context)}")
        steps.branch("b", "It does not: go on")
    elif rows:
        steps.step(f"Weigh with the patient: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
        steps.branch("a", f"The risk is not accepted: {halts.elsewhere(context)}")
        steps.branch("b", "It is accepted: go on")
    elif passage is not None and len(passage.span.quote) <= beginning.LONGEST:
        said = " ".join(passage.span.quote.split())
        steps.step(f"Go by what was found: “{said}”", Kind.QUOTED, (passage.span,))


_OF_SUCH: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
)


def _ended(steps: Steps, context: Context) -> None:
    """Where it is asked whether or how a treatment ends: what sources say of that, and then the choice."""
    rows = stopping.rows(context)[:MOST_ENDS]
    drug = wording.join(context.named)
    known = f"Weigh what is known of ending {drug}: {excluding.said(rows)}"
    steps.step(known, Kind.DIRECTIVE, excluding.spans(rows))
    guide = guided.Guide(context)
    for row in [row for row in guide.ends if row[1].span not in excluding.spans(rows)][:1]:
        steps.step(f"Look whether this holds: {excluding.said([row])}", Kind.DIRECTIVE, excluding.spans([row]))
    steps.step(f"Decide with the patient and the prescriber whether {drug} is still needed", Kind.NAVIGATION)
    steps.branch("a", "It is needed: continue, and go back to step 1 at the next review")
    steps.branch("b", f"It is not, or harms: {stopping.how(context)}, and {halts.elsewhere(context)}")


MOST_ENDS: Final = 2


def _checks(steps: Steps, context: Context) -> None:
    """Where only checks are asked about: each as its label says it, and what to do with what they show."""
    for appraisal, item in watching.rows(context)[:MOST_CHECKS]:
        said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"Check: {said}", Kind.DIRECTIVE, (item.span,))
    excluding.interactions(steps, context)
    steps.step("Judge what the checks show against the limits of the label and the laboratory", Kind.NAVIGATION)
    steps.branch("a", f"Outside them: speak with the prescriber before the next dose of {wording.join(context.named)}")
    steps.branch("b", "Within them: continue, and go back to step 1 at the next visit")
