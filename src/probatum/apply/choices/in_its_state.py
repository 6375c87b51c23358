"""In its state: what a guideline has done in the state that a noted value is (`K 2.9 on A`: hypokalaemia).

That a medicine which is taken is stopped stands first, then what is done at just that value, then that the cause is
looked for. What is done in a graver degree, or in those with something more, of which the note has no word, is left
out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.choices import at_a_value, elsewhere, noted_value
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.replies import danger
from probatum.model import RecordKind, RecordStatus
from probatum.text import measured, words
from probatum.text.expressions import caseless

MOST: Final = 3
_LEAST: Final = 2.0
_CAUSE: Final = caseless(r"\bcause\b[^.;]{0,30}\b(?:found|treated|looked for|sought)\b")
_GRAVE: Final = caseless(
    r"\b(?<!without )(?:acute|severe|life-threatening|emergency|intravenous\w*|into a vein|once)\b"
)
_DONE: Final = caseless(
    r"\b(?:should|recommends?|first choice|the dose of|needs|is given|is measured|are stopped|is treated)\b"
)


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences, that tells most first; none at a value that is an alarm in itself."""
    question = context.question
    if not noted_value.asked(question) or danger.values(question):
        return ()
    near = [(_near(one, state, context), one) for one, state in _sentences(context)]
    near = sorted((row for row in near if row[0] >= _LEAST), key=lambda row: -row[0])
    return tuple(one for _, one in near[:MOST])


def _sentences(context: Context) -> Iterator[tuple[Salient, str]]:
    """Of guidelines that have the state in their titles, each with the state."""
    states = measured.states(context.question.patient.values)
    held = {a.record.id: a for a in (*context.first_aid, *context.guidelines, *context.further)} if states else {}
    for source in held.values():
        if source.record.kind is not RecordKind.GUIDELINE or source.record.status is RecordStatus.SUPERSEDED:
            continue
        title = words.stems(source.record.title)
        for state in (one for one in states if words.stems(one) <= title):
            yield from (
                (Salient(source, one.span, 1.0, words.stems(one.span.quote)), state)
                for one in sentences_in(source.record)
                if quotable(one.span)
            )


def _near(one: Salient, state: str, context: Context) -> float:
    """How much a sentence tells of what is done at the value."""
    text, patient = one.span.quote, context.question.patient
    fits = measured.fits(text, patient.values)
    if measured.of_another_cause(text):
        return 0.0  # a value tells no cause
    if fits is False or not sexes.fits(text, patient) or not _DONE.search(text):
        return 0.0
    stops = at_a_value.stops_in_it(text, context)
    opens = words.stems(state) <= words.stems(text.partition(",")[0])
    cause = opens and _CAUSE.search(text) is not None  # it may name medicines that nobody takes
    if at_a_value.for_another(text, context) or (not (stops or cause) and elsewhere.for_others(text, context)):
        return 0.0
    score = 4.0 * stops + 3.0 * bool(fits) + 2.0 * cause
    return score - 3.0 * (_GRAVE.search(text) is not None and not (fits or stops))
