"""From what a pattern found to a Finding: judged, directed, checked, with every character it rests on."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import benefit, judging, kinds, qualifiers
from probatum.appraise.findings.clauses import clause_start
from probatum.appraise.findings.mentions import NUMBER_SIGN, Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import (
    ArmResult,
    Direction,
    Figure,
    Finding,
    Interval,
    Measure,
    PValue,
    Span,
)
from probatum.text import statistics
from probatum.text.expressions import expression

_LOWER: Final = expression(
    r"\b(?:lower|less|fewer|shorter|smaller|reduced|decreased|decreases?|reductions?|lowered|"
    r"worse(?=ned)|diminished|fell|declined?|dropped|earlier|faster|slower|prevented|attenuated|"
    r"suppressed|lesser|lowest)\b",
    re.IGNORECASE,
)
_HIGHER: Final = expression(
    r"\b(?:higher|greater|more|longer|larger|increased|increases?|elevated|raised|rose|enhanced|"
    r"prolonged|exceeded|highest|later)\b(?! likely| often)",
    re.IGNORECASE,
)
_VALUED: Final = expression(r"\b(?:worse|better|poorer|impaired|inferior|superior)\b", re.IGNORECASE)
_WITHIN: Final = expression(
    r"\b(?:from|with|to|over|than|vs\.?) (?:the )?(?:baseline|pre-?treatment)\b|\bbefore and after\b|"
    r"\bwithin[- ]group",
    re.IGNORECASE,
)


def arm(sentence: Sentence, name: str, value: Value | None) -> ArmResult:
    """One arm's result from a value."""
    control = arm_names.is_control(name, sentence.context) if name else False
    if value is None:
        return ArmResult(name, control=control)
    limits, kind = own_limits(sentence, value)
    events = sentence.figure(value.events)
    main = events if value.events == value.figure and events is not None else sentence.figure(value.figure)
    return ArmResult(
        arm=name,
        value=main,
        spread=sentence.figure(value.spread),
        spread_kind=value.spread_kind if value.spread else "",
        events=events if events is not None else main if value.counted else None,
        denominator=sentence.figure(value.denominator),
        control=control,
        interval=limits,
        interval_kind=kind,
    )


def own_limits(sentence: Sentence, value: Value) -> tuple[Interval | None, str]:
    """The limits printed behind one arm's result, and what they are: `CI`, `IQR` or `range`.

    A bracketed pair without a name is taken only where the sentence says before what its brackets hold: `median (IQR)`.
    """
    inside = sentence.first_interval(value.figure[1], value.end)
    behind = value.end if value.bracket is None else value.figure[1]
    mark = inside or trailing_interval(sentence, behind, 4)
    if mark is not None and mark.start < value.end + 4:
        return sentence.interval(mark), "CI"
    ranged = sentence.range_in(value.bracket)
    if ranged is None:
        return None, ""
    label = (ranged.match["label"] or "").lower()
    kind = "range" if label == "range" else "IQR" if label else _said_limits(sentence.text[: value.start])
    made = sentence.interval(ranged) if kind else None
    if made is None:
        return None, ""
    return Interval(made.low, made.high, made.level if kind == "CI" else None), kind


_IQR: Final = expression(r"\b(?:IQR|inter-?quartile|quartiles?)\b|\b25(?:th)?\b.{0,12}\b75(?:th)?\b", re.IGNORECASE)
_CI: Final = expression(r"\d\d\s?%\s?(?:CI|confidence)", re.IGNORECASE)
_RANGE: Final = expression(r"[\[(]\s?(?:min(?:imum)?-max(?:imum)?|range)\s?[\])]", re.IGNORECASE)


def _said_limits(before: str) -> str:
    """What a sentence says before a figure that its brackets hold; empty when it says nothing, or several things."""
    kinds = [k for k, pattern in (("IQR", _IQR), ("CI", _CI), ("range", _RANGE)) if pattern.search(before)]
    return kinds[0] if len(kinds) == 1 else ""


