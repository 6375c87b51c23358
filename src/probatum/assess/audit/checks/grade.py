"""Do the steps of a grade come to its level, and does each step down rest on a shortcoming?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text.expressions import expression

_LEVELS: Final = ("very low", "low", "moderate", "high")
_LEVEL: Final = expression(r":\s(very low|low|moderate|high);", re.IGNORECASE)
_START: Final = expression(r"\bstarts? at (very low|low|moderate|high)\b", re.IGNORECASE)
_STEP: Final = expression(
    r"\b(?P<count>one|two|three|[123]) steps? (?P<way>down|up) for [a-z ]{3,30}"
    r"(?:\((?P<why>[^()]{0,400}(?:\([^()]{0,200}\)[^()]{0,400}){0,6})\))?",
    re.IGNORECASE,
)
_COUNTS: Final = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}
_REASONS: Final = expression(r",\s(?!but\b|(?:al)?though\b|while\b)(?:and\s)?|;\s|\sand\s(?=no\b)")
_SHORT: Final = expression(
    r"\b(?:no|not|nothing|without|only|few|fewer|small|wide|unclear|unknown|missing|lack\w*|fail\w*|differ\w*|other"
    r"|indirect\w*|could not|cannot|n't|un\w{4,}|non-?\w{4,}|high risk|some concerns|but|though)\b",
    re.IGNORECASE,
)
"""Words of a shortcoming: a reason that holds one is not looked at."""
_SOUND: Final = expression(
    r"\b(?:an?|the) (?:\w+ ){0,2}(?:effect|difference|benefit|interval|p value)s? (?:was|were|is|are) "
    r"(?:detected|found|seen|reported)\b|\b(?:does|do|did) say\b"
    r"|\b(?:was|were) (?:\w+-)?(?:blind\w*|masked|concealed)\b"
    r"|\bstudied in people\b|\bcould be read\b|\bmore than an adequate\b",
    re.IGNORECASE,
)
"""What is no shortcoming: that something was reported, blinded, or studied in people."""
_DIRECT: Final = expression(r"\(indirect: it does (?!not\b)([^()]{1,80})\)", re.IGNORECASE)
"""A remark on how evidence does not fit the question, which lost its `not`."""
_PRIMARY: Final = expression(r"\bprimary (?:outcome|end[- ]?point)\b", re.IGNORECASE)


@probe(
    name="grade",
    order=108,
    purpose="The steps told of a grade of certainty come to its level, and a step down rests on a shortcoming.",
    source="Guyatt GH, et al. GRADE guidelines 1: introduction (2011), doi:10.1016/j.jclinepi.2010.04.026",
)
def grade(case: Cited) -> Opinion | None:
    """Contradicted when a grade is not the one its steps lead to, or a step down is for something done well."""
    if (aside := _DIRECT.search(case.text)) is not None:
        return Opinion(Fault.NEGATION, f"what is indirect does not \u201c{aside[1]}\u201d")
    if not case.grades:
        return None
    steps = list(_STEP.finditer(case.text))
    for step in steps:
        for why in _REASONS.split(step["why"] or "") if step["way"].lower() == "down" else ():
            if _PRIMARY.search(why):
                return Opinion(Fault.OUTCOME, f"\u201c{why}\u201d is no reason for a step down")
            if _SOUND.search(why) and not _SHORT.search(why):
                return Opinion(Fault.NEGATION, f"\u201c{why}\u201d is no reason for a step down")
    return _level(case.text, steps)


def _level(text: str, steps: list[re.Match[str]]) -> Opinion | None:
    """The level where the steps lead elsewhere; none where the sentence does not say at which it starts."""
    said, start = _LEVEL.search(text), _START.search(text)
    if said is None or start is None:
        return None
    at = _LEVELS.index(start[1].lower())
    for step in steps:
        at += _COUNTS[step["count"].lower()] * (1 if step["way"].lower() == "up" else -1)
    right = _LEVELS[min(max(at, 0), len(_LEVELS) - 1)]
    if right == said[1].lower():
        return None
    told = f"the steps lead from {start[1].lower()} to {right}, not to {said[1].lower()}"
    return Opinion(Fault.CONTRADICTION, told, figure=right)
