"""Pairs of figures in brackets: `(12% v 30%; p = 0.01)`, `(medians 87 and 30 weeks)`, `(relapse, 4% v 9%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings.naming import VS
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression

_UNIT: Final = r"(?:\s(?!and\b|in\b|with\b|for\b|among\b)[a-z/%-]+){0,2}"
_PAIR: Final = expression(
    rf"(?:^|;\s|,\s(?:and\s)?)(?P<label>[^ⓋⓅⒸⓂⓇ;:]{{0,60}}?)[\s:,]*(?P<v1>Ⓥ+)(?:\s?[\[(][ⒸⓇⓃ]+[\])])?{_UNIT},?\s{VS}\s"
    rf"(?:(?:mean|median)\s)?(?P<v2>Ⓥ+)(?:\s?[\[(][ⒸⓇⓃ]+[\])])?{_UNIT}(?=\s?[;,.\])]|\s?$)",
    re.IGNORECASE,
)
_JOINED: Final = expression(
    rf"^(?P<label>(?:(?:means?|medians?|"
    rf"averages?)[\s,:]*)?)(?P<v1>Ⓥ+){_UNIT}\sand\s(?P<v2>Ⓥ+){_UNIT}(?=,?\srespectively|(?<=Ⓥ)[;,\])]|"
    rf"\s?$)",
    re.IGNORECASE,
)
"""`(medians 87 and 30 weeks)`, `(12% and 30%, respectively)`."""
_STATISTIC: Final = expression(
    r"^(?:(?:means?|medians?|averages?|log|geometric|crude|raw|absolute|total|time|range|IQR|interquartile|SD|SE|SEM|standard|deviation|error|percent|"
    r"percentage|rate|rates|"
    r"score|scores|value|values|change|changes|from|baseline|with|the|of|and|in|adjusted|least|squares|per|"
    r"points?|i\.?e|e\.?g|respectively|being|were|was|only|approximately|about|±|\+/-|[ⓍⓃⓉ]+)[\s,:;.()\[\]/-]*)*$",
    re.IGNORECASE,
)


class Bracket(NamedTuple):
    """A pair of figures in brackets: where the bracket stands, its two values, and the outcome it may name itself."""

    start: int
    end: int
    one: int
    two: int
    label: Place | None


def read(sentence: Sentence) -> Iterator[Bracket]:
    """Each pair of a sentence's brackets, in order; none of a bracket that holds more than are understood."""
    for opening in re.finditer(r"[\[(]", sentence.masked):
        end = _closing(sentence.masked, opening.start())
        if end < 0:
            continue
        inside = sentence.masked[opening.end() : end]
        found = list(_PAIR.finditer(inside)) or list(_JOINED.finditer(inside))
        if len(re.findall(rf"Ⓥ,?\s{VS}\s", inside)) > len(found):
            continue
        for match in found:
            at = opening.end()
            label = (at + match.start("label"), at + match.end("label"))
            told = None if _STATISTIC.match(match["label"].strip() + " ") or not match["label"].strip() else label
            yield Bracket(opening.start(), end + 1, at + match.start("v1"), at + match.start("v2"), told)


def _closing(masked: str, opening: int) -> int:
    """Where the bracket that opens there closes; -1 where it does not."""
    depth = 0
    for at in range(opening, min(len(masked), opening + 200)):
        if masked[at] in "([":
            depth += 1
        elif masked[at] in ")]":
            depth -= 1
            if depth == 0:
                return at
    return -1
