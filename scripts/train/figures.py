"""Fit the weights that say what a figure is of: `python -m scripts.train.figures [DATA] [--write]`.

Learns from two sorts of sentences in the abstracts of the development data: those that the patterns read, whose
findings are taken as they are (weight `PATTERN`), and those of `figures.tsv`, in which a reader marked by hand what
each figure is of (no text, only places). A logistic regression a role, over hashed features; figures are of five
folds over abstracts, on marked sentences alone. The sample of the benchmark `findings` is never learned from. Some
six minutes; needs the extra `train` (scikit-learn). See docs/building/models/figures.md.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks import findings as benchmark
from benchmarks.data import pubmed
from probatum.appraise import findings, study
from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import offers, select, weighing
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.models.linear import Linear
from probatum.model import Finding, Record, SectionKind, SectionRole

ROOT: Final = Path(__file__).resolve().parents[2]
MODEL: Final = ROOT / "src" / "probatum" / "appraise" / "models" / "figures.npz"
MARKS: Final = Path(__file__).with_suffix(".tsv")
FOLDS, SELDOM, STRENGTH, PATTERN = 5, 3, 0.3, 0.1
"""Folds; times a feature must be met; inverse of the ridge penalty; weight of a sentence that patterns read."""
OTHERS: Final = 12
"""Phrases of a figure that patterns read which are kept as examples of what it is not of."""
HELD_OUT: Final = ("findings 1", "tagger fresh")
"""Seeds of the samples that are not learned from."""


class Example(NamedTuple):
    """The phrases offered for one figure: their features, and the role of each (0 none, else 1 + its place)."""

    record: str
    rows: list[list[str]]
    roles: list[int]
    marked: bool


def records(data: Path) -> dict[str, Record]:
    """All abstracts with figures, the held-out ones left out."""
    parts = {"pubmed": list(pubmed(data)), "medline": list(benchmark._medline(data))}
    held: set[str] = set()
    sizes = ({"pubmed": 500, "medline": 150}, {"pubmed": 260, "medline": 70})
    for seed, size in zip(HELD_OUT, sizes, strict=True):
        for name, every in parts.items():
            free = [record for record in every if record.id not in held or seed == HELD_OUT[0]]
            held |= {record.id for record in benchmark.sample(free, size[name], seed)}
    return {r.id: r for every in parts.values() for r in every if r.id not in held and benchmark._abstract(r)}


def marked(held: dict[str, Record]) -> Iterator[Example]:
    """The figures that were marked by hand."""
    for line in MARKS.read_text(encoding="utf-8").splitlines()[1:]:
        key, section, start, end, figure, *places = line.split("\t")
        if key not in held:
            continue
        sentence = _sentence(held[key], section, int(start), int(end))
        anchor = next(a for a in weighing.anchors(sentence) if a.value.start == int(figure))
        wanted = {place: role + 1 for role, text in enumerate(places) for place in text.split(",") if place}
        found = list(dict.fromkeys(offers.near(sentence, anchor.value)))
        yield _example(key, sentence, anchor, found, [wanted.get(_place(sentence, o), 0) for o in found], marked=True)


def _place(sentence: Sentence, offer: offers.Offer) -> str:
    start, end = offers.place(sentence, offer)
    return f"{start}" if offer.deed else f"{start}-{end}"


def _sentence(record: Record, section: str, start: int, end: int) -> Sentence:
    context = findings.context_of(record, study.read(record))
    return Sentence.read(context, next(s for s in record.sections if s.id == section), start, end, SectionRole.RESULTS)


def _example(
    key: str,
    sentence: Sentence,
    anchor: weighing.Anchor,
    found: Sequence[offers.Offer],
    roles: list[int],
    *,
    marked: bool,
) -> Example:
    shared = weighing.around(sentence, anchor)
    return Example(key, [[*shared, *weighing.of(sentence, anchor, o)] for o in found], roles, marked)


def read_by_patterns(held: Iterable[Record]) -> Iterator[Example]:
    """The figures whose findings patterns read, with the phrases that these findings name."""
    for record in held:
        known = study.read(record)
        if known.design in benchmark._NO_PEOPLE:
            continue
        context = findings.context_of(record, known)
        for line in select.reporting(record):
            if line.section.kind is not SectionKind.ABSTRACT or line.end - line.start > 1200:
                continue
            sentence = Sentence.read(context, line.section, line.start, line.end, line.role)
            for one in findings.by_patterns(sentence) if sentence.values else []:
                made = _of_finding(record.id, sentence, one)
                if made is not None:
                    yield made


def _of_finding(key: str, sentence: Sentence, found: Finding) -> Example | None:
    """The example that a finding makes; None where its outcome is no phrase of the sentence."""
    figures = [found.estimate] if found.estimate else [a.value for a in found.arms]
    starts = [f.span.start - sentence.start for f in figures if f is not None]
    anchors = (a for a in weighing.anchors(sentence) if any(a.value.start <= s < a.value.end for s in starts))
    anchor = next(anchors, None)
    if anchor is None:
        return None
    names = _sides(sentence, found, anchor)
    offered = list(dict.fromkeys(offers.near(sentence, anchor.value)))
    roles = [_role(sentence, offer, found.outcome, names) for offer in offered]
    if 1 not in roles:
        return None
    others = [i for i, role in enumerate(roles) if not role]
    step = max(1, len(others) // OTHERS)
    kept = sorted({*(i for i, role in enumerate(roles) if role), *others[::step][:OTHERS]})
    return _example(key, sentence, anchor, [offered[i] for i in kept], [roles[i] for i in kept], marked=False)


def _sides(sentence: Sentence, found: Finding, anchor: weighing.Anchor) -> list[str]:
    """The names of the first and the second side as the figure sees them."""
    if found.estimate is not None:
        return [a.arm.lower() for a in found.arms][:2]
    value = anchor.value
    places = {a.arm.lower(): a.value.span.start - sentence.start for a in found.arms if a.value is not None}
    own = [name for name, at in places.items() if value.start <= at < value.end][:1]
    return own + ([name for name in places if name not in own][:1] if anchor.other is not None else [])


def _role(sentence: Sentence, offer: offers.Offer, outcome: str, sides: Sequence[str]) -> int:
    text = sentence.text[slice(*offers.place(sentence, offer))]
    if offer.deed:
        return int(offers.name(sentence, offer) == outcome)
    if _bare(text) == _bare(outcome):
        return 1
    name = arm_names.clean(text, sentence.context).lower()
    return 2 + list(sides).index(name) if name and name in sides else 0


def _bare(text: str) -> str:
    """A phrase without the words that may lead it."""
    words = text.lower().split()
    while words and words[0].strip(",") in offers.SKIPPED:
        words.pop(0)
    return " ".join(words)


class Fit(NamedTuple):
    """Features, with weights and intercepts of the roles."""

    names: list[str]
    weights: np.ndarray
    intercepts: np.ndarray

    def scores(self, rows: Sequence[Sequence[str]]) -> np.ndarray:
        """Log odds of the roles, (rows, roles)."""
        return np.asarray(_matrix(rows, {n: i for i, n in enumerate(self.names)}) @ self.weights + self.intercepts)


def _matrix(rows: Sequence[Sequence[str]], at: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix

    places, ends = [], [0]
    for row in rows:
        places += [at[feature] for feature in row if feature in at]
        ends.append(len(places))
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(rows), len(at)))


def fit(examples: Sequence[Example]) -> Fit:
    """A logistic regression a role; a phrase of another role is an example of what the role is not."""
    from sklearn.linear_model import LogisticRegression

    rows = [row for example in examples for row in example.rows]
    roles = np.array([role for example in examples for role in example.roles])
    weight = np.array([1.0 if e.marked else PATTERN for e in examples for _ in e.rows])
    count = Counter(feature for row in rows for feature in set(row))
    names = [feature for feature, times in count.items() if times >= SELDOM]
    matrix = _matrix(rows, {name: i for i, name in enumerate(names)})
    columns, intercepts = [], []
    for role in range(1, len(weighing.ROLES) + 1):
        model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=1)
        model.fit(matrix, roles == role, weight)
        columns.append(model.coef_[0])
        intercepts.append(float(model.intercept_[0]))
    return Fit(names, np.array(columns).T, np.array(intercepts))


def figures(examples: Sequence[Example]) -> dict[str, float]:
    """Over folds: of marked figures whose likeliest phrase has odds above even, the share whose phrase is marked."""
    sure = right = wanted = 0
    for number in range(FOLDS):
        fitted = fit([e for e in examples if zlib.crc32(e.record.encode()) % FOLDS != number])
        for example in examples:
            if not example.marked or zlib.crc32(example.record.encode()) % FOLDS != number:
                continue
            wanted += 1 in example.roles
            scores = fitted.scores(example.rows)[:, 0] if example.rows else np.zeros(0)
            if len(scores) and scores.max() > 0:
                sure += 1
                right += example.roles[int(scores.argmax())] == 1
    return {"marked": wanted, "sure": sure, "precision": right / max(1, sure), "recall": right / max(1, wanted)}


def main(data: Path, *, write: bool) -> None:
    """Fit, say how well, and write."""
    held = records(data)
    examples = [*marked(held), *read_by_patterns(held[key] for key in sorted(held))]
    print("figures marked:", sum(e.marked for e in examples), "read by patterns:", sum(not e.marked for e in examples))
    print({name: round(value, 3) for name, value in figures(examples).items()})
    if write:
        made = fit(examples)
        Linear.fitted(weighing.ROLES, made.names, made.weights, made.intercepts).save(str(MODEL))
        print("features:", len(made.names), "bytes:", MODEL.stat().st_size)


if __name__ == "__main__":
    given = [a for a in sys.argv[1:] if not a.startswith("--")]
    main(Path(given[0]) if given else ROOT / ".." / "shared" / "data", write="--write" in sys.argv)
