"""Two results of a table that differ in nothing but one label: the arm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.rows.grid import Grid, Result, bare
from probatum.text.expressions import expression

MOST: Final = 60_000
"""Pairs of one table that are looked at."""
DEEPEST: Final = 3
"""Labels that may differ between two results: `Placebo` beside the `1200 mg` that stands under the drug's name."""


_NO_RESULT: Final = expression(
    r"^(?:[nN][ab]?|no\.?|number|total|sample size|(?:no\.?|number|n) of (?:patients|subjects|participants)|SDs?|SEM?|"
    r"p(?:[- ]?values?)?|[tFzZ]|df|χ2|effect sizes?|ES.*)[*†‡§ᵃᵇ]?$",
    re.IGNORECASE,
)
"""Heads of columns that hold a size, a spread or a test."""


class Pair(NamedTuple):
    """`first` and `second` share all labels but `labels`; `common` are those shared, inner ones last."""

    grid: Grid
    first: Result
    second: Result
    labels: tuple[str, str]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    by_row: bool


def pairs(grid: Grid) -> Iterator[Pair]:
    """Every ordered pair of one row, and every ordered pair of one column, whose other labels are the same."""
    by_row: dict[int, list[Result]] = {}
    by_column: dict[int, list[Result]] = {}
    for result in grid.results:
        if result.columns and result.second is None and _NO_RESULT.match(result.columns[-1].strip()):
            continue
        by_row.setdefault(result.row, []).append(result)
        by_column.setdefault(result.column, []).append(result)
    left = MOST
    for across, lines in ((False, by_row.values()), (True, by_column.values())):
        for line in lines:
            for first in line:
                for second in line:
                    left -= 1
                    if left < 0:
                        return
                    made = None if first is second else _pair(grid, first, second, by_row=across)
                    if made is not None:
                        yield made


def _pair(grid: Grid, first: Result, second: Result, *, by_row: bool) -> Pair | None:
    one = [bare(x) for x in (first.rows if by_row else first.columns)]
    two = [bare(x) for x in (second.rows if by_row else second.columns)]
    common = [x for x in one if x in two]
    own, other = [x for x in one if x and x not in two], [x for x in two if x and x not in one]
    if (
        not own
        or not other
        or len(own) + len(other) > DEEPEST
        or (first.printed.shape != second.printed.shape and not _zero(first, second))
    ):
        return None
    if by_row:
        return Pair(grid, first, second, (" ".join(own), " ".join(other)), tuple(common), first.columns, by_row=True)
    return Pair(grid, first, second, (" ".join(own), " ".join(other)), first.rows, tuple(common), by_row=False)


def _zero(first: Result, second: Result) -> bool:
    """A bare `0` stands beside `3 (4.1)`."""
    return any(r.printed.shape == "plain" and r.printed.a == 0 for r in (first, second))
