"""Adding to a library: batches, each durable before it is reported."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa

from probatum.acquire.library import moving, upkeep
from probatum.acquire.library.batching import Batch, DeletionLike, batches
from probatum.acquire.library.copies import ALL_KEYED, KEYS, Member
from probatum.acquire.library.making import Describe, Maker, keyed
from probatum.acquire.library.merging import Merger, Plan
from probatum.acquire.library.replacing import document_keys, same_document, stands
from probatum.acquire.library.results import AddSummary
from probatum.acquire.library.rows import NAMES, has_name, names, table, unpack, version_rows
from probatum.acquire.library.standing import Standings, implied, said, settle
from probatum.acquire.library.store import Store
from probatum.acquire.library.upgrading import upgrade
from probatum.acquire.matching import keys
from probatum.model import Record

AHEAD: Final = 2
"""Batches that may be on their way while the next is read."""

INDEX_FIRST: Final = 30_000
"""Unindexed records at which the index is brought up to date during a long `add`, so that searches by other processes
stay fast meanwhile and the work overlaps with reading. After that whenever as many are unindexed as are indexed: every
update rewrites the index, and doubling keeps the whole of them in proportion to the records."""

STORED: Final = ("id", "version", "summary", "record")

OnBatch = Callable[[AddSummary], None]


Made = tuple[Batch, Callable[[], pa.Table]]
"""A batch and what gives its rows."""


def add(
    store: Store,
    items: Iterable[Record | DeletionLike],
    describe: Describe | None = None,
    on_batch: OnBatch | None = None,
    workers: int = 0,
) -> AddSummary:
    """Add records and carry out deletions, in order, as `add_made` does; rows are made here or in `workers` other
    processes."""
    with Maker(describe, workers) as maker:
        made = ((batch, maker.rows(list(batch.records.values()))) for batch in batches(items))
        return add_made(store, made, on_batch)


def add_made(store: Store, made: Iterable[Made], on_batch: OnBatch | None = None) -> AddSummary:
    """Write batches whose rows are made or on their way, in order. The caller holds the library for writing.

    They are read here while another thread writes the batch before. `on_batch` gets the running total after every batch
    that is on disk. When reading fails or is interrupted, the batches handed over before are written and reported, then
    the error passes.
    """
    writer = Writer(store)
    total = AddSummary()
    waiting: deque[Future[AddSummary]] = deque()

    def acknowledge(most: int) -> None:
        """Wait until at most so many batches are on their way."""
        nonlocal total
        while len(waiting) > most:
            wait([waiting[0]])  # an interrupt here leaves it to be told later
            total = total.plus(waiting.popleft().result())
            if on_batch is not None:
                on_batch(total)

    with ThreadPoolExecutor(1, thread_name_prefix="library") as thread:
        try:
            for batch, rows in made:
                acknowledge(AHEAD)
                waiting.append(thread.submit(writer.write, batch, rows))
        finally:
            acknowledge(0)
        writer.finish()
    return total


class Writer:
    """Writes batches into a store, one after the other."""

    def __init__(self, store: Store) -> None:
        self.store = store
        upgrade(store)
        self.unindexed = store.unindexed()
        self.indexed = store.count() - self.unindexed
        self.changed = self.stale = False
        store.ensure_indices()
        self.standings = Standings(store.notices)
        self.merger = Merger(store, date.today().isoformat())
        self._mend_copies()
        if store.notices.unsettled:
            self.settle(self.standings.by_target)
        self.summaries = self._mend_summaries()

    def _mend_copies(self) -> None:
        """End a move of copies that was interrupted, and find the copies of a library made before they were looked
        for."""
        unsettled = self.store.copies.select("NOT settled", ("id", "leader"))
        if unsettled:
            self.regroup({i for found in unsettled for i in (found["id"], found["leader"])})
            moving.end(self.store, Plan(), settle=True)
        if self.store.keys.select(f"key = {ALL_KEYED}", ("id",)):
            return
        if self.store.count():
            self._key_all()
        self.store.keys.append([{"key": ALL_KEYED, "id": ""}])

    def _key_all(self) -> None:
        """Note the keys of all records and merge their copies. Begun anew when it was interrupted."""
        self.store.keys.clear()
        for part in self.store.batches(("record",)):
            listed = [unpack(stored.as_py()) for stored in part.column("record")]
            found = {record.id: keys(record) for record in listed}
            plan = self.merger.plan(found)
            self._note_keys(found)
            self._carry_out(plan)

    def _mend_summaries(self) -> dict[str, str]:
        """Identifier -> id of the starter summaries; removes those whose real record an interrupted `add` had
        written."""
        known: dict[str, str] = {}
        for stored in self.store.select("summary", STORED):
            summary = unpack(stored["record"])
            if self._real_copies(summary):
                self._remove([stored])
            else:
                known.update((key, summary.id) for key in document_keys(summary))
        return known

    def _real_copies(self, summary: Record) -> list[Record]:
        names = self.store.named(document_keys(summary))
        found = self.store.with_ids(names, STORED) + self.merger.copied(names)
        real = (unpack(stored["record"]) for stored in found if not stored["summary"])
        return [record for record in real if same_document(summary, record)]

    def settle(self, named: Iterable[str]) -> list[str]:
        """Bring the standing of the records named up to date; the ids of those that stand otherwise now."""
        changed = settle(self.store, self.standings, named)
        self.changed = self.changed or bool(changed)
        self.stale = self.stale or (bool(changed) and self.indexed > 0)
        self.unindexed += len(changed)
        return changed

    def _settle_works(self, plan: Plan) -> None:
        """A work stands as the gravest of its copies does: look again at those whose copies changed."""
        moved = [copy for _, copy in plan.copies.values()] + [m.copy for m in plan.leaders.values() if m.copy]
        leaders = {copy.leader for copy in moved} | plan.leaders.keys()
        if leaders:
            self.settle(leaders)

    def _unsay(self, ids: Iterable[str], records: Mapping[str, Record]) -> None:
        """Take back what records said that are gone, or said in a version that was replaced."""
        named: set[str] = set()
        for record_id in ids:
            if record_id in self.standings.by_source:
                now = {one.key for one in implied(records[record_id])} if record_id in records else set()
                named |= self.standings.forget(record_id, but=now)
        if named:
            self.settle(named)

    def write(self, batch: Batch, rows: Callable[[], pa.Table]) -> AddSummary:
        """Write one batch, whose rows `rows` gives, and what its records say of others. When this returns, what it
        reports is on disk."""
        told = self.standings.note(one for record in batch.records.values() for one in said(record))
        added, updated, unchanged = self._sort(batch)
        if told:
            self.standings.keep(told)
        written = added | updated.keys()
        made, plan = self._prepare(batch, written, updated, rows) if written else (None, Plan())
        replaced = self._replaced_summaries(batch, written)
        old = [stored for stored in updated.values() if stored] + replaced
        if old:
            self.stale = self.stale or self.indexed > 0  # rows that were never indexed leave nothing behind
            self.store.archive(version_rows(old))
        self._name(batch, added, updated)
        self._begin(plan)
        if made is not None and made.num_rows:
            known = {i: member.record for i, member in plan.leaders.items()} | batch.records
            made = self.standings.stamp(made, [known[i] for i in made["id"].to_pylist()])
            (self.store.merge if updated or plan.leaders else self.store.append)(made)
            self.unindexed += made.num_rows
        outside = [stored["id"] for stored in replaced if stored["id"] not in written]
        if outside or plan.demoted:
            self.stale = self.stale or self.indexed > 0
            self.store.delete(outside + plan.demoted)
        moving.end(self.store, plan)
        self._settle_works(plan)
        self._note_summaries(batch, written)
        self._unsay(updated, batch.records)
        if told:
            self.settle(one.target for one in told)
        deleted = self._delete(batch.deletions)
        self.changed = self.changed or bool(written or deleted)
        if self.unindexed >= max(INDEX_FIRST, self.indexed):
            self._index()
        return AddSummary(
            added=len(added) - len(outside),
            updated=len(updated) + len(outside),
            unchanged=unchanged + batch.repeated,
            deleted=deleted,
            merged=plan.joined,
        )

    def _prepare(
        self, batch: Batch, written: set[str], updated: dict[str, dict[str, Any]], rows: Callable[[], pa.Table]
    ) -> tuple[pa.Table, Plan]:
        """The rows to write into the table of records, and what changes among copies. Notes the keys of records that
        are about to be written."""
        made, found = keyed(rows())
        described = zip(made["id"].to_pylist(), made["design"].to_pylist(), made["n"].to_pylist(), strict=True)
        fresh = {i: Member(batch.records[i], design, n) for i, design, n in described if i in written}
        found = {i: listed for i, listed in found.items() if i in written}
        plan = self.merger.plan(found, fresh, touched=updated)
        known = {i: set(keys(unpack(stored["record"]))) for i, stored in updated.items()}
        self._note_keys({i: [k for k in listed if k not in known.get(i, ())] for i, listed in found.items()})
        taken = [p for p, i in enumerate(batch.records) if i in written and i not in plan.copies]
        return pa.concat_tables([made.take(pa.array(taken, pa.int64())), moving.promoted(plan, without=written)]), plan

    def _note_keys(self, found: Mapping[str, Sequence[int]]) -> None:
        noted = self.merger.telling(found)
        if noted:
            added = np.fromiter((key for key, _ in noted), dtype=np.int64, count=len(noted))
            self.store.keys.append(pa.table({"key": added, "id": [i for _, i in noted]}, schema=KEYS))
            self.merger.note(added)

    def regroup(self, touched: Iterable[str]) -> None:
        """Group the works around some records anew."""
        self._carry_out(self.merger.plan({}, touched=touched))

    def _begin(self, plan: Plan) -> None:
        moving.begin(self.store, plan)
        self.merger.note_copies(plan.copies)

    def _carry_out(self, plan: Plan, gone: Sequence[str] = ()) -> None:
        """Move copies as planned, and take away records that are `gone` (archived already)."""
        self._begin(plan)
        rows = moving.promoted(plan)
        if rows.num_rows:
            self.store.merge(rows)
            self.unindexed += rows.num_rows
        leaving = [*plan.demoted, *gone]
        if leaving:
            self.stale = self.stale or self.indexed > 0
            self.store.delete(leaving)
        moving.end(self.store, plan, gone)
        self._settle_works(plan)
        self.changed = self.changed or not plan.empty or bool(gone)

    def _sort(self, batch: Batch) -> tuple[set[str], dict[str, dict[str, Any]], int]:
        """Ids of new records, stored rows of records to update, and the number of those that stay as they are."""
        versions = {s["id"]: s["version"] for s in self.store.with_ids(batch.records, ("id", "version"))}
        versions |= {s["id"]: s["version"] for s in self.merger.copied(i for i in batch.records if i not in versions)}
        added = {i for i in batch.records if i not in versions}
        added -= {i for i in added if batch.records[i].summary and self._real_copies(batch.records[i])}
        differing = [i for i in batch.records if i in versions and versions[i] != batch.records[i].version]
        updated = self._updates(batch, differing)
        return added, updated, len(batch.records) - len(added) - len(updated)

    def _updates(self, batch: Batch, differing: list[str]) -> dict[str, dict[str, Any]]:
        if not differing:
            return {}
        gone = {(e["id"], e["version"]) for e in self.store.earlier(differing, ("id", "version"))}
        updates = {}
        for stored in self.store.with_ids(differing, STORED) + self.merger.copied(differing):
            new = batch.records[stored["id"]]
            if (new.id, new.version) not in gone and stands(unpack(stored["record"]), new):
                updates[new.id] = stored
        return updates

    def _replaced_summaries(self, batch: Batch, written: set[str]) -> list[dict[str, Any]]:
        """Stored starter summaries under another id whose document is among the real records to be written."""
        if not self.summaries:
            return []
        ids: dict[str, None] = {}
        for record_id in written:
            record = batch.records[record_id]
            if not record.summary:
                keys = document_keys(record) & self.summaries.keys()
                ids.update((self.summaries[key], None) for key in keys)
        others = sorted(i for i in ids if i not in written)
        self.summaries = {key: i for key, i in self.summaries.items() if i not in ids}
        return self.store.with_ids(others, STORED)

    def _name(self, batch: Batch, added: set[str], updated: dict[str, dict[str, Any]]) -> None:
        """Note the further identifiers that are new."""
        known = {i: set(names(unpack(stored["record"]))) for i, stored in updated.items()}
        rows = [
            {"name": name, "id": record.id}
            for record in batch.records.values()
            if record.id in added or record.id in updated
            for name in names(record)
            if name not in known.get(record.id, ())
        ]
        if rows:
            self.store.name(table(rows, NAMES))

    def _note_summaries(self, batch: Batch, written: set[str]) -> None:
        for record_id in written:
            if batch.records[record_id].summary:
                self.summaries.update((key, record_id) for key in document_keys(batch.records[record_id]))

    def _delete(self, identifiers: list[str]) -> int:
        if not identifiers:
            return 0
        names = self.store.named(identifiers)
        listed = self.store.with_ids(names, STORED) + self.merger.copied(names)
        doomed = [stored for stored in listed if any(has_name(unpack(stored["record"]), name) for name in identifiers)]
        self._remove(doomed)
        return len(doomed)

    def remove(self, ids: list[str]) -> None:
        """Remove current records or copies and keep their text among the earlier versions. A copy of a record that
        leads takes its place."""
        self._remove(self.store.with_ids(ids, STORED) + self.merger.copied(ids))
        self.finish()

    def _remove(self, stored: list[dict[str, Any]]) -> None:
        if stored:
            gone = [s["id"] for s in stored]
            self.store.archive(version_rows(stored))
            led = self.store.copies.having("leader", gone, ("id",))
            touched = {s["id"] for s in led} | {s["leader"] for s in stored if s.get("leader")}
            self._carry_out(self.merger.plan({}, touched=touched - set(gone), without=gone), gone)
            self._unsay(gone, {})

    def _index(self) -> None:
        self.store.optimise()
        self.store.keep_index()
        self.indexed += self.unindexed
        self.unindexed = 0

    def finish(self) -> None:
        """Bring the index up to date, unless the library is large and little waits (see `upkeep`)."""
        if self.stale and not upkeep.large(self.store):
            self.store.rebuild()
        if (self.changed or self.unindexed) and not upkeep.waits(self.store):
            self._index()
        self.store.keep_index()
        self.store.notices.settled()
        self.changed = self.stale = False
