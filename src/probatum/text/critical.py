"""Critical: values that are dangerous in themselves, whatever the medicine, and are therefore told first.

A critical value is one with which life is in danger unless something is done at once (Lundberg 1972). Limits in blood
chemistry are the means of US centres (Kost 1990, PMID 2296127), but for a low glucose, where they are the level that
the International Hypoglycaemia Study Group calls clinically important (below 3.0 mmol/L or 54 mg/dL,
doi:10.2337/dc16-2215). For platelets, neutrophils
and lithium they are those at which hospital laboratories telephone at once (20 and 0.5 x 10^9/L; 1.5 mmol/L), for an
INR that above which vitamin K is given without bleeding (Keeling 2011, doi:10.1111/j.1365-2141.2011.08753.x), and
for other levels of medicines those of PMC11106295. A value in a study or beside a threshold that is asked about is
nobody's.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.text.expressions import caseless


class _Limit(NamedTuple):
    """`low`: from there downwards, `high`: from there upwards it is critical."""

    said: str
    unit: str
    low: float | None = None
    high: float | None = None
    beyond: bool = False
    """Whether the limit itself is not critical yet."""


_CELLS: Final = "x 10^9/L"
_EITHER: Final = "glucose of either unit"
_MG_DL: Final = 53.0
"""A glucose up to this is critical in mg/dL as well."""
_BOTH: Final = "without a unit: in mmol/L it is dangerously high, in mg/dL dangerously low"
_LIMITS: Final = {
    "potassium": _Limit("potassium", "mmol/L", 2.8, 6.2),
    "sodium": _Limit("sodium", "mmol/L", 120, 158),
    "calcium": _Limit("calcium", "mmol/L", 1.65, 3.22),
    "calcium in mg/dl": _Limit("calcium", "mg/dL", 6.6, 12.9),
    "glucose": _Limit("glucose", "mmol/L", 2.9, 26.9),
    "glucose in mg/dl": _Limit("glucose", "mg/dL", 53, 484),
    _EITHER: _Limit("glucose", "mmol/L", None, 26.9),
    "haemoglobin": _Limit("haemoglobin", "g/L", 66),
    "haemoglobin in g/dl": _Limit("haemoglobin", "g/dL", 6.6),
    "platelets": _Limit("platelets", _CELLS, 20),
    "neutrophils": _Limit("neutrophils", _CELLS, 0.5, beyond=True),
    "INR": _Limit("INR", "", None, 8, beyond=True),
    "lithium level": _Limit("lithium level", "mmol/L", None, 1.5, beyond=True),
    "digoxin level": _Limit("digoxin level", "ng/mL", None, 2.5, beyond=True),
    "digoxin level in nmol/l": _Limit("digoxin level", "nmol/L", None, 3, beyond=True),
    "phenytoin level in mg/l": _Limit("phenytoin level", "mg/L", None, 40, beyond=True),
    "carbamazepine level in mg/l": _Limit("carbamazepine level", "mg/L", None, 20, beyond=True),
    "valproate level in mg/l": _Limit("valproate level", "mg/L", None, 200, beyond=True),
    "theophylline level in mg/l": _Limit("theophylline level", "mg/L", None, 20, beyond=True),
}


class Critical(NamedTuple):
    """`said`: the value, `limit`: from where it is critical, `note`: its unit, and that it was assumed where none is
    told."""

    said: str
    limit: str
    note: str = ""


def told(text: str, values: tuple[str, ...]) -> tuple[Critical, ...]:
    """The critical ones of the values that a text tells of somebody."""
    if _NOBODY.search(text):
        return ()
    found: list[Critical] = []
    for one in values:
        name, _, figure = one.rpartition(" ")
        limit = _LIMITS.get(name)
        if limit is not None and (beyond := _beyond(limit, float(figure))):
            either = name == _EITHER and float(figure) <= _MG_DL
            unit = (
                f"{'in' if _has_unit(text, figure) else 'read in'} {limit.unit.removeprefix('x ')}"
                if limit.unit
                else ""
            )
            found.append(Critical(f"{limit.said} {figure}", beyond, _BOTH if either else unit))
    return tuple(found)


_NOBODY: Final = caseless(
    r"\b(?:trials?|stud(?:y|ies|ied)|cohorts?|participants|mean|median|threshold|cut-?off|at (?:what|which)|incidence"
    r"|prevalence|how (?:often|common)|fluids?|infusions?|drip)\b"
)


def _beyond(limit: _Limit, value: float) -> str:
    below, above = ("below", "above") if limit.beyond else ("and less", "and more")
    if limit.low is not None and (value < limit.low or (value == limit.low and not limit.beyond)):
        return _worded(limit, limit.low, below)
    if limit.high is not None and (value > limit.high or (value == limit.high and not limit.beyond)):
        return _worded(limit, limit.high, above)
    return ""


def _worded(limit: _Limit, figure: float, side: str) -> str:
    told = f"{figure:g} {limit.unit}".strip()
    return f"{side} {told}" if limit.beyond else f"{told} {side}"


_TOLD: Final = caseless(r" ?(?:m(?:mol|eq|g)|ng|nmol|g ?/|mcg|ug|\u00b5g|\u03bcg|x ?10|\*|/)")


def _has_unit(text: str, figure: str) -> bool:
    """Whether a figure stands before a unit in a text."""
    at = text.find(figure)
    return at >= 0 and _TOLD.match(text, at + len(figure)) is not None
