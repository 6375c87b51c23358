"""Is the time that a study is said to have taken one that the source prints?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import DAYS, Claimed, as_long, claimed, unit_of_time
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_LASTED: Final = expression(
    r"\b(?:trial|study|series|report|analysis|cohort)\s\((?:[0-9,]{1,12} "
    r"(?:people|participants|patients|adults|children|women|men), )?(?P<span>[^(),;]{2,30})\)",
    re.IGNORECASE,
)
"""How a sentence tells the length of a study: `a randomised trial (402 people, 6 weeks)`."""

_STUDIED: Final = expression(
    r"\b(?:trials?|stud(?:y|ies)|follow\w{0,6}|treat\w{0,5}|therap\w{1,4}|interventions?|periods?|courses?|during"
    r"|last\w{0,3}|duration|program\w{0,3}|random\w{0,8}|blind|cross-?over|end ?points?|until|through)\b",
    re.IGNORECASE,
)
"""Words beside the time that a study took, as against one of what it tells (`a history of 12 months`)."""
_REACH: Final = 40


@probe(
    name="duration",
    order=97,
    purpose="The time that a study is said to have taken stands in the source as a span of time, whatever its unit.",
    source="Moher D, et al. CONSORT 2010, item 14a, doi:10.1136/bmj.c869",
)
def duration(case: Cited) -> Opinion | None:
    """Number differs for the length of a study that the cited record gives nowhere as a time."""
    if len(case.sources) != 1:
        return None
    for found in _LASTED.finditer(case.text):
        for claim in claimed(found["span"].lower()):
            if claim.unit in DAYS and not _lasted(claim, case.sources[0]):
                right = case.sources[0].study.duration
                told = f"the source says {right.value}, not {claim.text}" if right else (
                    f"{claim.text} stands nowhere in the source as a time"
                )  # fmt: skip
                spans, figure = ((right.span,), right.value) if right else ((), "")
                return Opinion(Fault.NUMBER, told, spans, figure)
    return None


def _lasted(claim: Claimed, source: Source) -> bool:
    """True when the span is that which is read out of the record; where none is read, or another that is told by
    another number, when the record prints it as a time of the study, or as any time."""
    told = source.study.duration
    taken = [c for c in claimed(told.value.lower()) if c.unit in DAYS] if told else []
    if any(as_long(claim, one.value, one.unit) for one in taken):
        return True
    slipped = any(one.value == claim.value and one.unit != claim.unit for one in taken)
    return any(_printed(claim, unit, studied=bool(taken)) for unit in source.units) and not slipped


def _printed(claim: Claimed, unit: Unit, *, studied: bool) -> bool:
    """True when a unit prints the span, or the heads of its table do; with `studied`, as a time of the study."""
    for figure in unit.figures:
        if studied and not _STUDIED.search(unit.text[max(0, figure.start - _REACH) : figure.end + _REACH]):
            continue
        if (named := unit_of_time(figure, unit.text)) and as_long(claim, figure.value, named):
            return True
    above = " ".join((unit.above, *unit.head)).lower() if unit.row else ""
    return claim.unit[:-1] in above and any(figure.value == claim.value for figure in unit.head_figures)
