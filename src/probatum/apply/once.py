"""Once: what follows from a context is worked out at its first use and kept with it.

Sections ask the same of their context again and again: what bars the treatment, what is said of such a patient, whether
a label is for the problem. A context is never changed, nor is what an answer is written from, so that the first answer
is every later one; it goes with the context.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from probatum.apply.context import Context

Made = TypeVar("Made")
Given = ParamSpec("Given")

_KEPT: Final = "_worked_out"
_CONTEXT: Final = ("context", "self")
"""What the context is called among what a function is given; `self` in its own methods."""


def once(work: Callable[[Context], Made]) -> Callable[[Context], Made]:
    """The same function, that keeps what it gave for each context."""

    @wraps(work)
    def kept(context: Context) -> Made:
        held = _held(context)
        if work not in held:
            held[work] = work(context)
        made: Made = held[work]
        return made

    return kept


def once_for(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """The same function of a context and other things, that keeps what it gave for these things in that context.

    Texts are told apart by what they say, all other things as the very objects they are, which are kept along: they
    have to be values that never change.
    """
    place = next(at for at, name in enumerate(signature(work).parameters) if name in _CONTEXT)

    @wraps(work)
    def kept(*given: Given.args, **named: Given.kwargs) -> Made:
        things: tuple[Any, ...] = (*given[:place], *given[place + 1 :], *named.values())
        held = _held(given[place])
        key = (work, *named, *(thing if type(thing) is str else id(thing) for thing in things))
        if key not in held:
            held[key] = (work(*given, **named), things)
        made: Made = held[key][0]
        return made

    return kept


once_by_name = once_for
"""The same for a function of a name."""


def _held(context: Any) -> dict[Any, Any]:
    about: dict[str, Any] = context.__dict__
    if _KEPT not in about:
        about[_KEPT] = {}
    held: dict[Any, Any] = about[_KEPT]
    return held
