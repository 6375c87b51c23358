"""Clinical algorithm: numbered steps with branches, each resting on what stands above it.

A step that would change nothing is not made; every branch says where it leads: on, back to a step, to another
treatment, or to a stop (`apply.consistency` holds it to that). Branches carry the step's number and a letter
(`algorithm.4a`).
"""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import (
    fitting,
    for_patient,
    guidance,
    noninferior,
    quoting,
    starting,
    uses,
    watching,
    wording,
)
from probatum.apply.arms import choices
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing, source_name
from probatum.apply.effects import Effect, deciding, effect_of, leading
from probatum.apply.numbering import Steps
from probatum.apply.outcomes import OutcomeGroup
from probatum.apply.sections import dosing, halts, meeting, reviewing
from probatum.model import Directive, DirectiveAction, Intent, Kind, Role, Section
from probatum.text import doses
from probatum.text.expressions import expression

MOST_INTERACTING: Final = 8
MOST_CHECKS: Final = 4
MOST_NAMED: Final = 2
"""Contraindications that a step names; the others stand under safety."""


def compose(context: Context) -> Section:
    """Confirm, exclude, agree and start, review with branches, stop rules."""
    draft = Draft("algorithm", "Clinical algorithm")
    steps = Steps(draft)
    given = (context.drug_like or _wanted(context)) and context.question.intent is not Intent.MECHANISM
    if halts.dangerous(steps, context):
        return draft.section("")
    if context.combined:
        meeting.steps_of(steps, context)
    elif watching.alone(context) and watching.rows(context):
        _checks(steps, context)
    elif context.treatable and given and (context.answering or context.labels) and _decidable(context):
        _confirm(steps, context)
        if context.question.intent in _STARTED and (
            halts.forbidden(steps, context) or halts.advised_against(steps, context)
        ):
            return draft.section("")
        _exclude(steps, context)
        _interactions(steps, context)
        _baseline(steps, context)
        if context.question.intent not in (Intent.HARM, Intent.INTERACTION):
            if _start(steps, context):
                visit = reviewing.visit(steps, context, reviewing.ON)
                reviewing.review(steps, context, visit)
        else:
            reviewing.visit(steps, context, "continue, and ask again at the next visit")
    else:
        return draft.section(f"{context.searched}: no treatment to choose or give was found, so there are no steps.")
    if steps.number < 2:  # no step but to confirm the problem
        draft = Draft("algorithm", "Clinical algorithm")
    return draft.section(nothing(context, "doses, directives or comparisons from which steps could be built"))


def _checks(steps: Steps, context: Context) -> None:
    """Where only checks are asked about: each as its label says it, and what to do with what they show."""
    for appraisal, item in watching.rows(context)[:MOST_CHECKS]:
        said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"Check: {said}", Kind.DIRECTIVE, (item.span,))
    _interactions(steps, context)
    steps.step("Judge what the checks show against the limits of the label and the laboratory", Kind.NAVIGATION)
    steps.branch("a", f"Outside them: speak with the prescriber before the next dose of {wording.join(context.named)}")
    steps.branch("b", "Within them: continue, and go back to step 1 at the next visit")


def _confirm(steps: Steps, context: Context) -> None:
    """The complaint that is treated; else the illness of the people. What is to be prevented cannot be confirmed."""
    suffered = next((c for c in context.question.having(Role.OUTCOME) if c.semantic in _COMPLAINTS), None)
    if suffered is not None and reviewing.EVENT.search(f"{context.outcome} {suffered.label}"):
        suffered = None
    if suffered is not None and reviewing.prevents(context):
        suffered = None
    ill = next((c for c in context.question.having(Role.POPULATION) if c.semantic in _COMPLAINTS), None)
    concept = suffered or ill
    if concept is None:
        return
    name = (context.outcome if suffered is not None else "") or wording.spelled(concept)
    apart = f", and not {wording.join(concept.near[:3], 'or')}" if concept.near else ""
    matters = ", and that it matters to the patient" if concept.semantic == "symptom" else ""
    steps.step(f"Confirm that the problem is {name}{apart}{matters}", Kind.NAVIGATION)
    other = "one of these" if concept.near else "something else"
    steps.branch("a", f"It is {other}: leave this path")
    steps.branch("b", "It is confirmed: go on")


_COMPLAINTS: Final = ("condition", "symptom")


def _exclude(steps: Steps, context: Context) -> None:
    own = [row for row in for_patient.barred(context) if row[1].action is DirectiveAction.CONTRAINDICATED]
    barred = [*own, *(row for row in context.directives(DirectiveAction.CONTRAINDICATED) if row not in own)]
    if not barred:
        return
    spans = tuple(d.span for _, d in barred)
    said = "; ".join(wording.lower(d.text.rstrip(". ")) for _, d in barred[:MOST_NAMED])
    more = ", and the others under safety" if len(barred) > MOST_NAMED else ""
    steps.step(f"Look for contraindications: {said}{more}", Kind.DIRECTIVE, spans)
    steps.branch("a", f"Any present: do not use {wording.join(context.named)}; {halts.elsewhere(context)}")
    steps.branch("b", "None present: go on")


