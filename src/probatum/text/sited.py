"""Sited: an illness that several places of the body have (`oral candidiasis`, `genital herpes`), and the same illness
of another place, which is treated otherwise."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless

_SITE: Final = "oral|vaginal|vulvovaginal|vulval|genital|anal|nasal|ocular|cutaneous|oesophageal|esophageal"
_SITED: Final = caseless(rf"(?P<site>{_SITE}) (?P<ill>.+)")


def without_other(text: str, illness: str) -> str:
    """The text without the same illness of another place, and a lay name of that in brackets behind it."""
    own = _SITED.fullmatch(illness)
    if own is None:
        return text
    at = _place(own["site"])
    return _pattern(own["ill"].lower()).sub(lambda m: m[0] if _place(m["site"]) == at else " ", text)


def _place(site: str) -> str:
    """One name for places that are one: `vulvovaginal` is vaginal."""
    low = site.lower()
    return "vaginal" if low.startswith(("vulv", "vagin", "genital")) else low.replace("oe", "e")


def elsewhere(title: str, illness: str) -> bool:
    """Whether a title is on the same illness of another place alone."""
    own = _SITED.fullmatch(illness)
    left = without_other(title, illness)
    return own is not None and left != title and own["ill"].lower() not in left.lower()


@lru_cache(maxsize=256)
def _pattern(illness: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<site>{_SITE}) {re.escape(illness)}(?: \([^)]*\))?", re.IGNORECASE)
