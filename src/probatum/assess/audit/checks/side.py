"""Is each figure given to the group that has it, also where one group alone is named?"""

from __future__ import annotations

import re
from math import fsum
from typing import NamedTuple

from probatum.assess.audit import binding, groups, keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed, Figure, meets, of_sources, printed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression
from probatum.text.normal import fold

SAME = 0.5
"""Share of the weight of what is measured that a unit must hold to be on the same matter."""
LEAST = 0.12
"""The same where the unit holds both figures of the sentence."""
ALL = 0.8
"""The same for a small whole number alone, which stands in many places."""


_USED = expression(r"\b(?:consum\w+|used?|use of|need\w*|requir\w+|mean|median|average\w*|total)\b", re.IGNORECASE)


class Given(NamedTuple):
    """A figure of the sentence with the group it is given to."""

    claim: Claimed
    group: int


@probe(
    name="side",
    order=103,
    purpose="Each figure belongs to the group it is given to, as the table's columns and the source's sentences give "
    "it.",
    source="Rule: a right figure in the wrong group says something else than the result.",
)
def side(case: Cited) -> Opinion | None:
    """Contradicted when the units on the same matter give a figure to another group, and none to the sentence's."""
    if len(case.sources) != 1:
        return None
    source = case.sources[0]
    told = given(case, source)
    crossed: list[tuple[Given, Unit, int]] = []
    for item in told:
        found = _where(case, source, item, told)
        if found is None:
            continue
        if found[1] == item.group:
            return None  # one figure stands where it belongs: the others were not swapped with it
        crossed.append((item, *found))
    if not crossed:
        return None
    known = groups.of(source)
    item, unit, group = crossed[0]
    told_ = (
        f"the source gives {item.claim.text} to {known[group].name.strip()}, not to {known[item.group].name.strip()}"
    )
    return Opinion(Fault.ARM, told_, (unit.span,), f"{known[group].name.strip()}: {item.claim.text}")


def given(case: Cited, source: Source) -> list[Given]:
    """The result figures of a sentence that are given to a group. Spans of time count only where "
    "two groups have one."""
    text = fold(case.text).text
    bound = {at: group for at, group in binding.read(text, source).items() if not _needed(text, source, group)}
    made = []
    for figure in printed(text):
        inside = [c for c in case.figures if c.start <= figure.start < c.end]
        claim = next((c for c in inside if c.value == figure.value), inside[0] if inside else _bare(case, figure))
        total = any(c.part == "of" for c in inside) and figure.start != inside[0].start
        total = total or _OUT_OF.search(text[max(0, figure.start - 8) : figure.start]) is not None
        bounds = any(c.part in ("low", "high") for c in inside)
        told_of = not total and not bounds and not of_sources(text, figure.end)
        apart = _APART.match(text, claim.end) is not None
        whole = claim.value in (source.people, source.study.n, source.study.n_analysed)
        if figure.start in bound and told_of and not (apart or whole or _planned(case, claim)):
            made.append(Given(claim, bound[figure.start]))
    timed = [g for g in made if g.claim.kind == "duration"]
    if len({g.group for g in timed}) < 2:
        made = [g for g in made if g.claim.kind != "duration"]
    return made


_NEEDED = expression(
    r"\b(?:less|more|lower|higher|smaller|larger)\s(?:of\s)?(?:the\s)?(?P<what>[\w-]{3,25})\s(?:was|were|is|had been)\s"
    r"(?:needed|used|required|consumed|called for)\b",
    re.IGNORECASE,
)


def _needed(text: str, source: Source, group: int) -> bool:
    """True of a group whose drug is told as what was used up: `with A less B was needed` names no group B."""
    known = groups.of(source)[group]
    return any(keys.of(m["what"]) & (known.own | known.whole) for m in _NEEDED.finditer(text))


_OUT_OF = expression(r"\bout of\s\Z", re.IGNORECASE)
"""What stands before the end of a scale: `2.5 out of 10`."""
_APART = expression(
    r",?\s?(?:%|per ?cent)?\s?(?:points?\s)?(?:lower|higher|more|less|fewer|longer|shorter|better|worse|greater"
    r"|smaller|apart"
    r"|further|off|sooner|later)\b",
    re.IGNORECASE,
)
"""What stands behind a difference, which is no group's own: `0.6 points lower on A than on B`."""


def _bare(case: Cited, figure: Figure) -> Claimed:
    """A number that says of how many it tells only by where it stands: `five on placebo`."""
    told = case.text[figure.start : figure.end]
    return Claimed(figure.value, figure.places, "", "number", False, figure.start, figure.end, told)


def _planned(case: Cited, claim: Claimed) -> bool:
    """True for a dose, unless it is one of the amounts that two groups used."""
    return case.is_dose(claim) and not _USED.search(case.text)


def _of_one(source: Source, claim: Claimed) -> bool:
    """True of a figure that every passage which tells whose it is gives to one group: whatever the outcome is called
    there, it is no other group's."""
    told: set[int] = set()
    for unit in source.units:
        places = [f.start for f in unit.figures if meets(claim, f, unit.text)] if unit.own else []
        bound = binding.of_unit(unit, source) if places else {}
        told.update(bound[at] for at in places if at in bound)
    return len(told) == 1


def _where(case: Cited, source: Source, item: Given, told: list[Given]) -> tuple[Unit, int] | None:
    """The unit that best fits and gives the figure to one group, with that group; the sentence's own where any does."""
    other: tuple[Unit, int] | None = None
    topic = {
        k: source.weight(k)
        for k in case.topic - frozenset().union(*(g.whole | g.own for g in groups.of(source)), frozenset())
    }
    total = fsum(topic.values())
    alone = item.claim.places > 0 and _of_one(source, item.claim)
    for unit in source.units:
        figures = [f for f in unit.figures if meets(item.claim, f, unit.text)]
        if not figures or not unit.own:
            continue
        held = source.expanded(unit)
        share = fsum(w for k, w in topic.items() if k in held) / total if total else 1.0
        both = all(unit.meeting(t.claim) for t in told) and len(told) > 1
        bound = binding.of_unit(unit, source)
        there = {bound[f.start] for f in figures if f.start in bound}
        least = 0.0 if both and all(t.claim.telling >= 1 for t in told) else LEAST
        if item.group in there and share >= least:
            return unit, item.group
        same = least if both else LEAST if alone else SAME
        far = share < same or (not both and item.claim.telling < 1 and share < ALL)
        if len(there) == 1 and other is None and not far:
            other = unit, there.pop()
    return other
