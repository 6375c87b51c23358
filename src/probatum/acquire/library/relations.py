"""Documents that belong to a record of a library though no source links them: found by matching when asked for.

Nothing of this is stored, so it is never out of date: what comes into the library or leaves it shows at once.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.acquire.library.rows import unpack
from probatum.acquire.library.store import Store
from probatum.acquire.matching import CROWD, keys, reference, registered, relation
from probatum.model import LinkKind, Record

TRIALS: Final = ("nct", "isrctn", "eudract")
"""Namespaces of trial numbers, which many documents share."""


class Relation(msgspec.Struct, frozen=True):
    """A document beside a record: how it stands to the record, and why that is thought."""

    kind: LinkKind
    record: Record
    reason: str


def related(store: Store, record: Record) -> list[Relation]:
    """The preprint or paper, notices, registry entry and reports that matching finds for a record, by id. Those that
    the record links itself are left out."""
    linked = {link.identifier for link in record.links if link.identifier is not None}
    mine = reference(record)
    found: list[Relation] = []
    for other in _candidates(store, record):
        if linked & set(other.identifiers):
            continue
        theirs = reference(other)
        kind = registered(mine, theirs)
        trials = {str(i) for i in record.identifiers if i.namespace in TRIALS}
        shared = sorted(trials & {str(i) for i in other.identifiers if i.namespace in TRIALS})
        if kind is not None and shared:
            found.append(Relation(kind, other, f"both name {shared[0]}"))
        elif (judged := relation(mine, theirs)) is not None:
            found.append(Relation(judged[0], other, judged[1].in_words()))
    return found


def _candidates(store: Store, record: Record) -> list[Record]:
    ids: set[str] = set()
    for key in keys(record):
        held = {row["id"] for row in store.keys.having("key", [key], ("id",))}
        ids |= held if len(held) <= CROWD else set()
    trials = [str(i) for i in record.identifiers if i.namespace in TRIALS]
    ids |= set(store.named(trials)[:CROWD]) if trials else set()
    ids -= {record.id}
    rows = store.with_ids(sorted(ids), ("id", "record"))
    return [unpack(row["record"]) for row in sorted(rows, key=lambda row: str(row["id"]))]
