"""A sentence-transformers model that is already on this machine, by name or folder. Nothing is downloaded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from probatum.acquire.vectors._base import Encoder
from probatum.acquire.vectors._onnx import needed, unit
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from probatum.acquire.vectors._base import Vectors

ABSENT = (OSError, ValueError, RuntimeError, KeyError, TypeError, ImportError)
"""What loading raises for a model that is not there or is none."""


def encoder(model: str) -> Encoder:
    """Raises ProbatumError P360 when sentence-transformers is not installed, P363 when the model cannot be loaded."""
    library = needed("sentence_transformers")
    try:
        return TorchEncoder(model, library.SentenceTransformer(model, local_files_only=True, trust_remote_code=False))
    except ABSENT as error:
        raise ProbatumError("P363", folder=model, reason=" ".join(str(error).split())[:200]) from error


class TorchEncoder:
    """An `Encoder` from a model of sentence-transformers (5.0 and later)."""

    def __init__(self, name: str, model: Any) -> None:
        self.name = name
        self._model = model
        self.dimension = int(model.get_sentence_embedding_dimension())
        self.fingerprint = _fingerprint(model)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages of documents, with the model's own prompt for them."""
        made = self._model.encode_document(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return unit(made.reshape(len(texts), self.dimension))

    def encode_question(self, text: str) -> Vectors:
        """A question, with the model's own prompt for it."""
        made = self._model.encode_query([text], convert_to_numpy=True, show_progress_bar=False)
        vector: Vectors = unit(made.reshape(1, self.dimension))[0]
        return vector


def _fingerprint(model: Any) -> str:
    """16 hex digits of SHA-256 over the weights, the vocabulary, the prompts and the longest input."""
    digest = hashlib.sha256(repr((sorted(model.prompts.items()), model.max_seq_length)).encode())
    digest.update(repr(sorted(model.tokenizer.get_vocab().items())).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.detach().cpu().contiguous().float().numpy().tobytes())
    return digest.hexdigest()[:16]
