"""Fit the reader of participants, interventions and outcomes on EBM-NLP: `python -m scripts.train.pico [DATA]`.

Fits one model a fold and writes the labels of the documents it had not seen to benchmarks/pico.npz, which the
benchmark `pico` scores; then fits on all documents and writes src/probatum/appraise/models/pico.npz. Some minutes a
fit. Needs the extra `train` (python-crfsuite); see docs/building/models/pico.md.
"""

from __future__ import annotations

import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pico import OUT_OF_FOLD, Document, counts, digest, f1, numbers, read
from probatum.appraise.models.hashed_chain import HashedChain
from probatum.appraise.pico import features, labelling

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "src" / "probatum" / "appraise" / "models" / "pico.npz"
FOLDS = 3
PARAMETERS = {
    "c1": 1.0,
    "c2": 0.1,
    "max_iterations": 45,
    "feature.possible_transitions": True,
}
SELDOM = 3
"""A bucket met less often is left out of the fit."""
STEPS = np.arange(-5, 21) / 10
"""Biases tried for each label."""


def fold(pmid: str) -> int:
    """The fold of a document, by its number alone."""
    return zlib.crc32(pmid.encode()) % FOLDS


def table(document: Document) -> features.Table:
    """The features of its words."""
    return features.table([features.Line(line) for line in document.lines])


def fit(tables: list[features.Table], tags: list[list[str]]) -> HashedChain:
    """A chain with no bias, of the weights that CRFsuite finds (L-BFGS with both penalties)."""
    import pycrfsuite

    rows = [labelling.buckets(held) for held in tables]
    count = np.bincount(np.concatenate([b for row in rows for b in row]), minlength=features.BUCKETS)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS)
    for row, held, own in zip(rows, tables, tags, strict=True):
        begin = 0
        for size in held.sizes:
            words = [[str(b) for b in word[count[word] >= SELDOM]] for word in row[begin : begin + size]]
            trainer.append(words, own[begin : begin + size])
            begin += size
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        with tagger.open(path):
            return _chain(tagger.info())


def _chain(info: Any) -> HashedChain:
    labels = labelling.LABELS
    at = {label: i for i, label in enumerate(labels)}
    weights = np.zeros((features.BUCKETS, len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    for (bucket, label), weight in info.state_features.items():
        weights[int(bucket), at[label]] = weight
    for (one, other), weight in info.transitions.items():
        transitions[at[one], at[other]] = weight
    return HashedChain.fitted(labels, weights, transitions, np.zeros(len(labels)))


def mean_f1(truth: np.ndarray, found: np.ndarray) -> float:
    """The mean over the labels but none."""
    return float(np.mean(f1(np.array(counts(truth, found)))))


def bias(marginals: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """The bias of each label with the best mean F1, one label after the other, twice."""
    logs = np.log(marginals + 1e-12)
    best, top = np.zeros(logs.shape[1]), 0.0
    for _ in range(2):
        for label in range(1, logs.shape[1]):
            for step in STEPS:
                tried = best.copy()
                tried[label] = step
                score = mean_f1(truth, np.argmax(logs + tried, axis=1))
                if score > top:
                    best, top = tried, score
    return best


def out_of_fold(documents: list[Document]) -> list[np.ndarray]:
    """The marginals of each document by a chain fitted on the documents of the other folds."""
    tables = [table(document) for document in documents]
    made: list[np.ndarray] = [np.zeros(0)] * len(documents)
    for number in range(FOLDS):
        own = [i for i, d in enumerate(documents) if fold(d.pmid) == number]
        others = [i for i, d in enumerate(documents) if fold(d.pmid) != number]
        if not own:
            continue
        chain = fit([tables[i] for i in others], [documents[i].tags for i in others])
        for i in own:
            made[i] = labelling.marginals(chain, tables[i])
    return made


def labelled(documents: list[Document], marginals: list[np.ndarray]) -> np.ndarray:
    """Labels of all words; the biases of a fold are those that do best on the documents of the other folds."""
    truth = [numbers(document.tags) for document in documents]
    made: list[np.ndarray] = [np.zeros(0)] * len(documents)
    for number in range(FOLDS):
        others = [i for i, d in enumerate(documents) if fold(d.pmid) != number]
        chosen = bias(np.concatenate([marginals[i] for i in others]), np.concatenate([truth[i] for i in others]))
        for i, document in enumerate(documents):
            if fold(document.pmid) == number:
                made[i] = np.argmax(np.log(marginals[i] + 1e-12) + chosen, axis=1)
    return np.concatenate(made)


def main(data: Path) -> None:
    """Fit and write."""
    path = data / "ebm-nlp" / "eval.conll.gz"
    documents = read(path)
    marginals = out_of_fold(documents)
    labels = labelled(documents, marginals).astype(np.uint8)
    np.savez_compressed(OUT_OF_FOLD, labels=labels, digest=digest(path))
    truth = np.concatenate([numbers(document.tags) for document in documents])
    print("out of fold, macro F1:", round(mean_f1(truth, labels), 4))
    chain = fit([table(document) for document in documents], [document.tags for document in documents])
    chain.bias = bias(np.concatenate(marginals), truth)
    chain.save(str(MODEL))
    print("bias:", dict(zip(chain.labels, chain.bias.round(2).tolist(), strict=True)), "bytes:", MODEL.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data")
