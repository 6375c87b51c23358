"""Do risks for every 1,000 people, their difference and its interval come out of one pair of risks of the source?"""

from __future__ import annotations

from probatum.assess.audit import risks
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import Fault


@probe(
    name="absolute",
    order=52,
    purpose="Two risks told as people of every 100 or 1,000 differ by what is told, and come, with the interval and "
    "the number needed to treat, out of one pair of counts, shares, or a risk and a ratio of the source.",
    source="Altman DG. Confidence intervals for the number needed to treat (1998), doi:10.1136/bmj.317.7168.1309",
)
def absolute(case: Cited) -> Opinion | None:
    """Number differs where the figures do not agree among themselves, or no pair of a cited source comes to them."""
    for told in risks.read(case.text) if case.sources else ():
        if told.slip:
            return Opinion(Fault.NUMBER, told.slip)
        units = [a.unit for _, a in case.best[:6]]
        if any(_printed(told, s) or risks.explained(told, s, units) for s in case.sources):
            continue
        reason = f"no two risks of the source come to {told.one:g} and {told.two:g} of every {told.base:,g}"
        return Opinion(Fault.NUMBER, reason + (" with that interval" if told.ends else ""))
    return None


def _printed(told: risks.Told, source: Source) -> bool:
    """True when a unit prints both numbers and the one by which they are told."""
    wanted = {told.one, told.two, told.base} | ({abs(end) for end in told.ends} if told.ends else set())
    return any(
        unit.figures and wanted <= {f.value for f in (*unit.figures, *unit.head_figures)} for unit in source.units
    )
