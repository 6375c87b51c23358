"""Ground floor: concepts and their names, drugs, lay words, spelling, word weights.

`load()` gives the shipped vocabulary; a user's own terms are put before it with `load(extra=...)`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from probatum.vocabulary.spelling import Suggestion
from probatum.vocabulary.terms import Abbreviation, Mention, NearGroup, Term
from probatum.vocabulary.vocabulary import Vocabulary

__all__ = ["Abbreviation", "Mention", "NearGroup", "Suggestion", "Term", "Vocabulary", "load"]

SHIPPED: Final = Path(__file__).parent / "data" / "vocabulary.bin"


@lru_cache(maxsize=4)
def load(path: Path = SHIPPED, extra: tuple[Term, ...] = ()) -> Vocabulary:
    """The vocabulary, read once. Raises ProbatumError P403 when its file is missing or damaged."""
    return Vocabulary(path, extra)
