"""Refusing: the path that ends before a first dose since nothing that was found calls for it, or nothing chooses
between two; of what is taken already how it is ended.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.effects import deciding, effect_of, leading, worse_off
from probatum.apply.evidence import borderline, inert, noninferior, tried
from probatum.apply.labels import starting, stopping
from probatum.apply.numbering import Steps
from probatum.apply.sections import beginning, denying, halts, labelled_dose
from probatum.apply.sections.excluding import said, spans
from probatum.model import DirectiveAction, Kind, Role
from probatum.text.expressions import caseless

_DETAILS: Final = caseless(r"\s*\([^()]{1,80}\)")
"""What stands in brackets in an outcome's name: it is told with the evidence."""


def _labelled(context: Context) -> bool:
    """Whether a label's dose is for this, and no wider use than that in which studies found no effect."""
    wide = bool(context.use) and not any(context.indicated_for_this(d) for a in context.labels for d in a.directives)
    tried = any(g.asked and effect_of(g, context) is not None for g in leading(context))
    return bool(labelled_dose.suited(context)) and not (wide and tried)


def unhelpful(context: Context) -> bool:
    """Whether effects were looked for and none was found that calls for it: nothing better, and no label for this."""
    if beginning.chosen_by_guideline(context) or _labelled(context) or noninferior.claim(context) is not None:
        return False
    seen = any(effect_of(g, context) for g in leading(context))
    return seen and not beginning.moved(context)[0]


def _is_advised(context: Context) -> bool:
    """Whether the first that a guideline says of it in the illness is to give it: no lack of an effect in one trial
    stands against that."""
    first = [row for row in guidance.rows(context)[:1] if not _MAY_BE.search(row[1].text)]
    return any(
        item.action is DirectiveAction.RECOMMENDED and context.names_intervention(item.text) for _, item in first
    )


_MAY_BE: Final = caseless(r"\bconsider\w*|\b(?:second|third)[- ](?:choice|line)|\b(?:may|can|could) be\b")
"""What is only weighed, or comes behind other treatments."""


def settles(context: Context) -> bool:
    """Whether two were set against each other, and the one asked about did worse: that chooses, too."""
    return bool(beginning.moved(context)[1]) and bool(halts.compared(context))


def refused(steps: Steps, context: Context, *, taken: bool = False) -> bool:
    """The whole path where what was found calls for no treatment, or chooses neither of two; False elsewhere: nothing
    is ruled out or checked for what is not begun. Of what is `taken` already how it is ended."""
    if taken:
        return unhelpful(context) and _in_vain(steps, context)
    if beginning.chosen_by_guideline(context) or _labelled(context) or _is_advised(context):
        return False
    if noninferior.claim(context) is not None and not any(beginning.moved(context)):
        return False
    if not any(effect_of(g, context) for g in leading(context)):
        if halts.denied(steps, context) or denying.say(steps, context):
            return True
        if _did_worse(context):
            _not_started(steps, context, against=True)
            return True
        return False
    drug, (better, worse) = starting.drug(context), beginning.moved(context)
    if better:
        return False
    if not worse and (other := _compared(context)):
        _either(steps, context, drug, other)
        return True
    if worse and (other := _compared(context)):
        told = f"what was found above of {wording.join(worse[: beginning.MOST_NAMED])} speaks for it"
        steps.step(f"Choose {other} before {drug}: {told}", Kind.NAVIGATION)
        steps.branch(
            "a", f"A label forbids {other} to this patient, or it is refused: {drug} is what is left; stop here"
        )
        steps.branch("b", f"Neither is so: give {other} by its label, and stop here")
        return True
    if not worse and (pair := _other_arm(context)):
        _either(steps, context, *pair)  # no difference between two treatments is no lack of effect of either
        return True
    _not_started(steps, context, against=bool(worse))
    return True


def _not_started(steps: Steps, context: Context, *, against: bool) -> None:
    """That nothing is begun on what was found, which spoke `against` it or showed no effect."""
    drug = starting.drug(context)
    # Nothing is started `for death`.
    on = f" for {context.use}" if context.use and not beginning.counted(context.use) else ""
    names = _DETAILS.sub("", unmoved(context))
    found = (
        f"What was found above speaks against {drug}"
        if against
        else f"No {_clear(context)}effect on {names} was found above"
    )
    steps.step(f"{found}: do not start {drug}{on} on this evidence", Kind.NAVIGATION)
    steps.branch("a", f"Something is still wanted: {halts.elsewhere(context)}")
    already = f"{wording.upper(drug)} {wording.now(drug)} taken already"
    steps.branch("b", f"{already}, or there is another use: ask the prescriber about that use")


