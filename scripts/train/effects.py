"""Fit the models of `probatum.appraise.effects` on the training split of Evidence Inference 2.0.

    python -m scripts.train.effects [--data DIR]

First the ranker of evidence, then the judge of direction, which is shown what the ranker finds in articles that it was
not fitted on (OUT_OF_FOLD folds by article). Every prompt is also put the other way round, with its label turned.
Deterministic. Writes two .npz files beside `probatum.appraise.models` and prints out-of-fold figures.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.classes import macro_f1
from benchmarks.prompts import Prompt, articles, marked, prompts, runs
from probatum.appraise import models
from probatum.appraise.effects import judging, ranking, sides, signs
from probatum.appraise.effects.candidates import candidates
from probatum.appraise.models import Linear
from probatum.model import Record

ROOT = Path(__file__).resolve().parents[2]
OUT_OF_FOLD = 5
KEPT = 8
"""Candidates of a prompt kept for the judge."""
MARKED = 2
"""Marked sentences shown to the judge where the ranker's first two miss them."""
RANKER_C, JUDGE_C, RAREST = 1.0, 0.02, 8
WAYS = {"lower": "down", "higher": "up", "no difference detected": "none"}
TURNED = {"up": "down", "down": "up", "none": "none"}


class Row(NamedTuple):
    """A prompt with its contenders: their places among the candidates, measures and whether they are marked."""

    prompt: Prompt
    places: list[int]
    measures: list[dict[str, float]]
    marks: list[bool]

    @property
    def fold(self) -> int:
        """The fold of its article."""
        return int(hashlib.md5(self.prompt.article.encode()).hexdigest(), 16) % OUT_OF_FOLD

    @property
    def way(self) -> str:
        """The class of the judge."""
        return WAYS[self.prompt.label.value]


def rows(asked: Sequence[Prompt], records: Mapping[str, Record]) -> Iterator[Row]:
    """The prompts with their contenders, in order."""
    held: tuple[str, list[frozenset[tuple[str, ...]]]] = ("", [])
    for prompt in asked:
        record = records[prompt.article]
        if held[0] != prompt.article:
            held = (prompt.article, [runs(c.text) for c in candidates(record)])
        measured = ranking.all_measures(record, sides.of(prompt.asked, record), prompt.asked.outcome)
        places = judging.contenders(measured)
        gold = [runs(text) for text in prompt.evidence]
        yield Row(prompt, places, [measured[i] for i in places], [marked(held[1][i], gold) for i in places])


def fit(features: Sequence[Mapping[str, float]], labels: Sequence[Any], c: float, rarest: int) -> Linear:
    """A logistic regression over features that occur `rarest` times at least."""
    vectoriser = DictVectorizer()
    table: csr_matrix = vectoriser.fit_transform(features)
    kept = np.flatnonzero(np.asarray((table != 0).sum(axis=0)).ravel() >= rarest)
    names = vectoriser.get_feature_names_out()[kept]
    model = LogisticRegression(C=c, max_iter=200, tol=1e-3).fit(table[:, kept], labels)
    classes = [str(k) for k in model.classes_] if len(model.classes_) > 2 else [str(model.classes_[1])]
    return Linear.fitted(classes, list(names), model.coef_.T, model.intercept_)


def ranker(shown: Sequence[Row]) -> Linear:
    """The ranker: marked contenders against the others of the same prompts."""
    told = [r for r in shown if any(r.marks)]
    return fit([m for r in told for m in r.measures], [int(x) for r in told for x in r.marks], RANKER_C, 1)


Seen = tuple[float, dict[str, float], dict[str, float]]
"""A candidate's score and its features for the question and for the question turned."""


def seen(row: Row, record: Record, model: Linear) -> tuple[list[Seen], list[Seen]]:
    """What the judge is shown: the best candidates, and marked ones that are not among the first two."""
    found, told = candidates(record), sides.of(row.prompt.asked, record)
    scored = sorted(
        ((model.scores(m)[0], i, x) for m, i, x in zip(row.measures, row.places, row.marks, strict=True)),
        key=lambda s: (-s[0], s[1]),
    )

    def read(score: float, place: int) -> Seen:
        return score, signs.of(found[place], told), signs.of(found[place], told.swapped)

    extra = [] if any(x for _, _, x in scored[:2]) else [read(s, i) for s, i, x in scored if x][:MARKED]
    return [read(s, i) for s, i, _ in scored[: judging.WEIGHED]], extra


def examples(row: Row, best: Sequence[Seen], extra: Sequence[Seen]) -> Iterator[tuple[dict[str, float], str]]:
    """The question and the question turned, from all that was found and from each marked candidate alone."""
    for group in (best, *([one] for one in extra)):
        yield judging.weighed([(s, one) for s, one, _ in group]), row.way
        yield judging.weighed([(s, other) for s, _, other in group]), TURNED[row.way]


def judge(shown: Sequence[tuple[Row, list[Seen], list[Seen]]]) -> Linear:
    """The judge of direction."""
    made = [e for row, best, extra in shown for e in examples(row, best, extra)]
    return fit([f for f, _ in made], [way for _, way in made], JUDGE_C, RAREST)


def said(best: Sequence[Seen], model: Linear) -> str:
    """The judge's answer, as `judging.judge` gives it."""
    straight = model.probabilities(judging.weighed([(s, one) for s, one, _ in best]))
    turned = model.probabilities(judging.weighed([(s, other) for s, _, other in best]))
    return max(judging.WAYS, key=lambda way: straight[way] + turned[TURNED[way]])


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    data = parser.parse_args().data
    asked = prompts(data, "train")
    records = articles(data, {p.article for p in asked})
    told = list(rows([p for p in asked if p.article in records], records))
    shown = []
    for fold in range(OUT_OF_FOLD):
        model = ranker([r for r in told if r.fold != fold])
        shown += [(r, *seen(r, records[r.prompt.article], model)) for r in told if r.fold == fold]
    pairs = []
    for fold in range(OUT_OF_FOLD):
        model = judge([s for s in shown if s[0].fold != fold])
        pairs += [(row.way, said(best, model)) for row, best, _ in shown if row.fold == fold]
    right = sum(gold == way for gold, way in pairs) / len(pairs)
    print(f"out of fold: {len(pairs)} prompts, accuracy {right:.4f}, macro-F1 {macro_f1(pairs):.4f}", flush=True)
    place = Path(models.__file__).parent
    ranker(told).save(str(place / f"{judging.RANKER}.npz"))
    judge(shown).save(str(place / f"{judging.JUDGE}.npz"))


if __name__ == "__main__":
    main()
