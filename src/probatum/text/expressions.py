"""Regular expressions that are compiled when they are first used.

Probatum reads with more than a thousand of them, and one question needs about half. Compiling them all while modules
load took a third of the time of a first answer.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_TAKEN: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")
"""What is taken over from the compiled expression at its first use, so that later calls cost no more than its own."""


class _Waiting:
    """An expression before its first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._made = (source, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling look for these
            raise AttributeError(name)
        compiled = re.compile(*self._made)
        for taken in _TAKEN:
            setattr(self, taken, getattr(compiled, taken))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"expression({self._made[0]!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Waiting, self._made)


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until the expression is used; what is wrong with it is raised (re.error) then."""
    return cast("re.Pattern[str]", _Waiting(source, flags))


def caseless(source: str) -> re.Pattern[str]:
    """An `expression` that does not regard case: the commonest sort."""
    return expression(source, re.IGNORECASE)


def made_by(match: re.Match[str], asked: re.Pattern[str]) -> bool:
    """Whether a match is of this expression: its `re` is the compiled one, never the one that waited."""
    return match.re.pattern == asked.pattern and match.re.flags == asked.flags


def lowered(text: str) -> str:
    """The text in lower case, sign for sign: a place found in it is a place of the text.

    Expressions of many words search it two or three times as fast as the text itself without regard to case.
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
