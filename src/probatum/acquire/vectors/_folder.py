"""A folder with a sentence-transformers model exported to ONNX: `model.onnx` (or `onnx/model.onnx`), `tokenizer.json`,
and the settings beside them.

Read are `modules.json`, the pooling module's `config.json`, `sentence_bert_config.json` (longest input), and
`config_sentence_transformers.json` (prompts): https://www.sbert.net/docs/package_reference/sentence_transformer/models.html
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec

from probatum.acquire.vectors._base import Encoder
from probatum.acquire.vectors._onnx import OnnxEncoder, Settings
from probatum.errors import ProbatumError

WEIGHTS: Final = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
"""Where exports keep the model, the first that is there counts."""

MOST_BYTES: Final = 1_000_000
"""Size of a file of settings."""

POOLINGS: Final = {
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
}


def onnx_file(folder: Path) -> Path | None:
    """The model's file; None when the folder holds none."""
    return next((folder / name for name in WEIGHTS if (folder / name).is_file()), None)


def files(folder: Path) -> tuple[Path, Path]:
    """The model and its tokenizer. Raises ProbatumError P363 when one is missing."""
    weights, tokenizer = onnx_file(folder), folder / "tokenizer.json"
    if weights is None:
        raise ProbatumError("P363", folder=folder, reason="it holds no model.onnx")
    if not tokenizer.is_file():
        raise ProbatumError("P363", folder=folder, reason="it holds no tokenizer.json")
    return weights, tokenizer


def encoder(folder: Path) -> Encoder:
    """Raises ProbatumError P363 when the folder holds no model that can be used."""
    weights, tokenizer = files(folder)
    return OnnxEncoder(str(folder.resolve()), weights, tokenizer, settings(folder))


def settings(folder: Path) -> Settings:
    """How the model is used; where the folder does not say, the mean over at most 256 tokens."""
    most = _object(folder / "sentence_bert_config.json").get("max_seq_length")
    if not isinstance(most, int):
        most = _object(folder / "config.json").get("max_position_embeddings")
    prompts = _object(folder / "config_sentence_transformers.json").get("prompts")
    prompts = prompts if isinstance(prompts, dict) else {}
    return Settings(
        most_tokens=most if isinstance(most, int) and most > 0 else Settings().most_tokens,
        pooling=_pooling(folder),
        question=_text(prompts.get("query")),
        passage=_text(prompts.get("document", prompts.get("passage"))),
    )


def _pooling(folder: Path) -> str:
    """Raises ProbatumError P363 for a way of pooling that is not known."""
    said = _object(folder / _pooling_folder(folder) / "config.json")
    chosen = [name for name, value in said.items() if name.startswith("pooling_mode_") and value is True]
    if not chosen:
        return Settings().pooling
    if len(chosen) > 1 or chosen[0] not in POOLINGS:
        raise ProbatumError("P363", folder=folder, reason=f"its pooling is {' and '.join(chosen)}")
    return POOLINGS[chosen[0]]


def _pooling_folder(folder: Path) -> str:
    modules = _json(folder / "modules.json")
    listed = [module for module in modules if isinstance(module, dict)] if isinstance(modules, list) else []
    paths = [_text(module.get("path")) for module in listed if _text(module.get("type")).endswith("Pooling")]
    # a path out of the folder is none of the model's
    return next((path for path in paths if path and ".." not in Path(path).parts), "1_Pooling").lstrip("/")


def _object(path: Path) -> dict[str, Any]:
    found = _json(path)
    return found if isinstance(found, dict) else {}


def _json(path: Path) -> Any:
    """What a file of settings says; None when there is none. Raises ProbatumError P363 when it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ProbatumError("P363", folder=path.parent, reason=f"{path.name} is larger than {MOST_BYTES:,} bytes")
        return msgspec.json.decode(data)
    except (OSError, msgspec.DecodeError, RecursionError) as error:
        raise ProbatumError("P363", folder=path.parent, reason=f"{path.name}: {error}") from error


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
