"""Is a result told in the unit in which the source measured it?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text.expressions import caseless

_SIZES: Final = {
    "l": ("volume", 1e3), "litre": ("volume", 1e3), "liter": ("volume", 1e3), "ml": ("volume", 1.0),
    "millilitre": ("volume", 1.0), "milliliter": ("volume", 1.0), "kg": ("mass", 1e6), "g": ("mass", 1e3),
    "gram": ("mass", 1e3), "mg": ("mass", 1.0), "milligram": ("mass", 1.0), "mcg": ("mass", 1e-3),
    "\u03bcg": ("mass", 1e-3), "microgram": ("mass", 1e-3),
}  # fmt: skip
"""What a unit measures, and how much of it."""
_MEASURED: Final = caseless(
    r"(?<![\w.,])(?P<number>[0-9]{1,6}(?:,[0-9]{3})?(?:\.[0-9]{1,4})?)[\s-]?"
    r"(?P<unit>millilit(?:re|er)|lit(?:re|er)|milligram|microgram|gram|ml|mcg|mg|\u03bcg|kg|g|l)s?(?![\w/])"
)
_DIGITS: Final = 3
"""Digits from which a number is taken to be the same measurement wherever it stands."""


@probe(
    name="measured",
    order=81,
    purpose="A volume or mass is told in the unit in which the source has it: 2,134 ml is not 2,134 litres.",
    source="Institute for Safe Medication Practices. List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def measured(case: Cited) -> Opinion | None:
    """Number differs where the source has the number in another unit of the same kind alone."""
    for number, unit, written in _read(case.text):
        if len(number.replace(".", "")) < _DIGITS:
            continue
        there = [
            (u, other, told)
            for source in case.sources
            for u in source.units
            for same, other, told in _read(u.text)
            if same == number and _SIZES[other][0] == _SIZES[unit][0]
        ]
        if there and all(_SIZES[other][1] != _SIZES[unit][1] for _, other, _ in there):
            return _differs(*there[0], written)
    return None


def _differs(unit: Unit, _other: str, told: str, written: str) -> Opinion:
    return Opinion(Fault.DOSE, f"the source gives {told}, not {written}", (unit.span,), told)


def _read(text: str) -> list[tuple[str, str, str]]:
    """Each measured number without its commas, its unit, and both as written."""
    return [(m["number"].replace(",", ""), m["unit"].lower(), m[0]) for m in _MEASURED.finditer(text)]
