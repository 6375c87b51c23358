"""Of a stratum: the result of the very part of a study's people that the question tells of, which leads the answer."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import strata
from probatum.apply.patient import for_patient
from probatum.apply.quoted import in_front
from probatum.model import Appraisal, Span, Statement
from probatum.text import words


def found(context: Context) -> tuple[Appraisal, Span] | None:
    """The sentence of a study on what is asked that is of that part, the one with most of the question's words."""
    rows = list(_rows(context))
    asked = words.stems(context.question.read)
    return max(rows, default=None, key=lambda row: len(asked & words.stems(row[1].quote)))


def _rows(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    question = context.question
    if not strata.asked(question) or not context.treatable:
        return
    for appraisal in context.answering:
        if appraisal.directness.note and not context.names_intervention(appraisal.record.title):
            continue
        for span in appraisal.results:
            named = context.names_intervention(f"{appraisal.record.title} {span.quote}")
            if named and strata.fit(question, span.quote) == 1 and strata.parted(question, span, appraisal.results):
                yield appraisal, span


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with that result first, in its source's words where none of them tells it."""
    row = None if for_patient.barred(context) or not draft.statements else found(context)
    if row is None:
        return draft.statements
    appraisal, span = row
    if any(strata.fit(context.question, s.quote) == 1 for one in draft.statements for s in one.supports):
        return draft.statements
    return in_front.put(draft, appraisal, span)
