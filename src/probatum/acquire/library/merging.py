"""Which records of a library are copies of one work, found as records come and go.

The groups are those that `matching` makes of all records that hang together with the ones at hand, whatever the order
in which they came: whenever a record joins or leaves, all that are copies of it or of its copies are grouped anew. A
record is compared with those that share a key with it, `CROWD` a key at most, so its cost does not grow with the
library.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
import numpy as np

from probatum.acquire.library.copies import PERSON, RULE, Copy, Member, copy_of, member_of
from probatum.acquire.library.rows import unpack
from probatum.acquire.library.sieve import IdSieve, Keys, Sieve
from probatum.acquire.library.store import Store
from probatum.acquire.matching import (
    CROWD,
    Group,
    Reference,
    join,
    judged,
    keys,
    numbered_apart,
    rank,
    reference,
    weigh,
)
from probatum.acquire.matching.grouping import Pair
from probatum.model import Record

ROUNDS: Final = 4
"""How far from a record its neighbours' neighbours are looked at."""

MOST: Final = 2_000
"""Records of a neighbourhood beyond which it is not widened."""

WORTH_A_SIEVE: Final = 20_000
"""Keys looked up, from which on reading all keys once is worth it."""

CURRENT: Final = ("id", "design", "n", "record")
STORED_COPY: Final = ("id", "version", "leader", "record")
FEW: Final = 200
"""Ids up to which asking the table of copies at once is quicker than making a sieve of it."""

AT_ONCE: Final = 1_000
"""Neighbours that are read and compared together."""

COPY: Final = ("id", "leader", "score", "reason", "by", "date", "design", "n", "record")


class Plan(msgspec.Struct):
    """What has to change so that every work has one leader."""

    copies: dict[str, tuple[Member, Copy]] = {}
    """Records that are to stand among the copies, or stand there and follow another leader now."""
    leaders: dict[str, Member] = {}
    """Copies that are to lead."""
    demoted: list[str] = []
    """Ids that leave the table of records for that of copies."""

    joined: int = 0
    """Records that become copies now."""

    @property
    def empty(self) -> bool:
        """True when nothing has to change."""
        return not (self.copies or self.leaders)


