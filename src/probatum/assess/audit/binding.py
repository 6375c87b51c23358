"""Which group of a trial each number of a sentence or table row is given to: `29% with A`, `A (29%)`, `A and B, 54% and
29% respectively`, `less with A (2% vs. 6%)`, the head of a column.

One reader for the sentence under audit and for its sources, so that both are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.assess.audit import brackets, dosed, figures, groups
from probatum.assess.audit.groups import Mention
from probatum.assess.audit.source import Source, Unit
from probatum.text import statistics
from probatum.text.expressions import expression

_SEGMENT: Final = expression(r";\s|\.\s(?=[A-Z])|,?\s(?:while|whereas|but)\s")
_JOINS: Final = expression(
    r"\s?%?\s?(?:\(|\[|/|of\s(?:the\s)?|out of\s|\u00b1|\+/-|to\s|or\s|-|=)?\s?\(?\s?(?:[nN]\s?=\s?|SD\s?)?"
    r"(?:patients|people|participants|women|men|children|or|about)?\s?"
    r"|\s(?:patients|people|participants|women|men|children|adults|infants)\s\("
)
"""What stands between numbers of one group: `20 of 68 (29%)`, `20 people (29%)`, `8.0 to 2.0`, `4.2 (1.1)`."""
_LEADS: Final = expression(
    r"\s?%?\)?\s?(?:[a-zA-Z\u03bc/\u00b7^0-9-]{1,24}\s){0,3}?(?:\([^()]{0,40}\)\s?)?(?:(?:patients|people|participants"
    r"|women"
    r"|men|children|subjects|cases|of them|weeks?|days?|months?|points?|events?)\s)?(?:(?:were|was"
    r"|who|is|are)\s)?(?:(?:fell|occurred"
    r"|happened|came|arose|developed|seen|reported|recorded|noted|found|observed)\s)?(?:in"
    r"|on|with|for|under|after|of|among|by|from|received|receiving|taking|taken|given|allocated to"
    r"|assigned to|randomi[sz]ed"
    r" to|treated with|to|during|while on|whilst on)\s(?:the\s|those\s|patients\s|people\s|women\s|men\s|children\s"
    r"|participants\s|subjects\s|on\s|given\s|with\s|in\s|receiving\s|taking\s|allocated\s|assigned\s|to\s|treated\s"
    r"|whilst\s|while\s|an?\s|added\s){0,5}"
)
"""What stands between a number and the group behind it."""
_BEHIND: Final = expression(
    r"\s?%?\s(?:patients\s|people\s|women\s|men\s|children\s)?(?:in|on|with|for|under|among)\s(?:the|those|patients)\s"
    r"(?:[a-zA-Z-]{2,20}\s){0,3}"
)
"""The same with other words of the group before its name: `0.07 in the delayed-release B group`."""
_BRACKETS: Final = expression(
    r"(?:\s(?:group|arm|patients|recipients|users|phase|period|treatment|alone|therapy)){0,2}\s?(?:[(\[:,]|was|were"
    r"|had|="
    r"|at)\s?(?:only\s|about\s|median\s|mean\s|=\s|[nN]\s?=\s?)?"
)
"""What stands between a group and its number behind it."""
_COUNTED: Final = expression(r"[0-9]+\s?(?:/|of)\s?[0-9]|[0-9.]+\s?%")
"""A number that may stand right behind a group: `artesunate 32/32`."""
_WHEN: Final = expression(
    r"\b(?:after|at|over|within|for|by|during|day|week|month|weeks|days|from|to|until|every|age|aged)\s(?:the\s"
    r"|first\s)?\Z",
    re.IGNORECASE,
)
_TIME: Final = expression(r"[\s-]?(?:hours?|h|days?|weeks?|wk|months?|years?|minutes?|min)\b", re.IGNORECASE)
_SECOND: Final = expression(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|as against|versus|vs\.?|relative to|than"
    r"|against|as opposed to)"
    r"(?:\s(?:the|that|those|in|with|on|of|for|after|under|group|patients|women|men|treatment|receiving|given|was"
    r"|were))*\s\Z",
    re.IGNORECASE,
)
_AS_MANY: Final = expression(
    r"\bas (?:many|much|often|likely|common|frequent|high|long)\b[^.;]{1,90}?\bas\s"
    r"(?:the\s|those\s|on\s|in\s|with\s){0,3}\Z",
    re.IGNORECASE,
)
"""`Twice as many on A as on B`: B is the one set against."""
_VERSUS: Final = expression(r"\b(?:vs\.?|versus|v|compared (?:with|to)|against|as against|and|than|or|to|,)\b|[,/]")
MOST: Final = 30
"""Groups and numbers of one sentence that are paired: a bound on the time."""
_REACH: Final = 110
"""Characters between a group and a number alone in a clause, up to which it is the group's."""