def _sized(sentence: Sentence, arm: ArmResult, measure: Measure) -> ArmResult:
    """The arm with the number of people printed beside its name: `39.6% in the A group (n = 53)`.

    A share of people takes it only when it is a share of that many; a count is left alone, it may count events.
    """
    if arm.denominator is not None or arm.value is None or not arm.arm or measure not in _SIZED:
        return arm
    sizes = [m for m in sentence.marks if m.sign == NUMBER_SIGN]
    if not sizes:
        return arm
    beside = re.compile(
        rf"(?<!\w){re.escape(arm.arm)}(?:\s(?:[\w-]+\s)?(?:groups?|arms?|{arm_names.PEOPLE}))?\s?$", re.IGNORECASE
    )
    found = [m for m in sizes if beside.search(sentence.text[: m.start])]
    figures = [f for m in found if (f := sentence.figure(m.match.span("n"))) is not None]
    if not figures or len({f.value for f in figures}) > 1:
        return arm
    if measure in (Measure.PERCENTAGE, Measure.SURVIVAL) and not _share_of(arm.value, figures[0].value):
        return arm
    if arm.events is not None and arm.events.value > figures[0].value:
        return arm
    return msgspec.structs.replace(arm, denominator=figures[0])


_PLAIN: Final = {Measure.MEAN, Measure.MEDIAN, Measure.CHANGE, Measure.OTHER}
_SIZED: Final = frozenset({Measure.PERCENTAGE, Measure.SURVIVAL} | _PLAIN)


def _share_of(share: Figure, n: float) -> bool:
    """True when some whole number of `n` people makes the printed share, as far as it is rounded."""
    half = 0.5 * 10.0 ** -len(share.text.replace("·", ".").partition(".")[2]) + 1e-9
    return n >= 1 and 0 <= share.value <= 100 and abs(round(share.value * n / 100) * 100 / n - share.value) <= half


def without_events(result: ArmResult) -> ArmResult:
    """The same result of which the bare number is no count."""
    return msgspec.structs.replace(result, events=None)


def measure_of(values: tuple[Value, ...], outcome: str, sentence: Sentence) -> Measure:
    """Survival, rate, percentage, mean, median, count or a plain figure."""
    if any(_RATE_UNIT.search(v.unit) for v in values):
        return Measure.RATE
    if all(v.percent for v in values) and _SURVIVAL.search(outcome):
        return Measure.SURVIVAL
    if all(v.percent for v in values) and all(v.spread for v in values) and not _SHARE.search(outcome):
        return Measure.MEAN
    if all(v.percent for v in values):
        change = re.search(
            r"\b(?:change(?! in (?:management|treatment|therapy|diagnosis|regimen))|reduction|increase|decrease|"
            r"improvement|decline)\b",
            outcome,
        ) or sentence.masked.count("±")
        return Measure.PERCENT_CHANGE if change and not any(v.events for v in values) else Measure.PERCENTAGE
    if all(v.counted for v in values):
        return Measure.COUNT
    before = sentence.text[: values[0].start]
    if "median" in outcome.lower() or re.search(r"\bmedian\b", before[clause_start(sentence, values[0].start) :], re.I):
        return Measure.MEDIAN
    if any(v.spread for v in values) or re.search(r"\b(?:mean|average)", outcome + before[-80:], re.I):
        return Measure.MEAN
    return Measure.OTHER


_SHARE: Final = expression(
    r"\b(?:rates?|incidences?|prevalence|proportions?|frequenc(?:y|ies)|risks?|probabilit(?:y|ies)|change|"
    r"reduction|increase|"
    r"decrease|improvement|decline)\b"
)
"""A share of people that has a spread of its own, or a change."""
_RATE_UNIT: Final = expression(
    r"(?:per|/)\s?1[0, ]*[\s-]?[a-z-]+[\s-]?(?:years?|yrs?|months?|weeks?|days?)", re.IGNORECASE
)
_SURVIVAL: Final = expression(
    r"\bsurvival\b(?!\s(?:benefit|difference|advantage))|\b(?:OS|PFS|DFS|EFS|RFS|LRFS|DMFS|CSS)\b(?:\srates?)?"
)
"""A share of people who live, or live without an event, at a time."""


