"""Objects cut out of a JSON stream, one at a time, and parsed alone.

A record is an object of a reply's array, of a bare array, or one that stands by itself (a single object, or one a
line). Its brackets are matched in the bytes and it is parsed by itself, so memory is bounded by the largest record, one
malformed record does not take the rest of its file with it, and every refusal names the byte it begins at. Numbers with
a point or an exponent stay the characters they were written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

import msgspec

from probatum.acquire.formats._base import RECORD_BYTES, Refusal, refuse
from probatum.acquire.formats._xml import Utf8

RECORD_VALUES: Final = 2_000_000
"""Most values in one record. A tree of more would fill memory from few bytes; the largest real ones have 0.1 M."""

_CHUNK: Final = 1 << 20
_DEEPEST: Final = 32
"""Most wrappers around a record."""
_DEEPEST_INSIDE: Final = 900
"""Most brackets open within a record; the parser itself gives up a little later."""
_TOKEN: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["{}\[\]]', re.DOTALL)
_BRACKET: Final = re.compile(rb'(?:[^"{}\[\]]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+([{}\[\]])', re.DOTALL)
"""The next bracket outside strings."""
_CLOSED_BY: Final = {b"{": b"}", b"[": b"]"}
_MOST_DAMAGED: Final = 100
"""Damaged records after which an input is left: each may have to be read to its end before the next is sought."""
_BETWEEN: Final = b" \t\r\n,"
_SHOWN: Final = 60
_KEPT: Final = 256
"""Bytes kept while a mark is sought: more than a mark has, so that none is lost between two reads."""


class Piece(NamedTuple):
    """The bytes of one record in UTF-8, and where they begin in the decompressed stream."""

    data: bytes
    offset: int


_decoder = msgspec.json.Decoder(dict[str, object], float_hook=str)


def parse(piece: Piece) -> dict[str, object]:
    """The object. Raises ValueError with the reason where it is malformed or nested too deeply."""
    try:
        return _decoder.decode(piece.data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def pieces(
    stream: BinaryIO, origin: str, *, inside: frozenset[str], mark: re.Pattern[bytes], limit: int = RECORD_BYTES
) -> Iterator[Piece | Refusal]:
    """Cut the record objects out of a stream, in order.

    `inside` names the members under which records stand (`studies`), at whatever depth; the object that has such a
    member is a wrapper and no record. `mark` finds the beginning of a record behind a damaged one. `limit` bounds a
    record, in bytes.
    """
    try:
        source = Utf8(stream)
    except LookupError as error:
        yield refuse(origin, "byte 0", "P211", reason=str(error))
        return
    yield from _Cutter(source, origin, inside, mark, limit).run()


def records(
    stream: BinaryIO, origin: str, *, inside: frozenset[str], mark: re.Pattern[bytes]
) -> Iterator[tuple[dict[str, object], str] | Refusal]:
    """Each record object, parsed, with its place in words (`record 3, byte 1200`); a damaged one is refused (P205)."""
    for number, piece in enumerate(pieces(stream, origin, inside=inside, mark=mark), start=1):
        if isinstance(piece, Refusal):
            yield piece
            continue
        place = f"record {number}, byte {piece.offset}"
        try:
            found = parse(piece)
        except ValueError as error:
            yield refuse(origin, place, "P205", reason=str(error))
            continue
        yield found, place


class _Cutter:
    """`outer` are the wrappers that are open; `inner` the brackets of the value under way, which begins at `at`."""

    def __init__(self, source: Utf8, origin: str, inside: frozenset[str], mark: re.Pattern[bytes], limit: int) -> None:
        self.source, self.origin, self.mark, self.limit = source, origin, mark, limit
        self.inside = frozenset(b'"%s"' % name.encode() for name in inside)
        self.buffer = b""
        self.base = source.skipped
        self.place = 0
        self.at = -1
        self.outer: list[bytes] = []
        self.inner: list[bytes] = []
        self.foreign = False
        self.name: tuple[bytes, int] = (b"", 0)
        self.seeking = False
        self.ended = False
        self.told = False
        self.damaged = 0

    def run(self) -> Iterator[Piece | Refusal]:
        size = _CHUNK
        while not self.ended:
            try:
                data = self.source.read(size)
            except UnicodeDecodeError as error:
                yield self._refusal(len(self.buffer), "P211", reason=str(error))
                return
            self.ended = not data
            self.buffer += data
            yield from self._scan()
            # A large record is looked at anew with each read; larger reads keep that linear.
            size = max(_CHUNK, len(self.buffer))

    def _refusal(self, at: int, code: str, **fields: object) -> Refusal:
        return refuse(self.origin, f"byte {self.base + at}", code, **fields)

    def _scan(self) -> Iterator[Piece | Refusal]:
        while not self.seeking or self._sought():
            if self.damaged > _MOST_DAMAGED:
                yield self._refusal(self.place, "P205", reason="too much before it is damaged, and no more was read")
                self.ended = True
                return
            token = None if len(self.inner) > 1 and not self._pass() else _TOKEN.search(self.buffer, self.place)
            if token is not None and token[0] != b'"':
                yield from self._token(token)
                continue
            # A lone quotation mark opens a string whose end has not come yet.
            if self.ended:
                yield from self._finish()
            elif len(self.buffer) - self._start() > self.limit:
                yield self._refusal(self._start(), "P210", limit=f"{self.limit} bytes")
                self._seek(self._start() + 1)
            if not self.seeking:
                break
        self._drop(self._start())

    def _pass(self) -> bool:
        """Go through the inside of a record, where only brackets count, until it is left or something is amiss.

        False when no bracket stands in the rest of what was read: asking again for every string would be quadratic.
        """
        inner = self.inner
        while 1 < len(inner) < _DEEPEST_INSIDE:
            found = _BRACKET.match(self.buffer, self.place)
            if found is None:
                return False
            sign = found[1]
            if sign in _CLOSED_BY:
                inner.append(sign)
            elif _CLOSED_BY[inner[-1]] == sign:
                inner.pop()
            else:
                break
            self.place = found.end()
        return True

    def _start(self) -> int:
        return self.place if self.at < 0 else self.at

    def _drop(self, count: int) -> None:
        self.base += count
        self.buffer = self.buffer[count:]
        self.place -= count
        self.at = self.at - count if self.at >= 0 else -1
        self.name = (self.name[0], self.name[1] - count)

    def _seek(self, place: int) -> None:
        """Leave the value under way; go on at the next mark from `place` on."""
        self.at, self.inner, self.foreign = -1, [], False
        self.place, self.seeking = place, True
        self.damaged += 1

    def _sought(self) -> bool:
        found = self.mark.search(self.buffer, self.place)
        if found is None:
            self.place = max(self.place, len(self.buffer) - _KEPT)
            return False
        self.place, self.seeking = found.start(), False
        return True

    def _token(self, token: re.Match[bytes]) -> Iterator[Piece | Refusal]:
        sign = token[0]
        between, self.place = self.place, token.end()
        if self.at < 0 and self.outer[-1:] != [b"{"]:
            yield from self._stray(between, token.start() if sign in b"{}[]" else token.end())
        if sign[:1] == b'"':
            self.name = (sign, token.end())
        elif sign in _CLOSED_BY:
            yield from self._open(sign, token.start())
        else:
            yield from self._close(sign, token)

    def _stray(self, start: int, end: int) -> Iterator[Refusal]:
        stray = self.buffer[start:end].strip(_BETWEEN)
        if stray:
            yield self._refusal(start, "P225", shown=repr(stray[:_SHOWN].decode("utf-8", "replace")))

    def _named(self, at: int) -> bool:
        """Whether the value that begins here is a member that holds records."""
        name, end = self.name
        return name in self.inside and self.buffer[end:at].strip() == b":"

    def _open(self, sign: bytes, at: int) -> Iterator[Refusal]:
        whole = self.at >= 0 and not self.foreign and len(self.inner) == 1 and self.inner[0] == b"{"
        if self.at >= 0 and not (whole and self._named(at)):
            if len(self.inner) < _DEEPEST_INSIDE:
                self.inner.append(sign)
                return
            yield self._refusal(self.at, "P205", reason="it is nested too deeply")
            self._seek(self.at + 1)
            return
        if self.at >= 0:
            self.outer.append(b"{")
            self.at, self.inner = -1, []
        self.foreign = self.outer[-1:] == [b"{"] and not self._named(at)
        if sign == b"{" or self.foreign:
            self.at, self.inner = at, [sign]
        elif len(self.outer) < _DEEPEST:
            self.outer.append(sign)
        else:
            yield self._refusal(at, "P205", reason="it is nested too deeply")
            self._seek(at)

    def _close(self, sign: bytes, token: re.Match[bytes]) -> Iterator[Piece | Refusal]:
        stack = self.inner if self.at >= 0 else self.outer
        if not stack or _CLOSED_BY[stack[-1]] != sign:
            yield self._refusal(self._start(), "P205", reason=f"a {sign.decode()} closes nothing")
            self._seek(self.at + 1 if self.at >= 0 else self.place)
            return
        stack.pop()
        if self.at < 0 or self.inner:
            return
        start, self.at = self.at, -1
        if self.foreign:
            return
        piece = self.buffer[start : token.end()]
        if len(piece) > self.limit:
            yield self._refusal(start, "P210", limit=f"{self.limit} bytes")
        elif piece.count(b",") + piece.count(b"{") + piece.count(b"[") > RECORD_VALUES:
            yield self._refusal(start, "P210", limit=f"{RECORD_VALUES} values")
        else:
            yield Piece(piece, self.base + start)

    def _finish(self) -> Iterator[Refusal]:
        """The stream has ended: refuse what is unfinished, and look whether a whole record stands within it."""
        if self.at >= 0:
            yield self._refusal(self.at, "P230")
            self.told = True
            self._seek(self.at + 1)
        elif self.outer:
            if not self.told:
                yield self._refusal(len(self.buffer), "P230")
        else:
            yield from self._stray(self.place, len(self.buffer))
