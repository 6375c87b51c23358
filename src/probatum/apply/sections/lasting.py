"""Lasting: how long what is asked about is given, where that is asked besides whether it may be."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import course_length
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.model import Kind
from probatum.text.expressions import caseless


def say(draft: Draft, context: Context) -> bool:
    """Tell it; False where it is not asked, not told, or what is asked about is barred for this patient."""
    one = by_part.course(context) if _HOW_LONG.search(context.question.typed) else None
    if one is None or any(one.span in s.supports for s in draft.statements) or for_patient.barred(context):
        return False
    by_part.tell(draft, one)
    return True


def step(steps: Steps, context: Context) -> None:
    """A step on how long it is given, where that is asked and a study or a guideline tells it."""
    one = course_length.told(context)
    if one is None or any(one.span in s.supports for s in steps.draft.statements):
        return
    said = " ".join(one.span.quote.split())
    source = next((source_name(a) for a in context.appraisals if a.record.id == one.span.record), "")
    steps.step(f"How long{f' ({source})' if source else ''}: “{said}”", Kind.QUOTED, (one.span,))


_HOW_LONG: Final = caseless(r"\b(?:for )?how long\b(?! (?:does|do|will|would|until|before)\b)")
"""How long something is given."""
