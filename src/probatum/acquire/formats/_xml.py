"""Records cut out of an XML stream, one at a time, and parsed alone.

A record is found by its tags in the bytes and parsed by itself, so memory is bounded by the largest record, one
malformed record does not take the rest of its file with it, and every refusal names the byte it begins at. Nothing is
fetched and no entity is expanded: a document that declares its own entities is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from html.entities import html5
from typing import BinaryIO, Final, NamedTuple

from lxml import etree

from probatum.acquire.formats._base import RECORD_BYTES, RECORD_TAGS, Refusal, refuse

_CHUNK: Final = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION: Final = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")
_HIDDEN: Final = re.compile(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_PROLOG: Final = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_TAG: Final = re.compile(rb"<[^<>]*>")
_TAG_ENDS: Final = b" >\t\r\n/"
_SHOWN: Final = 60


class Piece(NamedTuple):
    """The bytes of one record, in UTF-8 (or ASCII), and where they begin in the decompressed stream."""

    tag: str
    data: bytes
    offset: int


def bom(head: bytes) -> tuple[str, int]:
    """The encoding a byte-order mark says, and the mark's length; empty and 0 without one."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    return "", 0


def plain_head(head: bytes) -> bytes:
    """The head as UTF-8 without a byte-order mark, for looking into; what cannot be decoded is left out."""
    encoding, length = bom(head)
    if not encoding or encoding == "utf-8":
        return head[length:]
    return head[length:].decode(encoding, "ignore").encode()


def root_of(head: bytes) -> str:
    """Local name of an XML document's root element, or empty when this is not XML."""
    text = plain_head(head)
    at = 0
    while match := _PROLOG.match(text, at):
        at = match.end()
    root = _ROOT.match(text, at)
    return root[1].decode() if root else ""


