"""What the people did whose share is told: `the proportion of patients who vomited was lower in A (3%)`."""

from __future__ import annotations

from typing import Final

from probatum.appraise.findings import clauses, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import caseless

_WHO: Final = caseless(
    r"(?:the\s)?(?:overall\s|total\s|mean\s)?(?:proportion|percentage|number|share|rate|frequency|percent)s?\sof\s(?:the\s)?"
    rf"(?:[\w-]+\s){{0,2}}?{PEOPLE}\s(?:who|that|whose)\s"
)
_MAIN: Final = caseless(r"\s(?:was|were|is|did not differ|differed|increased|decreased|fell|rose)\s")
_HELD: Final = caseless(
    r"\s(?:\w+ly\s)*(?:higher|lower|greater|smaller|larger|less|more)\s(?:than|(?:as\s)?compared\s(?:with|to))\s"
)


def named(sentence: Sentence, start: int, first: int) -> str:
    """The outcome of a clause whose subject is such a share, and which has its first figure at `first`; else empty."""
    begin = clauses.skip_lead(sentence.masked, start, first)
    who = _WHO.match(sentence.masked, begin, first)
    verbs = list(_MAIN.finditer(sentence.masked, who.end(), first)) if who else []
    if who is None or len(verbs) != 1:
        return ""
    if _HELD.match(sentence.masked, verbs[0].end() - 1, first):
        return ""  # `was lower than that in A (67%)`: its own figure stands elsewhere
    return predicates.named(sentence, who.end() - 1, verbs[0].start())
