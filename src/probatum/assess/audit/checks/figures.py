"""Does every numeral of a sentence stand in its sources, whatever it is read as?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.assess.audit import courses, figures, risks
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed, Figure
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault
from probatum.text.expressions import expression

_LEVEL: Final = expression(r"\s?(?:%|per ?cent)?[\s-]{0,2}(?:CIs?\b|confidence|credible|prediction)", re.I)
_BASE: Final = expression(r"\b(?:every|each|per|in|of|out of|significant at|level of|likely)\s(?:about\s)?\Z", re.I)
_BASES: Final = frozenset((10.0, 100.0, 1_000.0, 10_000.0, 100_000.0))
_LABELLED: Final = expression(
    r"\b(?:[Tt]able|[Ff]ig(?:ure|\.)?|[Ss]ection|[Bb]ox|[Rr]ef(?:erence|\.)?|[Ss]tep|[Qq]uestion|[Ii]tem"
    r"|[Pp]art|[Pp]hase|[Vv]isit|[Gg]rade|[Ss]tage|[Cc]ohort|[Ll]evel|[Tt]ype|[Cc]lass|[Ss]tratum)s?\s?\Z"
)
_YEARS: Final = (1900.0, 2100.0)


@probe(
    name="figures",
    order=100,
    purpose="Every numeral of a sentence, a spread, a bound or a threshold too, stands in a cited source with its "
    "unit, or is worked out of what stands there.",
    source="Rule: figures are read or worked out in sight.",
)
def numerals(case: Cited) -> Opinion | None:
    """Number differs for a numeral that no source prints as what it measures."""
    if not case.sources or case.crowded:
        return None
    units = [a.unit for _, a in case.best[:6]]
    for claim in case.figures:
        if case.is_dose(claim) and not any(s.holds(claim) for s in case.sources) and not worked_out(case, claim, units):
            return Opinion(Fault.DOSE, f"{claim.text} stands nowhere in the source", tuple(u.span for u in units[:1]))
    for figure in _unread(case):
        if not any(_printed(figure, case.text, source) for source in case.sources) and not _summed(case, figure, units):
            told = case.text[figure.start : figure.end]
            return Opinion(Fault.NUMBER, f"{told} stands nowhere in the source", tuple(u.span for u in units[:1]))
    return None


def _summed(case: Cited, figure: Figure, units: Sequence[Unit]) -> bool:
    """True for a count of things (`1,186 cycles`, `84 pills`) that comes out of others."""
    if figure.places or _MEASURE.match(case.text, figure.end):
        return False
    told = Claimed(figure.value, 0, "", "count", False, figure.start, figure.end, case.text[figure.start : figure.end])
    return bool(worked_out(case, told, units)) or courses.counted(case, told)


def _unread(case: Cited) -> list[Figure]:
    """The numerals that no other check reads: neither claimed nor a p value, a level, a year, a label or a base."""
    read = [(c.start, c.end) for c in case.figures if c.kind != "spread"]
    read += [(p.start, p.end) for p in case.p] + [(t.start, t.end) for t in risks.read(case.text)]
    made = []
    for figure in figures.printed(case.text):
        before = case.text[max(0, figure.start - 24) : figure.start]
        if (
            not case.text[figure.start : figure.end][:1].isdigit()
            or any(start <= figure.start < end for start, end in read)
            or _LEVEL.match(case.text, figure.end)
            or (figure.value in _BASES and _BASE.search(before))
            or (not figure.places and _YEARS[0] <= figure.value <= _YEARS[1])
            or _LABELLED.search(before)
            or (figure.value <= 0.1 and figures.level_before(case.text, figure.start))
            or figures.of_sources(case.text, figure.end)
        ):
            continue
        made.append(figure)
    return made


def _printed(figure: Figure, text: str, source: Source) -> bool:
    """True when the record prints the number, rounded as it is told, with the sign of measure that stands behind it."""
    unit = _MEASURE.match(text, figure.end)
    told = Claimed(figure.value, figure.places, "", "number", False, figure.start, figure.end, "")
    for held in source.units:
        for there in (*held.figures, *held.head_figures):
            near = unit is None or held.row or unit[1] in held.text[there.end : there.end + _NEAR]
            if near and figures.same(told, there.value):
                return True
    return False


_NEAR: Final = 16
"""Characters behind a number in which its unit stands, also where a list shares it: `38 to 39 \u00b0C`."""


_MEASURE: Final = expression(r"\s?(\u00b0\s?C|\u00b0\s?F|%|mmHg|mg/dl|mmol/l|kg/m2)", re.IGNORECASE)
