"""The group size that a column of `13 (33)` and `27 (67)` leaves as the only one: all its percentages are of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from probatum.appraise.rows import figures
from probatum.appraise.rows.cells import decimals
from probatum.appraise.rows.grid import Grid, Result
from probatum.model import Cell

FEWEST: Final = 2
"""Counts with their percentages that a column must hold."""
LARGEST: Final = 1_000_000


class Fitted(NamedTuple):
    """A group size that fits all percentages of a column, and the two cells that bound it most."""

    n: int
    cells: tuple[Cell, ...]


def counted_share(result: Result) -> tuple[int, float, int] | None:
    """Events, their percentage and its decimals, of a result printed as both."""
    printed = result.printed
    if printed.shape == "pair" and printed.b is not None:
        if printed.percent_first and printed.b.is_integer():
            return int(printed.b), printed.a, decimals(printed.a_text)
        if printed.a.is_integer() and not printed.percent_first:
            return int(printed.a), printed.b, decimals(printed.b_text)
    if printed.shape == "plain" and result.second is not None and printed.a.is_integer():
        share = result.second[1]
        return int(printed.a), share.a, decimals(share.a_text)
    return None


def bounds(events: int, share: float, places: int) -> tuple[float, float] | None:
    """The lowest and highest number of people of which `events` are that percentage."""
    half = 0.5 * 10.0**-places
    if events <= 0 or not half < share <= 100:
        return None
    return max(events, 100 * events / (share + half)), 100 * events / (share - half)


def of_grid(grid: Grid, printed: Mapping[int, object] | Iterable[int]) -> dict[int, Fitted]:
    """By column: the one size that fits, or the one number printed in the article that fits."""
    columns: dict[int, list[tuple[tuple[float, float], Cell]]] = {}
    for result in grid.results:
        held = counted_share(result)
        if held is None or not figures.is_count(grid, result):
            continue
        bound = bounds(*held)
        if bound is not None:
            columns.setdefault(result.column, []).append((bound, result.cell))
    known = frozenset(printed)
    found: dict[int, Fitted] = {}
    for column, held_bounds in columns.items():
        fitted = _of_column(held_bounds, known)
        if fitted is not None:
            found[column] = fitted
    return found


def _of_column(held: list[tuple[tuple[float, float], Cell]], known: frozenset[int]) -> Fitted | None:
    if len(held) < FEWEST:
        return None
    known_fit = _best_known([b for b, _ in held], known)
    if known_fit is not None:
        used = [cell for b, cell in held if b[0] - 1e-9 <= known_fit <= b[1] + 1e-9]
        return Fitted(known_fit, tuple(used[:2]))
    low, low_cell = max(((b[0], cell) for b, cell in held), key=lambda x: x[0])
    high, high_cell = min(((b[1], cell) for b, cell in held), key=lambda x: x[0])
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    if not 2 <= first <= last <= LARGEST or last - first > 0.1 * first + 1:
        return None
    return Fitted(first, (low_cell, high_cell)) if first == last else None


def _best_known(bounds_: list[tuple[float, float]], known: frozenset[int]) -> int | None:
    """The one printed number of which nearly all percentages are; authors misprint one in five."""
    narrow = min(bounds_, key=lambda b: b[1] / b[0])
    scores = {n: sum(b[0] - 1e-9 <= n <= b[1] + 1e-9 for b in bounds_) for n in known if narrow[0] <= n <= narrow[1]}
    best = max(scores.values(), default=0)
    first = [n for n, score in scores.items() if score == best]
    return (
        first[0]
        if len(first) == 1 and best >= max(FEWEST, 0.75 * len(bounds_)) and narrow[1] < 1.2 * narrow[0]
        else None
    )


def beside(row: list[Result]) -> dict[int, Result]:
    """By column of a row: the whole number just before a count, of which the count is the printed percentage."""
    by_column = {r.column: r for r in row}
    found: dict[int, Result] = {}
    for result in row:
        held, before = counted_share(result), by_column.get(result.column - 1)
        if held is None or before is None or before.printed.shape != "plain" or not before.printed.a.is_integer():
            continue
        bound = bounds(*held)
        if bound is not None and held[2] >= 1 and bound[0] <= before.printed.a <= bound[1]:
            found[result.column] = before
    return found
