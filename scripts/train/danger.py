"""Fit the model of `probatum.ask.danger.learned`.

    python -m scripts.train.danger [--data DIR]

On the messages of `danger.tsv` beside this file (invented, ours), with questions of K-QA, MedQuAD and PubMedQA as
further harmless ones. Deterministic. Prints how many messages are read rightly out of fold, at the threshold shipped
and beside it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from benchmarks.data import pubmedqa
from probatum.ask import danger
from probatum.ask.danger import learned
from probatum.ask.danger.wording import as_meant

TABLE = Path(__file__).with_suffix(".tsv")
OUTPUT = Path(danger.__file__).with_name("learned.bin")
FOLDS, STRENGTH = 5, 30.0
EVERY = {"medquad": 40, "pubmedqa": 4}
"""Of these sets one question in so many is harmless enough."""


def messages() -> list[tuple[str, str]]:
    """Kind and message of the invented ones."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["message"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def questions(data: Path) -> list[str]:
    """Questions of others, none of which tells of a danger now."""
    kqa = [json.loads(line)["Question"] for line in (data / "k-qa/eval_answered.jsonl").open(encoding="utf-8")]
    with gzip.open(data / "medquad/medquad_answered.jsonl.gz", "rt", encoding="utf-8") as file:
        medquad = [json.loads(line)["question"] for line in file][:: EVERY["medquad"]]
    return [*kqa, *medquad, *(question for question, _ in pubmedqa(data)[:: EVERY["pubmedqa"]])]


def matrix(texts: Sequence[str]) -> csr_matrix:
    """A row for each text, as long as 1."""
    held = [sorted(learned.features(as_meant(text))) for text in texts]
    ends = np.cumsum([0, *(len(row) for row in held)])
    values = [1 / math.sqrt(len(row)) for row in held for _ in row]
    return csr_matrix((values, [i for row in held for i in row], ends), shape=(len(texts), learned.BUCKETS))


def main() -> None:
    """Fit, print, write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = arguments.parse_args().data
    own = messages()
    others = questions(data)
    texts = [text for _, text in own] + others
    kinds = np.array([kind for kind, _ in own] + ["harmless"] * len(others))
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=4000)
    table = matrix(texts)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    model.fit(table, kinds)
    order = [list(model.classes_).index(kind) for kind in learned.KINDS]
    read = 1 - cross_val_predict(model, table, kinds, cv=folds, method="predict_proba")[:, order[0]]
    ill, ours = kinds != "harmless", np.arange(len(kinds)) < len(own)
    for limit in (0.5, 0.6, learned.SURE, 0.8):
        shares = [(read[rows] >= limit).mean() for rows in (ill, ~ill & ours, ~ill & ~ours)]
        print(f"at {limit}: dangers {shares[0]:.3f}, harmless messages {shares[1]:.3f}, questions {shares[2]:.4f}")
    weights, biases = model.coef_[order], model.intercept_[order]
    step = float(np.abs(weights).max() / 127)
    rows = [array("b", np.rint(row / step).astype(np.int8).tobytes()) for row in weights]
    OUTPUT.write_bytes(learned.packed(step, tuple(float(b) for b in biases), rows))
    print(f"{OUTPUT}: {OUTPUT.stat().st_size} bytes, {len(own)} messages and {len(others)} questions")


if __name__ == "__main__":
    main()
