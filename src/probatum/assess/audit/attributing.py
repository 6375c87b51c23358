"""The best source for a sentence that cites nothing: among what the text cites, then in the library. Never guessed."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.assess.audit import steps
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.attribution import ceiling, fit
from probatum.assess.audit.deciding import decide
from probatum.assess.audit.resolving import Shelf
from probatum.assess.audit.source import Source, source
from probatum.model import AuditedSentence, Verdict

ENOUGH: Final = 0.7
"""Fit (0 to 1) from which a record is named as the source of what cites nothing."""
LOOKED_AT: Final = 5


def find(case: Cited, shelf: Shelf) -> AuditedSentence:
    """The verdict on a sentence without a citation, held to the record that fits it best where one fits well enough."""
    alone = decide(case)
    if alone.faulty:
        return alone
    try:
        found = steps.within(steps.CHECK, lambda looked_for: _looked_up(looked_for, shelf), case)
    except steps.TooLong:
        return alone
    if found is None:
        return alone
    held = decide(Cited(case.said, (found,), (), case.whole))
    named = f"It cites nothing; {found.record.id} fits it best"
    if held.verdict is Verdict.SUPPORTED:
        return msgspec.structs.replace(held, reasons=(f"{named} and holds its parts.",))
    if held.faulty:
        return msgspec.structs.replace(held, reasons=(*held.reasons, f"{named}."))
    return msgspec.structs.replace(held, reasons=(f"{named}, but not all of it was found there.", *held.reasons))


def _looked_up(case: Cited, shelf: Shelf) -> Source | None:
    found = _best(case, case.whole.sources)
    if found is None and (case.figures or len(case.wanted) > 3):
        found = _best(case, tuple(source(r) for r in shelf.search(case.text[:400], LOOKED_AT)))
    return found


def _best(case: Cited, sources: tuple[Source, ...]) -> Source | None:
    near = ((at, s) for at, s in enumerate(sources) if ceiling(case, s) >= ENOUGH)
    ranked = sorted(((fit(case, s), -at, s) for at, s in near), key=lambda r: r[:2], reverse=True)
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if not any(c.telling >= 1 for c in case.figures) and len(case.wanted) < 3:
        return None
    return ranked[0][2]
