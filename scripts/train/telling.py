"""Fit the weights of `probatum.appraise.telling`, and of the study that `apply.quoted.standing_out` takes for the one
that was asked about; say how well they do.

    python -m scripts.train.telling [DATA] [--write] [--studies]

A sentence tells when it is marked as the evidence of a claim (SciFact), of a prompt (Evidence Inference, training
labels that were found valid), or is the conclusion of the abstract whose title is the question (PubMedQA, with little
weight, since there it is always the last). Every question counts alike within its set. With --studies a library of the
open data is built (some minutes), and the weights of the odds that a study is the one asked about are printed.
"""

from __future__ import annotations

import re
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.data import build, evaluation, lines, pubmedqa, scifact
from benchmarks.direct import trials
from benchmarks.prompts import marked, runs
from probatum import pipeline
from probatum.apply.quoted import standing_out
from probatum.appraise import roles, telling
from probatum.model import Record

ROOT = Path(__file__).resolve().parents[2]
OUT = Path(telling.__file__).with_suffix(".toml")
FOLDS, RIDGE = 5, 3.0
WEIGHTS = {"scifact": 0.25, "inference": 1.0, "pubmedqa": 0.25}
"""How much a sentence counts by its set."""
SAME = 0.7
"""Share of the words of the shorter of two texts that both have, from which they are the same sentence."""
QUESTIONS = 120
NAMES = ("score", "covers", "cover", "named", "exact", "answers")
"""What is seen of a study."""


class Asked(NamedTuple):
    """A question of a set, its record, the features of the sentences of that abstract, and which of them tell."""

    part: str
    record: str
    rows: list[dict[str, float]]
    tells: list[float]


def words_of(text: str) -> set[str]:
    """The words of a text, small."""
    return set(re.sub(r"\W+", " ", text.lower()).split())


def read(part: str, question: str, record: Record, gold: list[str]) -> Asked | None:
    """One question beside its abstract; None where no sentence of that is marked."""
    said = roles.read(record)
    seen = telling.beside(question, [one.text for one in said])
    marked = [words_of(text) for text in gold]
    own = [words_of(said[at].text) for at in seen.at]
    tells = [float(any(len(w & m) >= max(min(5, len(w)), SAME * min(len(w), len(m))) for m in marked)) for w in own]
    if not any(tells):
        return None
    return Asked(part, record.id, telling.features(seen, [said[at].role for at in seen.at]), tells)


def claims(data: Path) -> Iterator[Asked]:
    """SciFact: claims with the sentences that bear them out or contradict them."""
    held = {record.id: record for record in scifact(data)}
    texts = {str(one["doc_id"]): one["abstract"] for path in (data / "scifact").glob("corpus*") for one in lines(path)}
    for claim in lines(data / "scifact" / "claims.jsonl"):
        for document, evidence in claim["evidence"].items():
            gold = [texts[document][i] for one in evidence for i in one["sentences"]]
            if (made := read("scifact", claim["claim"], held[f"pmid:{document}"], gold)) is not None:
                yield made


def prompts(data: Path) -> Iterator[Asked]:
    """Evidence Inference: prompts whose evidence stands in the abstract, put as questions in several forms."""
    asked, abstracts = trials(data, "train")
    held = {record.id: record for record in abstracts}
    for one in asked:
        record = held[min(one.records)]
        said = roles.read(record)
        seen = telling.beside(one.question, [s.text for s in said])
        tells = [float(marked(runs(said[at].text), one.evidence)) for at in seen.at]
        if any(tells):
            yield Asked("inference", record.id, telling.features(seen, [said[at].role for at in seen.at]), tells)


def titles(data: Path) -> Iterator[Asked]:
    """PubMedQA: the title of an abstract beside its conclusion."""
    answers = {row["question"]: row["long_answer"] for row in evaluation(data / "pubmedqa")}
    for question, record in pubmedqa(data):
        if (made := read("pubmedqa", question, record, [answers[question]])) is not None:
            yield made


def fitted(
    rows: NDArray[np.float64], tells: NDArray[np.float64], counts: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """The weights and the intercept of a logistic regression, drawn to zero, for features as they are."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        p = np.clip(expit(scaled @ w), 1e-9, 1 - 1e-9)
        drawn = np.append(w[:-1], 0.0)
        value = -(counts * (tells * np.log(p) + (1 - tells) * np.log(1 - p))).sum() + RIDGE * (drawn**2).sum() / 2
        return float(value), scaled.T @ (counts * (p - tells)) + RIDGE * drawn

    made = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    return made[:-1] / spread, float(made[-1] - (made[:-1] * mean / spread).sum())


def sentences(data: Path, *, write: bool) -> None:
    """Fit, print what the first sentence is worth out of fold, and write."""
    asked = [*claims(data), *prompts(data), *titles(data)]
    names = sorted({name for one in asked for row in one.rows for name in row})
    rows = np.array([[row.get(name, 0.0) for name in names] for one in asked for row in one.rows])
    tells = np.array([t for one in asked for t in one.tells])
    counts = np.array([c for one in asked for c in _counts(one)])
    counts *= len(counts) / counts.sum()
    of = np.array([n for n, one in enumerate(asked) for _ in one.rows])
    folds = np.array([zlib.crc32(one.record.encode()) % FOLDS for one in asked for _ in one.rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        out = folds == fold
        w, b = fitted(rows[~out], tells[~out], counts[~out])
        scores[out] = rows[out] @ w + b
    for part in WEIGHTS:
        own = [n for n, one in enumerate(asked) if one.part == part]
        first = [tells[of == n][scores[of == n].argmax()] for n in own]
        print(f"{part}: {len(own)} questions, the first sentence tells in {np.mean(first):.3f}")
    w, b = fitted(rows, tells, counts)
    told = "\n".join(f'"{name}" = {value:.2f}' for name, value in zip(names, w, strict=True))
    text = f"# Written by `python -m scripts.train.telling --write`.\nintercept = {b:.2f}\n\n[features]\n{told}\n"
    if write:
        OUT.write_text(text, encoding="utf-8")
    else:
        print(text)


def _counts(one: Asked) -> list[float]:
    """What each sentence counts: those that tell as much as the others together."""
    told = sum(one.tells)
    weight = WEIGHTS[one.part]
    return [weight / told if t else weight / max(1.0, len(one.tells) - told) for t in one.tells]


def studies(data: Path) -> None:
    """Print the weights by which a study is taken for the one asked about, against the nearest others."""
    rows, own = [], []
    with tempfile.TemporaryDirectory() as folder:
        library, asked, _ = build(Path(folder) / "library", data)
        for question, record in asked[:QUESTIONS]:
            context = pipeline.evidence(question, library=library)
            for one in standing_out.every(context):
                answers = any(one.appraisal is a for a in context.answering)
                t, d = one.telling, one.appraisal.directness
                rows.append([one.appraisal.score, d.covers, t.cover, t.named, t.exact, float(answers)])
                own.append(float(one.appraisal.record.id == record.id))
    table, tells = np.array(rows), np.array(own)
    for name, columns in (("beside the others", range(6)), ("by what it names", range(1, 5))):
        w, b = fitted(table[:, list(columns)], tells, np.ones(len(tells)))
        print(
            name, ["score", "covers", "cover", "named", "exact", "answers"][columns[0] : columns[-1] + 1], w.round(1), b
        )


if __name__ == "__main__":
    given = [arg for arg in sys.argv[1:] if not arg.startswith("-")]
    place = Path(given[0]) if given else ROOT.parent / "shared" / "data"
    sentences(place, write="--write" in sys.argv)
    if "--studies" in sys.argv:
        studies(place)
