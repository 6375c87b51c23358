"""Once: what follows from a context alone is worked out at its first use and kept with it.

Sections ask the same of their context again and again: what bars the treatment, what is said of such a patient. A
context is never changed, so that the first answer is every later one; it goes with the context.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from probatum.apply.context import Context

Made = TypeVar("Made")


def once(work: Callable[[Context], Made]) -> Callable[[Context], Made]:
    """The same function, that keeps what it gave for each context."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(context: Context) -> Made:
        return _kept(context, name, lambda: work(context))

    return kept


def once_by_name(work: Callable[[str, Context], Made]) -> Callable[[str, Context], Made]:
    """The same function of a name, that keeps what it gave for each name in a context."""
    own = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(name: str, context: Context) -> Made:
        return _kept(context, f"{own} {name}", lambda: work(name, context))

    return kept


def _kept(context: Context, key: str, work: Callable[[], Made]) -> Made:
    held: dict[str, Any] = context.__dict__
    if key not in held:
        held[key] = work()
    made: Made = held[key]
    return made
