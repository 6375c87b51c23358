"""Simpler: the short answer in a few short sentences, for a reader of plain words who asks for it in simpler ones.

The sentences are those of the short answer with what they rest on; figures and asides stay where they are told below.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.repetition import REPLY
from probatum.model import Answer, Kind, Section
from probatum.text.expressions import expression

MOST: Final = 5
FEWEST: Final = 4
"""Words of a sentence from which it says something without its figures."""
_FIGURES: Final = expression(r": (?=[^:.]{0,200}\d).*$")
_ASIDE: Final = expression(r" \((?:[^()]|\([^()]*\))*\)")
_SURE: Final = expression(r"\bWe are (?:very unsure|not very sure|fairly sure|sure) of this\b")
_ENDS: Final = expression(r"(?<=[\w)”])\. (?=[A-Z“])")


def put(answer: Answer) -> Answer:
    """The answer with its short answer put simply before it; as it is where there is nothing to put so."""
    lead = answer.section("bottom_line")
    told = [s for s in lead.statements if s.kind is not Kind.NAVIGATION]
    made = [
        msgspec.structs.replace(s, id=f"{REPLY}.{n}", plain=_simply(s.plain or s.text, s.kind))
        for n, s in enumerate(told[:MOST], 1)
    ]
    if not made:
        return answer
    section = Section(REPLY, "Reply to the follow-up", tuple(made))
    return msgspec.structs.replace(answer, sections=(section, *(s for s in answer.sections if s.id != REPLY)))


def _simply(easy: str, kind: Kind) -> str:
    first = _ENDS.split(_ASIDE.sub("", easy))[0]
    cut = first if kind in (Kind.DIRECTIVE, Kind.QUOTED) else _FIGURES.sub("", first)
    kept = cut if len(cut.split()) >= FEWEST else first
    kept = f"{kept[:1].upper()}{kept[1:].rstrip('. ')}."
    sure = _SURE.search(easy)
    return f"{kept} {sure[0]}." if sure and sure[0] not in kept else kept
