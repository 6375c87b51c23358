"""A claim and a sentence as read, and how much of what the claim speaks of the sentence names.

No word of a claim's subject is a feature of any model: what is learnt is how sentences affirm and deny, never of what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from probatum import vocabulary
from probatum.appraise.claims import polar
from probatum.appraise.effects import tokens
from probatum.appraise.effects.tokens import Token
from probatum.appraise.pico.words import clusters
from probatum.text import words
from probatum.text.abbreviations import definitions

LONGEST = 1500
"""Characters of a claim or sentence that are read."""
BEGINS = 5
"""Letters that two stems share at the beginning to be taken for forms of one word."""
SAME, ALIKE, AKIN = 1.0, 0.7, 0.3
"""How surely a word is named: by itself or its abbreviation, by a word that begins alike, by one used alike."""


@dataclass(frozen=True, eq=False)
class Told:
    """A sentence as read."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, numbers and signs."""
        return tokens.read(self.text[:LONGEST])

    @cached_property
    def parts(self) -> tuple[frozenset[str], ...]:
        """The stems of each token and of its parts; none of a word without a subject."""
        return tuple(frozenset(tokens.parts(t.stem)) if t.content else frozenset() for t in self.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All of them."""
        return frozenset[str]().union(*self.parts)

    @cached_property
    def begins(self) -> frozenset[str]:
        """How its long stems begin."""
        return frozenset(s[:BEGINS] for s in self.stems if len(s) > BEGINS)

    @cached_property
    def kin(self) -> frozenset[int]:
        """The clusters of its words."""
        return frozenset(kin(t.low) for t in self.tokens if t.content) - {0}

    @cached_property
    def signed(self) -> tuple[polar.Signed, ...]:
        """Its signed words."""
        return polar.signed(self.tokens)

    @cached_property
    def denials(self) -> tuple[int, ...]:
        """The places of its denying words."""
        return polar.denials(self.tokens)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems."""
        return frozenset((a.stem, b.stem) for a, b in pairwise(self.tokens))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers as written."""
        return frozenset(t.low for t in self.tokens if t.number)


@dataclass(frozen=True, eq=False)
class Claim(Told):
    """A claim as read; `turned` holds the places of signed words that are read with the contrary sign."""

    turned: frozenset[int] = field(default=frozenset())

    @cached_property
    def signed(self) -> tuple[polar.Signed, ...]:
        """Its signed words."""
        read = polar.signed(self.tokens)
        return tuple(s._replace(sign=-s.sign) if s.at in self.turned else s for s in read)

    @cached_property
    def weights(self) -> dict[int, float]:
        """Place of each word that names its subject to how much the word tells."""
        return {
            i: weight(t.low)
            for i, t in enumerate(self.tokens)
            if t.content and t.stem not in polar.KNOWN and t.low not in polar.DENIES and t.low not in words.QUESTION
        }

    @cached_property
    def weight(self) -> float:
        """Of all of them."""
        return sum(self.weights.values()) or 1.0

    @property
    def denied(self) -> int:
        """1 when its denials are odd in number, else 0."""
        return len(self.denials) % 2

    def named(self, place: int) -> bool:
        """True for a word written as a name: in capitals or with digits."""
        token = self.tokens[place]
        written = self.text[token.start : token.end]
        return written.isupper() or any(c.isdigit() for c in written)


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a word tells: its inverse document frequency, from 0.5 to 8."""
    return min(8.0, max(0.5, vocabulary.current().weight(word)))


@lru_cache(maxsize=65536)
def kin(word: str) -> int:
    """The fine cluster of a word; 0 for none."""
    return clusters(word)[2]


Standing = Mapping[str, Sequence[frozenset[str]]]
"""Stem to the sets of stems any of which stands for it."""


def standing(texts: Iterable[str]) -> Standing:
    """What stands for what by the abbreviations that texts define."""
    made: dict[str, list[frozenset[str]]] = {}
    for text in texts:
        for short, long in definitions(text[:LONGEST]):
            spelled = frozenset(p for t in tokens.read(long) if t.content for p in tokens.parts(t.stem))
            brief = tokens.root(short)
            if spelled:
                made.setdefault(brief, []).append(spelled)
                for stem in sorted(spelled):
                    made.setdefault(stem, []).append(frozenset({brief}))
    return made


@dataclass(frozen=True, eq=False)
class Line:
    """A sentence of a source beside a claim."""

    claim: Claim
    told: Told
    held: Mapping[int, float]
    """Place of each word of the claim's subject that it names to how surely."""

    @classmethod
    def of(cls, claim: Claim, told: Told, stands: Standing) -> Line:
        """Read beside a claim."""
        return cls(claim, told, {i: sure for i in claim.weights if (sure := _met(claim, i, told, stands))})

    def beside(self, claim: Claim) -> Line:
        """The same sentence beside another reading of the same claim."""
        return Line(claim, self.told, self.held)

    @cached_property
    def cover(self) -> float:
        """The share of the claim's subject that it names."""
        return share(self.claim, self.held)

    @cached_property
    def names(self) -> dict[int, frozenset[int]]:
        """Place of each of its own words that stands in the claim too to the places it has there."""
        made = {}
        for at, own in enumerate(self.told.parts):
            if own:
                places = frozenset(i for i in self.held if not own.isdisjoint(self.claim.parts[i]))
                if places:
                    made[at] = places
        return made


def _met(claim: Claim, place: int, told: Told, stands: Standing) -> float:
    stem = claim.tokens[place].stem
    if not claim.parts[place].isdisjoint(told.stems) or any(long <= told.stems for long in stands.get(stem, ())):
        return SAME
    if len(stem) > BEGINS and stem[:BEGINS] in told.begins:
        return ALIKE
    return AKIN if kin(claim.tokens[place].low) in told.kin else 0.0


def share(claim: Claim, held: Mapping[int, float]) -> float:
    """The share of a claim's subject that is named, by weight."""
    return sum(claim.weights[i] * sure for i, sure in held.items()) / claim.weight


def exact(claim: Claim, held: Mapping[int, float]) -> float:
    """The same of what is named by the word itself alone."""
    return sum(claim.weights[i] for i, sure in held.items() if sure == SAME) / claim.weight
