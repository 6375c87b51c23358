"""Are dose, unit, route and frequency those of the source?"""

from __future__ import annotations

from probatum.assess.audit import arms
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault
from probatum.text import doses
from probatum.text.doses import Dose

_MASS = {"g": 1e3, "mg": 1.0, "\u03bcg": 1e-3, "mcg": 1e-3, "ng": 1e-6}


@probe(
    name="doses",
    order=80,
    purpose="Dose, unit, frequency and whether it is per kilogram agree with the source: 3 mg is not 0.3 mg, once "
    "is not twice.",
    source="Institute for Safe Medication Practices. List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def dose(case: Cited) -> Opinion | None:
    """Number differs when the source gives the treatment another dose, or the same dose another frequency."""
    if not case.sources or not case.doses:
        return None
    held = [(s, u, d) for s in case.sources for u, d in _doses(s)]
    if not held:
        return None
    units = [a.unit for _, a in case.best[:6]]
    for claim in case.doses:
        same = [(s, u, d) for s, u, d in held if _amount(claim, d)]
        if not same:
            numbers = [f for f in case.figures if claim.start <= f.start < claim.end]
            if numbers and all(worked_out(case, n, units) for n in numbers):
                continue
            if _printed(case, claim):
                continue
            right = _nearest(case, claim, held)
            if right is None:
                continue
            return Opinion(
                Fault.DOSE, f"the source gives {right[1].text}, not {claim.text}", (right[0].span,), right[1].text
            )
        fault = _frequency(case, claim, same)
        if fault is not None:
            return fault
    return None


def _doses(source: Source) -> list[tuple[Unit, Dose]]:
    held: list[tuple[Unit, Dose]] | None = _KEPT.get(id(source))
    if held is None:
        held = [(u, d) for u in source.units if any(c.isdigit() for c in u.raw) for d in doses.read(u.raw)]
        if len(_KEPT) > 64:
            _KEPT.clear()
        _KEPT[id(source)] = held
    return held


_KEPT: dict[int, list[tuple[Unit, Dose]]] = {}


def _amount(claim: Dose, other: Dose) -> bool:
    """True when two doses are one amount; a daily total may be told for its parts."""
    if claim.per_kg != other.per_kg:
        return False
    mine, there = _scaled(claim), _scaled(other)
    if mine[1] != there[1]:
        return False
    amounts = {there[0], there[0] * (other.high or other.amount) / other.amount if other.amount else 0}
    if other.daily_total and claim.daily_total:
        scale = there[0] / other.amount if other.amount else 1
        amounts |= {other.daily_total * scale} if claim.frequency_per_day in (None, 1) else set()
    return any(abs(mine[0] - a) <= 1e-6 * max(mine[0], a, 1e-9) for a in amounts)


def _scaled(dose_: Dose) -> tuple[float, str]:
    factor = _MASS.get(dose_.unit)
    return (dose_.amount * factor, "mg") if factor else (dose_.amount, dose_.unit)


def _printed(case: Cited, claim: Dose) -> bool:
    """True when amount and unit stand in a source in words that the reader of doses does not take for one."""
    wanted = {
        f"{claim.amount:g}{claim.unit}".lower(),
        f"{claim.amount:g} {claim.unit}".lower(),
        f"{claim.amount:g}-{claim.unit}".lower(),
    }
    for source in case.sources:
        for unit in source.units:
            low = unit.lower.replace(",", "")
            for form in wanted:
                at = low.find(form)
                if at >= 0 and (at == 0 or not (low[at - 1].isdigit() or low[at - 1] == ".")):
                    return True
            if arms._dose_places(f"{claim.amount:g}{claim.unit.lower()}", unit.text):
                return True
    return False


def _nearest(case: Cited, claim: Dose, held: list[tuple[Source, Unit, Dose]]) -> tuple[Unit, Dose] | None:
    """The dose that the source gives the same treatment: of the units that name it those that fit best come first."""
    named = {w for a in case.arms for w in a.words if abs(a.start - claim.start) < 80 or len(case.treatments) == 1}
    rank = {id(a.unit): -a.score for _, a in case.best}
    fitting = [(u, d) for s, u, d in held if d.unit == claim.unit or _scaled(d)[1] == _scaled(claim)[1]]
    naming = [(u, d) for u, d in fitting if named & u.keys]
    if not naming:
        return None
    return min(naming, key=lambda x: (not _tenfold(claim, x[1]), rank.get(id(x[0]), 0.0)))


def _tenfold(claim: Dose, other: Dose) -> bool:
    ratio = _scaled(claim)[0] / (_scaled(other)[0] or 1)
    return any(abs(ratio - r) < 1e-6 for r in (10, 0.1, 100, 0.01, 1000, 0.001))


def _frequency(case: Cited, claim: Dose, same: list[tuple[Source, Unit, Dose]]) -> Opinion | None:
    if claim.frequency_per_day is None:
        return None
    wanted = claim.frequency_per_day
    stated = [(u, d) for _, u, d in same if d.frequency_per_day is not None]
    totals = [d.daily_total for _, _, d in same if d.daily_total]
    if any(abs((d.frequency_per_day or 0) - wanted) < 0.02 * wanted for _, d in stated):
        return None
    if claim.daily_total and any(abs(t - claim.daily_total) < 1e-6 * t for t in totals):
        return None
    own = [d.frequency_per_day for d in case.doses if d is not claim and d.frequency_per_day]
    if wanted == 1 and own and claim.daily_total:
        parts = [d.daily_total for d in case.doses if d is not claim and d.daily_total]
        if any(abs(p - claim.daily_total) < 1e-6 for p in parts):
            return None
    if stated:
        unit, right = stated[0]
        return Opinion(Fault.DOSE, f"the source gives {right.text}, not {claim.text}", (unit.span,), right.text)
    return _beside(claim, [u for _, u, _ in same])


def _beside(claim: Dose, units: list[Unit]) -> Opinion | None:
    """How often, where the source says it beside the dose and not behind it: `once-daily doses of 100 or 300 mg`."""
    said = [(u, f) for u in units for f in doses.frequencies(u.raw)]
    wanted = claim.frequency_per_day or 0.0
    if not said or any(abs(f - wanted) < 0.02 * wanted for _, f in said):
        return None
    unit, times = said[0]
    told = f"{times:g} a day" if times >= 1 else f"once in {1 / times:.0f} days"
    return Opinion(Fault.DOSE, f"the source says {told}, and the sentence {claim.text}", (unit.span,), told)
