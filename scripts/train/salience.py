"""Fit the weights of `apply.quoted.salience` on the questions of `benchmarks/facts.tsv`, and say how well they do.

    python -m scripts.train.salience [--write]

A sentence is wanted when it holds one of the facts that an answer must tell and stands in a record that may be cited
for them; every question counts alike, and so do its wanted sentences and the others. The regression is logistic, its
weights drawn to zero (ridge). Figures are of five folds over questions: of the facts wanted, the share that the first
sentences hold which were chosen by weights fitted on the other folds.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks import facts
from probatum import pipeline
from probatum.apply.quoted import salience
from probatum.errors import ProbatumError

OUT = Path(salience.__file__).with_suffix(".toml")
AS_OF = "2026-11-28"
FOLDS, RIDGE = 5, 3.0
SHOWN = (3, 5, 10, 15)


class Asked(NamedTuple):
    """One question: its facts, its candidate sentences, their features, and which of them are wanted."""

    facts: list[re.Pattern[str]]
    texts: list[str]
    rows: NDArray[np.float64]
    wanted: NDArray[np.float64]


def read() -> tuple[list[str], list[Asked]]:
    """The names of the features, and every question that is answered."""
    made, names = [], []
    with tempfile.TemporaryDirectory() as place:
        library = pipeline.open_library(Path(place) / "library")
        for case in facts.cases():
            try:
                context = pipeline.evidence(case.question, library=library, as_of=AS_OF)
            except ProbatumError:
                continue
            found = list(salience.candidates(context))
            if not found:
                continue
            names = list(found[0][2])
            expressions = [re.compile(fact, re.IGNORECASE | re.DOTALL) for fact in case.facts]
            wanted = [
                any(one.search(span.quote) for one in expressions) and case.allows(source.record)
                for source, span, _ in found
            ]
            rows = np.array([[features[name] for name in names] for _, _, features in found], dtype=np.float64)
            made.append(Asked(expressions, [s.quote for _, s, _ in found], rows, np.array(wanted, dtype=np.float64)))
    return names, made


def fitted(asked: list[Asked]) -> NDArray[np.float64]:
    """The weights, the intercept last, for features as they are."""
    rows = np.vstack([one.rows for one in asked])
    wanted = np.concatenate([one.wanted for one in asked])
    parts = [np.where(one.wanted > 0, 1 / max(1.0, one.wanted.sum()), 1 / len(one.wanted)) for one in asked]
    counts = np.concatenate(parts)
    counts *= len(counts) / counts.sum()
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = scaled @ weights
        slopes = np.append(weights[:-1], 0.0)
        value = counts @ (np.logaddexp(0, odds) - wanted * odds) + RIDGE / 2 * slopes @ slopes
        return float(value), scaled.T @ (counts * (expit(odds) - wanted)) + RIDGE * slopes

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    slopes = found[:-1] / spread
    return np.append(slopes, found[-1] - slopes @ mean)


def held(one: Asked, weights: NDArray[np.float64], most: int) -> int:
    """How many of a question's facts stand in the first sentences."""
    first = np.argsort(-(one.rows @ weights[:-1]), kind="stable")[:most]
    text = " ".join(one.texts[n] for n in first)
    return sum(bool(fact.search(text)) for fact in one.facts)


def main() -> None:
    """Print the figures of the folds; with `--write`, fit on all and write the weights."""
    names, asked = read()
    order = np.random.default_rng(0).permutation(len(asked))
    folds = [order[n::FOLDS] for n in range(FOLDS)]
    total = sum(len(one.facts) for one in asked)
    counts = dict.fromkeys(SHOWN, 0)
    for fold in folds:
        own = set(fold.tolist())
        weights = fitted([one for n, one in enumerate(asked) if n not in own])
        for most in SHOWN:
            counts[most] += sum(held(asked[n], weights, most) for n in own)
    reach = sum(any(fact.search(text) for text in one.texts) for one in asked for fact in one.facts)
    print(f"{len(asked)} questions, {total} facts; {reach / total:.3f} stand in a single candidate")
    for most, count in counts.items():
        print(f"first {most:>2}: {count / total:.3f}")
    if "--write" in sys.argv[1:]:
        weights = fitted(asked)
        lines = [
            "# Written by `python -m scripts.train.salience --write`.",
            f"intercept = {weights[-1]:.4f}",
            "",
            "[features]",
        ]
        lines += [f'"{name}" = {value:.4f}' for name, value in zip(names, weights[:-1], strict=True)]
        OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"written: {OUT}")


if __name__ == "__main__":
    main()
