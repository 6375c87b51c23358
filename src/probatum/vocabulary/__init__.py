"""Ground floor: concepts and their names, drugs, lay words, spelling, word weights.

`load()` gives the shipped vocabulary, `current()` the same with the user's own terms before it (see `users`).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from probatum.vocabulary.spelling import Suggestion
from probatum.vocabulary.terms import Abbreviation, Mention, NearGroup, Term
from probatum.vocabulary.vocabulary import Vocabulary

__all__ = ["Abbreviation", "Mention", "NearGroup", "Suggestion", "Term", "Vocabulary", "current", "load"]

SHIPPED: Final = Path(__file__).parent / "data" / "vocabulary.bin"


def current() -> Vocabulary:
    """The shipped vocabulary with the user's own over it. Raises ProbatumError P403, P407."""
    from probatum.vocabulary import users

    kept = users.all_kept()
    return load(extra=users.terms(kept, load())) if kept else load()


@lru_cache(maxsize=4)
def load(path: Path = SHIPPED, extra: tuple[Term, ...] = ()) -> Vocabulary:
    """The vocabulary, read once. Raises ProbatumError P403 when its file is missing or damaged."""
    return Vocabulary(path, extra)
