"""Changed test: `creatinine up 25% on A`, `ALT 3x ULN on A` ask what becomes of a medicine that is taken, now that a
test has changed. The sentence of a guideline or a label that names both and says at which change it is kept, lowered or
stopped leads: what the medicine does for people in trials answers nobody who asks that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.apply.choices import next_step
from probatum.apply.context import Context
from probatum.apply.labels import by_value, guided_words
from probatum.apply.once import once
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Intent, RecordKind, RecordStatus, Role
from probatum.text import changed, words
from probatum.text.expressions import caseless

MOST: Final = 2
WITHIN: Final = 1.5
"""By how much less a sentence may tell than the first."""
_INTENTS: Final = (Intent.THERAPY, Intent.DOSING, Intent.HARM)
_KEPT: Final = caseless(
    r"\b(?:(?:is|be|are) (?:kept|stopped|continued|lowered|reduced|halved|paused|withheld|refused|discontinued)"
    r"|stopp?(?:ed|ing)?|a dose of|dose is kept|does not suppress)\b"
)
_FIRST: Final = caseless(r"\bbefore\b|\bshould not be started\b|\bis started, \b")
"""What is measured, or decides, before it is begun."""


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences, that tells most first; none where no test has changed, or no source says what is done then."""
    question = context.question
    names = changed.told(question.typed) or changed.told(question.read)
    if not names or context.reader.plain or question.danger or question.intent not in _INTENTS:
        return ()
    asked = (c for c in question.having(Role.INTERVENTION) if c.semantic == "drug")
    drugs = {*question.patient.drugs, *(c.label for c in asked)}
    if question.patient.values and by_value.held_for(context):
        return ()  # a limit in figures, or the state that the value is, is told by the label
    drugs = {drug for drug in drugs if not any(test.search(drug) for test in names)}
    if not drugs or question.having(Role.COMPARATOR):
        return ()
    found = [(_near(one, names, drugs), one) for one in _sentences(context)]
    found = sorted((row for row in found if row[0] > 0), key=lambda row: -row[0])
    return tuple(one for near, one in found if near >= found[0][0] - WITHIN)[:MOST]


def _sentences(context: Context) -> Iterator[Salient]:
    for source in (*context.guidelines, *context.labels, *filter(_of_guideline, context.further)):
        if source.record.status is RecordStatus.SUPERSEDED:
            continue
        for one in sentences_in(source.record):
            if quotable(one.span):
                yield Salient(source, one.span, 1.0, words.stems(one.span.quote))


def _of_guideline(source: Appraisal) -> bool:
    return source.record.kind is RecordKind.GUIDELINE


def _near(one: Salient, names: tuple[re.Pattern[str], ...], drugs: set[str]) -> float:
    """How much a sentence tells: of the medicine or its class, of the test, at which change and what is done; nothing
    where it lacks one of these."""
    text = one.span.quote
    by = max(guided_words.named(text, drug) for drug in drugs)
    if not by or not any(test.search(text) for test in names) or not (changed.limited(text) and _KEPT.search(text)):
        return 0.0
    figures = any(sign.isdigit() for sign in text)
    score = 2.0 + 0.5 * by + 1.5 * figures + _of_guideline(one.appraisal)
    return score - 2.5 * (_FIRST.search(text) is not None) - 0.5 * next_step.bars(text)
