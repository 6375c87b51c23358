"""Doubts: what a review itself says against its evidence where it concludes, for grades of conclusions told in words.

GRADE leaves these judgements to whoever graded the trials; where a conclusion names the reason, it is taken at its word
(Guyatt 2008, doi:10.1136/bmj.39489.470347.AD).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.model import Certainty, CertaintyStep, Domain, Level, Span
from probatum.text.expressions import expression

_DOUBTS: Final = (
    (
        Domain.RISK_OF_BIAS,
        r"(?:poor|low|weak|variable|varying|limited|questionable) (?:\w+ )?quality|(?:high|unclear) risk of bias"
        r"|methodological(?:ly)? (?:limitations?|weakness\w*|flaw\w*|poor|weak)",
    ),
    (Domain.INCONSISTENCY, r"(?<!no )(?<!low )heterogene\w+|inconsisten\w+|conflicting (?:results|evidence|findings)"),
    (
        Domain.IMPRECISION,
        r"small (?:sample|number|size|stud|trial)\w*|(?:little|limited|insufficient|scarce|sparse|not enough|lack of)"
        r" (?:\w+ )?(?:evidence|data)|too few (?:trials|studies|data)|inconclusive|no firm conclusions?",
    ),
)
_PATTERNS: Final = tuple((domain, expression(rf"\b(?:{words})", re.IGNORECASE)) for domain, words in _DOUBTS)


def lowered(graded: Certainty, concluded: Iterable[Span]) -> Certainty:
    """The certainty with one step down for each reason that the conclusion names and that is not yet counted."""
    counted = {step.domain for step in graded.steps if step.change < 0}
    steps: list[CertaintyStep] = []
    for domain, pattern in _PATTERNS:
        for span in () if domain in counted else concluded:
            found = pattern.search(span.quote)
            if found is not None:
                words = span.inner(*found.span())
                reason = f"The review itself tells of {words.quote.lower()}."
                steps.append(CertaintyStep(domain, -1, reason, (words,)))
                break
    levels = list(Level)
    place = min(levels.index(graded.level) + len(steps), len(levels) - 1)
    return msgspec.structs.replace(graded, level=levels[place], steps=(*graded.steps, *steps)) if steps else graded
