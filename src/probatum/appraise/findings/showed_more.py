"""Sizes of change of two treatments: `X after A showed a greater decline compared with B (-1.7 v -1.4)`.

The first figure is of whom the sentence is about, and not of whom it names last before the bracket.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import clauses, outcome
from probatum.appraise.findings.layouts import Group, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import caseless

_SHOWED: Final = caseless(
    r"\s(?:after|with|on|following|in)\s(?:the\s)?(?P<a>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,50}?)\s(?:showed|had|demonstrated|exhibited|presented)\s"
    r"(?:an?\s|the\s)?(?:(?:significantly|significant|markedly|much|statistically)\s)*"
    r"(?P<way>greater|larger|bigger|more|higher|smaller|less|lower)\s(?P<size>declines?|reductions?|decreases?|falls?|drops?|"
    r"increases?|rises?|improvements?|changes?)\s(?:than|(?:when\s|as\s)?compared\s(?:with|to)|versus|vs\.?)\s"
    r"(?:(?:that|those|the)\s)?(?:(?:after|with|on|following|in)\s)?(?:the\s)?(?P<b>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,50}?)"
    r"(?:\sⓉ+)?\s?[\[(]\s?(?P<v1>Ⓥ+)[^()\[\]ⓋⓂ;]{0,12}?\s(?:vs?\.?|versus)\s(?P<v2>Ⓥ+)"
)
_LESS: Final = frozenset({"smaller", "less", "lower"})


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Pairs of such figures with the change they are of; only where the greater change is the greater figure."""
    for match in _SHOWED.finditer(sentence.masked):
        starts = (match.start("v1"), match.start("v2"))
        begin = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
        what = outcome.phrase(sentence, begin, match.start())
        if set(starts) & used or not what or outcome.has_verb(sentence.masked[begin : match.start()]):
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), match.span(arm), at)
            for arm, at in zip(("a", "b"), starts, strict=True)
        ]
        one, two = (sentence.figure(sentence.value(at).figure) for at in starts)
        if one is None or two is None or not sound(sentence, parts):
            continue
        if (abs(one.value) < abs(two.value)) is not (match["way"].lower() in _LESS):
            continue
        size = match["size"].lower().rstrip("s")
        yield ([part for part in parts if part], sentence.value(starts[1]).end), f"{size} in {what}"
