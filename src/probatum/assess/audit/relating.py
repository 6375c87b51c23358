"""Which group of a trial a text puts above which: told in words of both groups, of one alone, or by their figures.

One reader for the sentence under audit and for its sources; groups are those of `groups`, so that `controls`, `the
combination` and a group's letter are the same group in both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from probatum.appraise.findings.benefit import meaning
from probatum.assess.audit import binding, comparing, groups
from probatum.assess.audit.source import Source, Unit
from probatum.text.expressions import expression
from probatum.text.normal import fold

_NOT: Final = expression(
    r"\b(?:not|no|neither|nor|without|never|fail\w*|similar\w*|comparable|equal\w*|alike|unchanged|same|whether"
    r"|hypothes\w*"
    r"|aim\w*|expect\w*|trend\w*|if)\b",
    re.IGNORECASE,
)
_CONCEDED: Final = expression(r",\s(?:al)?though\s[^;.]{3,200}", re.IGNORECASE)
"""What is conceded behind a result does not deny it: `more often, although generally not severe`."""
_CHANGED: Final = expression(
    r"\b(?:change[sd]?|reduc\w+|decreas\w+|increas\w+|fell|fall|dropp?\w*|declin\w+|improv\w+|gain\w*|rose|rise|from"
    r" baseline|differen\w+|loss|lost|relief)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = expression(
    r"\b(?:more|less|fewer|higher|lower|greater|smaller|longer|shorter|rarer|commoner|faster|slower|better|worse"
    r"|reduc\w+"
    r"|decreas\w+|increas\w+|sooner|earlier|later|further|climb\w*|lowered|raised|prevent\w*|improv\w+|worsen\w*"
    r"|prolong\w*|shorten\w*|delay\w*|halved|doubled)\b",
    re.IGNORECASE,
)
_SPEED: Final = {
    "faster": "down",
    "quicker": "down",
    "sooner": "down",
    "earlier": "down",
    "slower": "up",
    "later": "up",
}
"""Words of speed, by which way they move the time that something takes."""


class Told(NamedTuple):
    """`first` stands `way` (up, down, good, bad) of `second`, places in `groups.of`; by words or by figures."""

    first: int
    second: int
    way: str
    figures: bool = False


@lru_cache(maxsize=8192)
def read(text: str, source: Source) -> tuple[Told, ...]:
    """What a folded text tells of the groups of a source."""
    named = groups.mentions(text, source)
    known = groups.of(source)
    if not named:
        return ()
    made: list[Told] = []
    places = [(m.start, m.group) for m in named]
    for found in comparing.read(text, places):
        made.append(Told(found.first, found.second, speed(text) or found.way))
    if not made:
        made = _contrasted(text, source)
    if (
        not made
        and len(known) == 2
        and len({m.group for m in named}) == 1
        and not _NOT.search(_CONCEDED.sub(" ", text))
    ):
        set_against = comparing.against(text, places)
        if set_against is None:
            made = _alone(text, named[0].group)
        elif set_against[1]:
            made = [Told(1 - set_against[0], set_against[0], speed(text) or set_against[1])]
    return tuple(dict.fromkeys(made))


_INCIDENCE: Final = expression(
    r"\b(higher|greater|increased|more|lower|smaller|reduced|fewer|less)\s(?:\w+\s)?(?:incidence|rates?|risk"
    r"|frequency|frequent(?:ly)?"
    r"|number|proportion|percentage|share|odds|levels?|values?|scores?|common(?:ly)?|likely|often|cases|episodes"
    r"|events)\b",
    re.IGNORECASE,
)
"""`A higher incidence of platelet reduction`: how often, whatever is named behind it."""
_OFTEN: Final = {
    **dict.fromkeys(("higher", "greater", "increased", "more"), "up"),
    **dict.fromkeys(("lower", "smaller", "reduced", "fewer", "less"), "down"),
}


def of_unit(unit: Unit, source: Source) -> tuple[Told, ...]:
    """What a unit of a source tells: its words, else the figures it gives to each group."""
    told = () if unit.row else read(unit.text, source)
    return told or _by_figures(unit, source)


def _alone(text: str, group: int) -> list[Told]:
    """One group named, one way said: `falls were rarer with A`, `A lowered pressure`."""
    text = comparing.NOT_COMPARED.sub(" ", text)
    told = comparing.composed(text)
    ways = {told} if told else {m.lastgroup or "" for m in comparing.WORD.finditer(text)}
    ways = {"down" if w == "less" else w for w in ways}
    if all(m.group().lower() in _SPEED for m in comparing.WORD.finditer(text)) and (fast := speed(text)):
        ways = {fast}
    for found in _EFFECTIVE.finditer(text):
        ways = {"good" if (found["more"] or found["larger"]) else "bad"}
    often = {_OFTEN[m[1].lower()] for m in _INCIDENCE.finditer(text)}
    ways = often if len(often) == 1 else ways
    if len(ways) == 1 and _RELATIVE.search(text):
        return [Told(group, 1 - group, speed(text) or ways.pop())]
    return []


_EFFECTIVE: Final = expression(
    r"\b(?:(?P<more>more)|(?P<less>less))\s(?:effective|efficacious|successful|beneficial|helpful)(?:ly)?\b"
    r"|\beffect\b[^.;,]{0,40}\b(?:was|were)\s(?:significantly\s)?(?:(?P<larger>higher|greater|larger|stronger)"
    r"|(?P<smaller>lower"
    r"|smaller|weaker))\b",
    re.IGNORECASE,
)
"""What is more effective is better, and not more."""


def _contrasted(text: str, source: Source) -> list[Told]:
    """`It improved with A and worsened with B`: two ways, each with its own group."""
    found: list[tuple[int, str]] = []
    for part in re.split(r"\b(?:while|whereas|but|and|against)\b", text):
        named = {m.group for m in groups.mentions(part, source)}
        ways = {m.lastgroup or "" for m in comparing.WORD.finditer(part)}
        if len(named) == 1 and len(ways) == 1 and not _NOT.search(part):
            found.append((named.pop(), ways.pop()))
    if len(found) == 2 and found[0][0] != found[1][0] and comparing.OPPOSITE.get(found[0][1]) == found[1][1]:
        return [Told(found[0][0], found[1][0], found[0][1])]
    return []


def speed(text: str) -> str:
    """Which way the time goes that something takes, where a text speaks of faster or slower alone; else empty."""
    words = {_SPEED[w] for w in re.findall(r"[a-z]+", text.lower()) if w in _SPEED}
    return (
        words.pop()
        if len(words) == 1 and re.search(r"\btime|duration|took|hours|days", text.lower()) is None and words
        else ""
    )


def _by_figures(unit: Unit, source: Source) -> tuple[Told, ...]:
    """Which group has the higher figure, where the unit gives each one of a sort; of changes nothing is said."""
    if unit.row and _BEFORE.search(unit.above):
        return ()  # people before treatment
    if _CHANGED.search(f"{unit.text} {unit.above}" if unit.row else unit.text):
        return ()
    bound = binding.of_unit(unit, source)
    values: dict[int, list[tuple[bool, float]]] = {}
    for figure in unit.figures:
        if figure.start in bound and not (unit.row and _BEFORE.search(unit.column(figure.start))):
            sign = -1 if unit.text[figure.start - 1 : figure.start] == "-" else 1
            values.setdefault(bound[figure.start], []).append((figure.percent, sign * figure.value))
    if len(values) < 2:
        return ()
    made: list[Told] = []
    for (a, first), (b, second) in combinations(values.items(), 2):
        shares = [next((v for p, v in vs if p), None) for vs in (first, second)]
        left, right = shares if None not in shares else (first[0][1], second[0][1])
        if left is not None and right is not None and left != right:
            made.append(Told(a, b, "up" if left > right else "down", True))
    return tuple(made)


_BEFORE: Final = expression(
    r"\b(?:baseline|before|pre-?(?:treatment|test|operative|intervention|surgery)?|initial|at (?:entry|admission"
    r"|enrol\w+)"
    r"|demographic\w*|characteristics|0 (?:months?|weeks?|days?)|(?:week|month|day) 0)\b",
    re.IGNORECASE,
)
"""What stands over figures of the start."""


def side(told: Told, first: int, second: int, outcome: str, axis: str) -> str:
    """Which way `first` stands of `second` by what is told, on the axis of `axis` (up or good); empty where unsaid.

    Good and bad are turned into more and less where the outcome's own words say which it is.
    """
    if {told.first, told.second} != {first, second}:
        return ""
    way = told.way if told.first == first else comparing.OPPOSITE.get(told.way, "")
    if (way in ("up", "down")) == (axis in ("up", "down")):
        return way
    sign = meaning(outcome)
    if not sign:
        return ""
    good = "up" if sign > 0 else "down"
    if axis in ("up", "down"):
        return good if way == "good" else comparing.OPPOSITE[good] if way == "bad" else ""
    return "good" if way == good else "bad"


def plain(text: str) -> str:
    """Folded, for the readers above."""
    return fold(text).text
