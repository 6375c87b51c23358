"""Surrogates: values in the blood, which nobody feels. What happens to people is told before them, whichever a trial
was planned for, but where the question asks for the value itself.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_IN_BLOOD: Final = caseless(
    r"\b(?:tsh|t[34]|thyroxine|thyrotropin|cholesterol|ldl|hdl|triglycerides?|hba1c|urate|uric acid|ferritin"
    r"|potassium|sodium|calcium|phosphate|creatinine|(?:serum|plasma|blood|fasting) (?:glucose|levels?))\b"
)


def unasked(outcome: str, question: Question) -> bool:
    """Whether an outcome is such a value, and nobody asked for it."""
    found = _IN_BLOOD.search(outcome)
    return found is not None and not question.having(Role.OUTCOME) and not asks_for(found[0], question.typed)


def asks_for(name: str, text: str) -> bool:
    """Whether words name something, and do not only tell what was measured of it."""
    return re.search(rf"\b{re.escape(name)}\b(?!\W{{0,3}}(?:of |is |was )?\d)", text, re.IGNORECASE) is not None
