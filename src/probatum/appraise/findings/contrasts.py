"""Columns that set two arms against each other: an estimate with its interval and p, and whose it is.

`OR (95% CI)` beside two arms is of these two; with three arms and more a head must say which two: `A v placebo`, or
`Difference from placebo` under the head of an arm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import estimate
from probatum.appraise.findings.mentions import NUM
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.model import Cell, Figure, Interval, Measure, PValue
from probatum.text.expressions import expression

_AGAINST: Final = expression(
    r"\s(?:v|vs\.?|versus|compared (?:with|to)|relative to|minus|[-–—−])\s|\s?[–—−]\s?", re.IGNORECASE
)
_FROM: Final = expression(
    r"\b(?:differences?|change|effect|ratio|[OHR]R)\b.{0,20}?\b(?:from|v|vs\.?|versus|to|over|compared (?:with|to)|"
    r"relative to)\s(?P<arm>[\w ().,-]+)$",
    re.IGNORECASE,
)
_DIFFERENCE: Final = expression(r"\bdifferences?\b|\bratio\b", re.IGNORECASE)
_LIMITS_HEAD: Final = expression(
    r"^\W*(?P<level>\d\d(?:\.\d+)?)\s?%\s?(?:CI|C\.I\.|confidence (?:interval|limits)s?)\W*$", re.IGNORECASE
)
_LEVEL: Final = expression(r"(\d\d(?:\.\d+)?)\s?%\s?(?:CI|confidence)", re.IGNORECASE)
_BETWEEN: Final = expression(r"\bbetween\b|\binter-?group|\bgroup differences?\b|\bv(?:s\.?|ersus)?\b", re.IGNORECASE)
_S: Final = r"[-−–+]?\s?"
_ESTIMATED: Final = expression(
    rf"^(?P<a>{_S}{NUM})\s?%?[*†‡§]*(?:\s?(?:±|\+/-)\s?{NUM})?\s?[\[(]\s?(?P<low>{_S}{NUM})\s?%?\s?(?:-|–|−|—|,|;|to)\s?(?P<high>{_S}{NUM})"
    r"\s?%?\s?[\])][^\d]{0,3}(?:$|[\[(;,])"
)
_ALONE: Final = expression(rf"^(?P<a>{_S}{NUM})\s?[*†‡§]*$")
_ENDS: Final = expression(rf"^[\[(]?\s?(?P<low>{_S}{NUM})\s?(?:-|–|−|—|,|;|to)\s?(?P<high>{_S}{NUM})\s?[\])]?$")
_P_CELL: Final = expression(r"^p?\s?(?P<rel>[<>=≤≥])?\s?(?P<num>0?[.·]\d+|1\.0+|0,\d+)\s?[*†‡§ᵃᵇᶜa-c]*$", re.IGNORECASE)


class Head(NamedTuple):
    """The head of one column: its cells from the top down."""

    number: int
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(self.texts)


class Contrast(NamedTuple):
    """A column with an estimate, its two arms (None: the only two), its limits and p where they stand apart."""

    head: Head
    arms: tuple[str, str] | None = None
    limits: Head | None = None
    p: int | None = None


def sets_against(words: str) -> bool:
    """True for `difference from placebo`: it names an arm, and is of two."""
    bare = _without_level(words)
    return bool(_FROM.search(bare) or (_AGAINST.search(bare) and _DIFFERENCE.search(bare)))


def _without_level(words: str) -> str:
    return re.sub(
        r",?\s?[\[(]?\s?\d\d(?:\.\d+)?\s?%\s?(?:CI|confidence[^)\]]*)\s?[\])]?$", "", words, flags=re.IGNORECASE
    )


def find(
    context: Context, names: Sequence[str], estimates: Sequence[Head], heads: Sequence[Head], tests: Sequence[int]
) -> tuple[Contrast, ...]:
    """The contrasts of a table, each with its columns up to the next; none where it is unsure whose one is."""
    if len(names) == 2 and len(estimates) == 1:
        return (_with_neighbours(Contrast(estimates[0]), heads, tests),)
    found = []
    for head in estimates:
        arms = _arms(context, names, head)
        if arms is None:
            return ()
        found.append(_with_neighbours(Contrast(head, arms), heads, tests))
    return tuple(found) if len({c.arms for c in found}) == len(found) else ()


def _with_neighbours(contrast: Contrast, heads: Sequence[Head], tests: Sequence[int]) -> Contrast:
    by_number = {h.number: h for h in heads}
    after = by_number.get(contrast.head.number + 1)
    if after is not None and after.texts and _LIMITS_HEAD.match(after.texts[-1]):
        contrast = contrast._replace(limits=after)
        after = by_number.get(after.number + 1)
    return contrast._replace(p=after.number) if after is not None and after.number in tests else contrast


def _arms(context: Context, names: Sequence[str], head: Head) -> tuple[str, str] | None:
    """The two arms that a head names."""
    for text in head.texts:
        parts = [part for part in _AGAINST.split(_without_level(text)) if part.strip()]
        if len(parts) == 2:
            one, two = _named(parts[0], names), _named(parts[1], names)
            if one is not None and two is not None and one != two:
                return one, two
    against = next((m for t in head.texts if (m := _FROM.search(_without_level(t)))), None)
    own = [name for name in names if any(_same(name, text) for text in head.texts)]
    if against is None or len(own) != 1:
        return None
    other = _named(against["arm"], names)
    controls = [name for name in names if arm_names.is_control(name, context)]
    if other is None and len(controls) == 1 and arm_names.is_control(against["arm"], context):
        other = controls[0]
    return (own[0], other) if other is not None and other != own[0] else None


def _named(words: str, names: Sequence[str]) -> str | None:
    """The one name that words hold or that holds them."""
    exact = [name for name in names if _same(name, words)]
    if len(exact) == 1:
        return exact[0]
    held = _key(words)
    found = [name for name in names if re.search(rf"(?<!\w){re.escape(_key(name))}(?!\w)", held)]
    return found[0] if len(found) == 1 else None


def _same(name: str, words: str) -> bool:
    return _key(name) == _key(words)


def _key(words: str) -> str:
    bare = re.sub(r"[\[(]\s?[nN]\s?=[^\])]*[\])]|,?\s?\b[nN]\s?=\s?\d+", " ", words)
    return re.sub(r"\b(?:the|groups?|arms?)\b|[^\w+/-]+", " ", bare.lower()).strip()


def read(
    sentence: Sentence, contrast: Contrast, by_column: dict[int, Cell], of: Measure
) -> tuple[Measure, Figure, Interval | None] | None:
    """The estimate of a row: `1.04 (0.82-1.34)` under `OR (95% CI)`, or its limits in the column behind it.

    `of` is the measure of the arms' results; a difference of medians is no mean difference, and is left.
    """
    cell = by_column.get(contrast.head.number)
    named = estimate.measure_named(contrast.head.words, percent=of is Measure.PERCENTAGE)
    if cell is None or named is None or (of is Measure.MEDIAN and named is Measure.MEAN_DIFFERENCE):
        return None
    text, begin = _stripped(sentence, cell)
    match = _ESTIMATED.match(text)
    if match is not None:
        level = _LEVEL.search(contrast.head.words)
        limits = _interval(sentence, match, begin, float(level[1]) if level else None)
        value = _figure(sentence, match, "a", begin)
        return None if value is None or limits is None else (named, value, limits)
    beside = by_column.get(contrast.limits.number) if contrast.limits is not None else None
    alone = _ALONE.match(text)
    if beside is None or alone is None or contrast.limits is None:
        return None
    ends, start = _stripped(sentence, beside)
    told, level = _ENDS.match(ends), _LIMITS_HEAD.match(contrast.limits.texts[-1])
    value = _figure(sentence, alone, "a", begin)
    limits = _interval(sentence, told, start, float(level["level"]) if level else None) if told else None
    return None if value is None or limits is None else (named, value, limits)


def p_in(sentence: Sentence, cell: Cell | None) -> PValue | None:
    """A cell's p value; None where it holds anything else."""
    if cell is None:
        return None
    text, begin = _stripped(sentence, cell)
    match = _P_CELL.match(text)
    figure = _figure(sentence, match, "num", begin) if match is not None else None
    if match is None or figure is None:
        return None
    relation = {"≤": "<=", "≥": ">="}.get(match["rel"] or "=", match["rel"] or "=")
    return PValue(relation, figure, f"p {relation} {figure.text}")


def between(tests: Sequence[Head]) -> int | None:
    """The column of the p between the groups: the only one, or the only one that says so."""
    if len(tests) == 1:
        return tests[0].number
    said = [head.number for head in tests if _BETWEEN.search(head.words)]
    return said[0] if len(said) == 1 else None


def _stripped(sentence: Sentence, cell: Cell) -> tuple[str, int]:
    text = sentence.section.text[cell.start : cell.end]
    return text.strip(), cell.start - sentence.start + len(text) - len(text.lstrip())


def _figure(sentence: Sentence, match: re.Match[str], group: str, begin: int) -> Figure | None:
    start, end = match.span(group)
    start += len(match[group]) - len(match[group].lstrip("+ "))
    return sentence.figure((begin + start, begin + end))


def _interval(sentence: Sentence, match: re.Match[str], begin: int, level: float | None) -> Interval | None:
    low, high = _figure(sentence, match, "low", begin), _figure(sentence, match, "high", begin)
    if low is None or high is None or low.value > high.value:
        return None
    return msgspec.structs.replace(Interval(low, high), level=level)
