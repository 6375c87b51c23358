"""Files into a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Final, Protocol

from probatum.acquire.filling.cluster import Cluster
from probatum.acquire.filling.portions import Source, decode
from probatum.acquire.filling.processes import Processes
from probatum.acquire.formats import Item, Refusal
from probatum.acquire.library import AddSummary, Library
from probatum.acquire.library.adding import Made, OnBatch
from probatum.acquire.library.batching import DeletionLike
from probatum.acquire.library.making import Describe
from probatum.acquire.reading import STDIN, Progress, find, read_paths
from probatum.model import Record

CLUSTER: Final = "ray"
"""The value of `workers` that means a Ray cluster."""

WORTH_PROCESSES: Final = 8 * 1024 * 1024
"""Bytes of several files from which on they are read in processes of their own, which take two seconds to start."""

OnRefusal = Callable[[Refusal], None]
OnProgress = Callable[[Progress], None]


class Elsewhere(Protocol):
    """Something that reads files elsewhere."""

    def read(self, sources: Sequence[Source]) -> Iterator[tuple[int, bytes]]:
        """Encoded portions with the number of their file, in the order of the files."""


def fill(
    library: Library,
    paths: Sequence[str],
    *,
    describe: Describe | None = None,
    workers: int | str = 1,
    on_batch: OnBatch | None = None,
    on_refusal: OnRefusal | None = None,
    progress: OnProgress | None = None,
) -> AddSummary:
    """Add everything in files, folders and archives; what cannot be read goes to `on_refusal`.

    `workers`: how many processes may work beside this one, or `ray` for a Ray cluster (see `cluster`). Several large
    files are read in processes of their own; a single file is read here while another process describes its records.
    The library that comes out is the same either way. Raises ProbatumError P303 when another process is writing, P340
    when a reading process died, P341 and P342 for a cluster that cannot be had; what was written before stays.
    """
    refused = on_refusal or (lambda _: None)
    if workers == CLUSTER:
        return _from_elsewhere(library, find(paths), Cluster(describe), on_batch, refused, progress)
    if isinstance(workers, str):
        raise ValueError(f"workers is a number or {CLUSTER!r}, not {workers!r}")
    if workers > 1 and STDIN not in paths:
        sources = find(paths)
        sizes = [getattr(source, "size", 0) or 0 for source in sources]
        if len(sources) > 1 and sum(sizes) - max(sizes) >= WORTH_PROCESSES:
            at_most = min(workers, len(sources))
            return _from_elsewhere(library, sources, Processes(at_most, describe), on_batch, refused, progress)
    items = _sieved(read_paths(paths, progress=progress), refused)
    return library.add(items, describe=describe, on_batch=on_batch, workers=max(1, workers - 1))


def _sieved(items: Iterable[tuple[str, Item]], refused: OnRefusal) -> Iterator[Record | DeletionLike]:
    for _, item in items:
        if isinstance(item, Refusal):
            refused(item)
        else:
            yield item


def _from_elsewhere(
    library: Library,
    sources: Sequence[Source],
    readers: AbstractContextManager[Elsewhere],
    on_batch: OnBatch | None,
    refused: OnRefusal,
    progress: OnProgress | None,
) -> AddSummary:
    with readers as elsewhere:
        return library.add_made(_made(elsewhere, sources, refused, progress), on_batch=on_batch)


def _made(
    elsewhere: Elsewhere, sources: Sequence[Source], refused: OnRefusal, progress: OnProgress | None
) -> Iterator[Made]:
    sizes = [getattr(source, "size", 0) or 0 for source in sources]
    items = 0
    for number, data in elsewhere.read(sources):
        portion = decode(data)
        for refusal in portion.refusals:
            refused(refusal)
        items += portion.batch.size
        if progress is not None:
            path = getattr(sources[number], "path", "")
            progress(Progress(path, number, len(sources), sum(sizes[:number]), sum(sizes), items, 0))
        if portion.batch.size:
            yield portion.batch, portion.table
