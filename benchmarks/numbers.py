"""`numbers`: the 2x2 counts or the mean, SD and n of both arms, out of full texts, all right or wrong.

Rows are those of the meta-analysis extractions whose data are complete and whose full text is at hand. A row on which
the reader abstains is a miss; a wrong row costs precision. All figures are at the one threshold `rows.SURE`.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks import Benchmark, Result
from benchmarks.data import evaluation, interval
from probatum.acquire.formats.jats import FORMAT
from probatum.appraise import rows
from probatum.appraise.rows import confidence
from probatum.model import Record

RIDGE: Final = 3.0
CURVE: Final = (0.5, 0.6, 0.7, 0.8, 0.9)
PRECISIONS: Final = (0.75, 0.80, 0.85, 0.90)
_NAMES: Final = {
    "binary": ("events", "group_size"),
    "continuous": ("mean", "standard_deviation", "group_size"),
}


FAULTY: Final = {
    "PMC3687098": "rates per 100 patient-years taken for percentages of people",
    "PMC3546023": "arms exchanged where one arm is compared with itself before, 30 people entered for a column of 20",
    "PMC4215531": "another treatment's values entered as those before treatment",
    "PMC4319071": "0.13 x sqrt(456) entered as 2.76",
    "PMC4879328": "the row of weight entered for waist circumference",
    "PMC4987981": "values before treatment entered as results",
    "PMC5154016": "30 people entered for a group of 32",
    "PMC5617873": "arms exchanged, standard errors entered as standard deviations",
}
"""Articles in which the experts' rows that the reader contradicts are at fault, read by eye: such rows are left out of
the fit of the confidence, and of nothing else."""


class Row(NamedTuple):
    """One row asked for: its article, what was found, and whether all its numbers are right."""

    pmcid: str
    kind: str
    found: rows.RowFound | None
    right: bool


def asked(data: Path) -> list[dict[str, Any]]:
    """The rows with complete data and a full text."""
    found = evaluation(data / "meta-analysis")
    return [row for row in found if row["is_data_complete"] and row["jats_archive"]]


def articles(data: Path, wanted: set[str]) -> Iterator[Record]:
    """The wanted articles of the archives."""
    for path in sorted((data / "evidence-inference").glob("articles*.tar.xz")):
        with tarfile.open(path) as archive:
            for member in archive:
                name = member.name.rsplit("/", 1)[-1].split(".")[0]
                content = archive.extractfile(member) if name in wanted else None
                if content is not None:
                    wanted.discard(name)
                    yield from (r for r in FORMAT.read(io.BytesIO(content.read()), name) if isinstance(r, Record))


def true_numbers(row: dict[str, Any]) -> list[str]:
    """The numbers of a row as the experts wrote them, without thousands separators."""
    named = [f"{arm}_{name}" for arm in ("intervention", "comparator") for name in _NAMES[row["outcome_type"]]]
    return [str(row[name]).replace(",", "") for name in named]


def found_numbers(found: rows.RowFound) -> list[float]:
    """The same numbers as they were found."""
    parts = ("events", "n") if found.kind is rows.Kind.BINARY else ("mean", "sd", "n")
    numbers = [getattr(arm, part) for arm in (found.intervention, found.comparator) for part in parts]
    return [number.value for number in numbers]


def right(row: dict[str, Any], found: rows.RowFound | None) -> bool:
    """True when every number is the expert's, as far as the expert wrote it (calculated ones are rounded)."""
    if found is None:
        return False
    pairs = zip(true_numbers(row), found_numbers(found), strict=True)
    return all(abs(float(true) - value) <= 0.5 * 10.0 ** -_decimals(true) + 1e-6 for true, value in pairs)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2].rstrip("0"))


def read(data: Path) -> tuple[list[Row], list[str]]:
    """All rows read; the articles that the archives lack."""
    wanted = asked(data)
    missing = {row["pmcid"] for row in wanted}
    made = []
    for record in articles(data, missing):
        pmcid = record.identifier("pmcid") or ""
        look = rows.Look(record)
        for row in wanted:
            if row["pmcid"] != pmcid:
                continue
            ask = rows.RowAsked(row["intervention"], row["comparator"], row["outcome"], rows.Kind(row["outcome_type"]))
            found = rows.find(record, ask, look=look)
            made.append(Row(pmcid, row["outcome_type"], found, right(row, found)))
    return made, sorted(missing)


