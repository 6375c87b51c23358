"""MeSH headings and the other names of a term, by the vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from probatum.acquire.syntax.fields import Field
from probatum.acquire.syntax.nodes import Leaf
from probatum.model import Record
from probatum.vocabulary import Term, Vocabulary
from probatum.vocabulary.normal import name_key

MOST_NAMES: Final = 12
"""Other names of an untagged term that are looked for, as PubMed's automatic term mapping does with its entry terms."""


class Headings:
    """Answers what a heading covers and what else a term is called."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._terms_of = lru_cache(maxsize=20_000)(self._look_up)

    def _look_up(self, name: str) -> tuple[Term, ...]:
        return self.vocabulary.lookup(name)

    def term(self, words: str) -> Term | None:
        """The term with a place in the MeSH tree that bears the name, else the first that bears it. A qualifier
        (`/drug therapy`) is not kept by records and goes."""
        found = self._terms_of(words.split("/", 1)[0].strip('" '))
        return next((term for term in found if term.trees), found[0] if found else None)

    def narrower(self, term: Term) -> tuple[Term, ...]:
        """The terms below it in the MeSH trees."""
        return self.vocabulary.narrower(term.id)

    def test(self, words: str, *, exploded: bool) -> Callable[[Record], bool]:
        """Whether a record bears the heading (by any of its names) or, when exploded, one narrower than it."""
        term = self.term(words)
        keys = {name_key(words.split("/", 1)[0])}
        if term is not None:
            keys |= {name_key(name) for name in (term.label, *term.synonyms)}
        branches = tuple(f"{tree}." for tree in term.trees) if term is not None and exploded else ()

        def bears(heading: str) -> bool:
            if name_key(heading) in keys:
                return True
            return bool(branches) and any(
                tree.startswith(branches) for found in self._terms_of(heading)[:1] for tree in found.trees
            )

        return lambda record: any(bears(heading) for heading in record.mesh)

    def names(self, leaf: Leaf) -> tuple[str, ...]:
        """Other names of the concept an untagged, unquoted term names; none for tagged and quoted ones."""
        if leaf.tagged or leaf.phrase or leaf.field is not Field.ALL or leaf.words.endswith("*"):
            return ()
        term = self.term(leaf.words)
        if term is None:
            return ()
        own = name_key(leaf.words)
        names = [name for name in (term.label, *term.synonyms) if name_key(name) != own]
        return tuple(dict.fromkeys(names))[:MOST_NAMES]
