"""Differences of several outcomes with their intervals: `no difference in X (A - B 0.7 mm; 95% CI -2 to 3) or Y (...)`.

That no difference was found holds each estimate to its interval, which must hold both it and zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, naming, outcome
from probatum.appraise.findings.mentions import INTERVAL_SIGN
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Direction, Finding, Measure, Span
from probatum.text.expressions import caseless

_HEAD: Final = caseless(
    r"\bno\s(?:\w+\s){0,3}?differences?\s(?:(?:was|were)\s\w+\s)?(?:between\s[^ⓋⓅⒸⓂⓇ,;:()]{3,80}?\s)?(?:in|for)\s"
    r"(?:(?:the|average|mean)\s)*"
)
_CELL: Final = caseless(
    r"(?P<np>[^ⓋⓅⒸⓂⓇ,;:()]{3,70}?)\s[\[(](?P<label>[^ⓋⓅⒸⓂⓇ;()]{0,50}?)(?P<v>Ⓥ+)[;,]\s(?P<ci>Ⓒ+)[^()ⓋⒸ]{0,25}[\])]"
)
_JOINT: Final = caseless(r",?\s(?:and\s|or\s|nor\s)?(?:in\s)?(?:the\s)?(?=\w)")
_LESS: Final = caseless(
    r"(?P<a>[A-Za-z][\w /-]{1,40}?)\s(?:-|–|−|minus|vs?\.?|versus)\s(?P<b>[A-Za-z][\w /-]{1,40}?)[\s:,=]*$"
)


def read(sentence: Sentence, used: set[int]) -> Iterator[Finding]:
    """The findings of the members of such a list; none where nothing says between whom the differences are."""
    head = _HEAD.search(sentence.masked)
    if head is None:
        return
    at, arms = head.end(), _arms(sentence, head.span())
    cell = _CELL.match(sentence.masked, at)
    while cell is not None:
        less = _LESS.match(cell["label"])
        own = _pair(sentence, less, cell.start("label")) if less else ()
        arms = (own, ()) if own else arms
        found = _found(sentence, cell.span("np"), cell.start("v"), cell.start("ci"), arms)
        if found is None or cell.start("v") in used:
            return
        used.add(cell.start("v"))
        yield found
        joint = _JOINT.match(sentence.masked, cell.end())
        cell = _CELL.match(sentence.masked, joint.end()) if joint else None


def _arms(sentence: Sentence, place: Place) -> tuple[tuple[ArmResult, ...], tuple[Span, ...]]:
    """The arms that the head of the list, or the words behind the list, name."""
    pair = naming.BETWEEN.search(sentence.masked, place[0])
    named = naming.pair(sentence, pair.span("a1"), pair.span("a2")) if pair else ()
    return (named, ()) if named else naming.study_pair(sentence)


def _pair(sentence: Sentence, less: object, at: int) -> tuple[ArmResult, ...]:
    """`A - B`, as the bracket says which is taken from which."""
    names = [less[g] for g in ("a", "b")]  # type: ignore[index]
    if not all(arm_names.valid(name) for name in names):
        return ()
    return tuple(ArmResult(name, control=arm_names.is_control(name, sentence.context)) for name in names)


def _found(
    sentence: Sentence, np: Place, at: int, limits: int, arms: tuple[tuple[ArmResult, ...], tuple[Span, ...]]
) -> Finding | None:
    value, mark = sentence.value(at), sentence.mark_at(INTERVAL_SIGN, limits)
    figure = sentence.figure(value.figure)
    interval = sentence.interval(mark) if mark else None
    name = outcome.phrase(sentence, *np)
    if figure is None or interval is None or mark is None or not name or not arms[0] or outcome.has_verb(name):
        return None
    low, high = interval.low.value, interval.high.value
    if not (low <= figure.value <= high and low <= 0 <= high):
        return None
    return build.finding(
        sentence,
        name,
        Measure.RISK_DIFFERENCE if value.percent else Measure.MEAN_DIFFERENCE,
        arms=arms[0],
        estimate=figure,
        interval=interval,
        p=build.trailing_p(sentence, mark.end),
        unit=value.unit or ("%" if value.percent else ""),
        words=Direction.NONE_DETECTED,
        clause=(0, mark.end),
        spans=arms[1],
    )
