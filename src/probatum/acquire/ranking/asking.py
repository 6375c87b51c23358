"""What a question asks for: its words as units, each with the terms that stand for it and how telling it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec

from probatum.acquire.ranking.analysis import divided, forms, words

MOST_WORDS: Final = 300
"""Words of a question that are looked for; a longer text is cut (a question pasted with a whole paper)."""

OWN: Final = 0.4
"""Share of a word's weight that its own stem has; the rest is its root's, which the word itself has too."""

WHOLE, PART, BIT = 0.5, 0.7, 0.4
"""Weights of a compound as a whole, of each of its parts, and of a part that is a number or a letter."""

LIKE_A_SYMBOL: Final = 1.4
"""Weight of a word with digits or inner capitals: it names a gene, a drug, a score."""

SPREAD: Final = 0.5
"""How far apart the weights of common and rare words lie (0: all alike), on top of their frequency in the library."""

ROOT_FOUND: Final = 0.7
"""How much of a word is there where only its root is."""

LETTER, NUMBER = 4.0, 5.0
"""The most that a letter or a whole number tells: the literature's words are counted without them."""

INITIALS: Final = range(3, 6)
"""Letters of an abbreviation that neighbouring words may have: `double balloon enteroscopy` is DBE to many a record
that never says so."""

INITIALS_WEIGHT, INITIALS_FOUND = 0.5, 0.6
"""Weight of such an abbreviation, shared by its words, and how much of each word is there where it stands."""


class Unit(msgspec.Struct, frozen=True):
    """A word of a question. `telling` is its inverse document frequency in the literature (not in the library).

    `terms` maps each term that stands for it to the weight of its BM25 score and to how much of the word (0 to 1) is
    there where the term is.
    """

    word: str
    terms: dict[str, tuple[float, float]]
    telling: float


@lru_cache(maxsize=64)
def units(text: str) -> tuple[Unit, ...]:
    """The units of a question in order, each once. One search looks for those of the same words several times."""
    made: dict[frozenset[str], Unit] = {}
    for unit in _units(text):
        made.setdefault(frozenset(unit.terms), unit)
    return _initialled(tuple(made.values()))


def _initialled(asked: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units, each with the abbreviations that it makes with its neighbours."""
    letters = [(part[0].lower(), at) for at, unit in enumerate(asked) for part in divided(unit.word) if part]
    own = {term for unit in asked for term in unit.terms}
    terms = [dict(unit.terms) for unit in asked]
    for first in range(len(letters)):
        for length in INITIALS:
            run = letters[first : first + length]
            short = "".join(letter for letter, _ in run)
            if len(run) == length and short.isalpha() and run[0][1] != run[-1][1] and short not in own:
                for _, at in run:
                    terms[at].setdefault(short, (INITIALS_WEIGHT / length, INITIALS_FOUND))
    return tuple(Unit(unit.word, held, unit.telling) for unit, held in zip(asked, terms, strict=True))


def _units(text: str) -> Iterator[Unit]:
    before = ""
    for word in words(text)[:MOST_WORDS]:
        found = forms(word, before)
        before = word
        if found:
            yield Unit(word, _weighed(word, found), telling(word))


@lru_cache(maxsize=4096)
def _weighed(word: str, found: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    parts = divided(word)
    if len(parts) == 1:
        return _shared(found, weight(word), 1.0)
    whole = forms("".join(parts))
    terms = _shared(whole, WHOLE * weight(word), 1.0)
    total = sum(telling(part) for part in parts if forms(part)) or 1.0
    for part in parts:
        there = telling(part) / total * ROOT_FOUND
        share = BIT if len(part) == 1 or part.isdigit() else PART
        for term, (weighs, _) in _shared(forms(part), share * weight(part), there).items():
            terms.setdefault(term, (weighs, there))
    return terms


def _shared(found: tuple[str, ...], weighs: float, there: float) -> dict[str, tuple[float, float]]:
    """The weight divided between a word and its root."""
    if len(found) < 2:
        return dict.fromkeys(found, (weighs, there))
    rest = (1 - OWN) / (len(found) - 1)
    return {
        term: (weighs * (rest if at else OWN), there * (ROOT_FOUND if at else 1.0)) for at, term in enumerate(found)
    }


def weight(word: str) -> float:
    """How much a word weighs in a question, around 1."""
    symbol = any(c.isdigit() for c in word) or word[1:] != word[1:].lower()
    return float((0.05 + _rarity(word) / 8) ** SPREAD * (LIKE_A_SYMBOL if symbol else 1.0))


def telling(word: str) -> float:
    """The inverse document frequency of a word in the literature, never 0."""
    return _rarity(word) + 0.3


@lru_cache(maxsize=16_384)
def _rarity(word: str) -> float:
    from probatum import vocabulary

    rarity = vocabulary.load().weight(word[:-2] if word[-2:] in ("'s", "'S") else word)
    return min(rarity, LETTER if len(word) == 1 else NUMBER if word.isdigit() else rarity)
