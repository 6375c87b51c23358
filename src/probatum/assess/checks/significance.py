"""Is a p value or an interval judged, and not merely copied?"""

from __future__ import annotations

import re

from probatum.assess import meaning
from probatum.assess.case import Case, Read, claims, read
from probatum.assess.meaning import Clause
from probatum.assess.registry import Answer, check
from probatum.model import Kind, Verdict
from probatum.text import statistics
from probatum.text.expressions import expression
from probatum.text.statistics import IntervalMention

_CORRECTED = expression(r"not significant|did not reach significance", re.IGNORECASE)
_SKIP = frozenset(("interaction", "heterogeneity", "trend"))
_ASIDE = expression(r",?\s?although (?:the source|its abstract|the authors)[^.;)]{0,80}", re.IGNORECASE)
_NAMED = expression(r"^(?:certainty for|how sure we can be about) [^:]{1,160}:", re.IGNORECASE)
"""The outcome that a sentence on certainty is about (`the reduction in tumour size`): a name, no claim of an effect."""
_REMARK = expression(
    r"not significant|did not reach|not reach|non-?significant|insignificant|no (?:\w+ )?(?:difference|effect"
    r"|change)[\w ]{0,20}"
    r"|not differ|may |might |uncertain|unclear|trend|similar|unchanged"
    r"|not (?:statistically|show|detect|exclude|clearly)"
    r"|numerically|chance|inconclusive",
    re.IGNORECASE,
)
_RATIO = expression(r"\b(?:ratio|ratios|[ahr]?RR|[a]?OR|[a]?HR|IRR|odds|hazard|relative risk)\b")
_DIFFERENCE = expression(r"\b(?:difference|differed|MD|WMD|SMD|mean change|beta)\b")
_SIGNIFICAN = expression(r"significan", re.IGNORECASE)


@check(
    name="significance",
    purpose="What is told as significant, or as an effect, is so by its own p value or interval at the study's level.",
    source="Wasserstein RL, Lazar NA. The ASA statement on p-values (2016), doi:10.1080/00031305.2016.1154108; "
    "Boutron I, et al. Reporting and interpretation of randomized controlled trials with non-significant results "
    "(2010), doi:10.1001/jama.2010.651",
    parameters={
        "alpha": "level fixed beforehand, two-sided 0.05 when none is named; p = 0.05 is not significant at 0.05"
    },
)
def significance(case: Case) -> Answer:
    """Contradicted when claim and figure disagree; partly supported when a non-significant effect is not said to be."""
    sources = meaning.read(case.quotes)
    asked = False
    for text in _told(case):
        whole = _NAMED.sub("", _ASIDE.sub("", text))
        # Of quoted words only a claim of significance is judged: a bare figure speaks for itself.
        remark = _REMARK.search(whole) is not None or text not in case.texts
        for part in meaning.read((whole,)):
            own = read(part.text)
            claim = "" if _grave(case, part.text) else claims(part.text)
            if not (own.p or own.intervals or claim or part.directions):
                continue
            asked = True
            if _BY_RULE in part.text and _taken_back(case):
                continue
            answer = _by_own(case, own, part, claim, remark) or _by_source(case, part, claim, sources, own, remark)
            if answer:
                return answer
    return (Verdict.SUPPORTED, f"claims agree with p values and intervals at {case.alpha:g}") if asked else None


_BY_RULE = "by the rule of its trial"
_DENIED = expression(
    r"^\s{0,3}[^.;]{0,110}\b(?:was|is|were) (?:\w+ )?(?:not|non-?) ?(?:\w+ )?significant", re.IGNORECASE
)
_NEXT = 160
"""Characters behind a result in which its report may take it back."""


def _taken_back(case: Case) -> bool:
    """Whether the very next sentence of a source says that a result was not significant by the rule of its trial."""
    supports = case.statement.supports
    return any(_DENIED.match(s.source_section.text[s.end : s.end + _NEXT]) for s in supports)


_COMPARES = expression(r"\b(?:than|differ\w*|effects?|compar\w+|versus|lower\w*|rais\w+|reduc\w+)\b", re.IGNORECASE)


def _grave(case: Case, text: str) -> bool:
    """Whether `significant` says how grave an illness is (`significant respiratory depression`): a direction that
    compares nothing claims nothing of statistics."""
    return case.statement.kind is Kind.DIRECTIVE and _COMPARES.search(text) is None


def _told(case: Case) -> tuple[str, ...]:
    """The texts to judge: quoted words too, unless our own words beside them say `not significant`."""
    if any(_CORRECTED.search(text) for text in case.texts):
        return case.texts
    return tuple(dict.fromkeys((case.statement.text, *case.texts)))


def _judged(found: Read, alpha: float) -> list[bool | None]:
    return [statistics.judge(m.relation, m.value, alpha) for m in found.p if m.kind not in _SKIP]


def _by_own(case: Case, own: Read, part: Clause, claim: str, remark: bool) -> Answer:
    judged = _judged(own, case.alpha)
    told = _SIGNIFICAN.search(part.text) is not None
    if judged and claim == "significant" and all(j is False for j in judged):
        return Verdict.CONTRADICTED, f"told as significant at {own.p[0].text}"
    if judged and claim == "not significant" and told and all(j is True for j in judged):
        return Verdict.CONTRADICTED, f"told as not significant at {own.p[0].text}"
    if judged and not claim and part.directions and all(j is False for j in judged) and not remark:
        return Verdict.CONTRADICTED, f"told as an effect at {own.p[0].text}"
    if not judged and (claim == "significant" or (part.directions and not claim and not remark)):
        held = [m for m in own.intervals if m.kind in ("CI", "CrI") and _holds_null(m, part.text)]
        if held:
            return Verdict.CONTRADICTED, f"told as an effect although {held[0].text!r} holds no difference"
    return None


def _holds_null(mention: IntervalMention, text: str) -> bool:
    if _RATIO.search(text):
        return mention.low <= 1 <= mention.high
    return bool(_DIFFERENCE.search(text)) and mention.low <= 0 <= mention.high


def _by_source(case: Case, part: Clause, claim: str, sources: tuple[Clause, ...], own: Read, remark: bool) -> Answer:
    if own.p or not (claim or part.directions):
        return None
    if claim == "not significant" and any(_holds_null(m, part.text) for m in own.intervals):
        return None  # its own interval says so, whatever stands of another dose or outcome
    fitting, score = meaning.best(part, sources)
    if score < min(2, meaning.telling(part)) or not score:
        return None
    judged = [j for s in fitting for j in _judged(read(s.text), case.alpha)]
    said = {claims(s.text) for s in fitting}
    told = _SIGNIFICAN.search(part.text) is not None
    against = bool(judged) and all(j is False for j in judged)
    if claim == "significant" and (against or (not judged and said == {"not significant"})):
        return Verdict.CONTRADICTED, "told as significant, which the source's own figures deny"
    if (
        claim == "not significant"
        and told
        and not against
        and (_all(judged) or (not judged and said == {"significant"}))
    ):
        return Verdict.CONTRADICTED, "told as not significant, which the source's own figures deny"
    if not claim and part.directions and not part.negated and against and not remark:
        return (
            Verdict.PARTLY,
            "told as an effect; the source's p value is not significant and the statement does not say so",
        )
    return None


def _all(judged: list[bool | None]) -> bool:
    return bool(judged) and all(j is True for j in judged)
