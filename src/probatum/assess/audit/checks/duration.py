"""Is the time that a study is said to have taken one that the source prints?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import DAYS, Claimed, as_long, unit_of_time
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_LASTED: Final = expression(
    r"\b(?:trial|study|series|report|analysis|cohort)\s\((?:[0-9,]{1,12} "
    r"(?:people|participants|patients|adults|children|women|men), )?(?P<span>[^(),;]{2,30})\)",
    re.IGNORECASE,
)
"""How a sentence tells the length of a study: `a randomised trial (402 people, 6 weeks)`."""


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
        for claim in case.figures:
            inside = found.start("span") <= claim.start < found.end("span")
            if inside and claim.unit in DAYS and not any(_printed(claim, unit) for unit in case.sources[0].units):
                return Opinion(Fault.NUMBER, f"{claim.text} stands nowhere in the source as a time")
    return None


def _printed(claim: Claimed, unit: Unit) -> bool:
    """True when a unit prints the span, or the heads of its table do."""
    for figure in unit.figures:
        if (named := unit_of_time(figure, unit.text)) and as_long(claim, figure.value, named):
            return True
    above = " ".join((unit.above, *unit.head)).lower() if unit.row else ""
    return claim.unit[:-1] in above and any(figure.value == claim.value for figure in unit.head_figures)
