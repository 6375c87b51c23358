"""Several outcomes of each arm in one sentence: `grip and reach were 7 ± 1 and 9 ± 2 in A and 6 ± 1 and 8 ± 2 in B`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.appraise.findings.values import Value
from probatum.text.expressions import expression

NEAR: Final = 40
"""Characters within which the arm of a run of values is named."""
_BETWEEN: Final = expression(r"\s?(?:,|;|and|&|,\s?and)\s?")
_RESPECTIVELY: Final = expression(r"[\s,)\]]*(?:respectively)?[\s,)\]]*", re.IGNORECASE)
_BEHIND: Final = expression(
    r"[\s,)\]]*(?:(?!than|versus|compared)\w+\s){0,2}?(?:in|for|with|among|on|of|receiving)\s(?:the\s)?(?:\w+\s){0,2}?$",
    re.IGNORECASE,
)
_BEFORE: Final = expression(
    r"\s?(?:groups?|arms?|participants|patients)?\s?(?:was|were|had)?\s?[\[(:]?\s?$", re.IGNORECASE
)
_VERB: Final = expression(r"\b(?:was|were|is|are|had|has|have|improved|increased|decreased|rose|fell|reached)\b")
_LIST: Final = expression(r",\s(?:and\s)?|\sand\s")
_OTHERS: Final = expression(r"\s(?:in|for|with|among)\s(?:the\s)?(?:others?|other\s\w+)\b", re.IGNORECASE)


class Listed(NamedTuple):
    """The values of one outcome in the two arms, and the words that name the outcome."""

    values: tuple[Value, Value]
    """The first is the intervention's."""
    near: str


def read(
    text: str, values: Sequence[Value], shape: Sequence[str], places: Sequence[tuple[int, int, int]]
) -> list[Listed]:
    """The outcomes of a sentence that lists as many values for each of the two arms as it names outcomes before them.

    `shape` says of every value how it is printed; `places` where the arms are named (start, end, which).
    """
    runs = _runs(text, *_shared(text, values, shape))
    if len(runs) != 2 or len(runs[0]) != len(runs[1]):
        return []
    one, two = (_arm(text, run, places) for run in runs)
    if one is None and two is None:
        return []
    if two is None and one is not None and _OTHERS.match(text, runs[1][-1].end):
        two = 1 - one
    if one is None or two is None or one == two:
        return []
    names = _names(text, runs[0][0].start, len(runs[0]))
    pairs = zip(*(runs if one == 0 else runs[::-1]), strict=True)
    return [Listed((a, b), name) for (a, b), name in zip(pairs, names, strict=False)]


def _shared(text: str, values: Sequence[Value], shape: Sequence[str]) -> tuple[list[Value], list[str]]:
    """`35 and 42.5%`: the sign behind the last figure of a run is of all."""
    held, shapes = list(values), list(shape)
    for place in range(len(held) - 2, -1, -1):
        one, two = held[place], held[place + 1]
        share = shapes[place] in ("plain", "count") and shapes[place + 1] == "percent" and two.events is None
        if share and _BETWEEN.fullmatch(text[one.end : two.start]):
            held[place], shapes[place] = one._replace(percent=True, counted=False), "percent"
    return held, shapes


def _runs(text: str, values: Sequence[Value], shape: Sequence[str]) -> list[list[Value]]:
    """Values of one shape with nothing but a comma or `and` between them."""
    runs: list[list[Value]] = []
    for place, value in enumerate(values):
        follows = bool(runs) and shape[place] == shape[place - 1]
        if follows and _BETWEEN.fullmatch(text[runs[-1][-1].end : value.start]):
            runs[-1].append(value)
        else:
            runs.append([value])
    return [run for run in runs if len(run) > 1]


def _arm(text: str, run: Sequence[Value], places: Sequence[tuple[int, int, int]]) -> int | None:
    """The arm named right behind a run (`in the control group`) or right before it (`control group (`)."""
    for _, stop, which in reversed(places):
        if 0 <= run[0].start - stop <= NEAR and _BEFORE.fullmatch(text[stop : run[0].start]):
            return which
    behind = _RESPECTIVELY.match(text, run[-1].end)
    end = behind.end() if behind else run[-1].end
    for start, _, which in places:
        if 0 <= start - end <= NEAR and _BEHIND.fullmatch(text[run[-1].end : start].replace("respectively", "")):
            return which
    return None


def _names(text: str, start: int, count: int) -> list[str]:
    """The outcomes in the order in which the subject lists them, each with the words that all share."""
    subject = _VERB.split(text[:start])[0].strip(" ,(")
    parts = [part for part in _LIST.split(subject) if part][-count:]
    if len(parts) != count:
        return []
    head, _, first = parts[0].rpartition(" ")
    shared = parts[-1].split()[1:][-1:]
    own = [first, *parts[1:]]
    return [" ".join(dict.fromkeys(itertools.chain(head.split(), name.split(), shared))) for name in own]
