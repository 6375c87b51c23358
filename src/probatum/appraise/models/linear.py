"""Linear models over hashed sparse features: one matrix of small integers, a scale and an intercept for each class."""

from __future__ import annotations

import functools
import hashlib
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

LEVELS = 127
"""Weights are kept as whole numbers from -127 to 127, times the scale of their class."""


def key(feature: str) -> int:
    """A feature's 64-bit key, the same in every process (BLAKE2b, unlike `hash`)."""
    return int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Linear:
    """Scores of classes: intercept + sum of value x weight of the known features; unknown ones count nothing."""

    def __init__(
        self,
        classes: Sequence[str],
        keys: npt.NDArray[np.uint64],
        weights: npt.NDArray[np.int8],
        scale: npt.NDArray[np.float64],
        intercept: npt.NDArray[np.float64],
    ) -> None:
        """`keys` sorted, `weights` of shape (features, classes), `scale` and `intercept` of shape (classes,)."""
        self.classes = tuple(classes)
        self._at = {int(k): i for i, k in enumerate(keys)}
        self._keys, self._weights, self._scale, self._intercept = keys, weights, scale, intercept
        # Tuples of numbers are none of the collector's business; a list for each of 90,000 features was a third of it.
        self._rows: list[tuple[float, ...]] = [tuple(row) for row in (weights * scale).tolist()]

    @classmethod
    def fitted(
        cls,
        classes: Sequence[str],
        features: Sequence[str],
        coefficients: npt.NDArray[np.float64],
        intercept: npt.NDArray[np.float64],
    ) -> Linear:
        """From a fit: `coefficients` of shape (features, classes). Features of weight 0 are left out."""
        scale = np.abs(coefficients).max(axis=0) / LEVELS
        scale[scale == 0] = 1.0
        weights = np.rint(coefficients / scale).astype(np.int8)
        keys = np.array([key(f) for f in features], dtype=np.uint64)
        kept = np.flatnonzero((weights != 0).any(axis=1))
        kept = kept[np.argsort(keys[kept])]
        return cls(classes, keys[kept], weights[kept], scale, np.asarray(intercept, dtype=np.float64))

    @classmethod
    @functools.cache
    def load(cls, name: str) -> Linear:
        """The shipped model of that name (`NAME.npz` in this package), read once."""
        data = resources.files(__package__).joinpath(f"{name}.npz").read_bytes()
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            return cls(
                [str(c) for c in held["classes"]], held["keys"], held["weights"], held["scale"], held["intercept"]
            )

    def save(self, path: str) -> None:
        """Write the model; `load` reads it where it lies in this package."""
        np.savez_compressed(
            path,
            classes=np.array(self.classes),
            keys=self._keys,
            weights=self._weights,
            scale=self._scale,
            intercept=self._intercept,
        )

    def scores(self, features: Mapping[str, float] | Iterable[str]) -> list[float]:
        """One score a class. Features without values count 1 each; they are added in the order given."""
        total: list[float] = self._intercept.tolist()
        pairs = features.items() if isinstance(features, Mapping) else ((f, 1.0) for f in features)
        for feature, value in pairs:
            at = self._at.get(key(feature))
            if at is not None:
                total = [t + value * w for t, w in zip(total, self._rows[at], strict=True)]
        return total

    def place(self, feature: str) -> int | None:
        """Where the weights of a feature stand, for `summed`; None where the model does not know it."""
        return self._at.get(key(feature))

    def summed(self, places: Sequence[int]) -> list[float]:
        """One score a class from features at these places, 1 each: whole numbers are added, so that no order counts."""
        whole = self._weights[np.asarray(places, dtype=np.intp)].sum(axis=0, dtype=np.int64)
        total: list[float] = (self._intercept + whole * self._scale).tolist()
        return total

    def probabilities(self, features: Mapping[str, float] | Iterable[str]) -> dict[str, float]:
        """Class to probability by softmax; a model of one column gives its one class the logistic of its score."""
        scores = self.scores(features)
        if len(scores) == 1:
            return {self.classes[0]: 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, scores[0]))))}
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        return {c: p / sum(powers) for c, p in zip(self.classes, powers, strict=True)}

    def best(self, features: Mapping[str, float] | Iterable[str]) -> str:
        """The class with the highest score; of equals the first."""
        scores = self.scores(features)
        return self.classes[scores.index(max(scores))]
