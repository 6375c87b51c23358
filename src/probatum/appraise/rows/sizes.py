"""How many people an arm had, where the table beside a result does not say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from probatum.appraise import numbers
from probatum.appraise.rows.groups import Arms
from probatum.model import Record, SectionKind, SourceSection, Span

_PEOPLE = (
    r"(?:patients|subjects|participants|women|men|children|infants|people|persons|adults|individuals|neonates|"
    r"students|girls|boys|eyes|cases|animals|rats|mice|goats|dogs|households|volunteers|residents|nurses)"
)
_N: Final = re.compile(rf"(?<![A-Za-z])[nN]\s?=\s?(?P<n>{numbers.NUMBER})(?!\s?[%.]\d)")
_COUNTED: Final = re.compile(rf"(?<![\w.,])(?P<n>{numbers.NUMBER})\s(?:\w+\s){{0,2}}?{_PEOPLE}\b", re.IGNORECASE)
_EACH: Final = re.compile(
    rf"(?:two|both|three|each|four|2|3|4|equal)\s(?:\w+\s){{0,3}}?(?:groups?|arms?)\s?(?:of|with|[,(:]|\w+\s){{0,4}}?\s?"
    rf"(?:[nN]\s?=\s?)?(?P<n>\d{{1,4}})\s?(?:{_PEOPLE}|\(each|each\)|in each)"
    rf"|(?P<m>{numbers.NUMBER})\s(?:\w+\s)?{_PEOPLE}?\s?(?:in|per|for|to)\s(?:each|either|both)\s(?:\w+\s)?(?:groups?|arms?)",
    re.IGNORECASE,
)


_SPLIT: Final = re.compile(
    rf"(?P<total>{numbers.NUMBER})\s(?:[\w-]+\s){{0,5}}?(?:{_PEOPLE})\b[^.;]{{0,90}}?\b(?:divided|assigned|allocated|"
    rf"randomi[sz]ed|separated|categori[sz]ed|distributed)\b[^.;]{{0,40}}?\b(?:in)?to\s(?:one of\s)?(?:the\s)?"
    rf"(?P<k>two|three|four|five|2|3|4|5)\s(?:[\w-]+\s){{0,3}}?(?:groups?|arms?)",
    re.IGNORECASE,
)
"""`Thirty-two goats were divided into four groups`: equal groups, where the number allows them."""


class Size(NamedTuple):
    """A number of people, the words beside it, and where it stands."""

    n: int
    beside: str
    span: Span
    source: str
    """text (`n = 30`), counted (`30 patients`) or each (said of every group alike)."""


def of_text(record: Record) -> tuple[Size, ...]:
    """Every number of people that titles, abstract, text and captions print, with the words around it."""
    return tuple(_sizes(record))


def _sizes(record: Record) -> Iterator[Size]:
    for section in record.sections:
        if section.kind in (SectionKind.REFERENCES, SectionKind.TABLE, SectionKind.OTHER):
            continue
        text = section.text[:60_000]
        yield from _split(record, section, text)
        for pattern, source in ((_N, "text"), (_COUNTED, "counted"), (_EACH, "each")):
            for match in pattern.finditer(text):
                group = "n" if match.groupdict().get("n") else "m"
                n = numbers.whole(match[group])
                if n is None or not 2 <= n < 10_000_000:
                    continue
                span = Span(record, section.id, match.start(group), match.end(group))
                yield Size(n, _around(text, match.start(), match.end(), source), span, source)


def _split(record: Record, section: SourceSection, text: str) -> Iterator[Size]:
    for match in _SPLIT.finditer(text):
        total, parts = numbers.whole(match["total"]), numbers.whole(match["k"])
        if total and parts and total % parts == 0 and total // parts > 2:
            yield Size(total // parts, "", Span(record, section.id, match.start(), match.end()), "each")


def _around(text: str, start: int, end: int, source: str) -> str:
    """The words that say whose number it is: before `(n = 30)`, after `30 patients in the`."""
    before = re.split(r"[.;:]\s|\)|\band\b|\bor\b|,", text[max(0, start - 80) : start].rstrip("([ ,;"))[-1]
    after = re.split(r"[.;:]\s|\(|\band\b|\d|,", text[end : end + 60])[0]
    if source == "text":
        return before or after
    if source == "each":
        return ""
    return after


class Vote(NamedTuple):
    """A size that an arm may have had: how much speaks for it, where it stands, and whether a table or the text."""

    n: int
    votes: float
    span: Span
    source: str


def of_arm(
    printed: Iterable[tuple[str, int, Span]], said: tuple[Size, ...], arms: Arms, which: int, *, crossover: bool
) -> list[Vote]:
    """Sizes of an arm with those most spoken for first.

    `printed` are the labels of tables that hold a size. In a crossover study everybody is in both arms.
    """
    found: dict[int, Vote] = {}

    def vote(n: int, votes: float, span: Span, source: str) -> None:
        held = found.get(n)
        found[n] = Vote(n, votes, span, source) if held is None else held._replace(votes=held.votes + votes)

    for label, n, span in printed:
        match = arms.match(label)
        if match[which] >= 0.35 and match[which] > match[1 - which] + 0.1:
            vote(n, 1.0 + match[which], span, "table")
    for size in said:
        if size.source == "each":
            vote(size.n, 1.0, size.span, "each")
            continue
        match = arms.match(size.beside) if size.beside else (0.0, 0.0)
        if match[which] >= 0.45 and match[which] > match[1 - which] + 0.1:
            vote(size.n, match[which], size.span, "text")
        elif crossover and size.source in ("counted", "text") and not found:
            vote(size.n, 0.1, size.span, "all")
    return sorted(found.values(), key=lambda v: -v.votes)
