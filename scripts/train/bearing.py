"""Fit the models of `probatum.appraise.claims.bearing`.

    python -m scripts.train.bearing [--data DIR]

On SciFact's claims, each with each abstract it cites, and, of less weight, on other questions and claims put to texts:
PubMedQA, BioASQ, the training rows of CliniFact and Evidence Inference, what unlabelled abstracts of PubMed claim of
themselves (`scripts.train.selftold`), and the audit cases of the repository (`scripts.train.audited`). HealthVer is
never read. Claims with evidence are also shown with a signed word turned into its contrary, and the stance with it.
Deterministic.
`out_of_fold` is what the benchmark `scifact_verify` reports on the same claims; pairs that share a claim or an abstract
are kept in one fold.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks import _stances, clinifact, yesno
from benchmarks._stances import Pair
from benchmarks.classes import macro_f1
from benchmarks.data import lines
from benchmarks.prompts import prompts
from probatum.appraise import models
from probatum.appraise.claims import bearing
from probatum.appraise.claims.bearing import Seen
from probatum.appraise.claims.relating import Claim
from probatum.appraise.models import Linear
from probatum.appraise.reading import sentences
from scripts.train import audited, selftold

ROOT = Path(__file__).resolve().parents[2]
FOLDS, RAREST = 5, 4
RANKER_C, JUDGE_C = 1.0, 0.03
TURNED = 0.2
"""Weight of all turned forms of a pair together."""
OTHER, TRIALS, SHORT = 0.15, 0.03, 0.5
"""Weight of a pair of another set, of a claim of a trial's effect, and of a claim beside the telling sentence alone."""
TOLD = 0.3
"""Weight of what an abstract claims of itself, and of its turned form."""
AUDITED = 0.1
"""Weight of a sentence of the audit cases."""
EVEN = 0.7
"""How far the stances are made equal in weight: 0 not at all, 1 wholly."""
VERBS = {"increases": "higher", "decreases": "lower", "does not affect": "no difference detected"}
MOST_SENTENCES = 12
"""Sentences of a pair of another set that are read."""
CONTRARY = {"supports": "contradicts", "contradicts": "supports"}
STANCES = {
    "yes": "supports",
    "no": "contradicts",
    "maybe": "not enough",
    "shown": "supports",
    "not shown": "contradicts",
    "silent": "not enough",
}


class Read(NamedTuple):
    """A pair with what was seen, its turned forms and its fold."""

    pair: Pair
    seen: Seen
    turned: tuple[Seen, ...]
    short: Seen
    """The claim beside the marked sentences alone; beside the one that names most of it where none is marked."""
    fold: int
    measures: list[dict[str, float]]

    @property
    def marks(self) -> list[int]:
        """1 for each line that is marked."""
        return [int(i in self.pair.marked) for i in self.seen.at]


def fold(group: str) -> int:
    """The fold of a group."""
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % FOLDS


def read(pairs: Sequence[Pair]) -> list[Read]:
    """The pairs read, with turned forms of claims that have evidence."""
    groups = yesno.groups([{p.claim, p.group} for p in pairs])
    made = []
    for pair, group in zip(pairs, groups, strict=True):
        seen = Seen.of(pair.claim, pair.source)
        turned = tuple(_turned(seen)) if pair.stance in CONTRARY else ()
        made.append(Read(pair, seen, turned, _short(pair, seen), fold(group), seen.measures()))
    return made


def _short(pair: Pair, seen: Seen) -> Seen:
    lines_ = range(len(seen.lines))
    places = [i for i in lines_ if seen.at[i] in pair.marked] or sorted(lines_, key=lambda i: -seen.lines[i].cover)[:1]
    return seen._replace(lines=[seen.lines[i] for i in places], at=[seen.at[i] for i in places])


def _turned(seen: Seen) -> Iterator[Seen]:
    """The claim with one of its first two signed words turned."""
    signed = [s for s in seen.claim.signed if s.kind not in ("there", "time")]
    for one in signed[:2]:
        claim = Claim(seen.claim.text, frozenset({one.at}))
        yield seen._replace(claim=claim, lines=[line.beside(claim) for line in seen.lines])


class Example(NamedTuple):
    """What the judge is shown, the stance and its weight."""

    features: dict[str, float]
    stance: str
    weight: float


def others(data: Path) -> list[Pair]:
    """Pairs of the other sets, each with the sentences that name most of the claim."""
    asked = [*yesno.pubmedqa(data), *yesno.bioasq(data)]
    made = [Pair(q.question, tuple(p.text for p in q.passages), STANCES[q.answer]) for q in asked]
    for path in sorted((data / "clinifact").glob("train*.jsonl*")):
        for row in lines(path):
            told = tuple(s.text for s in sentences(clinifact.record(row)))
            made.append(Pair(row["claim"], told, STANCES[clinifact.LABELS[row["label_name"]]]))
    return made


def trials(data: Path) -> Iterator[Pair]:
    """What the training prompts of Evidence Inference ask, as claims of each direction, beside the marked evidence."""
    for prompt in prompts(data, "train"):
        told = tuple(dict.fromkeys(prompt.evidence))[:2]
        for verb, label in VERBS.items() if told else ():
            one, other, outcome = prompt.asked
            claim = f"{one} {verb} {outcome} compared with {other}"
            yield Pair(claim, told, "supports" if prompt.label.value == label else "contradicts")


def _shortened(pair: Pair) -> Seen:
    seen = Seen.of(pair.claim, pair.source)
    kept = sorted(sorted(range(len(seen.lines)), key=lambda i: -seen.lines[i].cover)[:MOST_SENTENCES])
    return seen._replace(lines=[seen.lines[i] for i in kept], at=[seen.at[i] for i in kept])


