"""Totals: how much a day a directed dose comes to, with the sum shown; never more than its words say."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Calculation
from probatum.text import doses
from probatum.text.expressions import expression

_A_DAY: Final = expression(
    r"^[^.;]{0,30}(?:/day|a day|per day|daily total)|^ \(\d[\d.,]* ?\S{1,12} daily\)", re.IGNORECASE
)

_WITH_ANOTHER: Final = expression(
    r"(?:\d/|\d ?(?:mg|g|micrograms?|mcg|μg|units?) (?:with|plus|and) (?!then\b)(?:[a-z-]+ ){1,2})$", re.IGNORECASE
)
"""Before an amount that is one of two given together: `49/51 mg`, `300 mg with ritonavir 100 mg`."""


def with_totals(text: str) -> tuple[str, tuple[Calculation, ...]]:
    """`500 mg every 8 hours (1500 mg/day)` for each dose given several times a day; ranges, and amounts
    of two drugs given together, stay as they are."""
    sums: list[Calculation] = []
    for dose in reversed(doses.read(text)):
        times = dose.frequency_per_day
        if times is None or times < 2 or not times.is_integer() or dose.high is not None or dose.per_m2:
            continue
        if _A_DAY.match(text[dose.end :]) or _WITH_ANOTHER.search(text[: dose.start]):
            continue
        total = f"{dose.amount * times:g}"
        unit = f"{dose.unit}/kg" if dose.per_kg else dose.unit
        text = f"{text[: dose.end]} ({total} {unit}/day){text[dose.end :]}"
        sums.append(Calculation(f"{dose.amount:g} * {times:g}", total))
    return text, tuple(reversed(sums))
