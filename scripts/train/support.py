"""Fit the models of `probatum.assess.audit.weighing` on the cases of benchmarks/audit_cases.

    python -m scripts.train.support [--data DIR] [--keep FILE] [--until SITTING]

Every case carries what the checks said of it when it was first shown to them: later they were mended while looking at
it, and what they say now would teach the model to trust them too much. For the same reason the model of effects is
fitted again without the articles of the cases. Prints figures out of fold (folds by the articles that cases share) at
several bounds and writes two .npz files beside `probatum.appraise.models`. Deterministic.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.audit import cited_articles
from benchmarks.prompts import articles, prompts
from probatum.appraise import models
from probatum.appraise.effects import judging
from probatum.appraise.models import Linear
from probatum.assess.audit import auditing, document, weighing
from probatum.assess.audit.case import Cited
from probatum.model import Record
from probatum.text import identifiers
from scripts.train import effects

ROOT: Final = Path(__file__).resolve().parents[2]
CASES: Final = ROOT / "benchmarks" / "audit_cases"
FOLDS, DRAWS, C, KIND_C = 10, 3, 0.015, 0.03
SHIPPED: Final = 10
"""The last sitting on whose cases the shipped models are fitted: with the two after it they were no better on cases
that neither had seen (docs/building/models/support.md)."""
LATEST: Final = 9
"""Sitting from which cases were shown to checks that are much like today's."""
ROUNDS: Final = 1000


class Row(NamedTuple):
    """A sentence with its key, what the checks first said of it, and its measures; none where it cites nothing."""

    group: int
    written: int
    true: bool
    category: str
    hard: str
    settled: bool
    """A check that is certain named a fault, or one named it on the other sentence of a contradiction."""
    flagged: bool
    unchecked: bool
    measures: Mapping[str, float] | None