def _interactions(steps: Steps, context: Context) -> None:
    pairs = context.directives(DirectiveAction.INTERACTION)
    elsewhere = [(a, d) for a in context.other_labels for d in a.directives if _about(d, context)]
    known = vocabulary.load()
    mentioned = [d.text[m.start : m.end] for _, d in pairs for m in known.find(d.text)]
    named = [m for m in mentioned if known.is_drug(m) and m.lower() not in context.drugs]
    named += [d.drug for _, d in elsewhere]
    named = list(dict.fromkeys(wording.lower(name) for name in named if name))[:MOST_INTERACTING]
    if not named:
        return
    spans = tuple(d.span for _, d in (*pairs, *elsewhere))
    steps.step(f"List all other drugs; interactions are described with {wording.join(named)}", Kind.DIRECTIVE, spans)
    steps.branch("a", "One is taken and can be changed: change it first, then go on")
    steps.branch("b", "One is taken and cannot be changed: do as safety says of it, or choose another treatment")
    steps.branch("c", "None is taken: go on")


def _about(item: Directive, context: Context) -> bool:
    """Whether another drug's label warns of the drug asked about."""
    text = f"{item.text} {item.other}".lower()
    return item.action is DirectiveAction.INTERACTION and any(wording.stands_in(d, text) for d in context.drugs)


def _baseline(steps: Steps, context: Context) -> None:
    watched = context.directives(DirectiveAction.MONITOR)[:3]
    if watched:
        named = wording.join(list(dict.fromkeys(source_name(a) for a, _ in watched)))
        spans = tuple(d.span for _, d in watched)
        steps.step(
            f"Before the first dose and during treatment: monitor as said above ({named})", Kind.DIRECTIVE, spans
        )


_NO_CALL: Final = "No effect that would call for it was found above"


def _moved(context: Context) -> tuple[list[str], list[str]]:
    """Names of the outcomes asked about (or the first, where none was) that moved, and of those that got worse."""
    effects = [(g, effect_of(g, context)) for g in leading(context)]
    moved = [(g, e) for g, e in effects if e is not None and e.direction in ("lower", "higher")]
    worse = [g.name for g, e in moved if _worse(g, e, context)]
    return [g.name for g, _ in moved if g.name not in worse], worse


def _wanted(context: Context) -> bool:
    """Whether some outcome moved, and none of them to the worse."""
    better, worse = _moved(context)
    return bool(better) and not worse


def _worse(group: OutcomeGroup, effect: Effect, context: Context) -> bool:
    """Whether a result that the effect rests on, and that reached significance, speaks against what was asked about."""
    against = "benefit" if effect.stand.turned else "harm"
    return any(
        f.significant is True and f.favours == against and bool(f.arms) and not f.arms[0].control
        for f in (item.finding for item in deciding(effect, group, context))
    )


_STARTED: Final = tuple(i for i in Intent if i not in (Intent.HARM, Intent.INTERACTION))
"""Kinds of question whose path leads to a first dose."""


def _decidable(context: Context) -> bool:
    """Whether anything here says whether to give it: a path of checks before a choice that nothing supports is none."""
    if context.question.intent not in _STARTED or for_patient.barred(context) or guidance.rows(context):
        return True
    meant = any(context.indicated_for_this(d) for _, d in context.directives(DirectiveAction.INDICATED))
    if meant or any(effect_of(g, context) for g in leading(context)):
        return True
    return noninferior.claim(context) is not None or quoting.lead(context) is not None


