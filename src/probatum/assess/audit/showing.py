"""What a unit of a source shows of a difference: that there is one, that none was detected, and which way it lies."""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import arms, comparing, figures, keys
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.source import Source, Unit
from probatum.text import sentences, statistics
from probatum.text.expressions import expression

_P_COLUMN: Final = expression(r"\bp\b(?:[\s*-]|$)|\bp[\s-]?values?\b", re.IGNORECASE)
_P_CELL: Final = expression(r"\s*+(?P<relation>[<>\u2264\u2265=]?)\s*+(?P<value>0?\.[0-9]{1,6}|NS|ns)(?![0-9])")
_SAME: Final = expression(
    r"\b(?:similar(?:ly)?|comparable|no (?:statistically |significant |clear |marked |apparent "
    r"){0,3}(?:differences?|changes?)|not differ\w*"
    r"|no differences?|unchanged|equivalent|identical|equal(?:ly)?)\b",
    re.IGNORECASE,
)


def different(case: Cited, unit: Unit) -> bool | None:
    """True when the unit says that the difference is significant, False that none was detected, None when neither."""
    if unit.row:
        return _row(unit)
    if _WITHIN.search(unit.text) and not _BETWEEN.search(_WITHIN.sub(" ", unit.text)):
        return None
    parts = clauses(unit.text)
    scored = sorted(((_bears(case, part), -at, part) for at, part in enumerate(parts)), reverse=True)
    for share, _, part in scored:
        if share <= 0 and len(parts) > 1:
            break
        judged = _tested(case, part)
        said = statistics.claims_significance(part)
        if len(judged) == 1 and not said:
            return judged.pop()
        if said or _SAME.search(part):
            return said == "significant" if len(judged) != 1 else judged.pop()
    rest = " ".join(part for part in parts if case.topic & keys.of(part) or not _OF_OTHER.match(part))
    said = statistics.claims_significance(rest)
    return said == "significant" if said else None


def clauses(text: str) -> list[str]:
    """The clauses of a text; `without any difference in Y` is one of its own."""
    parts = [text[a:b] for a, b in sentences.clauses(text)] or [text]
    return [cut for part in parts for cut in _WITHOUT.split(part) if cut.strip()]


_OF_OTHER: Final = expression(
    r"without\b[^,;]{3,60}?\b(?:in|of|on|for)\b|but (?:did|had|has|have|was|were|could) (?:not|never)\b[^,;]{3,200}",
    re.IGNORECASE,
)
"""A denial that names what it is of."""
_WITHOUT: Final = expression(
    r",?\s(?=but (?:did|had|has|have|was|were|could) (?:not?|never)\b)"
    r"|,?\s(?=without (?:an?y? )?(?:[\w-]{2,20} ){0,2}(?:differences?|changes?|increases?|effects?)\b)"
    r"|,?\s(?=without (?:\w+ly )?(?:increas|rais|reduc|lower|affect|alter|chang|compromis|worsen|impair|influenc"
    r"|prolong|shorten|improv)ing\b)",
    re.IGNORECASE,
)
_BETWEEN: Final = expression(
    r"\b(?:between|differ\w*|versus|vs\.?|compared (?:with|to)|than|superior|relative to)\b", re.IGNORECASE
)
_WITHIN: Final = expression(
    r"\bwithin[- ](?:group|the |each|treatment|both)|\b(?:compared (?:with|to) |versus |from |than )(?:the |their )?"
    r"(?:baseline|pre-?treatment)\b|\bboth (?:groups|arms|treatments)\b",
    re.IGNORECASE,
)


def _bears(case: Cited, part: str) -> float:
    """How much a clause is about what the sentence says of a difference between treatments."""
    share = len(case.topic & keys.of(part))
    if not share and _OF_OTHER.match(part):
        return -1.0
    between = 2.0 if _BETWEEN.search(part) else 0.0
    return share + between - (3.0 if _WITHIN.search(part) and not re.search(r"\bbetween\b", part) else 0.0)


def _tested(case: Cited, part: str) -> set[bool]:
    """What the p values of a clause say; of several those that stand behind the sentence's own treatment."""
    found = [
        (m, j)
        for m in statistics.read_p(part)
        if (j := statistics.judge(m.relation, m.value)) is not None and not _LEVEL.match(part, m.end)
    ]
    if len({j for _, j in found}) < 2:
        return {j for _, j in found}
    timed = _of_the_time(case, part, found)
    if timed is not None:
        return {timed}
    named = [a for a in case.treatments if a.words and not a.control]
    for arm in named[:1]:
        at = [w.start for w in keys.read(part) if w.key in arm.words]
        ahead = [(m.start - p, j) for p in at for m, j in found if m.start > p]
        back = [(p - m.end, j) for p in at for m, j in found if m.end <= p]
        near = min(ahead + back, default=None)
        if near is not None:
            return {near[1]}
    return {j for _, j in found}


