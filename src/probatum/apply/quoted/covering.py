"""Covering: whether a sentence of a source speaks of all that was asked, and so is its answer and not what is near.

One test for every denial: a sentence of a source on the very question covers it where it (or, for the illness, the
title of its record) names the treatment and the illness, and where it tells the side of the treatment that is asked
about: what comes after it is ended, how soon it works, how long people stay in hospital.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directive, quote
from probatum.apply.naming import SAYS
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.quotable import quotable
from probatum.model import Appraisal, Design, Directive, Fit, Kind, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless


class Side(NamedTuple):
    """How one side of a treatment is asked for, and how a sentence tells it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


_ENDED: Final = r"(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|discontinu\w{1,6}|withdr[ae]w\w{0,3})"
AFTERWARDS: Final = Side(
    caseless(
        r"\b(?:benefits?|effects?|protection|gains?|relief)(?: (?:of|from) [\w-]{3,30})? (?:still )?"
        r"(?:last|persist|wears? off)s?\b"
        rf"|\b(?:last|persist|continue|stay|relapse|come back|return)s?\b[^?.]{{0,40}}"
        rf"\b(?:after|once|when)\b[^?.]{{0,30}}\b{_ENDED}\b"
    ),
    caseless(
        rf"\b(?:after|once|when|since)\b[^.]{{0,40}}\b{_ENDED}\b|\bafter (?:the end of|withdrawal|discontinuation)\b"
        r"|\b(?:persisted|lasted|wore off|was lost|were lost|was not sustained|was sustained)\b"
    ),
)
"""What comes after a treatment is ended."""
SIDES: Final = (
    AFTERWARDS,
    Side(
        caseless(r"\bhow (?:soon|fast|quick(?:ly)?|rapidly)\b|\bhow long\b[^?.]{0,40}\b(?:to work|before|kick in)\b"),
        caseless(
            r"\b(?:within|after|at|by|from) (?:the )?(?:first |day |week |hour )?\d+"
            r" ?(?:minutes?|hours?|days?|weeks?)?\b"
            r"|\b(?:onset|time to (?:response|relief|improvement|effect))\b"
        ),
    ),
    Side(
        caseless(
            r"\b(?:shorten|reduce|length of|shorter|days in|time in) (?:the )?(?:hospital |of )?(?:stay|hospital)\b"
        ),
        caseless(r"\b(?:days in hospital|(?:hospital|length of) stay|time (?:in hospital|to discharge)|discharge)\b"),
    ),
)


def side(context: Context) -> Side | None:
    """The side of a treatment that is asked about, where it is one of those known."""
    return next((one for one in SIDES if one.asked.search(context.question.read)), None)


def covers(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence of a source speaks of the treatment, of the illness and of the side that are asked about."""
    direct = appraisal.directness
    if direct.note or not context.treatable or not context.names_intervention(span.quote):
        return False
    if direct.intervention.fit is not Fit.DIRECT or appraisal.study.design in (Design.ANIMAL, Design.IN_VITRO):
        return False
    wanted = side(context)
    return wanted is not None and bool(wanted.told.search(span.quote)) and _of_illness(context, appraisal, span)


def _of_illness(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence or the title of its record names the illness that is asked about, where one is."""
    asked = [c for c in context.question.concepts if c.semantic == "condition" and c.role is not Role.INTERVENTION]
    said = spelled(span) | words.stems(appraisal.record.title)
    named = [[words.stems(n) for n in c.names] for c in asked]
    return all(any(n and n <= said for n in names) for names in named)


def found(context: Context) -> tuple[Appraisal, Span] | None:
    """The first sentence that covers what was asked: conclusions before results, better sources before others."""
    if side(context) is None:
        return None
    for appraisal in context.answering:
        for span in (*appraisal.conclusions, *appraisal.results):
            if quotable(span) and covers(context, appraisal, span):
                return appraisal, span
    return None


def say(draft: Draft, context: Context) -> bool:
    """Quote the sentence that covers what was asked; False where none does, and then nothing was written."""
    answer = found(context)
    if answer is None:
        return False
    appraisal, span = answer
    verb = "concludes" if span in appraisal.conclusions else "reports" if span in appraisal.results else SAYS
    quote(draft, appraisal, span, verb)
    return True


def asks_afterwards(context: Context) -> bool:
    """Whether it is asked what comes after the treatment is ended: its effect while it is taken is no answer."""
    return context.treatable and side(context) is AFTERWARDS


def say_afterwards(draft: Draft, context: Context) -> bool:
    """What comes after the treatment is ended, from a study, else a label; else that no study tells it. False where
    that is not asked."""
    if not asks_afterwards(context) or not context.named:
        return False
    if say(draft, context):
        return True
    warned = _warned(context)
    if warned is not None:
        directive(draft, *warned, _WHEN, _WHEN)
    else:
        what = " and ".join(context.named)
        draft.add(f"no included study tells whether the effect of {what} lasts after it is stopped", Kind.ABSENCE)
    return True


_WHEN: Final = "After it is stopped"
_BEFALLS: Final = caseless(r"\b(?:occur|return|recur|relaps|rebound|worsen|lost|persist|last)\w{0,5}\b")


def _warned(context: Context) -> tuple[Appraisal, Directive] | None:
    """What a label says befalls people after the treatment is ended."""
    every = ((a, d) for a in context.labels for d in a.directives)
    return next(((a, d) for a, d in every if AFTERWARDS.told.search(d.text) and _BEFALLS.search(d.text)), None)
