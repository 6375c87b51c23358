"""Fit the model of `probatum.appraise.claims.showing` on the training rows of CliniFact.

    python -m scripts.train.claims [--data DIR]

Deterministic. Prints figures out of fold, grouped by trial and article, as means of several ways of making the folds,
and the recall of each class; writes one .npz file beside
`probatum.appraise.models`.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import yesno
from benchmarks.classes import macro_f1
from benchmarks.clinifact import LABELS, record
from benchmarks.data import lines
from probatum.appraise import models
from probatum.appraise.claims import showing
from scripts.train.effects import fit

ROOT = Path(__file__).resolve().parents[2]
FOLDS, WAYS, C, RAREST = 10, 3, 0.01, 15


def out_of_fold(
    shown: Sequence[Mapping[str, float]], labels: Sequence[str], parts: Sequence[str], way: int
) -> list[tuple[str, str]]:
    """The true label and that of a model fitted without the row's fold; rows of one part are in one fold."""
    folds = [int(hashlib.md5(f"{way}{part}".encode()).hexdigest(), 16) % FOLDS for part in parts]
    pairs: list[tuple[str, str]] = []
    for fold in range(FOLDS):
        kept = [i for i, f in enumerate(folds) if f != fold]
        model = fit([shown[i] for i in kept], [labels[i] for i in kept], C, RAREST)
        pairs += [(labels[i], model.best(shown[i])) for i, f in enumerate(folds) if f == fold]
    return pairs


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    folder = parser.parse_args().data / "clinifact"
    rows = [row for path in sorted(folder.glob("train*.jsonl*")) for row in lines(path)]
    shown = [showing.features(record(row), row["claim"]) for row in rows]
    labels = [LABELS[row["label_name"]] for row in rows]
    parts = yesno.groups([{row["nctId"], row["PMID"]} for row in rows])
    ways = [out_of_fold(shown, labels, parts, way) for way in range(WAYS)]
    pairs = [pair for told in ways for pair in told]
    right = sum(gold == said for gold, said in pairs) / len(pairs)
    even = sum(macro_f1(told) for told in ways) / WAYS
    print(
        f"out of fold, mean of {WAYS} ways: {len(rows)} claims, accuracy {right:.4f}, macro-F1 {even:.4f}", flush=True
    )
    for name in showing.CLASSES:
        own = [said == name for gold, said in pairs if gold == name]
        print(f"recall of {name}: {sum(own) / len(own):.3f}", flush=True)
    fit(shown, labels, C, RAREST).save(str(Path(models.__file__).parent / f"{showing.MODEL}.npz"))


if __name__ == "__main__":
    main()
