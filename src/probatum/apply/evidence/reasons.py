"""Reasons: why an outcome's certainty is what it is, step by step (GRADE)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from probatum.apply import wording
from probatum.apply.drafting import Draft
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.plainly import plain as plainly
from probatum.model import Certainty, Domain, Kind, Span, Study
from probatum.text.expressions import expression

_EASIER: Final = (
    (expression(r"\bno interval and no p value is reported\b"), "how exact the figures are is not told"),
    (expression(r"\bno interval is reported\b"), "how large or small it may be is not told"),
    (expression(r"\bonly a secondary outcome\b"), "not what was mainly looked for"),
    (expression(r"\bthe risk of bias or the blinding of its studies\b"), "how well its studies were done"),
    (expression(r"\bsingle-blind\b"), "done so that one side knew who got what"),
    (expression(r"\bopen-label\b"), "done so that everybody knew who got what"),
    (expression(r"\bno effect was detected\b"), "no effect was seen"),
)
"""Words of the reasons in plain words, with the same figures."""


_POOLED: Final = expression(r" \(I2 = \d{1,3} ?%\)")
"""A statistic of the pooling, which stands beside the pooled result and in no sentence of a source."""


def _bare(reason: str) -> str:
    return wording.lower(_POOLED.sub("", reason.rstrip(". ")))


def _because(given: Certainty, same_as: str) -> str:
    """The reasons in plain words: `; why: only 80 people took part`."""
    if same_as:
        return f"; the reasons are the same as for {same_as}"
    said = "; ".join(_bare(s.reason) for s in given.steps if s.change)
    for pattern, easier in _EASIER:
        said = pattern.sub(easier, said)
    rests = _RESTS.match(next((s.reason for s in given.steps if s.domain is Domain.START), ""))
    counted = f"; it rests on {wording.lower(rests[1])}" if rests else ""
    return counted + (f"; why: {said}" if said else "")


_RESTS: Final = expression(r"([^\d]*+\d.*?) starts? at\b")
"""What the start of a grade counts (`a review (12 studies) starts at high`): its figures are every reader's."""


_DETAILS: Final = expression(r"\s*\([^()]{1,80}\)")
_STEPS: Final = {1: "one step", 2: "two steps"}
_SMALL: Final = ("two", "three", "four", "five", "six")
_COUNTED: Final = expression(r"\b(two|three|four|five|six) studies\b")
"""Studies that a reason counts among those of the outcome."""


def certainty(
    draft: Draft,
    given: Certainty,
    studies: Sequence[Study],
    sentences: Iterable[Span],
    name: str,
    same_as: str = "",
    *,
    standing: str = "",
) -> None:
    """`Certainty for X: low; randomised trials start at high; one step down for imprecision (...)`.

    With `same_as` the reasons are those given for that outcome and are not repeated.
    """
    _, calculation, size_spans = evidence_size(studies)
    start = next((s for s in given.steps if s.domain is Domain.START), None)
    reasons = (
        [wording.lower(start.reason.rstrip(". ")).replace(" (no step down)", ", and nothing lowered it")]
        if start
        else []
    )
    for step in given.steps:
        if step.change:
            much = _STEPS.get(abs(step.change), "three steps")
            way = "down" if step.change < 0 else "up"
            why = _bare(step.reason).removeprefix("the evidence is indirect: ")
            reasons.append(f"{much} {way} for {step.domain.value} ({why})")
    spans = [*size_spans, *(span for s in given.steps for span in s.spans), *sentences]
    same_as = _DETAILS.sub("", same_as)
    said = f"for the same reasons as for {same_as}" if same_as else "; ".join(reasons)
    several = (_SMALL.index(word) + 2 for word in _COUNTED.findall(said))
    calculation += tuple(one for n in several for one in wording.count(range(n)))
    if any(abs(step.change) > 2 for step in given.steps) and not same_as:
        calculation += wording.count(range(3))
    text = f"certainty for {name}: {given.level.value}; {said}{standing}"
    plain = f"how sure are we about {name}? {plainly.sure(given.level.value)}{_because(given, same_as)}{standing}"
    draft.add(text, Kind.FINDING, spans, calculation=calculation, plain=plain)
