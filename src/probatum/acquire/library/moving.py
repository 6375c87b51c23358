"""Carrying out a plan of `merging`: an order of commits in which nothing is ever lost, and an interrupted one is ended.

Every row of copies that a plan touches is written unsettled first; then the table of records follows; then the copies
that lead now go, and the rest is settled. At every moment each record stands in one of the tables. An id in both is
taken for what the table of records says, until the next `add` groups the unsettled ones anew.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from probatum.acquire.library.copies import RULE, Copy, copy_row
from probatum.acquire.library.merging import Plan
from probatum.acquire.library.rows import row, table
from probatum.acquire.library.store import Store


def begin(store: Store, plan: Plan) -> None:
    """The first commit of a plan."""
    rows = [copy_row(member, copy, settled=False) for member, copy in plan.copies.values()]
    for member in plan.leaders.values():
        before = member.copy or Copy(member.record, member.record.id, 0.0, "", RULE, "")
        rows.append(copy_row(member, before, settled=False))
    if rows:
        store.copies.put(rows)


def promoted(plan: Plan, without: Iterable[str] = ()) -> pa.Table:
    """Rows of records for copies that lead now, but for those written anyway."""
    barred = set(without)
    return table(row(m.record, m.description) for i, m in sorted(plan.leaders.items()) if i not in barred)


def end(store: Store, plan: Plan, gone: Iterable[str] = (), *, settle: bool = False) -> None:
    """The last commits: copies that lead now, or that are `gone`, are copies no more; the rest is settled."""
    done = [*plan.leaders, *gone]
    if done:
        store.copies.drop("id", done)
    if plan.copies or plan.leaders or settle:
        store.copies.change("NOT settled", {"settled": True})
