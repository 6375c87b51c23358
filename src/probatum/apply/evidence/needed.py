"""Needed: how many are treated for one of them to gain, as a source prints it, where just that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import for_patient
from probatum.apply.quoted import in_front
from probatum.model import Appraisal, Kind, Role, Span, Statement
from probatum.text import words
from probatum.text.expressions import caseless

_ASKED: Final = caseless(
    r"\bNN[TH]\b|\bnumbers? needed\b"
    r"|\bhow many (?:\w+ ){1,3}(?:(?:do|would) \w+ )?(?:need|have|must)\w*(?: to)? (?:be )?(?:treat|giv|tak)\w*"
)
_PRINTED: Final = caseless(
    r"\bnumbers? needed to (?:treat|harm)\b|\bNN[TH]\b"
    r"|\b\d[\d.,]* (?:people|patients|women|men|children|adults)"
    r" (?:have to|must|need(?:ed)? to|would (?:have|need) to)\b"
)


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with the sentence first that prints it of what is asked about; that none does behind them."""
    if not _ASKED.search(context.question.typed) or for_patient.barred(context) or not draft.statements:
        return draft.statements
    rows = list(_rows(context))
    if not rows and not any(_PRINTED.search(one.text) for one in draft.statements):
        easy = "we found no source that says how many have to take it for one of them to gain"
        draft.add("no source that is held prints how many are treated for one to gain", Kind.ABSENCE, plain=easy)
    if not rows:
        return draft.statements
    asked = words.stems(" ".join((context.question.read, *_names(context))))
    return in_front.put(draft, *max(rows, key=lambda row: len(asked & words.stems(row[1].quote))))


def _names(context: Context) -> Iterator[str]:
    for concept in context.question.concepts:
        if concept.role is not Role.INTERVENTION:
            yield from (concept.text, concept.label)


def _rows(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    for appraisal in context.answering:
        titled = appraisal.study.design.synthesis or context.names_intervention(appraisal.record.title)
        for span in (*appraisal.results, *appraisal.conclusions):
            if _PRINTED.search(span.quote) and (titled or context.names_intervention(span.quote)):
                yield appraisal, span
