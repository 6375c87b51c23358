"""Depth: an article no longer than a busy reader reads. What is beyond it stands in a second layer, for full depth.

Composers mark what is secondary by itself; here each section is held to its share of words. What comes first in a
section is never moved: boxed warnings and contraindications lead safety, the doses asked about lead dosing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.model import Depth, Section, Statement

WORDS: Final = {
    "dosing": 100,
    "safety": 245,
    "adverse_effects": 160,
    "monitoring": 110,
    "alternatives": 360,
    "evidence_gaps": 50,
}
"""Words a section may have at standard depth; the others are bounded by their composers."""
FURTHER: Final = "What was found beside the above is told at full depth."
FIRST: Final = {"safety": 4}
"""How many statements of a section stay whatever their length (else one)."""


def layered(section: Section) -> Section:
    """The section with every statement beyond its words in the second layer, in the order given."""
    left = WORDS.get(section.id)
    if left is None:
        return section
    made: list[Statement] = []
    kept = 0
    for statement in section.statements:
        size = len(statement.text.split())
        if statement.layer == 0 and (size <= left or kept < FIRST.get(section.id, 1)):
            left -= size
            kept += 1
            made.append(statement)
        else:
            made.append(msgspec.structs.replace(statement, layer=1))
    return msgspec.structs.replace(section, statements=tuple(made))


def _shortened(section: Section) -> Section:
    """The section with its first layer; where that is empty, it says that there is more at full depth."""
    first = tuple(one for one in section.statements if one.layer == 0)
    empty = section.empty if first or not section.statements else FURTHER
    return msgspec.structs.replace(section, statements=first, empty=empty)


def bounded(sections: Sequence[Section], depth: Depth) -> tuple[tuple[Section, ...], tuple[tuple[str, int], ...]]:
    """The sections at that depth, and how many statements of each were left out."""
    made = tuple(map(layered, sections))
    if depth is Depth.FULL:
        return made, ()
    shown = tuple(map(_shortened, made))
    counts = ((s.id, len(m.statements) - len(s.statements)) for s, m in zip(shown, made, strict=True))
    return shown, tuple((name, count) for name, count in counts if count)
