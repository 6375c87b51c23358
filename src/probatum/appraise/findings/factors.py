"""Lists of risk factors with their ratios: `size >= 40 mm (OR 2.0; 95% CI 1.0-3.8) and age (OR 1.3) predicted relapse`.

The outcome is said once, before or behind the list; each member is an exposure with an estimate of its own.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, estimate, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Finding, Measure
from probatum.text.expressions import expression

_RATIOS: Final = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.RISK_RATIO})
_KIND: Final = (
    r"(?:(?:significant(?:ly)?|independent(?:ly)?|strong(?:est)?|important|major|main|key|positive(?:ly)?|"
    r"negative(?:ly)?|"
    r"the|only|potential|prognostic|risk|protective|predictive|an?|higher|lower|increased|decreased|reduced|greater)"
    r"\s)*"
)
_WHAT: Final = r"(?P<what>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,90}?)"
_FACTORS: Final = (
    rf"{_KIND}(?:factors?|predictors?|variables?|determinants?|correlates?|covariates?)\s(?:significantly\s|"
    rf"independently\s)*"
    r"(?:(?:that\s)?(?:were\s)?(?:significantly\s|independently\s)*(?:associated with|related to|linked to|"
    r"predicting|predicted|predictive of|"
    r"influencing|affecting|contributing to)|of|for)"
)
_BEFORE: Final = expression(
    rf"(?:{_FACTORS})\s(?:the\s|an?\s)?{_KIND}{_WHAT}\s?(?:\s(?:was|were|are|is|included?|including|identified|found|"
    rf"as follows|namely)\b|:|\s?$|,\s)",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    rf"(?:(?:as|were|was|are|is|being|to be|remained|emerged as|identified as)\s(?:all\s|also\s)?{_FACTORS}|"
    rf"(?:were|was|are|is|remained|being)?\s?{_KIND}(?:(?:independently|significantly|strongly|all|each|also|"
    rf"both)\s)*"
    rf"(?:associated with|related to|correlated with|linked to|predicted|predictive of|predicting))\s(?:the\s|"
    rf"an?\s)?{_KIND}"
    rf"(?:risks? (?:of|for)\s|odds of\s|likelihood of\s|rates? of\s)?{_WHAT}(?=\s?[,;:.(\[]|\s?$|\s(?:in|among|at|"
    rf"after|during|within|with|compared|than|versus|relative)\s|\sⓉ)",
    re.IGNORECASE,
)
_OPENS: Final = expression(
    r"(?:(?:\s(?:were|was|are|is|included?|including|identified|found|that|showed|revealed)|:|,\s(?:such as|namely)))"
    r"\s(?:that\s)?(?:the\s)?",
    re.IGNORECASE,
)
_JOINS: Final = expression(r"^[\])]?\s?[,;]?\s(?:(?:and|or|as well as|followed by|plus|but also)\s)?(?:the\s)?")


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """A finding for each member of a list of two and more factors; none where one member has no name of its own."""
    told = [
        (match, measure, value, end)
        for match, measure, value, end, what in sentence.once(estimate.mentions)
        if measure in _RATIOS and what is None and value.start not in used and _bracketed(sentence, match.start())
    ]
    if len(told) < 2:
        return []
    name, first = _outcome(sentence, told[0][0].start(), told[-1][3])
    members = [_member(sentence, match.start()) for match, *_ in told] if name else []
    if not members or not all(members) or first is None:
        return []
    made: list[Finding] = []
    for (match, measure, value, end), member in zip(told, members, strict=True):
        figure = sentence.figure(value.figure)
        exposure = outcome.exposure(sentence, *member) if member else ""
        if figure is None or not exposure or not estimate.plausible(measure, value, figure):
            continue
        used.add(value.start)
        interval, end = estimate.interval_after(sentence, value)
        made.append(
            build.finding(
                sentence,
                name,
                measure,
                arms=(ArmResult(exposure),),
                estimate=figure,
                interval=interval,
                p=build.trailing_p(sentence, end),
                comparator=_comparator(sentence, told[-1][3]),
                clause=(match.start(), end),
            )
        )
    return made


_COMPARED: Final = expression(
    r"\b(?:compared (?:with|to)|than|relative to|versus)\s(?:the\s)?(?P<ref>[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?)(?=\s?[,;.(]|"
    r"\s?$|\s(?:in|after|at)\s)",
    re.IGNORECASE,
)


def _comparator(sentence: Sentence, end: int) -> str:
    """`... were associated with less X compared to C`: what the members were compared with, said behind the list."""
    match = _COMPARED.search(sentence.masked, end)
    name = arm_names.clean(sentence.text[slice(*match.span("ref"))], sentence.context) if match else ""
    return name if arm_names.valid(name) else ""


def _bracketed(sentence: Sentence, start: int) -> bool:
    """The measure word stands in brackets of its own behind a name."""
    return (
        re.search(
            r"[\[(]\s?(?:adjusted\s|multivaria\w+\s|"
            r"[A-Za-z]{1,12}\s)?$",
            sentence.masked[:start],
        )
        is not None
    )


def _outcome(sentence: Sentence, first: int, last: int) -> tuple[str, Place | None]:
    """What the factors are of, and where the words for it stand."""
    behind = _BEHIND.search(sentence.masked, last)
    found = behind if behind and "Ⓥ" not in sentence.masked[last : behind.start()] else None
    if found is None:
        found = next((m for m in _BEFORE.finditer(sentence.masked, 0, first) if _heads(sentence, m.start())), None)
    if found is None:
        return "", None
    return outcome.phrase(sentence, *found.span("what")), found.span("what")


def _heads(sentence: Sentence, start: int) -> bool:
    """`Risk factors for relapse were`: not `smoking was a risk factor for`, whose list is one of outcomes."""
    return not outcome.has_verb(sentence.masked[clauses.clause_start(sentence, start) : start])


def _member(sentence: Sentence, start: int) -> Place | None:
    """The member of the list before the bracket that holds a measure word; None where one has no measure."""
    opening = max(sentence.masked.rfind("(", 0, start), sentence.masked.rfind("[", 0, start))
    clause = clauses.clause_start(sentence, opening)
    close = max(sentence.masked.rfind(")", clause, opening), sentence.masked.rfind("]", clause, opening))
    begin = clauses.skip_lead(sentence.masked, clause, opening) if close < 0 else close
    joins = _JOINS.match(sentence.masked[begin:opening]) if close >= 0 else None
    begin += joins.end() if joins else 0
    opens = list(_OPENS.finditer(sentence.masked, begin, opening))
    begin = opens[-1].end() if opens else begin
    place = (begin, len(sentence.masked[:opening].rstrip()))
    return None if place[1] <= place[0] or "," in sentence.masked[slice(*place)] else place
