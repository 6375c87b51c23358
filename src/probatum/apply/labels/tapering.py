"""Tapering: how a medicine or its class is stopped step by step, by a guideline that says it.

A label mostly says no more than that it is not stopped suddenly; a guideline says in which steps.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import guided_words
from probatum.apply.labels.guided_words import BY_NAME, named
from probatum.apply.once import once
from probatum.apply.quoted import by_part
from probatum.apply.quoted.salience import Salient
from probatum.text import ending
from probatum.text.expressions import caseless

MOST: Final = 3
_STEPS: Final = caseless(
    r"\b(?:stop(?:ped|ping)?|withdr[ae]w\w*|discontinu\w+|reduc\w+|lower(?:ed|ing)?|step down)\b[^;]{0,90}"
    r"\b(?:step by step|gradual\w*|taper\w*|smaller steps|over (?:\d|weeks|months)|weeks? to see|by \d+%)"
    r"|\btaper\w*|\b(?:alternate days|step down)\b[^;.]{0,80}\b(?:stopp|step)"
)
_OF_A_CHANGE: Final = caseless(r"\b(?:cross-?taper\w*|(?:change|switch|changing|switching) (?:of|from|to)\b)")
_ONLY_WHEN: Final = caseless(r"^\W*(?:when|if|in|before|as|after)\b")
_BARE: Final = caseless(r"^\W*(?:stopping|coming off|withdrawing|withdrawal (?:of|from)) (?:[\w-]+ ?){1,3}\W*$")


def asked(context: Context) -> bool:
    """Whether it is asked how one medicine or class is stopped, and a guideline tells in which steps."""
    read = context.question.read
    way = ending.asks_how(read) or _BARE.search(read) is not None
    return way and context.ends and context.drug_like and bool(told(context))


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences that tell it: those that name the medicine, then one that holds of its whole class."""
    if len(context.named) != 1:
        return ()
    drug = context.named[0]
    own: list[Salient] = []
    general: list[Salient] = []
    for one in guided_words.sentences(context, _STEPS):
        text = one.span.quote
        if _OF_A_CHANGE.search(text):
            continue
        rank = named(text, drug)
        if rank == BY_NAME:
            own.append(one)
        elif rank and not _ONLY_WHEN.search(text):
            general.append(one)
    own.sort(key=lambda one: _ONLY_WHEN.search(one.span.quote) is not None)
    return (*own, *general[:1])[:MOST] if own else tuple(general[:2])


def say(draft: Draft, context: Context) -> bool:
    """In which steps it is stopped; False where that is not asked or no guideline tells it."""
    if not asked(context):
        return False
    for one in told(context):
        by_part.tell(draft, one)
    return True
