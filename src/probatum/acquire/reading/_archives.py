"""Members of tar and zip archives, as streams. Nothing is written to disk."""

from __future__ import annotations

import io
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import BinaryIO, Final, NamedTuple

from probatum.acquire.reading._limits import MIB, Limits, SourceError
from probatum.acquire.reading._sidecar import BYTES, ENDING
from probatum.acquire.reading._streams import Meter, Part, Readable
from probatum.text.expressions import expression

_BLOCK: Final = 512
_HEADER_LIMIT: Final = MIB
_ZIP_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
_DRIVE: Final = expression(r"[A-Za-z]:")
_TAR_SORTS: Final = {
    tarfile.LNKTYPE: "hard link",
    tarfile.SYMTYPE: "symbolic link",
    tarfile.CHRTYPE: "character device",
    tarfile.BLKTYPE: "block device",
    tarfile.FIFOTYPE: "named pipe",
    tarfile.GNUTYPE_SPARSE: "sparse file",
}


class Member(NamedTuple):
    """A member of an archive: a stream, or the code that says why it is refused."""

    name: str
    stream: Readable | None
    code: str = ""
    sort: str = ""
    siblings: Collection[str] = ()
    """Names that tell whether it is a companion: articles, documents with a sidecar."""
    sidecar: bytes | None = None
    """The description that lies beside it."""


def is_zip(head: bytes) -> bool:
    """Whether the content begins as a zip archive does."""
    return head.startswith(_ZIP_MAGIC)


def is_tar(head: bytes) -> bool:
    """Whether the content begins with a tar header whose checksum holds."""
    if len(head) < _BLOCK or not head[:_BLOCK].strip(b"\0"):
        return False
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def unsafe(name: str) -> bool:
    """Whether a member's name leads out of the archive: absolute, with a drive letter, or with `..` in it."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or _DRIVE.match(plain) is not None or ".." in plain.split("/") or "\0" in plain


def tar_members(stream: Readable, limits: Limits) -> Iterator[Member]:
    """The members of a tar archive (ustar, GNU, pax), in order; each is to be read before the next is asked for.

    Raises SourceError P217 for damage, P223 for too many members. Written here, since the standard library reads a pax
    or long-name header of any size into memory.
    """
    name: str | None = None
    size: int | None = None
    count = 0
    while (header := _header(stream)) is not None:
        part = Part(stream, header.size if size is None or header.type in _EXTENSIONS else size)
        if header.type in _EXTENSIONS:
            data = _extension(part)
            if header.type == tarfile.GNUTYPE_LONGNAME:
                name = data.split(b"\0", 1)[0].decode("utf-8", "surrogateescape")
            elif header.type == tarfile.XHDTYPE:
                name, size = _pax(data, name, size)
            _pad(stream, header.size)
            continue
        whole = part.left
        count += 1
        if count > limits.members:
            raise SourceError(f"member {count}", "P223", limit=limits.members)
        member = _tar_member(name or header.name, header, part)
        name = size = None
        if member is not None:
            yield member
        part.drain()
        _pad(stream, whole)


_EXTENSIONS: Final = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


def _tar_member(name: str, header: tarfile.TarInfo, part: Part) -> Member | None:
    if header.isdir():
        return None
    shown = name.encode("utf-8", "replace").decode()
    if unsafe(name):
        return Member(shown, None, "P207")
    if header.type in _TAR_SORTS:
        return Member(shown, None, "P224", _TAR_SORTS[header.type])
    return Member(shown, part)


def _header(stream: Readable) -> tarfile.TarInfo | None:
    """The next header; None at the end (a block of zeros, or no more bytes)."""
    block = _exactly(stream, _BLOCK)
    if not block or not block.strip(b"\0"):
        while stream.read():
            pass  # padding up to the archive's blocking factor
        return None
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError as error:
        raise SourceError("a member's header", "P217", reason=str(error)) from error
    if header.size < 0:
        raise SourceError("a member's header", "P217", reason="negative size")
    return header


def _exactly(stream: Readable, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = stream.read(size - len(data))
        if not more:
            if data:
                raise SourceError("the archive's end", "P217", reason="it stops within a block")
            break
        data += more
    return data


def _pad(stream: Readable, size: int) -> None:
    if size % _BLOCK:
        _exactly(stream, _BLOCK - size % _BLOCK)


def _extension(part: Part) -> bytes:
    if part.left > _HEADER_LIMIT:
        raise SourceError("a member's header", "P217", reason=f"an extended header of {part.left} bytes")
    return _exactly(part, part.left)


_PAX: Final = re.compile(rb"(\d{1,8}) ([^=\n]{1,100})=")


def _pax(data: bytes, name: str | None, size: int | None) -> tuple[str | None, int | None]:
    """Name and size out of a pax header's `length key=value` records (POSIX.1-2001)."""
    at = 0
    while match := _PAX.match(data, at):
        end = at + int(match[1])
        value = data[match.end() : end - 1]
        if end <= at or end > len(data):
            raise SourceError("a member's header", "P217", reason="a pax record of wrong length")
        if match[2] == b"path":
            name = value.decode("utf-8", "surrogateescape")
        elif match[2] == b"size" and value.isdigit():
            size = int(value[:20])
        at = end
    return name, size


