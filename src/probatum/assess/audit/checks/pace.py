"""Is something done as often, and given as fast and in the same range of doses, as the source says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from probatum.assess.audit import keys, paces
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.checks.doses import doses_of, scaled
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault, SectionRole
from probatum.text.doses import Dose
from probatum.text.expressions import expression

_COMPARED: Final = expression(
    r"\b(?:more|less|fewer|than|higher|lower|rose|fell|reduc\w+|increas\w+|decreas\w+|episodes?|attacks?|relapses?"
    r"|rates?"
    r"|risk|differ\w*|average\w*|median|mean|up to|at most|some|usual\w*|follow\w*|measured|weighed|recorded"
    r"|diar\w+)\b",
    re.IGNORECASE,
)
"""Words of results and of measurements: what is counted then is no plan of treatment."""
_CHANGED: Final = expression(
    r"\b(?:down|up by|apart|median|mean|averaged?|chang\w*|less|more|fewer|differ\w*|clearance|filtration)\b",
    re.IGNORECASE,
)
"""Words that make a rate a result."""
_NEAR: Final = 0.02
_SPREAD: Final = expression(r"\b(?:from|between|rang\w+|ran|anywhere|varied|flexib\w+)\b|\bto\b|-", re.IGNORECASE)


@probe(
    name="pace",
    order=82,
    purpose="What is done at intervals is done as often as in the source; an infusion runs as fast, and doses range "
    "as they do there.",
    source="Hoffmann TC, et al. TIDieR checklist, item 8 (2014), doi:10.1136/bmj.g1687",
)
def pace(case: Cited) -> Opinion | None:
    """Number differs (dose) where the plan of the source tells another frequency, rate or range, and nowhere this"
    " one."""
    if not case.sources:
        return None
    return _rate(case) or _range(case) or _often(case)


def _rate(case: Cited) -> Opinion | None:
    if _CHANGED.search(case.text):
        return None
    told = [(u, r) for s in case.sources for u in s.units if not u.row for r in paces.rates(u.text)]
    for mine in paces.rates(case.text):
        if mine.sort == "ml" and not mine.hourly:
            continue  # what a kidney clears in a minute
        alike = [(u, r) for u, r in told if r.sort == mine.sort and (r.hourly or r.sort != "ml")]
        if alike and not any(abs(r.amount - mine.amount) <= _NEAR * mine.amount for _, r in alike):
            unit, right = alike[0]
            return Opinion(Fault.DOSE, f"the source gives {right.text}, not {mine.text}", (unit.span,), right.text)
    return None


def _range(case: Cited) -> Opinion | None:
    """`Doses ran from 15 to 30 mg a day`, where every range of the source in that unit is another."""
    mine = [d for d in case.doses if d.high] or _joined(case)
    if len(mine) != 1 or not _SPREAD.search(case.text) or case.topic:
        return None
    low, unit = scaled(mine[0])
    factor = low / mine[0].amount if mine[0].amount else 1.0
    high = (mine[0].high or 0.0) * factor
    ranges: list[tuple[Unit, float, float, str]] = []
    for source in case.sources:
        for held, dose in doses_of(source):
            size, there = scaled(dose)
            if dose.high and there == unit and held.own and dose.per_kg == mine[0].per_kg:
                scale = size / dose.amount if dose.amount else 1.0
                ranges.append((held, size, dose.high * scale, dose.text))
    if not ranges or any(abs(a - low) < _NEAR * low and abs(b - high) < _NEAR * high for _, a, b, _ in ranges):
        return None
    if any(s.holds(c) for s in case.sources for c in case.figures[1:2]):
        low_held = any(abs(scaled(d)[0] - high) < _NEAR * high for s in case.sources for u, d in doses_of(s) if u.own)
        if low_held:
            return None
    held, _, _, right = ranges[0]
    return Opinion(Fault.DOSE, f"the source gives {right}, not {mine[0].text}", (held.span,), right)


def _joined(case: Cited) -> list[Dose]:
    """Two doses that stand as the ends of one range: `from 15 to 30 mg`, of which the first bears no unit."""
    if len(case.doses) != 2:
        return []
    one, two = case.doses
    between = case.text[one.end : two.start].strip()
    if between not in ("to", "and", "-", "") or not one.text.strip().replace(".", "").isdigit():
        return []
    return [msgspec.structs.replace(two, amount=float(one.text), high=two.amount)]


def _often(case: Cited) -> Opinion | None:
    told = paces.often(case.text)
    if len(told) != 1 or case.results or _COMPARED.search(case.text) or case.denies:
        return None
    times, words = told[0]
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    about = (case.keys - keys.GENERIC - FILLER - keys.of(words)) | named
    found: list[tuple[Unit, float, str]] = []
    for source in case.sources:
        for unit in _plan(source):
            there = paces.often(unit.text)
            if any(abs(t - times) <= _NEAR * times for t, _ in there):
                return None
            least = _SHARED if len(about) > _SHORT else 1
            shared = len(about & source.expanded(unit)) >= min(least, len(about)) and bool(about)
            if there and (shared or any(unit.meeting(c) for c in case.figures if c.kind == "duration")):
                found += [(unit, t, w) for t, w in there]
    if not found:
        return None
    unit, _, right = found[0]
    return Opinion(Fault.DOSE, f"the source says \u201c{right}\u201d, not \u201c{words}\u201d", (unit.span,), right)


_SHARED: Final = 2
_SHORT: Final = 3


def _plan(source: Source) -> Iterator[Unit]:
    """The passages that tell what was done."""
    for unit in source.units:
        if (
            not unit.row
            and unit.own
            and (unit.role is SectionRole.METHODS or unit.section.startswith(("abstract", "title")))
        ):
            yield unit
