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
        caseless(
            rf"\b{_CANNOT} swallow|\b(?:difficulty|trouble|problems?) (?:in |with )?swallow(?:ing)?\b|\bdysphagi\w+"
        ),
    ),
)
"""How a limit names it, and how a question tells it."""
_BADLY: Final = caseless(
    r"\b(?:bad|poor|weak|impaired|unsafe|slow|worsening) swallow(?:ing)?\b|\bstruggl\w+ (?:to |with )swallow\w*"
    r"|\bswallow(?:ing)? (?:is (?:\w+ )?(?:bad|poor|unsafe|weak|difficult)|problems?|difficult\w*|trouble|issues?)\b"
    r"|\bthickened (?:fluids?|drinks?)\b|\bchok(?:es|ing) on (?:her |his |my )?(?:tablets?|pills?|food|fluids?)\b"
)
_SITS: Final = caseless(
    r"\b(?:in|to) (?:an? |her |his |the )?(?:wheel|arm|recliner )?chair\b|\b(?:chair|wheelchair)[- ]?bound\b"
    r"|\bhoist(?:ed)?\b"
    r"|\bslump\w*\b|\bkyphosis\b"
)
_DENIED: Final = caseless(r"\b(?:no|not|no longer|isn'?t|wasn'?t|never) (?:\w+ )?$")


def lacked(limit: str, told: str) -> bool:
    """Whether a question tells, in whatever words, that somebody cannot do what a limit asks for."""
    return any(of_limit.search(limit) is not None and _tells(pattern, told) for of_limit, pattern in _LACKED)


def swallows_badly(told: str) -> bool:
    """Whether a question tells that swallowing is a trouble to somebody."""
    return _tells(_LACKED[1][1], told) or _tells(_BADLY, told)


def sits(told: str) -> bool:
    """Whether it tells of somebody of whom it is not plain how long they can be upright."""
    return _tells(_SITS, told)


def _tells(pattern: re.Pattern[str], told: str) -> bool:
    return any(_DENIED.search(told[: found.start()]) is None for found in pattern.finditer(told))
