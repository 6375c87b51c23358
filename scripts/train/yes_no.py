"""Fit the model of `probatum.appraise.claims.answering` on PubMedQA and BioASQ questions.

    python -m scripts.train.yes_no [--data DIR]

Deterministic. `out_of_fold` is what the benchmark `yesno` reports on the same questions, as the mean of several ways of
making the folds; questions that share a document are kept in one fold.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.yesno import CLASSES, Asked, bioasq, pubmedqa
from probatum.appraise import models
from probatum.appraise.claims import answering
from probatum.appraise.models import Linear
from scripts.train.effects import fit

ROOT = Path(__file__).resolve().parents[2]
FOLDS, WAYS, RAREST = 10, 5, 4
COST = 0.03
"""Inverse penalty."""
Read = tuple[Asked, Mapping[str, float]]
"""A question with its features."""


def fold(row: Asked, way: int) -> int:
    """The fold of a question in one way of making them, the same for all that share a document."""
    return int(hashlib.md5(f"{way}{row.group}".encode()).hexdigest(), 16) % FOLDS


def learn(read: Sequence[Read]) -> Linear:
    """The model of these questions."""
    return fit([features for _, features in read], [row.answer for row, _ in read], COST, RAREST)


def said(model: Linear, row: Asked, features: Mapping[str, float]) -> str:
    """The model's answer among those of the question's set."""
    chances = model.probabilities(features)
    return max(CLASSES[row.name], key=lambda name: chances.get(name, 0.0))


def out_of_fold(rows: Sequence[Asked]) -> list[list[str]]:
    """For each way of making the folds, each question's answer by a model fitted without the question's fold."""
    read = [(row, answering.features(row.question, row.passages)) for row in rows]
    return [_answers(read, way) for way in range(WAYS)]


def _answers(read: Sequence[Read], way: int) -> list[str]:
    held = [learn([pair for pair in read if fold(pair[0], way) != part]) for part in range(FOLDS)]
    return [said(held[fold(row, way)], row, features) for row, features in read]


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    data = parser.parse_args().data
    rows = [*pubmedqa(data), *bioasq(data)]
    ways = out_of_fold(rows)
    for name in CLASSES:
        right = [
            row.answer == answer for told in ways for row, answer in zip(rows, told, strict=True) if row.name == name
        ]
        print(f"out of fold, mean of {WAYS} ways: {name}: accuracy {sum(right) / len(right):.4f}")
    read = [(row, answering.features(row.question, row.passages)) for row in rows]
    learn(read).save(str(Path(models.__file__).parent / f"{answering.MODEL}.npz"))


if __name__ == "__main__":
    main()
