"""Misclaims: what is added to a quotation that claims significance where its own p value or interval shows none."""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import wording
from probatum.text import statistics
from probatum.text.expressions import expression

_RATIO: Final = expression(r"\b(?:[a-z]?(?:OR|RR|HR|IRR)s?|(?:odds|risk|hazard|rate) ratios?)\b")
_EFFECT: Final = expression(r"\b(?:associat|predict|risk factor|significan|increas|reduc|protect)", re.IGNORECASE)


def misclaimed(text: str, alpha: float | None) -> str:
    """What to add where a sentence claims significance for a p value that does not reach the study's level."""
    spanning = [
        f"the interval {text[m.low_start : m.low_end]} to {text[m.high_start : m.high_end]} includes no difference"
        for m in statistics.read_intervals(text)
        if m.kind == "CI" and _RATIO.search(text[max(0, m.start - 60) : m.start]) and m.low <= 1 <= m.high
    ]
    if spanning and _EFFECT.search(text):
        return f" ({wording.join(spanning)})"
    if statistics.claims_significance(text) != "significant":
        return ""
    level = alpha or wording.DEFAULT_ALPHA
    mentions = [m for m in statistics.read_p(text) if m.value is not None]
    judged = [(m, statistics.judge(m.relation, m.value, level)) for m in mentions if m.value is not None]
    wrong = [f"p {m.relation} {m.value:g}" for m, verdict in judged if verdict is False]
    if not wrong:
        return ""
    return f" ({wording.join(wrong)} {'is' if len(wrong) == 1 else 'are'} not significant at {level:g})"
