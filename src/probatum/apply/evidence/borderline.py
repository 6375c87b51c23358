"""Borderline: an interval of which one end is exactly no difference, as it is printed.

A hazard ratio of 1.26 with 1.00 to 1.59 shows no effect, and it does not show that there is none: to say that nothing
was detected would hide a harm that the source itself tells, to say that there is one would be more than it carries. A p
that is printed decides, and so does a report that calls the result not significant; else it is told as what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply.evidence import arms
from probatum.model import Finding, Measure, Question

NULL: Final = {
    **dict.fromkeys((Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO), 1.0),
    **dict.fromkeys((Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE), 0.0),
}
REACHES: Final = ", but not significantly: the interval reaches no difference"
"""How it is told behind the direction."""


def edge(finding: Finding) -> str:
    """`lower` or `higher`, the side on which all of an interval lies but its end; empty for any other."""
    interval, figure, null = finding.interval, finding.estimate, NULL.get(finding.measure)
    if interval is None or figure is None or null is None or finding.p is not None or finding.significant is True:
        return ""
    if finding.claimed == "not significant":
        return ""  # as its own report judges
    if interval.low.value == null < figure.value:
        return "higher"
    return "lower" if interval.high.value == null > figure.value else ""


def side(findings: Sequence[Finding], question: Question) -> str:
    """The side of findings that all are of one such kind, of what was asked about; empty elsewhere."""
    found = {_of_asked(one, question) for one in findings}
    return found.pop() if len(found) == 1 else ""


def _of_asked(finding: Finding, question: Question) -> str:
    way = edge(finding)
    turned = bool(way) and arms.stand(finding, question).turned
    return {"lower": "higher", "higher": "lower"}[way] if turned else way