def trailing_p(sentence: Sentence, end: int) -> Mention | None:
    """The p value that closes a comparison: after `end`, with no other result between and within 60 characters."""
    mention = sentence.first_p(end, min(len(sentence.text), end + 60))
    if mention is None:
        return None
    gap = sentence.masked[end : mention.start]
    if ";" in gap and not _bracket_open(sentence.masked, end):
        return None
    if re.match(r"^\s?(?:,|,?\sand)\sⓅ", sentence.masked[mention.end :]):
        return None
    return (
        None
        if re.search(r"[ⓋⓅⓂ]|\b(?:and|but|whereas|while|despite|although)\b(?!\s(?:the\s)?\w+ test)", gap)
        else mention
    )


def trailing_interval(sentence: Sentence, end: int, reach: int = 25) -> Mention | None:
    """The interval that follows an estimate at once."""
    mention = sentence.first_interval(end, min(len(sentence.text), end + reach))
    if mention is None:
        return None
    gap = sentence.masked[end : mention.start]
    if ";" in gap and not _bracket_open(sentence.masked, end):
        return None
    return None if re.search(r"[ⓋⓅⓂⓇ]|\b(?:and|vs?|versus)\b", gap) else mention


def _bracket_open(masked: str, position: int) -> bool:
    """True when a position stands inside brackets, where a semicolon does not end the clause."""
    before = masked[:position]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def direction_words(text: str) -> Direction:
    """Lower, higher, or unclear when the words say neither or both."""
    low, high = bool(_LOWER.search(text)), bool(_HIGHER.search(text))
    if low == high:
        return Direction.UNCLEAR
    return Direction.LOWER if low else Direction.HIGHER


def flip(value: Direction) -> Direction:
    """The direction with the arms exchanged."""
    return {Direction.LOWER: Direction.HIGHER, Direction.HIGHER: Direction.LOWER}.get(value, value)


def finding(
    sentence: Sentence,
    outcome: str,
    measure: Measure,
    *,
    arms: tuple[ArmResult, ...] = (),
    estimate: Figure | None = None,
    interval: Interval | None = None,
    p: Mention | None = None,
    unit: str = "",
    clause: Place | None = None,
    words: Direction = Direction.UNCLEAR,
    timepoint: str = "",
    population: str = "",
    comparator: str = "",
    spans: tuple[Span, ...] = (),
    judge: bool = True,
    p_value: PValue | None = None,
    harm: bool = False,
    good: int = 0,
) -> Finding:
    """A Finding with its control arm last, judged and directed. `clause` bounds what the claim is read from.

    `good` is what the words say of the value of the difference for the first arm: 1 better, -1 worse, 0 nothing.
    """
    begin, end = clause or (0, len(sentence.text))
    if outcome != (changed := qualifiers.as_change(sentence.text[begin:end], outcome, arms)):
        outcome, measure = changed, Measure.CHANGE if measure in _PLAIN else measure
    outcome = qualifiers.ended(sentence.text, outcome)
    sized = tuple(_sized(sentence, a, measure) for a in arms)
    arms, words = _control_last(sized, words)
    good = good if arms == sized else -good
    good = good or _called(sentence.text[begin:end], arms)
    claimed = judging.claim(sentence.text[begin:end])
    value = p_value if p is None else sentence.p_value(p)
    if p is not None and sentence.says_ns(p):
        claimed = claimed or "not significant"
    if value is not None and value.kind == "" and len(arms) < 2 and _WITHIN.search(sentence.text[begin:end]):
        value = PValue(value.relation, value.figure, value.text, "within")
    significant = judging.judged(value, interval, measure, sentence.context.study.alpha) if judge else None
    if not claimed and significant is False and len(statistics.read_p(sentence.text)) == 1:
        claimed = judging.claim(sentence.text)  # `..., which the abstract lists among its significant reductions`
    valued = good != 0 and words is Direction.UNCLEAR and significant is not False
    way = words if valued else judging.direction(measure, estimate, arms, significant, words)
    if claimed == "not significant" and significant is None:
        way = Direction.NONE_DETECTED
    elif estimate is not None and measure in judging.DIFFERENCES and _VALUED.search(sentence.text[begin:end]):
        way = words if significant is not False else way  # a difference that is called worse says not which way
    if way in (Direction.LOWER, Direction.HIGHER) and estimate is not None and _OUTLOOK.search(outcome):
        way = Direction.UNCLEAR  # a ratio below 1 is of what is feared, and not of the prognosis
    bad = harm or kinds.is_harm(sentence, outcome)
    return Finding(
        record=sentence.context.record.id,
        outcome=outcome,
        measure=measure,
        sentence=sentence.span,
        arms=arms,
        estimate=estimate,
        interval=interval,
        p=value,
        unit=unit,
        comparator=comparator or next((a.arm for a in arms[1:] if a.control), arms[1].arm if len(arms) == 2 else ""),
        timepoint=timepoint or time_of(sentence, (begin, end)),
        outcome_role=kinds.role_of(sentence, outcome),
        direction=way,
        claimed=claimed,
        significant=significant,
        harm=bad,
        population=population or qualifiers.population(sentence.text) or qualifiers.with_lead(sentence.text, arms),
        spans=spans,
        problems=judging.problems(measure, estimate, interval, value, arms),
        adjusted=qualifiers.adjusted(sentence.text, sentence.start, estimate),
        analysis_set=qualifiers.analysis_set(sentence.text),
        favours=_valued(good, significant) or _favours(outcome, measure, estimate, way, significant, bad),
        margin=qualifiers.margin(sentence.text),
        one_sided=value is not None and qualifiers.one_sided(sentence.text),
        serious=bad and kinds.is_serious(outcome),
    )


