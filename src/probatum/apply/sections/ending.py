"""Ending: the path where it is asked whether, when or how something that is taken ends.

Who asks whether to stop is not told what not to start: what speaks against it leads to how it is ended, and what it is
taken for besides to whoever prescribed that. What is interrupted for an operation is taken again after it.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.evidence import noninferior
from probatum.apply.labels import halted, starting, stopping, suspected
from probatum.apply.numbering import Steps
from probatum.apply.quoted.admitting import meet
from probatum.apply.sections import excluding, guided, halts, refusing, watched
from probatum.model import DirectiveAction, Kind, Role
from probatum.text import ending as its_end
from probatum.text.expressions import caseless

MOST: Final = 2
_ASKS: Final = caseless(
    r"\b(?:stop(?:ping|ped)?|continu(?:e|ed|ing)|deprescrib\w+|com(?:e|ing) off|keep(?: taking| on| going| giving)?"
    r"|still needs?|carry on with)\b(?P<behind>[^?.!]{0,60})"
)
_ALONE: Final = caseless(
    r"^\W*$|^ ?(?:[,;]|(?:or|after|before|now|in|at|it|them|this|that|these|for|with|if|when|once|then|altogether)\b)"
)
"""What stands behind a word for an end whose object was named before: `stop or continue`, `stop it`."""
_AT: Final = caseless(r"\b(?:what|which|how (?:high|low)) [^?.]{0,40}\bstop\b|\b(?:to stop|stops) (?:an?|the|his|her) ")
"""At what something is stopped is no question whether it goes on; what is meant to stop a seizure is begun."""
_OF_STARTING: Final = caseless(r"\b(?:start(?:ing|ed)?|initiat\w+|begin(?:ning)?|begun)\b")


def asked(context: Context) -> bool:
    """Whether the question is whether a medicine goes on."""
    typed = its_end.acts(context.question.typed)
    if not context.drug_like or _AT.search(typed) is not None:
        return False
    own = {name.lower() for c in context.question.having(Role.INTERVENTION) for name in (c.text, c.label)}
    behind = [found["behind"].lower() for found in _ASKS.finditer(typed)]
    return any(_ALONE.search(part) or any(name and name in part for name in own) for part in behind)


def weighed(steps: Steps, context: Context) -> bool:
    """The path where it is asked whether something goes on; False where it is not."""
    if not asked(context) or noninferior.claim(context) is not None:
        return False  # of two lengths of a course the trial that compared them chooses
    drug, out = starting.drug(context), halts.barred(context)
    if out is not None and _OF_STARTING.search(out[1].text) is None:
        return False  # what rules it out for this patient says more than that it ends
    slow = [row for row in stopping.sudden(context) if len(row[1].text.split()) <= excluding.LONGEST][:1]
    if out is not None:
        steps.step(f"Of starting {drug} this is said: {excluding.said([out])}", Kind.DIRECTIVE, (out[1].span,))
    elif refusing.unhelpful(context):
        names = refusing.unmoved(context)
        steps.step(f"Know that no effect of {drug} on {names} was found above", Kind.NAVIGATION)
    elif not slow and not stopping.told(context):
        ends = watched.ends(context)
        if halted.topics(context):  # that nothing else is there is no leave to go on with this
            ends = [row for row in ends if any(meet(row[1].span, one.span) for one in halted.told(context))]
        if ends:
            steps.step(f"Look whether this holds: {excluding.said(ends)}", Kind.DIRECTIVE, excluding.spans(ends))
            steps.branch("a", f"It does: do so, and {halts.elsewhere(context, ends)}")
            steps.branch("b", "It does not: go on")
    if going := _going_on(context, out):
        steps.step(f"Of going on this is said: {excluding.said(going)}", Kind.DIRECTIVE, excluding.spans(going))
    rows = [row for row in stopping.told(context) if row not in slow and row != out]
    rows = [row for row in rows if len(row[1].text.split()) <= excluding.LONGEST][:1]
    if rows:
        steps.step(f"Know what comes of ending it: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    if not steps.number:
        return True  # nothing is known of its end, and how it is begun was not asked
    steps.step(f"Decide with the patient whether {drug} {wording.now(drug)} still needed", Kind.NAVIGATION)
    steps.branch("a", "Its gain outweighs its harm, or it is taken for another reason as well: continue, and ask again")
    other = "" if stopping.for_nothing(context) else halts.elsewhere(context)
    then = f", and {other}" if other.startswith("weigh") else ""
    leads = "go on" if slow else f"agree to {stopping.how(context)}{then}"
    steps.branch(
        "b",
        f"Its harm outweighs its gain, or it has none here: {leads}",
    )
    if slow:
        steps.step(f"End it so: {excluding.said(slow)}", Kind.DIRECTIVE, excluding.spans(slow))
    return True


def own(steps: Steps, context: Context) -> bool:
    """For patients and carers: what is said of going on and of ending it, and whom they ask first; False where neither
    is asked, or it is ruled out for them."""
    out = halts.barred(context)
    if not (asked(context) or context.ends) or (out is not None and _OF_STARTING.search(out[1].text) is None):
        return False
    drug, slow = starting.drug(context), stopping.sudden(context)
    if not drug:
        return False  # `how do I stop my attacks`: nothing that is taken is ended
    rows = [*([out] if out is not None else []), *_going_on(context, out), *stopping.told(context)]
    rows = [row for n, row in enumerate(rows) if row not in slow and row not in rows[:n]]
    rows = [row for row in rows if len(row[1].text.split()) <= excluding.LONGEST][:MOST]
    if not rows and refusing.unhelpful(context):
        names = refusing.unmoved(context)
        steps.step(f"Know that no effect of {drug} on {names} was found above", Kind.NAVIGATION)
    if complaint := suspected.on_it(context.question):
        soon = f"Tell a doctor or pharmacist of {complaint} within a day: {drug} may be what brings it on, or may not"
        steps.step(f"{soon}; ask whether the next dose is to be taken", Kind.NAVIGATION)
    else:
        steps.step(
            f"Ask the doctor whether {drug} {wording.now(drug)} still needed, and change nothing before that",
            Kind.NAVIGATION,
        )
    if rows:
        steps.step(f"Show the doctor this: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    if slow:
        steps.step(f"Do not stop it by yourself: {excluding.said(slow[:1])}", Kind.DIRECTIVE, excluding.spans(slow[:1]))
    else:
        steps.step("Ask as well how it is ended, and what is watched for after that", Kind.NAVIGATION)
    return True


def _going_on(context: Context, out: excluding.Row | None) -> list[excluding.Row]:
    """What a label says of going on in somebody with just such kidneys or of such an age."""
    patient = context.question.patient
    rows = [row for row in context.directives(*_OF_GOING) if _GOES_ON.search(row[1].text) and row != out]
    return [row for row in rows if fitting.speaks_of(row[1].text, patient)][:1]


_OF_GOING: Final = (DirectiveAction.CAUTION, DirectiveAction.DOSE, DirectiveAction.STOP, DirectiveAction.MONITOR)
_GOES_ON: Final = caseless(r"\bgo(?:ing)? on\b|\bcontinu\w+|\bno reason to stop\b")


def say(steps: Steps, context: Context) -> None:
    """What sources say of ending it, and then the choice."""
    every, drug = stopping.rows(context), wording.join(context.named)
    if context.classes or {item.drug.lower() for _, item in every}.isdisjoint(context.drugs):
        drug = "it"  # of a class, or of a medicine beside its pro-drug, the label speaks by its own name
    planned = [row for row in every if excluding.PLANNED.search(row[1].text)][:1]
    if planned and excluding.PLANNED.search(context.question.read):
        _interrupted(steps, context, planned)
        return
    rows = every[:MOST]
    known = f"Weigh what is known of ending {drug}: {excluding.said(rows)}"
    steps.step(known, Kind.DIRECTIVE, excluding.spans(rows))
    guide = guided.Guide(context)
    for row in [row for row in guide.ends if row[1].span not in excluding.spans(rows)][:1]:
        steps.step(f"Look whether this holds: {excluding.said([row])}", Kind.DIRECTIVE, excluding.spans([row]))
    steps.step(
        f"Decide with the patient and the prescriber whether {drug} {wording.now(drug)} still needed", Kind.NAVIGATION
    )
    steps.branch("a", "It is needed: continue, and ask again at the next review")
    steps.branch("b", f"It is not, or harms: {stopping.how(context)}, and {halts.elsewhere(context)}")


def _interrupted(steps: Steps, context: Context, planned: list[excluding.Row]) -> None:
    """What is stopped for an operation and taken again: when, what the pause risks, with whom it is agreed."""
    drug = wording.join(context.named)
    steps.step(f"Stop in time: {excluding.said(planned)}", Kind.DIRECTIVE, excluding.spans(planned))
    boxed = context.directives(DirectiveAction.BOXED_WARNING)
    risks = [row for row in boxed if _PAUSE.search(row[1].text) and row not in planned][:1]
    if risks:
        steps.step(f"Know what the pause risks: {excluding.said(risks)}", Kind.DIRECTIVE, excluding.spans(risks))
    steps.step(
        f"Agree with the surgeon and the prescriber, before the day, when {drug} is taken again", Kind.NAVIGATION
    )


_PAUSE: Final = caseless(r"\b(?:stop(?:ping|ped)?|discontinu\w+|interrupt\w*|neuraxial|spinal|epidural)\b")
