"""From paths to records: files, folders, archives and stdin, whatever they hold.

Containers and formats are recognised by content. Archives are read as streams; nothing is ever written to disk. What
cannot be read is a Refusal that names input and place, and the rest is read.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, Final, cast

from probatum.acquire.formats import HEAD_BYTES, Deletion, Refusal, formats, recognise, recognise_members
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._xml import plain_head, root_of
from probatum.acquire.reading._archives import Member, in_memory, is_tar, is_zip, tar_members, zip_members, zip_names
from probatum.acquire.reading._limits import Limits, Progress, SourceError
from probatum.acquire.reading._sidecar import beside, described, is_description
from probatum.acquire.reading._streams import Ahead, Counted, Decompressed, Meter, compression
from probatum.acquire.reading._walk import Found, companion, walk

__all__ = [
    "STDIN", "Deletion", "Found", "Limits", "Progress", "Refusal", "SourceError", "find", "read_bytes", "read_found",
    "read_paths",
]  # fmt: skip

_REPORT_EVERY: Final = 500
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Microsoft's compound files begin: Office before 2007, and Office files with a password."""
STDIN: Final = "-"
"""The path that means standard input; its origin is `stdin`."""


def read_paths(
    paths: Sequence[str], *, limits: Limits | None = None, progress: Callable[[Progress], None] | None = None
) -> Iterator[tuple[str, Item]]:
    """Everything in these files, folders (recursively, in order of name) and archives, with where it came from.

    The origin is the path, with `!member` behind it for a member of an archive. `progress` is called at each file and
    every few hundred items.
    """
    limits = limits or Limits()
    found = [item for path in paths for item in _expand(path)]
    reader = _Reader(limits, found, progress)
    for item in found:
        yield from reader.file(item)


def find(paths: Sequence[str]) -> list[Found | Refusal]:
    """The files at these paths, in the order in which they are read; figures and the like are left out."""
    found = (item for path in paths for item in _expand(path))
    return [item for item in found if isinstance(item, Refusal) or not item.companion]


def read_found(found: Found | Refusal, *, limits: Limits | None = None) -> Iterator[tuple[str, Item]]:
    """Everything in one of the files that `find` found."""
    yield from _Reader(limits or Limits(), [found], None).file(found)


def read_bytes(data: bytes, origin: str, *, limits: Limits | None = None) -> Iterator[tuple[str, Item]]:
    """Everything in these bytes, as if they were a file of the name `origin`."""
    reader = _Reader(limits or Limits(), [], None)
    yield from reader.stream(io.BytesIO(data), origin, len(data))


def _expand(path: str) -> Iterator[Found | Refusal]:
    if path == STDIN:
        yield Found(STDIN, None)
    else:
        yield from walk(path)