class Number(NamedTuple):
    """Numbers of one group that stand together; offsets of the first and the last."""

    start: int
    end: int
    places: tuple[int, ...]
    """Where each number starts."""


@lru_cache(maxsize=16384)
def read(text: str, source: Source) -> dict[int, int]:
    """Start of each number of a folded text -> the group of `source` it is given to; numbers of no one group are left
    out."""
    bare, kept = brackets.bare(text)
    made = _read(bare, source)
    return {kept[at]: group for at, group in made.items()} if kept else made


def _read(text: str, source: Source) -> dict[int, int]:
    named = [m for m in groups.mentions(text, source) if not dosed.part_of(text, m.start, m.end)]
    if not named or len(named) > MOST:
        return {}
    barred = [(m.start, m.end) for m in statistics.read_p(text)]
    barred += [(i.start, i.end) for i in statistics.read_intervals(text) if i.kind == "CI"]
    barred += [(m.start, m.end) for m in named]
    printed = [f for f in figures.printed(text) if not any(a <= f.start < b for a, b in barred)]
    printed = [f for f in printed if not (_WHEN.search(text[max(0, f.start - 24) : f.start]) and _timed(text, f))]
    if len(printed) > MOST:
        return {}
    made: dict[int, int] = dict(_respective(text, named, printed))
    cuts = [0, *(m.end() for m in _SEGMENT.finditer(text)), len(text)]
    several = len(groups.of(source))
    parted = _parted(text, cuts, named, printed)
    if parted:
        return parted
    for start, end in pairwise(cuts):
        here = [m for m in named if start <= m.start < end]
        numbers = _together(text, [f for f in printed if start <= f.start < end and f.start not in made])
        for number, group in _pairs(text, numbers, here, several):
            made.update(dict.fromkeys(number.places, group))
        for number, group in _compared(text, numbers, here):
            if not any(place in made for place in number.places):
                made.update(dict.fromkeys(number.places, group))
    return made


def _parted(
    text: str, cuts: Sequence[int], named: Sequence[Mention], printed: Sequence[figures.Figure]
) -> dict[int, int]:
    """`In A it was 13 of 69 (19%); in B it was 1 of 36 (3%)`: each part opens with a group of its own, and tells of it
    alone. Empty where any part does not."""
    made: dict[int, int] = {}
    told: list[int] = []
    for start, end in pairwise(cuts):
        inside = [f.start for f in printed if start <= f.start < end]
        here = [m for m in named if start <= m.start < end]
        if not inside:
            continue
        if len({m.group for m in here}) != 1 or here[0].start - start > _OPENING or here[0].start > inside[0]:
            return {}
        if _SECOND.search(text[max(start, here[0].start - 60) : here[0].start]):
            return {}
        told.append(here[0].group)
        made.update(dict.fromkeys(inside, here[0].group))
    return made if len(told) > 1 and len(set(told)) == len(told) else {}


