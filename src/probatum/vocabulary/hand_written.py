"""What people wrote by hand into the vocabulary: lay words, near concepts, sound-alike drugs, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cached_property
from typing import Any

import msgspec

from probatum.vocabulary.normal import name_key, tokens
from probatum.vocabulary.terms import Abbreviation, NearGroup, Term


class Own(msgspec.Struct, frozen=True):
    """The hand-written part of the file."""

    lay: dict[str, str]
    near: tuple[NearGroup, ...]
    sound_alikes: tuple[tuple[str, str], ...]
    stems: tuple[tuple[str, str], ...]
    abbreviations: tuple[tuple[str, str, tuple[str, ...], bool], ...]
    documents: int


class HandWritten:
    """The hand-written part at work; its tables are made at first use. `lookup` gives the terms that bear a name."""

    def __init__(self, own: Own, lookup: Callable[[str], tuple[Term, ...]]) -> None:
        self._own = own
        self._lookup = lookup

    @cached_property
    def _lay(self) -> dict[str, str]:
        return {name_key(said): meant for said, meant in self._own.lay.items()}

    def lay(self, phrase: str) -> str:
        """The medical name behind a lay word, or an empty string."""
        return self._lay.get(name_key(phrase), "")

    def find_lay(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Lay words in the text: (start, end, medical name), longest first at each place."""
        return _phrases(text, self._lay)

    def find_vague(self, text: str) -> tuple[tuple[int, int, NearGroup], ...]:
        """Words in the text that may mean several near concepts: (start, end, group)."""
        return _phrases(text, self._vague)

    @cached_property
    def _vague(self) -> dict[str, NearGroup]:
        return {name_key(v): g for g in self._own.near for v in g.vague}

    @cached_property
    def _near(self) -> dict[str, list[NearGroup]]:
        table: dict[str, list[NearGroup]] = {}
        for group in self._own.near:
            for concept in group.concepts:
                for term in self._lookup(concept)[:1]:
                    table.setdefault(name_key(term.label), []).append(group)
                held = table.setdefault(name_key(concept), [])
                if group not in held:
                    held.append(group)
        return table

    def near(self, label: str) -> tuple[str, ...]:
        """Names of the concepts that are near this one and not meant by it."""
        mine = {name_key(label)} | {name_key(t.label) for t in self._lookup(label)[:1]}
        names = [c for group in self._near.get(name_key(label), ()) for c in group.concepts]
        return tuple(
            dict.fromkeys(
                n
                for n in names
                if name_key(n) not in mine and not mine & {name_key(t.label) for t in self._lookup(n)[:1]}
            )
        )

    def sound_alikes(self, names: Container[str]) -> tuple[str, ...]:
        """Drugs whose names are known to be mistaken for one of these, which are in lower case."""
        pairs = self._own.sound_alikes
        return tuple(
            dict.fromkeys([b for a, b in pairs if a.lower() in names] + [a for a, b in pairs if b.lower() in names])
        )

    @cached_property
    def _abbreviations(self) -> dict[str, list[Abbreviation]]:
        table: dict[str, list[Abbreviation]] = {}
        for short, meaning, cues, own in self._own.abbreviations:
            table.setdefault(short.casefold(), []).append(Abbreviation(short, meaning, cues, own))
        return table

    def abbreviations(self, short: str) -> tuple[Abbreviation, ...]:
        """All meanings of an abbreviation, the usual ones first; those written exactly so come before others."""
        found = self._abbreviations.get(short.casefold(), [])
        return tuple(sorted(found, key=lambda a: a.short != short))


def _phrases(text: str, table: dict[str, Any]) -> tuple[tuple[int, int, Any], ...]:
    """What a table by key has for the words of a text, the longest run of at most six at each place."""
    words = tokens(text)
    found, number = [], 0
    while number < len(words):
        for length in range(min(6, len(words) - number), 0, -1):
            key = " ".join(w.key for w in words[number : number + length])
            if key in table:
                found.append((words[number].start, words[number + length - 1].end, table[key]))
                number += length - 1
                break
        number += 1
    return tuple(found)