def fit(made: Sequence[Row]) -> dict[str, float]:
    """Weights of the confidence by ridge logistic regression (Newton's method); one row of an article counts less, the
    more rows the article has."""
    used = [row for row in made if row.found is not None and (row.right or row.pmcid not in FAULTY)]
    inputs = np.array([_inputs(row) for row in used])
    truth = np.array([float(row.right) for row in used])
    articles_of = [row.pmcid for row in used]
    each = np.array([1.0 / np.sqrt(articles_of.count(name)) for name in articles_of])
    spread = inputs.std(axis=0)
    spread[spread == 0] = 1.0  # the intercept
    inputs = inputs / spread
    weights = np.zeros(inputs.shape[1])
    ridge = np.full(inputs.shape[1], RIDGE)
    ridge[0] = 1e-3
    for _ in range(50):
        chance = 1.0 / (1.0 + np.exp(-inputs @ weights))
        slope = inputs.T @ (each * (truth - chance)) - ridge * weights
        curve = (inputs * (each * chance * (1 - chance))[:, None]).T @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-9:
            break
    return dict(zip(confidence.SIGNALS, (float(w) for w in weights / spread), strict=True))


def _inputs(row: Row) -> list[float]:
    assert row.found is not None
    return confidence.inputs(row.found.kind, dict(row.found.features))


def chances(made: Sequence[Row], digest: str) -> tuple[list[float], str]:
    """The confidence of every row: of the shipped weights; on the rows that these were fitted on, of weights fitted
    without the row's article."""
    if digest != confidence.fitted_on():
        return [row.found.confidence if row.found else 0.0 for row in made], "the shipped weights"
    return out_of_fold(made), "fitted on all other articles, since the shipped weights were fitted here"


def out_of_fold(made: Sequence[Row]) -> list[float]:
    """The confidence of every row, of weights fitted on all other articles."""
    found = [0.0] * len(made)
    for name in sorted({row.pmcid for row in made}):
        weights = fit([row for row in made if row.pmcid != name])
        for place, row in enumerate(made):
            if row.pmcid == name and row.found is not None:
                found[place] = confidence.of(row.found.kind, dict(row.found.features), weights)
    return found


def digest_of(data: Path) -> str:
    """Digest of the evaluation rows."""
    text = json.dumps(evaluation(data / "meta-analysis"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def run(data: Path) -> Result:
    """Exact rows by kind and the precision of what is returned, at the shipped threshold."""
    if not asked(data):
        return Result({}, missing=["meta-analysis/eval*.jsonl"])
    made, missing = read(data)
    sure, how = chances(made, digest_of(data))
    returned = [chance >= rows.SURE for chance in sure]
    metrics: dict[str, float] = {}
    for kind in _NAMES:
        hits = [float(r and row.right) for row, r in zip(made, returned, strict=True) if row.kind == kind]
        if not hits:
            continue
        metrics[f"exact_{kind}"] = sum(hits) / len(hits)
        metrics[f"exact_{kind}_low"], metrics[f"exact_{kind}_high"] = interval(hits)
        metrics[f"{kind}_rows"] = len(hits)
        metrics[f"best_guess_{kind}"] = sum(row.right for row in made if row.kind == kind) / len(hits)
    judged = [float(row.right) for row, r in zip(made, returned, strict=True) if r]
    metrics["precision"] = sum(judged) / len(judged) if judged else 0.0
    metrics["precision_low"], metrics["precision_high"] = interval(judged)
    metrics["returned"] = len(judged)
    sound = [row for row, r in zip(made, returned, strict=True) if r and (row.right or row.pmcid not in FAULTY)]
    if len(sound) < len(judged):
        metrics["precision_without_faulty"] = sum(row.right for row in sound) / len(sound)
    metrics |= _traded(made, sure)
    for threshold in CURVE:
        kept = [row for row, chance in zip(made, sure, strict=True) if chance >= threshold]
        if kept:
            metrics[f"precision_at_{threshold}"] = sum(row.right for row in kept) / len(kept)
            metrics[f"returned_at_{threshold}"] = len(kept)
    metrics["articles"] = len({row.pmcid for row in made})
    notes = [f"Confidence by {how}; threshold {rows.SURE}. best_guess: right rows if every row were returned."]
    return Result(metrics, [f"full text of {name}" for name in missing], notes)


def _traded(made: Sequence[Row], sure: Sequence[float]) -> dict[str, float]:
    """What could be returned at each precision, were the threshold set with these rows in view: of all rows, and of
    those whose reference is not known to be at fault."""
    found: dict[str, float] = {}
    sound = [place for place, row in enumerate(made) if row.right or row.pmcid not in FAULTY]
    for name, places in (("", list(range(len(made)))), ("_without_faulty", sound)):
        if name and len(sound) == len(made):
            continue
        order = sorted(places, key=lambda place: -sure[place])
        hits = np.cumsum([made[place].right for place in order])
        for least in PRECISIONS:
            kept = [k + 1 for k in range(len(order)) if hits[k] >= least * (k + 1)]
            returned = [made[place] for place in order[: max(kept, default=0)]]
            for kind in _NAMES:
                total = sum(row.kind == kind for row in made)
                right_ones = sum(row.kind == kind and row.right for row in returned)
                if total:
                    found[f"{kind}_at_precision_{least}{name}"] = right_ones / total
    return found


BENCHMARK = Benchmark("numbers", "Both arms' numbers of a meta-analysis row, all exact, from the full text", run)
