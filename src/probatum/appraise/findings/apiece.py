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
    r"(?:(?:randomly\s)?(?:assigned|allocated|randomi[sz]ed)\sto|in|on|with|of|among|receiving|given|treated with|"
    r"undergoing|taking|who (?:received|had|took|underwent|were (?:given|treated with|assigned to)))"
)
_WHOSE: Final = rf"\s(?:of\s)?(?:the\s|all\s)?(?:{PEOPLE}\s{_GIVEN}\s)?(?:{_GIVEN}\s)?(?:the\s)?"
_LINKED: Final = (
    rf"\s(?:of\s(?:the\s|all\s|those\s)?|(?=(?:{PEOPLE}\s)?{_GIVEN}\s))(?:{PEOPLE}\s{_GIVEN}\s)?(?:{_GIVEN}\s)?"
    r"(?:the\s)?"
)
"""Behind `and` a figure has its group behind a preposition: `and 52% severe stress` is no group."""
_VERB: Final = (
    r"(?:had|have|were|was|reported|experienced|achieved|developed|showed|required|died|relapsed|responded|recovered|"
    r"survived|underwent|completed|withdrew|met|scored|remained|became|continued|discontinued|needed|used|lost|gained|"
    r"failed|progressed|returned|received|chose|stopped|improved)"
)
_ARM: Final = rf"(?:(?!\b(?:and|or|than|compared|versus|respectively|who|{_VERB})\b)[^ⓋⓅⒸⓇⓂ;:,()\[\]]){{2,60}}?"
_END: Final = r"(?=\s?[,;.()\[\]]|\s?$|\s(?:at|after|during|within|over|by)\s|\sⓉ)"
_ASIDE: Final = r"(?:\s?[\[(][^()\[\]Ⓥ]{0,80}[\])])?"
_BOTH: Final = expression(
    rf"(?P<v1>Ⓥ+){_WHOSE}(?P<a1>{_ARM})(?:\s[\[(]\s?Ⓝ+\s?[\])])?,?\sand\s(?:only\s)?(?P<v2>Ⓥ+){_WHOSE}(?P<a2>{_ARM})"
    rf"(?:\s[\[(]\s?Ⓝ+\s?[\])])?(?=\s{_VERB}\b)",
    re.IGNORECASE,
)
_THEN: Final = expression(
    rf"(?P<v1>Ⓥ+){_WHOSE}(?P<a1>{_ARM})(?=(?P<said>\s{_VERB}\b[^ⓋⓅⒸⓇⓂ;:()\[\]]{{0,90}}?){_ASIDE},?\s(?:(?:{VS})\s"
    rf"(?:only\s)?(?P<v2>Ⓥ+){_WHOSE}|(?:and|while|whereas)\s(?:only\s)?(?P<v3>Ⓥ+){_LINKED})(?P<a2>{_ARM}){_END})",
    re.IGNORECASE,
)
_OPENED: Final = expression(
    rf"(?:^|[;.]\s)(?:of|among|in)\s(?:the\s|all\s)?(?:{PEOPLE}\s)?(?:{_GIVEN}\s)?(?:the\s)?(?P<a1>{_ARM}),\s(?:only\s)?"
    rf"(?P<v1>Ⓥ+)(?P<said>\s{_VERB}\b[^ⓋⓅⒸⓇⓂ;:()\[\]]{{0,90}}?){_ASIDE},?\s(?:(?:{VS})\s(?:only\s)?"
    rf"(?P<v2>Ⓥ+){_WHOSE}|(?:and|while|whereas)\s(?:only\s)?(?P<v3>Ⓥ+){_LINKED})(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
"""`Of those given A, 80% had pain compared with 69% given B`."""
_HAD: Final = expression(
    rf"(?:^|[,;]\s)(?P<a1>{_ARM})\shad\s(?:an?\s|the\s)?(?P<name>[^ⓋⓅⒸⓇⓂ;:,()\[\]]{{3,60}}?)\sof\s(?P<v1>Ⓥ+),?\s(?:{VS})\s"
    rf"(?:an?\s\w+\sof\s)?(?P<v2>Ⓥ+)\s(?:in|for|with|among)\s(?:the\s)?(?P<a2>{_ARM}){_END}",
    re.IGNORECASE,
)
_OTHER_END: Final = expression(r"\s?(?:,|and|or)\s(?:and\s)?(?:only\s)?Ⓥ")
"""A third figure: the two are not all."""


def read(sentence: Sentence, used: set[int], named: Sequence[Named]) -> Iterator[tuple[Group, str]]:
    """The groups with their figures, and what these are of; nothing where the predicate names no outcome."""
    for pattern in (_BOTH, _THEN, _OPENED, _HAD):
        for match in pattern.finditer(sentence.masked):
            second = match.start("v3") if match.groupdict().get("v3") else match.start("v2")
            starts = (match.start("v1"), second)
            end = max(match.end(), match.end("a2"))
            if set(starts) & used or _OTHER_END.match(sentence.masked[end:]) or not _of_one_kind(sentence, starts):
                continue
            parts = [
                part_at(sentence, match.start(), end, match.span(arm), at)
                for arm, at in zip(("a1", "a2"), starts, strict=True)
            ]
            name = _name(sentence, match, pattern is _HAD, end if pattern is _BOTH else _said_from(match))
            if name and sound(sentence, parts):
                yield ([p for p in parts if p is not None], sentence.value(starts[1]).end), name


def _said_from(match: re.Match[str]) -> int:
    """Where the predicate between the two figures begins."""
    return match.start("said") if "said" in match.re.groupindex else match.end("a1")


def _of_one_kind(sentence: Sentence, starts: tuple[int, int]) -> bool:
    one, two = (sentence.value(at) for at in starts)
    return (one.percent, one.counted, one.unit) == (two.percent, two.counted, two.unit)


def _name(sentence: Sentence, match: re.Match[str], had: bool, begin: int) -> str:
    if had:
        return outcome.phrase(sentence, *match.span("name"))
    stop = match.end("said") if "said" in match.re.groupindex else len(sentence.masked)
    return predicates.named(sentence, begin, stop)