def _respective(text: str, named: Sequence[Mention], printed: Sequence[figures.Figure]) -> Iterator[tuple[int, int]]:
    """`The rates with A, B and C were 80%, 82% and 16%, respectively`: the figures and groups right before the word."""
    for found in _RESPECTIVELY.finditer(text):
        ahead = [f for f in printed if f.start < found.start() and _depth(text, f.start) <= _depth(text, found.start())]
        numbers: list[figures.Figure] = []
        for figure in reversed(ahead):
            if numbers and not _COMMAS.fullmatch(text[figure.end : numbers[-1].start]):
                break
            numbers.append(figure)
        groups_ = [m for m in named if m.start < found.start()][-len(numbers) :]
        apart = {m.group for m in groups_}
        if len(numbers) > 1 and len(apart) == len(numbers) and len({m.start > numbers[0].start for m in groups_}) == 1:
            yield from ((f.start, m.group) for f, m in zip(reversed(numbers), groups_, strict=True))


def _depth(text: str, place: int) -> int:
    """How many brackets are open at a place: what stands in more of them than the word is no part of its list, as in
    `93.5% (29 complete + 29 partial)`."""
    return text.count("(", 0, place) - text.count(")", 0, place)


_RESPECTIVELY: Final = expression(r"\brespectively\b", re.IGNORECASE)
_COMMAS: Final = expression(r"\s?(?:%|[a-zA-Z/]{1,8})?(?:\s?\([^()]{0,60}\))?\s?(?:,|and|or|,\sand|vs\.?|versus)\s")
_OPENING: Final = 30
"""Characters within which a part of a sentence names whom it is of."""


def _compared(text: str, numbers: Sequence[Number], here: Sequence[Mention]) -> list[tuple[Number, int]]:
    """`83% versus 53% was given to A compared with B`, and `270 ml and 620 ml in A`: the first of each pair is of the
    group that is told, the second of the one it is set against; where one group alone is named, all is its own."""
    order = list(dict.fromkeys(m.group for m in here))
    pairs = [
        (a, b)
        for a, b in pairwise(numbers)
        if b.start - a.end < _APART and _SET_AGAINST.fullmatch(text[a.end : b.start])
    ]
    if len(order) == 2 and pairs:
        last = next(m for m in here if m.group == order[1])
        if _SECOND.search(text[max(0, last.start - 60) : last.start]) is None:
            return []
        return [item for a, b in pairs for item in ((a, order[0]), (b, order[1]))]
    listed = len(numbers) == 2 and _LISTED.fullmatch(text[numbers[0].end : numbers[1].start]) is not None
    if len(order) == 1 and listed and here[0].start > numbers[1].end and here[0].start - numbers[1].end < _REACH:
        return [(numbers[0], order[0]), (numbers[1], order[0])]
    return []


_SET_AGAINST: Final = expression(
    r"\)?\s?(?:%|[a-zA-Z/]{1,9})?(?:\s?\([^()]{0,20}\))?\s?(?:%|[a-zA-Z/]{1,9})?,?\s?(?:vs\.?|versus"
    r"|compared (?:with|to)|against)\s"
    r"(?:only |about )?"
)
_LISTED: Final = expression(r"\s?(?:%|[a-zA-Z/]{1,9})?\s(?:and|or)\s")


def _timed(text: str, figure: figures.Figure) -> bool:
    before = text[max(0, figure.start - 8) : figure.start]
    return (
        _TIME.match(text, figure.end) is not None or re.search(r"(?:[Dd]ay|[Ww]eek|[Mm]onth)s?\s\Z", before) is not None
    )


def of_unit(unit: Unit, source: Source) -> dict[int, int]:
    """The same for a unit of a source; of a table row by the heads of its columns."""
    if not unit.row:
        return read(unit.text, source)
    made = {}
    for figure in unit.figures:
        head = unit.column(figure.start)
        named = {m.group for m in groups.mentions(head, source)} if head else set()
        if len(named) == 1:
            made[figure.start] = named.pop()
    return made or _labelled(unit, source)


