"""In milk: what a page on breast-feeding decides stands before what labels say of milk.

A label that a medicine is found in milk leaves open whether it may be taken; a page on just that says so.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.naming import is_page
from probatum.apply.patient import for_patient
from probatum.apply.quoted import own_sentence
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import RecordKind, Section, Statement
from probatum.text import words
from probatum.text.expressions import caseless

_JUDGES: Final = caseless(
    r"\b(?:preferred|preferable|compatible|acceptable|safe(?:ly)?|avoid(?:ed)?|not recommended"
    r"|no (?:special )?precautions?|(?:can|may|should) (?:not )?be (?:taken|used|given)|need not|does not require)\b"
)


def led(section: Section, context: Context) -> Section:
    """The short answer with the page's sentence that decides before those of labels on milk; as it was where nobody
    breast-feeds, an emergency or a bar stands, or no page decides."""
    patient = context.question.patient
    if not patient.breastfeeding or context.question.danger or for_patient.barred(context):
        return section
    told = list(section.statements)
    of_labels = [s for s in told if fitting.FEEDING.search(s.text) and _all_labels(s)]
    if not of_labels:
        return section
    decides = next((s for s in told if not _all_labels(s) and _decides(s.text)), None)
    if decides is not None and told.index(decides) < told.index(of_labels[0]):
        return section
    page = [decides] if decides is not None else _quoted(section, context)
    rest = [s for s in told if s not in page]
    at = rest.index(of_labels[0])
    made = (*rest[:at], *page, *rest[at:])
    numbered = tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1))
    return msgspec.structs.replace(section, statements=numbered)


def _decides(text: str) -> bool:
    return fitting.FEEDING.search(text) is not None and _JUDGES.search(text) is not None


def _all_labels(one: Statement) -> bool:
    return bool(one.supports) and all(span.source.kind is RecordKind.LABEL for span in one.supports)


def _quoted(section: Section, context: Context) -> list[Statement]:
    """The sentence of a page that decides on the treatment, nearest to the words of the question; none where no page
    that is held does."""
    asked = words.stems(context.question.read)
    found = [
        Salient(source, one.span, 1.0, words.stems(one.span.quote))
        for source in (*context.answering, *context.further)
        if is_page(source.record)
        for one in sentences_in(source.record)
        if _decides(one.span.quote) and context.names_intervention(one.span.quote)
    ]
    if not found:
        return []
    best = max(found, key=lambda one: len(asked & one.stems))
    return list(own_sentence.quoted(section.statements, section.id, section.title, best))
