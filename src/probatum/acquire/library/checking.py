"""Read a whole library and recompute what can be recomputed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from probatum.acquire.library import upkeep
from probatum.acquire.library.copies import ALL_KEYED, COPIES, KEYS, Member, copy_of, copy_row
from probatum.acquire.library.query import TERMS, TEXT
from probatum.acquire.library.results import CheckReport, Fault
from probatum.acquire.library.rows import NAMES, RECORDS, VERSIONS, other_names, row, unpack
from probatum.acquire.library.standing import Standings, copies_of
from probatum.acquire.library.store import Store
from probatum.acquire.matching import CROWD, keys
from probatum.errors import ProbatumError
from probatum.model import Record

RECOMPUTED: Final = ("version", "kind", "status", "year", "date", "summary", "mark", "mark2", TEXT, TERMS)
"""Columns that follow from the record."""


def check(store: Store) -> CheckReport:
    """Check every current and earlier version; see `CheckReport`."""
    faults: list[Fault] = []
    seen: set[str] = set()
    standings = Standings(store.notices)
    works = copies_of(store, None)
    for stored in _rows(store, [name for name in RECORDS.names if store.searched == TERMS or name != TERMS]):
        if stored["id"] in seen:
            faults.append(Fault(stored["id"], "is stored twice"))
        seen.add(stored["id"])
        faults += _of_current(stored, standings, works.get(stored["id"], ()))
    copies, of_copies = _copies(store, seen)
    faults += of_copies + _unnamed(store) + _unkeyed(store)
    earlier = 0
    for stored in _rows(store, VERSIONS.names, earlier=True):
        earlier += 1
        faults += _of_stored(stored)[1]
    if damaged := store.readings.fault():
        faults.append(Fault("", damaged))
    unindexed = store.unindexed()
    if unindexed and not upkeep.waits(store):
        faults.append(Fault("", f"{unindexed} records are not in the full-text index; any `library add` mends that"))
    return CheckReport(len(seen), earlier, copies, tuple(faults))


def _rows(store: Store, names: list[str], *, earlier: bool = False) -> Iterator[dict[str, Any]]:
    for batch in store.batches(names, earlier=earlier):
        yield from batch.to_pylist()


def _unnamed(store: Store) -> list[Fault]:
    """Identifiers that do not lead to their record."""
    names = store.names.search().select(NAMES.names).to_arrow().to_pylist()
    known = {(named["name"], named["id"]) for named in names}
    faults = []
    for record in _readable(store):
        missing = [name for name in other_names(record) if (name, record.id) not in known]
        faults += [Fault(record.id, f"cannot be found by {name}") for name in missing]
    return faults


def _readable(store: Store) -> Iterator[Record]:
    """Records and copies that can be read; the others are said already."""
    copied = (found for batch in store.copies.batches(("record",)) for found in batch.to_pylist())
    for stored in chain(_rows(store, ["record"]), copied):
        with contextlib.suppress(ProbatumError):
            yield unpack(stored["record"])


def _copies(store: Store, current: set[str]) -> tuple[int, list[Fault]]:
    """The number of copies, and what is wrong with them: each follows a record that leads, and leads none itself."""
    faults: list[Fault] = []
    seen: set[str] = set()
    for stored in (found for batch in store.copies.batches(COPIES.names) for found in batch.to_pylist()):
        record, wrong = _of_stored(stored)
        faults += wrong
        if stored["id"] in seen or stored["id"] in current:
            faults.append(Fault(stored["id"], "is stored twice"))
        seen.add(stored["id"])
        if stored["leader"] not in current:
            faults.append(Fault(stored["id"], f"is a copy of {stored['leader']}, which is not in the library"))
        if record is not None:
            expected = copy_row(Member(record, stored["design"], stored["n"]), copy_of(stored), settled=True)
            columns = [name for name in ("version", "settled", "mark", "mark2") if stored[name] != expected[name]]
            faults += [Fault(record.id, f"column {name} does not agree with the copy") for name in columns]
    return len(seen), faults


def _unkeyed(store: Store) -> list[Fault]:
    """Records whose copies would not be found. A library made before copies were looked for has no keys at all."""
    if not store.keys.select(f"key = {ALL_KEYED}", ("id",)):
        return [Fault("", "copies were never looked for; any `library add` does that")] if store.count() else []
    told = [_pairs(batch) for batch in store.keys.batches(KEYS.names, 100_000)]
    held, counts = np.unique(np.concatenate([listed for listed, _ in told]), return_counts=True)
    crowded = set(held[counts > CROWD].tolist())  # no more of them are kept than tells that
    known = np.sort(np.concatenate([pairs for _, pairs in told]))
    faults = []
    for record in _readable(store):
        wanted = np.array([_pair(key, record.id) for key in keys(record) if key not in crowded], dtype=np.int64)
        places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        if not (known[places] == wanted).all():
            faults.append(Fault(record.id, "its copies cannot all be found; remove it and add it again"))
    return faults


def _pairs(batch: pa.RecordBatch) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The keys of some rows, and one number for each row."""
    listed, ids = batch.column("key").to_numpy(), batch.column("id").to_pylist()
    return listed, np.fromiter(map(_pair, listed.tolist(), ids), dtype=np.int64, count=len(ids))


def _pair(key: int, record_id: str) -> int:
    """One number for a key and an id, since millions of pairs are held."""
    return hash((key, record_id)) >> 1


def _of_current(stored: Mapping[str, Any], standings: Standings, copies: Sequence[Record]) -> list[Fault]:
    record, faults = _of_stored(stored)
    if record is None:
        return faults
    expected = row(standings.lay(record, copies))
    wrong = [name for name in RECOMPUTED if name in stored and stored[name] != expected[name]]
    return faults + [Fault(record.id, f"column {name} does not agree with the record") for name in wrong]


def _of_stored(stored: Mapping[str, Any]) -> tuple[Record | None, list[Fault]]:
    """The record of a row, and what is wrong with its hash, its name or the places of its table cells."""
    try:
        record = unpack(stored["record"])
    except ProbatumError as error:
        return None, [Fault(stored["id"], str(error))]
    faults = []
    if (record.id, record.version) != (stored["id"], stored["version"]):
        held = f"{record.id}@{record.version}"
        faults.append(Fault(stored["id"], f"the row says version {stored['version']}, the record {held}"))
    computed = Record.build(**{name: getattr(record, name) for name in record.__struct_fields__}).version
    if computed != record.version:
        faults.append(Fault(record.id, f"the text hashes to {computed}, the stored version is {record.version}"))
    for section in record.sections:
        if any(not 0 <= cell.start <= cell.end <= len(section.text) for cell in section.cells):
            faults.append(Fault(record.id, f"a table cell lies outside section {section.id}"))
    return record, faults


__all__ = ["check"]
