"""One cell of a table as an arm's result: `7 (23.3)`, `32.5 ± 4.8`, `5 (3-8)`, `15/50 (30%)`, a mean beside its SD."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings.mentions import NUM
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.model import ArmResult, Figure, Interval, Measure
from probatum.text.expressions import expression

_MARK: Final = r"\s?(?:[*†‡§¶#ªᵃᵇᶜᵈ∗⁎]+[a-d]{0,3})?[.]?"
_S: Final = r"[-−–+]?\s?"
_PAIR: Final = expression(
    rf"^(?P<a>{_S}{NUM})\s?\(\s?(?:±\s?|(?P<kind>SD|SEM?)\s?[=:]?\s?)?(?P<b>{NUM})\s?(?P<pct>%)?\s?\){_MARK}$"
)
_PLUS: Final = expression(
    rf"^(?P<a>{_S}{NUM})\s?(?:±|\+/-|\+−)\s?(?P<b>{NUM}){_MARK}(?:,?\s?[\[(]?\s?(?:[nN]\s?=\s?(?P<n>\d+)|(?P<bare>(?<=\()\d+))"
    rf"\s?[\])]?)?{_MARK}$"
)
_RANGE: Final = expression(
    rf"^(?P<a>{_S}{NUM})\s?[\[(]\s?(?P<low>{_S}{NUM})\s?(?:-|–|−|—|,|;|to)\s?(?P<high>{_S}{NUM})\s?[\])]{_MARK}$"
)
_FRACTION: Final = expression(
    rf"^(?P<a>\d[\d,]*(?:\s\d{{3}})*)\s?/\s?(?P<n>\d[\d,]*(?:\s\d{{3}})*)(?:\s?[\[(]\s?(?P<b>{NUM})\s?%?\s?[\])"
    rf"])?{_MARK}$"
)
_PERCENT: Final = expression(rf"^(?P<a>{NUM})\s?%{_MARK}$")
_PERCENT_FIRST: Final = expression(rf"^(?P<b>{NUM})\s?%\s?[\[(]\s?(?P<a>\d+)(?:\s?/\s?(?P<n>\d+))?\s?[\])]{_MARK}$")
_PLAIN: Final = expression(rf"^(?P<a>{_S}{NUM}){_MARK}$")
_COUNTS: Final = expression(
    r"\b(?:n|no\.?|number|patients|events|cases)\b\s?[,(]?\s?[(\[]?\s?%|\(%\)|, ?%|\bn ?%", re.IGNORECASE
)
_MEANS: Final = expression(
    r"\b(?:means?|M|x¯|x̄)\b.{0,14}?(?:(?P<sd>(?<![a-z])SDs?\b|standard deviation|s\.d\.)|(?P<se>(?<![a-z])SEM?\b|"
    r"standard error|s\.e\.)|±(?!\s?(?:SD|SE)))"
    r"|±\s?(?:(?P<sd2>SD)|(?P<se2>SEM?))|\((?:(?P<sd3>SD)|(?P<se3>SEM?))\)",
    re.IGNORECASE,
)
_OF_WHOLE: Final = expression(
    r"\b(?:n/N|no\.?/total|number/total|n/n)\b|\w*mg/\w+|\bml/\w+|\band/or\b|\bn/a\b", re.IGNORECASE
)
_SIZED: Final = expression(r"[\[(]n[\])]|,\s?n\b")
"""`mean ± SD (n)`: the number behind a mean and its spread is that of its people."""
_MEDIANS: Final = expression(r"\bmedians?\b|\bIQR\b|inter-?quartile", re.IGNORECASE)
_CI: Final = expression(r"\d\d ?% ?(?:CI|confidence)", re.IGNORECASE)


class Read(NamedTuple):
    """An arm's result and its measure."""

    result: ArmResult
    measure: Measure


