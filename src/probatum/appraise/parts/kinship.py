"""Which illnesses are kin by the vocabulary: a kind of the one asked about, a wider group, a near one."""

from __future__ import annotations

from functools import lru_cache

from probatum import vocabulary
from probatum.model import Concept
from probatum.vocabulary import Term
from probatum.vocabulary.outcomes import UMBRELLAS, composites_of

_SHAPES = ("C23.550", "C23.300")
"""MeSH trees of processes and shapes of disease: bleeding after birth and heavy periods are both kinds of haemorrhage,
and what helps in one says little of the other."""


@lru_cache(maxsize=2048)
def _term(concept: Concept) -> Term | None:
    return next(iter(vocabulary.load().lookup(concept.label)), None)


def kind_of(concept: Concept, term: Term) -> bool:
    """True when the term is a kind of the condition asked about: rectal cancer for cancer."""
    mine = _term(concept)
    if mine is None:
        return False
    return any(tree.startswith(own + ".") for own in mine.trees for tree in term.trees) or _named_kind(mine, term)


def _named_kind(whole: Term, term: Term) -> bool:
    """Whether a name of the term is one of the whole with words before it, in the same part of the vocabulary: `major
    depression` is depression, respiratory depression is not."""
    parts = {tree[0] for tree in whole.trees} & {tree[0] for tree in term.trees}
    heads = tuple(f" {name.lower()}" for name in (whole.label, *whole.synonyms) if len(name) > 3)
    return bool(parts) and any(name.lower().endswith(heads) for name in (term.label, *term.synonyms))


@lru_cache(maxsize=256)
def _wholes(concept: Concept) -> frozenset[str]:
    """Names under which trials count an illness among others: of pulmonary embolism, venous thromboembolism."""
    return frozenset(name.lower() for name in composites_of(concept.label))


def under(concept: Concept, term: Term) -> bool:
    """True when trials of the term take in people with the illness asked about: of a STEMI, acute coronary syndrome."""
    return term.label.lower() in UMBRELLAS & _wholes(concept)


def holds(concept: Concept, term: Term) -> bool:
    """True when the illness asked about is a kind of the term: cardiovascular disease holds coronary disease."""
    mine = _term(concept)
    if mine is None:
        return False
    return any(own.startswith(f"{tree}.") for own in mine.trees for tree in _telling(term) if tree[0] in "CF")


def branch(term: Term) -> bool:
    """True for a whole branch of the vocabulary: cardiovascular diseases, infections, cancer."""
    trees = _telling(term)
    return bool(trees) and all("." not in tree for tree in trees)


def _telling(term: Term) -> tuple[str, ...]:
    """The places of a term in the vocabulary that tell what illness it is, and not only by what process."""
    return tuple(tree for tree in term.trees if not tree.startswith(_SHAPES))


def related(concept: Concept, term: Term, said: str) -> bool:
    """True for a near concept, a class it belongs to, one of its kinds, or a sibling under a narrow parent."""
    # A class counts when it is narrow: `motor neuron disease`, not `nervous system diseases`.
    narrow = any(tree.count(".") >= 2 for tree in _telling(term))
    if term.label.lower() in _wholes(concept):
        return True
    if said.lower() in concept.near or term.label in concept.near or (narrow and term.label in concept.broader):
        return True
    mine = _term(concept)
    if mine is None:
        return False
    if any(own.startswith(f"{tree}.") for own in mine.trees for tree in _telling(term) if tree[0] == "C"):
        return True  # a wider group of illnesses that holds it: cardiovascular disease holds heart attacks
    parents = {tree.rpartition(".")[0] for tree in _telling(mine)}
    return any(p.count(".") >= 2 and tree.startswith(p + ".") for p in parents for tree in _telling(term))
