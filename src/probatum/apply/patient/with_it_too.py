"""With it too: advice against a treatment that holds in people who have something else besides the illness.

`in delirium in people with Parkinson's disease, A should not be used` bars A for nobody of whom only delirium is told.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.model import Appraisal, Directive, RecordKind
from probatum.text.expressions import caseless

_WITH: Final = caseless(
    r"\b(?:in|for) (?:people|patients|adults|women|men|those) (?:with|who have) (?P<has>[^,;.]{3,90})"
)
_ILL: Final = ("condition", "symptom")


def untold(row: tuple[Appraisal, Directive], context: Context) -> bool:
    """Whether a guideline's sentence is for people with illnesses of which the question names none."""
    source, item = row
    found = _WITH.search(item.text) if source.record.kind is RecordKind.GUIDELINE else None
    named = [m.term for m in vocabulary.load().find(found["has"]) if m.term.semantic in _ILL] if found else []
    if found is None or not named:
        return False
    question = context.question
    told = [(c.label, c.text, *c.synonyms) for c in question.concepts if c.semantic in _ILL]
    told += [(name,) for name in question.patient.conditions]
    told += [(kind,) for c in question.concepts if c.semantic in _ILL for kind in c.broader]
    organs = any((question.patient.kidney, question.patient.liver, question.patient.pregnancy, question.patient.values))
    return not organs and not fitting.names_one(found["has"], tuple(told))
