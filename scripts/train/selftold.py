"""Claims that abstracts make of themselves, beside what they rest on: examples for `scripts.train.bearing`.

What an abstract's title states, and what it concludes, is borne out by the sentences of the same abstract that name
most of it, and with one sign or denial changed it is contradicted by them. Nobody labelled these pairs, so they weigh
less than labelled ones; no text is kept. The same in every run.

Sentences of other abstracts are not taken for what does not tell a claim: even the nearest name much less of it than
its own do, so that a model would learn from them that claims in other words are never borne out.
"""

from __future__ import annotations

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
    chance = Random(0)
    for abstract in _abstracts(data):
        for claim, told in _claims(abstract):
            yield from _beside(claim, told, chance)


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


def _beside(claim: str, told: Sequence[str], chance: Random) -> Iterator[Pair]:
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


def _stems(text: str) -> frozenset[str]:
    return frozenset(t.stem for t in Told(text).tokens if t.content)
