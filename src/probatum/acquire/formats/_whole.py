"""A stream read whole, within a bound: for formats that cannot be read from front to back."""

from __future__ import annotations

from typing import BinaryIO


class TooLongError(ValueError):
    """The stream is longer than the bound, which is the message."""


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream. Raises TooLongError beyond `limit`; whatever the stream raises is passed on."""
    parts: list[bytes] = []
    size = 0
    while data := stream.read(1 << 20):
        size += len(data)
        if size > limit:
            raise TooLongError(str(limit))
        parts.append(data)
    return b"".join(parts)
