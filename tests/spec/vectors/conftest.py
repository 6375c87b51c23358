"""A tiny encoder for tests, and a tiny model in ONNX, both invented."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

MEANS = {"cramps": "cramp", "spasm": "cramp", "spasms": "cramp", "charley-horse": "cramp", "kids": "child"}
"""Words that mean the same to the tiny encoder."""


class Tiny:
    """Words hashed into 128 numbers; words of one meaning into the same."""

    def __init__(self, name: str = "tiny", seed: str = "", dimension: int = 128) -> None:
        self.name = name
        self.dimension = dimension
        self.fingerprint = hashlib.sha256(f"{seed}{dimension}".encode()).hexdigest()[:16]
        self.seed = seed
        self.texts: list[str] = []
        """Every passage it was given."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.texts += texts
        made = np.stack([self._vector(text) for text in texts])
        return (made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)).astype(np.float32)

    def encode_question(self, text: str) -> np.ndarray:
        made = self._vector(text)
        return (made / max(float(np.linalg.norm(made)), 1e-9)).astype(np.float32)

    def _vector(self, text: str) -> np.ndarray:
        total = np.zeros(self.dimension)
        for word in text.lower().replace(".", " ").split():
            key = MEANS.get(word, word)
            number = int.from_bytes(hashlib.sha256((self.seed + key).encode()).digest()[:4], "big")
            total += np.random.default_rng(number).standard_normal(self.dimension)
        return total


@pytest.fixture
def tiny() -> Tiny:
    return Tiny()


@pytest.fixture
def make_tiny() -> Callable[..., Tiny]:
    return Tiny


WORDS = ["[PAD]", "[UNK]", "cramp", "leg", "quinine", "heart"]
TABLE = np.array([[0, 0], [0, 0], [1, 0], [0, 1], [1, 1], [-1, 0]], np.float32)
"""The vector of each word."""


@pytest.fixture
def onnx_folder(tmp_path: Path) -> Path:
    """A model that gives each token its row of `TABLE`, exported as sentence-transformers does."""
    return _exported(tmp_path / "model", _model(TABLE))


@pytest.fixture
def cross_encoder(tmp_path: Path) -> Path:
    """A model that gives a text the mean of its tokens' first numbers."""
    return _exported(tmp_path / "cross", _model(TABLE[:, :1], mean=True))


def _exported(folder: Path, model: bytes) -> Path:
    tokenizers = pytest.importorskip("tokenizers")
    pytest.importorskip("onnxruntime")
    folder.mkdir()
    words = {word: at for at, word in enumerate(WORDS)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "model.onnx").write_bytes(model)
    return folder


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    made = b""
    while value > 0x7F:
        made += struct.pack("B", value & 0x7F | 0x80)
        value >>= 7
    return made + struct.pack("B", value)


def _value(name: str, kind: int, shape: Sequence[int | str]) -> bytes:
    dims = b"".join(_bytes(1, _bytes(2, d) if isinstance(d, str) else _number(1, d)) for d in shape)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, dims)))


def _model(table: np.ndarray, *, mean: bool = False) -> bytes:
    """ONNX (https://onnx.ai/onnx/repo-docs/IR.html): rows of a table by `input_ids`, and their mean where wanted."""
    rows = "rows" if mean else "out"
    graph = _bytes(1, _bytes(1, "table") + _bytes(1, "input_ids") + _bytes(2, rows) + _bytes(4, "Gather"))
    if mean:
        axes = _bytes(1, "axes") + _number(8, 1) + _number(20, 7)
        keep = _bytes(1, "keepdims") + _number(3, 0) + _number(20, 2)
        graph += _bytes(
            1, _bytes(1, rows) + _bytes(2, "out") + _bytes(4, "ReduceMean") + _bytes(5, axes) + _bytes(5, keep)
        )
    weights = b"".join(_number(1, d) for d in table.shape) + _number(2, 1) + _bytes(8, "table")
    graph += _bytes(2, "tiny") + _bytes(5, weights + _bytes(9, table.tobytes()))
    graph += _bytes(11, _value("input_ids", 7, ["batch", "tokens"]))
    graph += _bytes(12, _value("out", 1, ["batch", table.shape[1]] if mean else ["batch", "tokens", table.shape[1]]))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))