def read(
    sentence: Sentence, place: Place, hints: tuple[str, ...], arm: str, control: bool, n: Figure | None
) -> Read | None:
    """The result in a cell; None where its form is not said for certain.

    `place` is the cell's in the sentence; `hints` are the words that say what is printed, the nearest first; `n` is the
    number of people in the arm.
    """
    text = sentence.text[slice(*place)]
    begin = place[0] + len(text) - len(text.lstrip())
    text = text.strip()

    def figure(match: re.Match[str], group: str) -> Figure | None:
        start, end = match.span(group)
        start += len(match[group]) - len(match[group].lstrip("+ "))
        return sentence.figure((begin + start, begin + end))

    for pattern, made in ((_FRACTION, _fraction), (_PERCENT_FIRST, _fraction), (_PERCENT, _percent)):
        match = pattern.match(text)
        if pattern is _PERCENT_FIRST and match is not None and not match["n"] and n is None and _said(hints) != "count":
            return None  # `13% (10)` of nobody knows how many may be a mean with its spread
        if pattern is _FRACTION and match is not None and _listed(match, hints, n):
            return None
        if match is not None:
            return made({k: figure(match, k) for k, v in match.groupdict().items() if v}, arm, control, n)
    match = _PAIR.match(text)
    if match is not None:
        pair = figure(match, "a"), figure(match, "b")
        if match["kind"]:
            hints = (f"mean ({match['kind']})", *hints)
        return _pair(pair, match["pct"] is not None, hints, ArmResult(arm, control=control), n)
    match = _PLUS.match(text)
    if match is not None:
        if match["bare"] and not any(_SIZED.search(hint) for hint in hints):
            return None
        group = "n" if match["n"] else "bare"
        of = figure(match, group) if match[group] else n
        told = ArmResult(arm, value=figure(match, "a"), spread=figure(match, "b"), denominator=of, control=control)
        return Read(msgspec.structs.replace(told, spread_kind=_spread(hints)), Measure.MEAN)
    match = _RANGE.match(text)
    if match is not None:
        ends = figure(match, "low"), figure(match, "high")
        return _ranged(figure(match, "a"), ends, hints, ArmResult(arm, control=control, denominator=n))
    return None


def _listed(match: re.Match[str], hints: tuple[str, ...], n: Figure | None) -> bool:
    """True for `14/16` under `Size (1.0/1.5)`: two counts, and no part of a whole."""
    if match["b"]:
        return False
    label = _OF_WHOLE.sub("", hints[0])
    return "/" in label or (n is not None and _whole(match["a"]) + _whole(match["n"]) == n.value)


