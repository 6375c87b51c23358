"""Fit the chain of `probatum.appraise.roles`: the role of every sentence of a running abstract.

    python -m scripts.train.roles [DATA]

Reads pubmed/*.xml.gz of the development data. Every abstract is labelled by a model fitted without it; those labels are
kept beside the benchmark, the figures are printed, and the weights fitted on all are written.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

from benchmarks.data import pubmed_paths
from benchmarks.sections import NAMES, OUT_OF_FOLD, Abstract, digest, read
from probatum.appraise.models import Linear
from probatum.appraise.models.chain import AFTER, Chain
from probatum.appraise.roles import MODEL, features

ROOT = Path(__file__).resolve().parents[2]
FOLDS = 3
SETTINGS = {
    "c1": 0.1,
    "c2": 0.3,
    "max_iterations": 45,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
"""Lasso and ridge penalties as measured on a third of the development data by models of the rest."""


def seen(abstracts: Sequence[Abstract]) -> list[tuple[pycrfsuite.ItemSequence, list[str]]]:
    """Features and roles as the fit takes them. Every third abstract hides its journal and publisher, so that the text
    must do without them."""
    return [
        (pycrfsuite.ItemSequence(_known(one) if number % 3 else features(one.said)), one.roles)
        for number, one in enumerate(abstracts)
    ]


def _known(one: Abstract) -> list[list[str]]:
    return features(one.said, one.journal, one.publisher)


def fit(examples: Sequence[tuple[pycrfsuite.ItemSequence, list[str]]]) -> Linear:
    """A chain fitted on these examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for rows, told in examples:
        trainer.append(rows, told)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    weights = {(name, label): value for (name, label), value in info.state_features.items()}
    weights |= {(AFTER + before, label): value for (before, label), value in info.transitions.items()}
    names = sorted({name for name, _ in weights})
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(names), len(NAMES)))
    for (name, label), value in weights.items():
        table[place[name], NAMES.index(label)] = value
    return Linear.fitted(NAMES, names, table, np.zeros(len(NAMES)))


def out_of_fold(
    abstracts: Sequence[Abstract], examples: Sequence[tuple[pycrfsuite.ItemSequence, list[str]]]
) -> tuple[list[list[str]], list[list[str]]]:
    """Roles by models without the abstract: with journal and publisher, and by the text alone."""
    folds = [i % FOLDS for i in range(len(abstracts))]
    random.Random(1).shuffle(folds)
    told: list[list[str]] = [[] for _ in abstracts]
    alone: list[list[str]] = [[] for _ in abstracts]
    for fold in range(FOLDS):
        chain = Chain(fit([one for one, held in zip(examples, folds, strict=True) if held != fold]))
        for i in (i for i, held in enumerate(folds) if held == fold):
            told[i] = chain.likeliest(_known(abstracts[i]))
            alone[i] = chain.likeliest(features(abstracts[i].said))
        print(f"fold {fold + 1} of {FOLDS} is done", flush=True)
    return told, alone


def _share(abstracts: Sequence[Abstract], told: Sequence[Sequence[str]]) -> float:
    pairs = [pair for one, got in zip(abstracts, told, strict=True) for pair in zip(one.roles, got, strict=True)]
    return sum(a == b for a, b in pairs) / len(pairs)


def main() -> None:
    """Print the figures; write the model and the labels out of fold."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data"
    abstracts = list(read(pubmed_paths(data)))
    examples = seen(abstracts)
    print(f"features of {len(abstracts)} abstracts are made", flush=True)
    model = fit(examples)
    model.save(str(ROOT / "src" / "probatum" / "appraise" / "models" / f"{MODEL}.npz"))
    print(f"fitted on {len(abstracts)} abstracts", flush=True)
    told, alone = out_of_fold(abstracts, examples)
    print(f"out of fold: {_share(abstracts, told):.4f}; by the text alone {_share(abstracts, alone):.4f}")
    numbers = {role: i for i, role in enumerate(NAMES)}
    flat = {
        name: np.array([numbers[role] for got in found for role in got], dtype=np.int8)
        for name, found in (("journal", told), ("text", alone))
    }
    digests = np.array([digest(one) for one in abstracts])
    lengths = np.array([len(one.said) for one in abstracts], dtype=np.int16)
    np.savez_compressed(OUT_OF_FOLD, digests=digests, lengths=lengths, **flat)


if __name__ == "__main__":
    main()
