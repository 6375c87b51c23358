"""Spelling: known words near to a misspelt one.

Candidates lie within three plain edits by optimal string alignment (Damerau 1964, doi:10.1145/363958.363994). They are
weighed by what a hand or an ear does: a slip that keeps the sound costs half (a vowel for a vowel, a doubled letter, f
for ph, c for k or s, z for s, y for i), the key beside or two letters swapped three quarters, anything else one.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST: Final = 4
LONGEST: Final = 40
VOWELS: Final = frozenset("aeiouy")
HEARD: Final = frozenset("aeiou")
"""Vowels of which two in a row are heard as one."""
ALIKE: Final = frozenset(
    frozenset(p)
    for p in ("ck", "cs", "ks", "sz", "fv", "gj", "td", "mn", "bp", "cq", "kq", "xs", "iy", "ei", "sc", "xz")
)
ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SAME_SOUND: Final = 0.25
"""Distance of two spellings of one sound."""
SWAPPED: Final = 0.75
"""Two letters in the wrong order, or the key beside the right one."""
FIRST: Final = 0.25
"""What a wrong first letter costs more: people seldom miss it."""
CANDIDATES: Final = 12
"""Words that are looked at closely, and drugs among them besides."""
ROOM: Final = 1.0
"""Weighted edits beyond `reach` up to which words are named, so that rivals are seen."""
FAR: Final = 8
"""Letters from which on a word is looked for within three edits."""


def _beside() -> frozenset[frozenset[str]]:
    pairs = {frozenset(row[at : at + 2]) for row in ROWS for at in range(len(row) - 1)}
    for upper, lower in pairwise(ROWS):
        pairs |= {frozenset((upper[at + step], key)) for at, key in enumerate(lower) for step in (0, 1)}
    return frozenset(pairs)


BESIDE: Final = _beside()
"""Pairs of keys that lie beside or above each other on a QWERTY keyboard."""


class Suggestion(msgspec.Struct, frozen=True):
    """A known word near to a misspelt one."""

    name: str
    distance: float
    """Weighted edits; 0.5 for a slip that keeps the sound."""
    kind: str
    """drug, medical or word."""
    usual: bool = True
    """False for drugs that are neither on the US market nor met in the literature."""


class Facts(NamedTuple):
    """What is known of a word."""

    kind: str
    documents: int
    usual: bool


def sounded(word: str) -> str:
    """The word with some spellings of one sound made equal."""
    for several, one in (("ph", "f"), ("th", "t"), ("rh", "r"), ("ae", "e"), ("oe", "e"), ("qu", "kw")):
        word = word.replace(several, one)
    return word


def _substitution(a: str, b: str) -> float:
    if a == b:
        return 0.0
    pair = frozenset((a, b))
    if (a in VOWELS and b in VOWELS) or pair in ALIKE:
        return 0.5
    return SWAPPED if pair in BESIDE else 1.0


def _gap(word: str, at: int) -> float:
    """Cost of leaving the letter out: half where it doubles its neighbour, is a silent h or final e, or one of two
    vowels that are heard as one (`sholder`, `brething`)."""
    letter = word[at]
    beside = word[max(0, at - 1) : at] + word[at + 1 : at + 2]
    quiet = letter in beside or (letter == "h" and at > 0) or (letter == "e" and at == len(word) - 1)
    return 0.5 if quiet or (letter in HEARD and any(other in HEARD for other in beside)) else 1.0


def distance(typed: str, known: str) -> float:
    """Weighted distance of two lower-case words, by letters or by sound, whichever is less; a wrong first letter costs
    0.25 more."""
    a, b = sounded(typed), sounded(known)
    least = _aligned(a, b)
    if (a, b) != (typed, known):
        least = min(least, _aligned(typed, known))
    return least + (FIRST if a[:1] != b[:1] else 0.0)


def _aligned(a: str, b: str) -> float:
    """Weighted optimal string alignment distance."""
    gaps_a, gaps_b = [_gap(a, i) for i in range(len(a))], [_gap(b, j) for j in range(len(b))]
    before: list[float] = []
    above = [0.0]
    for gap in gaps_b:
        above.append(above[-1] + gap)
    for i, letter in enumerate(a):
        row = [above[0] + gaps_a[i]]
        for j, other in enumerate(b):
            best = above[j] if letter == other else above[j] + _substitution(letter, other)
            best = min(best, above[j + 1] + gaps_a[i], row[j] + gaps_b[j])
            if i and j and letter == b[j - 1] and a[i - 1] == other:
                best = min(best, before[j - 1] + SWAPPED)
            row.append(best)
        before, above = above, row
    return above[-1]


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
    """Words sorted by length, so that only those of a near length are compared."""

    def __init__(self, packed: bytes) -> None:
        """`packed`: the words, shortest first, one a line."""
        self.words = packed.decode().split("\n")
        self._lengths = [len(word) for word in self.words]

    def near(self, word: str, cutoff: int) -> list[tuple[str, int]]:
        """Words within that many plain edits, with their edits, nearest first."""
        low = bisect_left(self._lengths, len(word) - cutoff)
        high = bisect_right(self._lengths, len(word) + cutoff)
        found = process.extract(
            word, self.words[low:high], scorer=OSA.distance, processor=None, score_cutoff=cutoff, limit=None
        )
        return [(name, int(edits)) for name, edits, _ in found]


class Speller:
    """Words to correct to: those of the literature and drugs in use, and those that stand in names alone."""

    def __init__(
        self, packed: Callable[[str], bytes], facts: Callable[[str], Facts], alike: Iterable[tuple[str, str]]
    ) -> None:
        """`packed(name)` gives the words of the list `common` or `rare`, `facts(word)` what is known of one.

        `alike`: the pairs of drug names known to be mistaken.
        """
        self._packed = packed
        self._facts = facts
        self._lexicons: dict[str, Lexicon] = {}
        self._alike = frozenset(frozenset((a.lower(), b.lower())) for a, b in alike)
        self.suggest = lru_cache(maxsize=4096)(self._suggest)
        self._near = lru_cache(maxsize=4096)(self._look)

    def _lexicon(self, name: str) -> Lexicon:
        if name not in self._lexicons:
            self._lexicons[name] = Lexicon(self._packed(name))
        return self._lexicons[name]

    def alike(self, one: str, other: str) -> bool:
        """True for two drug names known to be mistaken for each other."""
        return frozenset((one.lower(), other.lower())) in self._alike

    def _look(self, word: str) -> tuple[Suggestion, ...]:
        """The nearest words of any kind, nearest first; rare ones where no common one is near."""
        found = self._weighed(word, self._lexicon("common"))
        if not found or found[0].distance > min(1.0, reach(word)):
            found += self._weighed(word, self._lexicon("rare"))
        return tuple(sorted(found, key=self._rank))

    def _weighed(self, word: str, lexicon: Lexicon) -> list[Suggestion]:
        near = [(name, edits, self._facts(name)) for name, edits in lexicon.near(word, 3 if len(word) >= FAR else 2)]
        near.sort(key=lambda n: (n[1], n[2].kind != "drug" or not n[2].usual, -n[2].documents, n[0]))
        drugs = [n for n in near if n[2].kind == "drug"][:CANDIDATES]
        near.sort(key=lambda n: (_promise(n[1], n[2].documents), n[0]))
        chosen = {name: facts for name, _, facts in (*near[:CANDIDATES], *drugs) if name != word}
        return [Suggestion(n, max(distance(word, n), SAME_SOUND), f.kind, f.usual) for n, f in chosen.items()]

    def _rank(self, suggestion: Suggestion) -> tuple[float, bool, int, int, str]:
        """Nearest first; at equal distance the usual before the rare, drugs before words, frequent before others."""
        facts = self._facts(suggestion.name)
        kinds = ("drug", "medical", "word")
        return suggestion.distance, not facts.usual, kinds.index(facts.kind), -facts.documents, suggestion.name

    def _suggest(self, word: str, kinds: tuple[str, ...]) -> tuple[Suggestion, ...]:
        """Those of the kinds, nearest first."""
        word = word.lower()
        if not SHORTEST <= len(word) <= LONGEST:
            return ()
        limit = reach(word) + ROOM
        return tuple(s for s in self._near(word) if s.kind in kinds and s.distance <= limit)


def _promise(edits: int, documents: int) -> float:
    """A first, cheap estimate of how likely a word is: an edit outweighs a word ten times as frequent."""
    return edits * 3.0 - math.log(documents + 0.3)
