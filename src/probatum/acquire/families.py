"""Which records report the same trial, so that ten papers of one trial do not crowd out nine others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from probatum.acquire.formats._registries import REGISTRIES
from probatum.model import LinkKind, Record, RecordKind

_NAMESPACES: Final = frozenset(REGISTRIES.values())

_OF_MANY: Final = (RecordKind.REVIEW, RecordKind.GUIDELINE, RecordKind.LABEL, RecordKind.BOOK)
"""Kinds that speak of trials without reporting one."""


def trials(record: Record) -> frozenset[str]:
    """The registration numbers of the trials a record reports; empty for reviews, guidelines, labels and books."""
    if record.kind in _OF_MANY:
        return frozenset()
    linked = (link.identifier for link in record.links if link.kind is LinkKind.REGISTRATION)
    return frozenset(str(i) for i in (*record.identifiers, *linked) if i is not None and i.namespace in _NAMESPACES)


def surplus(ranked: Iterable[Record], most: int) -> frozenset[str]:
    """Ids of the records beyond the first `most` of each trial, in the order given.

    A record that reports several trials is surplus when all of them have their share.
    """
    counted: Counter[str] = Counter()
    beyond: set[str] = set()
    for record in ranked:
        reported = trials(record)
        if reported and all(counted[trial] >= most for trial in reported):
            beyond.add(record.id)
        else:
            counted.update(reported)
    return frozenset(beyond)