def _whole(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def mean_beside(
    sentence: Sentence, place: Place, spread: Place, kind: str, arm: str, control: bool, n: Figure | None
) -> Read | None:
    """A mean and its spread in two neighbouring cells; `kind` is SD or SE."""
    one, two = _plain(sentence, place), _plain(sentence, spread)
    if one is None or two is None or two.value < 0:
        return None
    return Read(ArmResult(arm, value=one, spread=two, spread_kind=kind, denominator=n, control=control), Measure.MEAN)


def share_beside(
    sentence: Sentence, count: Place, share: Place, arm: str, control: bool, n: Figure | None
) -> Read | None:
    """People with an event and their share in two neighbouring cells."""
    events = _plain(sentence, count)
    text = sentence.text[slice(*share)]
    match = _PERCENT.match(text.strip()) or _PLAIN.match(text.strip())
    if events is None or match is None:
        return None
    begin = share[0] + len(text) - len(text.lstrip())
    return _fraction(
        {"a": events, "b": sentence.figure((begin + match.start("a"), begin + match.end("a")))}, arm, control, n
    )


def whole(sentence: Sentence, place: Place) -> Figure | None:
    """The number of people in a cell; None where it holds anything else."""
    figure = _plain(sentence, place)
    return figure if figure is not None and figure.value.is_integer() and figure.value > 0 else None


def _plain(sentence: Sentence, place: Place) -> Figure | None:
    text = sentence.text[slice(*place)]
    begin = place[0] + len(text) - len(text.lstrip())
    match = _PLAIN.match(text.strip())
    if match is None:
        return None
    start = match.start("a") + len(match["a"]) - len(match["a"].lstrip("+ "))
    return sentence.figure((begin + start, begin + match.end("a")))


def _fraction(found: dict[str, Figure | None], arm: str, control: bool, n: Figure | None) -> Read | None:
    events, share, of = found.get("a"), found.get("b"), found.get("n") or n
    if events is None or (of is not None and (events.value > of.value or of.value == 0)):
        return None
    if share is not None and of is not None and abs(100 * events.value / max(of.value, 1) - share.value) > 1.0:
        return None
    value = share or events
    result = ArmResult(arm, value=value, events=events, denominator=of, control=control)
    return Read(result, Measure.PERCENTAGE if share else Measure.COUNT)


def _percent(found: dict[str, Figure | None], arm: str, control: bool, n: Figure | None) -> Read | None:
    value = found.get("a")
    if value is None or value.value > 100:
        return None
    return Read(ArmResult(arm, value=value, denominator=n, control=control), Measure.PERCENTAGE)


def _pair(
    pair: tuple[Figure | None, Figure | None], percent: bool, hints: tuple[str, ...], arm: ArmResult, n: Figure | None
) -> Read | None:
    """`7 (23.3)`: events and a share, or a mean and its spread, by the sign, the nearest words, or the arithmetic."""
    first, second = pair
    if first is None or second is None:
        return None
    whole = first.value.is_integer() and first.value >= 0 and "." not in first.text and second.value <= 100
    said = _said(hints)
    fits = whole and n is not None and n.value > 0 and abs(100 * first.value / n.value - second.value) <= 0.6
    if percent or said == "count" or (not said and fits):
        if not whole or (n is not None and not abs(100 * first.value / max(n.value, 1) - second.value) <= 1.0):
            return None
        return Read(_with(arm, value=second, events=first, denominator=n), Measure.PERCENTAGE)
    if said == "mean" and not (whole and "." in second.text and _said(hints[:1]) != "mean"):
        return Read(_with(arm, value=first, spread=second, spread_kind=_spread(hints), denominator=n), Measure.MEAN)
    return None


def _with(arm: ArmResult, **fields: object) -> ArmResult:
    return ArmResult(arm.arm, control=arm.control, **fields)  # type: ignore[arg-type]


def _said(hints: tuple[str, ...]) -> str:
    """`count` or `mean`: what the nearest words that say anything say; empty where they say both."""
    for hint in hints:
        counts, means = _COUNTS.search(hint) is not None, _MEANS.search(hint) is not None
        if counts != means:
            return "count" if counts else "mean"
        if counts and means:
            return ""
    return ""


def _spread(hints: tuple[str, ...]) -> str:
    """SD or SE, where the nearest words that name either name one."""
    for hint in hints:
        found = {k[:2].upper() for m in _MEANS.finditer(hint) for k, v in m.groupdict().items() if v}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _ranged(
    value: Figure | None, ends: tuple[Figure | None, Figure | None], hints: tuple[str, ...], arm: ArmResult
) -> Read | None:
    """`5 (3-8)`: a median with quartiles or a value with its interval, where the words say which."""
    low, high = ends
    if value is None or low is None or high is None or not low.value <= value.value <= high.value:
        return None
    for hint in hints:
        median, limits = _MEDIANS.search(hint) is not None, _CI.search(hint) is not None
        if median != limits:
            kind = "CI" if limits else "IQR" if re.search(r"IQR|quartile", hint, re.IGNORECASE) else "range"
            if not limits and kind == "range" and "range" not in hint.lower():
                kind = ""
            interval = Interval(low, high, 95.0 if limits else None) if kind else None
            made = ArmResult(
                arm.arm,
                value=value,
                denominator=arm.denominator,
                control=arm.control,
                interval=interval,
                interval_kind=kind,
            )
            return Read(made, Measure.MEAN if limits else Measure.MEDIAN)
    return None
