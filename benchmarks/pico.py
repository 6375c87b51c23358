"""Which words of an abstract tell participants, interventions and outcomes?"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks import Benchmark, Result
from benchmarks.data import open_text, quantile
from probatum.appraise.pico.features import Line
from probatum.appraise.pico.labelling import LABELS, label

OUT_OF_FOLD = Path(__file__).with_suffix(".npz")
"""Labels of the development documents, each by a model that was fitted without that document."""
NAMES = ("population", "intervention", "outcome")
ROUNDS = 1000

Ints = npt.NDArray[np.int64]


class Document(NamedTuple):
    """A document of EBM-NLP: its PMID, its sentences, and the tag of each word."""

    pmid: str
    lines: list[list[str]]
    tags: list[str]


def read(path: Path) -> list[Document]:
    """The documents of a CoNLL file: word, part of speech, chunk and tag in a row, an empty row after a sentence."""
    with open_text(path) as file:
        return [_document(block) for block in file.read().split("-DOCSTART- ")[1:]]


def _document(block: str) -> Document:
    head, _, rest = block.partition("\n")
    lines: list[list[str]] = [[]]
    tags = []
    for row in rest.split("\n"):
        parts = row.split(" ")
        if len(parts) == 4:
            lines[-1].append(parts[0])
            tags.append(parts[3])
        elif lines[-1]:
            lines.append([])
    return Document(head.strip().strip("()"), [line for line in lines if line], tags)


def numbers(tags: Sequence[str]) -> Ints:
    """Tags as numbers of labels."""
    return np.array([LABELS.index(tag) for tag in tags], dtype=np.int64)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(data: Path) -> Result:
    """Label the words of EBM-NLP (Nye 2018, doi:10.18653/v1/P18-1019); F1 over words for each of its three labels."""
    paths = sorted((data / "ebm-nlp").glob("eval*.conll*"))
    documents = [(path, document) for path in paths for document in read(path)]
    if not documents:
        return Result({}, ["ebm-nlp/eval*.conll.gz"])
    kept = _out_of_fold(paths)
    truth, found, took = [], [], []
    for _, document in documents:
        began = time.perf_counter()
        labels = label([Line(line) for line in document.lines])
        took.append((time.perf_counter() - began) * 1000)
        truth.append(numbers(document.tags))
        found.append(numbers(labels))
    if kept is not None:
        found = np.split(kept, np.cumsum([len(t) for t in truth])[:-1])
    metrics: dict[str, float] = {"documents": len(documents), "tokens": sum(map(len, truth))}
    metrics |= _scores(np.array([counts(t, f) for t, f in zip(truth, found, strict=True)]))
    metrics |= {"p50_ms": quantile(took, 0.5), "p95_ms": quantile(took, 0.95)}
    how = (
        "Out of fold, grouped by document: labels kept from scripts/train/pico.py, which fits one model a fold."
        if kept is not None
        else "By the shipped model; nothing was fitted."
    )
    return Result(metrics, [], [how, "Intervals: 95 % bootstrap over documents. Milliseconds: the shipped model."])


def _out_of_fold(paths: Sequence[Path]) -> Ints | None:
    """The kept labels, where these are the development documents; else None."""
    if len(paths) != 1 or not OUT_OF_FOLD.is_file():
        return None
    with np.load(OUT_OF_FOLD, allow_pickle=False) as held:
        return held["labels"].astype(np.int64) if str(held["digest"]) == digest(paths[0]) else None


def counts(truth: Ints, found: Ints) -> list[list[int]]:
    """For each label but none: words that bear it in both, in truth, in what was found."""
    return [
        [int(((truth == k) & (found == k)).sum()), int((truth == k).sum()), int((found == k).sum())]
        for k in range(1, len(LABELS))
    ]


def f1(counts: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """F1 from counts on the last axis: both, truth, found."""
    return np.asarray(2 * counts[..., 0] / np.maximum(1, counts[..., 1] + counts[..., 2]), dtype=np.float64)


def _scores(each: npt.NDArray[Any]) -> dict[str, float]:
    """F1, precision and recall of each label and the mean of F1; counts are (documents, labels, 3)."""
    total = each.sum(axis=0)
    chance = np.random.default_rng(1)
    drawn = (each[chance.integers(0, len(each), len(each))].sum(axis=0) for _ in range(ROUNDS))
    rounds = f1(np.array(list(drawn)))
    columns = [*zip(NAMES, f1(total), rounds.T, strict=True), ("", f1(total).mean(), rounds.mean(axis=1))]
    made: dict[str, float] = {}
    for name, value, values in columns:
        key = f"f1_{name}" if name else "macro_f1"
        low, high = np.quantile(values, [0.025, 0.975])
        made |= {key: float(value), f"{key}_low": float(low), f"{key}_high": float(high)}
    for name, (both, true, given) in zip(NAMES, total.tolist(), strict=True):
        made |= {f"precision_{name}": both / max(1, given), f"recall_{name}": both / max(1, true)}
    return made


BENCHMARK = Benchmark("pico", "EBM-NLP: words that tell participants, interventions, outcomes: F1.", run)
