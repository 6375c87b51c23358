"""One group had more of something than another, each with its bracket: `A had a longer X (8 days) than B (5 days)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import clauses, items, outcome
from probatum.appraise.findings.layouts import Group, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Direction
from probatum.text.expressions import caseless

_LESS: Final = r"lower|smaller|shorter|less|fewer|reduced|decreased"
_MORE: Final = r"higher|greater|longer|larger|more|increased|elevated|prolonged"
_MEAN: Final = r"(?:(?:means?|medians?|averages?)(?:\sof)?[\s,:=]*)?"
_HAD: Final = caseless(
    r"\s(?:had|have|has|showed|required|experienced|spent|needed|demonstrated|exhibited|achieved|reported)\s"
    r"(?:an?\s|the\s)?"
    rf"(?:(?:statistically|significantly|significant|markedly|slightly|much|also|non-significantly)\s)*"
    rf"(?P<way>{_LESS}|{_MORE})\s"
    r"(?:\(Ⓟ+\)\s)?(?P<np>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,60}?)\s?[\[(]\s?"
    rf"{_MEAN}(?P<v1>Ⓥ+)[^()\[\]Ⓥ]{{0,40}}[\])],?\s(?:than|(?:as\s)?compared (?:with|to)|versus|vs\.?)\s(?:(?:those|"
    r"that|patients|children|the|did)\s(?:(?:in|with|of)\s)?(?:the\s)?)*"
    rf"(?P<b>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{{2,60}}?)\s?[\[(]\s?{_MEAN}(?P<v2>Ⓥ+)"
)


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Pairs of such figures, with what they are of; only where the figures go the way that the words say."""
    for match in _HAD.finditer(sentence.masked):
        starts = (match.start("v1"), match.start("v2"))
        begin = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
        subject = (begin, match.start())
        if set(starts) & used or outcome.has_verb(sentence.masked[slice(*subject)]):
            continue
        parts = [
            part_at(sentence, match.start(), match.end(), place, at)
            for place, at in zip((subject, match.span("b")), starts, strict=True)
        ]
        known = [part for part in parts if part is not None]
        way = Direction.LOWER if caseless(_LESS).fullmatch(match["way"]) else Direction.HIGHER
        name = outcome.phrase(sentence, *match.span("np"))
        if name and sound(sentence, parts) and items.agrees(sentence, known, way):
            yield (known, sentence.value(starts[1]).end), name
