"""Results that stand in a sentence: two values, the two arms, in the same order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings import mentions, select, values
from probatum.appraise.findings.mentions import number
from probatum.appraise.findings.values import Place, Value
from probatum.appraise.rows import groups, listing, naming, timing
from probatum.appraise.rows.cells import Printed
from probatum.appraise.rows.groups import Arms
from probatum.model import Record, SectionKind, SectionRole, SourceSection, Span
from probatum.text.expressions import expression

_DIGIT: Final = expression(r"\d")
_NONE: Final = expression(
    r"\b(?:no|none of (?:the )?(?:patients|participants|subjects)|without(?: any)?|neither)\b"
    r"(?!\s(?:significant|statistical\w*|difference|effect|change|evidence|correlation|association|interaction|further|longer|more|other|treatment|intervention))",
    re.IGNORECASE,
)
_MENTION: Final = expression(r"[A-Za-zα-ω][\w/+-]*|\d+(?:\.\d+)?")
_VERSUS: Final = expression(r"\bvs?\b\.?|\bversus\b", re.IGNORECASE)
_BRACKETED: Final = expression(r"[\[(]([^)\]]{3,40})[\])]")
_DENIED: Final = expression(r"\b(?:not|without|no)\b(?:\s\w+){0,3}\s$", re.IGNORECASE)
"""`who did not receive the drug`."""
_ITS_OWN: Final = expression(
    r"[\s)\]]*(?:\w+\s){0,2}?(?:in|for|with|among|on|of|receiving|from|at|after)\s(?:the\s)?$", re.IGNORECASE
)
"""`2 in placebo and 4 in`: the arm behind a value is that value's."""
_NEEDS_GROUP: Final = expression(r"(?:study|treat\w*|test|training|exercise|exposed)$", re.IGNORECASE)
_GROUP_FOLLOWS: Final = expression(r"\s(?:groups?|arms?|conditions?|participants|patients)\b", re.IGNORECASE)
_JOINED: Final = expression(r"\s?(?:or|and|/|,)\s?(?:the\s)?", re.IGNORECASE)
_NO_RESULTS: Final = (SectionRole.METHODS, SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
_OF_ONE: Final = expression(r"[\[(][^()\[\]]*\brespectively\b[^()\[\]]*[\])]")
"""`(35 and 42.5 %, respectively)`: several outcomes of one arm."""
_RELATIVE: Final = expression(
    r"\s?(?:more|less|fewer|higher|lower|greater|smaller|longer|shorter|better|worse|faster|slower|reduction|"
    r"increase|decrease|improvement|decline|change|gain|loss|CI|confidence|power)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = expression(
    r"\b(?:tables?|fig(?:ure)?s?\.?|groups?|types?|phases?|stages?|grades?|levels?|weeks?|days?|months?|years?|visits?|times?|"
    r"schedules?|parts?|versions?|chapters?|refs?\.?)\s?(?:\w{1,3},?\s(?:and\s|to\s)?)?$",
    re.IGNORECASE,
)
_COUNTS: Final = expression(
    r"\s?(?:vs\b|versus|(?:\w+\s)?(?:patients|subjects|participants|women|men|children|infants|cases|events|deaths)\b|"
    r"in\b|of\b|for\b|\(|\)|;|,?\s?respectively|and\s\d)",
    re.IGNORECASE,
)
LONGEST: Final = 900
"""Characters of a sentence that is read."""


REACH: Final = 60
"""Characters behind a fraction in which its arm is called by name."""


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
        if len(text) > LONGEST or line.section.kind is SectionKind.LABEL or (line.sure and line.role in _NO_RESULTS):
            continue
        if not _DIGIT.search(text) and not _NONE.search(text):
            continue
        masked, _ = mentions.mark(text)
        _, held = values.read(text, masked)
        found.append(Line(line.section, line.start, text, tuple(held), line.role is SectionRole.RESULTS))
    return found


def timed(said: Said) -> str:
    """The time that a sentence names nearest to two values: the last before them, else the first behind."""
    start, end = sorted((said.first.start, said.second.start))[0], max(said.first.end, said.second.end)
    before, behind = timing.named(said.line.text[:start]), timing.named(said.line.text[end:])
    return before[-1] if before else behind[0] if behind else ""


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
        if _NEEDS_GROUP.match(word) and not arms.names_hold(word) and not _GROUP_FOLLOWS.match(line.text, match.end()):
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
            denied = which == 0 and arms.control[1] and _DENIED.search(line.text[max(0, start - 40) : start])
            found.append((start, end, 1 if denied else which))
    return found


_EACH: Final = expression(
    r"\s?[)\]]?,?\s(?:in|for|of)\s(?:each|both|either)\s(?:of the\s)?(?:\w+\s){0,2}(?:groups?|arms?)\b", re.IGNORECASE
)


def _of_each(line: Line) -> Iterator[Said]:
    """`-0.1 ± 0.6 in each group`: one value of both arms."""
    for value in line.values:
        if _shape(value) in ("spread", "fraction") and _EACH.match(line.text, value.end):
            yield Said(line, value, value, 0.9, line.text[max(0, value.start - 110) : value.end + 40])


def pairs(line: Line, arms: Arms) -> Iterator[Said]:
    """Pairs of values of one sort, with their arms."""
    if alike := list(_of_each(line)):
        yield from alike
        return
    places = named(line, arms)
    outcomes = listing.read(line.text, line.values, [_shape(v) for v in line.values], places)
    if outcomes:
        yield from (Said(line, *one.values, 0.9, one.near) for one in outcomes)
        return
    if not {0, 1} <= {p[2] for p in places}:
        return
    listed = list(_respectively(line, arms))
    if listed:
        yield from listed
        return
    itemised = list(_itemised(line, arms))
    if itemised:
        yield from itemised
        return
    usable = [v for v in line.values if _states(line.text, v)]
    lists = [o for o in _OF_ONE.finditer(line.text) if sum(o.start() <= v.start < o.end() for v in line.values) > 1]
    of_one = lists if len(lists) > 1 else []
    by_shape: dict[str, list[Value]] = {}
    for value in usable:
        by_shape.setdefault(_shape(value), []).append(value)
    for shape, held in by_shape.items():
        if shape == "plain":
            continue
        held = [v for v in held if not any(o.start() <= v.start < o.end() for o in of_one)]
        if len(held) > 3 and not _VERSUS.search(line.text) and "respectively" in line.text.lower():
            continue  # `18 % and 71 %, compared with 2 % and 12 %, respectively`: two outcomes of each arm
        versus = [bool(_VERSUS.search(line.text[a.end : b.start])) for a, b in itertools.pairwise(held)]
        for (one, two), linked in zip(itertools.pairwise(held), versus, strict=True):
            if any(versus) and not linked:
                continue
            made = _assigned(line, places, one, two, len(held))
            if made is not None:
                yield made._replace(near=_listed(line, held, one) or made.near) if any(versus) else made


def _listed(line: Line, held: list[Value], one: Value) -> str:
    """What the pair that begins with `one` is said to be: `1/9 versus 2/8 and 1/7 versus 2/7 in all and in completers,
    respectively`."""
    end = line.text.lower().find("respectively", held[-1].end)
    parts = re.split(r",\s(?:and\s)?|\sand\s", line.text[held[-1].end : end].strip(" ,(")) if end >= 0 else []
    if len(held) % 2 or len(parts) != len(held) // 2 or held.index(one) % 2:
        return ""
    return f"{line.text[max(0, held[0].start - 110) : held[0].start]} {parts[held.index(one) // 2]}"


def _states(text: str, value: Value) -> bool:
    """False for `64 % more`, a difference, and for the number of a table, a group or a week."""
    if value.percent and value.events is None and _RELATIVE.match(text, value.end):
        return False
    if _shape(value) != "count":
        return True
    return not _NUMBERED.search(text[max(0, value.start - 24) : value.start]) and bool(_COUNTS.match(text, value.end))


class _Item(NamedTuple):
    """A value and what the words before its bracket say it is a value of."""

    what: str
    value: Value


def _itemised(line: Line, arms: Arms) -> Iterator[Said]:
    """A clause for each arm: `in group A, pain (8 %), rash (5 %); in group B, pain (3 %), rash (4 %)`."""
    clauses: dict[int, list[_Item]] = {}
    start = 0
    for part in line.text.split(";"):
        end = start + len(part)
        held = [v for v in line.values if start <= v.start and v.end <= end]
        if len(held) >= 2:
            which = _whose(line.text[start : held[0].start], arms)
            if which in clauses:
                return
            if which is not None:
                clauses[which] = _items(line, start, held)
        start = end + 1
    for one in clauses.get(0, ()):
        own = set(naming.tokens(one.what))
        for two in clauses.get(1, ()):
            other = set(naming.tokens(two.what))
            if own and 2 * len(own & other) >= max(len(own), len(other)) and _shape(one.value) == _shape(two.value):
                yield Said(line, one.value, two.value, 0.9, one.what)


def _whose(opening: str, arms: Arms) -> int | None:
    """The one arm that the opening of a clause names."""
    opening = opening.rsplit(":", 1)[-1]
    names = [*_BRACKETED.findall(opening), opening]
    for name in names:
        match = arms.match(name)
        if max(match) >= 0.5 and abs(match[0] - match[1]) >= 0.3:
            return 0 if match[0] > match[1] else 1
    return None


def _items(line: Line, start: int, held: list[Value]) -> list[_Item]:
    found, last = [], start
    for value in held:
        words = line.text[last : value.start].rstrip(" ([")
        found.append(_Item(re.split(r"[,;:)]|\band\b", words)[-1], value))
        last = value.end
    return found


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
        if after and after[0][2] != middle and _ITS_OWN.match(line.text[one.end : between[0][0]]):
            order = (middle, 1.0)
        elif before and before[-1][2] != middle:
            order = (before[-1][2], 1.0)
        elif after and after[0][2] != middle:
            order = (middle, 0.9)
    elif len(between) == 2 and between[0][2] != between[1][2]:
        if _JOINED.fullmatch(line.text[between[0][1] : between[1][0]]):
            return None  # `(12 %) of those who received A or B`: both arms belong to one value
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


_EPISODES: Final = expression(
    r"\b(?:AEs?|events?|episodes?|attacks|complications|exacerbations|infections|reactions|falls|seizures) "
    r"(?:were|was|had been|have been) (?:recorded|reported|observed|noted|registered|documented)\b|"
    r"\b(?:AEs|events|episodes|attacks) (?:occurred|happened)\b"
)
_WHO: Final = expression(
    r"\b(?:patients?|subjects?|participants?|women|men|children|infants|people|persons?|adults|individuals|volunteers|"
    r"each|one|no|experienced|had)\b",
    re.IGNORECASE,
)


def counts_episodes(line: Line) -> bool:
    """True for `six events were recorded (2 in A and 4 in B)`: events are counted, and not the people who had them."""
    return _EPISODES.search(line.text) is not None and _WHO.search(line.text) is None


def of_called(line: Line, arms: Arms) -> Iterator[tuple[int, Value]]:
    """`94/102 participants of G3`: fractions right before exactly what one of the arms is called, and which."""
    for value in line.values:
        if value.denominator is None:
            continue
        behind = re.split(r"[,;]|\.\s|\d+\s?%|\b(?:than|versus|vs|compared)\b", line.text[value.end :][:REACH])[0]
        said = f" {groups.plain(behind)} "
        named = [which for which in (0, 1) if any(f" {name} " in said for name in arms.called[which])]
        if len(named) == 1:
            yield named[0], value


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
