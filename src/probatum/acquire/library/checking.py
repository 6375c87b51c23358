"""Read a whole library and recompute what can be recomputed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from probatum.acquire.library.query import TERMS, TEXT
from probatum.acquire.library.results import CheckReport, Fault
from probatum.acquire.library.rows import NAMES, RECORDS, VERSIONS, other_names, row, unpack
from probatum.acquire.library.store import Store
from probatum.errors import ProbatumError
from probatum.model import Record

RECOMPUTED: Final = ("version", "kind", "status", "year", "date", "summary", "mark", "mark2", TEXT, TERMS)
"""Columns that follow from the record."""


def check(store: Store) -> CheckReport:
    """Check every current and earlier version; see `CheckReport`."""
    faults: list[Fault] = []
    seen: set[str] = set()
    for stored in _rows(store, [name for name in RECORDS.names if store.searched == TERMS or name != TERMS]):
        if stored["id"] in seen:
            faults.append(Fault(stored["id"], "is stored twice"))
        seen.add(stored["id"])
        faults += _of_current(stored)
    faults += _unnamed(store)
    earlier = 0
    for stored in _rows(store, VERSIONS.names, earlier=True):
        earlier += 1
        faults += _of_stored(stored)[1]
    unindexed = store.unindexed()
    if unindexed:
        faults.append(Fault("", f"{unindexed} records are not in the full-text index; any `library add` mends that"))
    return CheckReport(len(seen), earlier, tuple(faults))


def _rows(store: Store, names: list[str], *, earlier: bool = False) -> Iterator[dict[str, Any]]:
    for batch in store.batches(names, earlier=earlier):
        yield from batch.to_pylist()


def _unnamed(store: Store) -> list[Fault]:
    """Identifiers that do not lead to their record."""
    names = store.names.search().select(NAMES.names).to_arrow().to_pylist()
    known = {(named["name"], named["id"]) for named in names}
    faults = []
    for stored in _rows(store, ["record"]):
        try:
            record = unpack(stored["record"])
        except ProbatumError:
            continue  # said already
        missing = [name for name in other_names(record) if (name, record.id) not in known]
        faults += [Fault(record.id, f"cannot be found by {name}") for name in missing]
    return faults


def _of_current(stored: Mapping[str, Any]) -> list[Fault]:
    record, faults = _of_stored(stored)
    if record is None:
        return faults
    expected = row(record)
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
