"""Is a difference called not shown, or not significant, where the source says of the very same that it was?"""

from __future__ import annotations

from typing import Final

from probatum.assess.audit import groups
from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.checks.differing import _ON, _told
from probatum.assess.audit.checks.negation import _NO_CONTRAST
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import caseless

_PART: Final = caseless(r"\b(?:except|apart from|other than|only|subgroups?|adjust\w*|lowest|low(?:er)? dose)\b")
"""What is said of some, or of another reckoning, the rest may belie."""


_NOT: Final = caseless(r"\b(?:could|can|may|might|would) ?not\b")
"""What denies, and does not hedge."""


@probe(
    name="unshown",
    order=133,
    purpose="A difference is called not significant only where the passage of the source that is nearest to it does "
    "not call it significant.",
    source="Altman DG, Bland JM. Absence of evidence is not evidence of absence (1995), doi:10.1136/bmj.311.7003.485",
)
def unshown(case: Cited) -> Opinion | None:
    """Contradicted when the first, and most, of what the source says of as much of the same outcome tells a
    difference."""
    if len(case.sources) != 1 or case.p or case.doses or case.results or case.grades:
        return None
    if HEDGED.search(_NOT.sub(" ", case.text)):
        return None
    if statistics.claims_significance(case.text) != "not significant" or _PART.search(case.text):
        return None
    if _NO_CONTRAST.search(case.text) or not groups.of(case.sources[0]):
        return None
    told = list(_told(case, case.sources[0]))
    most = max((t.share for t in told), default=0.0)
    near = [t for t in told if t.share >= max(_ON, most)]
    along = [t for t in near if t.some]
    if not along or near[0] is not along[0] or 2 * len(along) <= len(near):
        return None
    reason = "the source tells a difference in it"
    return Opinion(Fault.SIGNIFICANCE, reason, tuple(t.unit.span for t in along[:2]), along[0].unit.raw)