_OUTLOOK: Final = expression(r"\bprognos[ie]s$", re.IGNORECASE)


def _called(clause: str, arms: tuple[ArmResult, ...]) -> int:
    """What a clause calls the first of two arms beside the other (`was worse with A than with B`): 1 better, -1 worse,
    0 where it calls them nothing, or denies it."""
    found = _CALLED.search(clause)
    if found is None or len(arms) != 2 or _DENIED.search(clause, 0, found.start()):
        return 0
    good = 1 if found["word"].lower() in ("better", "superior") else -1
    first, second = (arm.arm.lower() for arm in arms)
    one, other = found["one"].lower(), found["other"].lower()
    if first in one and second in other:
        return good
    return -good if second in one and first in other else 0


_CALLED: Final = expression(
    r"\b(?P<word>better|superior|worse|poorer|inferior) (?:with|in|for|among|on|after) (?P<one>[^,;:()]{2,80}?)"
    r" than (?P<other>[^,;:()]{2,80})",
    re.IGNORECASE,
)
_DENIED: Final = expression(r"\b(?:not?|nor|neither|never|without|n['\u2019]t)\b", re.IGNORECASE)


def _valued(good: int, significant: bool | None) -> str:
    """Whom a difference favours that the source calls better or worse; nobody where none was shown."""
    return "" if good == 0 or significant is False else "benefit" if good > 0 else "harm"


def _favours(
    outcome: str, measure: Measure, estimate: Figure | None, way: Direction, significant: bool | None, bad: bool
) -> str:
    """Whom the difference favours; a correlation favours nobody."""
    if measure is Measure.CORRELATION:
        return ""
    if measure is Measure.HAZARD_RATIO and estimate is not None:
        return benefit.hazard(outcome, estimate.value, significant=significant)
    return benefit.favours(outcome, way, harm=bad)


def _control_last(arms: tuple[ArmResult, ...], words: Direction) -> tuple[tuple[ArmResult, ...], Direction]:
    if len(arms) < 2 or not arms[0].control or any(a.control for a in arms[1:]):
        return arms, words
    return (*arms[1:], arms[0]), flip(words) if len(arms) == 2 else words


def time_of(sentence: Sentence, clause: Place) -> str:
    """The time point of a clause, when it names exactly one."""
    times = [m for m in sentence.marks if m.sign == "Ⓣ" and clause[0] <= m.start < clause[1]]
    if len({sentence.text[m.start : m.end].lower() for m in times}) != 1:
        return ""
    text = sentence.text[times[0].start : times[0].end]
    return text if _TIME_LEAD.match(text) else ""


_TIME_LEAD: Final = expression(
    r"(?:at|after|within|during|over|for|until|through|by|week|month|day|year)\b", re.IGNORECASE
)