def _did_worse(context: Context) -> bool:
    """Whether the first result of a study of what was asked about is called worse by it, and the difference is
    significant, though its scale does not tell which way is better; none is called better."""
    every = [f for a in context.answering for f in tried.main(context, a) if not f.harm]
    told = {f.favours for f in every if f.significant is True and f.arms and not f.arms[0].control}
    return "harm" in told and "benefit" not in told


def _clear(context: Context) -> str:
    """`clear `, where an interval ends at no difference: that shows no effect, and not that none was seen."""
    every = [(g, e) for g in leading(context) if (e := effect_of(g, context)) is not None and e.direction == "none"]
    sides = (borderline.side([i.finding for i in deciding(e, g, context)], context.question) for g, e in every)
    return "clear " if any(sides) else ""


def _other_arm(context: Context) -> tuple[str, str] | None:
    """The two treatments between which the leading effects found no difference; None where they were set against a
    dummy, nothing, or what is not told."""
    effects = [e for g in leading(context) if (e := effect_of(g, context)) is not None]
    named = next(((e.stand.who, e.stand.other) for e in effects if e.stand.other), None)
    asked = any(not inert.is_inert(c.text) for c in context.question.having(Role.COMPARATOR))
    dummies = (inert.is_inert(e.stand.other) if e.stand.other else not asked for e in effects)
    return None if named is None or any(dummies) or inert.is_less(named[1], named[0]) else named


def _compared(context: Context) -> str:
    """The treatment that the question sets against the one asked about; empty where it is none that anybody chooses, or
    a part of what is asked about."""
    other = halts.compared(context)
    whole = wording.join(context.named)
    return "" if not other or inert.is_inert(other) or inert.is_less(other, whole) else other


def unmoved(context: Context) -> str:
    """The outcomes on which no effect was found."""
    effects = [(g, effect_of(g, context)) for g in leading(context)]
    still = [g.name for g, e in effects if e is not None and e.direction not in ("lower", "higher")]
    return wording.join((still or [g.name for g, e in effects if e is not None])[: beginning.MOST_NAMED])


def _in_vain(steps: Steps, context: Context) -> bool:
    """Of what is taken and was not found to help: the decision, and how it is ended."""
    drug = starting.drug(context)
    names = _DETAILS.sub("", unmoved(context))
    steps.step(f"Decide whether {drug} goes on: no effect on {names} was found above", Kind.NAVIGATION)
    steps.branch("a", "It helps this patient beyond doubt, and is tolerated: continue")
    steps.branch("b", "It does not: go on")
    rows = [row for row in stopping.rows(context) if row[1].action is DirectiveAction.STOP][:1]
    told = f"End it: {said(rows)}" if rows else f"Stop {drug}"
    kind = Kind.DIRECTIVE if rows else Kind.NAVIGATION
    steps.step(f"{told}; {halts.elsewhere(context)}", kind, spans(rows))
    return True


def _either(steps: Steps, context: Context, drug: str, other: str) -> None:
    """That neither of two did better speaks for neither, and against neither: what else moved then decides, or what
    forbids one of them."""
    asked = leading(context)
    names = _DETAILS.sub("", wording.join([g.name for g in asked][: beginning.MOST_NAMED]))
    steps.step(
        f"No difference in {names} was found above between {drug} and {other}: either may serve", Kind.NAVIGATION
    )
    found = None
    for group in context.groups:
        effect = None if group in asked else effect_of(group, context)
        if effect is not None and effect.direction in ("lower", "higher") and effect.stand.other:
            found = group, effect
            break
    if found is not None:
        group, effect = found
        others = [n for n in (drug, other) if n.lower() != effect.stand.who.lower()]
        better = others[0] if worse_off(group, effect, context) and len(others) == 1 else effect.stand.who
        steps.branch("a", f"{wording.upper(group.name)} matters to this patient: give {better}, and stop here")
    else:
        steps.branch("a", "A label forbids one of them to this patient (see safety): give the other, and stop here")
    steps.branch("b", "Neither is so: give the one that is at hand by its label, and stop here")