_AN_HOUR: Final = expression(
    r"\b(?:an?|the) (?=(?:hour|day|week|month|year) (?:after|later|into|before|on)\b)", re.IGNORECASE
)


def _of_the_time(case: Cited, part: str, found: list[tuple[statistics.PMention, bool]]) -> bool | None:
    """What the p value says that stands nearest to the sentence's only time: `at wake (P = 0.02) and, by a trend
    (P = 0.07), one hour after`."""
    told = figures.claimed(_AN_HOUR.sub("1 ", case.text))
    times = [c for c in told if c.kind == "duration" and not c.part]
    if len(times) != 1:
        return None
    at = [f.start for f in figures.printed(part) if figures.lasts(times[0], f, part)]
    near = sorted((abs(m.start - a), j) for m, j in found for a in at)
    return near[0][1] if near and (len(near) == 1 or near[0][0] < near[1][0]) else None


_LEVEL: Final = expression(r"\s?\)?\s(?:significance )?(?:level|threshold)\b", re.IGNORECASE)
"""What stands behind the level by which results were judged: `not significant at the p < .05 level`."""


def _row(unit: Unit) -> bool | None:
    judged = set()
    at = 0
    for number, cell in enumerate(unit.text.split("\t")):
        head = unit.head[number] if number < len(unit.head) else ""
        found = _P_CELL.match(cell) if _P_COLUMN.search(head) else None
        if found:
            value = None if found["value"].lower() == "ns" else float(found["value"])
            judged.add(
                statistics.judge(found["relation"].replace("\u2264", "<=").replace("\u2265", ">=") or "=", value)
            )
        at += len(cell) + 1
    return judged.pop() if len(judged) == 1 else None


def way(source: Source, unit: Unit, first: Arm, second: Arm, asked: str) -> str:
    """Which way `first` stands of `second` in a unit, on the axis of `asked` (up or good): up, down, good, bad or
    empty."""
    if unit.row:
        return _by_columns(source, unit, first, second) if asked in ("up", "down") else ""
    placed = sorted(
        [(p, 0) for p in arms.places(first, unit, source)] + [(p, 1) for p in arms.places(second, unit, source)]
    )
    for found in comparing.read(unit.text, placed):
        if (found.way in ("up", "down")) == (asked in ("up", "down")):
            return found.way if found.first == 0 else comparing.OPPOSITE[found.way]
    return ""


def implied(case: Cited, unit: Unit, asked: str) -> str:
    """Which way a part of a unit lies that names what is measured with one word of direction and no treatment, as
    reports
    tell their intervention: `time of bed rest shorter`. Empty unless it holds all of what is measured."""
    if unit.row or not case.topic:
        return ""
    for part in re.split(r"[,;]\s|\s(?:and|but|while|whereas)\s", unit.text):
        if case.topic <= keys.of(part) and len(part) < _SHORT_PART:
            ways = {m.lastgroup for m in comparing.WORD.finditer(part)} - {"less"}
            if len(ways) == 1 and (said := ways.pop() or "") and (said in ("up", "down")) == (asked in ("up", "down")):
                return said
    return ""


_SHORT_PART: Final = 90


def _by_columns(source: Source, unit: Unit, first: Arm, second: Arm) -> str:
    """By the first figure under each treatment of a row; empty for changes, whose sign and sense are not known here."""
    values: list[list[float]] = [[], []]
    label = unit.text.split("\t", 1)[0]
    if re.search(r"differen|reduc|improve|declin|decreas", f"{label} {unit.above}", re.IGNORECASE):
        return ""
    for figure in unit.figures:
        head = unit.column(figure.start)
        if not head or figure.start < len(label):
            continue
        here = [bool(arms.located(a, head, source)) for a in (first, second)]
        if here[0] != here[1]:
            values[0 if here[0] else 1].append(
                -figure.value if unit.text[figure.start - 1 : figure.start] == "-" else figure.value
            )
    if not values[0] or not values[1]:
        return ""
    counted = all(v[0] == int(v[0]) for v in values)
    shares = [next((f.value for f in unit.figures if f.percent and f.value in v), None) for v in values]
    a, b = shares if counted and None not in shares else (values[0][0], values[1][0])
    if a is None or b is None or a == b:
        return ""
    return "up" if a > b else "down"
