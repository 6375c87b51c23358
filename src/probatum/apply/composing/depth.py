"""Depth: an article no longer than a busy reader reads. What is beyond it stands in a second layer, for full depth.

Composers mark what is secondary by itself; here each section is held to its share of words. What comes first in a
section is never moved, nor what its composer marks as kept: boxed warnings, contraindications, doses for this use.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from string import ascii_lowercase
from typing import Final

import msgspec

from probatum.model import Depth, Section, Statement

WORDS: Final = {
    "dosing": 100,
    "safety": 245,
    "adverse_effects": 160,
    "monitoring": 110,
    "alternatives": 360,
    "evidence_gaps": 75,
}
"""Words a section may have at standard depth; the others are bounded by their composers."""
WHOLE: Final = 1000
"""Words of the whole at standard depth, as near as what must be said allows."""
YIELDS: Final = (
    ("adverse_effects", 3),
    ("evidence", 2),
    ("monitoring", 1),
    ("alternatives", 5),
    ("adverse_effects", 2),
    ("safety", 6),
    ("dosing", 2),
    ("alternatives", 4),
    ("evidence_gaps", 2),
    ("safety", 5),
)
"""Which section gives way first where the whole is too long, and how many of its statements (of `evidence`: outcomes)
stay all the same."""
LATEST: Final = 1100
"""Words beyond which more gives way than that."""
YIELDS_LAST: Final = (("adverse_effects", 1), ("alternatives", 2), ("evidence", 1), ("safety", 4))
"""What then gives way, to how few."""
REPLY: Final = "reply"
"""Stands before the article and takes none of its words."""
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
        if statement.layer == 0 and (statement.kept or size <= left or kept < FIRST.get(section.id, 1)):
            left -= size
            kept += 1
            made.append(statement)
        else:
            made.append(msgspec.structs.replace(statement, layer=1))
    return msgspec.structs.replace(section, statements=tuple(made))


def whole(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with so much in the second layer that the first keeps to the words of the whole."""
    made = {section.id: section for section in sections}
    for most, yields in ((WHOLE, YIELDS), (LATEST, YIELDS_LAST)):
        over = sum(_words(s) for s in made.values() if s.id != REPLY) - most
        for name, stay in yields:
            while over > 0 and name in made:
                shorter = _less(made[name], stay)
                if shorter is None:
                    break
                over -= _words(made[name]) - _words(shorter)
                made[name] = shorter
    return tuple(made.values())


def _words(section: Section) -> int:
    return sum(len(s.text.split()) for s in section.statements if s.layer == 0)


def _less(section: Section, stay: int) -> Section | None:
    """The section with one statement in the second layer, the last that is indirect, else the last (of `evidence`: all
    of its last outcome); None where no more may go."""
    first = [n for n, s in enumerate(section.statements) if s.layer == 0]
    parts = _outcomes(section, first) if section.id == "evidence" else [[n] for n in first]
    movable = [part for part in parts if not any(section.statements[n].kept for n in part)]
    # What is kept among the evidence is quoted beside its outcomes, and is none of those that stay.
    if not movable or len(movable if section.id == "evidence" else parts) <= stay:
        return None
    parts = movable
    # What is told of alternatives is all indirect or none; there the last is what their labels add.
    told = section.id in ("evidence", "alternatives")
    aside = [part for part in parts if not told and section.statements[part[0]].directness]
    going = (aside or parts)[-1]
    moved = tuple(msgspec.structs.replace(s, layer=1) if n in going else s for n, s in enumerate(section.statements))
    return msgspec.structs.replace(section, statements=moved)


def _outcomes(section: Section, first: Sequence[int]) -> list[list[int]]:
    """The statements of each paragraph: they share its number."""
    numbers = {n: section.statements[n].id.rstrip(ascii_lowercase) for n in first}
    return [list(part) for _, part in groupby(first, numbers.__getitem__)]


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
    made = whole(made)
    shown = tuple(map(_shortened, made))
    counts = ((s.id, len(m.statements) - len(s.statements)) for s, m in zip(shown, made, strict=True))
    return shown, tuple((name, count) for name, count in counts if count)
