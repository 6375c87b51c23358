"""Fit the model of `probatum.appraise.claims.showing` on the training rows of CliniFact.

    python -m scripts.train.claims [--data DIR]

Deterministic. Prints figures out of fold, grouped by trial and article, and writes one .npz file beside
`probatum.appraise.models`.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from benchmarks import yesno
from benchmarks.classes import macro_f1
from benchmarks.clinifact import LABELS, record
from benchmarks.data import lines
from probatum.appraise import models
from probatum.appraise.claims import showing
from scripts.train.effects import fit

ROOT = Path(__file__).resolve().parents[2]
FOLDS, C, RAREST = 5, 0.03, 15


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    folder = parser.parse_args().data / "clinifact"
    rows = [row for path in sorted(folder.glob("train*.jsonl*")) for row in lines(path)]
    shown = [showing.features(record(row), row["claim"]) for row in rows]
    labels = [LABELS[row["label_name"]] for row in rows]
    parts = yesno.groups([{row["nctId"], row["PMID"]} for row in rows])
    folds = [int(hashlib.md5(part.encode()).hexdigest(), 16) % FOLDS for part in parts]
    pairs = []
    for fold in range(FOLDS):
        kept = [i for i, f in enumerate(folds) if f != fold]
        model = fit([shown[i] for i in kept], [labels[i] for i in kept], C, RAREST)
        pairs += [(labels[i], model.best(shown[i])) for i, f in enumerate(folds) if f == fold]
    right = sum(gold == said for gold, said in pairs) / len(pairs)
    print(
        f"out of fold by trial and article: {len(pairs)} claims, accuracy {right:.4f}, macro-F1 {macro_f1(pairs):.4f}",
        flush=True,
    )
    fit(shown, labels, C, RAREST).save(str(Path(models.__file__).parent / f"{showing.MODEL}.npz"))


if __name__ == "__main__":
    main()
