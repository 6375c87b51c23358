"""Is each figure told of the dose that has it?"""

from __future__ import annotations

from math import fsum
from typing import Final

from probatum.assess.audit import dosed, groups
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed, meets
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text.normal import fold

SAME: Final = 0.5
"""Share of the weight of what is measured that a unit must hold to be on the same matter."""


@probe(
    name="dose arm",
    order=97,
    purpose="Of several doses of a treatment each figure is told of the dose that the source gives it to.",
    source="Rule: a right figure of another dose says something else than the result.",
)
def dose_arm(case: Cited) -> Opinion | None:
    """Contradicted where the source gives a figure to another dose alone, and another figure to the sentence's."""
    if len(case.sources) != 1 or case.denies:
        return None
    source = case.sources[0]
    mine = dosed.read(fold(case.text).text)
    if not mine.of:
        return None
    weights = _matter(case, source)
    every = [(u, dosed.of_unit(u)) for u in source.units if u.figures and u.role is not SectionRole.METHODS]
    near = [(u, d) for u, d in every if u.own and d.of and _share(source, u, weights) >= SAME]
    known = {dose for unit in source.units for dose in dosed.read(unit.text).doses}
    for claim in case.results:
        dose = mine.of.get(claim.start, "")
        if dose not in known or claim.telling < 1 or claim.part:
            continue
        if any(_may_have(claim, dose, unit, held) for unit, held in every):
            continue  # some passage has it at this dose, or at one that cannot be told
        found = _elsewhere(claim, dose, near)
        if found is not None:
            return found
    return None


def _may_have(claim: Claimed, dose: str, unit: Unit, held: dosed.Dosed) -> bool:
    """True for a passage on a dose that holds a figure, and does not give it to another one."""
    figure = unit.meeting(claim) if dose in held.doses else None
    return figure is not None and held.of.get(figure.start) in (None, dose)


def _matter(case: Cited, source: Source) -> dict[str, float]:
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    return {k: source.weight(k) for k in case.topic - named}


def _share(source: Source, unit: Unit, weights: dict[str, float]) -> float:
    total = fsum(weights.values())
    held = source.expanded(unit)
    return fsum(w for k, w in weights.items() if k in held) / total if total else 1.0


def _elsewhere(claim: Claimed, dose: str, near: list[tuple[Unit, dosed.Dosed]]) -> Opinion | None:
    """The figure at another dose, with the one that stands at this; None where this dose has it anywhere."""
    against: tuple[Unit, str] | None = None
    for unit, held in near:
        for figure in unit.figures:
            if meets(claim, figure, unit.text):
                theirs = held.of.get(figure.start)
                if theirs is None or theirs == dose:
                    return None
                against = against or (unit, theirs)
    if against is None:
        return None
    reason = f"the source gives {claim.text} of {_told(against[1])}, not of {_told(dose)}"
    own = (
        (u, f)
        for u, d in near
        for f in u.figures
        if d.of.get(f.start) == dose and f.percent == (claim.kind == "percent")
    )
    place = next(own, None)
    if place is None:
        return Opinion(Fault.ARM, reason, (against[0].span,))
    unit, figure = place
    right = unit.text[figure.start : figure.end] + ("%" if figure.percent else "")
    reason = f"the source gives {claim.text} of {_told(against[1])}, and {right} of {_told(dose)}"
    return Opinion(Fault.ARM, reason, (unit.span, against[0].span), right)


def _told(dose: str) -> str:
    """A dose in words for a reader: `300 mg`, `the low dose`."""
    number = dose.rstrip("abcdefghijklmnopqrstuvwxyzIU\u03bc/%")
    return f"{number} {dose[len(number) :]}" if number else f"the {dose} dose"
