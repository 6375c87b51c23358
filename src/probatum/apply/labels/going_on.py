"""Going on: what a label says of stopping a medicine or going on with it in the very event that a question tells of."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.text import words
from probatum.text.expressions import caseless

_STOP: Final = r"(?:stop(?:ped|ping)?|paus(?:e|ed)|held|hold|withheld|withhold|interrupted)"
_ON: Final = r"(?:continu(?:e|ed)|carr(?:y|ied) on|kept|keep (?:taking|on|going)|go on|gone on with)"
_ASKS: Final = caseless(
    rf"\b{_STOP}\b[^?.]{{0,40}}\bor\b[^?.]{{0,20}}\b{_ON}\b|\b{_ON}\b[^?.]{{0,40}}\bor\b[^?.]{{0,20}}\b{_STOP}\b"
)
_TELLS: Final = caseless(
    r"\b(?:should|may|can|must|need) (?:not )?(?:then )?(?:be )?"
    r"(?:continued?|stopped|discontinued|interrupted|withheld|held)\b"
    r"|\bno reason to stop\b"
)


def say(draft: Draft, context: Context) -> bool:
    """The direction that names the event and says whether the medicine is stopped; False where none is asked or
    told."""
    if not context.labels or _ASKS.search(context.question.typed) is None:
        return False
    events = [c for c in context.question.concepts if c.label.lower() not in context.drugs]
    named = frozenset().union(*(words.stems(n) for c in events for n in (c.text, c.label)))
    found = [
        (len(named & words.stems(item.text)), appraisal, item)
        for appraisal in context.labels
        for item in appraisal.directives
        if _TELLS.search(item.text)
    ]
    best = max(found, key=lambda row: row[0], default=None)
    if best is None or not best[0]:
        return False
    directives(draft, [best[1:]], "Stopped or continued", "Stopped or continued")
    return True
