"""Portions: what a file holds, read and made into rows elsewhere, encoded to be passed between processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec
import pyarrow as pa

from probatum.acquire.formats import Deletion, Item, Refusal
from probatum.acquire.library.batching import Batch, batches
from probatum.acquire.library.making import Describe, from_bytes, make, to_bytes
from probatum.acquire.reading import Found, read_found
from probatum.model import Record

Source = Found | Refusal
"""A file to read, or what is wrong with it."""


class Portion(msgspec.Struct, frozen=True):
    """One batch, its rows as an Arrow stream, and what was refused since the portion before."""

    batch: Batch
    rows: bytes
    refusals: tuple[Refusal, ...] = ()

    def table(self) -> pa.Table:
        """The rows."""
        return from_bytes(self.rows)


_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final = msgspec.msgpack.Decoder(Portion)

decode: Final[Callable[[bytes], Portion]] = _decoder.decode


def portions(source: Source, describe: Describe | None) -> Iterator[bytes]:
    """What a file holds, in encoded portions. Never raises for what is wrong with the file: that is a refusal."""
    refused: list[Refusal] = []

    def told() -> tuple[Refusal, ...]:
        taken = tuple(refused)
        refused.clear()
        return taken

    for batch in batches(_kept(read_found(source), refused)):
        rows = to_bytes(make(batch.records.values(), describe))
        yield _encoder.encode(Portion(batch, rows, told()))
    if refused:
        yield _encoder.encode(Portion(Batch(), to_bytes(make((), None)), told()))


def _kept(items: Iterable[tuple[str, Item]], refused: list[Refusal]) -> Iterator[Record | Deletion]:
    for _, item in items:
        if isinstance(item, Refusal):
            refused.append(item)
        else:
            yield item
