"""Findings that are one half of what a sentence tells in turn: the first figure of several, told of all of them.

`A, B and C raised X by 27%, 20% and 7%, respectively` is no rise of 27% with all three; `an effect on X and Y (HR 0.8
and HR 0.9)` is no ratio of both; `the incidences were 48% and 18%` says of nothing how often it was.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.sentence import Sentence
from probatum.model import Finding
from probatum.text.expressions import expression

_SEVERAL: Final = expression(r",\s|\s(?:and|or)\s")
_TURN: Final = expression(
    r"(?:\s?[\[(][^()\[\]]*[\])])?(?:,\s(?:and\s)?|\sand\s)Ⓥ[^.;]{0,160}?\brespectively\b|"
    r"(?:\s?[\[(][^()\[\]]*[\])])?(?:,\s(?:and\s)?|\sand\s)Ⓥ+(?:\s?[\[(][^()\[\]]*[\])])?,\s(?:and\s)?Ⓥ",
    re.IGNORECASE,
)
"""Behind a figure: others of a list, of which each belongs to one."""
_AND_ANOTHER: Final = expression(
    r"[^()\[\]]{0,120}?\sand\s(?:an?\s)?(?:adjusted\s|pooled\s)?(?:a?HRs?|a?ORs?|a?RRs?|IRR|S?MD|(?:hazard|odds|risk|rate)\s"
    r"ratio|relative risk)\b[^()\[\]]*[)\]]"
)
"""Behind an estimate: a second one of its bracket."""
_NOTHING: Final = expression(
    r"(?:the\s)?(?:rates|incidences|frequencies|values|figures|proportions|percentages|numbers|levels|scores|perceiving|"
    r"believing|feeling|thinking|reporting|stating|saying)",
    re.IGNORECASE,
)
"""How much, or that somebody said something, without of what."""


def is_half(sentence: Sentence, found: Finding) -> bool:
    """Whether a finding gives to several what belongs to one of them, or names nothing at all."""
    named = [arm for arm in found.arms if arm.arm]
    if _NOTHING.fullmatch(found.outcome) and not named:
        return True
    if found.estimate is not None:
        behind = sentence.text[found.estimate.span.end - sentence.start :]
        return _SEVERAL.search(found.outcome) is not None and _AND_ANOTHER.match(behind) is not None
    if len(found.arms) != 1 or not named or named[0].value is None or not _SEVERAL.search(named[0].arm):
        return False
    value = next((v for v in sentence.values if v.start <= named[0].value.span.start - sentence.start < v.end), None)
    return value is not None and _TURN.match(sentence.masked, value.end) is not None
