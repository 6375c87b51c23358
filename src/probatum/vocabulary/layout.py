"""The shipped vocabulary file: named sections behind a small header, mapped into memory and read in place.

    8 bytes   magic `PROBVOC1`
    4 bytes   length of the header, little-endian
    header    msgpack: version, terms, sources, sections {name: (start, length)}; offsets count from the header's end
    sections  each padded to 8 bytes

Numbers in sections are little-endian unsigned 32-bit unless said otherwise.
"""

from __future__ import annotations

import array
import mmap
import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from probatum.errors import ProbatumError

MAGIC: Final = b"PROBVOC1"
PAD: Final = 8

SEMANTICS: Final = ("other", "drug", "condition", "symptom", "procedure", "test")
"""Classes of terms; their places are what is stored."""

ENGLISH: Final = 1
NAME_WORD: Final = 2
MEDICAL: Final = 4
DRUG_WORD: Final = 8
MARKETED: Final = 16
USUAL: Final = 32
"""Flags of a word: ordinary English; part of a name; part of the name of a condition, symptom, procedure or test; a
drug name of one word; one of a drug that is or was on the US market; a drug's name that is in use."""

TIE_STEPS: Final = 32
"""Steps in which a unit of pointwise mutual information of a pair of words is stored, in one byte."""


class Link:
    """How a name belongs to a term: the two low bits, and a flag for names that count in capitals only."""

    LABEL = 0
    SYNONYM = 1
    BRAND = 2
    SALT = 3
    CAPS = 4


class Header(msgspec.Struct, frozen=True):
    """What a vocabulary file says of itself."""

    version: str
    terms: int
    sources: tuple[str, ...]
    inputs: dict[str, str]
    """SHA-256 of our own hand-written files that went into it, by file name."""
    sections: dict[str, tuple[int, int]]


class TermRow(msgspec.Struct, frozen=True, array_like=True):
    """A term as it is stored: names are indices into the `forms` trie, classes are indices of terms."""

    id: str
    label: str
    semantic: int
    forms: tuple[int, ...]
    broader: tuple[int, ...]
    trees: tuple[str, ...]
    other_ids: tuple[str, ...]
    df: int
    marketed: bool


def pack(header: Header, sections: Mapping[str, bytes]) -> bytes:
    """The bytes of a vocabulary file; the header's section table is filled in here."""
    table: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, data in sections.items():
        table[name] = (len(body), len(data))
        body += data + b"\0" * (-len(data) % PAD)
    head = msgspec.msgpack.encode(msgspec.structs.replace(header, sections=table))
    head += b"\xc1" * (-(len(MAGIC) + 4 + len(head)) % PAD)  # 0xc1 is never used in msgpack
    return MAGIC + struct.pack("<I", len(head)) + head + bytes(body)


class File:
    """A mapped vocabulary file."""

    def __init__(self, path: Path) -> None:
        """Map it. Raises ProbatumError P403 when it is missing or damaged."""
        try:
            with path.open("rb") as handle:
                self._map = memoryview(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise ProbatumError("P403", path=str(path), problem=str(error)) from error
        if bytes(self._map[: len(MAGIC)]) != MAGIC or len(self._map) < len(MAGIC) + 4:
            raise ProbatumError("P403", path=str(path), problem="it does not begin as a vocabulary file does")
        start = len(MAGIC) + 4
        (length,) = struct.unpack("<I", self._map[len(MAGIC) : start])
        try:
            packed = bytes(self._map[start : start + length]).rstrip(b"\xc1")
            self.header = msgspec.msgpack.decode(packed, type=Header)
        except msgspec.DecodeError as error:
            raise ProbatumError("P403", path=str(path), problem="its header cannot be read") from error
        self._body = self._map[start + length :]
        needed = max((a + n for a, n in self.header.sections.values()), default=0)
        if needed > len(self._body):
            raise ProbatumError("P403", path=str(path), problem="it ends too early")

    def raw(self, name: str) -> memoryview:
        """The bytes of a section."""
        start, length = self.header.sections[name]
        return self._body[start : start + length]

    def numbers(self, name: str) -> memoryview:
        """A section of 32-bit numbers, read in place."""
        view = self.raw(name)
        if sys.byteorder == "little":
            return view.cast("I")
        swapped = array.array("I", bytes(view))
        swapped.byteswap()
        return memoryview(swapped)
