"""Is an effect told of what was tried, and not of what it was held against?"""

from __future__ import annotations

from typing import Final

from probatum.assess.case import Case
from probatum.assess.checks.subject import drugs_in, names
from probatum.assess.registry import Answer, check
from probatum.model import Kind, Verdict
from probatum.text.expressions import caseless

_ACTS: Final = caseless(
    r"^(?:(?:yes|no|probably|possibly): )?(?P<who>[^:;(]{3,120}?) (?:(?:probably|may|can|does|do) )?"
    r"(?:reduc|increas|lower|rais|improv|shorten|prolong|prevent)(?:e|es|s)?\b"
)
"""A sentence that opens with what acts and how it acts."""
_AGAINST: Final = caseless(r"\b(?:than|compared) (?:with|to|in|on|after|for|those)\b|\b(?:than|versus|vs\.?|against)\b")
_FAR: Final = 160
"""Characters behind a word of comparison in which the other side is named."""
_RESULTS: Final = (Kind.FINDING, Kind.CALCULATED, Kind.POOLED)


@check(
    name="side",
    purpose="An effect is told of the treatment that was tried, not of one that it was compared with.",
    source="Rule: what was lower with one drug than with another is no effect of the other.",
)
def side(case: Case) -> Answer:
    """Contradicted where the drug that a sentence lets act stands in its results on the far side alone, behind another
    drug that the sentence does not name."""
    if case.statement.kind not in _RESULTS:
        return None
    for text in case.texts:
        opens = _ACTS.match(text)
        for written, keys in drugs_in(opens["who"]) if opens is not None else ():
            for quote in case.quotes:
                if other := _tried_instead(quote, keys, text):
                    return Verdict.CONTRADICTED, f"told of {written}, which {other} was compared with"
    return None


def _tried_instead(quote: str, keys: frozenset[str], text: str) -> str:
    """The drug that was tried where one by these names was only what it was held against; empty where that is not so,
    and where the text names both."""
    for found in _AGAINST.finditer(quote):
        near, far = quote[: found.start()], quote[found.end() : found.end() + _FAR]
        if not names(far, keys) or names(near, keys):
            continue
        tried = [(written, own) for written, own in drugs_in(near) if not names(text, own)]
        if tried and len(tried) == len(drugs_in(near)):
            return tried[0][0]
    return ""
