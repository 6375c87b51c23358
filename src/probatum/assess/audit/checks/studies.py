"""Does a review rest on as many studies as the sentence says?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text import numerals
from probatum.text.expressions import expression

_DIGITS: Final = expression(r"(?<![\w.,-])[0-9]{1,4}(?![\w.,-])")
_STUDIES: Final = expression(
    r"\s(?:[\w-]{2,20}\s){0,4}?(?:stud(?:y|ies)|trials?|RCTs?|reports|articles|papers|publications)\b", re.IGNORECASE
)
_POOLED: Final = expression(
    r"\b(?:reviews?|meta-?analys\w+|pooled?|pooling|rest(?:s|ed) on|drew on|combin\w+|gather\w*|brought together"
    r"|search\w*)\b",
    re.IGNORECASE,
)
_FEW: Final = 2


@probe(
    name="studies",
    order=97,
    purpose="The number of studies that a review is said to rest on is one that the review gives.",
    source="Page MJ, et al. PRISMA 2020, item 16a, doi:10.1136/bmj.n71",
)
def studies(case: Cited) -> Opinion | None:
    """Number differs for a count of studies that the cited review, which counts its studies, gives nowhere."""
    if len(case.sources) != 1 or not _POOLED.search(case.text):
        return None
    source = case.sources[0]
    if not _POOLED.search(source.record.title):
        return None
    told = _counts(case.text)
    there = [(u, n) for u in source.units if u.own for n in _counts(u.text)]
    if not told or not there:
        return None
    for count in told:
        if count <= _FEW or any(
            abs(f.value - count) < _SAME for u in source.units for f in (*u.figures, *u.head_figures)
        ):
            continue
        if any(abs(count - total) < _SAME for total in _sums(there)):
            continue
        unit, right = there[0]
        return Opinion(Fault.NUMBER, f"the source counts {right:g} studies, not {count:g}", (unit.span,), f"{right:g}")
    return None


_SAME: Final = 1e-9


def _counts(text: str) -> list[float]:
    told = [(m.end(), float(m.group())) for m in _DIGITS.finditer(text)]
    told += [(m.end(), float(numerals.value(m))) for m in numerals.SPELT.finditer(text)]
    return [value for end, value in told if _STUDIES.match(text, end)]


def _sums(there: list[tuple[Unit, float]]) -> set[float]:
    return {a + b for _, a in there[:12] for _, b in there[:12]}
