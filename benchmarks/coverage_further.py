"""Do answers to questions that were drawn further on hold the facts that experts expect?

The questions of `coverage` have been read many times. These stand at other places of the same draws; each run of them
that is read for what it misses makes them known as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks import Benchmark, Result, coverage

PLACES: Final = range(60, 90)


def run(data: Path) -> Result:
    """The same as `coverage` at the places 60 to 89 of each draw."""
    return coverage.run(data, PLACES)


BENCHMARK = Benchmark("coverage_further", "30 further questions of each set of `coverage`, drawn in the same way.", run)
