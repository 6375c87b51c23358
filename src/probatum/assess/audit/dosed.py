"""Which dose of a treatment each figure of a text is told of: `31% with 300 mg`, `on 300 mg and 900 mg 31% and 16%`.

One reader for the sentence under audit and for its sources. Low and high dose are doses too where no amount is named.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.assess.audit import figures
from probatum.assess.audit.arms import DOSE, dose_of
from probatum.assess.audit.source import Unit
from probatum.text import statistics
from probatum.text.expressions import caseless, expression
from probatum.text.normal import fold

_RANKED: Final = caseless(r"\b(low|lower|lowest|high|higher|highest)[- ]dos(?:e|es|age|ing)\b")
_RANKS: Final = {"lower": "low", "lowest": "low", "higher": "high", "highest": "high"}
_MEASURED: Final = expression(r"\s?(?:/|per\s)\s?(?:(?:d|m|\u03bc)?[lL]\b|min\b|1\.73)|\s(?:less|more|fewer)\b")
"""Behind an amount that was measured or used, and not given."""
_LIST: Final = caseless(
    r"[\s-]?(?:[0-9.]+\s?)?(?:%|[a-z\u03bc/]{1,8})?(?:\s?\([^()]{0,24}\))?\s?(?:,|and|or|,\sand|to|versus|vs\.?)\s"
)
_CONTROL: Final = caseless(
    r"[^.;,0-9]{0,24}\b(?:with|on|in|for|under|among|given|taking|receiving)\s(?:the\s|those\s|people\s|patients\s|on\s"
    r"|given\s|taking\s){0,3}(?:placebo|control|controls|sham|vehicle|usual|standard|no)\b"
    r"|[^.;,0-9]{0,12}\((?:placebo|control)"
)
"""Behind a figure that is told of those who were given no dose at all."""
OF_CONTROL: Final = caseless(
    r"(?:%|per ?cent|half|third|quarter|tenth|times|fold|fraction)\s(?:of|that (?:of|with|on|seen with"
    r"|seen on))\s(?:the\s|that "
    r"(?:of|with|on|under|seen with|seen on)\s){0,2}\Z"
)
"""Before a group of which something is told as a part or a multiple: `16% of placebo`."""
PEOPLE: Final = caseless(
    r"[\w-]*\s(?:\w+\s)?(?:patients?|participants?|people|group|arm|recipients?|users?|subjects?|women|men|children|adults"
    r"|infants|treated|assigned|allocated)\b"
)
"""Behind a group that is counted: `16% of placebo patients`."""
_FEW: Final = 8


class Dosed(NamedTuple):
    """The doses that a text names, in order, and the dose of each figure that has one, by where it starts."""

    doses: tuple[str, ...]
    of: dict[int, str]


def part_of(text: str, start: int, end: int) -> bool:
    """True of a group named in a folded text that something is told as a part or a multiple of."""
    before = OF_CONTROL.search(text[max(0, start - 48) : start])
    return before is not None and PEOPLE.match(text, end) is None


@lru_cache(maxsize=8192)
def read(text: str) -> Dosed:
    """The doses of a folded text and the figures told of each; no figure where that cannot be told."""
    named = amounts(text)
    if not named and not _BARE.search(_RANKED.sub(" ", text)):
        named = [(m.start(), m.end(), _RANKS.get(m[1].lower(), m[1].lower())) for m in _RANKED.finditer(text)]
    apart = tuple(dict.fromkeys(dose for _, _, dose in named))
    if not apart or len(named) > _FEW:
        return Dosed(apart, {})
    barred = [(a, b) for a, b, _ in named] + [(m.start, m.end) for m in statistics.read_p(text)]
    barred += [(i.start, i.end) for i in statistics.read_intervals(text)]
    told = [f for f in figures.printed(text) if not any(a <= f.start < b for a, b in barred)]
    told = [f for f in told if not figures.unit_of_time(f, text) and not _CONTROL.match(text, f.end)]
    if len(apart) == 1:
        return Dosed(apart, {f.start: apart[0] for f in told})
    return Dosed(apart, _several(text, named, told))


def amounts(text: str) -> list[tuple[int, int, str]]:
    """Amounts that were given, those of a list with one unit each: `2 and 4 mg`."""
    made: list[tuple[int, int, str]] = []
    for found in DOSE.finditer(text):
        if found["unit"] == "%" or _MEASURED.match(text, found.end()):
            continue
        unit = dose_of(found).lstrip("0123456789.e+-")
        ahead = _AHEAD.search(text, max(0, found.start() - _REACH), found.start())
        for one in _ONE.finditer(text, ahead.start(), found.start()) if ahead else ():
            made.append((one.start(), one.end(), f"{float(one.group()):g}{unit}"))
        made.append((found.start(), found.end(), dose_of(found)))
    return made


_REACH: Final = 30
_AHEAD: Final = expression(r"(?<![\w.])(?:[0-9]+(?:\.[0-9]+)?-?\s?(?:,|and|or|to|/|,\sand|,\sor)\s?){1,4}\Z")
_ONE: Final = expression(r"[0-9]+(?:\.[0-9]+)?")
_BARE: Final = caseless(r"\b(?:low|high|lower|higher)\b(?! (?:risk|quality|certainty))")
"""A rank that may be of a dose too: `on the high and the low dose` tells two."""


def _several(text: str, named: list[tuple[int, int, str]], told: list[figures.Figure]) -> dict[int, str]:
    """Figures and doses in turn (`31% with 300 mg and 16% with 900 mg`), or in two lists of like length."""
    if not told:
        return {}
    listed = len(told) == len(named) and all(_LIST.fullmatch(text[a.end : b.start]) for a, b in pairwise(told))
    ahead, behind = named[-1][1] <= told[0].start, told[-1].end <= named[0][0]
    if listed and (ahead or behind):
        return {f.start: dose for f, (_, _, dose) in zip(told, named, strict=True)}
    if ranked := _respective(text, named, told):
        return ranked
    if ahead or behind:
        return {}
    made: dict[int, str] = {}
    first = told[0].start < named[0][0]
    for figure in told:
        before = next((d for d in reversed(named) if d[1] <= figure.start), None)
        after = next((d for d in named if d[0] >= figure.end), None)
        if before is not None and _BRACKETED.fullmatch(text, before[1], figure.start):
            made[figure.start] = before[2]
        elif after is not None and _LEADS.fullmatch(text, figure.end, after[0]):
            made[figure.start] = after[2]
        elif before is not None and not first and _FOLLOWS.fullmatch(text, before[1], figure.start):
            made[figure.start] = before[2]
    return made


def _respective(text: str, named: list[tuple[int, int, str]], told: list[figures.Figure]) -> dict[int, str]:
    """`With 2.5 mg and 5 mg 38.3 (28 to 52) and 71.5 (57 to 90), respectively`: the figures and doses before the
    word."""
    found = _RESPECTIVELY.search(text)
    numbers: list[figures.Figure] = []
    for figure in reversed([f for f in told if found is not None and f.end <= found.start()]):
        gap = text[figure.end : numbers[-1].start if numbers else found.start() if found else 0]
        if not (_COMMAS if numbers else _LAST).fullmatch(gap):
            break
        numbers.append(figure)
    doses = [d for d in named if numbers and d[1] <= numbers[-1].start][-len(numbers) :]
    if len(numbers) < 2 or len({d[2] for d in doses}) != len(numbers):
        return {}
    return {f.start: dose for f, (_, _, dose) in zip(reversed(numbers), doses, strict=True)}


_RESPECTIVELY: Final = caseless(r"\brespectively\b")
_SHARE: Final = r"\s?(?:%|[a-z/]{1,8})?(?:\s?[(\[][^()\[\]]{0,60}[)\]])?"
_COMMAS: Final = caseless(rf"{_SHARE}\s?(?:,|and|or|,\sand|versus|vs\.?)\s")
_LAST: Final = caseless(rf"{_SHARE},?\s")
_BRACKETED: Final = caseless(r"[^.;()0-9]{0,30}[(\[:]\s?(?:[a-z=]{1,8}\s){0,2}(?:[0-9.,%\s/]{1,12}[(,]\s?)?")
"""Between a dose and its figure in brackets: `300 mg (31%`, `300 mg group (12 of 40, 30%`."""
_LEADS: Final = caseless(
    r"[^.;()0-9]{0,60}\b(?:with|on|for|in|under|at|of|after|given|receiving|taking)\s[^.;,()0-9]{0,40}"
)
_FOLLOWS: Final = caseless(r"[^.;()0-9]{0,40}")


def of_unit(unit: Unit) -> Dosed:
    """The same of a unit of a source; of a table's row by the heads of its columns, else by its label."""
    if not unit.row:
        return read(unit.text)
    label = unit.text.split("\t", 1)[0]
    made: dict[int, str] = {}
    for figure in unit.figures:
        for text in (unit.column(figure.start) or "", label):
            doses = read(fold(text).text).doses
            if len(doses) == 1 and figure.start >= len(label):
                made[figure.start] = doses[0]
                break
    return Dosed(tuple(dict.fromkeys(made.values())), made)


def other(mine: Dosed, theirs: Dosed) -> bool:
    """True where both name doses, and none is the same."""
    return bool(mine.doses and theirs.doses) and not set(mine.doses) & set(theirs.doses)