class Merger:
    """Finds the copies of records in a store. `today` is the ISO date put on what it finds."""

    def __init__(self, store: Store, today: str) -> None:
        self.store = store
        self.today = today
        self.sieve: Sieve | None = None
        self.room = self.looked_up = 0
        self.copy_ids: IdSieve | None = None
        self.joined: set[str] | None = None
        self.crowded: set[int] = set()
        """Keys that more records share than `CROWD`, as far as they were met."""

    def plan(
        self,
        keyed: Mapping[str, Sequence[int]],
        fresh: Mapping[str, Member] | None = None,
        touched: Iterable[str] = (),
        without: Collection[str] = (),
    ) -> Plan:
        """What has to change in the groups around some records: those of `keyed` (with their keys), and `touched` ones
        whose group may have changed. `fresh` records are not stored yet, or not in this version; ids of `without` count
        as gone."""
        pool = _Pool(self.store, fresh or {}, without)
        near = self._neighbours(keyed, set(without))
        first = {*touched, *near, *(keyed.keys() & self._decided_on())}
        if not first:
            return Plan()
        pool.load(first)
        most = len(pool.members) + MOST
        asked: set[str] = set()
        for _ in range(ROUNDS):
            wider = pool.members.keys() - asked
            if not wider or len(pool.members) > most:
                break
            asked |= wider
            unasked = {i: keyed.get(i) or pool.keys(i) for i in wider if i not in near}
            near |= self._neighbours(unasked, set(without))
            pool.load(pool.alike({i: near.get(i, set()) for i in wider}))
        return self._changes(pool, self._groups(pool))

    def _groups(self, pool: _Pool) -> list[Group]:
        blocks: dict[int, list[str]] = defaultdict(list)
        for record_id in sorted(pool.members):
            for key in pool.keys(record_id):
                blocks[key].append(record_id)
        references = pool.references()
        pairs = [pair for pair in judged(references, blocks.values()) if pair.judgement.same]
        return join(references, [*pairs, *pool.told(pairs)], forced=pool.same, apart=pool.apart)

    def _neighbours(self, keyed: Mapping[str, Sequence[int]], without: set[str]) -> dict[str, set[str]]:
        """Records that share a key with each of some and may be copies of it: those in the library, and those of
        `keyed` themselves."""
        holders: dict[int, set[str]] = defaultdict(set)
        for record_id, listed in keyed.items():
            for key in listed:
                holders[key].add(record_id)
        held: Counter[int] = Counter()
        wanted = [key for key in holders if key not in self.crowded]
        for row in self.store.keys.having("key", self._likely(wanted), ("key", "id")):
            held[row["key"]] += 1
            if row["id"] not in without:
                holders[row["key"]].add(row["id"])
        self.crowded |= {key for key, number in held.items() if number > CROWD}
        near: dict[str, set[str]] = defaultdict(set)
        for key, ids in holders.items():
            if 1 < len(ids) <= CROWD and key not in self.crowded:
                for record_id in ids & keyed.keys():
                    others = {other for other in ids if other != record_id and not numbered_apart(record_id, other)}
                    if others:
                        near[record_id] |= others
        return near

    def _likely(self, wanted: list[int]) -> list[int]:
        """Those of some keys that may be in the table."""
        self.looked_up += len(wanted)
        if self.sieve is None and self.looked_up > WORTH_A_SIEVE:
            held = self.store.keys.count()
            self.room = held + WORTH_A_SIEVE
            self.sieve = Sieve(2 * self.room)
            for batch in self.store.keys.batches(("key",), 100_000):
                self.sieve.add(np.maximum(batch.column("key").to_numpy(), 0))
        if self.sieve is None:
            return wanted
        array = np.array(wanted, dtype=np.int64)
        found: list[int] = array[self.sieve.passes(array)].tolist()
        return found

    def _decided_on(self) -> set[str]:
        """Ids of records that a person joined with others: few, and whatever their keys they are looked at together."""
        if self.joined is None:
            rows = self.store.decisions.select("same", ("one", "other"))
            self.joined = {row[end] for row in rows for end in ("one", "other")}
        return self.joined

    def telling(self, found: Mapping[str, Sequence[int]]) -> list[tuple[int, str]]:
        """Keys to be noted, each with its record: of one that a crowd shares no more than tells that, so that a look-up
        reads a bounded number of rows however large the library is."""
        met: Counter[int] = Counter()
        kept: list[tuple[int, str]] = []
        for record_id, listed in found.items():
            for key in listed:
                met[key] += 1
                if key not in self.crowded and met[key] <= CROWD + 1:
                    kept.append((key, record_id))
        return kept

    def copied(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Rows of the copies with those ids, in the form of rows of records to be replaced or removed."""
        wanted = list(dict.fromkeys(ids))
        if len(wanted) > FEW:
            if self.copy_ids is None or self.copy_ids.room < 0:
                listed = (i for batch in self.store.copies.batches(("id",)) for i in batch.column("id").to_pylist())
                self.copy_ids = IdSieve(listed, 2 * self.store.copies.count() + WORTH_A_SIEVE)
            wanted = self.copy_ids.likely(wanted)
        return [row | {"summary": False} for row in self.store.copies.having("id", wanted, STORED_COPY)]

    def note_copies(self, ids: Iterable[str]) -> None:
        """Ids that were written among the copies."""
        if self.copy_ids is not None:
            self.copy_ids.add(ids)

    def note(self, added: Keys) -> None:
        """Keys that were written into the table."""
        self.room -= len(added)
        if self.sieve is not None:
            self.sieve.add(added)
            if self.room < 0:
                self.sieve = None  # too full: the next look-up makes a wider one

    def _changes(self, pool: _Pool, groups: Iterable[Group]) -> Plan:
        plan = Plan()
        leaders: dict[str, tuple[str, Group | None]] = {i: (i, None) for i in pool.members}
        for group in groups:
            first = max(group.ids, key=lambda i: rank(pool.members[i].record))
            leaders |= dict.fromkeys(group.ids, (first, group))
        for record_id, (leader, joined) in sorted(leaders.items(), key=lambda pair: pair[0]):
            member = pool.members[record_id]
            if leader == record_id:
                if member.copy is not None:
                    plan.leaders[record_id] = member
                continue
            assert joined is not None
            if member.copy is not None and member.copy.leader == leader and record_id not in pool.fresh:
                if member.in_records:  # a move that was interrupted
                    plan.copies[record_id] = member, member.copy
                    plan.demoted.append(record_id)
                continue
            plan.copies[record_id] = member, self._copy(pool, member, leader, joined)
            plan.joined += member.copy is None
            if member.in_records:
                plan.demoted.append(record_id)
        return plan

    def _copy(self, pool: _Pool, member: Member, leader: str, group: Group) -> Copy:
        """How a record follows its leader: by the pair of the two, else by the surest that joined it to the group."""
        record_id = member.record.id
        told = (min(record_id, leader), max(record_id, leader))
        if told in pool.same:
            return Copy(member.record, leader, 0.0, "a person said that they are one work", PERSON, pool.same[told])
        direct = weigh(pool.reference(record_id), pool.reference(leader))
        if direct.same:
            return Copy(member.record, leader, direct.score, direct.in_words(), RULE, self.today)
        pair = next(pair for pair in group.pairs if record_id in (pair.one, pair.other))
        by = PERSON if (pair.one, pair.other) in pool.same else RULE
        third = pair.other if pair.one == record_id else pair.one
        words = "a person said that they are one work" if by == PERSON else pair.judgement.in_words()
        return Copy(member.record, leader, pair.judgement.score, f"as {third}: {words}", by, self.today)


class _Pool:
    """Records that are looked at together."""

    def __init__(self, store: Store, fresh: Mapping[str, Member], without: Collection[str]) -> None:
        self.store = store
        self.fresh = fresh
        self.without = set(without)
        self.members: dict[str, Member] = {}
        self.same: dict[tuple[str, str], str] = {}
        self.apart: set[tuple[str, str]] = set()
        self._references: dict[str, Reference] = {}
        self._keys: dict[str, tuple[int, ...]] = {}

    def alike(self, near: Mapping[str, Collection[str]]) -> set[str]:
        """Of the records near to some of the pool, those outside it that are copies of one: what the rules keep apart
        stands where it stood."""
        beside: dict[str, list[str]] = defaultdict(list)
        for record_id, ids in near.items():
            for other in ids:
                if other not in self.members and other not in self.without:
                    beside[other].append(record_id)
        found: set[str] = set()
        for record in self._read(sorted(beside)):
            theirs = reference(record)
            if any(weigh(self.reference(mine), theirs).same for mine in beside[record.id]):
                found.add(record.id)
        return found

    def _read(self, ids: Sequence[str]) -> Iterator[Record]:
        """Those records of the library, of either table, a bounded number held at once."""
        columns = ("id", "record")
        for start in range(0, len(ids), AT_ONCE):
            part = ids[start : start + AT_ONCE]
            rows = {row["id"]: row["record"] for row in self.store.copies.having("id", part, columns)}
            rows |= {row["id"]: row["record"] for row in self.store.with_ids(part, columns)}
            yield from (unpack(stored) for _, stored in sorted(rows.items()))

    def load(self, ids: Iterable[str]) -> None:
        """Take records in, with all of their groups and those a person spoke of beside them."""
        wanted = set(ids)
        while wanted := wanted - self.members.keys() - self.without:
            stored = {row["id"]: row for row in self.store.with_ids(sorted(wanted), CURRENT)}
            copied = {row["id"]: row for row in self.store.copies.having("id", sorted(wanted), COPY)}
            led = self.store.copies.having("leader", sorted(wanted), ("id", "leader"))
            further = {row["id"] for row in led} | {row["leader"] for row in copied.values()}
            for record_id in sorted(wanted):
                member = self._member(record_id, stored.get(record_id), copied.get(record_id))
                if member is not None:
                    self.members[record_id] = member
            wanted = further | self._decided(wanted)

    def _member(
        self, record_id: str, stored: Mapping[str, Any] | None, copied: Mapping[str, Any] | None
    ) -> Member | None:
        given = self.fresh.get(record_id)
        if given is not None:
            given.in_records = stored is not None
            given.copy = copy_of(copied) if copied else None
            return given
        if stored is not None:
            member = Member(unpack(stored["record"]), stored["design"], stored["n"], in_records=True)
            member.copy = copy_of(copied) if copied else None
            return None if member.record.summary else member
        return member_of(copied) if copied else None

    def _decided(self, ids: set[str]) -> set[str]:
        """Note what a person said of these records; the others of a pair that is one work."""
        further: set[str] = set()
        for column in ("one", "other"):
            for row in self.store.decisions.having(column, sorted(ids), ("one", "other", "same", "date")):
                pair = row["one"], row["other"]
                if row["same"]:
                    self.same[pair] = row["date"]
                    further |= set(pair)
                else:
                    self.apart.add(pair)
        return further

    def keys(self, record_id: str) -> tuple[int, ...]:
        """The keys of a record."""
        if record_id not in self._keys:
            self._keys[record_id] = keys(self.members[record_id].record)
        return self._keys[record_id]

    def reference(self, record_id: str) -> Reference:
        """What is compared of a record."""
        if record_id not in self._references:
            self._references[record_id] = reference(self.members[record_id].record)
        return self._references[record_id]

    def references(self) -> dict[str, Reference]:
        """What is compared, of all."""
        return {i: self.reference(i) for i in self.members}

    def told(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Pairs that a person joined and the rules did not."""
        known = {(pair.one, pair.other) for pair in pairs}
        return [
            Pair(*pair, weigh(self.reference(pair[0]), self.reference(pair[1])))
            for pair in sorted(self.same)
            if pair not in known and pair[0] in self.members and pair[1] in self.members
        ]
