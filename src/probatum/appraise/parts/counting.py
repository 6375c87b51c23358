"""Counting: whether an illness is named in a sentence as something that a study counts, and not as what people have."""

from __future__ import annotations

from typing import Final

from probatum.appraise import matching
from probatum.appraise.matching import Hit
from probatum.text.expressions import caseless

_COUNTED: Final = caseless(
    r"\b(?:outcomes?|end-?points?|adverse|side effects?|harms?|complications?|safety|incidence|rates?|risk)\b"
)
"""Words of a sentence before an illness that is counted there."""
_KIN: Final = caseless(r"\b(?:family history|parents?|siblings?|relatives?)\b")
"""Words of a sentence before an illness that others have."""


def counted(hit: Hit) -> bool:
    """Whether it is an outcome, a harm or a risk there, or an illness of the kin."""
    said = before(hit)
    return _COUNTED.search(said) is not None or _KIN.search(said) is not None


def of_kin(hit: Hit) -> bool:
    """Whether the kin of people are said to have it."""
    return _KIN.search(before(hit)) is not None


def before(hit: Hit) -> str:
    """The words of its sentence before it."""
    start, _ = matching.sentence_around(hit)
    return hit.zone.section.text[start : hit.start]
