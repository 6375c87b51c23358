"""Told or not: what labels direct where just that is asked, else one sentence that none of them tells it."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, Kind

Row = tuple[Appraisal, Directive]


def say(draft: Draft, rows: Sequence[Row], lead: str, plain_lead: str, *, lacking: str, plain: str = "") -> None:
    """The directions under their lead; where there are none `lacking` is said, or `plain` to a lay reader."""
    directives(draft, rows, lead, plain_lead)
    if not rows:
        draft.add(lacking, Kind.ABSENCE, plain=plain)
