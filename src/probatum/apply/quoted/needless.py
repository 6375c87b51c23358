"""Needless: what is salient by its words and tells nothing to the point: advice on another illness, a conclusion that
says no more than the results of its source, which are told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.quoted.salience import Salient
from probatum.model import Kind, RecordKind, SectionRole, Statement
from probatum.text import words


def of_another(one: Salient, context: Context) -> bool:
    """Whether a guideline says it of an illness that is not asked about: neither its title nor the sentence names one
    that is, and the sentence names another."""
    if one.appraisal.record.kind is not RecordKind.GUIDELINE or not context.therapeutic:
        return False
    asked = [c for c in context.question.concepts if c.semantic in _ILL]
    names = tuple((c.label, c.text, *c.synonyms, *c.broader[:1]) for c in asked)
    text = f"{one.appraisal.record.title} {one.span.quote}"
    others = any(m.term.semantic == "condition" for m in vocabulary.load().find(one.span.quote))
    return bool(names) and others and not fitting.names_one(text, names)


_ILL: Final = ("condition", "symptom")


def concluded(one: Salient, statements: Iterable[Statement]) -> bool:
    """Whether a conclusion says no more than what is told of the same source's results already."""
    if one.span.source_section.role is not SectionRole.CONCLUSIONS:
        return False
    resting = [s for s in statements if any(span.record == one.span.record for span in s.supports)]
    results = [s for s in resting if s.kind in (Kind.FINDING, Kind.POOLED, Kind.CALCULATED)]
    said = words.stems(" ".join(s.text for s in resting))
    return bool(results) and len(one.stems & said) >= CONCLUDED * len(one.stems)


CONCLUDED: Final = 0.6
"""Share of the words of a conclusion that, told of its source's results, make it say nothing more."""
