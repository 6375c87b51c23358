"""Words, numbers and signs of a sentence, with their stems and places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from probatum.text import words
from probatum.text.expressions import expression

TOKEN = expression(r"(?:(?<![\w.])[.·])?\d+(?:[.,·]\d+)*%?|[^\W\d_]+(?:[-'’/][^\W_]+)*\d*|[<>=≤≥±;,:()%]")
"""A number, a word (hyphened ones whole), or a sign that bears on figures."""


class Token(NamedTuple):
    """One word, number or sign; offsets in the text it was read from."""

    low: str
    stem: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        """True for a number."""
        return self.low[0].isdigit() or self.low[0] in ".·"

    @property
    def content(self) -> bool:
        """True for a word or number that carries a subject."""
        return self.low[0].isalnum() and self.low not in words.STOP


def read(text: str) -> tuple[Token, ...]:
    """The tokens of a text. Hyphened words are read whole and then by their parts, which share the place."""
    made: list[Token] = []
    for found in TOKEN.finditer(text):
        word = found.group()
        made.append(Token(word.lower(), root(word), *found.span()))
    return tuple(made)


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """The stem, with adverbs and nouns of an adjective joined to it as far as their ends allow."""
    stem = words.stem(word)
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 5:
            return stem[: -len(ending)]
    return stem


def roots(said: str) -> frozenset[str]:
    """The roots of words with blanks between."""
    return frozenset(root(w) for w in said.split())


ENDINGS = (
    "ization",
    "isation",
    "ational",
    "ations",
    "ation",
    "ements",
    "ement",
    "ness",
    "ity",
    "ive",
    "ally",
    "al",
    "e",
)
"""Endings that part forms of one word (`adhesion`, `adhesive` stay apart; `duration`, `durational` do not)."""


def parts(stem: str) -> tuple[str, ...]:
    """The stem itself and, of a hyphened word, those of its parts."""
    if "-" not in stem and "/" not in stem:
        return (stem,)
    pieces = [p for p in re.split(r"[-/]", stem) if p]
    joined = "".join(pieces)
    return (stem, joined, *(root(p) for p in pieces if len(p) > 1))
