"""Ended with: how many who were given one treatment in the place of an operation had the operation all the same.

Whoever asks whether it may be done without wants to know that first, whatever else the trials counted.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient
from probatum.model import Appraisal, Kind, Role, Span, Statement
from probatum.text import words
from probatum.text.expressions import caseless

_INSTEAD: Final = caseless(
    r"\b(?:instead|without|avoid\w*|rather than|or|vs\.?|versus|compared|alternative to|spare\w*|conservative\w*)\b"
)
_HAD: Final = caseless(
    r"\b(?P<who>[\w-]+ group|with [\w-]+|assigned to [\w-]+)\b[^.;:]{0,30}?"
    r"\b(?:had|needed|underwent|required|received) (?:an? |the )?(?P<what>[\w-]+(?: [\w-]+)?)"
)
_OPERATED: Final = caseless(r"\b(?:surgery|operations?|operated|\w+ectomy|\w+plasty|\w+otomy)\b")


def found(context: Context) -> tuple[Appraisal, Span] | None:
    """The sentence that tells it, of the largest study on the question that does; None where no operation is weighed
    against another treatment."""
    question = context.question
    if not _INSTEAD.search(question.read) or not _OPERATED.search(_compared(context)):
        return None
    rows = [
        (appraisal, span)
        for appraisal in context.answering
        if not appraisal.directness.note
        for span in appraisal.results
        if _tells(span.quote, context) and quotable(span)
    ]
    return max(rows, default=None, key=lambda row: row[0].study.n or 0)


def _compared(context: Context) -> str:
    """What is given and what it is set against, in the question's words and by name."""
    roles = (Role.INTERVENTION, Role.COMPARATOR)
    named = (f"{c.text} {c.label}" for role in roles for c in context.question.having(role))
    return " ".join((context.question.read, *named))


def _tells(text: str, context: Context) -> bool:
    """Whether so many of those who were given the other treatment had the operation."""
    had = _HAD.search(text)
    if had is None or "%" not in text or not _OPERATED.search(had["what"]):
        return False
    given = words.stems(had["who"])
    own = [c for c in context.question.having(Role.INTERVENTION) if not _OPERATED.search(f"{c.text} {c.label}")]
    names = (words.stems(n) for c in own for n in (c.text, c.label, *c.synonyms))
    named = any(name and name <= given for name in names)
    drugs = (m.term.semantic == "drug" for m in vocabulary.load().find(had["who"]))
    return named or any(drugs)


def led(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """The statements with that sentence first, behind what points to danger."""
    row = None if for_patient.barred(context) or not draft.statements else found(context)
    if row is None:
        return draft.statements
    appraisal, span = row
    if not any(span in one.supports for one in draft.statements):
        by_part.tell(draft, Salient(appraisal, span, 1.0, words.stems(span.quote)))
    told = [s for s in draft.statements if span in s.supports]
    first = [s for s in draft.statements if s.kind is Kind.NAVIGATION]
    rest = [s for s in draft.statements if s not in first and s not in told]
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate((*first, *told, *rest), 1))
