"""How many people were analysed: the one number that the record gives of them, never a sum."""

from __future__ import annotations

import re

from probatum.appraise.counting import Number, Tier, after, before, best, counted, parts_read
from probatum.appraise.numbers import NUMBER, whole
from probatum.appraise.people import WERE
from probatum.model import Record
from probatum.text.expressions import expression

SET = (
    r"(?:(?:modified )?intention[- ]to[- ]treat|intent[- ]to[- ]treat|m?ITT|full analysis|primary|final|efficacy|main)"
)
ANALYSED: tuple[Tier, ...] = (
    (
        None,
        after(
            rf"^[^;.]{{0,80}}?\b{WERE} (?:\w+ly |all |then )?(?:included|entered|considered|used|available"
            rf"|evaluated) (?:in|for"
            rf"|into) (?:the |our |this |all )?(?:[\w-]+ ){{0,3}}analys[ei]s\b"
        ),
    ),
    (None, after(rf"^[^;.]{{0,60}}?\b{WERE} (?:finally |ultimately |\w+ly )?analy[sz]ed\b")),
    (before(r"\banaly[sz]ed(?: data (?:from|of|on))?(?: a total of| all)?"), None),
    (
        before(
            rf"\b{SET}(?:[- ]\w+)? (?:population|set|analys[ei]s|sample)s? (?:comprised|included|consisted of|was|were"
            r"|contained)(?: a total of| data (?:from|of|on))?"
        ),
        None,
    ),
)
"""Before and behind the count of those whose results were analysed (CONSORT 2010, item 16)."""
IN_BRACKETS = expression(
    rf"\b{SET} (?:population|set|analys[ei]s|sample)(?: set| population)? \([nN] ?= ?(?P<n>{NUMBER})\)", re.IGNORECASE
)
EXCLUDED_THEN = expression(r"\b(?:excluded|not|screened|withdr\w+|dropped out|lost to)\b", re.IGNORECASE)

_AND_BEFORE = expression(rf"(?<![\w.]){NUMBER}(?: \w+)? and $")
_AND_BEHIND = expression(rf"^(?: \w+)? and {NUMBER}(?![\w.])")


def _of_one_arm(found: Number) -> bool:
    """`118 and 121 people were analysed`: each number is of one arm, and none is of all."""
    text = found.section.text
    return bool(_AND_BEFORE.search(text[: found.start]) or _AND_BEHIND.search(text[found.end :]))


def count(record: Record, whole_study: Number | None) -> Number | None:
    """People whose results were analysed, where the record gives one number of them and no more than were studied."""
    found = best(counted(record, True), ANALYSED, EXCLUDED_THEN)
    if found is None:
        for section in parts_read(record, True):
            match = IN_BRACKETS.search(section.text)
            value = whole(match["n"]) if match else None
            if match and value and value > 1:
                found = Number(value, section, match.start("n"), match.end("n"))
                break
    if found is None or _of_one_arm(found):
        return None
    return found if whole_study is None or found.value <= whole_study.value else None