class _Reader:
    def __init__(
        self, limits: Limits, found: Sequence[Found | Refusal], progress: Callable[[Progress], None] | None
    ) -> None:
        self.limits = limits
        self.progress = progress
        sizes = [item.size for item in found if isinstance(item, Found)]
        self.files_total = len(sizes)
        known = [size for size in sizes if size is not None]
        self.bytes_total = sum(known) if len(known) == len(sizes) else None
        self.files = self.bytes = self.items = self.skipped = 0

    def file(self, found: Found | Refusal) -> Iterator[tuple[str, Item]]:
        if isinstance(found, Refusal):
            yield found.origin, found
            return
        if found.companion:
            self.skipped += 1
        elif found.path == STDIN:
            yield from self.stream(sys.stdin.buffer, "stdin", None)
        else:
            yield from self._opened(found.path)
        self.files += 1
        self.bytes += found.size or 0
        self._report(found.path, 0)

    def _opened(self, path: str) -> Iterator[tuple[str, Item]]:
        try:
            # Non-blocking, so that a pipe put in the file's place since it was looked at cannot hold us.
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            stream = os.fdopen(descriptor, "rb", buffering=0)
        except OSError as error:
            yield path, refuse(path, "whole file", "P213", reason=error.strerror or str(error))
            return
        with stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode):
                sidecar = beside(path)
                content = self.stream(cast(BinaryIO, stream), path, status.st_size, described=sidecar is not None)
                yield from content if sidecar is None else described(content, sidecar, path)
            else:
                yield path, refuse(path, "whole file", "P212", sort="special file")

    def stream(
        self, source: BinaryIO, origin: str, size: int | None, *, described: bool = False
    ) -> Iterator[tuple[str, Item]]:
        """A file's bytes. `size` is given when it can be sought in; `described` says that a sidecar lies beside it."""
        meter = Meter(self.limits)
        ahead = Ahead(Counted(source, meter), described=described)
        for count, pair in enumerate(self._guarded(ahead, origin, meter, source if size is not None else None, size)):
            self.items += 1
            if count % _REPORT_EVERY == 0:
                self._report(origin, meter.raw)
            yield pair

    def _report(self, path: str, raw: int) -> None:
        if self.progress is not None:
            done = self.bytes + raw
            self.progress(
                Progress(path, self.files, self.files_total, done, self.bytes_total, self.items, self.skipped)
            )

    def _guarded(
        self, ahead: Ahead, origin: str, meter: Meter, seekable: BinaryIO | None, size: int | None
    ) -> Iterator[tuple[str, Item]]:
        try:
            yield from self._content(ahead, origin, 0, meter, seekable, size)
        except SourceError as error:
            yield origin, refuse(origin, error.place, error.code, **error.fields)

    def _content(
        self,
        ahead: Ahead,
        origin: str,
        depth: int,
        meter: Meter,
        seekable: BinaryIO | None = None,
        size: int | None = None,
    ) -> Iterator[tuple[str, Item]]:
        """What a stream holds, at this depth of nesting. Raises SourceError when the stream itself fails."""
        head = ahead.peek(HEAD_BYTES)
        if not head:
            ahead.read()  # raises what made it stop, if anything did
            yield origin, refuse(origin, "whole file", "P201")
            return
        unpack = compression(head)
        packed = unpack is not None or is_zip(head) or is_tar(head)
        if packed and depth == self.limits.depth:
            yield origin, refuse(origin, "whole file", "P216", depth=self.limits.depth)
        elif unpack is not None:
            yield from self._content(Ahead(Decompressed(ahead, unpack, meter)), origin, depth + 1, meter)
        elif is_zip(head):
            yield from self._zip(ahead, origin, depth, meter, seekable, size)
        elif packed:
            yield from self._members(tar_members(ahead, self.limits), origin, depth, meter)
        else:
            yield from _records(ahead, head, origin)

    def _zip(
        self, ahead: Ahead, origin: str, depth: int, meter: Meter, seekable: BinaryIO | None, size: int | None
    ) -> Iterator[tuple[str, Item]]:
        """A zip: one document of a format that is packed so, else an archive."""
        if seekable is not None and size is not None:
            source = seekable
            meter.raw = size
        else:
            source = in_memory(ahead, self.limits.inner_zip)
        known = recognise_members(zip_names(source, meter))
        source.seek(0)
        if known is None:
            yield from self._members(zip_members(source, meter), origin, depth, meter)
            return
        for item in known.read(source, origin):
            yield origin, item

    def _members(self, members: Iterator[Member], origin: str, depth: int, meter: Meter) -> Iterator[tuple[str, Item]]:
        for member in members:
            inside = f"{origin}!{member.name}"
            if member.stream is None:
                fields = {"sort": member.sort} if member.sort else {}
                yield inside, refuse(origin, f"member {member.name}", member.code, **fields)
            elif companion(member.name, member.siblings):
                self.skipped += 1
            else:
                has = member.sidecar is not None
                content = self._content(Ahead(member.stream, described=has), inside, depth + 1, meter)
                yield from content if member.sidecar is None else described(content, member.sidecar, inside)


def _records(ahead: Ahead, head: bytes, origin: str) -> Iterator[tuple[str, Item]]:
    known = recognise(head)
    if known is None and ahead.described and _is_text(head):
        known = formats()["markdown"]  # whoever described it knows that it is a document
    if known is None:
        if ahead.error is not None:
            raise ahead.error  # what little came before the damage cannot be judged
        if is_description(origin):
            yield origin, refuse(origin, "whole file", "P272")
        else:
            yield origin, refuse(origin, "whole file", "P202", shown=_shown(head), known=", ".join(formats()))
        return
    for item in known.read(cast(BinaryIO, ahead), origin):
        yield origin, item


def _is_text(head: bytes) -> bool:
    """Whether content is running text: no binary data, no markup, no JSON."""
    return _shown(head) == "text"


def _shown(head: bytes) -> str:
    """In words, what content looks like that no format recognises."""
    root = root_of(head)
    if root:
        return f"HTML or XML, <{root}>"
    if head.startswith(_OLE):
        return "an old or locked Office file (.doc, .xls)"
    text = plain_head(head)[:2000]
    if b"\0" in text:
        return "binary data"
    return "JSON" if text.lstrip()[:1] in (b"{", b"[") else "text"
