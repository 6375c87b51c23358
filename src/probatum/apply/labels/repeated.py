"""Repeated: what labels say of one more dose: after how long, how much at most, and when help is called instead."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.children.whom import is_child
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.once import once
from probatum.apply.replies.helplines import help_in
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Role
from probatum.text import repeating
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_KINDS: Final = (Intent.THERAPY, Intent.DOSING, Intent.HARM, Intent.PROGNOSIS)
_NO_DIRECTION: Final = (DirectiveAction.INDICATED, DirectiveAction.STATUS, DirectiveAction.CONTRAINDICATED)


_ASKS_CALL: Final = caseless(r"\b(?:call(?:ing)?|phon(?:e|ing)|emergency|ambulance|999|911|112|hospital|get help)\b")
_OF_CHILD: Final = caseless(
    r"\b(?:child\w*|kids?|bab(?:y|ies)|toddlers?|infants?|newborns?|sons?|daughters?|grandson|granddaughter"
    r"|little (?:one|boy|girl)|(?:\d+|one|two|three|four|five|six) (?:months?|mths?)[- ]old"
    r"|(?:[1-9]|1[0-5])[- ]?(?:years?|yrs?|yo)\b)"
)
_FOR_CHILDREN: Final = caseless(r"\bin (?:children|infants|adolescents)\b(?![^.;]{0,40}\badults\b)")
_OF_SOME: Final = caseless(r"^(?:below|above|over|under|in) \d+ years\b|\bpregnan\w+|\bbreast")


def asked(context: Context) -> bool:
    """Whether one more dose of the one medicine is asked about, for somebody whose dose is the usual one."""
    question = context.question
    patient = question.patient
    if question.danger or question.intent not in _KINDS or not context.drug_like or context.combined:
        return False
    if is_child(patient) or _OF_CHILD.search(question.typed):
        return False  # nobody's dose is a child's but a child's own
    if question.having(Role.COMPARATOR) or patient.kidney or patient.liver or patient.pregnancy:
        return False
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    names = tuple(n for c in given for n in (c.text, c.label))
    return len(given) == 1 and repeating.asks(question.typed, names)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """The directions of the labels on that: of the next dose first, then of the most in a time."""
    every = [(a, d) for a in context.labels for d in a.directives if d.action not in _NO_DIRECTION]
    kept = [row for row in every if repeating.tells(row[1].text) and row[1].action is DirectiveAction.DOSE]
    kept = [row for row in kept if not fitting.of_others(row[1].text, context.question.patient)]
    kept = [row for row in kept if not _FOR_CHILDREN.search(row[1].text)]
    return tuple(sorted(kept, key=lambda row: not repeating.soon(row[1].text))[:MOST])


def say(draft: Draft, context: Context) -> None:
    """Those directions, when help is called, and that no label tells it where none does."""
    told = rows(context)
    every = [(a, d) for a in context.labels for d in a.directives if d not in [item for _, item in told]]
    calls = [row for row in every if repeating.calls(row[1].text) and not _OF_SOME.search(row[1].text)]
    calls.sort(key=lambda row: not repeating.fails(row[1].text))
    first = _ASKS_CALL.search(context.question.typed) is not None
    directives(draft, calls[:1] if told and first else [], "When to call", "When to call for help")
    directives(draft, told, "Repeating a dose", "Taking or giving it again")
    directives(draft, calls[:1] if told and not first else [], "When to call", "When to call for help")
    if told:
        return
    name, call = wording.join(context.named), help_in(context.question.country).call_emergency
    held, lacking = f"no label of {name} that is held tells", f"no label of {name} is held, so nothing is told here"
    what = "after how long a dose is repeated" if context.labels else "of one dose more"
    draft.add(
        f"{held if context.labels else lacking} {what}; in an emergency call {call}",
        Kind.ABSENCE,
        plain=f"we found no label of {name} that tells of one dose more. In an emergency call {call} now: they tell "
        "whether more is given. Else ask a pharmacist or doctor first",
    )
