"""Groups of a trial that were treated alike for unlike times, and which of them a text tells each figure of.

`5 days` and `14 days` are the groups' names, and so are `the short course` and `the longer one`. One reader for the
sentence under audit and for its source.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.assess.audit.source import Source, Unit
from probatum.model import SectionRole
from probatum.text.expressions import caseless

WORDS: Final[dict[str, int]] = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30},
}
_N: Final = rf"(?:[0-9]{{1,3}}|{'|'.join(WORDS)})"
_UNIT: Final = r"(?:day|week|month|year)s?"
_PAIR: Final = caseless(
    rf"\b(?P<one>{_N})(?:[\s-]?(?P<unit>{_UNIT}))?(?:\s[a-z-]{{1,20}}){{0,4}}?,?\s(?:or|versus|vs\.?|than"
    rf"|compared with|against)\s(?:for\s|of\s|to\s|a\s|an\s|only\s){{0,2}}(?P<two>{_N})[\s-]?(?P<last>{_UNIT})\b"
)
_TIMED: Final = caseless(
    rf"\b(?P<n>{_N})[\s-](?P<unit>{_UNIT})\b(?![\s-](?:after|later|before|mortality|survival|follow))"
)
_BARE: Final = caseless(
    rf"\b(?:than|versus|vs\.?|against|or|and)\s(?:with\s|for\s|after\s|the\s|in\s|on\s){{0,2}}(?P<n>{_N})(?=[\s]?(?:[.,;(\[]|\Z))"
)
"""The other length where its unit was told of the first: `with five days than with fourteen`."""
_RANKED: Final = caseless(
    r"\b(?P<rank>short(?:er|est)?|brief(?:er)?|long(?:er|est)?|extended)[- ]?(?:term\s|duration\s|treatment\s){0,2}"
    r"(?:course|regimen|treatment|therapy|group|arm|one|schedule|duration|prescription)s?\b"
)
_GIVEN: Final = caseless(
    r"\b(?:with|after|for|on|of|under|given|than|received|taking|took|the|versus|vs\.?|against|in)\s(?:the\s|only\s"
    r"|just\s|a\s){0,2}\Z"
)
_CALLED: Final = caseless(r"\s(?:course|group|arm|regimen|treatment|therapy|schedule)s?\b")
_MOST: Final = 1_500


class Lengths(NamedTuple):
    """The two times for which the groups of a trial were treated, the shorter first, and their unit."""

    short: int
    long: int
    unit: str


class Told(NamedTuple):
    """A group named in a text: 0 for the one treated shorter, 1 for the other, and where."""

    group: int
    start: int
    end: int


@lru_cache(maxsize=128)
def of(source: Source) -> Lengths | None:
    """The lengths of treatment that a trial compares; None where it does not compare two."""
    found: set[Lengths] = set()
    for unit in source.units:
        planned = unit.section.startswith("title") or unit.role in (SectionRole.METHODS, SectionRole.OBJECTIVE)
        if unit.row or not (planned or unit.section.startswith("abstract")):
            continue
        for pair in _PAIR.finditer(unit.text[:_MOST]):
            one, two, last = _number(pair["one"]), _number(pair["two"]), _bare(pair["last"])
            if one != two and _bare(pair["unit"] or last) == last:
                found.add(Lengths(min(one, two), max(one, two), last))
    sure = [lengths for lengths in found if any(_sets_apart(u, lengths) for u in source.units)]
    return sure[0] if len(sure) == 1 else None


def _sets_apart(unit: Unit, known: Lengths) -> bool:
    """True for a passage that gives figures and names both groups by their lengths."""
    if unit.row or unit.role in _PLAN or len(unit.figures) <= _TWO:
        return False
    return len({m.group for m in named(unit.text, known)}) == _TWO


_PLAN: Final = frozenset((SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE))


def named(text: str, known: Lengths) -> tuple[Told, ...]:
    """Where a text names the groups, in order."""
    made: list[Told] = []
    for found in _TIMED.finditer(text):
        group = _group(found["n"], known)
        about = _GIVEN.search(text, max(0, found.start() - 30), found.start()) or _CALLED.match(text, found.end())
        if group is not None and _bare(found["unit"]) == known.unit and about:
            made.append(Told(group, *found.span()))
    for found in _BARE.finditer(text) if made else ():
        group = _group(found["n"], known)
        if group is not None and all(group != m.group for m in made):
            made.append(Told(group, *found.span("n")))
    for found in _RANKED.finditer(text):
        made.append(Told(int(found["rank"].lower().startswith(("long", "ext"))), *found.span()))
    return tuple(sorted(made, key=lambda m: m.start))


def given(place: int, told: tuple[Told, ...], first: int) -> int | None:
    """The group that a figure at `place` is told of: the next one named where the first figure of the text stands
    before the first name, else the one named last; None where neither is sure."""
    if any(m.start <= place < m.end for m in told) or len({m.group for m in told}) < _TWO:
        return None
    if first < told[0].start:
        return next((m.group for m in told if m.start > place), None)
    return next((m.group for m in reversed(told) if m.end <= place), None)


_TWO: Final = 2


def _group(number: str, known: Lengths) -> int | None:
    value = _number(number)
    return 0 if value == known.short else 1 if value == known.long else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else WORDS[text.lower()]


def _bare(unit: str) -> str:
    return re.sub(r"s\Z", "", unit.lower())
