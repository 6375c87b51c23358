"""Laid: how somebody is laid or sat in the emergency that is told. Guidelines say it behind what is given; whoever
waits for help needs it among the first, and no path of such an emergency is whole without it."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.labels.first_aid import LAID
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Question, Role
from probatum.text import words
from probatum.text.expressions import caseless

_AWAITED: Final = caseless(
    r"\b(?:before|until|till|while|whilst|awaiting|waiting)\b[^.;?]{0,30}\b(?:ambulance|help|paramedics?|crash team"
    r"|arrest team|transfer|999|911)\b|\bfirst aid\b|\bpre-?hospital\b"
)


def awaited(question: Question) -> bool:
    """Whether it is asked what is done until help comes."""
    return _AWAITED.search(question.typed) is not None


def added(told: tuple[Salient, ...], context: Context, most: int) -> tuple[Salient, ...]:
    """The sentences with that of the first one's source on how somebody is laid behind it, at most so many."""
    if not told or any(LAID.search(one.span.quote) for one in told):
        return told
    source, patient = told[0].appraisal, context.question.patient
    found = [
        one
        for one in sentences_in(source.record)
        if LAID.search(one.span.quote) and quotable(one.span) and fitting.of_age(one.span.quote, patient)
    ]
    if not found:  # another body's advice on the same emergency, by its name
        ill = [stems for c in context.question.having(Role.POPULATION) for n in c.names if (stems := words.stems(n))]
        found = [
            one
            for other in context.guidelines
            for one in sentences_in(other.record)
            if LAID.search(one.span.quote)
            and quotable(one.span)
            and fitting.of_age(one.span.quote, patient)
            and any(stems <= words.stems(one.span.quote) for stems in ill)
        ]
        source = next((a for a in context.guidelines if found and a.record.id == found[0].span.record), source)
    own = [one for one in found if bool(fitting.PREGNANT.search(one.span.quote)) == bool(patient.pregnancy)]
    laid = [Salient(source, one.span, 1.0, words.stems(one.span.quote)) for one in (own or found)[:1]]
    return (*told[:1], *laid, *told[1:])[:most] if laid else told
