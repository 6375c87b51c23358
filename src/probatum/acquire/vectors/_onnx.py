"""Transformers exported to ONNX: tokens in, one vector a text out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from probatum.errors import ProbatumError

if TYPE_CHECKING:
    from probatum.acquire.vectors._base import Vectors

TOKENS_AT_ONCE: Final = 8_192
"""Tokens of one run of the model, padding included. Bounds memory: about 13 MB of hidden states at 384 dimensions."""

TEXTS_AT_ONCE: Final = 64
"""Texts of one run; more gain nothing."""

LETTERS_OF_A_TOKEN: Final = 24
"""Characters of a text that are tokenised, for each token that the model takes."""

MOST_TOKENS: Final = 8_192
"""The longest text that any model is given."""

ENCODINGS: Final = ("input_ids", "attention_mask", "token_type_ids")


class Settings(msgspec.Struct, frozen=True):
    """How a model is used, as its maker says."""

    most_tokens: int = 256
    pooling: str = "mean"
    """`mean` over the tokens, `cls` (the first token), or `max`."""
    question: str = ""
    """What is put before a question."""
    passage: str = ""
    """What is put before a passage of a document."""


def needed(name: str) -> Any:
    """A module of the extra. Raises ProbatumError P360 when it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise ProbatumError("P360", missing=name) from error


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def fingerprint(paths: Sequence[Path], settings: Settings) -> str:
    """16 hex digits of SHA-256 over the files and the settings."""
    digest = hashlib.sha256(msgspec.json.encode(settings))
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


class Model:
    """An ONNX model with its tokenizer. Raises ProbatumError P363 when they cannot be loaded."""

    def __init__(self, weights: Path, tokenizer: Path, most_tokens: int) -> None:
        runtime, tokenizers = needed("onnxruntime"), needed("tokenizers")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = cores()
        options.log_severity_level = 3
        # threads that wait for work turning round and round are a loss where others want the cores
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = runtime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
            self._tokenizer = tokenizers.Tokenizer.from_file(str(tokenizer))
        except Exception as error:  # the runtimes raise bare Exceptions
            raise ProbatumError("P363", folder=weights.parent, reason=_brief(error)) from error
        self._most_tokens = min(most_tokens, MOST_TOKENS)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self._most_tokens)
        self._inputs = {given.name for given in self._session.get_inputs()}
        if not self._inputs <= set(ENCODINGS):
            more = ", ".join(sorted(self._inputs - set(ENCODINGS)))
            raise ProbatumError("P363", folder=weights.parent, reason=f"the model asks for {more}")
        self.shape = self._session.get_outputs()[0].shape

    def outputs(self, texts: Sequence[Any]) -> Iterator[tuple[list[int], Any, Any]]:
        """For texts, or pairs of texts: which of them ran together, the model's first output, and their attention
        masks. Shorter ones come first, so that little is padded."""
        import numpy as np

        letters = LETTERS_OF_A_TOKEN * self._most_tokens
        encoded = self._tokenizer.encode_batch([_cut(text, letters) for text in texts])
        for batch in batches([len(one.ids) for one in encoded]):
            longest = max(1, *(len(encoded[at].ids) for at in batch))
            fields = {name: np.zeros((len(batch), longest), np.int64) for name in ENCODINGS}
            for row, at in enumerate(batch):
                one, length = encoded[at], len(encoded[at].ids)
                for name, values in zip(ENCODINGS, (one.ids, one.attention_mask, one.type_ids), strict=True):
                    fields[name][row, :length] = values
            made = self._session.run(None, {name: fields[name] for name in self._inputs})[0]
            yield batch, made, fields["attention_mask"]


class OnnxEncoder:
    """An `Encoder` from the files of a model."""

    def __init__(self, name: str, weights: Path, tokenizer: Path, settings: Settings) -> None:
        self.name = name
        self.settings = settings
        self.fingerprint = fingerprint((weights, tokenizer), settings)
        self._model = Model(weights, tokenizer, settings.most_tokens)
        width = self._model.shape[-1]
        self.dimension = width if isinstance(width, int) else int(self._encode(["-"], "").shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages of documents."""
        return self._encode(texts, self.settings.passage)

    def encode_question(self, text: str) -> Vectors:
        """A question. About 5 ms."""
        vector: Vectors = self._encode([text], self.settings.question)[0]
        return vector

    def _encode(self, texts: Sequence[str], before: str) -> Vectors:
        import numpy as np

        made: dict[int, Any] = {}
        for batch, hidden, mask in self._model.outputs([before + text for text in texts]):
            pooled = pool(hidden, mask, self.settings.pooling)
            made.update(zip(batch, pooled, strict=True))
        if not made:
            return np.zeros((0, self.dimension), np.float32)
        return unit(np.stack([made[at] for at in range(len(texts))]))


def pool(hidden: Any, mask: Any, how: str) -> Any:
    """One vector a text from those of its tokens (texts, tokens, dimension); an output without tokens is left as it
    is."""
    import numpy as np

    if hidden.ndim == 2:
        return hidden
    if how == "cls":
        return hidden[:, 0]
    there = mask[:, :, None]
    if how == "max":
        return np.where(there > 0, hidden, -np.inf).max(axis=1)
    return (hidden * there).sum(axis=1) / np.maximum(there.sum(axis=1), 1)


def unit(vectors: Any) -> Vectors:
    """The vectors at length 1; one that is no vector (all zero, not finite) becomes zero."""
    import numpy as np

    finite = np.nan_to_num(vectors.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(finite, axis=1, keepdims=True)
    scaled: Vectors = (finite / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts that run together, the shortest first, within `TOKENS_AT_ONCE` and `TEXTS_AT_ONCE`."""
    batch: list[int] = []
    for at in sorted(range(len(lengths)), key=lambda at: (lengths[at], at)):
        if batch and (len(batch) == TEXTS_AT_ONCE or (len(batch) + 1) * lengths[at] > TOKENS_AT_ONCE):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _cut(text: Any, letters: int) -> Any:
    return tuple(part[:letters] for part in text) if isinstance(text, tuple) else text[:letters]


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
