"""Is the whole that a count is told of the one of its group, and the one that the source sets it against?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import binding, groups
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import Fraction, fractions
from probatum.model import Fault
from probatum.text.expressions import caseless
from probatum.text.normal import fold

_WHOLE: Final = caseless(
    r"\b(?:of|among|out of)\s(?:the\s|all\s|those\s)?(?P<whole>[0-9][0-9,]{1,7})\s(?:[a-z-]+\s)?(?:people"
    r"|patients|participants"
    r"|women|men|children|adults|infants|subjects|volunteers|individuals)\b"
)
_PART: Final = caseless(
    r"[^.;0-9]{0,90}?(?:\b(?:within|for|by|at|in|after)\s[0-9]+\s[a-z]+[^.;0-9]{0,40}?)?,\s(?:only\s|just\s)?(?P<part>[0-9][0-9,]{0,6})(?![\w.%-])"
)
LEAST: Final = 5
"""Counts below stand anywhere."""


@probe(
    name="whole",
    order=51,
    purpose="The number of people that a count is told of is that of its own group, and the one that the source sets "
    "the "
    "count against.",
    source="CONSORT 2010 item 16: numbers analysed, doi:10.1136/bmj.c332",
)
def whole(case: Cited) -> Opinion | None:
    """Number differs where the source gives the whole to another group alone, or sets the count against others."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    text = fold(case.text).text
    for found in _WHOLE.finditer(text):
        total = float(found["whole"].replace(",", ""))
        fault = _of_another(case, source, text, found.start("whole"), total)
        part = _PART.match(text, found.end())
        if fault is None and part is not None:
            fault = _set_against(case, source, float(part["part"].replace(",", "")), total)
        if fault is not None:
            return fault
    return None


def _of_another(case: Cited, source: Source, text: str, start: int, total: float) -> Opinion | None:
    """A whole that every sentence of the source which counts a group so gives to another group."""
    mine = binding.read(text, source).get(start)
    if mine is None or len({m.group for m in groups.mentions(text, source)}) > 1:
        return None  # where two are named, it is not sure enough whose people are counted
    known = groups.of(source)
    there: list[tuple[Unit, int]] = []
    for unit in source.units:
        held = [f.start for f in unit.figures if f.value == total and not f.percent]
        bound = {**binding.of_unit(unit, source), **_sized(unit, source)} if held else {}
        there += [(unit, bound[at]) for at in held if at in bound]
    if not there or any(group == mine for _, group in there) or len({group for _, group in there}) > 1:
        return None
    unit, group = there[0]
    told = f"the source counts {total:,.0f} in {known[group].name.strip()}, not in {known[mine].name.strip()}"
    return Opinion(Fault.DENOMINATOR, told, (unit.span,))


def _sized(unit: Unit, source: Source) -> dict[int, int]:
    """`A for ten days (2104 people) or B (4321 people)`: each size is of the group named last before it."""
    named = groups.mentions(unit.text, source) if not unit.row else ()
    made: dict[int, int] = {}
    for found in _SIZE.finditer(unit.text):
        last = next((m for m in reversed(named) if m.end <= found.start()), None)
        if last is not None:
            made[found.start("size")] = last.group
    return made if len(set(made.values())) == len(made) else {}


_SIZE: Final = caseless(
    r"\(\s?(?:n\s?=\s?)?(?P<size>[0-9][0-9,]{1,7})(?:\s?\)|\s(?:people|patients|participants|women|men|children|adults|infants))"
)


def _set_against(case: Cited, source: Source, part: float, total: float) -> Opinion | None:
    """A count that the source, on the matter, sets against other wholes, while it sets others against this one."""
    if part < LEAST or part >= total:
        return None
    told: list[tuple[Unit, Fraction]] = [(u, f) for u in source.units for f in fractions(u.text)]
    if not any(f.total == total for _, f in told):
        return None
    mine = [(u, f) for u, f in told if f.part == part and (not case.topic or case.topic & source.expanded(u))]
    if not mine or any(f.total == total for _, f in mine):
        return None
    unit, right = mine[0]
    return Opinion(Fault.DENOMINATOR, f"the source has {right.text}, not of {total:,.0f}", (unit.span,), right.text)
