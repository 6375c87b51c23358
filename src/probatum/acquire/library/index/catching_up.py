"""Bringing an index up to the present state of the table of records.

The two are compared by the marks of their records, which stand for id, version and standing. So it does not matter what
happened in between, whether the table was put in order, or whether a process was killed before it had seen to the
index: what is in both stays, what is in the index alone is gone, and what is in the table alone is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from probatum.acquire.library.index import disk
from probatum.acquire.library.index.joining import join
from probatum.acquire.library.index.segment import COLUMNS, Segment, made
from probatum.acquire.library.index.view import GONE, Leaf, Rows, View

AT_ONCE: Final = 20_000
"""Records of which a segment is made."""

MANY: Final = 4
"""A segment is joined to those after it when it is not so many times as large as they are together: then there are few
segments, and each record is written anew a few times in all."""

GONE_SHARE: Final = 0.3
"""Share of a segment's records that may be gone before it is written anew."""


class Compared(msgspec.Struct, frozen=True):
    """What is still there, and what the index lacks."""

    view: View
    lacking: tuple[Rows, Rows]
    """Marks (ascending) and rows of the records that it does not hold."""


def compare(view: View, table: Any, version: str) -> Compared:
    """Hold a view against the table, which stands at that version."""
    told = table.search().select(["mark"]).with_row_id(True).to_arrow()
    marks, rows = told["mark"].to_numpy(), told["_rowid"].to_numpy()
    numbers = view.numbers(marks)
    held = np.full(int(view.firsts[-1]), GONE, dtype=np.uint64)
    there = numbers >= 0
    held[numbers[there]] = rows[there]
    leaves = [
        Leaf(leaf.segment, held[first : first + len(leaf.segment)], leaf.name)
        for leaf, first in zip(view.leaves, view.firsts.tolist(), strict=False)
    ]
    order = np.argsort(marks[~there], kind="stable")
    return Compared(View(version, leaves), (marks[~there][order], rows[~there][order]))


def segments(table: Any, lacking: tuple[Rows, Rows]) -> Iterator[Leaf]:
    """The records that an index lacks, as segments in memory."""
    marks, rows = lacking
    for first in range(0, len(rows), AT_ONCE):
        part = rows[first : first + AT_ONCE].tolist()
        segment = made(table.take_row_ids(part).select(list(COLUMNS)).to_arrow())
        yield Leaf(segment, rows[np.searchsorted(marks, segment.mark)])


def kept(folder: Path, view: View, new: Iterable[Leaf]) -> View:
    """The view with further segments, all of them on disk. Raises OSError."""
    leaves = [leaf for leaf in view.leaves if leaf.count]
    for leaf in new:
        name = disk.free_name(folder)
        leaf.segment.write(folder / name)
        leaves.append(Leaf(Segment.open(folder / name), leaf.rows, name))
    first = _worth_joining(leaves)
    if first < len(leaves) - 1:
        leaves = [*leaves[:first], _join(folder, leaves[first:])]
    sparse = [leaf.count < (1 - GONE_SHARE) * len(leaf.segment) for leaf in leaves]
    return View(view.version, [_join(folder, [leaf]) if s else leaf for leaf, s in zip(leaves, sparse, strict=True)])


def _worth_joining(leaves: Sequence[Leaf]) -> int:
    """The first of the segments at the end that are joined: however small the last is, none before it may be of the
    size of those after it."""
    first, together = len(leaves) - 1, 0
    for at in range(len(leaves) - 1, -1, -1):
        if leaves[at].count < MANY * together:
            first = at
        together += leaves[at].count
    return first


def _join(folder: Path, leaves: Sequence[Leaf]) -> Leaf:
    name = disk.free_name(folder)
    segment = join(folder / name, [leaf.segment for leaf in leaves], [leaf.live for leaf in leaves])
    return Leaf(segment, np.concatenate([leaf.rows[leaf.live] for leaf in leaves]), name)
