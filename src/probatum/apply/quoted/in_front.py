"""In front: a source's own sentence before everything else that the short answer tells."""

from __future__ import annotations

import msgspec

from probatum.apply.drafting import Draft, quote
from probatum.model import Appraisal, Kind, Span, Statement


def put(draft: Draft, appraisal: Appraisal, span: Span) -> tuple[Statement, ...]:
    """The statements with that sentence first, behind what only leads the reader; it is moved where it is told."""
    before = len(draft)
    told = [s for s in draft.statements if s.kind is Kind.QUOTED and span in s.supports]
    if not told:
        quote(draft, appraisal, span, "reports")
        told = list(draft.statements[before:])
    first = [s for s in draft.statements if s.kind is Kind.NAVIGATION]
    rest = [s for s in draft.statements if s not in first and s not in told]
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate((*first, *told, *rest), 1))
