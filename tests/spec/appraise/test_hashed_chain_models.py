"""A linear chain gives each label its probability among all ways to label the sequence."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from probatum.appraise.models.hashed_chain import HashedChain

LABELS = ("none", "one", "two")


def chain(seed: int = 3) -> HashedChain:
    chance = np.random.default_rng(seed)
    return HashedChain.fitted(LABELS, chance.normal(size=(64, 3)), chance.normal(size=(3, 3)), np.zeros(3))


def by_counting(model: HashedChain, scores: np.ndarray) -> np.ndarray:
    """The slow, obvious way: every labelling with its weight."""
    total = np.zeros(scores.shape)
    for path in itertools.product(range(scores.shape[1]), repeat=len(scores)):
        score = sum(scores[i, k] for i, k in enumerate(path))
        score += sum(model.transitions[a, b] for a, b in itertools.pairwise(path))
        for i, k in enumerate(path):
            total[i, k] += np.exp(score)
    return total / total.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("sizes", [(1,), (5,), (3, 1, 4), (2, 2)])
def test_marginals_are_those_of_all_labellings_counted(sizes: tuple[int, ...]) -> None:
    model, chance = chain(), np.random.default_rng(7)
    scores = chance.normal(scale=3, size=(sum(sizes), 3))
    expected = [by_counting(model, part) for part in np.split(scores, np.cumsum(sizes)[:-1])]
    np.testing.assert_allclose(model.marginals(scores, sizes), np.concatenate(expected), rtol=1e-9)


def test_no_place_has_no_marginals() -> None:
    assert len(chain().marginals(np.zeros((0, 3)), ())) == 0


def test_scores_of_any_size_stay_finite() -> None:
    scores = np.array([[0.0, 900.0, -900.0]] * 400)
    found = chain().marginals(scores, (400,))
    assert np.isfinite(found).all() and (found.argmax(axis=1) == 1).all()


def test_a_bias_raises_the_recall_of_its_label() -> None:
    model = chain()
    given = np.array([[0.6, 0.3, 0.1]])
    assert model.best(given)[0] == 0
    model.bias = np.array([0.0, 1.0, 0.0])
    assert model.best(given)[0] == 1


def test_a_saved_chain_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = chain()
    model.weights[[0, 5, 63]] = 0
    model.save(str(tmp_path / "kept.npz"))
    monkeypatch.setattr("probatum.appraise.models.hashed_chain.resources.files", lambda _: tmp_path)
    back = HashedChain.load("kept")
    np.testing.assert_array_equal(back.weights, model.weights)
    np.testing.assert_array_equal(back.transitions, model.transitions)
    assert back.labels == LABELS
