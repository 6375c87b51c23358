"""Is the dose of a drug one that the source prints behind the drug's name?"""

from __future__ import annotations

from probatum.assess.audit import arms, keys
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.doses import amount_of, doses_of, printed
from probatum.assess.audit.checks.drug import drugs
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault
from probatum.text.doses import Dose

_AFTER = 44
"""Characters behind a drug's name in which its own dose stands: `clofarabine at a daily dose of 20 mg`."""


@probe(
    name="drug dose",
    order=82,
    purpose="The dose told of a drug is one that the source prints right behind its name, where it prints any there.",
    source="ISMP. List of error-prone abbreviations, symbols and dose designations (2021)",
)
def drug_dose(case: Cited) -> Opinion | None:
    """Number differs (dose) for another amount than every one that stands behind the drug in the source."""
    named = [a for a in case.arms if a.words and not a.control]
    units = [a.unit for _, a in case.best[:6]]
    for claim in case.doses:
        if case.consumed(claim) or claim.high is not None or len(case.doses) > _MOST_TOLD:
            continue
        near = [a for a in named if 0 <= claim.start - a.end <= _AFTER or (len(case.treatments) == 1 and a is named[0])]
        numbers = [f for f in case.figures if claim.start <= f.start < claim.end]
        drug = near[-1] if near else None
        if (
            drug is None
            or not numbers
            or not drugs(drug.name)
            or (printed(case, claim, drug) and not _of_another(case, claim, drug))
            or all(worked_out(case, n, units) for n in numbers)
        ):
            continue
        there = [(u, d) for s in case.sources for u, d in _behind(s, drug.words) if d.unit == claim.unit]
        there = [(u, d) for u, d in there if d.per_kg == claim.per_kg]
        if (
            not there
            or any(amount_of(claim, d) or d.high or _total(claim, d) for _, d in there)
            or _listed(case, claim)
        ):
            continue
        unit, right = there[0]
        told = f"the source gives {right.text} of {drug.name}, not {claim.text}"
        return Opinion(Fault.DOSE, told, (unit.span,), right.text)
    return None


_MOST_TOLD = 3


def _of_another(case: Cited, claim: Dose, drug: Arm) -> bool:
    """True of an amount that a source prints right behind what another arm got, and another one behind this drug."""
    for source in case.sources:
        mine = [d for _, d in _behind(source, drug.words) if d.unit == claim.unit and d.per_m2 == claim.per_m2]
        theirs = {k for a in source.study.arms for m in drugs(a.drug) for k in keys.of(m.written)} - drug.words
        other = [d for _, d in _behind(source, frozenset(theirs))] if mine and theirs else []
        if not any(amount_of(claim, d) for d in mine) and any(amount_of(claim, d) for d in other):
            return True
    return False


def _total(claim: Dose, other: Dose) -> bool:
    """True where one is what the other comes to in a day."""
    mine, there = claim.daily_total or claim.amount, other.daily_total or other.amount
    ratio = mine / there if there else 0.0
    return abs(mine - other.amount) < _SAME or abs(claim.amount - there) < _SAME or abs(ratio - 1) < _SAME


_SAME = 1e-9


def _listed(case: Cited, claim: Dose) -> bool:
    """True where a source prints the amount in a list: `25, 50 and 100 mg`."""
    form = f"{claim.amount:g}{claim.unit.lower()}"
    return any(
        arms._LISTED.search(u.text) and arms._dose_places(form, u.text)
        for s in case.sources
        for u in s.units
        if u.figures
    )


def _behind(source: Source, words: frozenset[str]) -> list[tuple[Unit, Dose]]:
    made = []
    for unit, found in doses_of(source):
        if unit.row or not unit.own or not words & unit.keys:
            continue
        before = unit.raw[max(0, found.start - _AFTER - 24) : found.start]
        places = [w.end for w in keys.read(before) if w.key in words]
        other = [d for d in drugs(before) if places and d.start > places[-1]]
        if (
            places
            and len(before) - places[-1] <= _AFTER
            and not other
            and "placebo" not in before[places[-1] :].lower()
        ):
            made.append((unit, found))
    return made
