"""Other way: the dose of a medicine by another way, or of its fellow, by the guideline that tells the conversion."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import changed_by, guided_words
from probatum.apply.labels.guided_words import BY_NAME, named
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.apply.together import replacing
from probatum.model import Kind
from probatum.text import other_way
from probatum.text.expressions import caseless

MOST: Final = 2
_CHANGES: Final = caseless(r"\b(?:change|convert\w*|conversion)\b")
_LOW: Final = caseless(r"\b(?:approximate|low side|breakthrough)\b")


def asked(context: Context) -> bool:
    """Whether it is asked, and a guideline tells it."""
    return context.drug_like and other_way.asks(context.question.read) and bool(told(context))


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences of guidelines on the change from the one way to the other."""
    asked_ways = other_way.kinds(context.question.read)
    olds = replacing.names(context) or context.drugs
    found: dict[object, Salient] = {}
    for one in guided_words.sentences(context, _CHANGES):
        for before, after in changed_by.ways(one.span.quote):
            to_it = other_way.kinds(after)
            if to_it and not to_it <= asked_ways:
                continue
            rest = one.span.quote[one.span.quote.find(after) + len(after) :]
            by_device = other_way.DEVICE.search(after) is not None
            met = any(named(before, old) == BY_NAME for old in olds) and any(
                named(after, new) == BY_NAME or (by_device and named(rest, new) == BY_NAME) for new in context.drugs
            )
            if met:
                found.setdefault(one.span, one)
    return tuple(found.values())[:MOST]


def say(draft: Draft, context: Context) -> bool:
    """How it is converted; False where that is not asked or no guideline tells it."""
    if not asked(context):
        return False
    for one in (*told(context), *_careful(context)):
        by_part.tell(draft, one)
    return True


def _careful(context: Context) -> list[Salient]:
    """What the same guideline says of a dose on the low side."""
    sources = {one.appraisal.record.id for one in told(context)}
    held = guided_words.sentences(context, _LOW)
    return [one for one in held if one.appraisal.record.id in sources and one not in told(context)][-1:]


def steps_of(steps: Steps, context: Context) -> bool:
    """The path of a conversion; False where none is asked."""
    if not asked(context):
        return False
    for lead, rows in (("Convert by the guideline", told(context)), ("Mind", tuple(_careful(context)))):
        if rows:
            said = "; ".join(wording.lower(one.span.quote.rstrip(". ")) for one in rows)
            text = f"{lead}: {said} ({source_name(rows[0].appraisal)})"
            steps.step(text, Kind.DIRECTIVE, tuple(one.span for one in rows))
    steps.branch("a", "It is not clear that this holds for the patient: ask a specialist before it is given; stop here")
    steps.branch("b", "It does: have a second person check the sum, and continue")
    return True
