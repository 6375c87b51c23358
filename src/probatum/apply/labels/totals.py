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
_UP_TO: Final = expression(r"\d ?(?:mg|g|micrograms?|mcg|μg|units?|ml) ?(?:to|or|-|\u2013) ?$", re.IGNORECASE)
"""Before an amount that ends a range whose units differ: `500 mg to 1 g`."""
_AS_NEEDED: Final = expression(
    r"^[^.;]{0,40}\b(?:(?:as|when|whenever|if|where) (?:required|needed|necessary)|at most \d+ (?:doses|times))\b",
    re.IGNORECASE,
)
"""Behind an amount that is taken only when it is needed: `2 mg every hour as required, at most 6 doses a day`."""


def with_totals(text: str) -> tuple[str, tuple[Calculation, ...]]:
    """`500 mg every 8 hours (1500 mg/day)` for each dose given several times a day; ranges, and amounts
    of two drugs given together, stay as they are."""
    sums: list[Calculation] = []
    for dose in reversed(doses.read(text)):
        times = dose.frequency_per_day
        if times is None or times < 2 or not times.is_integer() or dose.high is not None or dose.varies or dose.per_m2:
            continue
        if _AS_NEEDED.match(text[dose.end :]):
            continue  # how often it may be taken is not how often it is
        before = text[: dose.start]
        if _A_DAY.match(text[dose.end :]) or _WITH_ANOTHER.search(before) or _UP_TO.search(before):
            continue
        if _over(dose.amount * times, dose.unit, text):
            continue  # as often as that is not every day's dose: the text itself stops before
        total = f"{dose.amount * times:g}"
        unit = f"{dose.unit}/kg" if dose.per_kg else dose.unit
        text = f"{text[: dose.end]} ({total} {unit}/day){text[dose.end :]}"
        sums.append(Calculation(f"{dose.amount:g} * {times:g}", total))
    return text, tuple(reversed(sums))


def _over(total: float, unit: str, text: str) -> bool:
    """Whether a day's total is more than the most that its own sentence allows."""
    found = _MOST.search(text)
    return found is not None and found["unit"] == unit and total > float(found["most"].replace(",", ""))


_MOST: Final = expression(
    r"\b(?:maximum|no more than|not (?:to )?exceed|at most|up to)\b[^.;\d]{0,20}(?P<most>\d[\d,]*(?:\.\d+)?) ?"
    r"(?P<unit>[a-zμ]{1,12})\b[^.;]{0,20}(?:\bdaily\b|\ba day\b|\bper day\b|/day|\b24 hours\b)",
    re.IGNORECASE,
)
