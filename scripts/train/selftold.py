"""Claims that abstracts make of themselves, beside what they rest on: examples for `scripts.train.bearing`.

What an abstract's title states, and what it concludes, is borne out by the sentences of the same abstract that name
most of it; with one sign or denial changed it is contradicted by them; and the concluding sentences of the abstract
that is nearest to it among all others speak of like things without telling it. Nobody labelled these pairs, so they
weigh little each; no text is kept. The same in every run.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks import _alterations
from benchmarks._stances import Pair
from benchmarks.data import pubmed
from probatum.appraise.claims import polar
from probatum.appraise.claims.relating import Told
from probatum.model import SectionKind
from probatum.text.expressions import expression
from probatum.text.sentences import split

FEWEST, CLOSING, READ, BESIDE = 4, 3, 6, 2
"""Sentences of an abstract that is read at least; those that close it; those read for a conclusion; those kept."""
SHORTEST, LONGEST = 40, 220
"""Letters of a claim."""
NAMED = 0.45
"""Share of a claim's words that the sentence nearest to it names."""
COMMON = 0.05
"""Share of all concluding sentences that hold a word which is too common to find near ones by."""
STATES = expression(
    r"\b(?:is|are|was|were|has|have|does|do|did|can|may|not|no|increases|reduces|improves|inhibits?|promotes?|induces?"
    r"|regulates?|predicts?|affects?|causes?|prevents?|protects?|attenuates?|suppresses|activates|mediates?|enhances?"
    r"|decreases|impairs?)\b"
)
"""Words by which a title states something."""


class _Abstract(NamedTuple):
    title: str
    sentences: tuple[str, ...]


def pairs(data: Path) -> Iterator[Pair]:
    """The pairs of the PubMed files of a folder."""
    read = list(_abstracts(data))
    near, chance = _Near(read), Random(0)
    for at, abstract in enumerate(read):
        for claim, told in _claims(abstract):
            yield from _beside(claim, told, near, at, chance)


def _abstracts(data: Path) -> Iterator[_Abstract]:
    for record in pubmed(data):
        texts = [s.text for s in record.sections if s.kind is SectionKind.ABSTRACT]
        told = tuple(t[a:b] for t in texts for a, b in split(t))
        if len(told) >= FEWEST:
            yield _Abstract(record.title, told)


def _claims(abstract: _Abstract) -> Iterator[tuple[str, Sequence[str]]]:
    """What an abstract claims: its title beside its end, its last sentence beside those before it."""
    told = abstract.sentences
    for claim, beside in ((abstract.title, told[-CLOSING:]), (told[-1], told[-READ:-1])):
        fits = SHORTEST < len(claim) < LONGEST and not claim.rstrip().endswith("?")
        if fits and STATES.search(claim) and polar.signed(Told(claim).tokens):
            yield claim, beside


def _beside(claim: str, told: Sequence[str], near: _Near, at: int, chance: Random) -> Iterator[Pair]:
    own = _stems(claim)
    best = sorted(told, key=lambda s: -len(_stems(s) & own))[:BESIDE]
    if len(_stems(best[0]) & own) < NAMED * max(1, len(own)):
        return
    around = _alterations.around(" ".join(told))
    kept = tuple(s for s in told if s in best)
    yield Pair(claim.rstrip("."), kept, "supports")
    changed = _alterations.direction(claim, chance, around) or _alterations.negation(claim, chance, around)
    if changed:
        yield Pair(changed.rstrip("."), kept, "contradicts")
    others = near.to(own, at)
    if others:
        yield Pair(claim.rstrip("."), others, "not enough")


def _stems(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in Told(text).tokens if t.content)


class _Near:
    """The last two sentences of every abstract, found by the rare words they share with a claim."""

    def __init__(self, read: Sequence[_Abstract]) -> None:
        self.ends = [(at, s) for at, abstract in enumerate(read) for s in abstract.sentences[-2:]]
        self.holding: dict[str, list[int]] = defaultdict(list)
        for place, (_, text) in enumerate(self.ends):
            for stem in _stems(text):
                self.holding[stem].append(place)

    def to(self, stems: frozenset[str], but: int) -> tuple[str, ...]:
        """The sentences of other abstracts that share most, at most `BESIDE`."""
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            places = self.holding.get(stem, [])
            if len(places) < COMMON * len(self.ends):
                for place in places:
                    shared[place] += math.log(len(self.ends) / len(places))
        best = sorted((place for place in shared if self.ends[place][0] != but), key=lambda p: (-shared[p], p))
        return tuple(self.ends[place][1] for place in best[:BESIDE])
