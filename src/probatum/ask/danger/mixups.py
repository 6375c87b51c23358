"""High-risk doses read from `mixups.toml`, and amounts that are many times those that were meant."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from probatum.text import doses
from probatum.text.expressions import expression

ASKED: Final = expression(
    r"\b(?:studied|studies|trials?|incidence|errors? (?:rate|report)|reported|literature|history of)\b|^(?:why|what "
    r"happens)\b",
    re.IGNORECASE,
)
"""Words of questions about what is known of a mix-up, which need no warning."""


class MixUp(msgspec.Struct, frozen=True):
    """A dose, route or unit that must be checked before anything else."""

    name: str
    drug: tuple[str, ...]
    source: str
    read: str
    said: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    per_day: float = 0.0
    """Amount in mg a day above which it holds; 0 where words decide."""
    tablets_per_day: int = 0
    """The same in tablets, where a message counts them: `four co-codamol every 2 hours`."""


@cache
def mixups() -> tuple[MixUp, ...]:
    """Every mix-up, in the order of the file."""
    held = tomllib.loads(files(__package__).joinpath("mixups.toml").read_text("utf-8"))
    return tuple(msgspec.convert(held["mixup"], list[MixUp]))


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def mixed_up(text: str) -> str:
    """The high-risk dose that a question names, with whose rule says so; empty for none."""
    if ASKED.search(text):
        return ""
    for one in mixups():
        if _pattern(one.drug).search(text) and _holds(one, text):
            return f"{one.name} ({one.source})"
    return ""


def _holds(one: MixUp, text: str) -> bool:
    if one.per_day:
        return any(_milligrams_a_day(dose) > one.per_day for dose in doses.read(text))
    if one.tablets_per_day:
        return _tablets_a_day(one, text) > one.tablets_per_day
    return (
        bool(_pattern(one.said).search(text))
        and (not one.needs or bool(_pattern(one.needs).search(text)))
        and not (one.unless and _pattern(one.unless).search(text))
    )


def _milligrams_a_day(dose: doses.Dose) -> float:
    """Daily total in mg; 0 where the amount is no mass, or is by weight, or no frequency is told."""
    scale = {"mg": 1.0, "g": 1000.0}.get(dose.unit, 0.0)
    return 0.0 if dose.per_kg or dose.per_m2 else scale * (dose.daily_total or 0.0)


_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_NUMBER: Final = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"


def _tablets_a_day(one: MixUp, text: str) -> float:
    """Tablets of the drug in 24 hours, by `4 X every 2 hours` or `12 X a day`; 0 where they are not counted so."""
    counted = re.compile(
        rf"\b{_NUMBER} (?:of )?(?:\w+ )?(?:{'|'.join(one.drug)})(?: \w+)?,? (?:(?P<often>every|each) (?:{_NUMBER} )?"
        r"h(?:ou)?rs?|(?:a|per|each|every|in a) day|in 24 hours|daily)\b",
        re.IGNORECASE,
    ).search(text)
    if counted is None:
        return 0.0
    tablets = _number(counted[1])
    return tablets * 24 / _number(counted[3] or "1") if counted["often"] else tablets


def _number(word: str) -> float:
    return float(_NUMBERS.get(word.lower(), 0) or word)
