"""A search in words, widened by the other names of what it names: MeSH entry terms, drug names, full names.

An expansion counts little beside the words typed (`WEIGHT`), so a record that has the words themselves ranks above one
that has another name. Names that count more put known records down (of 250 PubMedQA questions 0.952 found their record
first at weights 0 and 0.1, 0.940 at 0.2, 0.936 at 0.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.acquire.library.query import Clause, Query
from probatum.acquire.ranking import terms
from probatum.vocabulary import Term, Vocabulary
from probatum.vocabulary.normal import name_key

WEIGHT: Final = 0.1
"""Weight of another name against a word typed."""
MOST: Final = 4
"""Other names of one concept, the usual ones first."""
SHORTEST: Final = 4
"""Letters of a name that is looked for: shorter ones are abbreviations of many things."""


class Expansion(msgspec.Struct, frozen=True):
    """Words of a search and the other names looked for with them."""

    typed: str
    names: tuple[str, ...]


def expanded(text: str, vocabulary: Vocabulary) -> tuple[Query, tuple[Expansion, ...]]:
    """The search for a text and for the other names of the concepts in it, and which names those are."""
    made: dict[str, Expansion] = {}
    own = {name_key(text[m.start : m.end]) for m in vocabulary.find(text)}
    for mention in vocabulary.find(text):
        typed = text[mention.start : mention.end]
        others = tuple(name for name in _further(typed, mention.term) if name_key(name) not in own)[:MOST]
        if others:
            made.setdefault(name_key(typed), Expansion(typed, others))
    clauses = [Clause(name, WEIGHT, every=True, synonym=True) for one in made.values() for name in one.names]
    return Query(wanted=(Clause(text), *clauses)), tuple(made.values())


def _further(typed: str, term: Term) -> Iterator[str]:
    """The names that find what the words typed do not: none that holds all of those words itself."""
    own = set(terms(typed))
    for name in dict.fromkeys((term.label, *term.synonyms)):
        if len(name) >= SHORTEST and " - " not in name and not own <= set(terms(name)):
            yield name
