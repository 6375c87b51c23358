"""Yes/no questions: PubMedQA with the whole abstract visible, BioASQ with its snippets.

On the files the model was fitted on, every answer comes from a model refitted without the question's fold (needs the
extra `train`), and figures are means of several ways of making the folds. On any other folder the shipped model answers
and is never refitted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import Benchmark, Result
from benchmarks.classes import macro_f1_interval
from benchmarks.data import evaluation
from benchmarks.measures import summary
from probatum.appraise.claims import answering
from probatum.appraise.claims.answering import Passage
from probatum.text import sentences

FITTED_ON = {"pubmedqa": "d06b66655f6096a5", "bioasq": "62d74c72f57a3d95"}
"""Beginning of the SHA-256 of the file of each set that the model was fitted on."""
CLASSES = {"pubmedqa": answering.CLASSES, "bioasq": ("yes", "no")}


class Asked(NamedTuple):
    """A question with its set, what may be read for it, its answer, and the group whose documents it shares."""

    name: str
    question: str
    passages: tuple[Passage, ...]
    answer: str
    group: str


def pubmedqa(data: Path) -> list[Asked]:
    """The questions of PubMedQA with the sentences of the whole abstract; its conclusion is marked."""
    return [_pubmedqa(row) for row in evaluation(data / "pubmedqa")]


def _pubmedqa(row: dict[str, Any]) -> Asked:
    parts = [(context["text"], False) for context in row["contexts"]] + [(row["long_answer"], True)]
    told = tuple(Passage(t[a:b], concludes) for t, concludes in parts for a, b in sentences.split(t))
    return Asked("pubmedqa", row["question"], told, row["final_decision"], row["question"])


def bioasq(data: Path) -> list[Asked]:
    """The yes/no questions of BioASQ with the sentences of their snippets."""
    rows = [
        row
        for row in evaluation(data / "bioasq")
        if row["type"] == "yesno" and row["exact_answer"] in CLASSES["bioasq"]
    ]
    parted = groups([{s["pmid"] for s in row["snippets"]} for row in rows])
    return [
        Asked("bioasq", r["question"], answering.of_texts([s["text"] for s in r["snippets"]]), r["exact_answer"], g)
        for r, g in zip(rows, parted, strict=True)
    ]


def groups(documents: Sequence[set[str]]) -> list[str]:
    """A name for each set, the same for sets that share a document, be it by way of others."""
    joined: list[set[str]] = []
    for held in documents:
        touching = [group for group in joined if group & held]
        joined = [group for group in joined if not group & held] + [held.union(*touching)]
    return [next((min(group) for group in joined if group & held), "") for held in documents]


def fitted(data: Path) -> bool:
    """True when a file of the folder is one that the model was fitted on."""
    for name, digest in FITTED_ON.items():
        for path in sorted((data / name).glob("eval*")):
            if hashlib.sha256(path.read_bytes()).hexdigest().startswith(digest):
                return True
    return False


def run(data: Path) -> Result:
    """Accuracy and macro-F1 of each set."""
    sets = {"pubmedqa": pubmedqa(data), "bioasq": bioasq(data)}
    missing = [f"{name}/eval*.jsonl.gz" for name, rows in sets.items() if not rows]
    everything = [row for rows in sets.values() for row in rows]
    ways, how = _answers(everything, data)
    if not ways:
        return Result({}, missing, [how])
    metrics: dict[str, float] = {}
    for name, rows in sets.items():
        if rows:
            metrics |= {f"{name}_questions": len(rows)}
            metrics |= _mean([_figures(name, everything, said) for said in ways])
    return Result(metrics, missing, [how])


def _figures(name: str, rows: Sequence[Asked], said: Sequence[str]) -> dict[str, float]:
    """Of one set, by one way of answering."""
    pairs = [(row.answer, answer) for row, answer in zip(rows, said, strict=True) if row.name == name]
    right = summary(f"{name}_accuracy", [float(gold == answer) for gold, answer in pairs])
    return right | macro_f1_interval(f"{name}_macro_f1", pairs)


def _mean(told: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: sum(one[key] for one in told) / len(told) for key in told[0]}


def _answers(rows: Sequence[Asked], data: Path) -> tuple[list[list[str]], str]:
    """Each question's answer, for each way of answering; and how that was."""
    if not fitted(data):
        told = [answering.answer(r.question, r.passages, CLASSES[r.name]).answer for r in rows]
        return [told], "The shipped model answered; it was not fitted on these questions."
    if find_spec("sklearn") is None:
        return [], "These are the questions the model was fitted on: folds need scikit-learn (the extra `train`)."
    answers: list[list[str]] = import_module("scripts.train.yes_no").out_of_fold(rows)
    return answers, (
        "The model was fitted on these questions: each answer is out of fold, of a model refitted without it;"
        f" figures are means of {len(answers)} ways of making the folds."
    )


BENCHMARK = Benchmark(
    "yesno", "Yes/no questions answered from the whole abstract (PubMedQA) or snippets (BioASQ).", run
)
