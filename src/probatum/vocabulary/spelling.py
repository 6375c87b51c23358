"""Spelling: known words near to a misspelt one.

Distance is optimal string alignment (Damerau 1964, doi:10.1145/363958.363994) in which the slips that keep the sound
cost half: a vowel for a vowel, a doubled letter, f for ph, c for k or s, z for s, y for i.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST: Final = 4
LONGEST: Final = 40
VOWELS: Final = frozenset("aeiouy")
ALIKE: Final = frozenset(
    frozenset(p)
    for p in ("ck", "cs", "ks", "sz", "fv", "gj", "td", "mn", "bp", "cq", "kq", "xs", "iy", "ei", "sc", "xz")
)
SAME_SOUND: Final = 0.25
"""Distance of two spellings of one sound."""
CANDIDATES: Final = 15
"""Words of each kind that are looked at closely."""


class Suggestion(msgspec.Struct, frozen=True):
    """A known word near to a misspelt one."""

    name: str
    distance: float
    """Weighted edits; 0.5 for a slip that keeps the sound."""
    kind: str
    """drug, medical or word."""
    usual: bool = True
    """False for drugs that are neither on the US market nor met in the literature."""


def sounded(word: str) -> str:
    """The word with some spellings of one sound made equal."""
    for several, one in (("ph", "f"), ("th", "t"), ("rh", "r"), ("ae", "e"), ("oe", "e"), ("qu", "kw")):
        word = word.replace(several, one)
    return word


def _substitution(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if (a in VOWELS and b in VOWELS) or frozenset((a, b)) in ALIKE:
        return 0.5
    return 1.0


def _gap(word: str, at: int) -> float:
    """Cost of leaving the letter out: half where it doubles its neighbour, or is a silent h or final e."""
    letter = word[at]
    doubled = (at > 0 and word[at - 1] == letter) or (at + 1 < len(word) and word[at + 1] == letter)
    return 0.5 if doubled or (letter == "h" and at > 0) or (letter == "e" and at == len(word) - 1) else 1.0


def distance(typed: str, known: str) -> float:
    """Weighted optimal string alignment distance of two lower-case words; a wrong first letter costs 0.5 more."""
    a, b = sounded(typed), sounded(known)
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        rows[i][0] = rows[i - 1][0] + _gap(a, i - 1)
    for j in range(1, len(b) + 1):
        rows[0][j] = rows[0][j - 1] + _gap(b, j - 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            best = min(
                rows[i - 1][j] + _gap(a, i - 1),
                rows[i][j - 1] + _gap(b, j - 1),
                rows[i - 1][j - 1] + _substitution(a[i - 1], b[j - 1]),
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, rows[i - 2][j - 2] + 1.0)
            rows[i][j] = best
    return rows[-1][-1] + (0.5 if a[:1] != b[:1] else 0.0)


def reach(word: str) -> float:
    """The weighted distance up to which a word of that length may be corrected."""
    if len(word) < 5:
        return 0.5
    if len(word) < 8:
        return 1.0
    if len(word) < 10:
        return 1.5
    return 2.0 if len(word) < 13 else 2.5


class Lexicon:
    """The words of one kind, sorted by length, so that only those of a near length are compared."""

    def __init__(self, packed: bytes) -> None:
        """`packed`: lines of word, document frequency and 1 for a usual word, parted by tabs, sorted by length."""
        self.words: list[str] = []
        self.facts: dict[str, tuple[int, bool]] = {}
        for line in packed.decode().split("\n"):
            word, df, usual = line.split("\t")
            self.words.append(word)
            self.facts[word] = (int(df), usual == "1")
        self._lengths = [len(w) for w in self.words]

    def near(self, word: str, cutoff: int) -> list[str]:
        """Words within that many plain edits, nearest first."""
        low = bisect_left(self._lengths, len(word) - cutoff)
        high = bisect_right(self._lengths, len(word) + cutoff)
        found = process.extract(
            word, self.words[low:high], scorer=OSA.distance, processor=None, score_cutoff=cutoff, limit=CANDIDATES
        )
        return [name for name, _, _ in found]


class Speller:
    """Words to correct to, in three kinds: drug names, words of medical names, ordinary words."""

    def __init__(self, packed: Callable[[str], bytes], alike: Iterable[tuple[str, str]]) -> None:
        """`packed(kind)` gives the words of a kind; `alike` the pairs of drug names known to be mistaken."""
        self._packed = packed
        self._lexicons: dict[str, Lexicon] = {}
        self._alike = frozenset(frozenset((a.lower(), b.lower())) for a, b in alike)
        self.suggest = lru_cache(maxsize=4096)(self._suggest)

    def _lexicon(self, kind: str) -> Lexicon:
        if kind not in self._lexicons:
            self._lexicons[kind] = Lexicon(self._packed(kind))
        return self._lexicons[kind]

    def alike(self, one: str, other: str) -> bool:
        """True for two drug names known to be mistaken for each other."""
        return frozenset((one.lower(), other.lower())) in self._alike

    def _suggest(self, word: str, kinds: tuple[str, ...]) -> tuple[Suggestion, ...]:
        """Nearest first; at equal distance the usual before the rare, drugs before words, frequent before others."""
        word = word.lower()
        if not SHORTEST <= len(word) <= LONGEST:
            return ()
        limit = reach(word)
        found: list[tuple[float, bool, int, int, str, str]] = []
        for rank, kind in enumerate(kinds):
            lexicon = self._lexicon(kind)
            for name in lexicon.near(word, 3 if limit >= 1.5 else 2):
                weighted = max(distance(word, name), SAME_SOUND)
                if name != word and weighted <= limit + 0.5:
                    df, usual = lexicon.facts[name]
                    found.append((weighted, not usual, rank, -df, name, kind))
        return tuple(Suggestion(name, weighted, kind, not rare) for weighted, rare, _, _, name, kind in sorted(found))
