"""Does each p value stand in the source, beside the figures it is given with?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.assess.audit import figures
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.doses import amount_of
from probatum.assess.audit.checks.finding import graded
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text import doses
from probatum.text.expressions import expression
from probatum.text.statistics import PMention

_BELOW: Final = frozenset(("<", "<="))
_ABOVE: Final = frozenset((">", ">="))
_LEVEL: Final = 0.05
"""The weakest bound that is told of a value which is printed exactly."""
_ABOUT: Final = 0.5
"""Share of the weight of a sentence's words that a unit holds to be on the same matter."""
_COLUMN: Final = expression(r"\bp\b", re.IGNORECASE)


@probe(
    name="p value",
    order=106,
    purpose="A p value is one that the source prints, in the sentence or row that holds the other figures; a weaker "
    "bound (p < 0.05 for p = 0.03) is none other.",
    source="Rule: p values are read, not rounded towards a level.",
)
def p_value(case: Cited) -> Opinion | None:
    """Number differs for a p value that the sources print nowhere, or that stands elsewhere than its figures do."""
    asked = [m for m in case.p if m.value is not None and m.value > 0]
    if not case.sources or not asked:
        return None
    told = [(unit, found) for source in case.sources for unit in source.units if (found := _read(unit))]
    printed = [unit for unit, _ in told]
    rows = [u for u in _rows(case) if not u.head or any(_COLUMN.search(head) for head in u.head)]
    for said in asked:
        bare = _unheaded(case, said)
        if bare is not None:
            reason = f"the source gives {bare[1]} at the end of this row, not {said.text}"
            return Opinion(Fault.NUMBER, reason, (bare[0].span,), bare[1])
        holding = [unit for unit, found in told if any(_same(said, there) for there in found)]
        if said.relation == "=":
            holding += [unit for unit in rows if _cell(unit, said)]
            holding += [unit for unit in _rows(case) if _with_its_figures(case, unit, said)]
            holding += _worded(case, said)
        if any(_with_its_figures(case, unit, said) or _of_its_dose(case, unit, said) for unit in holding):
            continue
        beside = _beside(case, (*printed, *rows) if said.relation == "=" else printed) or _named(case, printed)
        if any(_by(unit, beside) for unit in holding) or (holding and not beside):
            continue
        if said.relation == "=" and any(_goes_on(case, unit) for unit in holding):
            continue
        results = [c for c in case.results if c.unit != "patients"]
        if not results and not _named(case, printed) and any(_about(case, unit) for unit in holding):
            continue  # it is told of something of that name
        near = [u for u in beside if _read(u)] or [a.unit for _, a in case.best[:3] if _read(a.unit)]
        right = _read(near[0])[0].text if near else ""
        reason = f"the source gives {right}, not {said.text}" if right else f"{said.text} stands nowhere in the source"
        return Opinion(Fault.NUMBER, reason, tuple(unit.span for unit in near[:1]), right)
    return None


def _unheaded(case: Cited, said: PMention) -> tuple[Unit, str] | None:
    """The row on the matter that has the sentence's figures and another number below 1 in its last cell, over which
    nothing stands: there many tables print their test. None where any row has it as it is said."""
    telling = [c for c in case.results if c.places]
    if said.relation != "=" or len(case.p) != 1 or len(telling) < _FIGURES:
        return None
    rows = [u for u in _rows(case) if case.topic & u.label and all(u.meeting(c) or _decimal(u, c) for c in telling)]
    ended = [(u, found["p"]) for u in rows if (found := _LAST.search(u.text)) and not u.column(found.start("p"))]
    other = [(u, p) for u, p in ended if not _near(said, float(p))]
    return other[0] if other and len(other) == len(rows) else None


_FIGURES: Final = 2
_LAST: Final = expression(r"\t\s*(?P<p>0?\.[0-9]{1,4})\W{0,3}\Z")


def _about(case: Cited, unit: Unit) -> bool:
    """True for a unit that names what is measured, or every treatment that is set against another."""
    named = [a.words for a in case.treatments if a.words]
    return bool(case.topic & unit.keys) or (len(named) > 1 and all(words & unit.keys for words in named))


def _goes_on(case: Cited, unit: Unit) -> bool:
    """True for a sentence of the source that names nothing measured itself and goes on from one that does: `At 24 hours
    the difference was no longer significant`."""
    if unit.row or not case.topic or case.topic & unit.keys:
        return False
    return any(
        0 <= unit.start - other.end <= _GAP
        and other.section == unit.section
        and len(case.topic & other.keys) * 2 > len(case.topic)
        for source in case.sources
        for other in source.units
        if not other.row
    )


_GAP: Final = 300
"""Characters over which a paragraph may go on about one thing."""
_NEXT: Final = 2
"""Characters between a row and the next: in some tables an estimate stands in one and its test in the other."""


