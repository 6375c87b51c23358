"""Scores: whether a direction for people of some score is for those of another one than a question tells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless
from probatum.text.results import NO_AGE

_VALUES: Final = (
    rf"(?P<values>{NO_AGE}"
    r"\d{1,3}(?:(?:, ?(?:or )?| (?:or|and|to) |-|–)\d{1,3}){0,4}"
    r"(?: or (?:more|above|higher|less|below|lower))?)(?! ?%|\w|\.\d)"
)
_TOLD: Final = caseless(rf"\b(?P<name>[a-z][a-z0-9₂-]{{2,20}}) scores? of {_VALUES}")
"""How a source tells of a score: `an A score of 0, 1 or 2`."""
_NUMBER: Final = caseless(r"\d{1,3}")
_RANGE: Final = caseless(r"(\d{1,3}) ?(?:to|-|–) ?(\d{1,3})")
MOST: Final = 100


def may_tell(asked: str) -> bool:
    """Whether a question holds a figure, without which it tells of no score."""
    return _NUMBER.search(asked) is not None


def another(asked: str, told: str) -> bool:
    """Whether a text is for people of some score, and the question tells of a score of that name that is none of it; of
    several scores in one text, none of those that the question tells."""
    if not may_tell(asked):
        return False
    met = [bool(values & own) for name, values in _scores(told) if (own := _of(asked, name))]
    return bool(met) and not any(met)


def same(asked: str, told: str) -> bool:
    """Whether a text is for people of a score that the question tells."""
    return any(values & _of(asked, name) for name, values in _scores(told))


def untold(asked: str, told: str) -> bool:
    """Whether a text is for people of some score, of which the question tells nothing."""
    every = _scores(told)
    return bool(every) and not any(_of(asked, name) for name, _ in every)


@lru_cache(maxsize=4096)
def _scores(text: str) -> tuple[tuple[str, frozenset[int]], ...]:
    return tuple((m["name"].lower(), _values(m["values"])) for m in _TOLD.finditer(text))


@lru_cache(maxsize=256)
def _of(text: str, name: str) -> frozenset[int]:
    """The values that a question tells of the score of that name."""
    found = re.search(
        rf"(?<![\w-]){re.escape(name)}(?: scores?)?(?: (?:of|is|was|at|=|:)|:| =)? ?{_VALUES}", text, re.IGNORECASE
    )
    return _values(found["values"]) if found else frozenset()


def _values(text: str) -> frozenset[int]:
    """Every value that is meant: `2 or more` is all from 2."""
    numbers = {int(n) for n in _NUMBER.findall(text)}
    for low, high in _RANGE.findall(text):
        numbers |= set(range(int(low), min(int(high), MOST) + 1))
    said = text.lower()
    if said.endswith(("more", "above", "higher")):
        numbers |= set(range(max(numbers), MOST))
    elif said.endswith(("less", "below", "lower")):
        numbers |= set(range(min(numbers)))
    return frozenset(numbers)
