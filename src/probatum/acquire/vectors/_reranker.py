"""A cross-encoder exported to ONNX: `model.onnx` and `tokenizer.json` in a folder. It reads question and passage
together.

None is shipped: no package was found whose weights and licence are both clean.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from probatum.acquire.vectors._base import Reranker
from probatum.acquire.vectors._folder import files, settings
from probatum.acquire.vectors._onnx import Model
from probatum.errors import ProbatumError


def reranker(folder: Path) -> Reranker:
    """Raises ProbatumError P363 when the folder holds no model that can be used."""
    return CrossEncoder(folder)


class CrossEncoder:
    """A `Reranker` from the files of a model with one output, a logit, or two, of which the second is `relevant`."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder.resolve())
        weights, tokenizer = files(folder)
        self._model = Model(weights, tokenizer, settings(folder).most_tokens)
        if len(self._model.shape) != 2 or self._model.shape[1] not in (1, 2):
            raise ProbatumError("P363", folder=folder, reason="it is no cross-encoder: it has not one or two outputs")

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """The probability that each text answers the question."""
        scores = [0.0] * len(texts)
        for batch, made, _ in self._model.outputs([(question, text) for text in texts]):
            for at, score in zip(batch, _probabilities(made), strict=True):
                scores[at] = float(score)
        return scores


def _probabilities(logits: Any) -> Any:
    """The logistic function of one logit, or of the difference between two."""
    import numpy as np

    margin = logits[:, 0] if logits.shape[1] == 1 else logits[:, 1] - logits[:, 0]
    return 1 / (1 + np.exp(-np.clip(margin.astype(np.float64), -50, 50)))
