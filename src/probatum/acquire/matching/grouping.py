"""Groups of copies among records: pairs that are copies, joined unless something forbids it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

import msgspec

from probatum.acquire.matching.keys import keys
from probatum.acquire.matching.reference import Reference, reference
from probatum.acquire.matching.weighing import Judgement, weigh
from probatum.model import Record

CROWD: Final = 100
"""Records that share a key above which the key tells nothing and is passed over."""


class Pair(msgspec.Struct, frozen=True):
    """Two records, by id, the lesser id first, and what was found about them."""

    one: str
    other: str
    judgement: Judgement


class Group(msgspec.Struct, frozen=True):
    """Copies of one document by id, sorted, and the pairs that joined them, strongest first."""

    ids: tuple[str, ...]
    pairs: tuple[Pair, ...]


def duplicates(records: Iterable[Record]) -> list[Group]:
    """Groups of two copies or more. Ids must differ. Independent of the order of records."""
    references: dict[str, Reference] = {}
    blocks: dict[int, list[str]] = defaultdict(list)
    for record in records:
        references[record.id] = reference(record)
        for key in keys(record):
            blocks[key].append(record.id)
    return join(references, [pair for pair in judged(references, blocks.values()) if pair.judgement.same])


def judged(references: Mapping[str, Reference], blocks: Iterable[Sequence[str]]) -> Iterator[Pair]:
    """Every pair of records that meet in a block, judged once. A block of more than `CROWD` is passed over."""
    wanted = {
        (one, other) if one < other else (other, one)
        for ids in blocks
        if 1 < len(ids) <= CROWD
        for one, other in combinations(ids, 2)
    }
    for one, other in sorted(wanted):
        yield Pair(one, other, weigh(references[one], references[other]))


def join(
    references: Mapping[str, Reference],
    pairs: Iterable[Pair],
    *,
    forced: Collection[tuple[str, str]] = (),
    apart: Collection[tuple[str, str]] = (),
) -> list[Group]:
    """Join records along pairs of copies, the surest first; two groups stay apart when any two of their members are
    not copies beyond doubt. The same for every order of pairs.

    A person's word goes before: `forced` pairs (also among `pairs`, the lesser id first) are joined whatever speaks
    against it, and no group holds a pair of `apart`.
    """
    groups: dict[str, list[str]] = {}
    used: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: ((p.one, p.other) not in forced, -p.judgement.score, p.one, p.other)):
        mine, yours = groups.get(pair.one, [pair.one]), groups.get(pair.other, [pair.other])
        if mine is yours or any((min(one, other), max(one, other)) in apart for one in mine for other in yours):
            continue
        if (pair.one, pair.other) not in forced and not all(
            _tolerable(weigh(references[one], references[other])) for one in mine for other in yours
        ):
            continue
        joined = [*mine, *yours]
        groups.update(dict.fromkeys(joined, joined))
        used[min(joined)] = [*used.pop(min(mine), []), *used.pop(min(yours), []), pair]
    unique = {min(ids): ids for ids in groups.values()}
    return [Group(tuple(sorted(ids)), tuple(used[first])) for first, ids in sorted(unique.items())]


def _tolerable(judgement: Judgement) -> bool:
    """True when nothing forbids that two records stand in one group, though they need not be copies by themselves."""
    return not judgement.barred and judgement.score >= 0
