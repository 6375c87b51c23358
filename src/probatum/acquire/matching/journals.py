"""Are two journal names one journal? `Am J Infect Control`, `American journal of infection control`, `AJIC`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.acquire.matching.words import fold, spelt_alike, words
from probatum.text.expressions import expression

_SMALL_WORDS: Final = "of the and in on for a an de la le les der die das und et del y e des du di i to"
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_BRACKETED: Final = expression(r"[(\[][^()\[\]]*[)\]]")
_SUBTITLE: Final = expression(r"\s*[:=;/|]\s*|\.\s+(?=[A-Za-z]{6,})")
_MOST: Final = 300
"""Characters of a name that are looked at."""


@lru_cache(maxsize=4096)
def same_journal(one: str, other: str) -> bool | None:
    """True or False; None when one of them is missing or is an address."""
    if not one.strip() or not other.strip():
        return None
    if _address(one) or _address(other):
        return True if fold(one).strip() == fold(other).strip() else None
    return any(_agree(a, b) for a in _forms(one[:_MOST]) for b in _forms(other[:_MOST]))


def initial(journal: str) -> str:
    """The first letter of a journal's name without its article, or nothing; abbreviations keep it."""
    if _address(journal):
        return ""
    found = [word for word in words(journal[:60]) if word not in _SMALL]
    return found[0][0] if found else ""


def _address(journal: str) -> bool:
    return "://" in journal or journal.lower().startswith("www.")


def _forms(journal: str) -> list[tuple[str, ...]]:
    """The words of the whole name, and of the name without brackets and subtitle."""
    whole = _listed(journal)
    main = _listed(_SUBTITLE.split(_BRACKETED.sub(" ", journal).strip())[0])
    return [form for form in dict.fromkeys((whole, main)) if form]


def _listed(journal: str) -> tuple[str, ...]:
    return tuple(spelt_alike(word) for word in words(journal) if word not in _SMALL)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if "".join(one) == "".join(other):
        return True
    return _shortens(one, other) or _shortens(other, one) or _acronym(one, other) or _acronym(other, one)


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True when each word of one is short for a word of the other, in order, and none is left over."""
    return len(short) == len(full) and all(map(_short_for, short, full))


def _short_for(short: str, word: str) -> bool:
    """`infect` for infection, `natl` for national: the same beginning, and its letters in order."""
    if word.startswith(short) or short.startswith(word):
        return True
    if len(short) < 3 or short[0] != word[0] or len(short) >= len(word):
        return False
    rest = iter(word)
    return all(letter in rest for letter in short)


def _acronym(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """`bmj` for British medical journal."""
    if len(short) != 1 or len(full) < 3 or not 3 <= len(short[0]) <= 6:
        return False
    return "".join(word[0] for word in full) == short[0]
