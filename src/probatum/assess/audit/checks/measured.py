"""Is a result told in the unit in which the source measured it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text.expressions import caseless, expression

_SIZES: Final = {
    "l": ("volume", 1e3), "litre": ("volume", 1e3), "liter": ("volume", 1e3), "ml": ("volume", 1.0),
    "millilitre": ("volume", 1.0), "milliliter": ("volume", 1.0), "kg": ("mass", 1e6), "g": ("mass", 1e3),
    "gram": ("mass", 1e3), "mg": ("mass", 1.0), "milligram": ("mass", 1.0), "mcg": ("mass", 1e-3),
    "\u03bcg": ("mass", 1e-3), "microgram": ("mass", 1e-3), "ng": ("mass", 1e-6), "pg": ("mass", 1e-9),
    "cm": ("length", 10.0), "centimetre": ("length", 10.0), "centimeter": ("length", 10.0), "mm": ("length", 1.0),
    "millimetre": ("length", 1.0), "millimeter": ("length", 1.0), "\u03bcm": ("length", 1e-3), "nm": ("length", 1e-6),
    "mmol": ("amount", 1.0), "\u03bcmol": ("amount", 1e-3), "nmol": ("amount", 1e-6), "pmol": ("amount", 1e-9),
}  # fmt: skip
"""What a unit measures, and how much of it."""
_MEASURED: Final = caseless(
    r"(?<![\w.,])(?P<number>[0-9]{1,6}(?:,[0-9]{3})?(?:\.[0-9]{1,4})?)[\s-]?"
    r"(?P<unit>millilit(?:re|er)|lit(?:re|er)|milligram|microgram|gram|(?:centi|milli)met(?:re|er)|[mn\u03bcp]mol|ml|mcg"
    r"|mg|\u03bcg|ng|pg|kg|g|l|cm|mm|\u03bcm|nm)s?(?P<per>\s?/\s?(?:dl|ml|l))?(?![\w/])"
)
_DIGITS: Final = 3
"""Digits from which a number is taken to be the same measurement wherever it stands."""
_LASTING: Final = caseless(
    r"(?<![\w.,])(?P<number>[0-9]{1,4}\.[0-9]{1,2})[\s-]?"
    r"(?P<unit>seconds|secs?|s|minutes|mins?|hours|hrs?|h|days|weeks|wks?|months|years|yrs?)(?![\w])"
)
"""A span of time with a decimal, which no other measurement is likely to share."""
_SPANS: Final = {"s": "seconds", "mi": "minutes", "h": "hours", "d": "days", "w": "weeks", "mo": "months", "y": "years"}
_PER: Final = expression(
    r"(?<![\w.,])(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3})?)\s?(?:mg|g|mcg|\u03bcg|IU)/"
    r"(?P<per>kg|m2|m\u00b2|m\(2\)|m\^2)(?!\w)"
)
"""A dose by weight or by body surface."""


@probe(
    name="measured",
    order=81,
    purpose="A volume, mass, length, concentration or span of time is told in the unit in which the source has it, a "
    "dose by weight not as one by body surface: 2,134 ml is not 2,134 litres.",
    source="Institute for Safe Medication Practices. List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def measured(case: Cited) -> Opinion | None:
    """Number differs where the source has the number in another unit of the same kind alone."""
    for number, unit, per, written in _read(case.text):
        if len(number.replace(".", "")) < _DIGITS:
            continue
        there = [
            (u, other, told)
            for source in case.sources
            for u in source.units
            for same, other, by, told in _read(u.text)
            if same == number and by == per and _SIZES[other][0] == _SIZES[unit][0]
        ]
        if there and all(_SIZES[other][1] != _SIZES[unit][1] for _, other, _ in there):
            return _differs(*there[0], written)
    return _in_another(case, _spans) or _in_another(case, _per)


def _in_another(case: Cited, read: Callable[[str], dict[str, tuple[str, str]]]) -> Opinion | None:
    """A number whose unit is another wherever the source prints the number at all."""
    for number, (unit, written) in read(case.text).items():
        value = float(number)
        holding = [u for s in case.sources for u in s.units if any(f.value == value for f in u.figures)]
        told = [(u, read(u.text).get(number)) for u in holding]
        if told and all(found is not None and found[0] != unit for _, found in told):
            where, found = told[0]
            return _differs(where, unit, found[1] if found else "", written)
    return None


def _spans(text: str) -> dict[str, tuple[str, str]]:
    """Each span of time with a decimal: its number -> its unit, and as written."""
    made: dict[str, tuple[str, str]] = {}
    for found in _LASTING.finditer(text):
        unit = found["unit"].lower()
        made[found["number"]] = (_SPANS[unit[:2] if unit[:2] in _SPANS else unit[:1]], found[0])
    return made


def _per(text: str) -> dict[str, tuple[str, str]]:
    """Each dose by weight or body surface: its number -> by which, and as written."""
    return {m["number"]: ("weight" if m["per"] == "kg" else "surface", m[0]) for m in _PER.finditer(text)}


def _differs(unit: Unit, _other: str, told: str, written: str) -> Opinion:
    return Opinion(Fault.DOSE, f"the source gives {told}, not {written}", (unit.span,), told)


def _read(text: str) -> list[tuple[str, str, str, str]]:
    """Each measured number without its commas, its unit, the volume that it is told of, and all as written."""
    return [
        (m["number"].replace(",", ""), m["unit"].lower(), "".join((m["per"] or "").lower().split()), m[0])
        for m in _MEASURED.finditer(text)
    ]
