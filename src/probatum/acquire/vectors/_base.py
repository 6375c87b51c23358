"""What an encoder and a reranker are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose dot product says how near they are in meaning. Vectors have length 1."""

    @property
    def name(self) -> str:
        """The name or the folder under which it is found again."""
        ...

    @property
    def fingerprint(self) -> str:
        """Hex digits that depend on weights, tokenizer and settings: vectors of another fingerprint are never
        compared with its own."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages of documents as a float32 array of shape (texts, dimension)."""
        ...

    def encode_question(self, text: str) -> Vectors:
        """A question as a float32 array of shape (dimension,)."""
        ...


class Reranker(Protocol):
    """Reads a question and a passage together and says how well the passage answers it."""

    @property
    def name(self) -> str:
        """The folder or name under which it is found again."""
        ...

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score for each text, higher is better, 0 to 1."""
        ...
