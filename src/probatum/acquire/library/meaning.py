"""Which records are near a question in meaning, where the library has vectors and their encoder can be loaded."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from probatum.acquire.library.vectors import MadeBy, Vectors
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from probatum.acquire.vectors import Encoder

VARIABLE: Final = "PROBATUM_ENCODER"
"""Name or folder of the encoder, where the one that the vectors name has moved; `off` searches by words alone."""

OFF: Final = "off"

UNAVAILABLE: Final = ("P360", "P361", "P363")
"""Why an encoder cannot be loaded: not installed, not known, not there. The search goes by words, and says so once."""

NEAR: Final = 200
"""Passages taken from the vectors."""

QUESTIONS: Final = 64
"""Questions whose vectors are kept: one question is searched for several times."""

Near = dict[str, tuple[int, float]]
"""Id -> mark of the version, and the similarity (-1 to 1) of its best passage."""

_log = logging.getLogger("probatum")


class Meaning:
    """The vectors of a library with their encoder."""

    def __init__(self, vectors: Vectors, encoder: Encoder | None = None) -> None:
        self.vectors = vectors
        self._given = encoder
        self._loaded: Encoder | None = None
        self._failed = False
        self._lock = Lock()
        self._vector = lru_cache(maxsize=QUESTIONS)(self._encoded)

    def use(self, encoder: Encoder) -> None:
        """Search with that encoder."""
        self._given = encoder
        self._loaded, self._failed = None, False
        self._vector.cache_clear()

    @property
    def encoder(self) -> Encoder | None:
        """The encoder that made the vectors; None where there are none, or it cannot be loaded.

        Raises ProbatumError P365 when the one that was named is another: its questions would be compared with vectors
        that mean something else.
        """
        with self._lock:
            if self._loaded is None and not self._failed:
                made_by = self.vectors.made_by
                if made_by is None or os.environ.get(VARIABLE) == OFF:
                    return None
                self._loaded = self._load(made_by)
            return self._loaded

    def _load(self, made_by: MadeBy) -> Encoder | None:
        try:
            encoder = self._given or _find(os.environ.get(VARIABLE) or made_by.name)
        except ProbatumError as error:
            if error.code not in UNAVAILABLE:
                raise
            self._failed = True
            _log.warning("The library has vectors that cannot be used; searching by words alone. %s", error)
            return None
        if (encoder.fingerprint, encoder.dimension) != (made_by.fingerprint, made_by.dimension):
            raise ProbatumError("P365", stored=made_by.name, asked=encoder.name)
        return encoder

    @property
    def name(self) -> str:
        """The encoder's name."""
        return self._loaded.name if self._loaded else ""

    def near(self, question: str, ids: Iterable[str]) -> Near:
        """The records nearest to a question, and how near those of `ids` are that have vectors; nothing without an
        encoder."""
        if self.encoder is None or not question.strip():
            return {}
        vector = self._vector(question)
        found = self.vectors.nearest(vector, NEAR)
        return found | self.vectors.similarities(vector, [record_id for record_id in ids if record_id not in found])

    def _encoded(self, question: str) -> NDArray[np.float32]:
        assert self._loaded is not None  # looked at by the caller
        return self._loaded.encode_question(question)


def _find(model: str) -> Encoder:
    from probatum.acquire.vectors import find

    return find(model)
