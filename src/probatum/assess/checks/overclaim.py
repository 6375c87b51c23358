"""Is more claimed than a study can show?"""

from __future__ import annotations

import re

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import Verdict
from probatum.text.expressions import expression

_PROOF = expression(
    r"\b(?:prov(?:es|ed|en)|proof|cures?|cured|guarantee[sd]?|definitive(?:ly)?|definitely|undoubtedly|always works"
    r"|100% (?:safe|effective)"
    r"|completely safe|entirely safe|no side effects|free of (?:all )?(?:risks?|side effects)|no risks?|eliminates?"
    r"|eradicates all|certainly|beyond doubt)\b",
    re.IGNORECASE,
)
_NO_EFFECT = expression(
    r"\b(?:has|had|have|having) no (?:\w+ ){0,2}effects?\b|\bdoes not work\b|\bis ineffective\b|\bidentical\b"
    r"|\bas safe as\b|\bis equally (?:safe|effective)\b"
    r"|\bno effect (?:on|at all)\b(?! was)",
    re.IGNORECASE,
)
_DETECTED = expression(r"\b(?:detect\w*|found|seen|shown|observed|reported|demonstrat\w*)\b", re.IGNORECASE)


@check(
    name="overclaim",
    purpose="No proof, cure or guarantee beyond the source; no difference detected is not told as no effect.",
    source="Altman DG, Bland JM. Absence of evidence is not evidence of absence (1995), doi:10.1136/bmj.311.7003.485",
)
def overclaim(case: Case) -> Answer:
    """Not in source for a claim of proof; partly supported for `no effect` without an interval or `was detected`."""
    if not case.statement.supports:
        return None
    for claim in case.claims:
        found = _PROOF.search(claim.text)
        if found and not any(found.group().lower() in source.lower for source in case.sources):
            return Verdict.NOT_IN_SOURCE, f"no support says {found.group().lower()!r}"
        found = _NO_EFFECT.search(claim.text)
        if found and not claim.intervals and not _DETECTED.search(claim.text):
            exact = any(found.group().lower() in source.lower for source in case.sources)
            if not exact:
                return (
                    Verdict.PARTLY,
                    "told as no effect where none was detected; an interval or `was detected` is missing",
                )
    return None
