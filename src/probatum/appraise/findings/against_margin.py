"""One treatment is no worse than another by a margin: `A was noninferior to B (50% v 52%), with no difference in X`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.appraise.findings import clauses, outcome
from probatum.appraise.findings.layouts import Group, part_at, sound
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import caseless

_OF: Final = r"(?:in|for|regarding|in terms of|with (?:respect|regard) to|on)\s(?:the\s)?"
_HELD_TO: Final = caseless(
    r"\s(?:was|were)\s(?:shown\sto\sbe\s|found\sto\sbe\s|statistically\s|also\s)?(?:non-?inferior|not\sinferior|superior|"
    r"equivalent|similar|comparable)\sto\s(?:the\s)?(?P<b>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{2,60}?)"
    rf"(?:\s{_OF}(?P<np>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{{3,80}}?))?(?:\s?Ⓣ+)?\s?[\[(]\s?(?P<v1>Ⓥ+)[^()\[\]ⓋⓂ;]{{0,12}}?\s(?:vs?\.?|versus|and)\s"
    r"(?P<v2>Ⓥ+)"
)
_BEHIND: Final = caseless(
    rf"[^.;]{{0,70}}?[\])],?\s(?:with|and)\s(?:there\swas\s)?no\s(?:\w+\s){{0,3}}?differences?\s{_OF}"
    r"(?P<np>[^ⓋⓅⒸⓂⓇ,;:()\[\]]{3,80}?)(?=\s?[,;.(\[]|\s?$|\sbetween\s|\sⓉ)"
)


def read(sentence: Sentence, used: set[int]) -> Iterator[tuple[Group, str]]:
    """Pairs of such figures with what they are of, which stands before their bracket or behind it."""
    for match in _HELD_TO.finditer(sentence.masked):
        starts = (match.start("v1"), match.start("v2"))
        begin = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, match.start()), match.start())
        if set(starts) & used or outcome.has_verb(sentence.masked[begin : match.start()]):
            continue
        last = sentence.value(starts[1]).end
        behind = None if match["np"] else _BEHIND.match(sentence.masked, last)
        place = match.span("np") if match["np"] else behind.span("np") if behind else None
        name = outcome.phrase(sentence, *place) if place else ""
        arms = ((begin, match.start()), match.span("b"))
        parts = [part_at(sentence, match.start(), match.end(), arm, at) for arm, at in zip(arms, starts, strict=True)]
        if name and sound(sentence, parts):
            yield ([part for part in parts if part], last), name
