"""Does an abstract support a claim, contradict it, or say too little of it?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks._stances import Pair, figures, scifact, shipped

FITTED_ON = "75d265391b6fcec2"
"""Beginning of the SHA-256 of the claims that the models were fitted on."""
REFITTED = (
    "The models were fitted on these claims: each answer is out of fold, of models refitted without the claim's fold;"
    " pairs that share a claim or an abstract are in one fold."
)
SHIPPED = "The shipped models answered; they were not fitted on these claims."


def run(data: Path) -> Result:
    """Each claim with each abstract it cites; claims without evidence there are `not enough`."""
    pairs = scifact(data)
    if not pairs:
        return Result({}, ["scifact/claims.jsonl, scifact/corpus.jsonl.gz"])
    said, note = _said(pairs, data)
    return Result({"pairs": len(pairs), **figures(pairs, said)} if said else {}, [], [note])


def fitted(data: Path) -> bool:
    """True when a file of claims of the folder is one that the models were fitted on."""
    paths = sorted((data / "scifact").glob("claims*.jsonl*"))
    return any(hashlib.sha256(path.read_bytes()).hexdigest().startswith(FITTED_ON) for path in paths)


def _said(pairs: Sequence[Pair], data: Path) -> tuple[list[str], str]:
    if not fitted(data):
        return [shipped(pair) for pair in pairs], SHIPPED
    if find_spec("sklearn") is None:
        return [], "These are the claims the models were fitted on: folds need scikit-learn (the extra `train`)."
    training = import_module("scripts.train.bearing")
    answers: list[str] = training.out_of_fold(training.fitted(pairs, data))
    return answers, REFITTED


BENCHMARK = Benchmark(
    "scifact_verify", "Whether an abstract supports, contradicts or says too little of a claim (SciFact).", run
)
