"""Several segments made into one, without the records that are gone. In memory bounded whatever their size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from probatum.acquire.library.index.arrays import Array, Writing
from probatum.acquire.library.index.segment import LABELS, TEXTS, Numbers, Segment

AT_ONCE: Final = 4_000_000
"""Values that are held at a time."""

Live = npt.NDArray[np.bool_]


def join(path: Path, segments: Sequence[Segment], live: Sequence[Live]) -> Segment:
    """Write one segment of the live records of some, in their order, and open it. Raises OSError."""
    all_terms = np.unique(np.concatenate([segment.terms for segment in segments]))
    counts = [_counts(segment, alive) for segment, alive in zip(segments, live, strict=True)]
    total = np.zeros(len(all_terms), dtype=np.int64)
    for segment, count in zip(segments, counts, strict=True):
        total[np.searchsorted(all_terms, segment.terms)] += count
    terms, total = all_terms[total > 0], total[total > 0]
    labels, coded = _labels(segments, live)
    own = _own(live)
    taken = {"words": _spelled(terms, segments), "ids": own, "stored": own}
    telling = np.zeros(len(terms), dtype=np.bool_)
    for segment, (chosen, places) in zip(segments, taken["words"], strict=True):
        telling[chosen] = segment.held["telling"][places]
    held: dict[str, Array] = {
        "terms": terms,
        "telling": telling,
        "ends": np.cumsum(total),
        "starts": np.concatenate([[0], np.cumsum(_of_live([s.lengths for s in segments], live))]).astype(np.int64),
        **{name: _of_live([s.held[name] for s in segments], live) for name in ("mark", "year", "day")},
        **coded,
        **{ends: _new_ends([s.held[ends] for s in segments], taken[name]) for name, ends in TEXTS.items()},
    }
    width = max((segment.often.dtype for segment in segments), key=lambda kind: kind.itemsize)
    pairs, length = int(total.sum()), int(held["starts"][-1])
    shapes = {name: (array.dtype, len(array)) for name, array in held.items()} | {
        "records": (np.dtype(np.int32), pairs),
        "often": (width, pairs),
        "sequence": (np.dtype(np.int32), length),
        **{name: (np.dtype(np.uint8), int(held[ends].max(initial=0))) for name, ends in TEXTS.items()},
    }
    with Writing(path, {"labels": labels}, shapes) as file:
        for name, array in held.items():
            file[name][:] = array
        _fill_pairs(file, segments, live, counts, terms, total)
        _fill_sequence(file["sequence"], segments, live, terms)
        for name, ends in TEXTS.items():
            old = [(segment.held[name], segment.held[ends]) for segment in segments]
            _fill_letters(file[name], held[ends], old, taken[name])
    return Segment.open(path)


def _of_live(columns: Sequence[Array], live: Sequence[Live]) -> Array:
    return np.concatenate([column[alive] for column, alive in zip(columns, live, strict=True)])


def _runs(ends: Array) -> Iterator[tuple[int, int]]:
    """Runs of things (the last excluded) that take about `AT_ONCE` values together; `ends` is where each ends."""
    first = 0
    while first < len(ends):
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + AT_ONCE, side="right")))
        yield first, last
        first = last


def _counts(segment: Segment, alive: Live) -> Numbers:
    """Live records of each term."""
    if alive.all():
        return np.diff(segment.ends, prepend=0)
    made = np.zeros(len(segment.terms), dtype=np.int64)
    for first, last in _runs(segment.ends):
        begin = int(segment.ends[first - 1]) if first else 0
        kept = np.concatenate([[0], np.cumsum(alive[segment.records[begin : int(segment.ends[last - 1])]])])
        made[first:last] = np.diff(kept[segment.ends[first:last] - begin], prepend=0)
    return made


def _fill_pairs(
    file: Writing, segments: Sequence[Segment], live: Sequence[Live], counts: list[Numbers], terms: Array, total: Array
) -> None:
    """For each term, the pairs of every segment one after the other: so its records stay in ascending order."""
    records, often = file["records"], file["often"]
    room = np.cumsum(total) - total
    base = 0
    for segment, alive, count in zip(segments, live, counts, strict=True):
        numbers = np.cumsum(alive) - 1 + base
        held = np.flatnonzero(count)
        places = np.searchsorted(terms, segment.terms[held])
        begins = np.zeros(len(count), dtype=np.int64)
        begins[held] = room[places]
        for first, last in _runs(segment.ends):
            begin, end = int(segment.ends[first - 1]) if first else 0, int(segment.ends[last - 1])
            old = segment.records[begin:end]
            kept = alive[old]
            told = count[first:last]
            to = np.repeat(begins[first:last] - (np.cumsum(told) - told), told) + np.arange(int(told.sum()))
            records[to] = numbers[old[kept]]
            often[to] = segment.often[begin:end][kept]
        room[places] += count[held]
        base += int(alive.sum())


def _fill_sequence(sequence: Array, segments: Sequence[Segment], live: Sequence[Live], terms: Array) -> None:
    done = 0
    for segment, alive in zip(segments, live, strict=True):
        places = np.searchsorted(terms, segment.terms).astype(np.int32)
        for first, last in _runs(segment.starts[1:]):
            old = segment.sequence[int(segment.starts[first]) : int(segment.starts[last])]
            kept = old[np.repeat(alive[first:last], segment.lengths[first:last])]
            sequence[done : done + len(kept)] = places[kept]
            done += len(kept)


def _labels(segments: Sequence[Segment], live: Sequence[Live]) -> tuple[dict[str, list[str]], dict[str, Array]]:
    labels: dict[str, list[str]] = {}
    coded: dict[str, Array] = {}
    for column in LABELS:
        labels[column] = list(dict.fromkeys(label for segment in segments for label in segment.labels[column]))
        known = {label: number for number, label in enumerate(labels[column])}
        renamed = [np.array([known[label] for label in s.labels[column]] or [0], dtype=np.uint16) for s in segments]
        coded[column] = _of_live([n[s.held[column]] for n, s in zip(renamed, segments, strict=True)], live)
    return labels, coded


def _spelled(terms: Array, segments: Sequence[Segment]) -> list[tuple[Numbers, Numbers]]:
    """For each segment which of `terms` are spelled from it, and where they stand in it."""
    lacking = np.ones(len(terms), dtype=np.bool_)
    made = []
    for segment in segments:
        places = segment.places(terms)
        chosen = np.flatnonzero(lacking & (places >= 0))
        lacking[chosen] = False
        made.append((chosen, places[chosen]))
    return made


def _own(live: Sequence[Live]) -> list[tuple[Numbers, Numbers]]:
    """For each segment which of all live records are its own, and where they stand in it."""
    made, base = [], 0
    for alive in live:
        places = np.flatnonzero(alive)
        made.append((np.arange(base, base + len(places)), places))
        base += len(places)
    return made


def _new_ends(ends: Sequence[Array], taken: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    """Where each text ends, when they are put one after the other."""
    sizes = np.zeros(sum(len(chosen) for chosen, _ in taken), dtype=np.int64)
    for old, (chosen, places) in zip(ends, taken, strict=True):
        sizes[chosen] = np.diff(old, prepend=0)[places]
    return np.cumsum(sizes)


def _fill_letters(
    letters: Array, ends: Array, old: Sequence[tuple[Array, Array]], taken: Sequence[tuple[Numbers, Numbers]]
) -> None:
    for (source, source_ends), (chosen, places) in zip(old, taken, strict=True):
        sizes = np.diff(source_ends, prepend=0)[places]
        for first, last in _runs(np.cumsum(sizes)):
            size = sizes[first:last]
            before = np.cumsum(size) - size
            inside = np.arange(int(size.sum()))
            begins = source_ends[places[first:last]] - size
            to = ends[chosen[first:last]] - size
            letters[np.repeat(to - before, size) + inside] = source[np.repeat(begins - before, size) + inside]
