"""By rule: a result below 0.05 that its trial does not call significant, since it had set itself a stricter rule.

Where several outcomes are primary, `p = 0.04` may show nothing; told without its own figures, `no effect was detected`
would read as if nothing had been seen.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.evidence import borderline
from probatum.model import Finding

_USUAL: Final = 0.05


def told(finding: Finding) -> tuple[str, str]:
    """The estimate with its interval and p, and that the trial's rule is not met, for professionals and in plain words;
    empty where that is not so."""
    p, interval, estimate = finding.p, finding.interval, finding.estimate
    if finding.significant is not False or p is None or interval is None or estimate is None:
        return "", ""
    none = borderline.NULL.get(finding.measure)
    if none is None:
        return "", ""
    beyond = interval.low.value > none or interval.high.value < none
    if p.relation not in ("=", "<") or p.figure.value >= _USUAL or not beyond:
        return "", ""
    level = f"{interval.level:g}"
    figures = (
        f"{finding.measure.value} {estimate.text}, {level}% CI {interval.low.text} to {interval.high.text}, {p.text}"
    )
    easy = "by the rule that the trial had set, chance may explain it"
    return f"{figures}, which the trial's own rule does not count as shown", easy
