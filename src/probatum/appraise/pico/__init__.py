"""Participants, interventions and outcomes of an abstract, as EBM-NLP marks them: stretches of its text, not values.

`read` takes the title and the abstract of a record; a model labels every word (docs/building/models/pico.md), and words
of one label that follow each other in a sentence are one span. Pure; raises nothing for odd text.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.appraise.pico.features import Line
from probatum.appraise.pico.labelling import LABELS, label
from probatum.appraise.pico.words import TOKEN
from probatum.appraise.reading import Sentence, sentences
from probatum.model import PicoSpans, Record, SectionKind, Span

__all__ = ["read"]

LONGEST = 3000
"""Words that are read; an abstract has some 300."""
NO_START = frozenset(",.;:)]")
NO_END = frozenset(",.;:([")
"""Signs that a span neither begins nor ends with."""


def read(record: Record) -> PicoSpans:
    """Spans for whom, what was done, and what was measured, each in the order of the text; none where nothing is."""
    found: dict[str, list[Span]] = {name: [] for name in LABELS}
    read_from = _sentences(record)
    if read_from:
        labels = iter(label([Line([w for w, _, _ in tokens], s.section.heading) for s, tokens in read_from]))
        for sentence, tokens in read_from:
            for name, start, end in _runs(tokens, [next(labels) for _ in tokens]):
                found[name].append(sentence.span(start, end))
    _, population, intervention, outcome = (tuple(found[name]) for name in LABELS)
    return PicoSpans(population, intervention, outcome)


def _sentences(record: Record) -> list[tuple[Sentence, list[tuple[str, int, int]]]]:
    """Sentences of the title and the abstract with their words and where they stand, up to `LONGEST` words."""
    made, count = [], 0
    for sentence in sentences(record):
        if sentence.section.kind not in (SectionKind.TITLE, SectionKind.ABSTRACT):
            continue
        tokens = [(m[0], m.start(), m.end()) for m in TOKEN.finditer(sentence.text)]
        count += len(tokens)
        if count > LONGEST:
            break
        made.append((sentence, tokens))
    return made


def _runs(tokens: list[tuple[str, int, int]], labels: list[str]) -> Iterator[tuple[str, int, int]]:
    """Label, start and end of each run of one label, without the signs at its ends."""
    begin = 0
    for stop in range(1, len(tokens) + 1):
        if stop < len(tokens) and labels[stop] == labels[begin]:
            continue
        first, last = begin, stop - 1
        while first <= last and tokens[first][0] in NO_START:
            first += 1
        while first <= last and tokens[last][0] in NO_END:
            last -= 1
        if first <= last and labels[begin] != LABELS[0]:
            yield labels[begin], tokens[first][1], tokens[last][2]
        begin = stop
