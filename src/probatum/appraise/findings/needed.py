"""Number needed to treat or harm: `the NNT to prevent one relapse was 12 (95% CI 8 to 25)`, `relapse (NNT 12)`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import build, clauses, estimate, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_WORD: Final = (
    r"(?:numbers?[- ]needed[- ]to[- ](?:treat|harm|screen|vaccinate|prevent)|NNTB?s?|NNT[HB]|NNHs?|NNV|NNS)(?![\w])"
)
_TOLD: Final = expression(
    rf"(?<![\w-]){_WORD}(?:\s?[\[(][A-Za-z]{{3,5}}[\])])?"
    r"(?P<aim>\s(?:to|for|of|in order to)\s(?:(?:prevent|avoid|avert|achieve|obtain|cause|save|benefit|harm)\s)?"
    r"(?:(?:one|1|an?|Ⓥ+)\s)?(?:additional\s|extra\s|more\s|further\s)?(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,80}?))?"
    r"(?:,?\s(?:was|were|is|of|at|being)(?=\s)|\s?[:=])?\s?(?:approximately\s|about\s)?(?P<v>Ⓥ+)",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    r"^(?:\s?[\[(][^()\[\]]*[\])])?\s(?:for|to (?:prevent|avoid|achieve|obtain))\s(?:(?:one|1|an?|Ⓥ+)"
    r"\s)?(?:additional\s|extra\s|more\s)?"
    r"(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,80}?)(?=\s?[,;.()\[]|\s?$|\s(?:and|over|at|in|with|but)\s|\sⓉ)",
    re.IGNORECASE,
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of numbers needed to treat and to harm, each for an outcome that the sentence names."""
    return [found for match in _TOLD.finditer(sentence.masked) if (found := _one(sentence, match, used)) is not None]


def _one(sentence: Sentence, match: re.Match[str], used: set[int]) -> Finding | None:
    value = sentence.value(match.start("v"))
    figure = sentence.figure(value.figure)
    if (
        value.start in used
        or figure is None
        or not estimate.plausible(Measure.NNT, value, figure)
        or value.unit
        or value.spelled
    ):
        return None
    interval, end = estimate.interval_after(sentence, value)
    closing = re.match(r"\s?[\])]", sentence.masked[end:])
    name = _outcome(sentence, match, end + (closing.end() if closing else 0))
    if not name:
        return None
    used.add(value.start)
    harm = re.search(r"harm|NNH", match[0], re.IGNORECASE) is not None
    return build.finding(
        sentence,
        name,
        Measure.NNT,
        estimate=figure,
        interval=interval,
        p=build.trailing_p(sentence, end),
        clause=(match.start(), end),
        judge=False,
        harm=harm,
    )


def _outcome(sentence: Sentence, match: re.Match[str], end: int) -> str:
    """The event: behind the words, behind the figure, or the subject of the bracket the words stand in."""
    if match["what"]:
        return outcome.phrase(sentence, *match.span("what"))
    behind = _BEHIND.match(sentence.masked[end:])
    if behind is not None:
        return outcome.phrase(sentence, end + behind.start("what"), end + behind.end("what"))
    opening = re.search(r"[\[(][^()\[\]]*$", sentence.masked[: match.start()])
    if opening is None:
        return ""
    start = clauses.clause_start(sentence, match.start())
    return outcome.between(sentence, opening.start(), opening.start(), start)
