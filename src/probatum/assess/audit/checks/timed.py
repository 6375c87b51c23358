"""Does a figure stand in the column of the time that the sentence gives it?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import figures
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import caseless
from probatum.text.normal import fold

_AT: Final = caseless(r"\b(?:at|by|after|within|in|on)\s(?:the\s)?(?:\w+\s)?\Z|\b(?:day|week|month|year|hour)s?\s\Z")
"""What stands before the time of a result."""


@probe(
    name="timed",
    order=105,
    purpose="A figure of a table is told of the time that stands over its column.",
    source="Rule: the result of one time is not that of another.",
)
def timed(case: Cited) -> Opinion | None:
    """Number differs where every row on the matter that has the figure has it under another time, while a column of the
    sentence's own time stands beside it."""
    times = [c for c in case.figures if c.kind == "duration" and _AT.search(case.text[: c.start]) and not c.part]
    results = [c for c in case.results if c.telling >= 1 and not c.part]
    if len(times) != 1 or not results or len(case.sources) != 1:
        return None
    source, time = case.sources[0], times[0]
    for claim in results:
        other = _said_of_another(case, source, claim, time)
        if other is not None:
            return Opinion(
                Fault.NUMBER,
                f"the source gives {claim.text} for {other[1]}, not {time.text}",
                (other[0].span,),
                other[1],
            )
        found = _elsewhere(case, source, claim, time)
        if found is not None:
            unit, right = found
            reason = f"the source gives {claim.text} at another time; at {time.text} it gives {right}"
            return Opinion(Fault.NUMBER, reason, (unit.span,), right)
    return None


def _elsewhere(case: Cited, source: Source, claim: Claimed, time: Claimed) -> tuple[Unit, str] | None:
    """The row that has the figure under another time, with what it has under this one; None where any passage has it
    without a time, or under the right one."""
    made: tuple[Unit, str] | None = None
    for unit in source.units:
        held = [f for f in unit.figures if figures.meets(claim, f, unit.text)]
        if not held:
            continue
        near = len(case.topic & source.expanded(unit)) * 2 >= len(case.topic)
        if not unit.row and near:
            return None
        if not unit.row or not (near or sum(unit.meeting(c) is not None for c in case.results) > 1):
            continue
        mine = {at for at, head in enumerate(unit.head) if _meets(head, time)}
        columns = {unit.text.count("\t", 0, f.start) for f in held}
        if columns & mine or not mine or any(_untimed(unit, at) for at in columns):
            return None
        cells = unit.text.split("\t")
        shown = [cells[at].strip() for at in sorted(mine) if at < len(cells)]
        if not shown or not any(c.isdigit() for c in shown[0]):
            return None
        made = made or (unit, shown[0])
    return made


def _said_of_another(case: Cited, source: Source, claim: Claimed, time: Claimed) -> tuple[Unit, str] | None:
    """The sentence on the matter that has the figure at another time; None where any passage has it with this one."""
    made: tuple[Unit, str] | None = None
    for unit in source.units:
        if not unit.meeting(claim):
            continue
        text = " ".join((unit.text, unit.above, *unit.head))
        told = [f for f in figures.claimed(text) if f.kind == "duration"]
        if any(figures.as_long(time, f.value, f.unit, _NEARLY) for f in told):
            return None
        shared = len(case.topic & source.expanded(unit))
        near = 2 * shared >= len(case.topic) or (shared > 0 and claim.telling > 1)
        at = [f for f in told if _AT.search(text[: f.start]) and not f.part]
        if near and not unit.row and unit.own and len(told) == len(at) == 1:
            made = made or (unit, at[0].text)
    return made


_NEARLY: Final = 0.09


def _meets(head: str, time: Claimed) -> bool:
    text = fold(head).text
    return any(f.kind == "duration" and figures.as_long(time, f.value, f.unit, 0.04) for f in figures.claimed(text))


def _untimed(unit: Unit, column: int) -> bool:
    """True for a column whose head names no span of time."""
    head = fold(unit.head[column]).text if column < len(unit.head) else ""
    return not any(f.kind == "duration" for f in figures.claimed(head))
