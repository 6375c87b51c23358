"""Fit the model of `probatum.appraise.claims.answering` on PubMedQA and BioASQ questions.

    python -m scripts.train.yes_no [--data DIR]

Deterministic. `out_of_fold` is what the benchmark `yesno` reports on the same questions; a question is its own group.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.yesno import CLASSES, Asked, bioasq, pubmedqa
from probatum.appraise import models
from probatum.appraise.claims import answering
from probatum.appraise.models import Linear
from scripts.train.effects import fit

ROOT = Path(__file__).resolve().parents[2]
FOLDS, C, RAREST = 5, 0.05, 4


def fold(row: Asked) -> int:
    """The fold of a question."""
    return int(hashlib.md5(row.question.encode()).hexdigest(), 16) % FOLDS


def learn(rows: Iterable[tuple[Asked, Mapping[str, float]]]) -> Linear:
    """The model of these questions."""
    told = list(rows)
    return fit([features for _, features in told], [row.answer for row, _ in told], C, RAREST)


def out_of_fold(rows: Sequence[Asked]) -> list[str]:
    """For each question the answer of a model fitted without its fold."""
    read = [(row, answering.features(row.question, row.passages)) for row in rows]
    held = [learn(pair for pair in read if fold(pair[0]) != part) for part in range(FOLDS)]
    said = []
    for row, features in read:
        chances = held[fold(row)].probabilities(features)
        said.append(max(CLASSES[row.name], key=lambda name: chances.get(name, 0.0)))
    return said


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    data = parser.parse_args().data
    rows = [*pubmedqa(data), *bioasq(data)]
    said = out_of_fold(rows)
    for name in CLASSES:
        right = [row.answer == answer for row, answer in zip(rows, said, strict=True) if row.name == name]
        print(f"out of fold: {name}: {len(right)} questions, accuracy {sum(right) / len(right):.4f}")
    model = learn((row, answering.features(row.question, row.passages)) for row in rows)
    model.save(str(Path(models.__file__).parent / f"{answering.MODEL}.npz"))


if __name__ == "__main__":
    main()
