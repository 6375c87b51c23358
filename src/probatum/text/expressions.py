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
        """A way of searching, made at its first use: of most expressions one or two are used."""
        if name.startswith("__") or name in ("_full", "_wanted"):  # copying and pickling look for these
            raise AttributeError(name)
        if "_wanted" not in self.__dict__:
            self._wanted = () if self._made[1] & re.VERBOSE else literals.needed(self._made[0])
        full, wanted = self.__dict__.get("_full"), self._wanted
        if full is None and wanted and name in (*_NOTHING, "sub"):
            made = _before(wanted, name, lambda *given: getattr(self._compiled(), name)(*given))
        else:
            full = full or self._compiled()
            made = getattr(full, name)
            if 0 < len(wanted) <= FEW and name in (*_THROUGH, "sub"):
                made = _before(wanted, name, made)
        if name in _TAKEN:
            self.__dict__[name] = made
        return made

    def _compiled(self) -> re.Pattern[str]:
        """The compiled expression, whose own ways of searching take from now on the place of those that waited."""
        if "_full" not in self.__dict__:
            self._full = re.compile(*self._made)
            for taken in _TAKEN:
                self.__dict__.pop(taken, None)
        return self._full

    def __repr__(self) -> str:
        return f"expression({self._made[0]!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Waiting, self._made)


def _before(wanted: literals.Literals, way: str, search: Callable[..., Any]) -> Callable[..., Any]:
    """A way of searching, or `sub`, that looks for the literals first."""
    return _replacing(wanted, search) if way == "sub" else _looking(wanted, way, search)


def _looking(wanted: literals.Literals, way: str, search: Callable[..., Any]) -> Callable[..., Any]:
    """A way of searching that looks for the literals first."""
    nothing = _NOTHING[way]

    def looking(text: str, *places: int) -> Any:
        if places:
            return search(text, *places)
        same, low = literals.lately
        if text is not same:
            low = literals.told_apart(text)
        if low is not None:
            for one in wanted:
                if one in low:
                    break
            else:
                return nothing()
        return search(text)

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