class Held:
    """A shelf of some records."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = tuple(records)
        self.by = {str(i): r for r in records for i in r.identifiers}

    def get(self, identifier: str) -> Record | None:
        """The record of an identifier."""
        return self.by.get(identifier)

    def search(self, text: str, limit: int) -> Sequence[Record]:
        """Nothing."""
        return ()


def rows(data: Path) -> list[Row]:
    """The sentences of the cases that are true or flawed, in order."""
    texts = {p: p.with_suffix("").with_suffix(".md").read_text("utf-8") for p in sorted(CASES.glob("*.key.yaml"))}
    shelf = Held(cited_articles(data, texts.values()))
    groups = _groups([{str(i) for _, _, i in identifiers.find(text)} & shelf.by.keys() for text in texts.values()])
    made: list[Row] = []
    for (path, text), group in zip(texts.items(), groups, strict=True):
        key = yaml.safe_load(path.read_text("utf-8"))
        cases, _ = auditing.read(document.read(text), shelf)
        by = {" ".join(case.said.text.split()): case for case in cases}
        made += _of_case(key, by, group)
    return made


def _of_case(whole: Mapping[str, Any], by: Mapping[str, Cited], group: int) -> Iterator[Row]:
    told = {k["n"]: set(k.get("first_faults", ())) for k in whole["sentences"]}
    for key in whole["sentences"]:
        if key["label"] not in ("true", "flawed"):
            continue
        faults, doubts = told[key["n"]], key.get("first_doubts", ())
        other = (
            told.get(key.get("conflicts_with", 0), set()) if key.get("category") == "internal_contradiction" else set()
        )
        case = by[" ".join(key["text"].split())]
        spoken = [*((name, True) for name in sorted(faults)), *((name, False) for name in doubts)]
        yield Row(
            group,
            whole["written"],
            key["label"] == "true",
            key.get("category", ""),
            key.get("hard", ""),
            bool(other or faults - weighing.WEIGHED),
            bool(other or faults),
            bool(doubts) or not case.sources,
            weighing.features(case, spoken) if weighing.asked(case) else None,
        )


def _groups(cited: Sequence[set[str]]) -> list[int]:
    """A number for each case; cases that share an article, straight or by others, have the same."""
    number = list(range(len(cited)))
    for at, mine in enumerate(cited):
        for before in range(at):
            if mine & cited[before]:
                old, new = number[at], number[before]
                number = [new if n == old else n for n in number]
    return number


def without(data: Path, barred: set[str]) -> tuple[Linear, Linear]:
    """The models of effects fitted without some articles: ranker and judge."""
    asked = [p for p in prompts(data, "train") if p.article not in barred]
    records = articles(data, {p.article for p in asked})
    told = list(effects.rows([p for p in asked if p.article in records], records))
    shown = []
    for fold in range(effects.OUT_OF_FOLD):
        model = effects.ranker([r for r in told if r.fold != fold])
        shown += [(r, *effects.seen(r, records[r.prompt.article], model)) for r in told if r.fold == fold]
    return effects.ranker(told), effects.judge(shown)


def fit(
    measures: Sequence[Mapping[str, float]], labels: Sequence[str], c: float, classes: Sequence[str] = ()
) -> Linear:
    """A logistic regression over standardised measures, written so that bare measures are weighed."""
    names = sorted({name for m in measures for name in m})
    table = np.array([[m.get(name, 0.0) for name in names] for m in measures])
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread < _CONSTANT] = 1.0
    model = LogisticRegression(C=c, max_iter=2000).fit((table - mean) / spread, list(labels))
    told = [str(k) for k in model.classes_] if len(model.classes_) > 2 else [str(model.classes_[1])]
    bare = model.coef_.T / spread[:, None]
    return Linear.fitted(told, names, bare, model.intercept_ - mean @ bare)


_CONSTANT: Final = 1e-9


def chances(told: Sequence[Row]) -> npt.NDArray[np.float64]:
    """The chance of a fault of each row out of fold, the mean of DRAWS ways to part the groups; NaN where none is."""
    made = np.zeros(len(told))
    groups = sorted({r.group for r in told})
    for draw in range(DRAWS):
        order = random.Random(draw).sample(groups, len(groups))
        fold = {group: at % FOLDS for at, group in enumerate(order)}
        for out in range(FOLDS):
            shown = [r for r in told if fold[r.group] != out and r.measures is not None]
            model = fit([r.measures or {} for r in shown], [_label(r) for r in shown], C)
            for at, row in enumerate(told):
                if fold[row.group] == out:
                    made[at] += model.probabilities(row.measures)["faulty"] if row.measures is not None else np.nan
    return made / DRAWS


def _label(row: Row) -> str:
    return "correct" if row.true else "faulty"


def kinds(told: Sequence[Row]) -> list[str]:
    """The likeliest kind of fault of each row out of fold."""
    made = [""] * len(told)
    for out in range(FOLDS):
        shown = [r for r in told if r.group % FOLDS != out and r.measures is not None and not r.true and _sourced(r)]
        model = fit([r.measures or {} for r in shown], [r.category for r in shown], KIND_C)
        for at, row in enumerate(told):
            if row.group % FOLDS == out and row.measures is not None:
                made[at] = model.best(row.measures)
    return made


def _sourced(row: Row) -> bool:
    """True of a kind of fault that a source shows."""
    return row.category not in ("citation_fabricated", "dose_step_empty_or_contradictory", "internal_contradiction")


def report(told: Sequence[Row]) -> None:
    """Figures out of fold at several bounds, with intervals from resampled groups."""
    chance, kind = chances(told), kinds(told)
    flawed = [i for i, r in enumerate(told) if not r.true]
    true = [i for i, r in enumerate(told) if r.true]

    def flagged(at: int, bound: float) -> bool:
        row = told[at]
        return row.settled or (row.flagged if row.measures is None else chance[at] >= bound)

    def unchecked(at: int, bound: float) -> bool:
        row = told[at]
        doubted = row.unchecked or row.flagged or (row.measures is not None and chance[at] >= weighing.DOUBT)
        return not flagged(at, bound) and doubted

    print(f"{len(told)} sentences, {len(flawed)} flawed, {len({r.group for r in told})} groups of cases")
    print(
        f"checks alone: flagged {_mean([told[i].flagged for i in flawed]):.3f} "
        f"false alarms {_mean([told[i].flagged for i in true]):.3f}"
    )
    for bound in (0.6, 0.64, 0.66, 0.68, 0.7, 0.72, 0.76, 0.8):
        found = [float(flagged(i, bound)) for i in range(len(told))]
        left = [float(unchecked(i, bound)) for i in range(len(told))]
        alone = [kind[i] == told[i].category for i in flawed if found[i] and not told[i].flagged]
        late = [[found[i] for i in places if told[i].written >= LATEST] for places in (flawed, true)]
        print(
            f"bound {bound}: flagged {_interval(told, found, flawed)} false alarms {_interval(told, found, true)} "
            f"not checked of true {_interval(told, left, true)}; of the latest cases flagged {_mean(late[0]):.3f}, "
            f"false alarms {_mean(late[1]):.3f}; kind right of {len(alone)} that no check found {_mean(alone):.3f}"
        )


def _mean(values: Sequence[Any]) -> float:
    return sum(values) / len(values) if values else 0.0


def _interval(told: Sequence[Row], values: Sequence[float], places: Sequence[int]) -> str:
    """The mean over some rows, with 95 % of the means when groups of cases are drawn anew."""
    groups = sorted({r.group for r in told})
    held = {g: [values[i] for i in places if told[i].group == g] for g in groups}
    chance = random.Random(1)
    means = sorted(_mean([v for g in chance.choices(groups, k=len(groups)) for v in held[g]]) for _ in range(ROUNDS))
    low, high = means[int(0.025 * ROUNDS)], means[int(0.975 * ROUNDS) - 1]
    return f"{_mean([values[i] for i in places]):.3f} ({low:.3f} to {high:.3f})"


def _written(case: Path) -> int:
    """The sitting in which a case was written."""
    return int(yaml.safe_load(case.with_suffix(".key.yaml").read_text("utf-8"))["written"])


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    parser.add_argument("--keep", type=Path, help="file in which the models of effects are kept for the next run")
    parser.add_argument("--until", type=int, default=SHIPPED, help="the last sitting whose cases are fitted on")
    told = parser.parse_args()
    shown_to = [p for p in CASES.glob("case-*.md") if _written(p) <= told.until]
    barred = {i.value for p in shown_to for _, _, i in identifiers.find(p.read_text("utf-8"))}
    pair = pickle.loads(told.keep.read_bytes()) if told.keep and told.keep.is_file() else without(told.data, barred)
    if told.keep:
        told.keep.write_bytes(pickle.dumps(pair))
    shipped = Linear.load
    put = {judging.RANKER: pair[0], judging.JUDGE: pair[1]}
    Linear.load = lambda name: put.get(name) or shipped(name)  # type: ignore[method-assign, assignment]
    shown = [row for row in rows(told.data) if row.written <= told.until]
    Linear.load = shipped  # type: ignore[method-assign]
    report(shown)
    place = Path(models.__file__).parent
    fitted = [r for r in shown if r.measures is not None]
    fit([r.measures or {} for r in fitted], [_label(r) for r in fitted], C).save(str(place / f"{weighing.MODEL}.npz"))
    flawed = [r for r in fitted if not r.true and _sourced(r)]
    fit([r.measures or {} for r in flawed], [r.category for r in flawed], KIND_C).save(
        str(place / f"{weighing.KIND}.npz")
    )


if __name__ == "__main__":
    main()
