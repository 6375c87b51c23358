"""Vectors: records found by meaning, an optional extra behind one small interface.

An encoder is found by name (those shipped here and plug-ins under the entry point group `probatum.encoders`), by the
folder of a model exported to ONNX, or by the name of a sentence-transformers model on this machine. Nothing is
downloaded. To add one, add a module here with an `ENCODER`, a function that makes it; modules whose names start with an
underscore are shared parts.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from probatum.acquire.vectors._base import Encoder, Reranker
from probatum.errors import ProbatumError

ENTRY_POINTS: Final = "probatum.encoders"

DEFAULT: Final = "minilm"
"""The encoder that the extra `vectors` brings."""

Maker = Callable[[], Encoder]

__all__ = ["DEFAULT", "ENTRY_POINTS", "Encoder", "Reranker", "encoders", "find", "reranker"]


@lru_cache(maxsize=1)
def encoders() -> dict[str, Maker]:
    """The known encoders by name, not made yet: those shipped here, then plug-ins, each in alphabetical order.

    Raises ProbatumError P366 when a plug-in takes a name that is already taken.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    found: dict[str, Maker] = {name: import_module(f"{__name__}.{name}").ENCODER for name in names}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        if point.name in found:
            raise ProbatumError("P366", name=point.name, plugin=point.value)
        found[point.name] = _plugin(point.load)
    return found


def _plugin(load: Callable[[], Maker]) -> Maker:
    return lambda: load()()


def find(model: str) -> Encoder:
    """The encoder of that name, in that folder, or of that sentence-transformers model.

    Raises ProbatumError P360 when what it needs is not installed, P361 when there is none of that name, P363 when the
    folder holds no model that can be used.
    """
    if model in encoders():
        return encoders()[model]()
    folder = Path(model).expanduser()
    if folder.is_dir():
        from probatum.acquire.vectors import _folder

        if _folder.onnx_file(folder) is not None or find_spec("sentence_transformers") is None:
            return _folder.encoder(folder)
    if find_spec("sentence_transformers") is not None:
        from probatum.acquire.vectors import _torch

        return _torch.encoder(str(folder.resolve()) if folder.is_dir() else model)
    raise ProbatumError("P361", model=model, known=", ".join(encoders()))


def reranker(model: str) -> Reranker:
    """The reranker in that folder, a cross-encoder exported to ONNX.

    Raises ProbatumError P360 when the extra is not installed, P363 when the folder holds no model that can be used.
    """
    from probatum.acquire.vectors import _reranker

    return _reranker.reranker(Path(model).expanduser())
