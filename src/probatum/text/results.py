"""Results: the figure that a text tells of a test, with its unit; an age that stands behind the test is none.

`D-dimer 78 year old 720` tells 720, and `0.72 mg/L FEU` is 720 ug/L. Fibrinogen equivalent units (FEU) are what a bare
mass of D-dimer counts in; D-dimer units (DDU) are others, about half of them by mass, and are never taken for them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless

AGE: Final = (
    r"(?:\d{1,3} ?-?(?:(?:years?|yrs?|yo|y/o|y\.o\.?|y)\b|(?:months?|mths?|mo|weeks?|wks?|days?)[ -]?(?:old|of age)\b)"
    r"|\d{1,3}[MF]\b)"
)
"""An age as it stands in a text: `78yo`, `78-year-old`, `65F`, `3 weeks old`."""
NO_AGE: Final = rf"(?!{AGE})"
"""Before a figure that is to be read as a result."""
_AGES: Final = caseless(rf"\b(?:aged? (?:of )?\d{{1,3}}\b|{AGE})(?:[- ]?old)?")
_FIGURE: Final = caseless(
    r"[\s:=,(]{0,3}(?:(?:levels?|results?|of|is|was|at|now|only|came|back|in|for|an?|the|this|wom[ae]n|man|male|female"
    r"|lady|gentleman|patient|pt)\b[\s:=,(]{0,3}){0,7}"
    r"(?P<value>\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,3})?)(?![\d%/]|[.,]\d)"
    r"(?: ?(?P<unit>(?:ng|ug|mcg|\u00b5g|\u03bcg|mg|g|nmol|pg|micrograms?|nanograms?|milligrams?)"
    r" ?(?:/|per) ?(?:ml|dl|l(?:it(?:re|er))?|millilit(?:re|er))\b))?(?: ?\(?(?P<kind>FEU|DDU)\b)?"
)
_MICRO: Final = (
    (caseless(r"(?:ng|nanograms?)(?:/|per)(?:ml|millilit(?:re|er))"), 1),
    (caseless(r"(?:ug|mcg|\u00b5g|\u03bcg|micrograms?)(?:/|per)l(?:it(?:re|er))?"), 1),
    (caseless(r"(?:ug|mcg|\u00b5g|\u03bcg|micrograms?)(?:/|per)(?:ml|millilit(?:re|er))"), 1000),
    (caseless(r"(?:mg|milligrams?)(?:/|per)l(?:it(?:re|er))?"), 1000),
)
"""Units of mass in a volume, and how many micrograms per litre one of them is."""
LEAST: Final = 20.0
"""Below this a figure without a unit may be in another one than the source counts in."""


class Result(NamedTuple):
    """The figure as it stands, what it is in words of the text, its unit and the kind of that unit, empty where none is
    told."""

    value: float
    said: str
    unit: str = ""
    kind: str = ""

    def times(self, unit: str) -> int | None:
        """By what the figure is multiplied to be one in `unit`, 1 or 1000; None where that is not sure."""
        if self.kind.upper() == "DDU":
            return None
        own, other = _micro(self.unit), _micro(unit)
        if not self.unit:
            return 1 if self.value >= LEAST else None
        return own // other if own and other and own >= other else None


def told(text: str, name: str, years: float | None = None) -> Result | None:
    """The result that a text tells of a test of that name, wherever it names it; `years` is an age that is told, which
    as a bare figure is no result."""
    blank = _AGES.sub(lambda found: " " * len(found[0]), text)
    for at in re.finditer(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", text):
        squeezed = re.sub(r"\s+", " ", blank[at.end() : at.end() + _REACH])
        found = _FIGURE.match(squeezed)
        if found is None:
            continue
        value = float(found["value"].replace(",", ""))
        if value == years and not found["unit"] and not found["kind"] and _AT.search(found[0]):
            continue
        said = found[0][found.start("value") - found.start() :].strip(" (")
        return Result(value, said, (found["unit"] or "").strip(), (found["kind"] or "").upper())
    return None


_REACH: Final = 90
_AT: Final = caseless(r"\bat \d+$")
"""`a D-dimer at 78`: at that age."""


def _micro(unit: str) -> int:
    """How many micrograms per litre one of a unit is; 0 for a unit of another kind."""
    bare = unit.replace(" ", "")
    return next((factor for pattern, factor in _MICRO if pattern.fullmatch(bare)), 0)
