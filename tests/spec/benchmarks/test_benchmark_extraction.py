"""The time to read a record: quantiles with the ranks they may stand at, and parts that a folder lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import extraction
from probatum.model import Record, RecordKind, SectionKind, SourceSection


def record(text: str) -> Record:
    return Record.build(
        id="pmid:1",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title="Quinine for cramps",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )


@pytest.mark.parametrize(
    ("share", "low", "high"), [(0.5, 40.0, 59.0), (0.95, 90.0, 99.0), (0.0, 0.0, 0.0), (1.0, 99.0, 99.0)]
)
def test_a_quantile_of_a_hundred_times_stands_between_these(share: float, low: float, high: float) -> None:
    assert extraction.between([float(n) for n in range(100)], share) == (low, high)


def test_times_of_the_processor_and_of_the_wall_are_told_apart() -> None:
    told = extraction.figures("abstract", [extraction.Took(n, 10.0 * n) for n in range(1, 101)])
    assert told["abstracts"] == 100
    assert (told["abstract_p50_ms"], told["abstract_p95_ms"], told["abstract_max_ms"]) == (51, 96, 100)
    assert (told["abstract_p50_wall_ms"], told["abstract_p95_wall_ms"]) == (510, 960)


def test_every_record_is_timed() -> None:
    took = list(extraction.timed([record("We gave quinine to 40 people. Cramps fell from 5 to 3 (p = 0.01).")] * 3))
    assert len(took) == 3
    assert all(each.processor > 0 and each.wall > 0 for each in took)


def test_a_folder_without_records_is_no_error(tmp_path: Path) -> None:
    result = extraction.run(tmp_path)
    assert result.missing == ["pubmed/*.xml.gz", "evidence-inference/articles*.tar.xz"]
    assert not any(name.endswith("ms") for name in result.metrics)
