"""Does the question that an abstract was written to answer find that abstract?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import build, interval, quantile
from probatum import ask, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import retrieve
from probatum.model import Record

DEPTH = 100
"""How far down a record still counts for the mean reciprocal rank."""


def run(data: Path) -> Result:
    """Search for every PubMedQA question, by `Library.search` and by the whole of `retrieve`."""
    with tempfile.TemporaryDirectory() as folder:
        library, asked, missing = build(Path(folder) / "library", data)
        metrics: dict[str, float] = {"records": len(library), "questions": len(asked)}
        terms = vocabulary.load()

        def through_ask(question: str) -> list[str]:
            read = ask.read(question, vocabulary=terms, library_knows=library.has_term)
            return [hit.record.id for hit in retrieve(read, library, as_of="9999-12-31").hits]

        if asked:
            metrics |= _measure(asked, lambda question: _searched(library, question), "")
            metrics |= _measure(asked, through_ask, "retrieve_")
    return Result(metrics, missing, ["Intervals are 95 % bootstrap intervals over questions."])


def _searched(library: Library, question: str) -> list[str]:
    return [hit.record.id for hit in library.search(question, limit=DEPTH)]


def _measure(asked: list[tuple[str, Record]], find: Callable[[str], list[str]], prefix: str) -> dict[str, float]:
    ranks: list[int | None] = []
    took: list[float] = []
    for question, record in asked:
        began = time.perf_counter()
        found = find(question)
        took.append(time.perf_counter() - began)
        ranks.append(found.index(record.id) + 1 if record.id in found else None)
    metrics: dict[str, float] = {}
    for name, values in (
        ("recall@1", [float(rank == 1) for rank in ranks]),
        ("recall@10", [float(rank is not None and rank <= 10) for rank in ranks]),
        ("mrr", [1 / rank if rank else 0.0 for rank in ranks]),
    ):
        low, high = interval(values)
        metrics[prefix + name] = sum(values) / len(values)
        metrics[f"{prefix}{name}_low"], metrics[f"{prefix}{name}_high"] = low, high
    metrics[f"{prefix}p50_ms"] = quantile(took, 0.5) * 1000
    metrics[f"{prefix}p95_ms"] = quantile(took, 0.95) * 1000
    return metrics


BENCHMARK = Benchmark("known_item", "PubMedQA questions against 25,000 records: recall and rank of the record.", run)
