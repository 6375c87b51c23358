"""Does evidence support or refute a claim of another field than the model was fitted on?"""

from __future__ import annotations

from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks._stances import Pair, figures, sentences_of, shipped
from benchmarks.data import evaluation

SEEN = (
    "The development sample of 100 pairs was looked at once before short sources were added to the training,"
    " so its figure is not a clean one; other pairs are untouched."
)


def run(data: Path) -> Result:
    """Every pair of the set; no model was fitted on any of it."""
    stances = {"Supports": "supports", "Refutes": "contradicts", "Neutral": "not enough"}
    rows = evaluation(data / "healthver")
    pairs = [Pair(row["claim"], sentences_of(row["evidence"]), stances[row["label"]]) for row in rows]
    if not pairs:
        return Result({}, ["healthver/eval*.jsonl.gz"])
    metrics = {"pairs": len(pairs), **figures(pairs, [shipped(pair) for pair in pairs])}
    return Result(metrics, [], ["Zero-shot: the shipped model, never fitted on HealthVer, answered.", SEEN])


BENCHMARK = Benchmark(
    "healthver", "Whether a sentence of evidence supports or refutes a claim it was never fitted on (HealthVer).", run
)
