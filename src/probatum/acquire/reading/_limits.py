"""How much an input may unpack to, and what is said of the progress."""

from __future__ import annotations

import msgspec

from probatum.errors import ProbatumError

MIB = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """Bounds that keep a hostile input from filling memory or time. All sizes in bytes.

    PubMed's files unpack to about 10 times their size, JATS archives likewise; a decompression bomb to 1,000 times and
    more.
    """

    ratio: int = 200
    """Bytes unpacked for each byte read, counted over all levels of nesting."""
    ratio_from: int = 64 * MIB
    """Below this many unpacked bytes the ratio is not asked for."""
    unpacked: int = 1024 * 1024 * MIB
    """Unpacked bytes of one input file, over all levels. The whole of PubMed is about 0.4 TiB."""
    depth: int = 4
    """Containers in containers; a .tar.gz is two."""
    members: int = 5_000_000
    """Members of one archive. PubMed Central's whole open-access set has about as many."""
    inner_zip: int = 256 * MIB
    """A zip that cannot be sought in (in another archive, or from stdin) is held in memory up to this size."""


class Progress(msgspec.Struct, frozen=True):
    """How far reading has come. `bytes_total` is None when stdin is among the inputs."""

    path: str
    files: int
    files_total: int
    bytes: int
    bytes_total: int | None
    items: int
    skipped: int
    """Companion files (figures, checksums) that were passed over."""


class SourceError(ProbatumError):
    """The bytes of an input cannot be had, from `place` on."""

    def __init__(self, place: str, code: str, **fields: object) -> None:
        super().__init__(code, **fields)
        self.place = place
