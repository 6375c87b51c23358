"""What a library of 100,000 and of 1,000,000 records costs: adding, disk, memory, searching and asking."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.data import peak_memory, pubmed, pubmed_paths, pubmedqa, quantile
from benchmarks.peers import bm25s, tantivy
from benchmarks.recombining import recombined
from probatum.acquire.library import Library
from probatum.acquire.library.rows import Description
from probatum.appraise.design import describe
from probatum.model import Record

SIZES = (100_000, 1_000_000)
PEERS_AT = 100_000
QUESTIONS = 120
WARM_UP = 20
LIMIT = 10
SAMPLE = 500
"""Real designs that made-up records are given."""

ADDER = "from benchmarks.scale import add; import sys; add(*sys.argv[1:])"
ASKER = "from benchmarks.scale import ask; import sys; ask(sys.argv[1])"
SEARCHER = "from benchmarks.scale import search; import sys; search(sys.argv[1])"


def run(data: Path) -> Result:
    """Fill a library in two steps with records recombined from the PubMed files; at each, search and ask."""
    missing = [] if pubmed_paths(data) else ["pubmed/*.xml.gz"]
    questions = [question for question, _ in pubmedqa(data)][:QUESTIONS]
    missing += [] if questions else ["pubmedqa/eval*.jsonl.gz"]
    metrics: dict[str, float] = {"cores": os.cpu_count() or 0}
    if missing:
        return Result(metrics, missing)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        for size in SIZES:
            name = f"{size // 1000}k"
            metrics |= _named(name, _apart(ADDER, [str(place), str(data), str(size)], ""))
            metrics |= _named(name, _apart(SEARCHER, [str(place)], json.dumps(questions)))
            metrics |= _named(name, _apart(ASKER, [str(place)], json.dumps(questions)))
            metrics[f"bytes_per_record_{name}"] = (Library.open(place).info().size_on_disk or 0) / size
            metrics[f"load_{name}"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            if size == PEERS_AT:
                metrics |= _named(name, _peers(place, questions))
            print(f"{time.perf_counter() - began:5.0f} s  {name} done", file=sys.stderr, flush=True)
    metrics["benchmark_s"] = time.perf_counter() - began
    metrics["load_1min"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    notes = [
        "Every record is made of pieces of real ones, unlike each other in all that copies are looked for by.",
        "added_per_s: made up, rows made on all cores, written and indexed, without parsing and reading designs.",
        "cpu_ms: time of all cores together, which hardly depends on load. Peers search the same texts, in this run.",
        f"{QUESTIONS} questions, the first {WARM_UP} not counted. Peaks are of a process of its own for each step.",
    ]
    return Result(metrics, missing, notes)


def _named(size: str, measured: Mapping[str, float]) -> dict[str, float]:
    return {f"{name}_{size}": value for name, value in measured.items()}


def _apart(code: str, arguments: list[str], given: str) -> dict[str, float]:
    """Run a step in a process of its own, so that its memory is its own; it prints its measures as JSON."""
    root = str(Path(__file__).resolve().parents[1])
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True, cwd=root)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


class Designs:
    """Gives each made-up record the design and number of people of some real record. Goes to other processes."""

    def __init__(self, real: Sequence[Record]) -> None:
        self.known = [describe(record) for record in real[:: max(1, len(real) // SAMPLE)]]

    def __call__(self, record: Record) -> Description:
        """The same for the same record."""
        return self.known[int(record.version, 16) % len(self.known)]


def add(place: str, data: str, size: str) -> None:
    """Step: fill the library up to `size` records."""
    library = Library.open(place, create=True)
    real = list(pubmed(Path(data)))
    designs = Designs(real)
    lacking = int(size) - len(library)
    began, busy = time.perf_counter(), _busy()
    library.add(
        recombined(real, lacking, seed=int(size), begin=len(library)),
        describe=designs,
        workers=max(1, (os.cpu_count() or 1) - 1),
    )
    took, worked = time.perf_counter() - began, _busy() - busy
    print(
        json.dumps({"added_per_s": lacking / took, "add_cpu_ms": 1000 * worked / lacking, "add_peak_mb": peak_memory()})
    )


def _busy() -> float:
    """Seconds of all cores that this process and those it started and ended have used: unlike time on the clock, this
    hardly depends on what else the machine does."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def search(place: str) -> None:
    """Step: search for the questions on standard input."""
    library = Library.open(place)
    print(json.dumps(_timed("search", lambda question: library.search(question, limit=LIMIT))))


def ask(place: str) -> None:
    """Step: answer the questions on standard input."""
    import probatum

    library = Library.open(place)
    print(json.dumps(_timed("ask", lambda q: probatum.answer(q, library=library, as_of="2026-01-01"))))


def _timed(name: str, do: Callable[[str], object], questions: list[str] | None = None) -> dict[str, float]:
    took, worked = [], []
    for question in questions if questions is not None else json.load(sys.stdin):
        began, busy = time.perf_counter(), time.process_time()
        do(question)
        took.append(time.perf_counter() - began)
        worked.append(time.process_time() - busy)
    counted = took[WARM_UP:] or took
    return {
        f"{name}_p50_ms": quantile(counted, 0.5) * 1000,
        f"{name}_p95_ms": quantile(counted, 0.95) * 1000,
        f"{name}_cpu_p50_ms": quantile(worked[WARM_UP:] or worked, 0.5) * 1000,
        f"{name}_peak_mb": peak_memory(),
    }


def _peers(place: Path, questions: list[str]) -> dict[str, float]:
    """The same searches by tantivy and bm25s over the same texts."""
    ids, texts = [], []
    for record in _records(place):
        ids.append(record.id)
        texts.append(" ".join([record.title, *(section.text for section in record.sections[1:])]))
    measured: dict[str, float] = {}
    for name, make in (("tantivy", tantivy), ("bm25s", bm25s)):
        peer = make(ids, texts)
        timed = _timed(name, lambda question, peer=peer: peer(question, LIMIT), questions)  # type: ignore[misc]
        measured |= {key: value for key, value in timed.items() if key.endswith("_ms")}
    return measured


def _records(place: Path) -> Iterator[Record]:
    yield from Library.open(place).records()


BENCHMARK = Benchmark("scale", "Libraries of 100,000 and 1,000,000 records: pace, disk, memory, search and ask.", run)
