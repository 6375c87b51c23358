"""Three groups with their figures in one bracket: `X was higher in A than in B and C (17 v 11 v 11)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import clauses, outcome
from probatum.appraise.findings.layouts import Group, Part, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import caseless

_NAME: Final = r"[^ⓋⓅⒸⓂⓇ,;:()\[\]]{1,50}?"
_NP: Final = r"[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,80}?"
_WAY: Final = r"(?P<way>higher|lower|greater|longer|shorter|less|more|smaller|larger|fewer)"
_PLURAL: Final = r"(?:\s(?:groups|arms|cohorts|patients|participants|respectively))*"
_FIGURES: Final = (
    r",?\s?[\[(]\s?(?:means?\s|medians?\s|respectively[,:]?\s)?(?P<v1>Ⓥ+)(?:,\s|,?\s(?:vs?\.?|versus|and)\s)(?P<v2>Ⓥ+)"
    r"(?:,\s|,?\s(?:vs?\.?|versus)\s|,?\sand\s)(?P<v3>Ⓥ+)(?!,?\s?(?:vs?\.?|versus|and|,)?\sⓋ)"
)
_ONE_OF_THREE: Final = caseless(
    rf"(?P<np>{_NP})\s(?:was|were|is|are)\s(?:\w+ly\s|also\s)*{_WAY}\s(?:in|with|for|among|on)\s(?:the\s)?(?P<a>{_NAME})"
    r"\s(?:than|(?:when\s|as\s)?compared\s(?:with|to)|versus|vs\.?)\s(?:(?:that|those)\s)?(?:(?:in|with|for|among|on|of)\s)?"
    rf"(?:the\s|both\s|either\s)*(?P<b>{_NAME})\s(?:and|or)\s(?:(?:in|with)\s)?(?:the\s)?(?P<c>{_NAME}){_PLURAL}{_FIGURES}"
)
_OF: Final = r"(?:between|among|in|for)\s(?:the\s)?"
_ALIKE: Final = (
    r"(?:did\snot\sdiffer(?:\s\w+ly)?|differed(?:\s\w+ly)?|(?:was|were)\s(?:not\s)?(?:\w+ly\s)?"
    r"(?:similar|comparable|different))"
)
_ALL_THREE: Final = caseless(
    rf"(?:(?P<np>{_NP})\s{_ALIKE}\s|\bdifferences?\s(?:(?:was|were)\s\w+\s)?(?:in|of|for)\s(?:the\s)?(?P<np2>{_NP})\s){_OF}"
    rf"(?P<a>{_NAME}),\s(?:the\s)?(?P<b>{_NAME}),?\sand\s(?:the\s)?(?P<c>{_NAME}){_PLURAL}{_FIGURES}"
)
_FIRST_IS_LOWEST: Final = frozenset({"lower", "shorter", "less", "smaller", "fewer"})


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Three figures with what they are of; where one group is held to two, its figure must be the highest or lowest."""
    for pattern in (_ONE_OF_THREE, _ALL_THREE):
        for match in pattern.finditer(sentence.masked):
            starts = [match.start(v) for v in ("v1", "v2", "v3")]
            told = "np2" if match.groupdict().get("np2") else "np"
            begin = clauses.skip_lead(sentence.masked, match.start(told), match.end(told))
            name = outcome.phrase(sentence, begin, match.end(told))
            if set(starts) & used or not name or not _fits(sentence, starts, match.groupdict().get("way")):
                continue
            parts = [
                part_at(sentence, match.start(), match.end(), match.span(arm), at)
                for arm, at in zip("abc", starts, strict=True)
            ]
            if sound(sentence, parts):
                known: list[Part] = [part for part in parts if part]
                yield (known, sentence.value(starts[-1]).end), name


def _fits(sentence: Sentence, starts: list[int], way: str | None) -> bool:
    """Whether the first figure lies beyond both others on the side that the words say."""
    figures = [sentence.figure(sentence.value(at).figure) for at in starts]
    values = [figure.value for figure in figures if figure is not None]
    if len(values) < len(starts):
        return False
    if way is None:
        return True
    return values[0] < min(values[1:]) if way.lower() in _FIRST_IS_LOWEST else values[0] > max(values[1:])
