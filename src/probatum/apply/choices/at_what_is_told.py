"""At what is told: what a guideline directs for the very score, value, state or part of the body that is told, first
in the short answer."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.choices import at_a_place, at_a_value, elsewhere
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.plainly.retelling import retold
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Fit, Kind, Span, Statement
from probatum.text import scores
from probatum.text.expressions import caseless

MOST: Final = 2
"""Sentences that are told, where a question tells of several scores."""


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Span], ...]:
    """The sentences of guidelines that bear on the question which are for what it tells."""
    asked = context.question.typed
    return tuple(
        (appraisal, told.span)
        for appraisal in context.guidelines
        if appraisal.directness.population.fit is not Fit.OTHER
        for told in sentences_in(appraisal.record)
        if sexes.fits(told.span.quote, context.question.patient)
        and (
            scores.same(asked, _of_sex(told.span.quote, context.question.patient.sex))
            or _told_so(told.span.quote, appraisal, context)
        )
    )[:MOST]


def _told_so(text: str, appraisal: Appraisal, context: Context) -> bool:
    """Whether a sentence is for the value or the place that is told, in such a patient."""
    at_it = at_a_value.opens_at_it(text, context) or at_a_value.stops_in_it(text, context)
    return (at_it or at_a_place.calls_in_help(text, appraisal, context)) and not elsewhere.for_others(text, context)


_BY_SEX: Final = caseless(r"\b(?P<male>\d+) in men (?:or|and) (?P<female>\d+) in women\b")
"""A score that is set for each sex: `a score of 0 in men or 1 in women`."""


def _of_sex(text: str, sex: str) -> str:
    """The text with the score of the patient's sex alone."""
    return _BY_SEX.sub(lambda found: found[sex], text) if sex in ("male", "female") else text


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with those for that score first; each of its sentences that none tells, in its own words."""
    found = rows(context)
    if not found:
        return draft.statements
    told = {s.id for s in draft.statements if any(_meet(span, own) for span in s.supports for _, own in found)}
    before = len(draft)
    for appraisal, span in found:
        if not any(_meet(one, span) for s in draft.statements for one in s.supports):
            _say(draft, appraisal, span)
    told |= {s.id for s in draft.statements[before:]}
    first = [s for s in draft.statements if s.kind is Kind.NAVIGATION]
    own = [s for s in draft.statements if s.id in told and s not in first]
    rest = [s for s in draft.statements if s not in first and s not in own and not _denies(s)]
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate((*first, *own, *rest), 1))


def _say(draft: Draft, appraisal: Appraisal, span: Span) -> None:
    said, named = " ".join(span.quote.split()), source_name(appraisal)
    text, note = f"{named}: “{said}”", appraisal.directness.note
    draft.add(text, Kind.QUOTED, (span,), plain=f"{named}: {retold(said)}", directness=note, kept=True)


def _denies(statement: Statement) -> bool:
    """Whether it says that nothing was found."""
    return statement.kind is Kind.ABSENCE and "was found" in statement.text


def _meet(one: Span, other: Span) -> bool:
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end
