"""A sentence of a record with its marks and values, and the way from its offsets to Spans and Figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar, cast

from probatum.appraise.findings import mentions, values
from probatum.appraise.findings.mentions import INTERVAL_SIGN, P_SIGN, RANGE_SIGN, Mention, number
from probatum.appraise.findings.values import Place, Value
from probatum.model import Figure, Interval, PValue, Record, SectionRole, SourceSection, Span, Study
from probatum.text.expressions import expression
from probatum.text.statistics import IntervalMention, PMention, read_intervals, read_p

T = TypeVar("T")
_LEVEL = expression(
    r"(?<![\d.])([89]\d(?:\.\d)?)\s?(?:%|per ?cent)[\s-](?:CI|CrI|confidence|credible|credibility)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the patterns know of the record a sentence stands in."""

    record: Record
    study: Study
    vocabulary: frozenset[str] = frozenset()
    """Content words of the title and of the study's arms, lower case: what an arm may be called."""
    lower: frozenset[str] = frozenset()
    """Words that the record writes in lower case somewhere."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; all offsets count from its start. `masked` has the same length as `text`."""

    context: Context
    section: SourceSection
    start: int
    text: str
    role: SectionRole
    masked: str
    marks: tuple[Mention, ...]
    values: tuple[Value, ...]
    _by_start: dict[int, Value] = field(default_factory=dict)
    _read: dict[object, object] = field(default_factory=dict)

    @classmethod
    def read(cls, context: Context, section: SourceSection, start: int, end: int, role: SectionRole) -> Sentence:
        """Mark and read the characters `start` to `end` of a section."""
        text = section.text[start:end]
        masked, marks = mentions.mark(text)
        masked, found = values.read(text, masked)
        return cls(context, section, start, text, role, masked, tuple(marks), tuple(found), {v.start: v for v in found})

    def once(self, reader: Callable[[Sentence], T]) -> T:
        """What a reader makes of this sentence; it is asked once, whoever wants to know."""
        if reader not in self._read:
            self._read[reader] = reader(self)
        return cast(T, self._read[reader])

    @property
    def span(self) -> Span:
        """The whole sentence."""
        return self.place((0, len(self.text)))

    def place(self, place: Place) -> Span:
        """The span of a place in the sentence."""
        return Span(self.context.record, self.section.id, self.start + place[0], self.start + place[1])

    def figure(self, place: Place | None) -> Figure | None:
        """The number printed at a place."""
        if place is None:
            return None
        text = self.text[place[0] : place[1]]
        return Figure(number(text), text, self.place(place))

    def value(self, start: int) -> Value:
        """The value that begins at an offset."""
        return self._by_start[start]

    def mark_at(self, sign: str, start: int) -> Mention | None:
        """The mark of that sign that begins at an offset."""
        return next((m for m in self.marks if m.start == start and m.sign == sign), None)

    def p_value(self, mention: Mention) -> PValue | None:
        """The p value of a mark, or None for `P = NS`."""
        match = mention.match
        printed = match["num"].strip()
        printed = printed if "(" in printed else printed.rstrip(")")
        if self.says_ns(mention):
            return None
        start = match.start("num")
        figure = self.figure((start, start + len(printed)))
        if figure is None or not 0 <= figure.value <= 1:
            return None
        read = next(
            (m for m in _read_p(self.text) if (m.value_start, m.value_end) == (start, start + len(printed))), None
        )
        if read is None or read.value != figure.value:
            return None
        kind = _P_KINDS.get(read.kind, read.kind)
        if kind == "" and self._of_noninferiority(mention.start):
            kind = "non-inferiority"
        return PValue(read.relation, figure, f"p {read.relation} {printed}", kind)

    def _of_noninferiority(self, stop: int) -> bool:
        """Whether the words that lead to a p value say that non-inferiority was met, and nothing else after."""
        said = list(_MARGINED.finditer(self.text, 0, stop))
        return bool(said) and not _TURNS_TO.search(self.text[said[-1].end() : stop].rstrip(" ;,("))

    def says_ns(self, mention: Mention) -> bool:
        """True for `P = NS`."""
        return mention.match["num"].strip().lower().replace(".", "") == "ns"

    def says_numbers(self) -> bool:
        """True when the sentence prints a p value or an interval; `P = NS` is no number."""
        return any(m.sign == INTERVAL_SIGN or (m.sign == P_SIGN and not self.says_ns(m)) for m in self.marks)

    def interval(self, mention: Mention) -> Interval | None:
        """The interval of a mark; None when its ends stand in the wrong order."""
        match = mention.match
        low, high = self.figure(_signed(match, "low")), self.figure(_signed(match, "high"))
        if low is None or high is None or low.value > high.value:
            return None
        read = next((m for m in _read_intervals(self.text) if (m.low, m.high) == (low.value, high.value)), None)
        if read is None:
            return None
        return Interval(low, high, read.level or (self._level() if mention.sign == INTERVAL_SIGN else None))

    def _level(self) -> float | None:
        """The level of an interval that is printed without one: the only one that its section names, else None."""
        named = {float(level) for level in _LEVEL.findall(self.section.text)}
        return named.pop() if len(named) == 1 else None

    def next_mark(self, sign: str, start: int, stop: int) -> Mention | None:
        """The first mark of a sign that begins in `start` to `stop`."""
        return next((m for m in self.marks if m.sign == sign and start <= m.start < stop), None)

    def first_p(self, start: int, stop: int) -> Mention | None:
        """The first p value that begins in `start` to `stop`."""
        return self.next_mark(P_SIGN, start, stop)

    def first_interval(self, start: int, stop: int) -> Mention | None:
        """The first interval that begins in `start` to `stop`."""
        return self.next_mark(INTERVAL_SIGN, start, stop)

    def range_in(self, place: Place | None) -> Mention | None:
        """The bracketed range at a value's bracket."""
        return None if place is None else self.mark_at(RANGE_SIGN, place[0])


_MARGINED = expression(r"\b(?:non-?inferior(?:ity)?|equivalence)\b", re.IGNORECASE)
_TURNS_TO = expression(
    r"\bsuperior|\b(?:and|but|while|whereas|although)\b|;\s(?=[A-Za-z]{4,}\b)|[.]\s[A-Z]|"
    r"\b[Pp]\s?[=<>]",
    re.IGNORECASE,
)
"""Words after which a p value is of something else."""


_P_KINDS = {"heterogeneity": "interaction", "equivalence": "non-inferiority"}
"""Kinds of p that a Finding files under another name."""


@lru_cache(maxsize=64)
def _read_p(text: str) -> tuple[PMention, ...]:
    """The p values of a sentence as every other reader of the project reads them."""
    return read_p(text)


@lru_cache(maxsize=64)
def _read_intervals(text: str) -> tuple[IntervalMention, ...]:
    """The intervals of a sentence as every other reader of the project reads them."""
    return read_intervals(text)


def _signed(match: re.Match[str], group: str) -> Place:
    """The place of a number in an interval, without blanks and plus signs around it."""
    start, end = match.span(group)
    text = match[group]
    start += len(text) - len(text.lstrip(" +"))
    return start, end
