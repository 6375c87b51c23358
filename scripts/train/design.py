"""Fit the linear reader of `probatum.appraise.randomised`: is a record, by title and abstract, a randomised trial?

    python -m scripts.train.design [DATA]

Reads medline/eval.nbib of the development data, prints the figures out of fold, and writes the weights fitted on all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from benchmarks.design import RANDOMISED, f1, records
from probatum.appraise.models import Linear
from probatum.appraise.randomised import features
from probatum.model import Record

ROOT = Path(__file__).resolve().parents[2]
FOLDS = 5
STRENGTH = 0.3
"""Inverse of the ridge penalty."""
FEWEST = 3
"""Records a feature must be seen in."""


def fit(found: Sequence[dict[str, float]], labels: Sequence[bool]) -> Linear:
    """A model of one column from the features and labels of records."""
    table = DictVectorizer()
    matrix = table.fit_transform(found)
    kept = np.flatnonzero(np.asarray((matrix != 0).sum(axis=0)).ravel() >= FEWEST)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix[:, kept], labels)
    names = table.get_feature_names_out()[kept]
    return Linear.fitted(["randomised"], list(names), model.coef_.T, model.intercept_)


def out_of_fold(read: Sequence[Record], labels: Sequence[bool]) -> list[float]:
    """Every record's probability by a model that was fitted without it."""
    found = [features(record) for record in read]
    said = [0.0] * len(found)
    for train, held in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(found, labels):
        model = fit([found[i] for i in train], [labels[i] for i in train])
        for i in held:
            said[i] = model.probabilities(found[i])["randomised"]
    return said


def main() -> None:
    """Print the figures and write the model."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data"
    read = records(data)
    labels = [RANDOMISED in record.publication_types for record in read]
    said = [share > 0.5 for share in out_of_fold(read, labels)]
    print(f"out of fold: F1 {f1(labels, said):.4f} of {len(read)} records, {sum(labels)} of them randomised trials")
    model = fit([features(record) for record in read], labels)
    model.save(str(ROOT / "src" / "probatum" / "appraise" / "models" / "design.npz"))


if __name__ == "__main__":
    main()
