"""Reviewing: the steps of a path after its first dose: what to look for, whether it helps, when it ends."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import complaint, starting, stopping, wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.effects import effect_of, leading
from probatum.apply.numbering import Steps
from probatum.apply.outcomes import PREVENTS
from probatum.apply.sections import halts
from probatum.model import Appraisal, DirectiveAction, Intent, Kind
from probatum.text.expressions import expression

_VAGUE: Final = expression(
    r"\b(?:adverse|side effects?|events?|discontinu|withdraw|stopp|complet|safety)", re.IGNORECASE
)
"""Harms that name no symptom one could ask about."""


_SO_FAR: Final = expression(r" (?:leading to|requiring|causing|resulting in) .*$", re.IGNORECASE)
"""How far a harm went: it is looked for before that."""


_TIME: Final = expression(
    r" (?:at|within|after|over|by|from|through|until|up to|on) (?:(?:day|week|month|year)s? )?\d.*$"
)
"""The time at which a trial measured an outcome: a visit has its own."""


ON: Final = "go on"


MOST_WORDS: Final = 6
"""Words of a harm that one can look for."""


def prevents(context: Context) -> bool:
    """Whether something is to be kept away, so that it is neither there to be confirmed nor to be seen."""
    return context.question.intent is Intent.PREVENTION or bool(PREVENTS.search(context.question.read))


EVENT: Final = expression(
    r"\b(?:deaths?|mortality|died|survival|events?|infarctions?|strokes?|fractures?|hospital\w*|admissions?|failure"
    r"|progression|recurren\w*|exacerbations?|relapses?|bleeding|ha?emorrhage|thrombo\w*|incidence|retention|delirium)\b",
    re.IGNORECASE,
)
"""Outcomes that happen or do not: in one person nobody sees whether a treatment prevented them."""


def review(steps: Steps, context: Context, step: int) -> None:
    """Whether it helps, at the length of the shortest study; better goes back to `step` (0: to this step)."""
    if context.asks_time:  # a course ends; nobody goes on with it because it helped
        steps.step("At the end of the course look whether the problem is gone", Kind.NAVIGATION)
        steps.branch("a", "It is: stop here")
        steps.branch("b", f"It is not: look for its cause again, and {halts.elsewhere(context)}")
        return
    timed = [a for a in context.answering if a.study.duration]
    shown = next((g for g in context.groups if g.asked and effect_of(g, context)), None)
    if shown is None and not context.outcome:
        shown = next((g for g in context.groups if effect_of(g, context)), None)
    name = _TIME.sub("", shown.name) if shown else context.outcome or "the effect"
    if EVENT.search(name) or prevents(context) or complaint.is_another(name, context.question):
        _go_on(steps, context, step)
        return
    if shown is not None and (measured := _TIME.search(shown.name)) is not None:
        at, spans = measured[0].strip(), (shown.items[0].finding.sentence,)
        steps.step(f"Review {name} {at}, when it was measured in the trial", Kind.FINDING, spans)
        _by_effect(steps, context, step)
        return
    known = {i.finding.record for i in shown.items} if shown else set()
    first = next((a for a in sorted(timed, key=lambda a: _length(a)) if a.record.id in known), None)
    if first is None or first.study.duration is None:
        steps.step(f"Review {name} with the patient at a date fixed beforehand", Kind.NAVIGATION)
    else:
        steps.step(
            f"Review {name} after {wording.lower(first.study.duration.value)}, the length of the shortest study of it",
            Kind.FINDING,
            (first.study.duration.span,),
        )
    _by_effect(steps, context, step)


def _by_effect(steps: Steps, context: Context, step: int) -> None:
    """What follows from whether it helped."""
    watched = ", with the monitoring above," if context.directives(DirectiveAction.MONITOR) else ""
    again = f"go back to step {step or steps.number} at the next visit"
    steps.branch("a", f"Better, and tolerated: continue{watched} and {again}")
    stop = "b"
    top = starting.highest(context)
    if top is not None and any(effect_of(g, context) for g in leading(context)):
        dose = f"{starting.drug(context)} {starting.amount(top, starting.drug(context))}"
        text = (
            f"Tolerated, and more effect is wanted: trials went up to {dose}; see adverse effects first, then {again}"
        )
        steps.branch("b", text, Kind.FINDING, (top.span,))
        stop = "c"
    steps.branch(stop, f"No better: {stopping.how(context)}, and {halts.elsewhere(context)}")


def _go_on(steps: Steps, context: Context, step: int) -> None:
    """Where events are to be prevented: whether it is tolerated and still wanted, for nobody sees what it prevents."""
    steps.step("Review tolerance, use and the patient's wish at a date fixed beforehand", Kind.NAVIGATION)
    watched = ", with the monitoring above," if context.directives(DirectiveAction.MONITOR) else ""
    again = f"go back to step {step or steps.number} at the next visit"
    steps.branch("a", f"Tolerated and still wanted: continue{watched} and {again}")
    steps.branch("b", f"Not tolerated, or no longer wanted: {stopping.how(context)}, and {halts.elsewhere(context)}")


def _length(appraisal: Appraisal) -> float:
    from_text = appraisal.study.duration.value if appraisal.study.duration else ""
    number = next((float(w) for w in from_text.replace("-", " ").split() if w.replace(".", "", 1).isdigit()), 1e6)
    return number * next((days for unit, days in wording.DAYS.items() if unit in from_text), 1.0)


def visit(steps: Steps, context: Context, after: str) -> int:
    """What to ask about at every visit, and when to stop; gives the number of its step.

    0 where no harm is known and the path goes on to a review.
    """
    named = [_SO_FAR.sub("", f.outcome) for _, f in context.harms() if not _VAGUE.search(_SO_FAR.sub("", f.outcome))]
    harms = [n for n in dict.fromkeys(named) if "," not in n and len(n.split()) <= MOST_WORDS][:5]
    if not harms and after == ON:
        return 0
    spans = tuple(f.sentence for _, f in context.harms() if _SO_FAR.sub("", f.outcome) in harms)
    listed = context.directives(DirectiveAction.ADVERSE_EFFECT)[:1]
    if harms or not listed:
        asked = wording.join(harms) or "symptoms that are new since the treatment began"
        steps.step(f"During treatment look for {asked}", Kind.FINDING if harms else Kind.NAVIGATION, spans)
    else:
        told = f"what the label lists under adverse effects ({source_name(listed[0][0])})"
        steps.step(f"During treatment look for {told}", Kind.DIRECTIVE, (listed[0][1].span,))
    steps.branch("a", f"Serious, or not tolerated: stop, treat, and {halts.elsewhere(context)}")
    steps.branch("b", f"Absent or mild: {after}")
    return steps.number
