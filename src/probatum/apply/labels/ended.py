"""Ended: how a medicine is ended, what comes of it and from when it may be, told by what its label says of just that.

What it has to be stopped for says nothing of the way: `stopped at once` is no answer to how fast.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import halted, tapering
from probatum.apply.once import once
from probatum.apply.patient import for_patient, sexes
from probatum.apply.quoted import by_part
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, part, sentences_in
from probatum.model import Role
from probatum.text import ending, words
from probatum.text.expressions import caseless
from probatum.text.halting import Way

LONGEST: Final = 22
"""Words of a question that asks one thing."""
MOST: Final = 2
_END: Final = r"(?:stopp(?:ed|ing)|discontinu\w+|withdr[ae]w\w*|cessation)"
_SLOW: Final = r"(?:gradual\w*|slowly|abrupt\w*|suddenly|step by step|small steps|over (?:at least |about )?\d)"
GRADUAL: Final = caseless(
    rf"\btaper\w*|\b(?:{_END}|reduced|lowered)\b[^.;]{{0,60}}\b{_SLOW}|\b{_SLOW}\b[^.;]{{0,25}}\b(?:{_END}|reduced)\b"
)
"""How it is ended."""
COMES: Final = caseless(
    rf"\b(?:after|when|once|if) [^.;,]{{0,40}}\b(?:is|was|are) {_END}\b(?! (?:for|if)\b)"
    rf"|^\W*(?:boxed warning: )?(?:early |sudden )?{_END}\b[^.;]{{0,60}}\b(?:rais|increas|caus|lead|worsen|can|may)"
    rf"|\b{_END} (?:abruptly|suddenly)\b[^.;]{{0,12}}\bbecause\b"
)
"""What comes of it."""
FROM: Final = caseless(rf"\b{_END}\b[^.;]{{0,40}}\bafter \d|\b(?:for|after) \d[^.;]{{0,40}}\b{_END}\b")
"""From when on it may be."""
_OTHERS: Final = caseless(
    r"\b(?:switch\w*|instead|restart\w*|convert\w*|replac\w+|vs|versus|trials?|evidence|dose of)\b"
)
_DIGIT: Final = caseless(r"\d")


def alone(context: Context) -> bool:
    """Whether just this is asked, of a medicine and of no illness, and a label tells it."""
    question = context.question
    if not context.labels or question.danger not in ("", "stopping") or context.combined or context.by_members:
        return False
    if any(c.semantic in ("condition", "procedure") or c.role is Role.COMPARATOR for c in question.concepts):
        return False  # in an illness guidelines tell it as well
    typed = question.typed
    return len(typed.split()) <= LONGEST and _OTHERS.search(typed) is None and bool(told(context))


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences of the labels that tell what is asked of an end, the best first; none where nothing is."""
    read = context.question.read
    order: list[re.Pattern[str]] = []
    if ending.asks_after(read):
        order = [COMES, GRADUAL]
    elif ending.asks_how(read):
        order = [GRADUAL, COMES]
    elif ending.asks_when(read):
        order = [FROM]
    elif context.halts is Way.STOP and not (halted.topics(context) or for_patient.barred(context)):
        order = [FROM, GRADUAL, COMES]  # for nothing that is told: from when on, and what is to be thought of
    patient = context.question.patient
    made: list[tuple[tuple[int, bool, int], Salient]] = []
    for source in context.labels if order else ():
        for one in sentences_in(source.record):
            text = one.span.quote
            rank = next((n for n, told_ in enumerate(order) if told_.search(text)), None)
            if rank is None or not quotable(one.span) or part(one.span) in ("interaction", "use"):
                continue
            if not sexes.fits(text, patient) or fitting.of_children_alone(text, patient):
                continue
            salient = Salient(source, one.span, 1.0, words.stems(text))
            made.append(((rank, _DIGIT.search(text) is None, len(made)), salient))
    made.sort(key=lambda row: row[0])
    return tuple(salient for _, salient in made)[:MOST]


def say(draft: Draft, context: Context) -> None:
    """What tells it: the steps of a guideline, then one sentence of each label."""
    tapering.say(draft, context)
    found = [
        (one, [(one.appraisal, item) for item in one.appraisal.directives if meet(item.span, one.span)])
        for one in told(context)
    ]
    directives(draft, [row for _, rows in found for row in rows], "Stopping", "When it is stopped")
    for one, rows in found:
        if not rows:
            by_part.tell(draft, one)
