"""Batches: what is written in one commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import msgspec

from probatum.model import Identifier, Record

BATCH: Final = 2_500
"""Records of one commit."""


class DeletionLike(Protocol):
    """Says that a source took a document back."""

    @property
    def identifier(self) -> Identifier:
        """What is deleted."""
        ...


class Batch(msgspec.Struct):
    """Records to write, by id, and identifiers to delete after that."""

    records: dict[str, Record] = {}
    deletions: list[str] = []
    repeated: int = 0
    """Records that came twice, word for word."""

    @property
    def size(self) -> int:
        """Items in it."""
        return len(self.records) + len(self.deletions) + self.repeated


def batches(items: Iterable[Record | DeletionLike]) -> Iterator[Batch]:
    """Batches in which no two versions of a record come together and no record follows a deletion."""
    batch = Batch()
    for item in items:
        if not isinstance(item, Record):
            batch.deletions.append(str(item.identifier))
        else:
            before = batch.records.get(item.id)
            if before is not None and before.version == item.version and not batch.deletions:
                batch.repeated += 1
                continue
            if before is not None or batch.deletions:
                yield batch
                batch = Batch()
            batch.records[item.id] = item
        if batch.size >= BATCH:
            yield batch
            batch = Batch()
    if batch.size:
        yield batch
