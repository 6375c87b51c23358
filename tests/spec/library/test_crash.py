"""kill -9 in the middle of an add, and readers beside a writer: real processes, several rounds."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Record

HERE = Path(__file__).parent
WRITER = """
import sys
sys.path.insert(0, sys.argv[3])
from conftest import record
from probatum.acquire.library import Library, adding, batching
batching.BATCH, adding.INDEX_FIRST = 50, 200
first, version = int(sys.argv[2]), sys.argv[4]
library = Library.open(sys.argv[1], create=True)
print("open", flush=True)
made = (record(n, f"Word{n} in {version}.", also=(f"doi:10.1000/{n}",)) for n in range(first, first + 3000))
library.add(made, on_batch=lambda done: print(done.added + done.updated + done.unchanged, flush=True))
print("end", flush=True)
"""


def writer(place: Path, first: int, version: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(place), str(first), str(HERE), version]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kill_after(process: subprocess.Popen[str], batches: int, wait: float) -> int:
    """Let the writer report some batches, wait a little, kill it; returns what it reported."""
    assert process.stdout is not None
    reported = 0
    for line in process.stdout:
        if line.strip().isdigit():
            reported = int(line)
            batches -= 1
        if batches <= 0:
            break
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    for line in process.stdout:
        if line.strip().isdigit():
            reported = int(line)
    process.wait()
    return reported


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_nothing_reported_is_lost_by_kill_9(tmp_path: Path) -> None:
    place, seed = tmp_path / "library", random.Random(7)
    reported: dict[tuple[int, str], int] = {}
    for round_ in range(8):
        first, version = [(0, "one"), (0, "two"), (1500, "two"), (1500, "three")][round_ % 4]
        done = kill_after(writer(place, first, version), seed.randint(0, 12), seed.random() * 0.3)
        reported[first, version] = max(done, reported.get((first, version), 0))
        if not place.joinpath("records.lance").is_dir():
            continue
        library = Library.open(place)
        report = library.check()
        assert not [fault for fault in report.faults if fault.record], (round_, report.faults[:3])
        for (start, words), count in reported.items():
            for n in [*range(start, start + count, 97), *([start + count - 1] if count else [])]:
                found = library.get(f"doi:10.1000/{n}")
                assert found is not None, (round_, n)
                held = {library.get(found.id, v).sections[1].text for v in library.versions(found.id)}  # type: ignore[union-attr]
                assert f"Word{n} in {words}." in held, (round_, n, words)
                assert found.id in {hit.record.id for hit in library.search(f"word{n}", limit=5)}
    library = Library.open(place, create=True)
    library.add([])
    assert library.check().sound


def test_a_library_whose_making_was_killed_opens(tmp_path: Path, make: Callable[..., Record]) -> None:
    for delay in (0.0, 0.02, 0.05, 0.1, 0.2):
        place = tmp_path / f"library-{delay}"
        process = writer(place, 0, "one")
        deadline = time.monotonic() + 20
        while not place.is_dir() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(delay)
        process.kill()
        process.communicate()
        library = Library.open(place, create=True)
        library.add([make(1_000_000, "afterwards")])
        assert library.search("afterwards")[0].record.id == "pmid:1000000"
        assert library.check().sound


READER = """
import json, sys, time
from probatum.acquire.library import Library
library, seen, failed = None, [], 0
until = time.monotonic() + 60
while time.monotonic() < until:
    library = library or Library.open(sys.argv[1])
    hits = library.search("one", limit=3)
    seen.append(len(library))
    assert all(hit.record.sections[1].text.startswith("Word") for hit in hits)
    if seen[-1] >= 3000:
        break
    time.sleep(0.05)
print(json.dumps(seen))
"""


def test_two_processes_read_while_one_writes(tmp_path: Path) -> None:
    place = tmp_path / "library"
    Library.open(place, create=True)
    process = writer(place, 0, "one")
    command = [sys.executable, "-c", READER, str(place)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for reader in readers:
        out, err = reader.communicate(timeout=120)
        assert reader.returncode == 0, err
        seen = json.loads(out)
        assert seen == sorted(seen)
        assert seen[-1] == 3000
    assert "end" in process.communicate()[0]


def test_a_second_writer_is_told_to_wait(tmp_path: Path, make: Callable[..., Record]) -> None:
    place = tmp_path / "library"
    Library.open(place, create=True)
    other = Library.open(place)

    def items():  # type: ignore[no-untyped-def]
        yield make(1)
        with pytest.raises(ProbatumError, match="P303"):
            other.add([make(2)])

    assert Library.open(place).add(items()).added == 1
    assert other.add([make(2)]).added == 1
