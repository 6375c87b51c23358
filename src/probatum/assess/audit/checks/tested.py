"""Does the test that the source prints beside a sentence's figures say what the sentence says of the difference?"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit.case import HEDGED, Cited
from probatum.assess.audit.checks.negation import NO_CONTRAST
from probatum.assess.audit.checks.significance import _DENIED
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import verbatim
from probatum.assess.audit.source import Unit
from probatum.model import Fault
from probatum.text import statistics
from probatum.text.expressions import expression

_CLAIMED: Final = expression(
    r"\b(?:significan(?:t|tly|ce)|differed|superior|set (?:\w+ ){0,4}apart|separated|distinguish\w*|told apart)\b", re.I
)
_SHORT: Final = expression(
    r"\b(?:short of|far from|no(?:t|r)?|never|non-?|without|fail\w*|missed|in|lack\w*|escap\w*|did not"
    r"|nowhere near)\b[^.;]{0,40}"
    r"\bsignifican\w*|\binsignifican\w*|\bnon-?significan\w*|\b(?:could be|be due to|put down to|owing to"
    r"|explained by|down to)"
    r" (?:mere )?chance\b|\bplay of chance\b|\brule out chance\b",
    re.IGNORECASE,
)
"""Words that deny a significant difference."""
_NON_INFERIOR: Final = expression(
    r"\bnon-?\s?inferior(?:ity)?\b|\bnot inferior\b|\bnoninferior(?:ity)?\b", re.IGNORECASE
)
_UNSHOWN: Final = expression(
    r"\b(?:fail\w*|not|never|unable|could not|cannot|neither|nor|missed"
    r"|inconclusive)\b(?:\s\w+){0,4}\s(?:to )?(?:show|shown|met|meet"
    r"|reach\w*|demonstrat\w*|establish\w*|prov\w*|be|was|confirm\w*)?(?:\s\w+){0,3}\s?\Z",
    re.IGNORECASE,
)
_RATIO: Final = expression(r"\b(?:RR|HR|OR|aHR|aOR|IRR|SHR|ratios?|hazards?|odds)\b", re.IGNORECASE)
_REACH: Final = 60
"""Characters behind a figure in which its interval or p stands."""


@probe(
    name="tested",
    order=74,
    purpose="A difference told with figures but without its test is called significant, or not, as the test beside "
    "these figures in the source is; non-inferiority too.",
    source="Altman DG, Bland JM. Absence of evidence is not evidence of absence (1995), doi:10.1136/bmj.311.7003.485; "
    "CONSORT non-inferiority extension (2012), doi:10.1001/jama.2012.87802",
)
def tested(case: Cited) -> Opinion | None:
    """Contradicted where every passage that holds the sentence's figures shows the contrary of what it claims."""
    if verbatim(case, whole=True):
        return None  # how its own source tells the test is not held against it
    return next(
        (told for part in case.parts or (case,) if (told := _belied(part) or _adjusted(part)) is not None), None
    )


_ADJUSTED: Final = expression(
    r"\b(?:adjust\w*|controll\w* for|account\w* for|(?:taken|taking|took) into account|allow\w* for|correct\w* for"
    r"|multivaria\w*)\b",
    re.IGNORECASE,
)
_LOST: Final = expression(
    r"\b(?:no longer|ceased to be|lost (?:its )?|not (?:statistically )?|in|non-?)\s?significan\w*|\b(?:disappear\w*"
    r"|vanish\w*)\b",
    re.IGNORECASE,
)
_KEPT: Final = expression(r"\b(?:remain\w*|stay\w*|still|persist\w*|held)\b[^.;]{0,40}", re.IGNORECASE)


def _adjusted(case: Cited) -> Opinion | None:
    """Whether a difference outlasted adjustment, where each passage on adjusting, of the same time, says the other."""
    lost, kept = _LOST.search(case.text) is not None, _KEPT.search(case.text) is not None
    if not _ADJUSTED.search(case.text) or lost == kept or case.grades or HEDGED.search(case.text):
        return None
    times = [c for c in case.figures if c.kind == "duration"]
    spoken = []
    for source in case.sources:
        for unit in source.units:
            fits = unit.own and not unit.row and _ADJUSTED.search(unit.text)
            if not fits or any(unit.meeting(c) is None for c in times):
                continue
            if 2 * len(case.topic & source.expanded(unit)) >= len(case.topic):
                judged = {j for m in unit.p if (j := statistics.judge(m.relation, m.value)) is not None}
                spoken += [(unit, judged.pop())] if len(judged) == 1 else []
    if not spoken or any(shown != lost for _, shown in spoken):
        return None
    how = "significant" if lost else "not significant"
    return Opinion(Fault.SIGNIFICANCE, f"after adjustment it is {how} in the source", (spoken[0][0].span,))


