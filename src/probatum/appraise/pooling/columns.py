"""Which columns of a table of studies hold what: events and people, means, or estimates; names as people write them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from probatum.appraise.pooling.effects import Array, Counts, Effects, Means

LARGEST: Final = 1e12
"""No figure of a study is larger; what is, is a slip or meant to do harm."""

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "events1": ("ai", "tpos", "xt", "xti", "x1i", "events1", "event1", "evente", "eventse", "eventst", "r1", "e1"),
    "none1": ("bi", "tneg", "nonevents1"),
    "n1": ("n1i", "nt", "nti", "n1", "total1", "ne", "totale", "totalt", "tn"),
    "events2": ("ci", "cpos", "xc", "xci", "x2i", "events2", "event2", "eventc", "eventsc", "r2", "e2"),
    "none2": ("di", "cneg", "nonevents2"),
    "n2": ("n2i", "nc", "nci", "n2", "total2", "totalc", "cn"),
    "mean1": ("m1i", "mean1", "meane", "meant", "m1", "mt"),
    "sd1": ("sd1i", "sd1", "sde", "sdt", "s1"),
    "mean2": ("m2i", "mean2", "meanc", "m2", "mc"),
    "sd2": ("sd2i", "sd2", "sdc", "s2"),
    "y": ("yi", "y", "te", "effect", "estimate", "logor", "logrr", "loghr"),
    "v": ("vi", "v", "variance"),
    "se": ("sei", "se", "sete", "stderr", "standarderror"),
    "low": ("low", "lower", "cilb", "cilow", "cilower", "lcl", "lowerci"),
    "high": ("high", "upper", "ciub", "cihigh", "ciupper", "ucl", "upperci"),
}
"""What a column holds -> the names it may bear, without case, blanks and marks. Arm 1 is the one asked about."""

_SIDES: Final = (
    ("1", ("intervention", "treatment", "treated", "experimental", "exp", "active")),
    ("2", ("comparator", "control", "placebo", "ctrl")),
)
_FULL: Final = {"events": "events", "event": "events", "n": "n", "total": "n", "mean": "mean", "sd": "sd"}


def columns(header: Sequence[str]) -> dict[str, str]:
    """What each known column holds -> its name in `header`; the first that fits counts."""
    found: dict[str, str] = {}
    plain = {name: re.sub(r"[^a-z0-9]", "", name.lower()) for name in header}
    for what, names in NAMES.items():
        for alias in names:
            held = next((name for name in header if plain[name] == alias), None)
            if held is not None:
                found.setdefault(what, held)
    for name in header:  # `events_intervention`, `control total`
        what = _in_words(plain[name])
        if what:
            found.setdefault(what, name)
    return found


def _in_words(plain: str) -> str:
    for side, words in _SIDES:
        for word in words:
            for rest in (plain.removesuffix(word), plain.removeprefix(word)):
                if rest != plain and rest in _FULL:
                    return _FULL[rest] + side
    return ""


def numbers(rows: Sequence[Mapping[str, str | None]], name: str) -> Array:
    """A column as numbers; NaN where a cell holds none."""
    return np.array([_number(row.get(name)) for row in rows], dtype=float)


def _number(cell: str | None) -> float:
    try:
        value = float((cell or "").strip().replace("−", "-").replace("\u2009", ""))
    except ValueError:
        return math.nan
    return value if abs(value) <= LARGEST else math.nan


class Table:
    """Rows of studies with the columns that were recognised."""

    def __init__(self, header: Sequence[str], rows: Sequence[Mapping[str, str | None]]) -> None:
        self.rows = rows
        self.found = columns(header)

    def _has(self, *names: str) -> bool:
        return all(name in self.found for name in names)

    def column(self, what: str) -> Array:
        """The numbers of that kind. Raises KeyError when there is no such column."""
        return numbers(self.rows, self.found[what])

    def counts(self) -> Counts | None:
        """Events and people by arm, from events and totals or from events and non-events; None without them."""
        if not self._has("events1", "events2"):
            return None
        totals = []
        for arm in ("1", "2"):
            if self._has(f"n{arm}"):
                totals.append(self.column(f"n{arm}"))
            elif self._has(f"none{arm}"):
                totals.append(self.column(f"events{arm}") + self.column(f"none{arm}"))
            else:
                return None
        return Counts(self.column("events1"), totals[0], self.column("events2"), totals[1])

    def means(self) -> Means | None:
        """Means, standard deviations and people by arm; None without them."""
        wanted = ("mean1", "sd1", "n1", "mean2", "sd2", "n2")
        return Means(*(self.column(name) for name in wanted)) if self._has(*wanted) else None

    def effects(self) -> Effects | None:
        """Estimates with their variance (or standard error, squared) as they stand; None without them."""
        if not self._has("y"):
            return None
        if self._has("v"):
            return Effects(self.column("y"), self.column("v"))
        return Effects(self.column("y"), self.column("se") ** 2) if self._has("se") else None
