"""Is a pooled result what the studies behind it give?"""

from __future__ import annotations

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import Kind, Verdict
from probatum.text.expressions import expression

_OUTCOME = expression(r"\) for .{1,300}?; (?=random effects|common effect)")


@check(
    name="pooling",
    purpose="A pooled result is the one that pooling again gives, from the cited records and by the characters cited.",
    source="Rule: what is calculated is calculated anew; Deeks JJ, et al. Cochrane Handbook, chapter 10 (2024).",
)
def pooling(case: Case) -> Answer:
    """Number differs when the sentence is not, word for word but for the outcome's name, what pooling again gives."""
    if case.statement.kind is not Kind.POOLED:
        return None
    if not case.again:
        return Verdict.NUMBER_DIFFERS, "the characters cited give no pooled result"
    if _bare(case.statement.text) != _bare(case.again):
        return Verdict.NUMBER_DIFFERS, f"pooling again gives: {case.again}"
    return Verdict.SUPPORTED, "pooling again gives the same"


def _bare(text: str) -> str:
    """The sentence without the outcome's name, its stop and its capital."""
    return _OUTCOME.sub("); ", text.strip().rstrip(".")).casefold()
