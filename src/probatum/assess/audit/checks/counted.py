"""Do the figures stand with as many of what they are told by: five criteria, two doses, three sessions?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import figures, keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import numerals
from probatum.text.expressions import caseless, expression

_BY: Final = caseless(
    r"\b(?:by|with|using|on|after|under|given|over|having|following|from|through)\s"
    r"(?:all\s|only\s|just\s|the\s|all the\s)?"
    rf"(?P<many>[0-9]{{1,2}}|{numerals.BELOW_HUNDRED})\s(?:[a-z-]{{3,16}}\s){{0,2}}?(?P<what>criteria|[a-z]{{4,16}}s)\b"
)
"""What a result is told by, with its number."""
_COUNTED: Final = expression(r"\s((?:[a-z-]{3,16}\s){0,2}?)([a-z]{4,16}s|criteria)\b")
_NONE: Final = keys.table(
    "hours days weeks months years minutes seconds times points units groups arms trials studies patients people "
    "participants women men children adults infants subjects volunteers sites centres centers countries deaths events "
    "cases controls percent others members drugs treatments"
)
"""Words for time, people and results: what is counted so is no condition."""


@probe(
    name="counted",
    order=104,
    purpose="A figure is told by as many criteria, doses or sessions as stand beside it in the source.",
    source="Rule: what is found by two criteria is not what is found by five.",
)
def counted(case: Cited) -> Opinion | None:
    """Number differs where every passage with the figures counts other numbers of the same, and another passage counts
    this one."""
    if (planned := _planned(case)) is not None:
        return planned
    told = list(_BY.finditer(case.text))
    if len(told) != 1 or len(case.sources) != 1:
        return None
    what, many = keys.key(told[0]["what"].lower()), _value(told[0]["many"])
    apart = [c for c in case.results if c.end <= told[0].start() or c.start >= told[0].end()]
    results = [c for c in apart if c.telling >= 1 and not c.part]
    if not results or what in _NONE or what in keys.GENERIC:
        return None
    source = case.sources[0]
    holding = [u for u in source.units if all(u.meeting(c) for c in results)]
    others = [_counts(u, what) for u in holding]
    if not holding or any(u.row or not counts or many in counts for u, counts in zip(holding, others, strict=True)):
        return None
    right = _counting(source, what, many, holding)
    if right is None:
        return None
    reason = f"the source gives {results[0].text} for {min(others[0]):g} {told[0]['what']}, not {many:g}"
    return Opinion(Fault.NUMBER, reason, (holding[0].span, right.span), right.raw)


_GIVEN: Final = caseless(
    r"\b(?:had|got|received|attended|given|offered|took|meant|comprised|included|contained|involved|consisted of"
    r"|made up of|course of|total of)\s(?:an?\s|the\s|all\s|up to\s|just\s|only\s)?"
    rf"(?P<many>[0-9]{{1,2}}|{numerals.BELOW_HUNDRED})\s(?:[a-z-]{{3,16}}\s){{0,2}}?"
    r"(?P<what>sessions|visits|lessons|classes|injections|infusions|cycles|meetings|appointments|treatments)\b"
    r"(?! (?:a|per|each|every) )"
)
"""How many times something was given in all."""
_KINDS: Final = 3
"""Counts of one thing in a source, up to which another is none of them."""


def _planned(case: Cited) -> Opinion | None:
    """Number differs where a source counts what was given again and again, and never so many."""
    told = _GIVEN.search(case.text)
    if told is None or len(case.sources) != 1 or case.denies:
        return None
    what, many = keys.key(told["what"].lower()), _value(told["many"])
    there: dict[float, Unit] = {}
    for unit in case.sources[0].units:
        counts = _counts(unit, what) if unit.own and not unit.row else set()
        if many in counts or (counts and _product(unit, many)):
            return None
        there.update((n, there.get(n, unit)) for n in counts)
    if not 0 < len(there) <= _KINDS:
        return None
    number, unit = next(iter(there.items()))
    reason = f"the source counts {number:g} {told['what']}, not {many:g}"
    return Opinion(Fault.NUMBER, reason, (unit.span,), f"{number:g} {told['what']}")


_TWICE: Final = caseless(r"\b(?:twice|bi-?weekly)\b")


def _product(unit: Unit, many: float) -> bool:
    """True where two numbers of a passage come to so many: twice a week for six weeks."""
    values = {f.value for f in unit.figures} | ({2.0} if _TWICE.search(unit.text) else set())
    return any(a * b == many for a in values for b in values if a != 1 and b != 1)


def _value(text: str) -> float:
    return float(text) if text.isdigit() else float(numerals.spelt(text))


def _counts(unit: Unit, what: str) -> set[float]:
    """The numbers that stand before a word in a unit, an adjective or two between."""
    made = set()
    for figure in figures.printed(unit.text):
        behind = _COUNTED.match(unit.text, figure.end)
        if behind is not None and keys.key(behind[2]) == what and not figure.percent:
            made.add(figure.value)
    return made


def _counting(source: Source, what: str, many: float, holding: list[Unit]) -> Unit | None:
    """A passage with results of its own that counts as many of them."""
    return next(
        (u for u in source.units if u.own and u not in holding and many in _counts(u, what) and len(u.values) > 1), None
    )
