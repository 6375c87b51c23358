"""How well are the abstracts found that a scientific claim cites?"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import lines, quantile, scifact
from benchmarks.measures import ndcg, recall, summary
from benchmarks.peers import bm25s
from probatum.acquire.library import Library
from probatum.acquire.vectors import DEFAULT, find
from probatum.errors import ProbatumError

DEPTH = 100


def run(data: Path) -> Result:
    """Search the SciFact abstracts (Wadden 2020, doi:10.18653/v1/2020.emnlp-main.609) for every claim."""
    relevant = _relevant(data / "scifact" / "qrels.txt")
    path = data / "scifact" / "claims.jsonl"
    asked = [(c["claim"], relevant[str(c["id"])]) for c in lines(path) if str(c["id"]) in relevant] if relevant else []
    if not asked:
        return Result({}, ["scifact/claims.jsonl", "scifact/qrels.txt"])
    records = list(scifact(data))
    if not records:
        return Result({}, ["scifact/corpus.jsonl.gz"])
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library", create=True)
        library.add(records)
        found, took = _searched(library, [claim for claim, _ in asked])
        dense, missing = _with_vectors(library, [claim for claim, _ in asked])
    peer = bm25s([r.id for r in records], [" ".join(s.text for s in r.sections) for r in records])
    metrics: dict[str, float] = {"records": len(records), "claims": len(asked)}
    wanted = [ids for _, ids in asked]
    rankings_by = [("", found), ("dense_", dense), ("bm25_", [peer(claim, DEPTH) for claim, _ in asked])]
    for prefix, rankings in rankings_by:
        if not rankings:
            continue
        pairs = list(zip(rankings, wanted, strict=True))
        metrics |= summary(f"{prefix}ndcg@10", [ndcg(ranking, ids, 10) for ranking, ids in pairs])
        metrics |= summary(f"{prefix}recall@100", [recall(ranking, ids, 100) for ranking, ids in pairs])
    metrics["p50_ms"], metrics["p95_ms"] = quantile(took, 0.5) * 1000, quantile(took, 0.95) * 1000
    notes = [
        "Every cited abstract counts as relevant, as in BEIR. Intervals: bootstrap over claims.",
        "dense_: the same library after `library embed` with the encoder that the extra `vectors` brings.",
    ]
    return Result(metrics, missing, notes)


def _searched(library: Library, claims: list[str]) -> tuple[list[list[str]], list[float]]:
    """Ids found for each claim, and the seconds each search took."""
    found, took = [], []
    for claim in claims:
        began = time.perf_counter()
        found.append([hit.record.id for hit in library.search(claim, limit=DEPTH)])
        took.append(time.perf_counter() - began)
    return found, took


def _with_vectors(library: Library, claims: list[str]) -> tuple[list[list[str]], list[str]]:
    """Ids found for each claim by words and vectors together, and what is missing for that."""
    try:
        encoder = find(DEFAULT)
    except ProbatumError as error:
        if error.code != "P360":
            raise
        return [], [f"dense_ndcg@10: {error}"]
    library.embed(encoder)
    return _searched(library, claims)[0], []


def _relevant(path: Path) -> dict[str, set[str]]:
    """Claim -> ids of the cited records; empty when there is no file."""
    found: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").splitlines() if path.is_file() else []:
        claim, _, document, grade = line.split()
        if int(grade) > 0:
            found.setdefault(claim, set()).add(f"pmid:{document}")
    return found


BENCHMARK = Benchmark("scifact", "Scientific claims against the SciFact abstracts: nDCG@10, recall@100.", run)
