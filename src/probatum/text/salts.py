"""Salts: a metal behind a drug's name says which salt it is, and is not what the title is about."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

METALS: Final = frozenset(("potassium", "sodium", "calcium", "magnesium", "zinc", "lithium", "aluminium", "aluminum"))
"""Metals with which acid drugs form salts (WHO, International Nonproprietary Names Modified, INNM 2006)."""
_JOINS: Final = frozenset(("and", "or", "with", "of", "plus", "in", "for", "by", "oral", "intravenous"))
"""Words behind which a metal stands for itself: `vitamin D and calcium`, `intravenous magnesium`."""


def is_about(title: str, name: str) -> bool:
    """Whether a title holds a name as words of its own: `potassium chloride` is about potassium, `penicillin V
    potassium` is not, nor is `atorvastatin` about `statin`."""
    words, wanted = _words(title), _words(name)
    for at in range(len(words) - len(wanted) + 1):
        if wanted and words[at : at + len(wanted)] == wanted and not _is_salt(words, at, wanted):
            return True
    return False


def _is_salt(words: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    return len(wanted) == 1 and wanted[0] in METALS and at > 0 and words[at - 1] not in _JOINS


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in text.casefold()).split())
