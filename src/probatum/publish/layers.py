"""The layers of an article: recommendation, key figures, rationale, practical information, references.

A reader who has ten seconds reads the first; the others open one by one. What is about safety is never folded away.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.model import Reader
from probatum.publish.parts import REPLY, TAIL, Part

RECOMMENDATION: Final = "recommendation"
FIGURES: Final = "figures"
RATIONALE: Final = "rationale"
PRACTICAL: Final = "practical"
SOURCES: Final = "sources"
TITLES: Final = {
    RECOMMENDATION: "Recommendation",
    FIGURES: "Key figures",
    RATIONALE: "Rationale",
    PRACTICAL: "Practical information",
    SOURCES: "References and method",
}
EASY_TITLES: Final = {
    RECOMMENDATION: "The main point",
    FIGURES: "The figures",
    RATIONALE: "Why",
    PRACTICAL: "What to know and do",
    SOURCES: "Where this comes from",
}
_OF: Final = {
    "evidence": RATIONALE,
    "evidence_gaps": RATIONALE,
    "conclusion": RATIONALE,
    "why": RATIONALE,
    **dict.fromkeys(TAIL, SOURCES),
}
_UNFOLDED: Final = frozenset((RECOMMENDATION, FIGURES, PRACTICAL))
_LOOK_CLOSER: Final = frozenset((Reader.RESEARCHER, Reader.STUDENT))
"""Readers for whom the rationale stands open."""


class Layer(NamedTuple):
    """One layer: its parts in the order of reading."""

    id: str
    title: str
    open: bool
    parts: tuple[Part, ...]


def layers(parts: tuple[Part, ...], reader: Reader) -> tuple[Layer, ...]:
    """The layers that have parts. The figures are drawn from the part `evidence` and come second; the references come
    last; what is between stands as this reader's parts do."""
    held: dict[str, list[Part]] = {RECOMMENDATION: [], FIGURES: [part for part in parts if part.id == "evidence"]}
    for part in parts:
        held.setdefault(_layer(part), []).append(part)
    held[SOURCES] = held.pop(SOURCES, [])
    titles = EASY_TITLES if reader.plain else TITLES
    return tuple(Layer(name, titles[name], _open(name, reader), tuple(of)) for name, of in held.items() if of)


def _layer(part: Part) -> str:
    if part.id in ("bottom_line", REPLY) or part.id.startswith("part_"):
        return RECOMMENDATION
    return _OF.get(part.id, PRACTICAL)


def _open(name: str, reader: Reader) -> bool:
    return name in _UNFOLDED or (name == RATIONALE and reader in _LOOK_CLOSER)
