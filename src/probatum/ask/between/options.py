"""Options: what a question lists to choose from, also where no vocabulary knows them.

`insoles, stretches, shockwave or a jab?`, `alarm or the tablets?`: the names beside an `or` in the clause that asks,
and those before them between commas, are all asked about if one of them is a treatment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.ask.pico.clauses import clauses
from probatum.model import Concept, Question
from probatum.text.expressions import expression

_SPLIT: Final = expression(
    r"(?P<versus>,? (?:versus|vs\.?|v) )|(?P<or>,? or (?:just |even |maybe |else )?)|(?P<comma>, )"
    r"|(?P<dash> [-\u2013] )",
    re.I,
)
_LEAD: Final = expression(
    r"^(?:(?:so|and|is|are|should|shall|do|does|can|could|would|will|i|we|you|he|she|they|it|use|using|give|try|get"
    r"|have|take"
    r"|offer|start|the|an?|some|my|his|her|now|best|better|either|which|prefer|go|for|with|on|to) )+",
    re.IGNORECASE,
)
_TAIL: Final = expression(
    r"(?: (?:which|what|is|are|for|in|at|to|help|helps|work|works|better|best|first|safer|any|that|if|when|while"
    r"|after|before"
    r"|please|pls|long[- ]term|would|should|do|be|more|the)\b.*)$",
    re.IGNORECASE,
)
_NO_OPTION: Final = expression(
    r"^(?:.*\bhere$|(?:better|best|safer|add|need|switch|keep|stay|stop|stopping|increase|change|leave|continue|up|raise|double|step|avoid|hold|halve)\b.*|what|not"
    r"|no|yes|nothing.*|none|neither|op(?= )|else|other|others|something|anything|someone|wait|waiting"
    r"|treat|more|less|never"
    r"|both|so|too|same|\W*|.*\b(?:what|which|i|i'm|im|he|she|they|we|you|was|were|has|have|had|been|is|are|ago"
    r"|since|years?|yrs?"
    r"|months?|weeks?|wks?|days?|old|on|with|after|in|no|not|can't|should|can|it|them|work|works)\b.*|\d.*)$",
    re.IGNORECASE,
)
MOST_WORDS: Final = 4
MOST: Final = 6


class Options(NamedTuple):
    """The options as they are written: those before a `versus`, or all of them, and those behind it."""

    one: tuple[str, ...]
    other: tuple[str, ...] = ()


def options(question: Question, given: Sequence[Concept], ill: Sequence[Concept]) -> Options | None:
    """What the last clause that asks lists; None where it lists nothing, or no treatment is known among it."""
    for clause in reversed(
        [one for one in clauses(question.read) if one.marked or one.opens] or clauses(question.read)[-1:]
    ):
        found = _listed(question.read[clause.start : clause.end].strip(" ?.!"), ill)
        if found and any(c.text.lower() in item.lower() for c in given for item in (*found.one, *found.other)):
            return found
    return None


def _listed(text: str, ill: Sequence[Concept]) -> Options | None:
    cuts = list(_SPLIT.finditer(text))
    joins = [n for n, cut in enumerate(cuts) if cut["or"] or cut["versus"]]
    if not joins:
        return None
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    pieces = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    first = joins[0]
    held = [_option(pieces[first], ill, first=True), *(_option(one, ill) for one in pieces[first + 1 : joins[-1] + 2])]
    if not all(held):
        return None
    at = first
    while at and cuts[at - 1]["comma"] and (before := _option(pieces[at - 1], ill, first=True)):
        held.insert(0, before)
        at -= 1
    if not 2 <= len(held) <= MOST:
        return None
    if len(held) == 2 and cuts[first]["versus"]:
        return Options((held[0],), (held[1],))
    return Options(tuple(held))


def _option(piece: str, ill: Sequence[Concept], *, first: bool = False) -> str:
    """The option that a piece names; empty for none."""
    words = _LEAD.sub("", piece.strip())
    words = words if first else _TAIL.sub("", words)
    named = any(c.text.lower() in words.lower() for c in ill)
    return "" if named or len(words.split()) > MOST_WORDS or _NO_OPTION.match(words) else re.sub(r"\s+", " ", words)
