"""Long course: what a guideline has taken for long after an illness, where just that is asked about.

A guideline on an attack says at its end what is taken for years (`after ischaemic stroke, A daily as long-term
treatment`): that one sentence answers, before trials of what is added to it.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import elsewhere
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.once import once
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.selection import is_proposed
from probatum.model import Intent, RecordStatus, Role
from probatum.text import phases, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 2
_INTENTS: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING)
_TAKEN: Final = caseless(r"\b(?:long[- ]term|lifelong|for life|indefinite\w*|secondary prevention|maintenance)\b")
_ADVISES: Final = caseless(r"\b(?:recommends?|advises?|first choice|should be|the dose of|is (?:taken|given))\b")


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences that have something taken for long in the very illness, of what is asked for where it is named."""
    question = context.question
    if phase_asked.asked(question) != phases.LONG or question.intent not in _INTENTS or question.danger:
        return ()
    if question.having(Role.COMPARATOR):
        return ()
    found = [
        Salient(source, one.span, 1.0, words.stems(one.span.quote))
        for source in context.guidelines
        if source.record.status is not RecordStatus.SUPERSEDED
        for one in sentences_in(source.record)
        if quotable(one.span) and _tells(one.span.quote, context)
    ]
    return tuple(found[:MOST])


def _tells(text: str, context: Context) -> bool:
    if not (_TAKEN.search(text) and _ADVISES.search(text)) or phases.of_text(text) == phases.ACUTE:
        return False
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    held = words.stems(text)
    if not any((own := words.stems(n)) and own <= held for c in ill for n in (c.label, c.text, *c.synonyms[:8])):
        return False
    if not fitting.of_age(text, context.question.patient) or elsewhere.for_others(text, context):
        return False
    return _of_what_is_asked(text, context)


def _of_what_is_asked(text: str, context: Context) -> bool:
    """Whether a sentence names what is asked for, or one of the class; true where nothing is named."""
    question, known = context.question, vocabulary.load()
    asked = {c.label for c in question.having(Role.INTERVENTION) if c.semantic == "drug" and not is_proposed(question)}
    asked |= {m.term.label for m in known.find(question.typed) if members(m.term.label)}
    given = {m.term.label.casefold() for m in known.find(text)}
    return not asked or any(given & {name.casefold(), *(m.casefold() for m in members(name))} for name in asked)
