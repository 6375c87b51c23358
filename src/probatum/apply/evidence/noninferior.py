"""Noninferior: where a trial set out to show that a treatment is no worse, and concludes that it is not: no effect is
told of that, and yet it answers which of two to give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.effects import effect_of
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.model import Appraisal, Span
from probatum.text.expressions import expression

_CLAIM: Final = expression(r"\bnon-?inferior(?:ity)?\b", re.IGNORECASE)
_NOT_SHOWN: Final = expression(
    r"\b(?:not|failed|could not|neither|no evidence)\b[^.;]{0,60}\bnon-?inferior|\bnon-?inferiority (?:was|could) not\b"
    r"|\bnon-?inferior(?:ity)?\b[^.;]{0,80}\bnot (?:be )?(?:shown|met|reached|proven|proved|established|demonstrated"
    r"|confirmed|achieved|concluded)\b|\binconclusive\b",
    re.IGNORECASE,
)


def claim(context: Context) -> tuple[Appraisal, Span] | None:
    """The first trial's own sentence that concludes so, a conclusion before a result; None where none does."""
    for appraisal in context.answering:
        if not appraisal.study.design.randomised or appraisal.directness.note:
            continue
        for span in (*appraisal.conclusions, *appraisal.results):
            if _CLAIM.search(span.quote) and not _NOT_SHOWN.search(span.quote):
                return appraisal, span
    return None


def say(draft: Draft, context: Context, groups: Sequence[OutcomeGroup]) -> None:
    """That a trial set out to show no more than this, and did, where no difference from another treatment is told."""
    effect, shown = effect_of(groups[0], context), claim(context)
    if effect is None or effect.direction != "none" or not effect.stand.other or shown is None:
        return
    appraisal, span = shown
    if any(span in s.supports for s in draft.statements):
        return
    quote(draft, appraisal, span, "concludes" if span in appraisal.conclusions else "reports")
