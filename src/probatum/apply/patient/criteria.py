"""Criteria: directions for people who meet so many of a list, `at least 2 of these 3: age 80 years or more, body weight
60 kg or less, serum creatinine 1.5 mg/dl or more`, set beside what a question tells of age, weight and creatinine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.model import Calculation
from probatum.text.body import MICROMOLES
from probatum.text.expressions import caseless, expression

_COUNTS: Final = {"one": 1, "two": 2, "three": 3, "any": 1}
LIST: Final = caseless(
    r"\b(?:at least|any) (?P<least>\d|one|two|three) of (?:these|the following|the)(?: (?:\d|two|three|four|five|six))?"
    r"(?: (?:criteria|conditions|factors|characteristics|features|signs))?:? (?P<items>(?:[^.;]|\.(?=\d))+)"
)
_APART: Final = expression(
    r",\s*(?:and |or )?|\s+(?:and|or)\s+(?!(?:more|less|above|below|over|under|older|younger)\b)"
)
_LESS: Final = caseless(
    r"\b(?:or|and) (?:less|below|under|younger)|\b(?:below|under|less than|at most|up to)\b|[<\u2264]"
)
_FIGURE: Final = expression(r"\d+(?:\.\d+)?")
CREATININE: Final = caseless(
    r"\bcreatinine(?! clearance)\b(?! (?:or|and|ratio)\b)(?:[^.;,]|\.(?=\d)|,(?=\d)){0,60}?\d(?:[^.;,]|\.(?=\d)){0,40}"
)
"""A limit of the creatinine in blood."""


class Told(NamedTuple):
    """What is told of a patient, in the units in which labels count; None for what is not told."""

    years: float | None = None
    kilograms: float | None = None
    creatinine: float | None = None
    """mg/dl"""
    micromoles: float | None = None
    """The same creatinine, where it was told in umol/l."""


class Item(NamedTuple):
    """One criterion: its name, its limit, the value told (None for none), and whether it is met (None: not known)."""

    name: str
    limit: str
    value: float | None
    met: bool | None


class Judged(NamedTuple):
    """A list of criteria beside a patient."""

    least: int
    items: tuple[Item, ...]
    told: Told

    @property
    def fits(self) -> bool | None:
        """Whether enough are met; None where that depends on what is not told."""
        met = sum(item.met is True for item in self.items)
        if met >= self.least:
            return True
        return None if met + sum(item.met is None for item in self.items) >= self.least else False


def judged(text: str, told: Told) -> Judged | None:
    """The list of a direction beside what is told; None where it holds no list or an item of another sort."""
    found = LIST.search(text)
    if found is None:
        return None
    items = [_item(part.strip(), told) for part in _APART.split(found["items"]) if part and part.strip()]
    read = tuple(item for item in items if item is not None)
    if len(read) < 2 or len(read) < len(items):
        return None
    word = found["least"].lower()
    return Judged(_COUNTS.get(word) or int(word), read, told)


class Either(NamedTuple):
    """Two doses of a direction and what decides between them: `5 mg, or 2.5 mg from 80 years or at 60 kg or less`."""

    usual: str
    other: str
    made: Judged

    @property
    def dose(self) -> str:
        """The one that is this patient's; empty where that depends on what is not told."""
        return "" if self.made.fits is None else self.other if self.made.fits else self.usual


def either(text: str, told: Told) -> Either | None:
    """The two doses of a direction of which the second holds from an age or to a weight; None where it has none."""
    found = _EITHER.search(text)
    if found is None:
        return None
    parts = _OR_AT.split(found["when"])
    if any(_AT.match(part) and not _SIDE.search(part) for part in parts):
        return None  # which side of `at 60 kg` is meant is not said
    items = tuple(_item(part, told) for part in parts)
    read = tuple(item for item in items if item is not None)
    return Either(found["usual"], found["other"], Judged(1, read, told)) if read and len(read) == len(items) else None


_AMOUNT: Final = r"\d+(?:\.\d+)? ?(?:mg|g|micrograms?)(?: [\w-]+){0,3}?"
_EITHER: Final = caseless(
    rf"(?P<usual>{_AMOUNT}),? or (?P<other>{_AMOUNT}) (?P<when>(?:from|at|above|over|below|under) \d+ "
    r"(?:years|kg)\b[^;.]{0,80})"
)
_AT: Final = caseless(r"at \d")
_SIDE: Final = caseless(r"\bor (?:less|more|below|above|over|older|younger)\b")
_OR_AT: Final = caseless(r",? or (?=(?:from|at|above|over|below|under) \d)")


def within(text: str, creatinine: float) -> bool | None:
    """Whether a creatinine in mg/dl lies within the limit of a text; None where it names none in figures."""
    found = CREATININE.search(text)
    if found is None:
        return None
    figures = [float(n) for n in _FIGURE.findall(re.sub(r"1\.73", "", found[0]))]
    factor = MICROMOLES if re.search(r"mol", found[0]) else 1.0
    value = creatinine * factor
    both = re.search(r"(?i)\b(?:above|over|from|more than)\b.*\b(?:up to|below|to)\b", found[0])
    if both and len(figures) >= 2:
        return figures[0] < value <= figures[1]
    if _LESS.search(found[0]):
        return value <= figures[0]
    return value >= figures[0] if re.search(r"(?i)or (?:more|above|higher)", found[0]) else value > figures[0]


def _item(part: str, told: Told) -> Item | None:
    figure = _FIGURE.search(part)
    if figure is None:
        return None
    for name, words, value in (
        ("age", r"\bage[ds]?\b|\byears\b", told.years),
        ("body weight", r"\bweigh\w*|\bkg\b", told.kilograms),
        ("serum creatinine", r"\bcreatinine(?! clearance)\b", told.creatinine),
    ):
        if re.search(words, part, re.IGNORECASE):
            limit = float(figure[0]) / (MICROMOLES if name == "serum creatinine" and "mol" in part else 1.0)
            met = None if value is None else value <= limit if _LESS.search(part) else value >= limit
            return Item(name, figure[0], value, met)
    return None


_UNITS: Final = {"age": "years", "body weight": "kg", "serum creatinine": "mg/dl"}


def said(made: Judged) -> tuple[str, tuple[Calculation, ...]]:
    """`met: age 82 years, body weight 58 kg; not told: serum creatinine`, with the sums that show it."""
    parts = [
        f"{lead}: {', '.join(_named(item) for item in made.items if item.met is state)}"
        for lead, state in (("met", True), ("not met", False), ("not told", None))
        if any(item.met is state for item in made.items)
    ]
    return "; ".join(parts), tuple(_sums(made))


def _named(item: Item) -> str:
    return item.name if item.value is None else f"{item.name} {item.value:.3g} {_UNITS[item.name]}"


def _sums(made: Judged) -> Iterator[Calculation]:
    if made.told.micromoles is not None and made.told.creatinine is not None:
        yield Calculation(f"{made.told.micromoles:g} / {MICROMOLES}", f"{made.told.creatinine:.3g}", "mg/dl")
    for item in made.items:
        if item.value is not None:
            value = f"{item.value:.3g}"
            yield Calculation(f"{value} - {item.limit}", f"{float(value) - float(item.limit):.4g}", _UNITS[item.name])
