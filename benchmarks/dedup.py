"""Which references of a reference manager's export are copies of another? Against marks that people set.

A record whose `caption` is `Duplicate` is marked. Two customs exist, and a file says nowhere which it keeps: a mark on
every member of a set of copies, or on all of its members but the one that stays. Which one stays is arbitrary, so it
must not matter which one we would keep. Of each of our groups all members but one are removed, and counted so:

- Where whole sets are marked: a group of m marked records and u others removes m - 1 rightly and u wrongly (they are
  no copies of anything); without a marked one all that it removes is wrong. A marked record that stands alone is
  missed.
- Where only the copies are marked: a set has one unmarked member. A group with u unmarked members removes u - 1
  wrongly, the rest rightly; a marked record that is not removed is missed.

A file keeps the custom that more of our groups show. `strict_` figures look at each record by itself: removed and
marked (where copies alone are marked, with the copy that `matching.rank` would have us keep), or in a group and marked.
Two sets of marked records joined into one would go unseen: the marks do not say which set a record belongs to.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import msgspec
from lxml import etree

from benchmarks import Benchmark, Result
from probatum.acquire.formats._text import flat
from probatum.acquire.formats._xml import Piece, new_parser, parse, pieces
from probatum.acquire.formats.endnote import FORMAT
from probatum.acquire.matching import duplicates, rank
from probatum.acquire.matching.words import letters, title_words
from probatum.model import Record

ROUNDS = 1000
"""Rounds of the bootstrap."""


class Cluster(msgspec.Struct, frozen=True):
    """A group of ours (or a record alone): how many of its members are marked, and whether the one we keep is."""

    marked: int
    unmarked: int
    kept_marked: bool = False

    @property
    def size(self) -> int:
        """Its members."""
        return self.marked + self.unmarked


Counts = tuple[int, int, int]
"""Rightly removed, wrongly removed, missed."""


def run(data: Path) -> Result:
    """Group the records of every `*.xml.gz` of `endnote-dedup`; all files together, and each in a note."""
    paths = sorted((data / "endnote-dedup").glob("*.xml.gz"))
    if not paths:
        return Result({}, ["endnote-dedup/*.xml.gz"])
    metrics: dict[str, float] = {"files": len(paths), "records": 0, "marked": 0, "groups": 0}
    ours: list[Counts] = []
    strict: list[Counts] = []
    plain: list[Counts] = []
    notes: list[str] = []
    for path in paths:
        records, marks = read(path)
        clusters = clustered(records, marks, [group.ids for group in duplicates(records)])
        whole = whole_sets(clusters)
        counts = [removed(cluster, whole) for cluster in clusters]
        ours += counts
        strict += [one_by_one(cluster, whole) for cluster in clusters]
        plain += [removed(cluster, whole) for cluster in clustered(records, marks, by_title(records))]
        metrics["records"] += len(records)
        metrics["marked"] += sum(marks)
        metrics["groups"] += sum(cluster.size > 1 for cluster in clusters)
        precision, recall, _ = rates(counts)
        custom = "whole sets are marked" if whole else "copies alone are marked"
        notes.append(f"{path.name}: {custom}; precision {precision:.4f}, recall {recall:.4f}, {len(records)} records")
    metrics |= named("", ours)
    low, high = intervals(ours)
    for position, name in enumerate(("precision", "recall", "f1")):
        metrics |= {f"{name}_low": low[position], f"{name}_high": high[position]}
    totals = [sum(column) for column in zip(*ours, strict=True)]
    metrics |= dict(zip(("removed_rightly", "removed_wrongly", "missed"), totals, strict=True))
    metrics |= named("strict_", strict) | named("title_", plain)
    notes.append("Intervals are 95 % bootstrap intervals over groups. title_: the same title and year, in this run.")
    return Result(metrics, [], notes)


def read(path: Path) -> tuple[list[Record], list[bool]]:
    """The records of an export, each under an id of its own, and which of them are marked."""
    with gzip.open(path) as file:
        content = file.read()
    items = zip(FORMAT.read(BytesIO(content), path.name), _captions(content, path.name), strict=True)
    found = [
        (msgspec.structs.replace(item, id=f"record:{number:06}"), caption.strip().lower().startswith("duplicate"))
        for number, (item, caption) in enumerate(items)
        if isinstance(item, Record)
    ]
    return [record for record, _ in found], [mark for _, mark in found]


def _captions(content: bytes, origin: str) -> Iterator[str]:
    """The caption of every item that the reader yields, which leaves it out as no word of the source."""
    parser = new_parser()
    for piece in pieces(BytesIO(content), origin, ("record",)):
        try:
            yield flat(parse(piece, parser).find("caption")) if isinstance(piece, Piece) else ""
        except etree.XMLSyntaxError:
            yield ""


def clustered(records: Sequence[Record], marks: Sequence[bool], groups: Iterable[Sequence[str]]) -> list[Cluster]:
    """The groups, and every record that is in none as a cluster of its own."""
    marked = {record.id: mark for record, mark in zip(records, marks, strict=True)}
    ranks = {record.id: rank(record) for record in records}
    clusters: list[Cluster] = []
    for ids in groups:
        kept = marked[max(ids, key=ranks.__getitem__)]
        found = [marked.pop(record_id) for record_id in ids]
        clusters.append(Cluster(sum(found), len(found) - sum(found), kept))
    return clusters + [Cluster(int(mark), 1 - int(mark), mark) for mark in marked.values()]


def by_title(records: Sequence[Record]) -> list[list[str]]:
    """What a simple rule would group: letters of the title and the year."""
    found: dict[tuple[str, int | None], list[str]] = {}
    for record in records:
        found.setdefault((letters(title_words(record.title)), record.year), []).append(record.id)
    return [ids for ids in found.values() if len(ids) > 1]


def whole_sets(clusters: Iterable[Cluster]) -> bool:
    """True when most groups with a mark have no unmarked member."""
    found = [cluster.unmarked == 0 for cluster in clusters if cluster.size > 1 and cluster.marked]
    return 2 * sum(found) > len(found)


def removed(cluster: Cluster, whole: bool) -> Counts:
    """Rightly removed, wrongly removed and missed, whichever member stays."""
    if whole:
        right = max(0, cluster.marked - 1)
        return right, cluster.size - 1 - right, int(cluster.marked == 1)
    right = min(cluster.size - 1, cluster.marked)
    return right, cluster.size - 1 - right, cluster.marked - right


def one_by_one(cluster: Cluster, whole: bool) -> Counts:
    """The same with every record by itself."""
    if cluster.size == 1:
        return 0, 0, cluster.marked
    if whole:
        return cluster.marked, cluster.unmarked, 0
    right = cluster.marked - int(cluster.kept_marked)
    return right, cluster.size - 1 - right, int(cluster.kept_marked)


def rates(counts: Iterable[Counts]) -> tuple[float, float, float]:
    """Precision, recall and F1; 1 where nothing was removed or nothing marked."""
    right, wrong, missed = (sum(column) for column in zip((0, 0, 0), *counts, strict=True))
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def named(prefix: str, counts: Sequence[Counts]) -> dict[str, float]:
    """The rates under their names."""
    return {prefix + name: value for name, value in zip(("precision", "recall", "f1"), rates(counts), strict=True)}


def intervals(counts: Sequence[Counts], seed: int = 1) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Ends of 95 % bootstrap percentile intervals over groups (Efron 1979, doi:10.1214/aos/1176344552)."""
    chance = random.Random(seed)
    drawn = list(zip(*(rates(chance.choices(counts, k=len(counts))) for _ in range(ROUNDS)), strict=True))
    ranked = [sorted(values) for values in drawn]
    return tuple(v[int(0.025 * ROUNDS)] for v in ranked), tuple(v[int(0.975 * ROUNDS) - 1] for v in ranked)


BENCHMARK = Benchmark("dedup", "Copies among references of several databases: removed rightly, wrongly, missed.", run)
