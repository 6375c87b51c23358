"""How long it takes to read one record: an abstract, a full text.

Counted is everything that is typed from a record: study, findings, directives, result sentences and conclusions
(`appraise.read`, what `library add --appraise` keeps), the signals on risk of bias, and the spans of participants,
interventions and outcomes. Parsing the file is not. Every record is read once, in one process and one thread; `_ms` is
the time of the processor, `_wall_ms` what a clock on the wall shows, which grows with whatever else the machine does.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import Benchmark, Result
from benchmarks.data import pubmed, quantile
from probatum import appraise
from probatum.acquire.reading import read_paths
from probatum.appraise import bias, pico
from probatum.model import Record, SectionKind

ABSTRACTS: Final = 500
EVERY: Final = 10
"""Of the PubMed records with an abstract, every tenth is read, since neighbours are of one journal."""
FULL_TEXTS: Final = 60
"""Articles of each archive."""
WARM_UP: Final = 20
"""Records read before the first that counts: models and vocabulary are loaded at first use."""


class Took(NamedTuple):
    """Milliseconds that one record took."""

    processor: float
    wall: float


def extract(record: Record) -> None:
    """Read everything of a record."""
    reading = appraise.read(record)
    bias.signals(record, reading.study)
    pico.read(record)


def timed(records: Iterable[Record]) -> Iterator[Took]:
    """What each record took, one after the other."""
    for record in records:
        wall, processor = time.perf_counter(), time.process_time()
        extract(record)
        yield Took((time.process_time() - processor) * 1000, (time.perf_counter() - wall) * 1000)


def abstracts(data: Path) -> list[Record]:
    """Records of the PubMed files that have an abstract, those that warm up among them."""
    held = (r for r in pubmed(data) if any(section.kind is SectionKind.ABSTRACT for section in r.sections))
    return list(islice(held, 0, EVERY * (ABSTRACTS + WARM_UP), EVERY))


def full_texts(data: Path) -> list[Record]:
    """The first articles of each archive that have a body."""
    paths = sorted((data / "evidence-inference").glob("articles*.tar.xz"))
    read = ((item for _, item in read_paths([str(path)]) if isinstance(item, Record)) for path in paths)
    whole = ((r for r in each if any(s.kind is SectionKind.BODY for s in r.sections)) for each in read)
    return list(chain.from_iterable(islice(each, FULL_TEXTS) for each in whole))


def figures(name: str, took: Sequence[Took]) -> dict[str, float]:
    """Median, 95th percentile and worst by processor, each quantile with its 95 % interval, and by the wall."""
    made: dict[str, float] = {f"{name}s": len(took)}
    for clock, values in (("ms", [t.processor for t in took]), ("wall_ms", [t.wall for t in took])):
        for percent in (50, 95):
            key = f"{name}_p{percent}_{clock}"
            made[key] = quantile(values, percent / 100)
            made[f"{key}_low"], made[f"{key}_high"] = between(values, percent / 100)
        made[f"{name}_max_{clock}"] = max(values)
    return made


def between(values: Sequence[float], share: float) -> tuple[float, float]:
    """95 % interval of a quantile by the ranks it may stand at (Conover 1999, Practical Nonparametric Statistics)."""
    reach = 1.96 * sqrt(share * (1 - share) / len(values))
    return quantile(values, max(0.0, share - reach)), quantile(values, min(1.0, share + reach))


def run(data: Path) -> Result:
    """Read the abstracts and the full texts."""
    metrics: dict[str, float] = {}
    missing: list[str] = []
    for name, part, records in (
        ("abstract", "pubmed/*.xml.gz", abstracts(data)),
        ("fulltext", "evidence-inference/articles*.tar.xz", full_texts(data)),
    ):
        if len(records) <= WARM_UP:
            missing.append(part)
            continue
        for record in records[:WARM_UP]:
            extract(record)
        metrics |= figures(name, list(timed(records[WARM_UP:])))
    metrics["load_1min"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    notes = [
        "Study, findings, directives, conclusions, signals on bias and PICO spans of each record; parsing not counted.",
        f"The first {WARM_UP} records of each kind warm up. _ms: processor; _wall_ms: a clock, under load_1min.",
    ]
    return Result(metrics, missing, notes)


BENCHMARK = Benchmark(
    "extraction", "Milliseconds to read an abstract and a full text: study, findings, bias, PICO.", run
)