def _by(unit: Unit, beside: Sequence[Unit]) -> bool:
    """True for one of the units, and in a table without words over its cells for the row before or behind one."""
    return any(
        unit is other
        or (
            unit.row
            and other.row
            and not unit.head
            and unit.section == other.section
            and (abs(unit.start - other.end) <= _NEXT or abs(other.start - unit.end) <= _NEXT)
        )
        for other in beside
    )


def _worded(case: Cited, said: PMention) -> list[Unit]:
    """Sentences that print the number as a p in words which are not read as one: `P value by log rank test = .46`."""
    return [
        unit
        for source in case.sources
        for unit in source.units
        if not unit.row and _TESTED.search(unit.text) and any(f.places and _near(said, f.value) for f in unit.figures)
    ]


_TESTED: Final = expression(r"\b[Pp][\s-]?values?\b|\b[Pp]\b\s?[=<>]|\blog[- ]?rank\b")


def _read(unit: Unit) -> tuple[PMention, ...]:
    return tuple(m for m in unit.p if m.value is not None)


def _rows(case: Cited) -> list[Unit]:
    return [unit for source in case.sources for unit in source.units if unit.row]


def _cell(unit: Unit, said: PMention) -> bool:
    """True when a row prints the bare number under a `p`, or has no words over its cells."""
    return any(
        _near(said, figure.value) and (not unit.head or _COLUMN.search(unit.column(figure.start)))
        for figure in unit.figures
    )


def _with_its_figures(case: Cited, unit: Unit, said: PMention) -> bool:
    """True for a row that prints the number, as it is, and every telling figure of a sentence with one p value: that
    is no chance, whatever stands over its cells."""
    measured = case.results or tuple(c for c in case.figures if c.kind != "duration")
    telling = [c for c in measured if c.telling >= 1 and c.unit != "patients"]
    if not unit.row or len(case.p) != 1 or not telling or said.relation != "=":
        return False
    told = all(unit.meeting(c) or _decimal(unit, c) for c in telling)
    return told and any(f.places and _near(said, f.value) for f in unit.figures)


def _of_its_dose(case: Cited, unit: Unit, said: PMention) -> bool:
    """True where the value stands right behind the only dose of the sentence: `not 20 mg (-58%, P = 0.079)`."""
    if len(case.doses) != 1 or len(case.p) != 1 or unit.row:
        return False
    for there in _read(unit):
        if _same(said, there):
            named = doses.read(unit.text[max(0, there.start - _BEHIND) : there.start])
            if named and amount_of(case.doses[0], named[-1]):
                return True
    return False


_BEHIND: Final = 60


def _decimal(unit: Unit, claim: Claimed) -> bool:
    """True for a row with the number where its unit of measure is not printed: `2.4 g`, told of 2.413."""
    return claim.places > 0 and any(f.places and figures.same(claim, f.value) for f in unit.figures)


def _same(said: PMention, there: PMention) -> bool:
    """True for the same value, rounded as it is said, and for a bound that what is printed keeps to."""
    if said.value is None or there.value is None:
        return False
    if _near(said, there.value) and (said.relation in _BELOW) == (there.relation in _BELOW):
        return True
    if said.relation in _BELOW and there.relation in _BELOW:
        return False  # a bound is told as it is printed
    if said.relation in _BELOW:
        return said.value <= _LEVEL and there.value <= said.value and there.relation not in _ABOVE
    if said.relation in _ABOVE:
        return there.value >= said.value and there.relation not in _BELOW
    return False


def _near(said: PMention, value: float) -> bool:
    """True for the value as it is rounded."""
    places = len(said.value_text.rpartition(".")[2]) if "." in said.value_text else 0
    return said.value is not None and abs(said.value - value) <= 0.5 * 10.0**-places + 1e-12


def _named(case: Cited, units: Sequence[Unit]) -> list[Unit]:
    """The units with p values that a sentence quotes, or that name the outcome which it grades."""
    if case.quoted:
        return [unit for unit in units if unit in case.quoted]
    what = graded(case)
    return [u for s in case.sources for u in s.units if what and u in units and what <= s.expanded(u)]


def _beside(case: Cited, units: Sequence[Unit]) -> list[Unit]:
    """The units with p values that hold all telling figures of a sentence which gives one p value alone."""
    telling = [c for c in case.results if c.telling >= 1 and c.unit != "patients"]  # the size of the study stands apart
    if not telling:
        near = {id(a.unit): a.words for _, a in case.best if a.words >= _ABOUT}
        told = [unit for unit in units if id(unit) in near]
        most = max((near[id(unit)] for unit in told), default=0.0)
        return [unit for unit in told if near[id(unit)] >= 0.8 * most]
    return [unit for unit in units if all(unit.meeting(c) for c in telling)] if len(case.p) == 1 else []