def _labelled(unit: Unit, source: Source) -> dict[int, int]:
    """A row that is one group's own, as its first cell says: `Placebo | 40.2 (1.6) | 38.1 (1.4)`."""
    label = unit.text.split("\t", 1)[0]
    named = {m.group for m in groups.mentions(label, source)}
    if len(named) != 1 or any(groups.mentions(head, source) for head in unit.head[1:]):
        return {}
    group = named.pop()
    return {f.start: group for f in unit.figures if f.start > len(label)}


def _together(text: str, printed: Iterable[figures.Figure]) -> list[Number]:
    made: list[Number] = []
    for figure in printed:
        between = text[made[-1].end : figure.start] if made else ""
        if made and (_JOINS.fullmatch(between) or (figure.percent and between.strip() == ",")):
            made[-1] = Number(made[-1].start, figure.end, (*made[-1].places, figure.start))
        else:
            made.append(Number(figure.start, figure.end, (figure.start,)))
    return made


def _pairs(text: str, numbers: Sequence[Number], named: Sequence[Mention], several: int) -> list[tuple[Number, int]]:
    if not numbers or not named:
        return []
    bracketed = _each_its_own(text, numbers, named) or _bracketed(text, numbers, named, several)
    if bracketed:
        return bracketed
    order = list(dict.fromkeys(m.group for m in named))
    ahead = max(m.start for m in named) < numbers[0].start
    behind = min(m.start for m in named) > numbers[-1].end
    listed = _listed(text, numbers)
    if len(order) > 1 and (ahead or behind) and len(listed) == len(order):
        if len(order) == 2 and _turned(text, named, order):
            order.reverse()
        return list(zip(listed, order, strict=True))
    turns = sorted([(n.start, n) for n in numbers] + [(m.start, m) for m in named], key=lambda t: t[0])
    alternate = all(type(a[1]) is not type(b[1]) for a, b in pairwise(turns))
    if len(order) == len(numbers) == len(named) > 1 and alternate:
        return [(n, m.group) for n, m in zip(numbers, named, strict=True)]
    beside = _beside(text, numbers, named)
    if beside:
        return _completed(text, numbers, beside, named, several)
    if len(order) == 1 and several == 2 and ahead and len(listed) == 2 and _versus(text, listed):
        group = order[0] if not _SECOND.search(text[max(0, named[-1].start - 60) : named[-1].start]) else 1 - order[0]
        return [(listed[0], group), (listed[1], 1 - group)]
    if len(order) == 1 and len(numbers) == 1 and _near(numbers[0], named[0]):
        return [(numbers[0], order[0])]
    return []


def _each_its_own(text: str, numbers: Sequence[Number], named: Sequence[Mention]) -> list[tuple[Number, int]]:
    """`Fell less in the A group (0.10 cm, 12.5%) than in the B group (0.29 cm, 21.5%)`: each bracket with all its
    figures is of the group before it. Empty unless two groups have one each."""
    made: list[tuple[Number, int]] = []
    for mention in named:
        opened = _OWN_BRACKET.match(text, mention.end)
        if opened is None:
            continue
        closed = text.find(")", opened.end())
        made += [(n, mention.group) for n in numbers if opened.end() <= n.start and n.end <= closed]
    apart = {group for _, group in made}
    return made if len(apart) > 1 and len(made) > len(apart) else []


_OWN_BRACKET: Final = expression(r"[ -]?(?:group|arm|patients|recipients|treatment)?s?\s?\(")


