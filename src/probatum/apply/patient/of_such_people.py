"""Of such people: what a guideline says of just the ages or the sex of the patient, where it parts people by them.

`for adults aged 76 years or more` is the answer at 78, and what the same guideline says of 40 to 75 years is none; what
it lets men have stands before what a trial in women found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import for_patient, sexes
from probatum.apply.quoted import by_part, sides
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Fit, Intent, Kind, Span, Statement
from probatum.text import ages, doses, tried, words
from probatum.text.expressions import caseless

_ASKED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING)
_ADVISES: Final = caseless(r"\b(?:recommend\w*|offer\w*|advis\w*|choices?|should|consider\w*|insufficient|suggests?)\b")


_NOT_SO: Final = caseless(r"\bnot pregnant\b|\bnon-?pregnant\b")
_SECOND: Final = caseless(r"\b(?:second|third) (?:choices?|line)\b|\bsecond-line\b")
"""What is given where the first choice does not serve."""


def found(context: Context) -> tuple[Appraisal, Span] | None:
    """The sentence of a guideline on what is asked that is of just such people, the one that tells most of it."""
    question = context.question
    if question.intent not in _ASKED or context.combined or question.danger:
        return None
    asked = words.stems(question.read)

    def worth(row: tuple[Appraisal, Span]) -> tuple[bool, bool, bool, bool, int]:
        # Of the very illness before one akin to it, and to whoever needs it; what is given before that it is.
        text, own = row[1].quote, row[0].directness.population.fit is Fit.DIRECT
        needs = guidance.of_needing(text, context)
        later = _SECOND.search(text) is not None and not tried.behind(question.typed)
        return own, not needs, not later, bool(doses.read(text)), len(asked & words.stems(text))

    return max(_rows(context), default=None, key=worth)


def _rows(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    near = [a for a in context.guidelines if a.directness.population.fit in (Fit.DIRECT, Fit.RELATED)]
    own = [a for a in near if a.directness.population.fit is Fit.DIRECT]
    for source in own or near:  # where one is on the very illness, none on another speaks for it
        every = [one.span for one in sentences_in(source.record) if _bears(one.span, context)]
        for span in every:
            others = [other.quote for other in every if other != span]
            if _of_age(span.quote, others, context) or _of_sex(span.quote, others, context):
                yield source, span


def _bears(span: Span, context: Context) -> bool:
    """Whether a sentence advises on what is asked about."""
    named = not context.named or context.names_intervention(span.quote)
    return named and quotable(span) and _ADVISES.search(span.quote) is not None


def _of_age(text: str, others: list[str], context: Context) -> bool:
    """Whether it holds the patient's age, and another of the same guideline names ages that do not."""
    own, limit = fitting.age(context.question.patient), ages.limits(text)
    if own is None or limit is None or not own.meets(limit):
        return False
    return any((other := ages.limits(one)) is not None and not own.meets(other) for one in others)


def _of_sex(text: str, others: list[str], context: Context) -> bool:
    """Whether it names the patient's sex, and another of the same guideline the other one; of a length that is asked
    for, whether it tells one."""
    patient = context.question.patient
    if patient.pregnancy or not sexes.names(text, patient) or not sexes.fits(text, patient):
        return False
    if fitting.PREGNANT.search(_NOT_SO.sub(" ", text)):  # `every woman` with an illness of pregnancy is expecting
        return False
    wanted = sides.asked(context.question.read) & {"time"}
    if wanted and not wanted & sides.told(text):
        return False
    return any(not sexes.fits(one, patient) for one in others)


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with that sentence first, behind what points to danger."""
    row = None if for_patient.barred(context) or not draft.statements else found(context)
    if row is None:
        return draft.statements
    source, span = row
    if not any(meet(span, held) for one in draft.statements for held in one.supports):
        by_part.tell(draft, Salient(source, span, 1.0, words.stems(span.quote)))
    told = [s for s in draft.statements if any(meet(span, held) for held in s.supports)]
    first = [s for s in draft.statements if s.kind is Kind.NAVIGATION]
    rest = [s for s in draft.statements if s not in first and s not in told]
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate((*first, *told, *rest), 1))
