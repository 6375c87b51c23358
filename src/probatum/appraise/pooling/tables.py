"""Rows from a table of studies, such as a CSV file: labels, and for each study what its columns give."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from probatum.appraise.pooling.analysis import RATIOS
from probatum.appraise.pooling.columns import Table
from probatum.appraise.pooling.conversions import se_from_interval
from probatum.appraise.pooling.rows import Row
from probatum.model import Measure, PooledArm

LABELS: Final = ("study", "label", "trial", "author", "authors", "name", "source", "title", "id")

_Cells = Mapping[str, str | None]


def read_rows(header: Sequence[str], cells: Sequence[_Cells], measure: Measure | None = None) -> list[Row]:
    """One row a study.

    `measure` says what estimates are: those with an interval are taken to logarithms for ratios, those with a variance
    or standard error stand as they are, on the scale of pooling.
    """
    table = Table(header, cells)
    labels = _labels(header, cells)
    arms = _arms(table, len(cells))
    estimates = _estimates(table, len(cells), measure)
    return [
        Row(label, arms=pair, y=y, se=se, measure=measure if y is not None else None)
        for label, pair, (y, se) in zip(labels, arms, estimates, strict=True)
    ]


def _labels(header: Sequence[str], cells: Sequence[_Cells]) -> list[str]:
    plain = {name.strip().lower(): name for name in header}
    known = [plain[label] for label in LABELS if label in plain]
    name = next((n for n in known if not all((row.get(n) or "").strip().isdigit() for row in cells)), None)
    name = name or next(iter(known), None)
    year = plain.get("year")
    made = []
    for at, row in enumerate(cells, 1):
        said = (row.get(name) or "").strip() if name else ""
        when = (row.get(year) or "").strip() if year else ""
        said = said or f"Study {at}"
        made.append(f"{said} {when}".strip() if when and when not in said else said)
    return made


def _arms(table: Table, size: int) -> list[tuple[PooledArm, PooledArm] | None]:
    counts, means = table.counts(), table.means()
    made: list[tuple[PooledArm, PooledArm] | None] = [None] * size
    if counts is not None:
        for at, (events1, n1, events2, n2) in enumerate(zip(*(c.tolist() for c in counts), strict=True)):
            if not any(math.isnan(x) for x in (events1, n1, events2, n2)):
                made[at] = (PooledArm(n=n1, events=events1), PooledArm(n=n2, events=events2))
    if means is not None:
        for at, (m1, s1, n1, m2, s2, n2) in enumerate(zip(*(c.tolist() for c in means), strict=True)):
            if not any(math.isnan(x) for x in (m1, s1, n1, m2, s2, n2)):
                made[at] = (PooledArm(n=n1, mean=m1, sd=s1), PooledArm(n=n2, mean=m2, sd=s2))
    return made


def _estimates(table: Table, size: int, measure: Measure | None) -> list[tuple[float | None, float | None]]:
    effects = table.effects()
    if effects is not None:
        pairs = zip(effects.y.tolist(), effects.v.tolist(), effects.usable.tolist(), strict=True)
        return [(y, math.sqrt(v)) if good else (None, None) for y, v, good in pairs]
    if not all(name in table.found for name in ("y", "low", "high")):
        return [(None, None)] * size
    columns = (table.column(name).tolist() for name in ("y", "low", "high"))
    return [_of_interval(*told, ratio=measure in RATIOS) for told in zip(*columns, strict=True)]


def _of_interval(value: float, low: float, high: float, *, ratio: bool) -> tuple[float | None, float | None]:
    """Estimate and standard error on the scale of pooling; nothing where the interval does not hold its estimate."""
    if not low < high or not low <= value <= high or (ratio and low <= 0):
        return None, None
    if ratio:
        value, low, high = math.log(value), math.log(low), math.log(high)
    return value, se_from_interval(low, high)
