"""Does the effect go the way the source says?"""

from __future__ import annotations

import re

from probatum.assess.audit import relating, showing
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.arm import bound
from probatum.assess.audit.comparing import OPPOSITE, TOLD, Compared
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

NEAR = 0.3
_PLAIN = expression(r"\b(?:more|less|fewer|higher|lower|greater|often|common|frequent)\b", re.IGNORECASE)
_CHANGE = expression(
    r"\b(?:fell|fall|drop\w*|reduc\w*|declin\w*|decreas\w*|lowered|improv\w*|chang\w*|better|worse|rose|cut)\b",
    re.IGNORECASE,
)


@probe(
    name="direction",
    order=130,
    purpose="Higher and lower, better and worse lie on the side on which the source has them.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def direction(case: Cited) -> Opinion | None:
    """Contradicted when the comparisons of the source on the same outcome lie the other way, or the sentence's own
    figures do."""
    if case.grades or (case.denies and not re.search(r"\black of\b", case.affirmed)):
        return None
    if relating.speed(case.text):
        return None  # faster is less time: `tendency` weighs it
    for compared in case.compared:
        fault = _own(case, compared)
        if fault:
            return Opinion(Fault.DIRECTION, fault)
        found = _sources(case, compared)
        if found is not None:
            return found
    return None


def _own(case: Cited, compared: Compared) -> str:
    """`more often with A (20%) than with B (30%)`."""
    pairs = {n: c for c, n in bound(case)}
    if compared.way not in ("up", "down") or {compared.first, compared.second} != pairs.keys() or len(pairs) != 2:
        return ""
    if not _PLAIN.search(case.text) or _CHANGE.search(case.text):
        return ""
    a, b = pairs[compared.first].value, pairs[compared.second].value
    if (compared.way == "up" and a < b) or (compared.way == "down" and a > b):
        return (
            f"the words and the figures go opposite ways ({pairs[compared.first].text} and "
            f"{pairs[compared.second].text})"
        )
    return ""


def _sources(case: Cited, compared: Compared) -> Opinion | None:
    first, second = case.treatments[compared.first], case.treatments[compared.second]
    against: list[Unit] = []
    agreeing = 0
    for source, found in case.best:
        if found.words < NEAR or not found.unit.own or not _same_matter(case, source, found.unit):
            continue
        said = showing.way(source, found.unit, first, second, compared.way)
        if not said and second.control and not first.control:
            said = showing.implied(case, found.unit, compared.way)
        if said == compared.way:
            if not against:
                return None
            agreeing += 1
        elif said == OPPOSITE[compared.way]:
            against.append(found.unit)
    if len(against) > agreeing:
        reason = f"in the source it is {TOLD[OPPOSITE[compared.way]]} with {first.name} than with {second.name}"
        return Opinion(Fault.DIRECTION, reason, tuple(u.span for u in against[:2]))
    return None


def _same_matter(case: Cited, source: Source, unit: Unit) -> bool:
    """True when the unit holds half of what the sentence measures."""
    topic = case.topic
    return not topic or 2 * len(topic & source.expanded(unit)) >= len(topic)
