"""Two groups apiece with a figure, and a predicate that says what the figures are of.

`22% of A and 17% of B had pain`, `70% of A were cured, compared with 15% of B`, `A had a mean stay of 5 days versus
8 days in B`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probatum.appraise.findings import outcome, predicates
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.layouts import Group, part_at, sound
from probatum.appraise.findings.naming import VS
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

_GIVEN: Final = (
    r"(?:in|on|with|of|assigned to|allocated to|receiving|given|treated with|undergoing|taking|who received)"
)
_WHOSE: Final = rf"\s(?:of\s)?(?:the\s|all\s)?(?:{PEOPLE}\s{_GIVEN}\s)?(?:{_GIVEN}\s)?(?:the\s)?"
_VERB: Final = (
    r"(?:had|have|were|was|reported|experienced|achieved|developed|showed|required|died|relapsed|responded|recovered|"
    r"survived|underwent|completed)"
)
_ARM: Final = rf"(?:(?!\b(?:and|or|than|compared|versus|respectively|who|{_VERB})\b)[^ⓋⓅⒸⓇⓂ;:,()\[\]]){{2,60}}?"
_END: Final = r"(?=\s?[,;.()\[\]]|\s?$|\s(?:at|after|during|within|over|by)\s|\sⓉ)"
_BOTH: Final = expression(
    rf"(?P<v1>Ⓥ+){_WHOSE}(?P<a1>{_ARM})(?:\s[\[(]\s?Ⓝ+\s?[\])])?,?\sand\s(?:only\s)?(?P<v2>Ⓥ+){_WHOSE}(?P<a2>{_ARM})"
    rf"(?:\s[\[(]\s?Ⓝ+\s?[\])])?(?=\s{_VERB}\b)",
    re.IGNORECASE,
)
_THEN: Final = expression(
    rf"(?P<v1>Ⓥ+){_WHOSE}(?P<a1>{_ARM})(?=(?P<said>\s{_VERB}\b[^ⓋⓅⒸⓇⓂ;:()\[\]]{{0,90}}?),?\s(?:{VS}|and|while|whereas)\s"
    rf"(?:only\s)?(?P<v2>Ⓥ+){_WHOSE}(?P<a2>{_ARM}){_END})",
    re.IGNORECASE,
)
_HAD: Final = expression(
    rf"(?:^|[,;]\s)(?P<a1>{_ARM})\shad\s(?:an?\s|the\s)?(?P<name>[^ⓋⓅⒸⓇⓂ;:,()\[\]]{{3,60}}?)\sof\s(?P<v1>Ⓥ+),?\s(?:{VS})\s"
    rf"(?:an?\s\w+\sof\s)?(?P<v2>Ⓥ+)\s(?:in|for|with|among)\s(?:the\s)?(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
_OTHER_END: Final = expression(r"\s?(?:,|and|or)\s(?:and\s)?(?:only\s)?Ⓥ")
"""A third figure: the two are not all."""


def read(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """The groups with their figures, and what these are of; nothing where the predicate names no outcome."""
    for pattern in (_BOTH, _THEN, _HAD):
        for match in pattern.finditer(sentence.masked):
            starts = (match.start("v1"), match.start("v2"))
            end = max(match.end(), match.end("a2"))
            if set(starts) & used or _OTHER_END.match(sentence.masked[end:]) or not _of_one_kind(sentence, starts):
                continue
            parts = [
                part_at(sentence, match.start(), end, match.span(arm), at)
                for arm, at in zip(("a1", "a2"), starts, strict=True)
            ]
            name = _name(sentence, match, pattern is _HAD, end if pattern is _BOTH else match.end("a1"))
            if name and sound(sentence, parts):
                yield ([p for p in parts if p is not None], sentence.value(starts[1]).end), name


def _of_one_kind(sentence: Sentence, starts: tuple[int, int]) -> bool:
    one, two = (sentence.value(at) for at in starts)
    return (one.percent, one.counted, one.unit) == (two.percent, two.counted, two.unit)


def _name(sentence: Sentence, match: re.Match[str], had: bool, begin: int) -> str:
    if had:
        return outcome.phrase(sentence, *match.span("name"))
    stop = match.end("said") if "said" in match.re.groupindex else len(sentence.masked)
    return predicates.named(sentence, begin, stop)
