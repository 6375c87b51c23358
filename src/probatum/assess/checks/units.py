"""Do units, frequencies and doses agree with the sources?"""

from __future__ import annotations

from typing import Final

from probatum.assess.case import Case, key
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import expression
from probatum.text.quantities import Quantity

_LOOSE = frozenset(
    ("patients", "points", "times", "studies", "trials", "reviews", "groups", "arms", "items", "events", "pairs")
)
"""Words that may stand for what a number counts without being its unit."""
_SOURCES = frozenset(("studies", "trials", "reviews"))
_GENERAL = frozenset(("patients",))
_SPECIAL = frozenset(("adults", "children", "women", "men", "infants", "controls", "users"))
_SILENT = frozenset(("p", "level", "year", "label", "ratio"))


@check(
    name="units",
    purpose="The unit beside a number, and how often a dose is taken, agree with the supports.",
    source="Institute for Safe Medication Practices, List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def units(case: Case) -> Answer:
    """Number differs when the same number carries another unit, or the same dose another frequency."""
    if not case.statement.supports:
        return None
    seen = 0
    for claim in case.claims:
        for quantity in claim.quantities:
            if quantity.unit and quantity.kind not in _SILENT:
                seen += 1
                fault = _unit(case, quantity)
                if fault:
                    return Verdict.NUMBER_DIFFERS, fault
        for dose in claim.doses:
            fault = _dose(case, dose)
            if fault:
                return Verdict.NUMBER_DIFFERS, fault
    return (Verdict.SUPPORTED, f"{seen} units agree with the supports") if seen else None


def _unit(case: Case, quantity: Quantity) -> str:
    if any(key(n) in case.calculated for n in quantity.numbers):
        given = {c.unit for c in case.statement.calculation if c.unit}
        if not given or quantity.unit in given or quantity.unit in _LOOSE:
            return ""
    if quantity.word and quantity.unit in _LOOSE:
        return ""
    if any(quantity.unit == unit and key(quantity.value) == number for number, unit in case.given_units):
        return ""  # the asker's own weight or age, of which the statement calculates
    if quantity.unit in _SOURCES and quantity.value <= len(case.records):
        return ""  # the sources cited, counted
    same = _sharing(case, quantity)
    if not same or any(_agree(quantity, q) for q in same):
        return ""
    bare = [q for q in same if not q.unit]
    if bare and _named(case, quantity.unit):
        # A table prints its unit in the heading, a list behind its last figure.
        return ""
    if bare and quantity.unit in _LOOSE | _SPECIAL:
        return ""
    if bare and quantity.unit == "%" and any(_share(case, q) for q in bare):
        return ""
    others = ", ".join(sorted({q.unit or "no unit" for q in same}))
    return f"{quantity.text!r}: the supports give this number as {others}"


def _sharing(case: Case, claim: Quantity) -> list[Quantity]:
    wanted = {key(abs(n)) for n in (claim.value, claim.high) if n is not None}
    return [q for number in wanted for q in case.by_number.get(number, ())]


def _agree(claim: Quantity, source: Quantity) -> bool:
    left, right = claim.unit, source.unit
    if left == right:
        return True
    if not right:
        return False
    if left in _GENERAL and (right in _SPECIAL or right in _LOOSE):
        return True
    if left in _LOOSE and right in _LOOSE:
        return True
    if right.startswith(left + "/"):
        # Less is said than the source says: `the 300 mg group` for 300 mg/day.
        return True
    tail = left.split("/", 1)
    # `150 mg daily` read as mg/day where the source gives its frequency in other words: the dose is judged below.
    return (
        len(tail) == 2 and tail[0] == right and tail[1] in ("day", "week", "month") and source.kind in ("dose", "range")
    )


def _named(case: Case, unit: str) -> bool:
    head = unit.split("/")[0].lower()
    return any(head in source.lower for source in case.sources) or any(q.unit == unit for q in case.source_quantities)


def _share(case: Case, quantity: Quantity) -> bool:
    """Whether a bare figure in brackets is the share that the count before it is of one of the supports' totals: a
    cell `33 (71.7)` under `n = 46` prints a share without its sign."""
    printed = quantity.text.strip()
    counts = (float(found["count"]) for q in case.quotes for found in _CELL.finditer(q) if found["share"] == printed)
    near = 0.5 * 10.0 ** -len(printed.partition(".")[2]) + 1e-9
    totals = [n for n in case.by_number if n >= 1]
    return any(abs(100 * count / n - quantity.value) <= near for count in counts for n in totals if n >= count)


_CELL: Final = expression(r"(?<![\d.])(?P<count>\d{1,6}) ?\((?P<share>\d{1,3}(?:\.\d{1,2})?)\)")


def _dose(case: Case, dose: Dose) -> str:
    if dose.frequency_per_day is None:
        return ""
    wanted = round(dose.frequency_per_day, 6)
    if dose.daily_total is not None and any(key(n) in case.calculated for n in (dose.amount, dose.daily_total)):
        return ""
    same = [d for s in case.sources for d in s.doses if key(d.amount) == key(dose.amount) and d.unit == dose.unit]
    stated = [d for d in same if d.frequency_per_day is not None]
    if any(round(d.frequency_per_day or 0, 6) == wanted for d in stated):
        return ""
    if stated:
        return f"{dose.text!r}: the supports give this dose as {stated[0].text!r}"
    if any(round(f, 6) == wanted for s in case.sources for f in doses.frequencies(s.text)):
        return ""
    return f"{dose.text!r}: no support says how often this dose was taken" if same else ""
