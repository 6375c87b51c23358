"""Lasting: how long what is asked about is given, where that is asked besides whether it may be."""

from __future__ import annotations

from typing import Final

from probatum.apply import (
    by_part,
    for_patient,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.text.expressions import caseless


def say(draft: Draft, context: Context) -> bool:
    """Tell it; False where it is not asked, not told, or what is asked about is barred for this patient."""
    one = by_part.course(context) if _HOW_LONG.search(context.question.typed) else None
    if one is None or any(one.span in s.supports for s in draft.statements) or for_patient.barred(context):
        return False
    by_part.tell(draft, one)
    return True


_HOW_LONG: Final = caseless(r"\b(?:for )?how long\b(?! (?:does|do|will|would|until|before)\b)")
"""How long something is given."""
