"""How fast records are added and questions answered, and in how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import peak_memory, pubmed_paths, pubmedqa, quantile
from benchmarks.recombining import recombined
from probatum.acquire.formats import Refusal
from probatum.acquire.library import Library
from probatum.acquire.reading import read_paths
from probatum.appraise.design import describe
from probatum.model import Record

SIZES = (25_000, 100_000)
QUESTIONS = 60
WARM_UP = 5
COLD_RUNS = 3

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
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        metrics |= _parsing_alone(paths)
        metrics |= _adding(place, paths)
        library = Library.open(place)
        real = list(library.records())
        for size in SIZES:
            _tell(f"making a library of {size:,} records", began)
            library.add(recombined(real, max(0, size - len(library)), seed=size), describe=_undescribed, workers=0)
            if questions:
                _tell(f"asking {len(questions)} questions", began)
                metrics |= _asking(place, questions, f"{size // 1000}k")
    for summary in ("peak_mb", "cold_s"):
        measured = [value for name, value in metrics.items() if name.startswith(summary)]
        metrics |= {summary: max(measured)} if measured else {}
    metrics["benchmark_s"] = time.perf_counter() - began
    metrics["load_1min"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    notes = [
        "added_per_s: `library add` of the PubMed files, index included; pubmed_parser_per_s: parsing them alone.",
        f"Records beyond those of the PubMed files are made from them: {SIZES[-1]:,} records at most.",
        f"The first {WARM_UP} questions warm up and are not counted. cold_s: `probatum ask` as a process of its own.",
        "Times depend on what else the machine does: load_1min is the load at the end, of which one is this.",
    ]
    return Result(metrics, missing, notes)


def _tell(what: str, began: float) -> None:
    print(f"{time.perf_counter() - began:5.0f} s  {what}", file=sys.stderr, flush=True)


def _undescribed(_: Record) -> Mapping[str, object]:
    """Made-up records need no design: they are there to be searched through."""
    return {}


def _adding(place: Path, paths: Iterable[Path]) -> dict[str, float]:
    """The pace of adding, as `library add` does it, index included, and the memory it took."""
    library = Library.open(place, create=True)
    items = (item for _, item in read_paths([str(path) for path in paths]) if not isinstance(item, Refusal))
    began = time.perf_counter()
    done = library.add(items, describe=describe, workers=max(1, (os.cpu_count() or 1) - 1))
    took = time.perf_counter() - began
    return {"added": done.seen, "added_per_s": done.seen / took, "add_peak_mb": peak_memory()}


def _parsing_alone(paths: Iterable[Path]) -> dict[str, float]:
    import pubmed_parser

    began = time.perf_counter()
    count = sum(1 for path in paths for _ in pubmed_parser.parse_medline_xml(str(path), author_list=True))
    return {"pubmed_parser_per_s": count / (time.perf_counter() - began)}


def _asking(place: Path, questions: list[str], name: str) -> dict[str, float]:
    """Warm and cold times of asking, and the memory of the process that asked."""
    root = str(Path(__file__).resolve().parents[1])
    command = [sys.executable, "-c", ASKER, str(place)]
    asked = subprocess.run(
        command, input=json.dumps(questions), stdout=subprocess.PIPE, text=True, check=True, cwd=root
    )
    measured = json.loads(asked.stdout.splitlines()[-1])
    warm = measured["took"][WARM_UP:] or measured["took"]
    cold = []
    # An installed program is compiled once: an environment that forbids to keep that would be measured instead.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for question in islice(questions, COLD_RUNS):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COLD, "ask", "--library", str(place), question],
            capture_output=True,
            check=True,
            cwd=root,
            env=usual,
        )
        cold.append(time.perf_counter() - began)
    return {
        f"ask_p50_ms_{name}": quantile(warm, 0.5) * 1000,
        f"ask_p95_ms_{name}": quantile(warm, 0.95) * 1000,
        f"peak_mb_{name}": measured["peak"],
        f"cold_s_{name}": quantile(cold, 0.5),
    }


BENCHMARK = Benchmark("speed", "Records added a second; time to answer, warm and cold, and memory at two sizes.", run)
