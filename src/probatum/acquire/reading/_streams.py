"""Byte streams that count, bound and look ahead; decompression that is bounded at every step."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol

from probatum.acquire.reading._limits import MIB, Limits, SourceError

_STEP: Final = 256 * 1024
_LZMA_MEMORY: Final = 256 * MIB


class Readable(Protocol):
    """What reading needs of a stream."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, empty at the end."""


class Meter:
    """Counts for one input file: bytes read from it, and bytes made by unpacking, at all levels together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.raw = 0
        self.made = 0

    def add(self, count: int) -> None:
        """Count unpacked bytes. Raises SourceError P208 or P209 when there are too many."""
        self.made += count
        if self.made > self.limits.unpacked:
            raise SourceError(f"byte {self.raw}", "P209", limit=self.limits.unpacked)
        if self.made > self.limits.ratio_from and self.made > self.limits.ratio * max(self.raw, 1):
            raise SourceError(f"byte {self.raw}", "P208", ratio=self.limits.ratio)


class Counted:
    """A file's own bytes, counted; the system's errors become refusals."""

    def __init__(self, stream: BinaryIO | Readable, meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def read(self, size: int = -1, /) -> bytes:
        """Raises SourceError P213 when the system cannot read on."""
        try:
            data = self._stream.read(_STEP if size < 0 else size)
        except OSError as error:
            raise SourceError(f"byte {self._meter.raw}", "P213", reason=error.strerror or str(error)) from error
        self._meter.raw += len(data)
        return data


class Ahead:
    """A stream whose beginning can be looked at. An error met while looking is raised when reading comes to it."""

    def __init__(self, stream: Readable, *, described: bool = False) -> None:
        self._stream = stream
        self._held = b""
        self.described = described
        """Whether a sidecar describes what it holds."""
        self.error: SourceError | None = None
        """What stopped the looking, if anything did."""

    def peek(self, size: int) -> bytes:
        """The first `size` bytes, fewer only at the end or before damage."""
        parts = [self._held]
        have = len(self._held)
        while have < size and self.error is None:
            try:
                data = self._stream.read(_STEP)
            except SourceError as error:
                self.error = error
                break
            if not data:
                break
            parts.append(data)
            have += len(data)
        self._held = b"".join(parts)
        return self._held[:size]

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes (some, for -1); empty at the end."""
        if self._held:
            cut = len(self._held) if size < 0 else size
            data, self._held = self._held[:cut], self._held[cut:]
            return data
        if self.error is not None:
            raise self.error
        return self._stream.read(_STEP if size < 0 else size)


class Part:
    """The next `size` bytes of a stream, as a stream of their own: a member of an archive."""

    def __init__(self, stream: Readable, size: int) -> None:
        self._stream, self.left = stream, size

    def read(self, size: int = -1, /) -> bytes:
        """Raises SourceError P217 when the stream ends before the part does."""
        wanted = min(self.left, _STEP if size < 0 else size)
        if wanted == 0:
            return b""
        data = self._stream.read(wanted)
        if not data:
            raise SourceError("the archive's end", "P217", reason=f"{self.left} bytes of a member are missing")
        self.left -= len(data)
        return data

    def drain(self) -> None:
        """Pass over what is left."""
        while self.read():
            pass


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    @property
    def needs_input(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Gzip:
    """zlib's decompressor with the manners of bz2's and lzma's."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


COMPRESSIONS: Final[dict[bytes, Callable[[], _Decompressor]]] = {
    b"\x1f\x8b\x08": _Gzip,
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_LZMA_MEMORY),
}
"""Magic bytes -> decompressor."""


def compression(head: bytes) -> Callable[[], _Decompressor] | None:
    """The decompressor for content that begins so, or None."""
    return next((make for magic, make in COMPRESSIONS.items() if head.startswith(magic)), None)


class Decompressed:
    """Decompressed bytes of a stream of one or more compressed members, a bounded step at a time."""

    def __init__(self, stream: Readable, make: Callable[[], _Decompressor], meter: Meter) -> None:
        self._stream, self._make, self._meter = stream, make, meter
        self._inner = make()
        self._input = b""
        self._fresh = True
        self._done = False

    def read(self, size: int = -1, /) -> bytes:
        """Raises SourceError P203 where the data stop early, P204 where they are damaged, P208/P209 for too many."""
        limit = _STEP if size < 0 else size
        while not self._done and limit:
            if self._inner.eof and not self._next_member():
                break
            if self._inner.needs_input and not self._input:
                self._input = self._stream.read(_STEP)
                if not self._input:
                    raise SourceError(f"byte {self._meter.raw}", "P203")
            data = self._step(limit)
            if data:
                self._meter.add(len(data))
                return data
        return b""

    def _step(self, limit: int) -> bytes:
        given, self._input = self._input, b""
        self._fresh = False
        try:
            return self._inner.decompress(given, limit)
        except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
            raise SourceError(f"byte {self._meter.raw}", "P204", reason=str(error)) from error

    def _next_member(self) -> bool:
        """Go on with the member behind the one that ended; zero padding and what else follows is passed over."""
        rest = self._inner.unused_data.lstrip(b"\0")
        while not rest:
            rest = self._stream.read(_STEP)
            if not rest:
                self._done = True
                return False
            rest = rest.lstrip(b"\0")
        rest += self._stream.read(8) if len(rest) < 8 else b""
        if compression(rest) is not self._make:
            raise SourceError(f"byte {self._meter.raw}", "P204", reason="other data follow the compressed ones")
        self._inner = self._make()
        self._input = rest
        return True