class Utf8:
    """A stream as UTF-8 bytes, whatever encoding its byte-order mark or XML declaration says.

    Raises UnicodeDecodeError from `read` where the bytes do not hold to what was declared (UTF-8 itself is left to the
    parser, which can refuse one record alone), LookupError from the constructor for an encoding nobody knows.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._first = stream.read(_CHUNK)
        encoding, self.skipped = bom(self._first)
        if not encoding:
            declared = _DECLARATION.match(self._first[:1024])
            encoding = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
        self._first = self._first[self.skipped :]
        plain = encoding in ("utf-8", "ascii")
        self._decoder = None if plain else codecs.getincrementaldecoder(encoding)("strict")

    def read(self, size: int) -> bytes:
        """The next bytes in UTF-8, empty at the end."""
        data, self._first = (self._first, b"") if self._first else (b"", b"")
        data = data or self._stream.read(size)
        if self._decoder is None:
            return data
        text = self._decoder.decode(data, final=not data)
        while data and not text:
            data = self._stream.read(size)
            text = self._decoder.decode(data, final=not data)
        return text.encode()


class _Mark(NamedTuple):
    at: int
    closing: bool
    tag: bytes


def _marks(visible: bytes, tags: Sequence[bytes]) -> list[_Mark]:
    """Every opening and closing tag of the wanted elements, in order."""
    found: list[_Mark] = []
    for tag in tags:
        at = visible.find(tag)
        while at != -1:
            end = at + len(tag)
            after = visible[end : end + 1]
            if after and after in _TAG_ENDS:
                before = visible[max(0, at - 2) : at]
                if before.endswith(b"<"):
                    found.append(_Mark(at - 1, False, tag))
                elif before == b"</":
                    found.append(_Mark(at - 2, True, tag))
            at = visible.find(tag, end)
    found.sort()
    return found


def pieces(
    stream: BinaryIO, origin: str, tags: Sequence[str], *, strict: bool = True, limit: int = RECORD_BYTES
) -> Iterator[Piece | Refusal]:
    """Cut the elements of those names out of a stream, in order.

    `strict` refuses text that stands between the records. `limit` bounds a record, in bytes. The end of the root
    element is asked for: a file that stops before it is refused at its end, after all that it holds.
    """
    try:
        source = Utf8(stream)
    except LookupError as error:
        yield refuse(origin, "byte 0", "P211", reason=str(error))
        return
    yield from _Cutter(source, origin, tuple(tag.encode() for tag in tags), strict, limit).run()


class _Cutter:
    def __init__(self, source: Utf8, origin: str, tags: tuple[bytes, ...], strict: bool, limit: int) -> None:
        self.source, self.origin, self.tags, self.strict, self.limit = source, origin, tags, strict, limit
        self.buffer = b""
        self.base = source.skipped
        self.root = b""
        self.closed = False
        self.skipping = False
        self.stop = False

    def run(self) -> Iterator[Piece | Refusal]:
        size = _CHUNK
        while not self.stop:
            try:
                data = self.source.read(size)
            except UnicodeDecodeError as error:
                yield refuse(self.origin, f"byte {self.base + len(self.buffer)}", "P211", reason=str(error))
                return
            if not data:
                yield from self._finish()
                return
            self.buffer += data
            yield from self._cut()
            # A large record is scanned anew with each chunk; larger chunks keep that linear.
            size = max(_CHUNK, len(self.buffer))

    def _cut(self) -> Iterator[Piece | Refusal]:
        buffer = self.buffer
        hides = b"<!--" in buffer or b"<![CDATA[" in buffer
        visible = _HIDDEN.sub(lambda match: b" " * len(match[0]), buffer) if hides else buffer
        marks = _marks(visible, self.tags)
        done = 0
        for index, mark in enumerate(marks):
            if mark.at < done:
                continue
            if mark.closing:
                if not self.skipping:
                    yield self._refusal(mark.at, "P205", reason=f"</{mark.tag.decode()}> closes nothing")
                self.skipping = False
                done = visible.find(b">", mark.at) + 1 or mark.at
                continue
            self.skipping = False
            yield from self._gap(visible[done : mark.at], done)
            if self.stop:
                return
            done = mark.at
            if index + 1 == len(marks):
                break
            after = marks[index + 1]
            if not after.closing or after.tag != mark.tag:
                yield self._refusal(
                    mark.at, "P205", reason=f"<{mark.tag.decode()}> is not closed before the next record"
                )
                done = after.at
                continue
            end = visible.find(b">", after.at) + 1
            if not end:
                break
            done = end
            if buffer.count(b"<", mark.at, end) > RECORD_TAGS:
                yield self._refusal(mark.at, "P210", limit=f"{RECORD_TAGS} tags")
            else:
                yield Piece(mark.tag.decode(), buffer[mark.at : end], self.base + mark.at)
        self._drop(done)
        yield from self._bound()

    def _drop(self, count: int) -> None:
        self.base += count
        self.buffer = self.buffer[count:]

    def _bound(self) -> Iterator[Refusal]:
        if self.skipping:
            # Keep what may be the first half of a tag.
            self._drop(max(0, len(self.buffer) - 64))
        elif len(self.buffer) > self.limit:
            yield self._refusal(0, "P210", limit=f"{self.limit} bytes")
            self.skipping = True
            self._drop(len(self.buffer) - 64)

    def _refusal(self, at: int, code: str, **fields: object) -> Refusal:
        return refuse(self.origin, f"byte {self.base + at}", code, **fields)

    def _gap(self, gap: bytes, at: int) -> Iterator[Refusal]:
        """Look at what stands between two records: a prolog, wrapping tags, or something that should not be there."""
        if b"<!ENTITY" in gap:
            yield self._refusal(at, "P206")
            self.stop = True
            return
        rest = _PROLOG.sub(b" ", gap) if b"<!" in gap or b"<?" in gap else gap
        if not rest.strip():
            return
        if not self.root:
            found = _ROOT.search(rest)
            self.root = found[1] if found else b""
        if self.root:
            # Replies that were put one behind the other have several roots; the last one counts.
            named = re.escape(self.root)
            ends = [match[1] == b"/" for match in re.finditer(rb"<(/?)(?:[\w.-]+:)?" + named + rb"(?=[\s>])", rest)]
            self.closed = ends[-1] if ends else self.closed
        stray = _TAG.sub(b" ", rest).strip()
        if stray and self.strict:
            shown = stray[:_SHOWN].decode("utf-8", "replace")
            yield self._refusal(at + max(0, gap.find(stray[:_SHOWN])), "P225", shown=repr(shown))

    def _finish(self) -> Iterator[Refusal]:
        if self.skipping:
            return
        unfinished = next((tag for tag in self.tags if self.buffer.startswith(b"<" + tag)), None)
        if unfinished is not None:
            yield self._refusal(0, "P219", element=unfinished.decode())
            return
        yield from self._gap(self.buffer, 0)
        if self.root and self.root not in self.tags and not self.closed and not self.stop:
            yield self._refusal(len(self.buffer), "P219", element=self.root.decode())


_PREFIXES: Final = {
    "xlink": "http://www.w3.org/1999/xlink",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_REFERENCE: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_PREDEFINED: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})


def parse(piece: Piece, parser: etree.XMLParser) -> etree._Element:
    """Parse one record. Raises lxml.etree.XMLSyntaxError.

    What a record borrows from its document's prolog and root is put in place when it is missed: the character names of
    the HTML and ISO sets (`&alpha;`), and the usual namespace prefixes.
    """
    try:
        return etree.fromstring(piece.data, parser)
    except etree.XMLSyntaxError as error:
        message = error.msg or ""
        if not ("Entity" in message or "Namespace prefix" in message):
            raise
    data = _REFERENCE.sub(_character, piece.data)
    tag = b"<" + piece.tag.encode()
    opening = data[: data.find(b">") + 1]
    for prefix, address in _PREFIXES.items():
        if f"xmlns:{prefix}".encode() not in opening:
            tag += f' xmlns:{prefix}="{address}"'.encode()
    return etree.fromstring(tag + data[len(piece.tag) + 1 :], parser)


def _character(match: re.Match[bytes]) -> bytes:
    text = "" if match[1] in _PREDEFINED else html5.get(f"{match[1].decode()};", "")
    return text.encode() if text else match[0]


def new_parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing, and holds libxml2's limits on depth and text size."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
