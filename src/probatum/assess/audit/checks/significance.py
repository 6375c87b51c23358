"""Is what is called significant so, by its own p value and interval?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import NEGATED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import verbatim
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import expression

_STRONG = expression(
    r"\b(?:superior(?:ity)?|significan\w+|outperform\w*|differed(?! by)|clear(?:ly)?)\b", re.IGNORECASE
)
_DENIED = expression(
    r"\b(?:not? (?:statistically )?(?:significan\w+|superior|differ\w*|better|worse|shown|reach\w*|separat\w*)"
    r"|non-?significan\w*|insignifican\w*"
    r"|no (?:clear |statistically |significant |detectable |real |material ){0,3}(?:difference|benefit|effect"
    r"|advantage|gain|change|delay|separation)|did not|was not|were not"
    r"|similar|comparable|equal|equivalent|miss(?:ed|es|ing)|f(?:e|a)ll(?:s|ing)? short"
    r"|without (?:a )?(?:statistically )?significan\w+"
    r"|failed to|non-?inferior\w*|short of|far from|nowhere near|trend"
    r"|(?:marginal(?:ly)?|borderline|nearly|almost|approach\w*|close to|of borderline)"
    r" (?:statistical(?:ly)? )?significan\w+)\b",
    re.IGNORECASE,
)
_JUDGED = expression(
    r"\bp\s?=\s?(?P<p>0?\.[0-9]{1,8})\s(?:is|was)\s(?P<denied>not\s)?significant\s(?:at"
    r"|against)\s(?P<level>0?\.[0-9]{1,6})\b",
    re.IGNORECASE,
)
"""`p = 0.28 is not significant at 0.05`: plain arithmetic."""
_EXCEPTED = expression(r"\b(?:except(?:ing)?|apart from|other than|save for|but only)\b", re.IGNORECASE)
"""`did not differ, except at one hour (p < 0.007)`: the p value is that of the exception."""
_BRACKETS = expression(r"\([^()]{0,200}\)")
_CLINICAL = expression(r"\bnot clinically (?:significant|relevant|meaningful|important)\b", re.IGNORECASE)
"""What is not clinically significant may well be so by its p value."""
_MARGINAL = expression(
    r"\b(?:marginal(?:ly)?|borderline|barely|just|only just|of borderline) (?:statistical(?:ly)? )?significan\w+", re.I
)
"""By a p value just below the level this is no denial."""
_WITHOUT = expression(r"\Awithout\s[^,.;]{3,60},", re.IGNORECASE)
"""`Without adjustment, ...`: how it was reckoned, and no denial."""
_RATIO = expression(r"\b(?:OR|RR|HR|IRR|odds ratio|risk ratio|hazard ratio|rate ratio|relative risk)\b")


@probe(
    name="significance",
    order=60,
    purpose="A result is called significant, superior or different only where its own p value or interval says so "
    "at 0.05, and "
    "not significant only where they do.",
    source="Wasserstein RL, Lazar NA. The ASA statement on p-values (2016), doi:10.1080/00031305.2016.1154108; "
    "Boutron I, et al. "
    "Spin (2010), doi:10.1001/jama.2010.651",
)
def significance(case: Cited) -> Opinion | None:
    """Contradicted when the p value or interval printed in the sentence itself, or in one of the findings that it
    lists, belies what is claimed there."""
    for found in _JUDGED.finditer(case.said.plain):
        if (float(found["p"]) < float(found["level"])) == bool(found["denied"]):
            return Opinion(Fault.SIGNIFICANCE, f"{found.group()} is not so", _spans(case))
    return next((told for part in case.parts or (case,) if (told := _belied(part)) is not None), None)


_UNLABELLED: Final = expression(
    r"\b(?:OR|RR|HR|IRR|odds ratio|risk ratio|hazard ratio|rate ratio|relative risk)\b(?:\s(?:of|was)|\s?=)?\s?"
    r"(?P<point>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s?[,;(\[]{1,2}\s?(?:from\s)?(?P<low>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s?(?:to|-)\s?"
    r"(?P<high>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?![0-9%])"
)
"""A ratio with its bounds, of which no word says so: `relative risk 5.1, 0.6 to 41.9`."""


_OF_DIFFERENCE: Final = expression(
    r"\b(?:interval|limits|bounds) (?:of|for|around|about|on) (?:the|this|that|its) (?:difference|gap|gain|lead|change"
    r"|contrast)(?:\s?[:,]|\s(?:was|is|ran|runs|went|of|from)){0,2}\s"
    r"(?P<low>[-\u2212\u2013]?[0-9]{1,4}(?:\.[0-9]{1,4})?)\s?%?\s(?:to|and)\s"
    r"(?P<high>[-\u2212\u2013+]?[0-9]{1,4}(?:\.[0-9]{1,4})?)",
    re.IGNORECASE,
)
"""Bounds of a difference that are named without their level: `interval of the difference -3 to 8`."""


def _differences(case: Cited) -> list[tuple[str, bool]]:
    """Differences whose bounds are told, and whether these leave out 0."""
    made = []
    for found in _OF_DIFFERENCE.finditer(case.text):
        low, high = (float(found[n].replace("\u2212", "-").replace("\u2013", "-")) for n in ("low", "high"))
        if low < high:
            made.append((found.group(), not low <= 0 <= high))
    return made


def _bounds(case: Cited) -> list[tuple[str, bool]]:
    """Ratios whose bounds stand behind them without a name, and whether these leave out 1."""
    made = []
    for found in _UNLABELLED.finditer(case.text):
        low, point, high = float(found["low"]), float(found["point"]), float(found["high"])
        if low <= point <= high and low < high:
            made.append((found.group(), not low <= 1 <= high))
    return made


def _belied(case: Cited) -> Opinion | None:
    judged = [(m.text, j) for m in case.p if m.kind == "" and (j := statistics.judge(m.relation, m.value)) is not None]
    judged += [(m.text, False) for m in case.p if m.relation == "<" and m.value is not None and 0.05 < m.value <= 0.1]
    judged += [
        (i.text, j) for i in case.intervals if i.kind == "CI" and (j := _excludes(case, i.low, i.high)) is not None
    ]
    judged = judged or _differences(case) or _bounds(case)
    if not judged or len({j for _, j in judged}) > 1:
        return None
    shown, holds = judged[0]
    denied = _DENIED.search(case.text) is not None
    bare = _WITHOUT.sub(" ", _BRACKETS.sub(" ", case.text))
    if not holds and not denied and _STRONG.search(bare) and not NEGATED.search(bare):
        return Opinion(
            Fault.SIGNIFICANCE, f"{shown} is not significant at 0.05, and the sentence calls it so", _spans(case)
        )
    if (
        holds
        and not _EXCEPTED.search(case.text)
        and statistics.claims_significance(_MARGINAL.sub(" ", _CLINICAL.sub(" ", case.text))) == "not significant"
        and not verbatim(case, whole=True)  # its own source denies another thing in it
    ):
        return Opinion(Fault.SIGNIFICANCE, f"{shown} is significant at 0.05, and the sentence denies it", _spans(case))
    return None


def _excludes(case: Cited, low: float, high: float) -> bool | None:
    """Whether an interval leaves out no effect; None when it cannot be said which value that is."""
    if _RATIO.search(case.text):
        return not low <= 1 <= high
    if low < 0 < high:
        return False
    return None


def _spans(case: Cited):  # type: ignore[no-untyped-def]
    return tuple(a.unit.span for _, a in case.best[:1])
