"""Linear-chain conditional random fields over hashed features (Lafferty 2001): weights of buckets, of transitions."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

from probatum.appraise.models.linear import LEVELS

Floats = npt.NDArray[np.float64]


SCALED = 8
"""Places after which sums are scaled."""
LEAST = 1e-100
"""Least weight of a label, against that of the best, so that no sum is nothing."""


class HashedChain:
    """Scores of labels in a sequence: those of its words' buckets and those of going from one label to the next."""

    def __init__(
        self, labels: Sequence[str], weights: npt.NDArray[np.int8], scale: Floats, transitions: Floats, bias: Floats
    ) -> None:
        """`weights` of shape (buckets, labels), `scale` and `bias` (labels,), `transitions` (labels, labels).

        `bias` is added to the logarithm of a label's probability before the best label is chosen, so that each label
        gets the recall it was fitted for.
        """
        self.labels = tuple(labels)
        self.weights, self.scale, self.transitions, self.bias = weights, scale, transitions, bias

    @classmethod
    def fitted(cls, labels: Sequence[str], weights: Floats, transitions: Floats, bias: Floats) -> HashedChain:
        """From a fit, with its weights rounded to whole numbers of a scale for each label."""
        scale = np.abs(weights).max(axis=0) / LEVELS
        scale[scale == 0] = 1.0
        return cls(labels, np.rint(weights / scale).astype(np.int8), scale, transitions, bias)

    @classmethod
    @functools.cache
    def load(cls, name: str) -> HashedChain:
        """The shipped model of that name (`NAME.npz` in this package), read once."""
        data = resources.files(__package__).joinpath(f"{name}.npz").read_bytes()
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            weights = np.zeros((int(held["buckets"]), len(held["labels"])), dtype=np.int8)
            weights[np.cumsum(held["steps"])] = held["weights"]
            return cls([str(x) for x in held["labels"]], weights, held["scale"], held["transitions"], held["bias"])

    def save(self, path: str) -> None:
        """Write the model: only buckets that weigh anything, each by its distance from the one before."""
        kept = np.flatnonzero((self.weights != 0).any(axis=1))
        np.savez_compressed(
            path,
            labels=np.array(self.labels),
            buckets=len(self.weights),
            steps=np.diff(kept, prepend=0).astype(np.uint32),
            weights=self.weights[kept],
            scale=self.scale,
            transitions=self.transitions,
            bias=self.bias,
        )

    def marginals(self, scores: Floats, sizes: Sequence[int]) -> Floats:
        """The probability of each label at each place, (places, labels), by forward and backward sums.

        `scores` (places, labels) of sequences of the given sizes, one after the other; they are summed side by side.
        """
        if not len(scores):
            return scores
        lengths = np.asarray(sizes)
        row = np.repeat(np.arange(len(sizes)), lengths)
        place = np.arange(len(scores)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        states = np.maximum(np.exp(scores - scores.max(axis=1, keepdims=True)), LEAST)
        going = np.exp(self.transitions - self.transitions.max())
        ahead = _summed(states, going, row, place)
        behind = _summed(states, going.T, row, np.repeat(lengths, lengths) - 1 - place)
        joint = ahead * behind / states
        return np.asarray(joint / joint.sum(axis=1, keepdims=True), dtype=np.float64)

    def best(self, marginals: Floats) -> npt.NDArray[np.int64]:
        """The label of each place, as its number, with the bias of its label."""
        return np.asarray(np.argmax(np.log(marginals + 1e-12) + self.bias, axis=1), dtype=np.int64)


def _summed(states: Floats, going: Floats, row: npt.NDArray[np.int64], place: npt.NDArray[np.int64]) -> Floats:
    """For each place the sum over all ways to it, up to a factor: row by row of sequences, from place 0 on.

    States are at most 1 and one of each place is 1, so that sums shrink slowly and need scaling only now and then.
    """
    laid = np.ones((int(place.max()) + 1, int(row.max()) + 1, states.shape[1]))
    laid[place, row] = states
    for t in range(1, len(laid)):
        laid[t] *= laid[t - 1] @ going
        if t % SCALED == 0:
            laid[t] /= laid[t].max(axis=1, keepdims=True)
    return np.asarray(laid[place, row], dtype=np.float64)
