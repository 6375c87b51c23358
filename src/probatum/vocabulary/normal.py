"""Names made comparable: one key for `Crohn's disease`, `Crohn disease` and `CROHN'S DISEASES`.

A key is the words of a name in lower case, without accents, possessives, hyphens, plural endings and the differences
between British and American spelling, joined by single blanks. Names and texts are brought to the same form, so a key
need not be English (`diabete`, `oedema` -> `edema`); it is compared, never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.text.expressions import expression

WORD: Final = expression(r"[^\W_]+(?:['’][sS]\b)?")
"""A word, with its possessive ending."""

_POSSESSIVE: Final = expression(r"['’][sS]$")
_NOT_PLURAL: Final = ("ss", "us", "is")
_IZE: Final = expression(r"([a-z]{3,}[iy])s(e|es|ed|ing|er|ers|ation|ations)$")
_SPELLINGS: Final = (("haem", "hem"), ("sulph", "sulf"), ("aluminium", "aluminum"))


class Token(NamedTuple):
    """A word of a text: where it stands and its key."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of one word."""
    key = (word if word.isalnum() else _POSSESSIVE.sub("", word)).casefold()
    if not key.isascii():
        # A few signs are whole phrases when taken apart; the key of a word has no blanks
        apart = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in apart if not unicodedata.combining(c) and not c.isspace())
    return _british(_singular(key))


def _singular(key: str) -> str:
    if len(key) < 5 or not key.endswith("s") or key.endswith(_NOT_PLURAL):
        return key
    if key.endswith("ies") and len(key) > 5:
        return key[:-3] + "y"
    if key.endswith(("sses", "ches", "shes", "xes")):
        return key[:-2]
    return key[:-1]


def _british(key: str) -> str:
    if len(key) < 6:
        return key
    for british, american in _SPELLINGS:
        key = key.replace(british, american)
    key = key.replace("ae", "e").replace("oe", "e")
    if key.endswith("our"):
        key = key[:-3] + "or"
    elif key.endswith("tre"):
        key = key[:-3] + "ter"
    return _IZE.sub(r"\1z\2", key) if "is" in key or "ys" in key else key


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with their keys."""
    return [Token(m.start(), m.end(), word_key(m.group())) for m in WORD.finditer(text)]


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """The key of a name: the keys of its words joined by blanks; empty when it has none."""
    return " ".join(word_key(m.group()) for m in WORD.finditer(name))


def upright(name: str) -> str:
    """An inverted name in reading order: `Sclerosis, Amyotrophic Lateral` -> `Amyotrophic Lateral Sclerosis`.

    Names whose commas do not mark an inversion (a list, digits) are returned unchanged.
    """
    parts = name.split(", ")
    if len(parts) == 1 or len(parts) > 3 or any(re.fullmatch(r"[\d'+-]+.*", p) for p in parts[1:] if p[:1].isdigit()):
        return name
    if any(re.search(r"\b(?:and|or)\b", p) for p in parts):
        return name
    return " ".join(reversed(parts))