class _ZipPart:
    """A zip member's bytes, counted against the limits."""

    def __init__(self, stream: BinaryIO, name: str, meter: Meter) -> None:
        self._stream, self._name, self._meter = stream, name, meter

    def read(self, size: int = -1, /) -> bytes:
        try:
            data = self._stream.read(256 * 1024 if size < 0 else size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise SourceError(f"member {self._name}", "P217", reason=str(error) or "it stops early") from error
        self._meter.add(len(data))
        return data


def zip_names(source: BinaryIO, meter: Meter) -> tuple[str, ...]:
    """The names in a zip archive's directory. Raises SourceError P217, P223."""
    with _opened(source, meter) as archive:
        return tuple(entry.orig_filename for entry in archive.infolist())


def _opened(source: BinaryIO, meter: Meter) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError("the archive's directory", "P217", reason=str(error)) from error
    if len(archive.infolist()) > meter.limits.members:
        raise SourceError("the archive's directory", "P223", limit=meter.limits.members)
    return archive


def zip_members(source: BinaryIO, meter: Meter) -> Iterator[Member]:
    """The members of a zip archive, in the order of its directory. Raises SourceError P217, P223, P208, P209."""
    with _opened(source, meter) as archive:
        entries = archive.infolist()
        beside = _Beside(archive, entries, meter)
        for entry in entries:
            if not entry.is_dir():
                yield from _zip_member(archive, entry, meter, beside)


class _Beside:
    """What lies beside a member: articles, and the sidecars of documents."""

    def __init__(self, archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], meter: Meter) -> None:
        self._archive, self._meter = archive, meter
        names = {entry.orig_filename for entry in entries if not entry.is_dir()}
        self._sidecars = {
            name[: -len(ENDING)]: entry
            for entry in entries
            if (name := entry.orig_filename).endswith(ENDING) and name[: -len(ENDING)] in names
        }
        self._articles = {name.rpartition("/")[0]: name for name in names if name.lower().endswith(".nxml")}

    def names(self, name: str) -> tuple[str, ...]:
        """The names that make a member a companion."""
        folder, _, last = name.rpartition("/")
        found = [self._articles[folder]] if folder in self._articles else []
        document = name[: -len(ENDING)] if name.endswith(ENDING) else ""
        return (*found, last[: -len(ENDING)]) if document in self._sidecars else tuple(found)

    def sidecar(self, name: str) -> bytes | None:
        """The bytes of a document's sidecar, None without one; empty of sense where it cannot be read."""
        entry = self._sidecars.get(name)
        if entry is None:
            return None
        try:
            with self._archive.open(entry) as stream:
                return _ZipPart(stream, entry.orig_filename, self._meter).read(BYTES + 1)  # type: ignore[arg-type]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise SourceError(f"member {entry.orig_filename}", "P217", reason=str(error)) from error


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, meter: Meter, beside: _Beside) -> Iterator[Member]:
    name = entry.orig_filename
    mode = entry.external_attr >> 16
    if unsafe(name):
        yield Member(name, None, "P207")
    elif stat.S_ISLNK(mode):
        yield Member(name, None, "P224", "symbolic link")
    elif entry.flag_bits & 1:
        yield Member(name, None, "P226")
    else:
        sidecar = beside.sidecar(name)
        try:
            opened = archive.open(entry)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise SourceError(f"member {name}", "P217", reason=str(error)) from error
        with opened:
            part = _ZipPart(opened, name, meter)  # type: ignore[arg-type]
            yield Member(name, part, siblings=beside.names(name), sidecar=sidecar)


def in_memory(stream: Readable, limit: int) -> BinaryIO:
    """A stream that can be sought in, held in memory. Raises SourceError P209 beyond `limit` bytes."""
    held = io.BytesIO()
    while data := stream.read():
        if held.tell() + len(data) > limit:
            raise SourceError("whole file", "P209", limit=limit)
        held.write(data)
    held.seek(0)
    return held
