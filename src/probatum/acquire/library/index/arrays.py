"""A file of named arrays: written once, read through the memory of the system, never changed.

A file is a head (MessagePack: what the arrays are, and a few words about them) and the arrays one after the other, each
at a multiple of 64 bytes. It is whole or absent: written beside its place, brought to disk, then renamed.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

MAGIC: Final = b"probatum-arrays1"
_HEAD: Final = struct.Struct("<16sQ")
_EVEN: Final = 64

Array = npt.NDArray[Any]


class UnreadableError(Exception):
    """The file is cut off, or is no file of arrays."""


class _Place(msgspec.Struct, array_like=True):
    kind: str
    size: int
    start: int


class _Contents(msgspec.Struct, array_like=True):
    about: dict[str, Any]
    arrays: dict[str, _Place]


def write(path: Path, about: Mapping[str, Any], arrays: Mapping[str, Array]) -> None:
    """Write one-dimensional arrays. Raises OSError when the disk does not take them."""
    with Writing(path, about, {name: (array.dtype, len(array)) for name, array in arrays.items()}) as made:
        for name, array in arrays.items():
            made[name][:] = array


class Writing:
    """A file whose arrays are filled in place, so that none need be held in memory: in a `with` block, which names it
    as it should be when all went well."""

    def __init__(self, path: Path, about: Mapping[str, Any], shapes: Mapping[str, tuple[npt.DTypeLike, int]]) -> None:
        self.path = path
        self.beside = path.with_name(f"{path.name}.{os.getpid()}.part")
        places: dict[str, _Place] = {}
        end = 0
        for name, (kind, size) in shapes.items():
            places[name] = _Place(np.dtype(kind).str, size, end)
            end = _even(end + size * np.dtype(kind).itemsize)
        head = msgspec.msgpack.encode(_Contents(dict(about), places))
        self._first = _even(_HEAD.size + len(head))
        with self.beside.open("wb") as file:
            file.write(_HEAD.pack(MAGIC, len(head)) + head)
            file.truncate(self._first + end + 1)
        self._map = np.memmap(self.beside, mode="r+")
        self._places = places

    def __getitem__(self, name: str) -> Array:
        place = self._places[name]
        start = self._first + place.start
        kind = np.dtype(place.kind)
        found: Array = self._map[start : start + place.size * kind.itemsize].view(kind)
        return found

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        self._map.flush()
        del self._map
        if failed is not None:
            self.beside.unlink(missing_ok=True)
            return
        with self.beside.open("rb+") as file:
            os.fsync(file.fileno())
        self.beside.replace(self.path)


def read(path: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    """What a file says of itself, and its arrays, which are read from disk where they are looked at.

    Raises FileNotFoundError, and `UnreadableError` for a file that is not as it was written.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            raise UnreadableError(path)
        magic, size = _HEAD.unpack(head)
        if magic != MAGIC or size > 100_000_000:
            raise UnreadableError(path)
        try:
            contents = msgspec.msgpack.decode(file.read(size), type=_Contents)
        except msgspec.DecodeError as error:
            raise UnreadableError(path) from error
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    first = _even(_HEAD.size + size)
    made: dict[str, Array] = {}
    for name, place in contents.arrays.items():
        kind = np.dtype(place.kind)
        start = first + place.start
        if place.start < 0 or place.size < 0 or start + place.size * kind.itemsize > len(data):
            raise UnreadableError(path)
        made[name] = np.frombuffer(data, kind, place.size, start)
    return contents.about, made


def _even(place: int) -> int:
    return -(-place // _EVEN) * _EVEN
