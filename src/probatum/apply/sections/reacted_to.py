"""Reacted to: what is said and done where somebody reacts to a medicine now: no more of it, when help is called, what
its label says of that, and what a guideline has for people who do not bear it; never its dose, nor a relative of it."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import first_aid
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.patient import by_allergy
from probatum.apply.replies import danger
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span
from probatum.text import ages, halting, words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_ALLERGY: Final = caseless(
    r"\b(?:hypersensitiv\w+|allerg\w+|anaphyla\w+|angioedema|hives|urticaria|wheez\w+|flush\w+|itching)\b"
)
_SKIN: Final = caseless(r"\b(?:rash\w*|stevens|necrolysis|eosinophilia|DRESS|blister\w*|skin reactions?)\b")
_RASH: Final = caseless(r"\b(?:rash|fever|blister|eruption)\w*")
_RARE: Final = caseless(r"\b(?:latex|rubber|sulfite)\b")
_RATE: Final = caseless(r"\b(?:infused|injected|given) (?:at|over)\b[^.;]{0,40}\b(?:min|minutes|hours?)\b")
_WITH: Final = (DirectiveAction.STOP, DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION, DirectiveAction.MONITOR)


def is_told(context: Context) -> bool:
    """Whether somebody reacts to the medicine that is asked about, and no other is asked for."""
    brought = danger.brought(context.question)
    return bool(brought) and all(name.lower() in brought for name in context.named)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """What the labels of it say of such a reaction: that it is stopped, or else that it can come of it."""
    felt = words.stems(f"{context.question.outcome} {context.question.read}")
    skin = _RASH.search(context.question.read) is not None
    held = [r for r in _own(context) if r[1].action in _WITH and not _RARE.search(r[1].text)]
    held = [r for r in held if _ALLERGY.search(r[1].text) or (skin and _SKIN.search(r[1].text))]

    def order(row: Row) -> tuple[bool, int]:
        return not halting.ends(row[1].text), -len(felt & words.stems(row[1].text))

    return tuple(sorted(held, key=order))[:MOST]


def _own(context: Context) -> list[Row]:
    """The directions of its labels."""
    names = danger.brought(context.question)
    return [(a, d) for a in context.labels for d in a.directives if d.drug.lower() in names]


def _barred(context: Context) -> list[Row]:
    """That its label forbids it to those who do not bear it."""
    never = (r for r in _own(context) if r[1].action is DirectiveAction.CONTRAINDICATED)
    return [r for r in never if _ALLERGY.search(r[1].text)][:1]


def _rates(context: Context) -> list[Row]:
    """How fast it runs at most, where an infusion is told of."""
    if not danger.running(context.question):
        return []
    held = (r for r in _own(context) if r[1].action is not DirectiveAction.CONTRAINDICATED)
    return [r for r in held if _RATE.search(r[1].text) and ages.limits(r[1].text) is None][:1]


def choice(context: Context) -> tuple[Row, ...]:
    """What a guideline recommends for the illness to people with such an allergy."""
    return by_allergy.choices(context)[:1]


def say(draft: Draft, context: Context) -> None:
    """Behind the call: first aid, what the label says of it, and the choice of a guideline for such an allergy."""
    first_aid.say(draft, context)
    directives(draft, rows(context), "On this", "What is known of this")
    directives(draft, _barred(context), "Contraindicated", "Must not be used")
    if not context.reader.plain:
        directives(draft, _rates(context), "How fast at most, by its label", "")
        directives(draft, choice(context), "In its place, by a guideline for such an allergy", "")


def path(steps: Steps, context: Context) -> None:
    """No more of it, when help is called, first aid, and what then."""
    if context.question.danger == "emergency":
        _urgent(steps, context)
    else:
        _today(steps, context)


def _urgent(steps: Steps, context: Context) -> None:
    question, name = context.question, _name(context)
    steps.step(danger.named(question), Kind.NAVIGATION)
    if context.reader.plain:
        steps.branch("a", "It is happening now: call, do what they say, and stop reading here")
        steps.branch("b", f"It is over: have no more of {name} before a doctor has seen to it; stop reading here")
        return
    steps.branch("a", "Help is not there yet: call, do what they say, and go on")
    steps.branch("b", "It is over, or in professional care: go on")
    _no_more(steps, context)
    first_aid.step(steps, context)
    if rates := _rates(context):
        text = f"If it came of too fast an infusion, by the doctor in charge: {first_aid.said(rates)}"
        steps.step(text, Kind.DIRECTIVE, _spans(rates))
    written = f"Write the reaction to {name} down: whether it is ever had again is for a doctor who has seen to this"
    steps.step(written, Kind.NAVIGATION)


def _today(steps: Steps, context: Context) -> None:
    question, name = context.question, _name(context)
    _no_more(steps, context)
    steps.branch(
        "a", f"One of these is there ({danger.reaction_signs(question)}): {danger.call(question)}; stop reading here"
    )
    steps.branch("b", "None of these is there: go on, and look for them again")
    text = "Ask the prescriber today, before the next dose is due, whether and what is given in its place"
    other = choice(context) if not context.reader.plain else ()
    if other:
        steps.step(f"{text}: {first_aid.said(other)}", Kind.DIRECTIVE, _spans(other))
    else:
        steps.step(text, Kind.NAVIGATION)
    steps.branch("a", f"It was no reaction to {name}, by a doctor who has seen to it: do what that doctor says")
    never = _barred(context)
    bar = f" ({first_aid.said(never)})" if never else ""
    text = f"It was, or this is not clear: write the reaction down, and give no {name}{bar}; stop here"
    steps.branch("b", text, Kind.DIRECTIVE if never else Kind.NAVIGATION, _spans(never))


def _no_more(steps: Steps, context: Context) -> None:
    """That no more of it is given, with what its label says of an end."""
    told = [row for row in rows(context) if halting.ends(row[1].text)]
    label = f": {first_aid.said(told)}" if told else ""
    name = _name(context)
    kind = Kind.DIRECTIVE if told else Kind.NAVIGATION
    steps.step(f"Give no more of {name}{danger.running(context.question)}{label}", kind, _spans(told))


def _name(context: Context) -> str:
    own = list(context.named) if is_told(context) else []
    return wording.join(own) or context.question.sign


def _spans(told: tuple[Row, ...] | list[Row]) -> tuple[Span, ...]:
    return tuple(item.span for _, item in told)
