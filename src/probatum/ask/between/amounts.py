"""Two amounts of one treatment: `UTI 3 vs 7 days`, `prednisolone 5 or 10 days`, `aspirin 75 v 300 mg`.

What is compared is how long or how much, and not the words that happen to stand beside the numbers.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import expression

_UNIT: Final = (
    r"(?:days?|d|weeks?|wks?|months?|mths?|years?|hours?|hrs?|h|minutes?|mg|mcg|micrograms?|g|ml|units?|mg/kg|doses?"
    r"|times (?:a|per) day|mmHg|cycles?|sessions?)"
)
_PAIR: Final = expression(
    rf"(?P<one>\d+(?:\.\d+)?)(?:[ -]?(?P<unit_one>{_UNIT}))?\s*(?:versus|vs\.?|v|or|against|compared (?:with|to))\s*"
    rf"(?P<two>\d+(?:\.\d+)?)[ -]?(?:(?P<unit>{_UNIT})\b|(?P<same>(?<=\d )of\b))"
    rf"(?: (?:of|course|treatment|therapy|for))*",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """Two amounts with their unit, and the text without them, as long as it was."""

    one: str
    two: str
    left: str


def compared(text: str) -> Pair | None:
    """The two amounts that a question compares; None for none."""
    found = _PAIR.search(text)
    if found is None or (found["same"] and not found["unit_one"]):
        return None
    unit = found["unit"] or found["unit_one"]
    left = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return Pair(f"{found['one']} {found['unit_one'] or unit}", f"{found['two']} {unit}", left)
