"""Do our meta-analyses agree with R's metafor? Every column of every fit, to relative 1e-6 or absolute 1e-9.

A fit counts when all of its columns that are not NA agree. The references name a data set, a measure and a method;
how the columns of a data set are read is left to `probatum.appraise.pooling.columns`.

A reference whose Knapp-Hartung columns repeat its Wald columns digit for digit holds no Knapp-Hartung test: one uses t
and the observed spread, the other z, so that interval and p cannot both be equal. Those columns are taken as NA, each
such fit is named in a note, and `matched_strict` counts it as not matched.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import open_text
from benchmarks.measures import summary
from probatum.appraise.pooling import asymmetry, effects, inverse, stratified
from probatum.appraise.pooling.columns import Table
from probatum.model import Measure

RELATIVE, ABSOLUTE = 1e-6, 1e-9
MEASURES = {
    "OR": Measure.ODDS_RATIO,
    "RR": Measure.RISK_RATIO,
    "RD": Measure.RISK_DIFFERENCE,
    "MD": Measure.MEAN_DIFFERENCE,
    "SMD": Measure.SMD,
}
KEYS = ("dataset", "measure", "method")
WALD = ("ci_lb", "ci_ub", "pval")
ADJUSTED = ("knha_lb", "knha_ub", "knha_p")


def run(data: Path) -> Result:
    """Fit again what `metafor_reference.csv` and `metafor_mh_peto*.csv` hold, from the data sets in `csv/`."""
    folder = data / "pooling"
    paths = [folder / "metafor_reference.csv", *sorted(folder.glob("metafor_mh_peto*.csv"))]
    missing = [f"pooling/{path.name}" for path in paths if not path.is_file()]
    if len(paths) == 1:
        missing.append("pooling/metafor_mh_peto*.csv")
    matched: list[float] = []
    strict: list[float] = []
    notes: list[str] = []
    by_method: Counter[str] = Counter()
    for path in paths:
        for wanted in rows(path) if path.is_file() else ():
            table = folder / "csv" / f"{wanted['dataset']}.csv"
            if not table.is_file():
                missing.append(f"pooling/csv/{table.name}")
                continue
            name = " ".join(wanted[key] for key in KEYS)
            found = refit(table, wanted["measure"], wanted["method"])
            strict.append(float(not differing(wanted, found)))
            if repeats_wald(wanted):
                wanted = {column: "NA" if column in ADJUSTED else value for column, value in wanted.items()}
                notes.append(f"{name}: the reference repeats Wald's columns as Knapp-Hartung's; taken as NA")
            wrong = differing(wanted, found)
            matched.append(float(not wrong))
            by_method[wanted["method"]] += 1
            if wrong:
                notes.append(f"{name}: {', '.join(wrong)}")
    if not matched:
        return Result({}, sorted(set(missing)))
    notes.append("Fits by method: " + ", ".join(f"{name} {count}" for name, count in sorted(by_method.items())))
    metrics = {"fits": len(matched), **summary("matched", matched), "matched_strict": sum(strict) / len(strict)}
    return Result(metrics, sorted(set(missing)), notes)


def repeats_wald(wanted: dict[str, str]) -> bool:
    """Whether the Knapp-Hartung columns are the Wald columns over again."""
    held = [(wanted.get(one, ""), wanted.get(other, "")) for one, other in zip(ADJUSTED, WALD, strict=True)]
    return all(one == other and one not in ("NA", "") for one, other in held)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with open_text(path) as file:
        return list(csv.DictReader(file))


def refit(path: Path, measure: str, method: str) -> dict[str, float]:
    """All that a reference holds of a fit, computed by us; NaN for what we do not give."""
    held = rows(path)
    table = Table(list(held[0]) if held else [], held)
    counts, means = table.counts(), table.means()
    if method in (stratified.MANTEL_HAENSZEL, stratified.PETO):
        if counts is None:
            return {}
        made = stratified.peto(counts) if method == "PETO" else stratified.mantel_haenszel(MEASURES[measure], counts)
        return told(made) if made else {}
    found: effects.Effects | None = None
    if measure == "GEN":
        found = table.effects()
    elif measure in ("OR", "RR", "RD") and counts is not None:
        found = effects.counts_effects(MEASURES[measure], counts)
    elif measure in ("MD", "SMD") and means is not None:
        found = effects.means_effects(MEASURES[measure], means)
    if found is None or not found.usable.any():
        return {}
    y, v = found.y[found.usable], found.v[found.usable]
    adjusted = inverse.fit(y, v, method, hartung_knapp=True).estimate
    slope = asymmetry.egger(y, v, method)
    return {
        **told(inverse.fit(y, v, method)),
        "knha_lb": adjusted.low,
        "knha_ub": adjusted.high,
        "knha_p": adjusted.p,
        "egger_z": slope.statistic if slope else math.nan,
        "egger_p": slope.p if slope else math.nan,
    }


def told(fit: inverse.Fit) -> dict[str, float]:
    """A fit under the names of the reference."""
    low, high = fit.prediction or (math.nan, math.nan)
    return {
        "k": fit.k,
        "b": fit.estimate.value,
        "se": fit.estimate.se,
        "ci_lb": fit.estimate.low,
        "ci_ub": fit.estimate.high,
        "pval": fit.estimate.p,
        "tau2": fit.tau2,
        "I2": fit.i2,
        "H2": fit.h2,
        "Q": fit.q,
        "Qp": fit.q_p,
        "pi_lb": low,
        "pi_ub": high,
    }


def differing(wanted: dict[str, str], found: dict[str, float]) -> list[str]:
    """The columns that do not agree, with both values."""
    return [
        f"{name} {found.get(name, math.nan):.10g} for {value}"
        for name, value in wanted.items()
        if name not in KEYS and value not in ("NA", "") and not agrees(found.get(name, math.nan), float(value))
    ]


def agrees(found: float, wanted: float) -> bool:
    """To relative 1e-6 or absolute 1e-9; NaN agrees with nothing."""
    return abs(found - wanted) <= max(ABSOLUTE, RELATIVE * abs(wanted))


BENCHMARK = Benchmark("pooling", "Meta-analyses that agree with R's metafor in every column, to 1e-6.", run)
