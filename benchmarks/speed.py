"""How fast records are added and questions answered, and in how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import pubmed_paths, pubmedqa, quantile, recombined
from probatum.acquire.formats import Refusal
from probatum.acquire.library import Library
from probatum.acquire.reading import read_paths
from probatum.appraise.design import describe

SIZES = (25_000, 100_000)
QUESTIONS = 100
COLD_RUNS = 5

ASKER = """
import json, sys, time
import probatum
from benchmarks.data import peak_memory
from probatum.acquire.library import Library
library = Library.open(sys.argv[1])
took = []
for question in json.load(sys.stdin):
    began = time.perf_counter()
    probatum.answer(question, library=library, as_of="2026-01-01")
    took.append(time.perf_counter() - began)
print(json.dumps({"took": took, "peak": peak_memory()}))
"""

COLD = "from probatum.cli import main; main()"


def run(data: Path) -> Result:
    """Add the PubMed files (against parsing alone with pubmed_parser), then ask at 25,000 and 100,000 records."""
    metrics: dict[str, float] = {"cores": os.cpu_count() or 0}
    missing: list[str] = []
    questions = [question for question, _ in pubmedqa(data)][:QUESTIONS]
    if not questions:
        missing.append("pubmedqa/eval*.jsonl.gz")
    paths = pubmed_paths(data)
    if not paths:
        return Result(metrics, [*missing, "pubmed/*.xml.gz"])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        metrics |= _adding(place, paths)
        metrics |= _parsing_alone(paths)
        library = Library.open(place)
        real = list(library.records())
        for size in SIZES:
            began = time.perf_counter()
            count = size - len(library)
            library.add(recombined(real, max(0, count), seed=size), describe=describe, workers=1)
            name = f"{size // 1000}k"
            metrics[f"made_records_per_second_{name}"] = max(0, count) / (time.perf_counter() - began)
            if questions:
                metrics |= _asking(place, questions, name)
    notes = [
        f"Records beyond those of the PubMed files are made from them: {SIZES[1]:,} records at most.",
        "The first 5 questions warm up and are not counted. Times depend on what else the machine does.",
    ]
    return Result(metrics, missing, notes)


def _adding(place: Path, paths: Iterable[Path]) -> dict[str, float]:
    library = Library.open(place, create=True)
    items = (item for _, item in read_paths([str(path) for path in paths]) if not isinstance(item, Refusal))
    began = time.perf_counter()
    done = library.add(items, describe=describe, workers=1)
    took = time.perf_counter() - began
    return {"added": done.seen, "records_per_second": done.seen / took}


def _parsing_alone(paths: Iterable[Path]) -> dict[str, float]:
    import pubmed_parser

    began = time.perf_counter()
    count = sum(1 for path in paths for _ in pubmed_parser.parse_medline_xml(str(path), author_list=True))
    return {"pubmed_parser_parsing_alone_per_second": count / (time.perf_counter() - began)}


def _asking(place: Path, questions: list[str], name: str) -> dict[str, float]:
    """Warm and cold times of asking, and the memory of the process that asked."""
    root = str(Path(__file__).resolve().parents[1])
    command = [sys.executable, "-c", ASKER, str(place)]
    asked = subprocess.run(
        command, input=json.dumps(questions), stdout=subprocess.PIPE, text=True, check=True, cwd=root
    )
    measured = json.loads(asked.stdout.splitlines()[-1])
    warm = measured["took"][5:] or measured["took"]
    cold = []
    for question in islice(questions, COLD_RUNS):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COLD, "ask", "--library", str(place), question],
            capture_output=True,
            check=True,
            cwd=root,
        )
        cold.append(time.perf_counter() - began)
    return {
        f"ask_p50_ms_{name}": quantile(warm, 0.5) * 1000,
        f"ask_p95_ms_{name}": quantile(warm, 0.95) * 1000,
        f"ask_peak_mb_{name}": measured["peak"],
        f"ask_cold_s_{name}": quantile(cold, 0.5),
    }


BENCHMARK = Benchmark("speed", "Records added a second; time to answer, warm and cold, and memory at two sizes.", run)
