"""Linear models: the same scores after saving, whatever the order and the process."""

import numpy as np
import pytest

from probatum.appraise.models import Linear


def small() -> Linear:
    coefficients = np.array([[1.27, -0.5], [0.0, 0.0], [-0.64, 1.0]])
    return Linear.fitted(["yes", "no"], ["improved", "the", "worse"], coefficients, np.array([0.1, 0.0]))


@pytest.mark.parametrize(
    ("features", "scores"),
    [
        ([], [0.1, 0.0]),
        (["improved"], [1.37, -0.504]),
        (["unknown", "the"], [0.1, 0.0]),
        ({"worse": 2.0}, [-1.18, 2.0]),
    ],
)
def test_scores_are_intercept_and_weights_of_known_features(features, scores):
    assert small().scores(features) == pytest.approx(scores, abs=0.005)


def test_a_saved_model_scores_the_same_and_leaves_out_features_without_weight(tmp_path):
    path = tmp_path / "small.npz"
    small().save(str(path))
    with np.load(path) as held:
        assert len(held["keys"]) == 2
        again = Linear(list(held["classes"]), held["keys"], held["weights"], held["scale"], held["intercept"])
    assert again.scores(["improved", "worse"]) == small().scores(["improved", "worse"])


def test_probabilities_sum_to_one_and_the_best_class_has_the_most():
    shares = small().probabilities(["worse"])
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=shares.get) == small().best(["worse"]) == "no"


def test_a_model_of_one_column_gives_a_logistic_probability():
    model = Linear.fitted(["trial"], ["random"], np.array([[2.0]]), np.array([-1.0]))
    assert model.probabilities(["random"])["trial"] == pytest.approx(0.731, abs=0.001)
