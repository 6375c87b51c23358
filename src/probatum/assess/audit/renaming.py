"""A sentence in its sources' own names: `low blood pressure` where the source says hypotension, `NSAID` spelt out.

What the vocabulary knows to be one thing is called by the name that the cited record uses, so that every reader behind
it finds it there. Names that the record has too, and drugs' classes or members, stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.assess.audit import keys, steps
from probatum.assess.audit.source import Source
from probatum.vocabulary import Mention

KINDS: Final = frozenset(("condition", "symptom", "drug", "procedure", "test"))
"""Sorts of concept that are named alike whoever writes; of others two words at least."""
_SHORTEST: Final = 4


@lru_cache(maxsize=64)
def concepts(source: Source) -> Mapping[str, str]:
    """Identifier of each concept that a record names -> the name that it uses most."""
    known = vocabulary.current()
    names: dict[str, Counter[str]] = {}
    for unit in source.units:
        for found in known.find(unit.text):
            names.setdefault(found.term.id, Counter())[unit.text[found.start : found.end]] += 1
    return {term: max(sorted(said), key=lambda name: said[name]) for term, said in names.items()}


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[Mention, ...]:
    """The concepts of a sentence, which is asked about for each record that it might rest on."""
    return tuple(vocabulary.current().find(text))


def unnamed(text: str) -> str:
    """The sentence without the concepts that it names."""
    for found in reversed(_named(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def renamed(text: str, sources: Sequence[Source]) -> str:
    """The sentence with each concept that no source names in its words, but one by another name, under that name."""
    if not sources:
        return text
    held = frozenset().union(*(s.keys for s in sources))
    made: list[str] = []
    at = 0
    for found in _named(text):
        written = text[found.start : found.end]
        words = keys.of(written)
        steps.spend()
        sort = found.term.semantic in KINDS or len(words) > 1
        if not sort or len(written) < _SHORTEST or not words or words <= keys.GENERIC or words <= held:
            continue
        name = next((c[found.term.id] for c in map(concepts, sources) if found.term.id in c), "")
        if name and found.start >= at:
            made += [text[at : found.start], name]
            at = found.end
    return "".join((*made, text[at:])) if made else text
