"""Texts that make a careless expression slow: every repeated part of it again and again, and an end that does not fit.

An expression in which a repeat stands in a repeat, or two beside each other that take the same letters, tries every way
to divide what they take. The texts are made from the expression itself (its parse tree), so that a new one needs
no case.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from signal import ITIMER_VIRTUAL, SIGVTALRM, setitimer, signal
from time import thread_time
from types import FrameType
from typing import Any, Final

from probatum.text import expressions

SIZES: Final = (10, 16, 20, 24, 120, 600)
"""Lengths tried in turn: what is exponential shows at the first, what is cubic at the second."""
LIMIT: Final = 60
"""How many times what the reference takes, a text of any of these lengths may take."""
_REFERENCE: Final = (re.compile("a*b"), "a" * 4000)
"""A square by nature, read in about five thousandths of a second: not seconds but this, at the same moment and on the
same machine, is the measure, so that a busy or a slow machine finds no bomb where there is none."""
_CUT: Final = 3.0
"""Seconds of processor time after which a reading is cut: a bomb fails its test, and hangs none."""
MOST: Final = 16
"""Pumped texts of one expression."""
_LETTERS: Final = " a1.,-(%A\t\n;:'x0/_\u201c\u00e9"
_PLAIN: Final = (" ", "a", "1", "a ", "1, ", "A. ", "(")
_END: Final = "\x00!"
_REPEATS: Final = (constants.MAX_REPEAT, constants.MIN_REPEAT)


@cache
def collected(package: str) -> dict[tuple[str, int], str]:
    """Every expression that the modules of a package keep, with its flags and the module."""
    home = importlib.import_module(package)
    made: dict[tuple[str, int], str] = {}
    for name in (package, *(m.name for m in pkgutil.walk_packages(home.__path__, f"{package}."))):
        for value in vars(importlib.import_module(name)).values():
            made |= {(found.pattern, found.flags & ~re.UNICODE): name for found in _within(value)}
    return made


def _within(value: object) -> Iterator[re.Pattern[str]]:
    """The expressions that a value is or holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, expressions._Waiting):
        yield re.compile(*value._made) if "_made" in vars(value) else value  # type: ignore[misc]
    elif isinstance(value, dict):
        for held in value.values():
            yield from _within(held)
    elif isinstance(value, tuple | list | set | frozenset):
        for held in value:
            yield from _within(held)


def suspicious(source: str, flags: int) -> bool:
    """True where repeats could share what they take: two long ones at least. One alone costs a square at most."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _long(_tree(source, flags)) >= 2


@lru_cache(maxsize=1)
def _tree(source: str, flags: int) -> Any:
    """The parse tree: what is suspicious is asked for texts next."""
    return parser.parse(source, flags)


def _long(tree: Iterable[Any]) -> int:
    """How many repeats of twenty and more the nodes hold."""
    count = 0
    for kind, value in tree:
        if kind in _REPEATS:
            count += (value[1] >= 20) + _long(value[2])
        elif kind is constants.SUBPATTERN:
            count += _long(value[3])
        elif kind is constants.BRANCH:
            count += max(_long(branch) for branch in value[1])
        elif kind in (constants.ASSERT, constants.ASSERT_NOT):
            count += _long(value[1])
    return count


def slowest(source: str, flags: int) -> tuple[float, str]:
    """The most that one of the texts takes, as times the reference, and how that text begins."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compiled, tree = re.compile(source, flags), _tree(source, flags)
    made: dict[tuple[str, str], None] = {}
    for pump in _pumps(tree, ""):
        made.setdefault(pump)
        if len(made) >= MOST:
            break
    worst = (0.0, "")
    for before, again in (*made, *(("", plain) for plain in _PLAIN)):
        for size in SIZES:
            text = before[:40] + again * (size // len(again) + 1) + _END
            taken = _times(compiled, text)
            worst = max(worst, (taken, text[:60]))
            if taken > LIMIT:
                return worst
    return worst


def _times(compiled: re.Pattern[str], text: str) -> float:
    """How many times what the reference takes; the least of three where it is beyond what is allowed."""
    least = _taken(compiled, text) / _usual()
    for _ in range(2):
        if least > LIMIT:
            least = min(least, _taken(compiled, text) / _taken(*_REFERENCE))
    return least


@cache
def _usual() -> float:
    """What the reference takes here, seconds: the least of five."""
    return min(_taken(*_REFERENCE) for _ in range(5))


def _taken(compiled: re.Pattern[str], text: str) -> float:
    """Seconds of processor time of this thread that every match in a text takes."""
    kept = signal(SIGVTALRM, _too_long)
    setitimer(ITIMER_VIRTUAL, _CUT)
    begun = thread_time()
    try:
        for _ in compiled.finditer(text):
            pass
    except TimeoutError:
        return _CUT
    finally:
        setitimer(ITIMER_VIRTUAL, 0)
        signal(SIGVTALRM, kept)
    return thread_time() - begun


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _pumps(tree: Iterable[Any], before: str, inside: bool = False) -> Iterator[tuple[str, str]]:
    """What stands before a repeat, and what it repeats, from the outermost repeat inwards."""
    nodes = list(tree)
    for at, (kind, value) in enumerate(nodes):
        ahead = before + _sample(nodes[:at], 1)
        if kind in _REPEATS:
            if value[1] >= 8 or inside:
                for way in (1, 0, 2):
                    body = _sample(value[2], way)
                    if body:
                        yield from ((ahead, body), ("", ahead + body), (ahead, f"{body} "))
            yield from _pumps(value[2], ahead, True)
        elif kind is constants.SUBPATTERN:
            yield from _pumps(value[3], ahead, inside)
        elif kind is constants.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, ahead, inside)
        elif kind in (constants.ASSERT, constants.ASSERT_NOT):
            yield from _pumps(value[1], ahead, inside)


def _sample(tree: Iterable[Any], way: int) -> str:
    """A text that the nodes take; `way` chooses among branches and whether what may lack is there."""
    made: list[str] = []
    for kind, value in tree:
        if kind is constants.LITERAL:
            made.append(chr(value))
        elif kind in (constants.ANY, constants.NOT_LITERAL):
            made.append("b" if value == ord("a") else "a")
        elif kind is constants.IN:
            made.append(_letter(value))
        elif kind is constants.BRANCH:
            made.append(_sample(value[1][way % len(value[1])], way))
        elif kind is constants.SUBPATTERN:
            made.append(_sample(value[3], way))
        elif kind in _REPEATS:
            made.append(_sample(value[2], way) * max(value[0], min(1, way)))
    return "".join(made)


def _letter(items: Sequence[Any]) -> str:
    """A letter of a class, a common one where it can be."""
    negated = bool(items) and items[0][0] is constants.NEGATE
    for letter in _LETTERS:
        if any(_takes(item, letter) for item in items) != negated:
            return letter
    kind, value = items[-1]
    return chr(value[0] if kind is constants.RANGE else value) if kind is not constants.CATEGORY else "a"


def _takes(item: tuple[Any, Any], letter: str) -> bool:
    kind, value = item
    if kind is constants.LITERAL:
        return bool(value == ord(letter))
    if kind is constants.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    if kind is constants.CATEGORY:
        name = str(value)
        told = {"DIGIT": letter.isdigit(), "SPACE": letter.isspace(), "WORD": letter.isalnum() or letter == "_"}
        return any(name.endswith(word) and holds != name.endswith(f"NOT_{word}") for word, holds in told.items())
    return False
