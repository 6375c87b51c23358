"""Abilities: what somebody cannot do (sit up, swallow), as limits of labels name it and as it is told in words."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless

_CANNOT: Final = r"(?:can(?:no|['\u2019])?t|can not|unable to|not able to|isn'?t able to|aren'?t able to)"
_LACKED: Final = (
    (
        caseless(rf"\b{_CANNOT} (?:\w+ ){{0,2}}?(?:stand|sit|remain|stay|be)\w*\b[^.;]{{0,20}}\bupright\b"),
        caseless(
            rf"\bbed[- ]?(?:bound|ridden|fast)\b|\b{_CANNOT} (?:\w+ )?(?:sit|stand|stay|remain|be|get) ?(?:\w+ )?"
            r"(?:up(?:right)?)\b|\b(?:has|have|needs?|must) to (?:lie|stay) flat\b|\blying flat all\b"
        ),
    ),
    (
        caseless(rf"\b{_CANNOT} swallow|\b(?:difficulty|trouble) (?:in )?swallowing\b"),
        caseless(rf"\b{_CANNOT} swallow|\b(?:difficulty|trouble|problems?) (?:in )?swallowing\b|\bdysphagi\w+"),
    ),
)
"""How a limit names it, and how a question tells it."""
_DENIED: Final = caseless(r"\b(?:not|no longer|isn'?t|wasn'?t|never) (?:\w+ )?$")


def lacked(limit: str, told: str) -> bool:
    """Whether a question tells, in whatever words, that somebody cannot do what a limit asks for."""
    return any(of_limit.search(limit) is not None and _tells(pattern, told) for of_limit, pattern in _LACKED)


def _tells(pattern: re.Pattern[str], told: str) -> bool:
    return any(_DENIED.search(told[: found.start()]) is None for found in pattern.finditer(told))
