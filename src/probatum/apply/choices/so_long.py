"""So long: advice for an illness that has lasted so many days, beside how long the question tells that it has lasted.

After 6 days of sinusitis the advice for 10 days or more is of others, and that for 10 days or less is the answer.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_LASTED: Final = caseless(
    r"\b(?:been|for|had (?:it|this|them|symptoms))(?: (?:about|around|over|nearly|for|going on)){0,2}"
    r" (?P<count>\d{1,2}) (?P<unit>days?|weeks?)\b"
)
_LIMITED: Final = caseless(
    r"\b(?:for|of|lasting)(?: (?:around|about|up to|at least)){0,2} (?P<count>\d{1,2}) (?P<unit>days?|weeks?)"
    r" or (?P<way>more|longer|less|fewer|shorter)\b"
)
_DAYS: Final = {"d": 1, "w": 7}
_AT_LEAST: Final = ("more", "longer")


def of_another_length(text: str, asked: str) -> bool:
    """Whether a text is for the illness when it has lasted longer, or shorter, than a question tells."""
    told, limit = _LASTED.search(asked), _LIMITED.search(text)
    if told is None or limit is None:
        return False
    days, most = (int(found["count"]) * _DAYS[found["unit"][0].lower()] for found in (told, limit))
    return days < most if limit["way"].lower() in _AT_LEAST else days > most
