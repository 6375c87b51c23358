"""Lacking: whether a text tells a lack or an excess in the blood by what a medicine does to the level.

A label that says `may lower vitamin B12` lists its deficiency, and `raises potassium` hyperkalaemia, without the name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import expression

_SALTS: Final = {
    "kal": "potassium",
    "natr": "sodium",
    "magnes": "magnesium",
    "calc": "calcium",
    "phosphat": "phosphate",
    "glyc": "(?:blood )?(?:sugar|glucose)",
    "uric": "(?:uric acid|urate)",
}
"""What the middle of `hypokalaemia` and its like stands for."""
_IN_BLOOD: Final = expression(
    r"^hyp(?P<way>o|er)(?P<of>kal|natr|magnes|calc|phosphat|glyc|uric)[a-z]*a?emia$", re.IGNORECASE
)
_DEFICIENCY: Final = expression(r"^(?P<of>[\w -]{3,30}?) deficienc(?:y|ies)$", re.IGNORECASE)
_LOW: Final = (
    r"\b(?:low(?:er(?:s|ed|ing)?)?|reduc(?:es?|ed|ing)|decreas(?:es?|ed|ing)|deplet(?:es?|ed|ing)"
    r"|loss of|lack of|falls? in|(?:poor|less|reduced) absorption of)\b"
)
_HIGH: Final = r"\b(?:rais(?:es?|ed|ing)|increas(?:es?|ed|ing)|high|elevat(?:es?|ed|ing)|rises? in)\b"
_BETWEEN: Final = r" (?:(?:the|your|serum|plasma|blood|levels?|absorption|of|in|amount)\s+){0,4}"


def told_in(text: str, name: str) -> bool:
    """Whether a text tells that the level falls or rises whose lack or excess goes by a name."""
    found = _way(name.lower())
    return found is not None and found.search(text) is not None


@lru_cache(maxsize=512)
def _way(name: str) -> re.Pattern[str] | None:
    """How the text says it; None for a name that is neither a lack nor an excess."""
    if held := _IN_BLOOD.match(name):
        verb, what = (_LOW if held["way"].lower() == "o" else _HIGH), _SALTS[held["of"].lower()]
    elif held := _DEFICIENCY.match(name):
        verb, what = _LOW, re.escape(held["of"]).replace(r"\ ", " ?")
    else:
        return None
    return re.compile(
        rf"{verb}{_BETWEEN}{what}\b|\b{what} (?:levels? )?(?:deficiency|may (?:fall|rise))\b", re.IGNORECASE
    )
