"""Copies of a work, and what people said of them: rows and back.

A copy is a record of its own, whole and in its version, that stands in the table of copies because another copy of the
same work leads. A row says under which leader, why, how sure, by whom and since when. `settled` is false from before
the first commit of a move until after the last, so that a move which was interrupted is found and ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.rows import Description, marks, pack, unpack
from probatum.model import Record

COPIES: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("version", pa.string(), nullable=False),
        pa.field("leader", pa.string(), nullable=False),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("by", pa.string(), nullable=False),
        pa.field("date", pa.string(), nullable=False),
        pa.field("settled", pa.bool_(), nullable=False),
        pa.field("design", pa.string(), nullable=False),
        pa.field("n", pa.int64()),
        pa.field("mark", pa.uint64(), nullable=False),
        pa.field("mark2", pa.uint64(), nullable=False),
        pa.field("record", pa.binary(), nullable=False),
    ]
)

KEYS: Final = pa.schema([pa.field("key", pa.int64(), nullable=False), pa.field("id", pa.string(), nullable=False)])
"""Keys under which copies meet -> id of the record. Written before the record. `ALL_KEYED` says that every record's
are there."""

ALL_KEYED: Final = -1
"""The key of the row that is written once the keys of all records that a library had are in."""

DECISIONS: Final = pa.schema(
    [
        pa.field("pair", pa.string(), nullable=False),
        pa.field("one", pa.string(), nullable=False),
        pa.field("other", pa.string(), nullable=False),
        pa.field("same", pa.bool_(), nullable=False),
        pa.field("date", pa.string(), nullable=False),
    ]
)
"""What a person said of two records: one work, or not. The last word on a pair stands."""

RULE: Final = "rule"
PERSON: Final = "person"


class Copy(msgspec.Struct, frozen=True):
    """A copy of a work beside the one that leads."""

    record: Record
    leader: str
    """Id of the record that leads."""
    score: float
    """Points of the evidence (see `matching.weighing`); a person's word has none."""
    reason: str
    by: str
    """`rule` or `person`."""
    date: str
    """ISO date since when."""


class Member(msgspec.Struct):
    """A record on its way between the tables: what was read of it, and where it stands now."""

    record: Record
    design: str = ""
    n: int | None = None
    in_records: bool = False
    copy: Copy | None = None
    """How it stands among the copies, if it does."""

    @property
    def description(self) -> Description:
        """What its row says beside the record."""
        return {"design": self.design, "n": self.n}


def copy_row(member: Member, copy: Copy, *, settled: bool) -> dict[str, Any]:
    """The row of a copy."""
    mark, mark2 = marks(member.record.id, f"{member.record.version}>{copy.leader}")
    return {
        "id": member.record.id,
        "version": member.record.version,
        "leader": copy.leader,
        "score": copy.score,
        "reason": copy.reason,
        "by": copy.by,
        "date": copy.date,
        "settled": settled,
        "design": member.design,
        "n": member.n,
        "mark": mark,
        "mark2": mark2,
        "record": pack(member.record.own),
    }


def copy_of(row: Mapping[str, Any]) -> Copy:
    """The copy a row holds. Raises ProbatumError P305 when it cannot be read."""
    return Copy(unpack(row["record"]), row["leader"], row["score"], row["reason"], row["by"], row["date"])


def member_of(row: Mapping[str, Any]) -> Member:
    """The copy a row holds, to be moved."""
    copy = copy_of(row)
    return Member(copy.record, row["design"], row["n"], copy=copy)


def decision(one: str, other: str, date: str, *, same: bool) -> dict[str, Any]:
    """The row of a person's word on two records."""
    first, second = sorted((one, other))
    return {"pair": f"{first} {second}", "one": first, "other": second, "same": same, "date": date}
