"""The passage of a record that says most of what a question asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from probatum.acquire.ranking.analysis import terms
from probatum.acquire.ranking.asking import Unit
from probatum.model import Record, SectionKind, SourceSection
from probatum.text import sentences

LONGEST: Final = 3
"""Sentences of a passage at most."""

ROOM: Final = 0.06
"""What a further sentence must add, as a share of the whole question."""

MOST_SENTENCES: Final = 2_000
"""Sentences of a record that are looked at."""


class Passage(msgspec.Struct, frozen=True):
    """Characters `start` to `end` (end excluded) of a section; `share` (0 to 1) of the question stands in them."""

    section: str
    start: int
    end: int
    share: float


def best_passage(asked: Sequence[Unit], record: Record) -> Passage | None:
    """The best run of one to three sentences of one section, the earlier of equals; None when no word is there.

    The title is a passage only where the rest has no word of the question.
    """
    whole = sum(unit.telling for unit in asked)
    if not whole:
        return None
    body = [section for section in record.evidence_sections if section.kind is not SectionKind.TITLE]
    titles = [section for section in record.evidence_sections if section.kind is SectionKind.TITLE]
    for sections in (body, titles):
        best, passage = 0.0, None
        for section, run, share in _runs(asked, sections, whole):
            worth = share - ROOM * (len(run) - 1)
            if worth > best + 1e-9:
                best, passage = worth, Passage(section.id, run[0][0], run[-1][1], round(share, 3))
        if passage is not None:
            return passage
    return None


def _runs(
    asked: Sequence[Unit], sections: Sequence[SourceSection], whole: float
) -> Iterator[tuple[SourceSection, Sequence[tuple[int, int]], float]]:
    looked_at = 0
    for section in sections:
        spans = sentences.split(section.text)[: MOST_SENTENCES - looked_at]
        looked_at += len(spans)
        held = [_held(asked, section.text[start:end]) for start, end in spans]
        for first in range(len(spans)):
            there = [0.0] * len(asked)
            for last in range(first, min(first + LONGEST, len(spans))):
                there = list(map(max, there, held[last]))
                share = sum(unit.telling * much for unit, much in zip(asked, there, strict=True)) / whole
                yield section, spans[first : last + 1], share


def _held(asked: Sequence[Unit], sentence: str) -> list[float]:
    """How much of each unit the sentence has."""
    there = set(terms(sentence))
    return [max((much for term, (_, much) in unit.terms.items() if term in there), default=0.0) for unit in asked]
