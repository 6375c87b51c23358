"""Wishes: for whom an answer is, how long it may be, as of when, and which studies may speak."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import msgspec

from probatum.errors import ProbatumError
from probatum.model import Depth, FollowUp, Only, Reader

Telling = Callable[[str], None]
"""Is told what is being done, for whoever waits."""
ALL = Only()
"""Every study may speak."""


class Wish(msgspec.Struct, frozen=True):
    """For whom, how long, as of when, and what came of online services; after a follow-up, which studies may speak."""

    reader: Reader
    depth: Depth
    date: str
    services: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    only: Only = ALL
    mid: float | None = None
    """Smallest difference that matters, in the unit of the outcome asked about."""
    follow: FollowUp | None = None
    loosened: bool = False
    """Whether the question is one that was put again with fewer words."""
    cited: tuple[str, ...] = ()
    """Records by the reference numbers of the answer that the follow-up speaks of."""


def read_reader(reader: Reader | str) -> Reader:
    """The reader of that name. Raises ProbatumError P405."""
    try:
        return Reader(reader)
    except ValueError as error:
        raise ProbatumError("P405", reader=reader, known=", ".join(r.value for r in Reader)) from error


def read_depth(depth: Depth | str | None) -> Depth:
    """The depth of that name, standard when none is given. Raises ProbatumError P410."""
    if depth is None:
        return Depth.STANDARD
    try:
        return Depth(depth)
    except ValueError as error:
        raise ProbatumError("P410", depth=depth, known=", ".join(d.value for d in Depth)) from error


def read_date(as_of: str | datetime.date | None) -> str:
    """The date as ISO text, today when none is given. Raises ProbatumError P406."""
    if as_of is None:
        return datetime.date.today().isoformat()
    try:
        return (as_of if isinstance(as_of, datetime.date) else datetime.date.fromisoformat(as_of)).isoformat()
    except ValueError as error:
        raise ProbatumError("P406", date=as_of) from error
