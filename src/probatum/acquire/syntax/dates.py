"""Dates and ranges of dates as PubMed writes them."""

from __future__ import annotations

import datetime
import re
from typing import Final

from probatum.text.expressions import expression

_DATE: Final = expression(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?")
_LAST: Final = expression(r"last (\d{1,3}) (day|month|year)s?", re.IGNORECASE)


def date_range(text: str, today: str) -> tuple[str, str] | None:
    """First and last ISO date (each as precise as given) of `2020`, `2015:2020`, `2020/05/01:3000`, `last 5 years`.

    A year of 1000 or less, or of 3000 or more, leaves that end open. None when the text is none of these, or relative
    and `today` is empty.
    """
    text = text.strip().strip('"')
    last = _LAST.fullmatch(text)
    if last:
        return (_before(today, int(last[1]), last[2].lower()), "") if today else None
    low, colon, high = text.partition(":")
    first, second = _iso(low), _iso(high if colon else low)
    if first is None or second is None:
        return None
    first, second = ("" if first[:4] <= "1000" else first), ("" if second[:4] >= "3000" else second)
    return (first, second) if not (first and second) or first <= second else None


def _iso(text: str) -> str | None:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    parts = [found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)]
    if len(parts) > 1 and not "01" <= parts[1] <= "12":
        return None
    return "-".join(parts) if len(parts) < 3 or "01" <= parts[2] <= "31" else None


def _before(today: str, count: int, unit: str) -> str:
    now = datetime.date.fromisoformat(today)
    if unit == "day":
        return (now - datetime.timedelta(days=count)).isoformat()
    months = now.year * 12 + now.month - 1 - (count if unit == "month" else 12 * count)
    year, month = divmod(max(months, 12), 12)
    for day in range(now.day, 27, -1):  # the 31st of a shorter month is its last day
        try:
            return datetime.date(year, month + 1, day).isoformat()
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(now.day, 28)).isoformat()


def within(date: str, year: int | None, low: str, high: str) -> bool:
    """True when a record's date (as precise as its source) can lie within the range, both ends included."""
    told = date or (str(year) if year is not None else "")
    if not told:
        return False
    return not (low and told[: len(low)] < low[: len(told)]) and not (high and told[: len(high)] > high[: len(told)])
