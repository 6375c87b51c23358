"""Advised: what a guideline says of a medicine, or of its class, in an illness of which no label tells.

A medicine is often given for what its label is not for. Of that use a guideline alone tells in whom it does harm, how
long it is given and when it is stopped: that answers who asks it, before it is said that no label tells.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply.choices import by_class, guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.once import once
from probatum.apply.patient import beside
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, RecordStatus, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_ENDS: Final = caseless(r"\b(?:stop(?:ping|ped)?|discontinu\w+|withdraw\w*|withdrawn|taper\w*|deprescrib\w+)\b")
_LASTS: Final = caseless(r"\bshortest (?:possible )?time\b|\breassess\w*\b|\b(?:for )?(?:up to|at most) \d")
_AT_MOST: Final = caseless(r"\bfor (?:up to|at most|no longer than) \d+ (?:day|week|month)s?\b")
_WHERE: Final = caseless(r"in (?P<whom>[^,.;]{3,120}),")
"""How a direction opens that says first in whom it holds."""
_EACH: Final = caseless(r",? (?:and|or) in ")
_BARE: Final = caseless(r" (?:drugs?|agents?|medicines?)$")
"""What the name of a class has behind it, and a text that speaks of `antipsychotics` has not."""
_ASKED: Final = (Intent.THERAPY, Intent.HARM, Intent.DOSING, Intent.PREVENTION)


def say(draft: Draft, context: Context) -> bool:
    """What guidelines say against it in just this illness, before what it does at all; False where they say nothing,
    or advise against it as such, which is an answer and no mere care."""
    rows = limits(context)
    chosen = is_open(context.question) or is_proposed(context.question)  # nobody asks whether just this is given
    against = bool(rows) and rows[0][1].action is DirectiveAction.NOT_RECOMMENDED
    if against and not chosen and by_class.on_it(rows[0][1], context):
        directives(draft, rows[:1], "Guideline, against", "Advice to doctors is against it")
        return False
    directives(draft, rows[:1], "Caution", "Advice to doctors says that care is needed")
    return bool(rows)


@once
def limits(context: Context) -> tuple[Row, ...]:
    """What guidelines say against it, or of care with it, in the very illness that is told of the patient."""
    if context.combined or context.question.intent not in _ASKED:
        return ()
    return tuple(
        (appraisal, item)
        for appraisal in context.guidelines
        if appraisal.record.status is not RecordStatus.SUPERSEDED
        for item in appraisal.directives
        if item.action in beside.LIMITS and _of_this(item, context) and _on_it(item, context)
    )


def _on_it(item: Directive, context: Context) -> bool:
    """Whether a direction is on the treatment, or names no drug and is on the class that the treatment is of."""
    if by_class.on_it(item, context):
        return True
    said = words.stems(item.text)
    classes = (_BARE.sub("", name) for drug in context.named for name in classes_of(drug))
    return not item.drug and any(stems and stems <= said for stems in map(words.stems, classes))


def _of_this(item: Directive, context: Context) -> bool:
    """Whether a direction opens with an illness of which every word is told of the patient: that on dementia of
    Parkinson's disease is none on dementia."""
    opening = _WHERE.match(item.text)
    ill = [c for c in context.question.concepts if c.semantic == "condition" and c.role is not Role.INTERVENTION]
    if context.question.intent is Intent.HARM:  # whoever asks what a medicine may bring does not have it
        ill = [c for c in ill if c.role is not Role.OUTCOME]
    if opening is None or not ill:
        return False
    told = words.stems(" ".join((context.question.read, *(name for c in ill for name in c.names))))
    each = (_PEOPLE.sub("", one) for one in _EACH.split(opening["whom"]))
    return any(words.stems(one) <= told and _is_ill(one) for one in each)


_PEOPLE: Final = caseless(r"^(?:people|women|men|adults|patients|children|those) (?:with|who (?:have|had)|after) ")


def _is_ill(text: str) -> bool:
    return any(m.term.semantic == "condition" for m in vocabulary.load().find(text))


@once
def ends(context: Context) -> tuple[Row, ...]:
    """What guidelines on this very use say of its end and of how long it lasts, the former first; none where it is not
    asked whether it goes on."""
    if not context.halts:
        return ()
    rows = [row for row in guidance.rows(context) if _ENDS.search(row[1].text) or _LASTS.search(row[1].text)]
    return tuple(sorted(rows, key=lambda row: _ENDS.search(row[1].text) is None)[:MOST])


@once
def courses(context: Context) -> tuple[Salient, ...]:
    """The sentence of such a guideline that says for how long the very medicine is meant, where it directs nothing of
    that: a medicine that is taken for longer is judged by it."""
    own = {appraisal.record.id: appraisal for appraisal, _ in ends(context)}
    return tuple(
        Salient(appraisal, one.span, 1.0, words.stems(one.span.quote))
        for appraisal in own.values()
        for one in sentences_in(appraisal.record)
        if _AT_MOST.search(one.span.quote) and context.names_intervention(one.span.quote)
    )[:1]
