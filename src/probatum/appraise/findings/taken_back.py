"""Taken back: a result of which the very next sentence says that it was not significant by the rule of its trial.

Of several end points p below 0.05 may show nothing: the report says so behind the figures, and what it says holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.model import Finding
from probatum.text.expressions import expression

_BEHIND: Final = 160
"""Characters behind a result that may take it back."""
_TAKEN_BACK: Final = expression(
    r"^\s{0,3}(?:(?:under|by|with|after|according to|given)\b[^.;]{3,80}[, ])?"
    r"(?:this|it|the (?:difference|result)) (?:was|is|were) (?:\w+ )?(?:not|non-?) ?(?:\w+ )?significant",
    re.IGNORECASE,
)


def revised(found: Sequence[Finding]) -> list[Finding]:
    """The findings, those without significance that the next sentence denies it to."""
    return [
        msgspec.structs.replace(one, significant=False, claimed="not significant", favours="") if denied(one) else one
        for one in found
    ]


def denied(finding: Finding) -> bool:
    """Whether the sentence behind a result says that it was not significant."""
    if finding.significant is not True:
        return False
    end = finding.sentence.end
    return bool(_TAKEN_BACK.match(finding.sentence.source_section.text[end : end + _BEHIND]))
