"""Upgrading: observation whose effect is large, follows the dose, or stands against its own bias.

Guyatt et al. 2011, GRADE guidelines 9, doi:10.1016/j.jclinepi.2011.06.004. Only a body without a step down may rise.
"""

from __future__ import annotations

import re

from probatum.appraise.certainty.body import Body
from probatum.appraise.certainty.precision import crosses
from probatum.appraise.certainty.scale import RATIOS
from probatum.appraise.reading import sentences
from probatum.model import CertaintyStep, Domain, Finding, SectionRole
from probatum.text.expressions import expression

LARGE = (0.5, 2.0)
"""Relative effects that are large."""
VERY_LARGE = (0.2, 5.0)
"""Relative effects that are very large: two steps."""
GRADIENT = expression(
    r"\b(?:(?:clear|strong|significant|inverse|positive|graded|linear)? ?dose[- ](?:response|dependent|related|effect)"
    r" (?:relationship|relation|association|gradient|manner|trend|effect)|dose[- ]response (?:was|were) (?:seen|found"
    r"|observed))\b",
    re.IGNORECASE,
)
AGAINST = expression(
    r"\b(?:residual |unmeasured |remaining |potential |any )*(?:confounding|bias)\b[^.;]{0,60}\b(?:would|is expected to"
    r"|likely) (?:have )?(?:be )?(?:bias\w*|underestimat\w+|attenuat\w+|reduc\w+|weaken\w*|diminish\w*)[^.;]{0,60}"
    r"\b(?:effect|association|estimate|null)\b",
    re.IGNORECASE,
)
DENIED = expression(r"\b(?:no|not|without|absence of|lack of|nor)\b", re.IGNORECASE)


def upgrading(body: Body) -> list[CertaintyStep]:
    """Steps up of a body that has lost none."""
    return [*_large(body), *_gradient(body), *_opposing(body)]


def _large(body: Body) -> list[CertaintyStep]:
    """One for a relative effect of 2 or more (0.5 or less), two for 5 or more (0.2 or less), shown by its interval."""
    for finding in body.findings:
        if finding.measure not in RATIOS or finding.estimate is None or finding.interval is None:
            continue
        change = _times(finding.estimate.value)
        if change and not crosses(finding, finding.interval):
            much = "very large" if change > 1 else "large"
            reason = f"The effect is {much} ({finding.measure.value} {finding.estimate.text})."
            return [CertaintyStep(Domain.LARGE_EFFECT, change, reason, (finding.estimate.span,))]
    return []


def _times(ratio: float) -> int:
    if ratio <= VERY_LARGE[0] or ratio >= VERY_LARGE[1]:
        return 2
    return 1 if ratio <= LARGE[0] or ratio >= LARGE[1] else 0


def _gradient(body: Body) -> list[CertaintyStep]:
    """One where a significant trend with the dose is reported for this outcome."""
    for finding in body.findings:
        match = GRADIENT.search(finding.sentence.quote)
        trend = finding.p is not None and finding.p.kind == "trend" and finding.significant is True
        denied = match and DENIED.search(finding.sentence.quote[: match.start()])
        if trend or (match and not denied and _shown(finding)):
            span = finding.sentence.inner(*match.span()) if match else finding.sentence
            reason = "The effect grows with the dose."
            return [CertaintyStep(Domain.DOSE_RESPONSE, 1, reason, (span,))]
    return []


def _shown(finding: Finding) -> bool:
    return finding.significant is not False


def _opposing(body: Body) -> list[CertaintyStep]:
    """One where a source argues that what it could not adjust for made the effect smaller."""
    for finding in body.findings:
        for sentence in sentences(finding.sentence.source):
            if sentence.role is SectionRole.BACKGROUND:
                continue
            match = AGAINST.search(sentence.text)
            if match and not DENIED.search(sentence.text[: match.start()]):
                reason = "What could not be adjusted for would have made the effect smaller."
                return [CertaintyStep(Domain.OPPOSING_BIAS, 1, reason, (sentence.span(*match.span()),))]
    return []
