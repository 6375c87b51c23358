"""Are the passages found that experts chose to answer a biomedical question?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import evaluation, quantile
from benchmarks.measures import average_precision, recall, summary
from benchmarks.peers import bm25s
from probatum.acquire.library import Library
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

DEPTH = 100


def run(data: Path) -> Result:
    """Search the pool of all snippets of BioASQ (Tsatsaronis 2015, doi:10.1186/s12859-015-0564-6) for every question.

    A question's own snippets are relevant; snippets of the same text are one passage.
    """
    passages, asked = _pool(data)
    if not asked:
        return Result({}, ["bioasq/eval*.jsonl.gz"])
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library", create=True)
        library.add(_record(number, text) for text, number in passages.items())
        took = []
        found = []
        for question, _ in asked:
            began = time.perf_counter()
            found.append([hit.record.id for hit in library.search(question, limit=DEPTH)])
            took.append(time.perf_counter() - began)
    peer = bm25s(list(passages.values()), list(passages))
    peers = [[f"probatum:{number}" for number in peer(question, DEPTH)] for question, _ in asked]
    wanted = [{f"probatum:{number}" for number in numbers} for _, numbers in asked]
    metrics: dict[str, float] = {"passages": len(passages), "questions": len(asked)}
    for prefix, rankings in (("", found), ("bm25_", peers)):
        pairs = list(zip(rankings, wanted, strict=True))
        metrics |= summary(f"{prefix}recall@10", [recall(ranking, ids, 10) for ranking, ids in pairs])
        metrics |= summary(f"{prefix}map", [average_precision(ranking, ids) for ranking, ids in pairs])
    metrics["recall@10_over_bm25"] = metrics["recall@10"] / metrics["bm25_recall@10"]
    metrics["recall@10_possible"] = sum(min(10, len(ids)) / len(ids) for ids in wanted) / len(wanted)
    metrics["p50_ms"], metrics["p95_ms"] = quantile(took, 0.5) * 1000, quantile(took, 0.95) * 1000
    notes = [
        f"map: mean average precision over the first {DEPTH}. bm25_: bm25s on the same passages, stemmed, stop words.",
        "recall@10_possible: what a perfect ranking has, since many questions have more than ten passages.",
    ]
    return Result(metrics, [], notes)


def _pool(data: Path) -> tuple[Mapping[str, str], list[tuple[str, set[str]]]]:
    """Text of a passage -> its number; questions with the numbers of their passages."""
    passages: dict[str, str] = {}
    asked = []
    for question in evaluation(data / "bioasq"):
        texts = (snippet["text"].strip() for snippet in question["snippets"])
        own = {passages.setdefault(text, str(len(passages) + 1)) for text in texts if text}
        if own:
            asked.append((question["question"], own))
    return passages, asked


def _record(number: str, text: str) -> Record:
    return Record.build(
        id=f"probatum:{number}",
        identifiers=(Identifier("probatum", number),),
        kind=RecordKind.ARTICLE,
        title="",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        format="benchmark",
    )


BENCHMARK = Benchmark("bioasq_passages", "BioASQ questions against the pool of all snippets: recall@10, MAP.", run)