def fit(rows: Sequence[dict[str, float]], labels: Sequence[object], c: float, weights: Sequence[float]) -> Linear:
    """A logistic regression over features that occur `RAREST` times at least."""
    vectoriser = DictVectorizer()
    table = vectoriser.fit_transform(rows)
    kept = np.flatnonzero(np.asarray((table != 0).sum(axis=0)).ravel() >= RAREST)
    names = vectoriser.get_feature_names_out()[kept]
    model = LogisticRegression(C=c, max_iter=300, tol=1e-3).fit(table[:, kept], labels, sample_weight=weights)
    classes = [str(k) for k in model.classes_] if len(model.classes_) > 2 else [str(model.classes_[1])]
    return Linear.fitted(classes, list(names), model.coef_.T, model.intercept_)


def ranker(shown: Sequence[Read]) -> Linear:
    """Marked sentences against the others of the same pairs."""
    told = [r for r in shown if any(r.marks)]
    rows, marks = [m for r in told for m in r.measures], [m for r in told for m in r.marks]
    return fit(rows, marks, RANKER_C, [1.0] * len(rows))


def scores(model: Linear, measures: Sequence[dict[str, float]]) -> list[float]:
    """The ranker's scores."""
    return [model.scores(m)[0] for m in measures]


def examples(row: Read, model: Linear) -> Iterator[Example]:
    """A pair as the judge sees it: whole, with its telling sentences alone, and with its words turned."""
    if row.seen.lines:
        scored = scores(model, row.measures)
        yield Example(row.seen.features(scored), row.pair.stance, 1.0)
        yield Example(row.short.features(scores(model, row.short.measures())), row.pair.stance, SHORT)
        for seen in row.turned:
            yield Example(seen.features(scored), CONTRARY[row.pair.stance], TURNED / len(row.turned))


def judge(made: Sequence[Example]) -> Linear:
    """The judge of stances. Rare stances weigh more, so that they are said as readily as frequent ones."""
    total = dict.fromkeys((e.stance for e in made), 0.0)
    for example in made:
        total[example.stance] += example.weight
    mean = sum(total.values()) / len(total)
    weights = [e.weight * (mean / total[e.stance]) ** EVEN for e in made]
    return fit([e.features for e in made], [e.stance for e in made], JUDGE_C, weights)


def more(data: Path, model: Linear) -> list[Example]:
    """The pairs of the other sets as the judge sees them."""
    weighed = [(OTHER, pair) for pair in others(data)] + [(TRIALS, pair) for pair in trials(data)]
    read_ = ((weight, pair, _shortened(pair)) for weight, pair in weighed)
    made = [
        Example(seen.features(scores(model, seen.measures())), pair.stance, weight)
        for weight, pair, seen in read_
        if seen.lines
    ]
    made += [example for pair in selftold.pairs(data) for example in _told(pair, model)]
    cases = ((pair, Seen.of(pair.claim, pair.source)) for pair in audited.pairs(data))
    return made + [
        Example(seen.features(scores(model, seen.measures())), pair.stance, AUDITED)
        for pair, seen in cases
        if seen.lines
    ]


def _told(pair: Pair, model: Linear) -> Iterator[Example]:
    """What an abstract claims of itself; a claim that it bears out also with one word turned."""
    seen = Seen.of(pair.claim, pair.source)
    if seen.lines:
        scored = scores(model, seen.measures())
        yield Example(seen.features(scored), pair.stance, TOLD)
        for other in list(_turned(seen))[:1] if pair.stance == "supports" else ():
            yield Example(other.features(scored), CONTRARY[pair.stance], TOLD)


class Fitted(NamedTuple):
    """The pairs with what the judge sees of each, by rankers fitted without the pair's fold, and the other sets'."""

    shown: list[Read]
    examples: list[list[Example]]
    added: list[Example]
    ranker: Linear
    """Fitted on all."""

    def judge(self, but: int | None = None) -> Linear:
        """The judge fitted on all folds, or on all but one."""
        told = zip(self.shown, self.examples, strict=True)
        return judge([e for row, made in told if row.fold != but for e in made] + self.added)


def fitted(pairs: Sequence[Pair], data: Path) -> Fitted:
    """Read and rank."""
    shown = read(pairs)
    made: dict[int, list[Example]] = {}
    for part in range(FOLDS):
        model = ranker([r for r in shown if r.fold != part])
        made |= {i: list(examples(r, model)) for i, r in enumerate(shown) if r.fold == part}
    whole = ranker(shown)
    return Fitted(shown, [made[i] for i in range(len(shown))], more(data, whole), whole)


def out_of_fold(read_: Fitted) -> list[str]:
    """For each pair the stance said by models fitted without its fold."""
    judges = [read_.judge(but=part) for part in range(FOLDS)]
    told = zip(read_.shown, read_.examples, strict=True)
    return [judges[row.fold].best(made[0].features) if made else "not enough" for row, made in told]


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    data = parser.parse_args().data
    pairs = _stances.scifact(data)
    made = fitted(pairs, data)
    told = [(p.stance, s) for p, s in zip(pairs, out_of_fold(made), strict=True)]
    right = sum(a == b for a, b in told) / len(told)
    print(f"out of fold: {len(told)} pairs, accuracy {right:.4f}, macro-F1 {macro_f1(told):.4f}", flush=True)
    place = Path(models.__file__).parent
    made.ranker.save(str(place / f"{bearing.RANKER}.npz"))
    made.judge().save(str(place / f"{bearing.JUDGE}.npz"))


if __name__ == "__main__":
    main()