def _bracketed(
    text: str, numbers: Sequence[Number], named: Sequence[Mention], several: int
) -> list[tuple[Number, int]]:
    """Two figures in brackets behind a comparison: `A took less than B (10.7 versus 18.8 mg)`."""
    for one, two in pairwise(numbers):
        opened = text.rfind("(", 0, one.start)
        if opened < 0 or ")" in text[opened : two.start] or not _VERSUS.search(text[one.end : two.start]):
            continue
        ahead = [m for m in named if m.end <= opened]
        if not ahead or any(opened < m.start < two.end for m in named) or two.start - one.end > _APART:
            continue
        last = ahead[-1]
        first = next((m for m in reversed(ahead) if m.group != last.group), None)
        before = text[max(0, last.start - 120) : last.start]
        second = _SECOND.search(before[-60:]) is not None or _AS_MANY.search(before) is not None
        if first is None:
            group = last.group if not second else 1 - last.group
            return [(one, group), (two, 1 - group)] if several == 2 else []
        turned = not second and _SECOND.search(text[max(0, first.start - 60) : first.start]) is not None
        return [(one, last.group), (two, first.group)] if turned else [(one, first.group), (two, last.group)]
    return []


def _near(number: Number, mention: Mention) -> bool:
    return abs(number.start - mention.start) <= _REACH


def _beside(text: str, numbers: Sequence[Number], named: Sequence[Mention]) -> list[tuple[Number, int]]:
    """Numbers with a group right behind or right before them."""
    made: list[tuple[Number, int]] = []
    for at, number in enumerate(numbers):
        stop = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
        back = numbers[at - 1].end if at else 0
        behind = next((m for m in named if number.end <= m.start < stop), None)
        before = next((m for m in reversed(named) if back <= m.start and m.end <= number.start), None)
        if behind is not None and _BEHIND.fullmatch(text, number.end, behind.start):
            made.append((number, behind.group))
        elif before is not None and (
            _BRACKETS.fullmatch(text, before.end, number.start)
            or (not text[before.end : number.start].strip() and _COUNTED.match(text, number.start))
        ):
            made.append((number, before.group))
        elif behind is not None and (
            _LEADS.fullmatch(text, number.end, behind.start) or not text[number.end : behind.start].strip(" %")
        ):
            made.append((number, behind.group))
    return made


def _completed(
    text: str, numbers: Sequence[Number], beside: list[tuple[Number, int]], named: Sequence[Mention], several: int
) -> list[tuple[Number, int]]:
    """What is left where one number is known: `A (2% vs 6%)`, `11% with A against 1%`."""
    done = {n.start for n, _ in beside}
    left = [n for n in numbers if n.start not in done]
    if len(beside) == 1 and len(left) == 1:
        number, group = beside[0]
        low, high = sorted((number, left[0]))
        between = text[low.end : high.start]
        others = {m.group for m in named} - {group}
        if (
            several == 2
            and not others
            and len(between) < 60
            and re.search(r"\b(?:vs\.?|versus|against|compared|than)", between)
        ):
            return [*beside, (left[0], 1 - group)]
        told = high is left[0] or any(m.group in others and m.end <= low.start for m in named)
        if len(others) == 1 and told and _VERSUS.search(between):
            return [*beside, (left[0], others.pop())]
    return beside


def _listed(text: str, numbers: Sequence[Number]) -> list[Number]:
    """The numbers that stand in one list: `54%, 29% and 12%`; what comes later is worked out of them."""
    made = [numbers[0]]
    for number in numbers[1:]:
        between = text[made[-1].end : number.start]
        if len(between) > _APART or not _VERSUS.search(between):
            break
        made.append(number)
    return made


_APART: Final = 60


def _versus(text: str, listed: Sequence[Number]) -> bool:
    between = text[listed[0].end : listed[1].start]
    return re.search(r"\b(?:vs\.?|versus|v|compared (?:with|to)|against)\b", between) is not None


def _turned(text: str, named: Sequence[Mention], order: Sequence[int]) -> bool:
    """True when the group that is compared with is named first: `compared with B, A had more (30% vs 20%)`."""
    first = next(m for m in named if m.group == order[0])
    second = next(m for m in named if m.group == order[1])
    return (
        _SECOND.search(text[max(0, first.start - 60) : first.start]) is not None
        and _SECOND.search(text[max(0, second.start - 60) : second.start]) is None
    )
