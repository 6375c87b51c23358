"""Lines of a text stream, in bounded memory, numbered from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from probatum.acquire.formats._xml import Utf8

LINE_BYTES: Final = 8 * 1024 * 1024
"""Longest line that is read in tagged text."""
_CHUNK: Final = 1 << 20


class Line(NamedTuple):
    """A line without its end. `code` is empty, or says why the text is missing: P211 (encoding) or P222 (length)."""

    number: int
    text: str
    code: str = ""
    reason: str = ""


def lines(stream: BinaryIO, limit: int = LINE_BYTES) -> Iterator[Line]:
    """The lines of a stream, ended by LF, CRLF, or CR alone where there is no LF at all near the beginning.

    UTF-8, or what the byte-order mark says; a line that is not in it is given without text. Other line separators of
    Unicode are ordinary characters.
    """
    source = Utf8(stream)
    number = 0
    held = b""
    end = b""
    skipping = False
    while True:
        try:
            data = source.read(_CHUNK)
        except UnicodeDecodeError as error:
            yield Line(number + 1, "", "P211", str(error))
            return
        if not data:
            break
        end = end or (b"\r" if b"\r" in data and b"\n" not in data else b"\n")
        *whole, held = (held + data).split(end)
        for raw in whole:
            number += 1
            if not skipping:
                yield _line(number, raw, limit)
            skipping = False
        if len(held) > limit:
            if not skipping:
                yield Line(number + 1, "", "P222")
            skipping = True
        if skipping:
            held = b""
    if held and not skipping:
        yield _line(number + 1, held, limit)


def _line(number: int, raw: bytes, limit: int) -> Line:
    if len(raw) > limit:
        return Line(number, "", "P222")
    try:
        return Line(number, raw.rstrip(b"\r").decode())
    except UnicodeDecodeError as error:
        return Line(number, "", "P211", _undecodable(error, raw))


def _undecodable(error: UnicodeDecodeError, raw: bytes) -> str:
    """Why a line is no UTF-8, with what its first such byte would be in the encoding it is most often in instead."""
    reason = f"{error.reason} at byte {error.start} of the line"
    letter = raw[error.start : error.start + 1].decode("cp1252", "ignore")
    return f"{reason}, which is {letter!r} in Latin-1 (Windows-1252)" if letter.isprintable() and letter else reason
