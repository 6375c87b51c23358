"""Meeting: the path of medicines that are to be taken together: what labels say, whether they meet already, checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import level_changed
from probatum.apply.labels.ingredients import names_it
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.sections import dosing, excluding, spacing, taken_beside, within_limit
from probatum.apply.together import beside_each_other, brought, limited, pair_checks, pairs, spaced, stances
from probatum.model import Kind
from probatum.text.expressions import caseless

MOST: Final = 2
"""Directions on the two that a step holds."""


_LIMITED: Final = caseless(
    r"\bnot exceed\b|\blimited to\b|\b(?:maximum|at most|no more than)\b"
    r"|\bdose\b[^.;]{0,50}\b(?:halved|reduced|lowered)\b"
)
"""A limit in what is to be avoided, or whose dose may have to be less."""
_LIMIT: Final = "give both only with the limit of the dose, and the checks, that are said there"


def steps_of(steps: Steps, context: Context, *, own: bool = False) -> None:
    """Medicines taken together: what stands against it, then by whether they are taken already, then what to check.
    Patients and carers (`own`) weigh and choose nothing by themselves."""
    found = pairs.rows(context)
    names = wording.join(context.combined)
    if own:
        found = (*brought.rows(context), *found)
        if found:  # else whom to ask, which stands under what to do next, is all that they can do
            _own(steps, context, found)
        return
    if not found:
        steps.step(
            f"No label here tells of {names} together: ask a pharmacist, or look the two up in a current source on "
            "interactions, before both are given",
            Kind.NAVIGATION,
        )
        steps.branch("a", "It speaks against the two: choose another treatment in place of one of them")
        steps.branch("b", "It does not: give each as its own label says; continue")
        grave = stances.OPEN
    elif brought.rows(context):
        grave = stances.NEVER
        _ruled_out_first(steps, context)
    else:
        grave = pairs.standing(found[0][1], context)
        first = [row for row in found if row[0] is found[0][0]][:MOST]  # one source: each is held to its own words
        told = _told_of(first, context)
        if grave is stances.APART:
            spacing.say(steps, told, found)
        elif grave in (stances.LIMITED, stances.LOWERED):
            within_limit.say(steps, context, told, found, grave)
        else:
            refused = _refused(found[0][1].text, grave)
            lead = f"Do not give {told} together" if refused else f"Before {told} are given together, weigh"
            said = excluding.said(excluding.of_somebody(first))
            steps.step(f"{lead}: {said}", Kind.DIRECTIVE, excluding.spans(first))
            steps.branch("a", f"Not taken together yet: {_not_yet(found[0][1].text, grave)}")
            steps.branch("b", f"Taken together already: {_already(refused=refused)}")
    if grave is not stances.NEVER:
        _watched(steps, context)


def _watched(steps: Steps, context: Context) -> None:
    """What is checked while both are taken, a level that the one changes first, and the signs of too much."""
    levels, signs = level_changed.checks(context)[:MOST], level_changed.signs(context)[:1]
    watched = [row for row in levels if row[0] is levels[0][0]] or pairs.checks(context)[:1]
    watched = watched or pair_checks.of_the_harm(context)[:1]
    if watched:
        said, spans = excluding.said(watched), excluding.spans(watched)
        steps.step(f"While both are taken, check: {said}", Kind.DIRECTIVE, spans)
        wanted = level_changed.desired(context) if levels else None
        on = "go on" if signs else "continue"
        if wanted is None:
            steps.branch("a", f"As it should be: {on}, and check again when either is changed or stopped")
        else:
            kept = (
                f"{wanted.name} at {wanted.low} to {wanted.high} {wanted.unit}: go on, and check again at each change"
            )
            steps.branch("a", kept, Kind.DIRECTIVE, (wanted.span,))
        steps.branch("b", "Not as it should be: speak with the prescriber before the next dose")
    if signs:
        steps.step(f"Stop rule: {excluding.said(signs)}", Kind.DIRECTIVE, excluding.spans(signs))
        steps.branch("a", "Such signs: give no further dose before the level is known; speak with the prescriber now")
        steps.branch("b", "None: continue")


def _ruled_out_first(steps: Steps, context: Context) -> None:
    """Where the one is forbidden in a state that the other brings about: nothing is given before that is ruled out."""
    bars, other = brought.rows(context), brought.by(context)
    own = [row for row in pairs.rows(context) if row[0] is bars[0][0]][:1]
    given = wording.join(list(dict.fromkeys(wording.lower(item.drug) for _, item in bars)))
    told = excluding.said([*excluding.of_somebody(bars), *own])
    spans = excluding.spans([*bars, *own])
    steps.step(f"Do not give {given} before this is ruled out, on which {other} bears: {told}", Kind.DIRECTIVE, spans)
    steps.branch(
        "a",
        f"{wording.upper(other)} may still act, or that is not known: do not give {given}; ask the "
        "specialist in charge now",
    )
    steps.branch("b", f"It is ruled out: the specialist in charge decides whether {given} is given; stop here")


def beside(steps: Steps, context: Context, *, own: bool = False) -> bool:
    """The path of medicines that a question names beside each other and not as a choice, or of one beside what is
    taken where nothing is to be treated: what speaks against the two comes before any dose. False where no label or
    notice tells of them. Patients and carers (`own`) weigh nothing by themselves."""
    if choices(context.question) and not dosing.of_interaction(context):
        return False
    if for_patient.barred(context):
        return False  # what the patient may not have at all is given with nothing
    rows = [r for r in beside_each_other.together(context) if taken_beside.never_together(r)][:1]
    named = {wording.lower(name) for name in context.named}
    pair = [name for row in rows for name in sorted(named) if wording.stands_in(name, _words_of(row))]
    if not dosing.of_interaction(context):
        rows = rows if len(set(pair)) > 1 else []
    elif not rows:
        rows = list(beside_each_other.together(context))[:MOST] or taken_beside.of_taken(context)[:MOST]
    if not rows:
        return False
    asked = {wording.lower(n) for n in (*context.named, *context.question.patient.drugs)}
    both = sorted(n for n in asked if names_it(n, _words_of(rows[0])))
    two = wording.join(both) if len(both) > 1 else "the two"
    if spacing.say(steps, two, rows, own=own):
        return True
    if own:
        _own(steps, context, rows)
        return True
    refused = taken_beside.never_together(rows[0])
    less = None if refused else _of_less(rows[0][1].text)
    if less is not None:
        within_limit.say(steps, context, two, rows, less)
        return True
    lead = f"Do not give {two} together" if refused else f"Before {two} are given together, weigh"
    steps.step(f"{lead}: {excluding.said(excluding.of_somebody(rows))}", Kind.DIRECTIVE, excluding.spans(rows))
    not_yet = "keep the one that is taken, and choose another in place of the other"
    ask = "ask the prescriber whether another would do; if not, give both with the checks that are said there"
    steps.branch("a", f"Not taken together yet: {not_yet if refused else ask}")
    steps.branch("b", f"Taken together already: {_already(refused=refused)}")
    return True


def _of_less(text: str) -> stances.Said | None:
    """How a direction lets two be given together with less of one; None where it speaks of no amount."""
    if limited.to_a_limit(text):
        return stances.LIMITED
    return stances.LOWERED if limited.to_less(text) else None


def _already(*, refused: bool) -> str:
    """What is done where the two are taken together: whoever reads may be the one who prescribes."""
    if refused:
        return (
            "look now for harm, and decide before the next dose, with the prescriber where that is another, which of "
            "the two to stop or replace"
        )
    return (
        "look now for what is said there, and decide before the next dose, with the prescriber where that is another, "
        "whether both continue"
    )


def _words_of(row: pairs.Row) -> str:
    return f"{row[1].drug} {row[1].text}".lower()


def _own(steps: Steps, context: Context, found: Sequence[pairs.Row]) -> None:
    """What those do who take the two, or care for somebody who does."""
    first = found[:MOST]
    told = _told_of(first, context)
    if not brought.rows(context) and spacing.say(steps, told, found, own=True):
        return
    said, spans = excluding.said(excluding.of_somebody(first)), excluding.spans(first)
    if brought.rows(context) or _refused(found[0][1].text, pairs.standing(found[0][1], context)):
        lead = f"Do not take {told} together before a doctor or pharmacist has agreed"
    else:
        lead = f"Before {told} are taken together, ask a doctor or pharmacist about this"
    steps.step(f"{lead}: {said}", Kind.DIRECTIVE, spans)
    steps.step(
        "If both are taken already, call the doctor or pharmacist today, before the next dose; do not stop one of them "
        "on your own",
        Kind.NAVIGATION,
    )
    if watched := pairs.checks(context)[:1]:
        appraisal, item = watched[0]
        check = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"While both are taken, have this checked: {check}", Kind.DIRECTIVE, (item.span,))


def _refused(text: str, grave: stances.Said) -> bool:
    """Whether a direction wants the two not given together, whatever the dose and the time between them."""
    return grave in (stances.NEVER, stances.AVOID) and not spaced.told(text) and _LIMITED.search(text) is None


def _told_of(rows: Sequence[pairs.Row], context: Context) -> str:
    """Those of the medicines that directions speak of: the label of one is told of no other."""
    said = " ".join(f"{item.drug} {item.text}" for _, item in rows).lower()
    named = [name for name in context.combined if wording.stands_in(name.lower(), said)]
    if len(context.combined) == MOST:
        return wording.join(context.combined)
    return wording.join(named) if len(named) > 1 else "these"


def _not_yet(text: str, grave: stances.Said) -> str:
    """What is done where the two are not taken together yet."""
    return (
        f"{_LIMIT}; go on" if _LIMITED.search(text) else f"{grave.step}; go on" if grave is stances.CARE else grave.step
    )
