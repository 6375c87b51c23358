"""Showing: the evidence itself without an answer: of a question, pooled, or of one record."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from probatum import apply, appraise
from probatum.acquire.library import Library
from probatum.acquire.retrieve import retrieve
from probatum.apply.replies.declining import declined
from probatum.appraise import bias, study
from probatum.errors import ProbatumError
from probatum.model import Appraisal, BiasSignal, Depth, Directness, Pooled, Reader
from probatum.pipeline import reading
from probatum.pipeline.appraising import kept_readings, registry_entry
from probatum.pipeline.starting import open_library
from probatum.pipeline.weighing import account, beside, searched, weighed
from probatum.pipeline.wishes import Wish, read_date

if TYPE_CHECKING:
    from probatum.appraise.pooling import Analysis


def evidence(
    typed: str, *, library: Library | str | Path | None = None, as_of: str | datetime.date | None = None
) -> apply.Context:
    """Everything that an answer to the question would be written from: appraisals, outcome groups with their certainty.

    Raises ProbatumError as `answer` does, and P811 for a question that is not answered.
    """
    date = read_date(as_of)
    opened = library if isinstance(library, Library) else open_library(library)
    question = reading.read_question(typed, opened, as_of=date)
    retrieval, engine = searched(question, opened, date)
    if declined(question, Reader.DOCTOR, account(retrieval, (), (), date), engine) is not None:
        raise ProbatumError("P811")
    wish = Wish(Reader.DOCTOR, Depth.FULL, date)
    context = weighed(question, retrieval, opened, wish)
    if (proposal := apply.proposed(context)).treatment:
        question = reading.about(question, *proposal, opened)
        context = beside(weighed(question, retrieve(question, opened, as_of=date), opened, wish), context)
    return context


def pooled(
    typed: str,
    analysis: Analysis,
    *,
    library: Library | str | Path | None = None,
    as_of: str | datetime.date | None = None,
) -> list[Pooled]:
    """What the library's records found on a question, pooled outcome by outcome; those with a result first.

    Where an outcome is not pooled its result says why. Raises ProbatumError as `evidence` does.
    """
    from probatum.appraise import pooling

    context = evidence(typed, library=library, as_of=as_of)
    made = [
        pooling.pool(group.name, [(i.appraisal.study, i.finding) for i in group.items], analysis)
        for group in context.groups
    ]
    if not made:
        return [pooling.pool(context.question.outcome, [], analysis)]
    return sorted(made, key=lambda one: one.estimate is None)


def appraisal(identifier: str, *, library: Library | str | Path | None = None) -> Appraisal:
    """All that is read out of one record of the library, against no question.

    Raises ProbatumError P307 when the library does not hold it, P3xx for a library that cannot be opened.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    record = next(filter(None, map(opened.get, _namings(identifier.strip()))), None)
    if record is None:
        raise ProbatumError("P307", identifier=identifier, location=opened.location)
    glanced = Appraisal(record, study.outline(record), Directness())
    return appraise.complete(glanced, kept_readings(opened.readings, [record]).get(record.id))


def _namings(identifier: str) -> Iterator[str]:
    """An identifier as typed, then with the namespace that its form tells: `26911633` is a PMID."""
    yield identifier
    if identifier.isdecimal():
        yield f"pmid:{identifier}"
    elif identifier.startswith("10."):
        yield f"doi:{identifier.lower()}"
    elif identifier.upper().startswith("PMC"):
        yield f"pmcid:{identifier.upper()}"


def bias_signals(appraised: Appraisal, *, library: Library) -> tuple[BiasSignal, ...]:
    """The signals of bias in a report, against the registry entry of its trial where the library holds it."""
    return bias.signals(appraised.record, appraised.study, registry_entry(appraised.study, library))
