"""Does the question that an abstract was written to answer find that abstract?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import build, quantile
from benchmarks.measures import recall, reciprocal_rank, summary
from benchmarks.peers import bm25s
from probatum import ask, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.library.rows import searched_text
from probatum.acquire.retrieve import retrieve
from probatum.model import Record

DEPTH = 100
"""How far down a record still counts for the mean reciprocal rank."""


def run(data: Path) -> Result:
    """Search for every PubMedQA question, by `Library.search`, by the whole of `retrieve`, and by plain BM25."""
    with tempfile.TemporaryDirectory() as folder:
        library, asked, missing = build(Path(folder) / "library", data)
        metrics: dict[str, float] = {"records": len(library), "questions": len(asked)}
        terms = vocabulary.load()

        def through_ask(question: str) -> list[str]:
            read = ask.read(question, vocabulary=terms, library_knows=library.has_term)
            return [hit.record.id for hit in retrieve(read, library, as_of="9999-12-31").hits]

        if asked:
            texts = {record.id: searched_text(record) for record in library.records()}
            peer = bm25s(list(texts), list(texts.values()))
            metrics |= _measure(asked, lambda question: _searched(library, question), "")
            metrics |= _measure(asked, through_ask, "retrieve_")
            metrics |= _measure(asked, lambda question: peer(question, DEPTH), "bm25_")
    notes = [
        "Plain names: `library search`; retrieve_: the way of `ask`; bm25_: bm25s on the same texts, stemmed.",
        "Intervals are 95 % bootstrap intervals over questions.",
    ]
    return Result(metrics, missing, notes)


def _searched(library: Library, question: str) -> list[str]:
    return [hit.record.id for hit in library.search(question, limit=DEPTH)]


def _measure(asked: list[tuple[str, Record]], find: Callable[[str], list[str]], prefix: str) -> dict[str, float]:
    rankings: list[tuple[list[str], set[str]]] = []
    took: list[float] = []
    for question, record in asked:
        began = time.perf_counter()
        found = find(question)
        took.append(time.perf_counter() - began)
        rankings.append((found, {record.id}))
    metrics = summary(f"{prefix}recall@1", [recall(found, wanted, 1) for found, wanted in rankings])
    metrics |= summary(f"{prefix}recall@10", [recall(found, wanted, 10) for found, wanted in rankings])
    metrics |= summary(f"{prefix}mrr", [reciprocal_rank(found, wanted) for found, wanted in rankings])
    metrics[f"{prefix}p50_ms"] = quantile(took, 0.5) * 1000
    metrics[f"{prefix}p95_ms"] = quantile(took, 0.95) * 1000
    return metrics


BENCHMARK = Benchmark("known_item", "PubMedQA questions against 25,000 records: recall and rank of the record.", run)