def _start(steps: Steps, context: Context) -> bool:
    """The first dose, as labelled for this use or as studied, only where an effect on the outcome asked about was seen.

    False where the path ends here, without an effect that would call for it.
    """
    drug = starting.drug(context)
    on = f" for {context.use}" if context.use else ""
    rows = () if context.by_members else dosing.label_doses(context)  # a dose of a member is none of its class
    suited = [(a, d) for a, d in rows if any(context.indicated_for_this(i) for i in a.directives)]
    suited = [(a, d) for a, d in suited if doses.read(d.text) and not uses.for_another_use(d, context)]
    if choices(context.question):  # of the one that is started, and of no other
        suited = [(a, d) for a, d in suited if d.drug.lower() == drug.lower()]
    if suited:
        if worse := _moved(context)[1]:
            steps.step(f"Weigh what was found above of {wording.join(worse[:MOST_NAMED])}", Kind.NAVIGATION)
            steps.branch("a", f"Not worth it to the patient: do not start; {halts.elsewhere(context)}")
            steps.branch("b", "Worth it: go on")
        _agree(steps, context, off_label=False)
        appraisal, item = min(suited, key=lambda row: _how_far(row[1], context))
        said = wording.lower(item.text.rstrip(". "))
        steps.step(
            f"Dose as on the label for this use: {said} ({source_name(appraisal)})", Kind.DIRECTIVE, (item.span,)
        )
        return True
    shown = noninferior.claim(context)
    if shown is not None and not any(_moved(context)):
        _agree(steps, context, off_label=context.off_label)
        steps.step("Give what the trial above found noninferior, as it was given there", Kind.FINDING, (shown[1],))
        return True
    if not any(effect_of(g, context) for g in leading(context)):  # speaks neither for it nor against it
        if halts.denied(steps, context):
            return False
        if not any(s.kind.asserts for s in steps.draft.statements):
            return False  # without a label's word either there is nothing to decide by
        steps.step(f"Weigh what is quoted above of {drug}{on}, its label and a current guideline", Kind.NAVIGATION)
        steps.branch("a", f"They speak against it: do not start; {halts.elsewhere(context)}")
        steps.branch("b", "They speak for it: dose as they say, and go on")
        return True
    better, worse = _moved(context)
    if better and worse:
        gain, price = wording.join(better[:MOST_NAMED]), wording.join(worse[:MOST_NAMED])
        steps.step(f"Weigh what was found above of {gain} against what was found of {price}", Kind.NAVIGATION)
        steps.branch("a", f"Not worth it to the patient: do not start; {halts.elsewhere(context)}")
        steps.branch("b", "Worth it: go on")
    elif not better:
        found = f"What was found above speaks against {drug}" if worse else _NO_CALL
        steps.step(f"{found}: do not start {drug}{on} on this evidence", Kind.NAVIGATION)
        steps.branch("a", f"Something is still wanted: {halts.elsewhere(context)}")
        steps.branch("b", "Nothing more is wanted: stop here")
        return False
    return _first_dose(steps, context, drug)


_TOP: Final = expression(r"(?:the )?(?:maximum|highest)\b", re.IGNORECASE)
"""A dose that is not to be passed, and none to begin with."""
_BEGINS: Final = expression(r"\b(?:start(?:s|ing|ed)?|initial(?:ly)?|beg[iau]n(?:s|ning)?)\b", re.IGNORECASE)
_GOES_ON: Final = expression(
    r"\b(?:target|maintenance|maximum|raised|increased|weeks? (?:[2-9]|[1-9]\d))\b", re.IGNORECASE
)


_RATHER_NOT: Final = expression(r"\bnot (?:be )?(?:recommended|started|used|given)\b", re.IGNORECASE)


def _how_far(item: Directive, context: Context) -> tuple[bool, bool, int]:
    """How far a dose is from the one to begin with: those of people whose kidneys or age ask for another, and those
    reached later or not to be passed, come after the first of them all."""
    text = item.text
    own = fitting.speaks_of(text, context.question.patient) or fitting.of_healthy_kidneys(text)
    others = bool(_RATHER_NOT.search(text)) or (fitting.special(text) and not own)
    return others, not _BEGINS.search(text), 2 * bool(_TOP.match(text)) + bool(_GOES_ON.search(text))


def _first_dose(steps: Steps, context: Context, drug: str) -> bool:
    """The lowest dose of the trials; without a dose, what was studied. True: the path goes on."""
    doses = starting.doses(context)
    _agree(steps, context, off_label=context.off_label)
    if doses:
        _, arm, _ = doses[0]
        trials = "these trials" if len({a.record.id for _, _, a in doses}) > 1 else "this trial"
        which = f"the lowest dose in {trials}" if starting.highest(context) is not None else f"the dose of {trials}"
        steps.step(f"Start {drug} {starting.amount(arm, drug)}, {which}", Kind.FINDING, (arm.span,))
        return True
    if context.drug_like:
        studied = bool(dosing.compose(context).statements)
        known = "dose it as in the studies under dosing" if studied else "look up its dose: no source here tells one"
        how = f"Agree on {drug} with the patient, and {known}"
    else:
        how = f"Agree on {drug} with the patient, done as in the studies above"
    steps.step(how, Kind.NAVIGATION)
    steps.branch("a", f"Not agreed: do not start; {halts.elsewhere(context)}")
    steps.branch("b", "Agreed: go on")
    return True


def _agree(steps: Steps, context: Context, *, off_label: bool) -> None:
    """The boxed warning is weighed, and use outside the label agreed, before a first dose."""
    boxed = context.directives(DirectiveAction.BOXED_WARNING)[:1]
    parts = [f"the boxed warning ({source_name(a)})" for a, _ in boxed] + ["off-label use"] * off_label
    if parts:
        spans = tuple(d.span for _, d in boxed)
        kind = Kind.DIRECTIVE if boxed else Kind.NAVIGATION
        steps.step(f"Weigh {wording.join(parts)} with the patient, as said under safety", kind, spans)
        steps.branch("a", f"Not agreed: do not start; {halts.elsewhere(context)}")
        steps.branch("b", "Agreed: go on")
