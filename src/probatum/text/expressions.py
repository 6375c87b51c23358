"""Regular expressions that are compiled when a text may hold what they look for.

Probatum reads with more than three thousand of them, and one question needs few. Compiling them all while modules load
took a third of the time of a first answer. Of most it can be told from the source which letters stand in whatever they
match (`text.literals`): a text without these is answered by a look for them, before the expression is compiled and, for
those of few such letters, after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, cast

from probatum.text import literals

_TAKEN: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")
"""What is taken over from the compiled expression at its first use, so that later calls cost no more than its own."""
_NOTHING: Final[dict[str, Callable[[], Any]]] = {
    "search": lambda: None,
    "match": lambda: None,
    "fullmatch": lambda: None,
    "finditer": lambda: iter(()),
    "findall": list,
}
"""Ways of searching, each with what it gives where nothing is found."""
_THROUGH: Final = ("search", "finditer", "findall")
"""Those that go through a whole text."""
FEW: Final = 40
"""Literals up to which a look for them takes less than a search on the whole."""


class _Waiting:
    """An expression before its first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._made = (source, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_full":  # copying and pickling look for these
            raise AttributeError(name)
        source, flags = self._made
        wanted = () if flags & re.VERBOSE else literals.needed(source)
        if not wanted or name not in (*_NOTHING, "sub"):
            return getattr(self._compiled(wanted), name)
        for way in _NOTHING:
            setattr(
                self, way, _looking(wanted, way, lambda *given, way=way: getattr(self._compiled(wanted), way)(*given))
            )
        self.sub = _replacing(wanted, lambda *given: self._compiled(wanted).sub(*given))
        return self.__dict__[name]

    def _compiled(self, wanted: literals.Literals) -> re.Pattern[str]:
        """The compiled expression, whose own ways of searching stand from now on in the place of those that waited."""
        if "_full" not in self.__dict__:
            self._full = re.compile(*self._made)
            for taken in _TAKEN:
                setattr(self, taken, getattr(self._full, taken))
            if 0 < len(wanted) <= FEW:
                for way in _THROUGH:
                    setattr(self, way, _looking(wanted, way, getattr(self._full, way)))
                self.sub = _replacing(wanted, self._full.sub)
        return self._full

    def __repr__(self) -> str:
        return f"expression({self._made[0]!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Waiting, self._made)


def _looking(wanted: literals.Literals, way: str, search: Callable[..., Any]) -> Callable[..., Any]:
    """A way of searching that looks for the literals first."""
    nothing = _NOTHING[way]

    def looking(text: str, *places: int) -> Any:
        if not places and (low := literals.told_apart(text)) is not None:
            for one in wanted:
                if one in low:
                    break
            else:
                return nothing()
        return search(text, *places)

    return looking


def _replacing(wanted: literals.Literals, sub: Callable[..., str]) -> Callable[..., str]:
    """`sub`, that looks for the literals first."""

    def replacing(instead: Any, text: str, count: int = 0) -> str:
        if (low := literals.told_apart(text)) is not None:
            for one in wanted:
                if one in low:
                    break
            else:
                return text
        return sub(instead, text, count)

    return replacing


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
