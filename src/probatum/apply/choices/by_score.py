"""By score: what a guideline directs for the very score that a question tells, or at the very value measured."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply.choices import elsewhere
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.plainly.retelling import retold
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Fit, Kind, Span, Statement
from probatum.text import measured, scores, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

MOST: Final = 2
"""Sentences that are told, where a question tells of several scores."""


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Span], ...]:
    """The sentences of guidelines that bear on the question which are for a score that it tells."""
    asked = context.question.typed
    return tuple(
        (appraisal, told.span)
        for appraisal in context.guidelines
        if appraisal.directness.population.fit is not Fit.OTHER
        for told in sentences_in(appraisal.record)
        if sexes.fits(told.span.quote, context.question.patient)
        and (
            scores.same(asked, _of_sex(told.span.quote, context.question.patient.sex))
            or _at_the_value(told.span.quote, context)
            or _stopped_in_it(told.span.quote, context)
        )
    )[:MOST]


def _at_the_value(text: str, context: Context) -> bool:
    """Whether a sentence opens with a value at which something is done, and that is measured (`with an INR of 5 to 8,
    it is withheld`), in such a patient."""
    opening = _OPENS_AT.match(text)
    if opening is None or not _DONE.search(text[opening.end() :]):
        return False
    if measured.fits(opening.group(), context.question.patient.values) is not True:
        return False
    return not elsewhere.for_others(text, context)


def _stopped_in_it(text: str, context: Context) -> bool:
    """Whether a sentence has a medicine that is taken stopped in the state that a value tells of."""
    opening = _OPENS_IN.match(text)
    if opening is None or not _STOPPED.search(text) or elsewhere.for_others(text, context):
        return False
    state = words.stems(opening["state"])
    if not any(words.stems(name) <= state for name in measured.states(context.question.patient.values)):
        return False
    named = {m.term.label.casefold() for m in vocabulary.load().find(text[opening.end() :])}
    taken = dict.fromkeys((*context.drugs, *(drug.casefold() for drug in context.question.patient.drugs)))
    return any(name.casefold() in named for drug in taken for name in (drug, *classes_of(drug)))


_OPENS_IN: Final = caseless(r"\W*in (?P<state>[a-z -]{4,40}?)(?: in (?:adults|children))?,")
_STOPPED: Final = caseless(r"\bshould be (?:stopped|withheld|discontinued)\b")
_OPENS_AT: Final = caseless(r"\W*(?:with|at|if|when|from) [^,;]{3,120}?\d[^,;]{0,60},")
_DONE: Final = caseless(r"\b(?:should|recommend\w*|withheld|stopped|lowered|halved|is given|is started)\b")


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
