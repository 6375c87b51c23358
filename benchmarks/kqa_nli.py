"""Does an answer to a patient hold what physicians say it must, or contradict it?"""

from __future__ import annotations

from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks._stances import Pair, figures, sentences_of, shipped
from benchmarks.data import lines

SEEN = "The development pairs were watched while the weights of the training sets were chosen."


def run(data: Path) -> Result:
    """Every pair of the set; no model was fitted on any of it."""
    stances = {"Entailment": "supports", "Contradiction": "contradicts", "Neutral": "not enough"}
    rows = [row for path in sorted((data / "k-qa").glob("eval_nli*.jsonl*")) for row in lines(path)]
    pairs = [
        Pair(row["claim"], sentences_of(row["answer"]), stances[row["majority_label"]])
        for row in rows
        if row["majority_label"] in stances
    ]
    if not pairs:
        return Result({}, ["k-qa/eval_nli.jsonl"])
    metrics = {"pairs": len(pairs), **figures(pairs, [shipped(pair) for pair in pairs])}
    return Result(metrics, [], ["Zero-shot: the shipped model, never fitted on K-QA, answered.", SEEN])


BENCHMARK = Benchmark("kqa_nli", "Whether an answer entails or contradicts a physician's statement (K-QA).", run)
