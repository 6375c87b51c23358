"""A ratio for each of several outcomes: `the hazard ratio was 1.06 for stroke (95% CI 0.9 to 1.2) and 0.63 for death`.

What stands behind `for` must be able to happen; people, quarters of a scale and comparisons are left to other readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, estimate, outcome
from probatum.appraise.findings.arms import looks_human
from probatum.appraise.findings.sentence import Sentence
from probatum.model import ArmResult, Finding, Measure
from probatum.text.expressions import caseless

_RATIOS: Final = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.RISK_RATIO})
_ASIDE: Final = r"(?:\s?[\[(][^()\[\]ⓋⓂ]*[\])])?"
_NAME: Final = r"(?<![^\sⓋⓅⒸⓂⓇ,;:()])(?!(?:for|versus|vs|than|compared|who|with|per|each|every)\b)[^\sⓋⓅⒸⓂⓇ,;:()]+"
"""A word of an outcome, from its beginning: else one long word could be cut into eight in millions of ways."""
_ITEM: Final = caseless(
    rf"(?P<v>Ⓥ+){_ASIDE}\sfor\s(?:the\s)?(?P<x>(?:{_NAME}\s?){{1,8}}?)"
    rf"(?={_ASIDE}(?:,?\s(?:and|but)\s|,\s|;\s|\.|$))"
)
_WAS: Final = caseless(
    r"(?:\s[\[(][^()\[\]]*[\])])?(?:,?\s(?:for\s(?P<a>[^ⓋⓅⒸⓂⓇ,;:()]{2,50}?)\s)?"
    r"(?:versus|vs\.?|compared (?:with|to)|relative to)\s"
    r"(?P<ref>[^ⓋⓅⒸⓂⓇ,;:()]{2,50}?))?,?\s(?:was|were)\s$"
)
_LEAD: Final = caseless(r"\s*(?:with|for|on)\s(?:the\s|an?\s)?(?P<a>[^ⓋⓅⒸⓂⓇ,;:()]{2,50}),\s")
"""`With A, the ratio versus B was`."""
_NEXT: Final = caseless(rf"{_ASIDE}(?:,\s(?:and\s)?|;\s(?:and\s)?|,?\sand\s)$")
_NO_EVENT: Final = caseless(
    r"\b(?:quartiles?|quintiles?|tertiles?|models?|increases?|groups?|arms?|years?|stud(?:y|ies)|trials?|regimens?)\b|^\w{1,2}$"
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of two and more ratios of one comparison, each with its outcome."""
    made: list[Finding] = []
    for match in estimate.MEASURE.finditer(sentence.masked):
        measure = estimate.measure_of(match)
        items = list(_items(sentence, match.end())) if measure in _RATIOS else []
        if len(items) < 2 or any(item.start("v") in used for item in items):
            continue
        was = _WAS.match(sentence.masked, match.end(), items[0].start("v"))
        arms, against = _sides(sentence, was) if was else ((), "")
        found = [_one(sentence, measure, item, arms, against) for item in items]
        if all(one is not None for one in found):
            used.update(item.start("v") for item in items)
            made.extend(one for one in found if one is not None)
    return made


def _items(sentence: Sentence, start: int) -> Iterator[re.Match[str]]:
    """The ratios one behind the other; nothing where the first does not follow the measure's verb."""
    first = _ITEM.search(sentence.masked, start)
    if first is None or _WAS.match(sentence.masked, start, first.start()) is None:
        return
    before = first
    yield first
    for item in _ITEM.finditer(sentence.masked, first.end()):
        if _NEXT.match(sentence.masked, before.end(), item.start()) is None:
            return
        yield item
        before = item


def _sides(sentence: Sentence, was: re.Match[str]) -> tuple[tuple[ArmResult, ...], str]:
    names = [
        arm_names.clean(sentence.text[slice(*was.span(g))], sentence.context) if was[g] else "" for g in ("a", "ref")
    ]
    lead = _LEAD.match(sentence.masked) if names[1] and not names[0] else None
    names[0] = arm_names.clean(sentence.text[slice(*lead.span("a"))], sentence.context) if lead else names[0]
    one, two = (name if name and arm_names.valid(name) else "" for name in names)
    arms = (
        tuple(ArmResult(n, control=arm_names.is_control(n, sentence.context)) for n in (one, two) if n) if one else ()
    )
    return arms, two


def _one(
    sentence: Sentence, measure: Measure, item: re.Match[str], arms: tuple[ArmResult, ...], against: str
) -> Finding | None:
    value = sentence.value(item.start("v"))
    figure = sentence.figure(value.figure)
    words = item["x"].strip()
    name = "" if _NO_EVENT.search(words) or looks_human(words) else outcome.phrase(sentence, *item.span("x"))
    if figure is None or not name or value.counted or not estimate.plausible(measure, value, figure):
        return None
    interval, end = estimate.interval_after(sentence, value)
    if interval is None:
        mark = build.trailing_interval(sentence, item.end(), 4)
        interval, end = (sentence.interval(mark), mark.end) if mark else (None, item.end())
    return build.finding(
        sentence,
        name,
        measure,
        arms=arms,
        estimate=figure,
        interval=interval,
        p=build.trailing_p(sentence, end),
        clause=(clauses.clause_start(sentence, value.start), max(end, item.end())),
        comparator=against,
    )
