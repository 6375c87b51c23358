"""Fit the models of `probatum.assess.audit.weighing` on the cases of benchmarks/audit_cases.

    python -m scripts.train.support [--data DIR]

Every case carries what the checks said of it when it was first shown to them: later they were mended while looking at
it, and what they say now would teach the model to trust them too much. Prints figures out of fold, a fold being all
cases of one set, written by one hand, with the bound chosen on the other sets, and writes two .npz files beside
`probatum.appraise.models`. Deterministic.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.audit import cited_abstracts, cited_articles
from probatum.appraise import models
from probatum.appraise.models import Linear
from probatum.assess.audit import auditing, document, weighing
from probatum.assess.audit.case import Cited
from probatum.model import Record
from probatum.text import identifiers

ROOT: Final = Path(__file__).resolve().parents[2]
CASES: Final = ROOT / "benchmarks" / "audit_cases"
C, KIND_C = 0.01, 0.03
OWN: Final = 12
"""The last sitting of the writers of the software; each later one is a set by somebody who had not seen it."""
OWN_LATER: Final = frozenset((22, 23))
"""Later sittings of those who wrote rules."""
ASIDE: Final = frozenset((25, 26, 27, 28, 29, 30, 31))
"""Sittings that were opened when all was decided: they are shown to no fit."""
BOUNDS: Final = tuple(n / 100 for n in range(40, 96))
ALARMS: Final = 0.085
"""Share of true sentences that may be flagged in the sets on which a bound is chosen."""
ROUNDS: Final = 1000


class Row(NamedTuple):
    """A sentence with its key, what the checks first said of it, and its measures; none where it cites nothing."""

    case: str
    group: int
    written: int
    text: str
    true: bool
    category: str
    hard: str
    settled: bool
    """A check that is certain named a fault, or one named it on the other sentence of a contradiction."""
    flagged: bool
    unchecked: bool
    measures: Mapping[str, float] | None


Saying = Callable[[Cited], tuple[frozenset[str], frozenset[str]]]
"""Names of the checks that name a fault of a sentence, and of those that only doubt it."""


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


def rows(data: Path, said: Saying | None = None, aside: frozenset[int] = ASIDE) -> list[Row]:
    """The sentences of the cases that are true or flawed, in order, without those of the sittings `aside`. `said` tells
    what the checks say of a sentence; without it they are taken at their word of the first look."""
    texts = {p: p.with_suffix("").with_suffix(".md").read_text("utf-8") for p in sorted(CASES.glob("*.key.yaml"))}
    shelf = Held([*cited_articles(data, texts.values()), *cited_abstracts(data, texts.values())])
    groups = _groups([{str(i) for _, _, i in identifiers.find(text)} & shelf.by.keys() for text in texts.values()])
    made: list[Row] = []
    for (path, text), group in zip(texts.items(), groups, strict=True):
        key = yaml.safe_load(path.read_text("utf-8"))
        if key["written"] in aside:
            continue
        cases, _ = auditing.read(document.read(text), shelf)
        by = {" ".join(case.said.text.split()): case for case in cases}
        made += _of_case(key, by, group, said)
    return made


def _of_case(whole: Mapping[str, Any], by: Mapping[str, Cited], group: int, said: Saying | None) -> Iterator[Row]:
    keys = {k["n"]: k for k in whole["sentences"]}
    if said is None:
        spoken = {
            n: (frozenset(k.get("first_faults", ())), frozenset(k.get("first_doubts", ()))) for n, k in keys.items()
        }
    else:
        spoken = {n: said(by[" ".join(k["text"].split())]) for n, k in keys.items()}
    for n, key in keys.items():
        if key["label"] not in ("true", "flawed"):
            continue
        faults, doubts = spoken[n]
        paired = key.get("category") == "internal_contradiction"
        other = spoken[key["conflicts_with"]][0] if paired and key.get("conflicts_with") else frozenset()
        case = by[" ".join(key["text"].split())]
        told = [*((name, True) for name in sorted(faults)), *((name, False) for name in sorted(doubts))]
        yield Row(
            whole["case"],
            group,
            whole["written"],
            case.text,
            key["label"] == "true",
            key.get("category", ""),
            key.get("hard", ""),
            bool(other or faults - weighing.WEIGHED),
            bool(other or faults),
            bool(doubts) or not case.sources,
            weighing.features(case, told) if weighing.asked(case) else None,
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


def fit(measures: Sequence[Mapping[str, float]], labels: Sequence[str], c: float) -> Linear:
    """A logistic regression over standardised measures, written so that bare measures are weighed.

    Of two classes no check may speak for a sentence by naming a fault of it: those that would are left out, one fit
    after another, until none does.
    """
    names = sorted({name for m in measures for name in m})
    while True:
        table = np.array([[m.get(name, 0.0) for name in names] for m in measures])
        mean, spread = table.mean(axis=0), np.maximum(table.std(axis=0), LEAST_SPREAD)
        model = LogisticRegression(C=c, max_iter=2000).fit((table - mean) / spread, list(labels))
        told = [str(k) for k in model.classes_] if len(model.classes_) > 2 else [str(model.classes_[1])]
        against = {n for n, w in zip(names, model.coef_[0], strict=True) if w < 0 and n.startswith(("check", "doubt"))}
        if len(told) > 1 or not against:
            break
        names = [n for n in names if n not in against]
    bare = model.coef_.T / spread[:, None]
    return Linear.fitted(told, names, bare, model.intercept_ - mean @ bare)


LEAST_SPREAD: Final = 0.1
"""Spread that a measure is taken to have at least: what a handful of sentences show weighs little."""


def chances(told: Sequence[Row]) -> npt.NDArray[np.float64]:
    """The chance of a fault of each row by a model that saw no case of its set; NaN where none is asked."""
    made = np.full(len(told), np.nan)
    for out in sorted({_set(r) for r in told}):
        shown = [r for r in told if _set(r) != out and r.measures is not None]
        model = fit([r.measures or {} for r in shown], [label(r) for r in shown], C)
        for at, row in enumerate(told):
            if _set(row) == out and row.measures is not None:
                made[at] = model.probabilities(row.measures)["faulty"]
    return made


def _set(row: Row) -> int:
    return OWN if row.written in OWN_LATER else max(row.written, OWN)


def label(row: Row) -> str:
    """What a model is taught to call it."""
    return "correct" if row.true else "faulty"


def kinds(told: Sequence[Row]) -> list[str]:
    """The likeliest kind of fault of each row by a model that saw no case of its set."""
    made = [""] * len(told)
    for out in sorted({_set(r) for r in told}):
        shown = [r for r in told if _set(r) != out and r.measures is not None and not r.true and _sourced(r)]
        model = fit([r.measures or {} for r in shown], [r.category for r in shown], KIND_C)
        for at, row in enumerate(told):
            if _set(row) == out and row.measures is not None:
                made[at] = model.best(row.measures)
    return made


def _sourced(row: Row) -> bool:
    """True of a kind of fault that a source shows."""
    return row.category not in ("citation_fabricated", "dose_step_empty_or_contradictory", "internal_contradiction")


_LESS: Final = weighing.FAULT - weighing.NAMED


def report(told: Sequence[Row]) -> None:
    """Figures of every set that somebody else wrote, each at the bound that is right on the others."""
    chance, kind = chances(told), kinds(told)
    others = sorted({_set(r) for r in told} - {OWN})

    def flagged(at: int, bound: float) -> bool:
        row = told[at]
        if row.settled or row.measures is None:
            return row.settled or row.flagged
        lower = _LESS * row.flagged + weighing.FAULT - weighing.bound(row.measures)
        return bool(chance[at] >= bound - lower)

    def unchecked(at: int, bound: float) -> bool:
        row = told[at]
        doubted = row.unchecked or row.flagged or (row.measures is not None and chance[at] >= weighing.DOUBT)
        return not flagged(at, bound) and doubted

    def bound_without(out: int) -> float:
        true = [i for i, r in enumerate(told) if r.true and _set(r) in others and _set(r) != out]
        return next((b for b in BOUNDS if _mean([flagged(i, b) for i in true]) <= ALARMS), BOUNDS[-1])

    shown = [i for i, r in enumerate(told) if _set(r) in others]
    bounds = {out: bound_without(out) for out in others}
    found = [float(flagged(i, bounds.get(_set(r), 1.0))) for i, r in enumerate(told)]
    left = [float(unchecked(i, bounds.get(_set(r), 1.0))) for i, r in enumerate(told)]
    print(f"{len(told)} sentences, {len(shown)} of sets by others; bound on all of them {bound_without(0)}")
    for out in (*others, 0):
        places = [i for i in shown if out in (0, _set(told[i]))]
        flawed = [i for i in places if not told[i].true]
        true = [i for i in places if told[i].true]
        alone = [kind[i] == told[i].category for i in flawed if found[i] and not told[i].flagged]
        print(
            f"set {out or 'all'} bound {bounds.get(out, 0)}: flagged {_interval(told, found, flawed)} false alarms "
            f"{_interval(told, found, true)} not checked of true {_interval(told, left, true)}; checks alone "
            f"{_mean([told[i].flagged for i in flawed]):.3f} and {_mean([told[i].flagged for i in true]):.3f}; kind "
            f"right of {len(alone)} that no check found {_mean(alone):.3f}"
        )


def _mean(values: Sequence[Any]) -> float:
    return sum(values) / len(values) if values else 0.0


def _interval(told: Sequence[Row], values: Sequence[float], places: Sequence[int]) -> str:
    return interval([(told[i].group, values[i]) for i in places])


def interval(values: Sequence[tuple[object, float]]) -> str:
    """The mean of values with what each belongs to, and 95 % of the means when these are drawn anew (Efron 1979)."""
    held: dict[object, list[float]] = {}
    for of, value in values:
        held.setdefault(of, []).append(value)
    owners, chance = sorted(held, key=str), random.Random(1)
    drawn = (chance.choices(owners, k=len(owners)) for _ in range(ROUNDS if owners else 0))
    means = sorted(_mean([v for of in draw for v in held[of]]) for draw in drawn) or [0.0]
    low, high = means[int(0.025 * len(means))], means[max(0, int(0.975 * len(means)) - 1)]
    return f"{_mean([v for _, v in values]):.3f} ({low:.3f} to {high:.3f})"


def main() -> None:
    """Fit, print, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    shown = rows(parser.parse_args().data)
    report(shown)
    place = Path(models.__file__).parent
    fitted = [r for r in shown if r.measures is not None]
    fit([r.measures or {} for r in fitted], [label(r) for r in fitted], C).save(str(place / f"{weighing.MODEL}.npz"))
    flawed = [r for r in fitted if not r.true and _sourced(r)]
    fit([r.measures or {} for r in flawed], [r.category for r in flawed], KIND_C).save(
        str(place / f"{weighing.KIND}.npz")
    )


if __name__ == "__main__":
    main()
