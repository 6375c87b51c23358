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
_MEASURED: Final = expression(r"\s?(?:/|per\s)\s?(?:d|m|\u03bc)?[lL]\b|\s(?:less|more|fewer)\b")
"""Behind an amount that was measured or used, and not given."""
_LIST: Final = caseless(r"[\s-]?(?:[0-9.]+\s?)?(?:%|[a-z\u03bc/]{1,8})?(?:\s?\([^()]{0,24}\))?\s?(?:,|and|or|,\sand|to|versus|vs\.?)\s")
_CONTROL: Final = caseless(
    r"[^.;,0-9]{0,24}\b(?:with|on|in|for|under|among|given|taking|receiving)\s(?:the\s|those\s|people\s|patients\s|on\s"
    r"|given\s|taking\s){0,3}(?:placebo|control|controls|sham|vehicle|usual|standard|no)\b"
    r"|[^.;,0-9]{0,12}\((?:placebo|control)"
)
"""Behind a figure that is told of those who were given no dose at all."""
OF_CONTROL: Final = caseless(
    r"(?:%|per ?cent|half|third|quarter|tenth|times|fold|fraction)\s(?:of|that (?:of|with|on|seen with|seen on))\s(?:the\s|that "
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
    named = [(m.start(), m.end(), dose_of(m)) for m in DOSE.finditer(text) if m["unit"] != "%" and not _MEASURED.match(text, m.end())]
    if not named:
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


def _several(text: str, named: list[tuple[int, int, str]], told: list[figures.Figure]) -> dict[int, str]:
    """Figures and doses in turn (`31% with 300 mg and 16% with 900 mg`), or in two lists of like length."""
    if not told:
        return {}
    listed = len(told) == len(named) and all(_LIST.fullmatch(text[a.end : b.start]) for a, b in pairwise(told))
    ahead, behind = named[-1][1] <= told[0].start, told[-1].end <= named[0][0]
    if listed and (ahead or behind):
        return {f.start: dose for f, (_, _, dose) in zip(told, named, strict=True)}
    if ahead or behind:
        return {}
    made: dict[int, str] = {}
    first = told[0].start < named[0][0]
    for figure in told:
        if first:
            near = next((dose for start, _, dose in named if start > figure.start), None)
        else:
            near = next((dose for start, _, dose in reversed(named) if start < figure.start), None)
        if near is not None:
            made[figure.start] = near
    return made if set(made.values()) == {dose for _, _, dose in named} else {}


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
