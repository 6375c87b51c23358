"""Pregnancy and breast-feeding beside a medicine: asked about in worry, and by themselves no emergency."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.ask.danger.small_children import is_felt
from probatum.text.expressions import expression

_EXPECTING: Final = expression(
    r"\b(?:pregnan\w+|expecting|weeks? gone|breast-?feed\w*|nursing|due (?:date|in \w+)|trimester)\b", re.IGNORECASE
)
_SAFE: Final = expression(
    r"\b(?:is|are|will|would) (?:it|this|that|they|(?:the|my) (?:baby|milk)) (?:still |be |all )*"
    r"(?:ok|okay|safe|fine|alright|right|harmed|affected)\b|\b(?:is it|are they) safe\b",
    re.IGNORECASE,
)
"""Whether a medicine is safe for a child to come is asked in worry, and is no emergency, but what lists name is."""


def expecting(text: str) -> bool:
    """Whether a text tells of a pregnancy or of breast-feeding."""
    return _EXPECTING.search(text) is not None


def by_expecting_alone(text: str, kind: str) -> bool:
    """Whether a message is told like a danger of a `kind` only since somebody expects a child: it asks whether what
    is taken is safe, or names a medicine and nothing that is felt (`8 weeks pregnant and just found out, on X`)."""
    if not expecting(text):
        return False
    if _SAFE.search(text):
        return True
    named = any(m.term.semantic == "drug" and m.term.marketed for m in vocabulary.load().find(text.lower()))
    return kind == "emergency" and named and not is_felt(text)
