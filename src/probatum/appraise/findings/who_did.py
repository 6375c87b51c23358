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


def named(sentence: Sentence, start: int, first: int) -> str:
    """The outcome of a clause whose subject is such a share, and which has its first figure at `first`; else empty."""
    begin = clauses.skip_lead(sentence.masked, start, first)
    who = _WHO.match(sentence.masked, begin, first)
    verbs = list(_MAIN.finditer(sentence.masked, who.end(), first)) if who else []
    if who is None or len(verbs) != 1:
        return ""
    return predicates.named(sentence, who.end() - 1, verbs[0].start())
