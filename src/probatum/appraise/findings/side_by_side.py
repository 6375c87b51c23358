"""Figures side by side whose names show by their form that they are arms: `31% for X versus 16% for Y`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

if TYPE_CHECKING:
    from probatum.appraise.findings.layouts import Part

_SHORT: Final = expression(r"(?:the\s)?[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9/+-]*", 0)


_OF_OUTCOMES: Final = expression(
    r"\b(?:attributable|risks?|odds|ratios?|prevalence|incidence|accuracy|sensitivit\w+|specificit\w+|heritab\w+|change)\b",
    re.IGNORECASE,
)
"""Words of figures that may be of several outcomes: `14% for CVD and 16% for MI`."""


def short_forms(sentence: Sentence, chain: Sequence[Part]) -> bool:
    """`28 months for OXP, 34 months for RXP and 32 months for LXP`: short forms behind one preposition, in one unit."""
    links = {m[1] if (m := _BEFORE_NAME.search(sentence.masked[: part.arm[0]])) else "" for part in chain}
    units = {(part.value.percent, part.value.unit) for part in chain}
    if _OF_OUTCOMES.search(sentence.masked, 0, chain[0].start):
        return False
    whole = units != {(False, "")} and len(units) == 1 and len(links) == 1 and "" not in links
    return whole and all(_SHORT.fullmatch(part.name) for part in chain)


_AGAINST: Final = expression(r"\s(?:versus|vs\.?|(?:as\s)?compared (?:with|to)|than)\s")
_BEFORE_NAME: Final = expression(r"\s(in|for|with|among|after)\s(?:the\s)?$")


def set_against(sentence: Sentence, chain: Sequence[Part]) -> bool:
    """`31% for X versus 16% for Y`: two names after one preposition, set against each other, in one unit."""
    if len(chain) != 2 or not _AGAINST.search(sentence.masked[chain[0].end : chain[1].start]):
        return False
    links = [_BEFORE_NAME.search(sentence.masked[: part.arm[0]]) for part in chain]
    alike = chain[0].value.percent or bool(chain[0].value.unit and chain[0].value.unit == chain[1].value.unit)
    return alike and links[0] is not None and links[1] is not None and links[0][1] == links[1][1]
