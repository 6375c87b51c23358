"""Results that stand in a sentence: two values, the two arms, in the same order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings import mentions, select, values
from probatum.appraise.findings.mentions import number
from probatum.appraise.findings.values import Place, Value
from probatum.appraise.rows.cells import Printed
from probatum.appraise.rows.groups import Arms
from probatum.model import Record, SectionKind, SectionRole, SourceSection, Span

_DIGIT: Final = re.compile(r"\d")
_NONE: Final = re.compile(
    r"\b(?:no|none of (?:the )?(?:patients|participants|subjects)|without(?: any)?|neither)\b"
    r"(?!\s(?:significant|statistical\w*|difference|effect|change|evidence|correlation|association|interaction|further|longer|more|other|treatment|intervention))",
    re.IGNORECASE,
)
_MENTION: Final = re.compile(r"[A-Za-zα-ω][\w/+-]*|\d+(?:\.\d+)?")
_ELSE: Final = re.compile(r"\b(?:others?|latter|counterparts?|non-?\w+ers)\b", re.IGNORECASE)
_VERSUS: Final = re.compile(r"\bvs?\b\.?|\bversus\b", re.IGNORECASE)
LONGEST: Final = 900
"""Characters of a sentence that is read."""


class Line(NamedTuple):
    """A sentence with its values; offsets count from its start."""

    section: SourceSection
    start: int
    text: str
    values: tuple[Value, ...]
    sure: bool
    """True in an abstract's or text's results."""


class Said(NamedTuple):
    """Two values of one sentence that belong to the two arms."""

    line: Line
    first: Value
    second: Value
    order: float
    """How sure the arms are: 1 when each value has its arm beside it."""
    near: str
    """The words closest to the values."""


def lines(record: Record) -> list[Line]:
    """The sentences of abstract and text that print values, whatever part of the article they stand in."""
    found = []
    for line in select.lines(record):
        text = line.section.text[line.start : line.end]
        if len(text) > LONGEST or line.section.kind is SectionKind.LABEL:
            continue
        if not _DIGIT.search(text) and not _NONE.search(text):
            continue
        masked, _ = mentions.mark(text)
        _, held = values.read(text, masked)
        found.append(Line(line.section, line.start, text, tuple(held), line.role is SectionRole.RESULTS))
    return found


def _shape(value: Value) -> str:
    if value.spread is not None:
        return "spread"
    if value.denominator is not None:
        return "fraction"
    if value.percent:
        return "percent"
    return "count" if value.counted else "plain"


def named(line: Line, arms: Arms) -> list[tuple[int, int, int]]:
    """Where the arms are named: start, end and which (0 intervention, 1 comparator), in order.

    Words of either name that stand together are one mention, and belong to the arm whose name they are.
    """
    clusters: list[tuple[int, int]] = []
    for match in _MENTION.finditer(line.text):
        word = match.group()
        letter = re.match(r"(?:[A-Z]|\d|[IVX]{1,3})$", word) and re.search(
            r"(?:[Gg]roups?|[Aa]rms?|[Uu]nit) $", line.text[: match.start()]
        )
        if not (letter or arms.knows(word)):
            continue
        begin = match.start() - len(letter.group()) if letter else match.start()
        if (
            clusters
            and match.start() - clusters[-1][1] <= 14
            and not re.search(r"[,;()]|\b(?:and|vs|or|versus|than|to)\b", line.text[clusters[-1][1] : match.start()])
        ):
            clusters[-1] = (clusters[-1][0], match.end())
        else:
            clusters.append((begin, match.end()))
    found = []
    for start, end in clusters:
        match_ = arms.match(line.text[start:end])
        which = 0 if match_[0] > match_[1] else 1
        if match_[which] >= 0.25 and abs(match_[0] - match_[1]) >= 0.08:
            found.append((start, end, which))
    return found


def pairs(line: Line, arms: Arms) -> Iterator[Said]:
    """Pairs of values of one sort, with their arms."""
    places = named(line, arms)
    if not {0, 1} <= {p[2] for p in places}:
        return
    listed = list(_respectively(line, arms))
    if listed:
        yield from listed
        return
    by_shape: dict[str, list[Value]] = {}
    for value in line.values:
        by_shape.setdefault(_shape(value), []).append(value)
    for shape, held in by_shape.items():
        if shape == "plain":
            continue
        versus = [bool(_VERSUS.search(line.text[a.end : b.start])) for a, b in itertools.pairwise(held)]
        for (one, two), linked in zip(itertools.pairwise(held), versus, strict=True):
            if any(versus) and not linked:
                continue
            made = _assigned(line, places, one, two, len(held))
            if made is not None:
                yield made


def _respectively(line: Line, arms: Arms) -> Iterator[Said]:
    """Three values and more with as many arms in a list: `3, 4 and 5 % in A, B and C, respectively`."""
    end = line.text.lower().find("respectively")
    if end < 0:
        return
    held = [v for v in line.values if v.end <= end]
    runs = [held[i:] for i in range(len(held)) if len({_shape(v) for v in held[i:]}) == 1]
    if not runs or len(runs[0]) < 3:
        return
    run = runs[0]
    for text in (line.text[run[-1].end : end], line.text[max(0, run[0].start - 120) : run[0].start]):
        parts = re.split(r",\s(?:and\s)?|\sand\s|\sthan\s", text.strip(" ,("))[-len(run) :]
        scores = [arms.match(part) for part in parts]
        if len(parts) != len(run):
            continue
        best = [max(range(len(parts)), key=lambda i, w=which: scores[i][w]) for which in (0, 1)]  # type: ignore[misc]
        if best[0] != best[1] and all(scores[best[w]][w] >= 0.3 for w in (0, 1)):
            near = line.text[max(0, run[0].start - 110) : run[-1].end + 60]
            yield Said(line, run[best[0]], run[best[1]], 0.9, near)
            return


def _assigned(line: Line, places: list[tuple[int, int, int]], one: Value, two: Value, count: int) -> Said | None:
    """Which of two values is whose: by the arm named between them, else by the order in which the arms are named."""
    between = [p for p in places if one.end <= p[0] and p[1] <= two.start]
    before = [p for p in places if p[1] <= one.start]
    after = [p for p in places if p[0] >= two.end]
    near = line.text[max(0, one.start - 110) : two.end + 60]
    order: tuple[int, float] | None = None
    if len({p[2] for p in between}) == 1 and not (before and after and count > 2 and len(before) > 1):
        middle = between[0][2]
        if before and before[-1][2] != middle:
            order = (before[-1][2], 1.0)
        elif after and after[0][2] != middle:
            order = (middle, 0.9)
    elif len(between) == 2 and between[0][2] != between[1][2]:
        order = (between[0][2], 0.8)
    elif not between:
        gap = line.text[one.end : two.start]
        if len(gap) > 90:
            return None
        linked = bool(re.search(r"\bvs?\b|versus|\band\b|compared|than|;|,", gap))
        if len(before) >= 2 and before[-1][2] != before[-2][2] and linked:
            order = (before[-2][2], 0.8)
        elif len(after) >= 2 and after[0][2] != after[1][2] and linked:
            order = (after[0][2], 0.8)
        elif before and after and before[-1][2] != after[0][2] and count == 2 and linked:
            order = (before[-1][2], 0.7)
    if order is None:
        return None
    first, sure = order
    return Said(line, one, two, sure, near) if first == 0 else Said(line, two, one, sure, near)


def printed(line: Line, value: Value) -> Printed:
    """A value in the form in which a table's cell is read."""

    def text(place: Place | None) -> str:
        return "" if place is None else line.text[place[0] : place[1]]

    main = number(text(value.figure))
    if value.spread is not None:
        return Printed(
            "plus-minus", main, number(text(value.spread)), a_text=text(value.figure), b_text=text(value.spread)
        )
    if value.events is not None and value.denominator is not None:
        return Printed("fraction", number(text(value.events)), number(text(value.denominator)))
    if value.events is not None and value.percent:
        share = text(value.figure)
        return Printed(
            "pair", number(text(value.events)), main, a_text=text(value.events), b_text=share, percent_second=True
        )
    return Printed("plain", main, a_text=text(value.figure), percent_first=value.percent)


def span(record: Record, line: Line, value: Value) -> Span:
    """The characters of a value."""
    return Span(record, line.section.id, line.start + value.start, line.start + value.end)


def none_happened(line: Line) -> tuple[str, int, int] | None:
    """What a sentence says did not happen: the words behind `no`, and where."""
    match = _NONE.search(line.text)
    if match is None:
        return None
    told = re.split(r"[,;:(]|\b(?:but|while|whereas|except)\b", line.text[match.end() :])[0]
    happened = re.search(
        r"\b(?:occurred|reported|observed|found|seen|noted|completed?|tolerated|finished|experienced|developed|had|encountered|recorded|there)\b",
        line.text,
    )
    return (told, match.start(), match.end() + len(told)) if happened else None
