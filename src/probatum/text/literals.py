"""Literals: letters that stand in everything that a regular expression can match, read off its source.

A text that holds none of them needs no search: a look for a few letters takes a fraction of the time, and an expression
whose letters never occur need not even be compiled. What cannot be told from the source is left open: then it is
searched as ever.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

MOST: Final = 400
"""Literals of one expression; of more it is left open."""
SHORTEST: Final = 2
"""Letters of a literal: a lone one stands in every text."""
_PART: Final = re.compile(
    r"[^\\\[\](){}.*+?|^$]+(?:\|[^\\\[\](){}.*+?|^$]+)*"
    r"|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)|\[\^?\]?(?:[^\]\\]|\\.)*\]"
    r"|\((?:\?(?:[:=!]|<[=!]|P<\w+>))?|[*+?][?+]?|\{\d*,?\d*\}[?+]?|.",
    re.DOTALL,
)
"""The parts of a source: letters in a row, with the alternatives behind that are nothing else; an escape, a class, the
beginning of a group, a repeat, any other sign."""
_LOOKS: Final = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
_NOTHING_WIDE: Final = frozenset(("^", "$", "\\b", "\\B", "\\A", "\\Z"))
_REPEATS: Final = frozenset("*+?{")

_TAKEN_FOR_ANOTHER: Final = "\u0130\u0131\u017f"

Literals = tuple[str, ...]
"""Of which one stands in every match; none where that is not known."""


class _Row(NamedTuple):
    """What stands before a group that is being read."""

    others: list[Literals]
    """What the alternatives before need."""
    best: Literals
    run: str
    """Letters in a row, up to here."""
    opened: str


def needed(source: str) -> Literals:
    """Literals in lower case of which at least one stands, in some case, in every text that the expression matches.

    Empty where none is sure; `told_apart` says in which texts they can be looked for. The source must not be one in
    which blanks do not count (`re.VERBOSE`).
    """
    rows: list[_Row] = []
    others, best, run = list[Literals](), Literals(), ""
    for part, then in pairwise([*_PART.findall(source), ""]):
        first, repeat = part[0], then if then[:1] in _REPEATS else ""
        if first in _REPEATS or part in _NOTHING_WIDE:
            continue
        if first == "(":
            if repeat:
                return ()  # inline flags, conditions, references
            rows.append(_Row(others, best, run, part))
            others, best, run = [], (), ""
        elif first == "|":
            others.append(_better(best, run))
            best, run = (), ""
        elif first == ")":
            if not rows:
                return ()
            others.append(_better(best, run))
            own = _either(others)
            others, best, run, opened = rows.pop()
            if opened not in _LOOKS:
                best, run = _better(best, run), ""
                if own and _least(repeat) and _worth(own) > _worth(best):
                    best = own
        elif first in ".[" or (first == "\\" and part[1:].isalnum()):
            if run:
                best, run = _better(best, run), ""
        else:
            letters = part[1:] if first == "\\" else part
            if "|" in letters and first != "\\":
                first, *between, letters = part.split("|")
                others.append(_better(best, run + first) if first.isascii() else _better(best, run))
                others += [(one.lower(),) if one.isascii() else () for one in between]
                best, run = (), ""
            if letters.isascii():
                run += letters if not repeat or _least(repeat) else letters[:-1]
                if not repeat:
                    continue
            best, run = _better(best, run), ""
    found = () if rows else _either([*others, _better(best, run)])
    return found if len(found) <= MOST and _worth(found)[0] >= SHORTEST else ()


def told_apart(text: str) -> str | None:
    """The text in lower case, for a look for literals; None for a text in which that is not sure: where case does not
    count, an i with another dot or none and a long s are taken for an i and an s."""
    global lately
    same, low = lately
    if text is not same:
        low = None if not text.isascii() and any(sign in text for sign in _TAKEN_FOR_ANOTHER) else text.lower()
        lately = text, low
    return low


lately: tuple[str, str | None] = "", ""
"""The text that was asked about last, and its answer: many expressions look at one text."""


def _least(repeat: str) -> bool:
    """Whether what is repeated stands there at least once."""
    return repeat[:1] not in ("*", "?") and not repeat.startswith(("{0", "{,"))


def _worth(literals: Literals) -> tuple[int, int]:
    """Long literals tell most, then few of them."""
    return (min(map(len, literals)), -len(literals)) if literals else (0, 0)


def _better(best: Literals, run: str) -> Literals:
    """The better of what a row needs and its last letters."""
    if not run:
        return best
    return (run.lower(),) if not best or (len(run), -1) > _worth(best) else best


def _either(parts: list[Literals]) -> Literals:
    """What is needed by alternatives; none where one of them needs nothing."""
    return tuple(dict.fromkeys(one for part in parts for one in part)) if all(parts) else ()
