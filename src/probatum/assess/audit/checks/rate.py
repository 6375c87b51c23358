"""Is an amount of a day told as that of each time, or of a week?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.doses import amount_of, doses_of
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text.expressions import expression

_EACH_TIME: Final = expression(
    r"\A[^,.;]{0,40}?\b(?:at each (?:dose|time)|(?:per|each|every) (?:dose|time|intake|administration)|at a time)\b",
    re.IGNORECASE,
)
_A_WEEK: Final = expression(r"\A[^,.;0-9]{0,30}?\b(?:a|per|each|every) week\b", re.IGNORECASE)
_A_DAY: Final = expression(
    r"\A[^,.;0-9]{0,30}?(?:/\s?(?:d|day|24\s?h)\b|\b(?:a|per|each|every) day\b|\bdaily\b)", re.IGNORECASE
)
_OFTEN: Final = expression(
    r"\b(?:once|twice|thrice|(?:two|three|four|[2-6]) times|single|b\.?i\.?d|t\.?i\.?d|q\.?d)\b", re.IGNORECASE
)
_NEAR: Final = 40


@probe(
    name="rate",
    order=81,
    purpose="An amount that the source gives for a day is not told as that of each time or of a week.",
    source="Institute for Safe Medication Practices. List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def rate(case: Cited) -> Opinion | None:
    """Number differs where every place of the source that has the amount has it for a day, without saying how often."""
    for claim in case.doses if case.sources else ():
        behind = case.text[claim.start + len(f"{claim.amount:g}") :]
        each, weekly = _EACH_TIME.match(behind), _A_WEEK.match(behind)
        if not (each or weekly) or case.consumed(claim):
            continue
        same = [(u, d) for s in case.sources for u, d in doses_of(s) if amount_of(claim, d)]
        daily = [(u, d) for u, d in same if _A_DAY.match(u.raw[d.start + len(f"{d.amount:g}") :])]
        often = each and any(_OFTEN.search(u.raw[d.start : d.end + _NEAR]) for u, d in daily)
        if not daily or len(daily) != len(same) or often:
            continue
        unit, right = daily[0]
        told = "each time" if each else "a week"
        return Opinion(Fault.DOSE, f"the source gives {right.text} for a day, not for {told}", (unit.span,), right.text)
    return None
