"""A sieve for keys: says for sure that a key was never seen, so that few need to be looked up in the table of keys.

A Bloom filter (Bloom 1970, doi:10.1145/362686.362692) over numbers that are hashes already: a bit for each of three
stretches of the number. 64 MB at most, whatever the library holds: at 5 million keys (1 million records) it lets one
in ten thousand new keys through, at 150 million one in five.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

LEAST_BITS: Final = 22
MOST_BITS: Final = 29
"""Powers of two of the number of bits."""

BITS_A_KEY: Final = 32

Keys = npt.NDArray[np.int64]


class Sieve:
    """Made for about `expected` keys; takes any number."""

    def __init__(self, expected: int) -> None:
        wanted = max(1, BITS_A_KEY * expected).bit_length()
        self.width = min(MOST_BITS, max(LEAST_BITS, wanted))
        self.bits = np.zeros(2**self.width // 8, dtype=np.uint8)

    def _places(self, keys: Keys) -> list[Keys]:
        mask = np.int64(2**self.width - 1)
        return [(keys >> np.int64(shift)) & mask for shift in (0, 17, 34)]

    def add(self, keys: Keys) -> None:
        """Note keys, which are at least 0 and below 2**63."""
        for places in self._places(keys):
            np.bitwise_or.at(self.bits, places >> 3, np.left_shift(1, places & 7).astype(np.uint8))

    def passes(self, keys: Keys) -> npt.NDArray[np.bool_]:
        """True for every key that was added, and for few others."""
        seen = np.ones(len(keys), dtype=np.bool_)
        for places in self._places(keys):
            seen &= (self.bits[places >> 3] >> (places & 7).astype(np.uint8)) & 1 == 1
        return seen


class IdSieve:
    """The same for ids: which of some may be among those that were added."""

    def __init__(self, ids: Iterable[str], expected: int) -> None:
        self.sieve = Sieve(expected)
        self.room = expected
        self.add(ids)

    def add(self, ids: Iterable[str]) -> None:
        """Note ids."""
        hashed = _hashed(ids)
        self.room -= len(hashed)
        self.sieve.add(hashed)

    def likely(self, ids: Sequence[str]) -> list[str]:
        """Those that were added, and few others."""
        return [i for i, passed in zip(ids, self.sieve.passes(_hashed(ids)), strict=True) if passed]


def _hashed(ids: Iterable[str]) -> Keys:
    return np.array(
        [int.from_bytes(blake2b(i.encode(), digest_size=8).digest(), "big") >> 1 for i in ids], dtype=np.int64
    )
