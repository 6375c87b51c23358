"""Identifiers and MeSH tree numbers, each leading to its term."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import marisa_trie

from probatum.vocabulary.layout import File


class Trees:
    """Where terms stand in the MeSH trees, by the index under which the file holds them. Read at first use."""

    def __init__(self, file: File) -> None:
        self._file = file

    @cached_property
    def _ids(self) -> Any:
        return marisa_trie.Trie().frombytes(bytes(self._file.raw("ids")))

    @cached_property
    def _numbers(self) -> Any:
        return marisa_trie.Trie().frombytes(bytes(self._file.raw("trees")))

    def index_of(self, term_id: str) -> int | None:
        """The index of a term by any of its identifiers."""
        return int(self._file.numbers("id_terms")[self._ids[term_id]]) if term_id in self._ids else None

    def below(self, numbers: Iterable[str]) -> list[int]:
        """Indices of the terms below some tree numbers, nearest first, each once."""
        found = [tree for number in numbers for tree in self._numbers.keys(f"{number}.")]
        return self._terms(sorted(found, key=lambda tree: (tree.count("."), tree)))

    def above(self, numbers: Iterable[str]) -> list[int]:
        """Indices of the terms above some tree numbers, nearest first, each once."""
        parted = [number.split(".") for number in numbers]
        found = sorted((up, ".".join(parts[:-up])) for parts in parted for up in range(1, len(parts)))
        return self._terms(tree for _, tree in found if tree in self._numbers)

    def _terms(self, trees: Iterable[str]) -> list[int]:
        terms = self._file.numbers("tree_terms")
        return list(dict.fromkeys(terms[self._numbers[tree]] for tree in trees))
