"""Tests of interaction, and claims of non-inferiority and equivalence with their margin."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import build, clauses, estimate, naming, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Direction, Finding, Measure, PValue
from probatum.text.expressions import expression

_BETWEEN: Final = expression(
    r"\binteractions?\s(?:effects?\s)?(?:was\s(?:\w+\s){1,2})?(?P<what>between\s[^ⓋⓅⒸⓂⓇ,;:()"
    r"]{3,60}?\sand\s[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?)"
    r"(?:\s(?:for|on|in|with regard to|regarding)\s(?:the\s)?(?P<of>[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?))?(?=\s?[,;(\[.]|\s?$|"
    r"\s(?:was|were|did)\s)",
    re.IGNORECASE,
)
_NONINFERIOR: Final = expression(
    r"\b(?:(?:was|were|is|proved|proven|shown to be|found to be)"
    r"\s(?P<not>not\s)?(?:statistically\s)?(?:non-?inferior|equivalent)|"
    r"(?P<met>(?:met|demonstrated|showed|established|achieved|confirmed)\s(?:the\s)?(?:criteri(?:on|a) (?:of|for)\s|"
    r"pre-?specified\s)?non-?inferiority))"
    r"(?:\s(?:to|with|of|compared (?:with|to)|versus)\s(?:that of\s)?(?P<ref>[^ⓋⓅⒸⓂⓇ,;:()]{2,60}?))?"
    r"(?:,?\s(?:in terms of|with respect to|with regard to|regarding|for|"
    r"in)\s(?:the\s)?(?P<of>[^ⓋⓅⒸⓂⓇ,;:()]{3,70}?))?"
    r"(?=\s?[,;(\[.:]|\s?$|\sⓉ|\s(?:and|with|but|at)\s)",
    re.IGNORECASE,
)
_DIFFERENCE: Final = expression(
    r"^[^ⓋⓂ.]{0,40}?[\[(,;:]\s?(?:(?:absolute|adjusted|estimated|mean|risk|treatment|between-group|rate|least[- "
    r"]squares?)\s)*"
    r"differences?(?:\s(?:of|was|between groups|in \w+))?\s?[,:=]?\s?(?P<v>Ⓥ+)",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of tests of interaction, then of non-inferiority."""
    return [*_interaction(sentence), *_noninferior(sentence, used)]


def _interaction(sentence: Sentence) -> list[Finding]:
    """`a significant interaction between treatment and age for death (P for interaction = 0.01)`: the p is of it."""
    match = _BETWEEN.search(sentence.masked)
    p = build.trailing_p(sentence, match.end()) if match else None
    value = sentence.p_value(p) if p else None
    if match is None or value is None:
        return []
    name = outcome.tidy(sentence.text[slice(*match.span("what"))].removeprefix("between "), sentence)
    of = outcome.phrase(sentence, *match.span("of")) if match["of"] else ""
    if not name:
        return []
    told = f"interaction of {name}" + (f" on {of}" if of else "")
    kind = PValue(value.relation, value.figure, value.text, "interaction")
    return [build.finding(sentence, told, Measure.P_ONLY, p_value=kind, clause=match.span())]


def _noninferior(sentence: Sentence, used: set[int]) -> list[Finding]:
    """`A was non-inferior to B for relapse (difference 1.2 points; 90% CI -0.5 to 2.9; margin 4 points)`."""
    match = _NONINFERIOR.search(sentence.masked)
    if match is None or match["of"] is None or not match["ref"]:
        return []
    name = outcome.phrase(sentence, *match.span("of"))
    start = clauses.clause_start(sentence, match.start())
    place = clauses.subject_place(sentence, start, match.start())
    arms = naming.pair(sentence, place, match.span("ref")) if place else ()
    told = _DIFFERENCE.match(sentence.masked[match.end() :])
    value = sentence.value(match.end() + told.start("v")) if told else None
    if not name or not arms or value is None or value.start in used:
        return []
    used.add(value.start)
    interval, end = estimate.interval_after(sentence, value)
    measure = Measure.RISK_DIFFERENCE if value.percent or "percentage point" in value.unit else Measure.MEAN_DIFFERENCE
    return [
        build.finding(
            sentence,
            name,
            measure,
            arms=arms,
            estimate=sentence.figure(value.figure),
            interval=interval,
            p_value=_p(sentence, end),
            unit=value.unit or ("%" if value.percent else ""),
            words=Direction.UNCLEAR,
            clause=(start, len(sentence.text)),
        )
    ]


def _p(sentence: Sentence, end: int) -> PValue | None:
    """The p behind a difference, of non-inferiority where its words say so."""
    mark = sentence.first_p(end, end + 120)
    value = sentence.p_value(mark) if mark else None
    if mark is None or value is None or re.search(r"[.]\s", sentence.masked[end : mark.start]):
        return None
    named = re.match(r"\s(?:for|of)\s(?:non-?inferiority|equivalence)", sentence.masked[mark.end :], re.IGNORECASE)
    return PValue(value.relation, value.figure, value.text, "non-inferiority") if named else value
