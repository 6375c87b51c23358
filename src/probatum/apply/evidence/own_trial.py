"""Own trial: of a report that tells of several trials, what holds for the one that a sentence is about.

People, blinding and length of a trial stand beside its own figures alone; where it cannot be told which of them a
sentence is about, none of them is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.model import Appraisal, FurtherTrial, Record, SectionKind, SectionRole, Span, Study
from probatum.text import words
from probatum.text.expressions import expression

_FURTHER: Final = expression(
    r"\b(?:exten(?:ded|sion)|continued[- ]treatment|re-?randomi[sz]ed|roll-?over|(?:trial|study|part) (?:2|II|B|two))\b"
)
_FIRST: Final = expression(r"\b(?:(?:trial|study|part) (?:1|I|A|one)|initial (?:treatment|phase|trial))\b")


def appraised(appraisal: Appraisal, spans: Iterable[Span]) -> Appraisal:
    """The appraisal with what holds for the trial that the sentences are about."""
    if not appraisal.study.further:
        return appraisal
    about = {_about(appraisal, span) for span in spans}
    return msgspec.structs.replace(appraisal, study=_of(appraisal.study, about.pop() if len(about) == 1 else _UNKNOWN))


_UNKNOWN: Final = -1
_MAIN: Final = 0


def _about(appraisal: Appraisal, span: Span) -> int:
    """0 the first trial, 1 the first of the further ones and so on; -1 where it cannot be told."""
    further = appraisal.study.further
    announced = [one.announced for one in further]
    for number, own in enumerate(announced, 1):
        if span.section == own.section and own.start <= span.start < own.end:
            return number
    if any(_planned(appraisal.record, span)):
        return _MAIN
    quote = span.quote
    told = [words.stems(_methods(appraisal.record, announced)), *(words.stems(one.quote) for one in announced)]
    shared = frozenset.union(*(a & b for n, a in enumerate(told) for b in told[n + 1 :]))
    said = words.stems(quote)
    near = {number for number, own in enumerate(told) if (own - shared) & said}
    if _FURTHER.search(quote) and not _FIRST.search(quote):
        near.add(1 if len(further) == 1 else _UNKNOWN)
    return near.pop() if len(near) == 1 else _UNKNOWN


def of_neither(study: Study) -> Study:
    """The study without what holds for one of its trials alone."""
    return _of(study, _UNKNOWN)


def _planned(record: Record, span: Span) -> Iterable[bool]:
    yield from (s.id == span.section and s.role is SectionRole.METHODS for s in record.sections)


def _methods(record: Record, without: Iterable[Span]) -> str:
    """The methods of an abstract without the sentences that announce further trials."""
    made: list[str] = []
    for section in record.sections:
        if section.kind is SectionKind.ABSTRACT and section.role in (SectionRole.METHODS, SectionRole.NONE):
            text = section.text
            for span in without:
                if span.section == section.id:
                    text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
            made.append(text)
    return " ".join(made)


def _of(study: Study, number: int) -> Study:
    if number == _MAIN:
        return study
    one = study.further[number - 1] if number > 0 else FurtherTrial(study.further[0].announced)
    return msgspec.structs.replace(study, n=one.n, n_span=one.n_span, blinding=one.blinding, duration=one.duration)
