"""The bound on how long a check, and an audit, may take: in steps and never by the clock, so that the same text and
records give the same report on every machine.

A step is about one number or word of a source that is held against a claim: some tenths of a microsecond. What walks
over sources tells how many it takes (`spend`); a check that has spent its own ends there, and the sentence is not
checked. Bounds nest: what a check spends, its text has spent too.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Final, TypeVar

CHECK: Final = 4_000_000
"""Steps of one check of one sentence."""
TEXT: Final = 2_000_000_000
"""Steps of all checks of one text."""

_left: ContextVar[int | None] = ContextVar("steps left", default=None)
Given = TypeVar("Given")
Said = TypeVar("Said")


class TooLong(Exception):  # noqa: N818 - a bound that was reached is no error
    """The steps are spent."""


def spend(count: int = 1) -> None:
    """Take steps off what is left; none are counted outside `within`. Raises TooLong where there are too few."""
    left = _left.get()
    if left is not None:
        _left.set(left - count)
        if left < count:
            raise TooLong


def within(most: int, ask: Callable[[Given], Said], of: Given) -> Said:
    """What is answered within so many steps. Raises TooLong when it takes more, or when those around it are spent."""
    around = _left.get()
    given = most if around is None else max(0, min(most, around))
    _left.set(given)
    try:
        return ask(of)
    finally:
        left = _left.get() or 0
        _left.set(None if around is None else around - (given - left))


def left() -> int | None:
    """How many are left; None outside `within`."""
    return _left.get()
