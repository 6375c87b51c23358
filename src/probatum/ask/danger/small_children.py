"""Small children: what is an alarm in them alone, and that their age by itself is none.

A fever under three months is a red flag; `breast-feeding a 3 week old baby` tells of nobody who is ill.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.danger import learned
from probatum.ask.danger.flags import compiled, concept
from probatum.ask.danger.wording import as_meant
from probatum.text.expressions import expression

YOUNG_WEEKS: Final = 13
"""Under three months, where fever alone is a red flag (NICE NG143)."""
_AGE: Final = expression(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(day|week|wk|month|mth)s?\b[- ]?(?:old|of age)?",
    re.IGNORECASE,
)
_WEEKS: Final = {"day": 1 / 7, "week": 1.0, "wk": 1.0, "month": 52 / 12, "mth": 52 / 12}
_COUNTED: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NEWBORN: Final = expression(r"\b(?:newborns?|neonates?|day \d{1,2} baby)\b", re.IGNORECASE)
ILL: Final = expression(
    r"\b(?:poor(?:ly)? feed\w*|not feeding|won'?t (?:feed|latch|suck)|not latching"
    r"|temp\w*\D{0,12}3[2-5](?:\.\d)?|floppy|limp|unresponsive|lethargic)\b",
    re.IGNORECASE,
)
"""What shows that such a child is ill."""


def is_young(text: str) -> bool:
    """Whether it is about a baby under three months."""
    if _NEWBORN.search(text):
        return True
    if compiled(concept("baby")).search(text) is None:
        return False
    ages = [_number(m[1]) * _WEEKS[m[2].lower()] for m in _AGE.finditer(text) if _of_age(m, text)]
    return any(age < YOUNG_WEEKS for age in ages)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTED.index(said.lower()) + 1


def _of_age(found: re.Match[str], text: str) -> bool:
    """An age, and not how long something has lasted: `6 week old`, `baby is 6 weeks`, but not `fever for 2 days`."""
    if re.search(r"old|of age", found[0], re.IGNORECASE):
        return True
    return (
        re.search(r"\b(?:aged|is|baby|infant|newborn)(?: is| of)?\s*\(?$", text[: found.start()], re.IGNORECASE)
        is not None
    )


def by_age_alone(text: str) -> bool:
    """Whether a message is told like an emergency but for the age of a small child, or for its being breast-fed."""
    bare = " ".join(_SMALL_CHILD.sub(" ", text).split())
    if bare == " ".join(text.split()):
        return False
    if is_felt(bare):
        return False
    return len(bare.split()) < learned.SHORTEST or learned.likeliest(as_meant(bare)) != "emergency"


def is_felt(text: str) -> bool:
    """Whether a message has a word of anything that is felt by somebody or seen in them."""
    return learned.feels(text) or _SEEN.search(text) is not None


_SMALL_CHILD: Final = expression(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?:days?|weeks?|wks?|months?|mths?)[- ]?"
    r"(?:old|of age)\b|\bbreast-? ?fe(?:e?d|eding|eds)\b|\bnursing\b",
    re.IGNORECASE,
)
"""The age of a small child, and that it is fed: neither is a sign."""
_SEEN: Final = expression(
    r"\b(?:drows\w*|sleepy|grunt\w*|rous\w+|mottled|jaundice\w*|twitch\w*|jerk\w*|fits?|fitting|seiz\w*|wheez\w*"
    r"|chok\w*|pauses?|bulging|sunken|rash\w*|hardly|barely|less|refus\w*|throw\w* up|threw up|temp\w*)\b",
    re.IGNORECASE,
)
"""Words of what is seen in an ill child, besides those of anybody."""
