"""Figures that are a part of what people did or had: `had fewer than 50 copies/mL`, `scored 5 or more points`.

Such a figure is no result: it says where a count begins or ends, so that what was counted is called by it.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.text.expressions import expression

_BEFORE: Final = expression(
    r"(?:\b(?:at least|at most|up to|(?:no |not )?(?:more|less|fewer|greater|lower|higher|longer|shorter) than|over|"
    r"under|above|below|exceeding|(?:scores?|grades?|stages?|ratings?|ranks?)(?: of)?)|[<>≤≥]|[<>]\s?/\s?=)\s?$",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    r"\s?(?:[\w/-]+\s)?(?:or|and)\s(?:more|less|fewer|greater|above|below|over|under|higher|lower|longer)\b",
    re.IGNORECASE,
)


def is_limit(sentence: Sentence, value: Value) -> bool:
    """Whether a figure says only from where on, or up to where, something was counted."""
    if value.events or value.denominator or value.spread:
        return False
    before = _BEFORE.search(sentence.masked, max(0, value.start - _NEAR), value.start)
    return before is not None or _BEHIND.match(sentence.masked, value.end) is not None


_NEAR: Final = 24
"""Characters before a figure in which its bound stands."""


def past(sentence: Sentence, stop: int) -> int:
    """Where the next figure stands that is no limit, when the one at `stop` is one; else `stop`."""
    figures = [v for v in sentence.values if v.start >= stop and not v.spelled]
    if not figures or figures[0].start != stop:
        return stop
    return next((v.start for v in figures if not is_limit(sentence, v)), len(sentence.text))


def spelled_out(sentence: Sentence) -> str:
    """The masked sentence in which numbers in words stay words: `had at least one ulcer`."""
    masked = sentence.masked
    for value in sentence.values:
        if value.spelled:
            masked = masked[: value.start] + sentence.text[value.start : value.end] + masked[value.end :]
    return masked


def shown(sentence: Sentence) -> str:
    """The masked sentence in which limits, and numbers in words, stay as they are printed."""
    masked = sentence.masked
    for value in sentence.values:
        if value.spelled or is_limit(sentence, value):
            masked = masked[: value.start] + sentence.text[value.start : value.end] + masked[value.end :]
    return masked