def _belied(case: Cited) -> Opinion | None:
    told = [c for c in case.figures if _measured(case, c)]
    if (
        not told
        or NO_CONTRAST.search(case.text)
        or _ASIDE.search(case.text)
        or case.p
        or case.grades
        or HEDGED.search(case.text)
    ):
        return None
    holding = [u for s in case.sources for u in s.units if u.own and u.figures and all(u.meeting(c) for c in told)]
    return _inferior(case, holding) or _significant(case, told, holding)


_REMARKED: Final = expression(r"\(an? (?:clear |statistically )?(?:significant )?difference\)", re.IGNORECASE)
"""What is said of the figures before it, and of nothing else."""
_ASIDE: Final = expression(r"\b(?:though|although|but|while|whereas|however|despite)\b", re.IGNORECASE)
"""Words behind which something else is told than the test is of."""


def _measured(case: Cited, claim: Claimed) -> bool:
    """True for a result that is hit by chance hardly: no size of a group, no dose; spans of time with tenths."""
    if claim.kind == "duration":
        return claim.places > 0
    return claim in case.results and claim.telling >= 1 and claim.unit != "patients"


def _inferior(case: Cited, holding: list[Unit]) -> Opinion | None:
    said = _NON_INFERIOR.search(case.text)
    if said is None or _UNSHOWN.search(case.text[: said.start()]):
        return None
    spoken = [(u, m) for u in holding for m in _NON_INFERIOR.finditer(u.text)]
    if spoken and all(_UNSHOWN.search(u.text[: m.start()]) for u, m in spoken):
        return Opinion(
            Fault.SIGNIFICANCE, "the source did not show non-inferiority with these figures", (spoken[0][0].span,)
        )
    return None


def _significant(case: Cited, told: list[Claimed], holding: list[Unit]) -> Opinion | None:
    short = _SHORT.search(case.text) is not None
    denied = short or _DENIED.search(case.affirmed) is not None or case.denies
    claims = bool(_CLAIMED.search(_SHORT.sub(" ", case.affirmed)) or _REMARKED.search(case.text))
    if short == (claims and not denied) or case.intervals:
        return None
    judged = [(u, verdict) for u in holding if (verdict := _shown(u, told)) is not None]
    if not judged or any(verdict != short for _, verdict in judged):
        return None
    differs = re.search(r"\bdiffer", case.lower) is not None and "significan" not in case.lower
    how = "significant" if short else "not significant"
    told_ = f"the test beside these figures is {how} in the source"
    return Opinion(
        Fault.NEGATION if differs else Fault.SIGNIFICANCE, told_, (judged[0][0].span,), judged[0][0].raw[:200]
    )


def _shown(unit: Unit, told: list[Claimed]) -> bool | None:
    """Whether the test of a passage, the only one or that right behind a figure, shows a difference."""
    if unit.row:
        return None
    places = [f.end for c in told if (f := unit.meeting(c)) is not None]
    tests = [(m.start, j) for m in unit.p if (j := statistics.judge(m.relation, m.value)) is not None]
    for low, text in ((i, unit.text) for i in statistics.read_intervals(unit.text) if i.kind == "CI"):
        ratio = _RATIO.search(text[max(0, low.start - _REACH) : low.start]) is not None
        nothing = 1.0 if ratio else 0.0
        if ratio or low.low < 0 < low.high:
            tests.append((low.start, not low.low <= nothing <= low.high))
    if len({j for _, j in tests}) > 1 and len(unit.values) > len(tests) + len(told):
        return None  # one test is of these, and another of a third group
    near = {j for at, j in tests if any(0 <= at - place <= _REACH for place in places)}
    found = near or {j for _, j in tests}
    return found.pop() if len(found) == 1 else None
