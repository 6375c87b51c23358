"""Are quoted words the source's words?"""

from __future__ import annotations

import re

from probatum.assess.case import CUT, QUOTED, Case, flat, holds
from probatum.assess.registry import Answer, check
from probatum.model import Kind, Verdict
from probatum.text.expressions import expression

_TITLES = expression(
    r"\b(?:read as|asked|typed|question|titled|called|term|can be read)\b[^\u201c\"]{0,30}\Z", re.IGNORECASE
)

_NOTE = expression(r"\(\u201c[^()]{3,200}\u201d (?:is a technical word|are technical words)\b[^()]*\)")
"""Words of the sentence itself that a plain page could not explain: quoted from nowhere."""


@check(
    name="quotation",
    purpose="What stands in quotation marks is, character by character, in a support (blanks and marked cuts apart).",
    source="Rule: raw source text enters an answer only as a quotation.",
)
def quotation(case: Case) -> Answer:
    """Not in source when a quoted part is not exact; a quoted statement must hold a quotation."""
    if not case.statement.supports:
        return None
    quotes = [flat(q) for q in case.quotes]
    found = 0
    for text in (case.statement.text, case.statement.plain):
        text = _NOTE.sub("", text)
        for match in QUOTED.finditer(text):
            if _TITLES.search(text[: match.start()]):
                continue
            found += 1
            parts = [p for p in CUT.split(flat(match[1] or match[2])) if p]
            if not parts or not all(any(holds(q, p) for q in quotes) for p in parts):
                return Verdict.NOT_IN_SOURCE, "the quoted words are not the characters of a support"
    if not found and case.statement.kind is Kind.QUOTED:
        if any(holds(q, flat(case.statement.text)) for q in quotes):
            return Verdict.SUPPORTED, "the sentence is the characters of a support"
        return Verdict.NOT_IN_SOURCE, "a quoted statement holds no quotation"
    return (Verdict.SUPPORTED, f"{found} quotations are exact") if found else None
