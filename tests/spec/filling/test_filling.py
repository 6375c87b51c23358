"""Files are read here, in other processes or on a cluster, and the library that comes out is the same."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from probatum.acquire.filling import fill, processes
from probatum.acquire.filling.portions import decode, portions
from probatum.acquire.filling.processes import Processes
from probatum.acquire.formats import Refusal
from probatum.acquire.library import AddSummary, Library
from probatum.acquire.reading import find
from probatum.appraise.design import describe
from probatum.cli import main
from probatum.errors import ProbatumError

WORD = ("quinine", "magnesium", "salt", "stretching")
ELSEWHERE = ["processes", pytest.param("ray", marks=pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="the extra ray is not installed"))]  # fmt: skip


def ris(first: int, count: int, version: str = "") -> str:
    made = (
        f"TY  - JOUR\nTI  - A randomised trial of {WORD[n % 4]} for cramps, number {n}{version}\nDO  - 10.1000/{n}\n"
        f"AB  - {WORD[n % 4].title()} or placebo was given to {n + 20} adults.\nPY  - 2020\nER  - \n\n"
        for n in range(first, first + count)
    )
    return "".join(made)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Five files: one is damaged, the last holds newer versions of what the first holds."""
    texts = [ris(0, 300), ris(300, 50), "", ris(350, 300), ris(0, 20, " (corrected)")]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.ris").write_text(text)
    return [str(tmp_path / f"{number}.ris") for number in range(len(texts))]


@pytest.fixture(scope="module")
def ray() -> Iterator[None]:
    import ray as cluster

    cluster.init(num_cpus=2, log_to_driver=False, include_dashboard=False, configure_logging=False)
    yield
    cluster.shutdown()


def filled(place: Path, paths: list[str], **how: object) -> tuple[Library, AddSummary, list[Refusal]]:
    library = Library.open(place, create=True)
    refused: list[Refusal] = []
    done = fill(library, paths, describe=describe, on_refusal=refused.append, **how)
    return library, done, refused


@pytest.mark.parametrize("how", ELSEWHERE)
def test_the_library_is_the_same_wherever_the_files_were_read(tmp_path, files, how, request, monkeypatch):
    monkeypatch.setattr(sys.modules[fill.__module__], "WORTH_PROCESSES", 0)
    if how == "ray":
        request.getfixturevalue("ray")
    here, done, refused = filled(tmp_path / "here", files, workers=1)
    there, done_there, refused_there = filled(tmp_path / "there", files, workers=2 if how == "processes" else "ray")
    assert done == done_there == AddSummary(added=650, updated=20)
    assert [r.code for r in refused] == [r.code for r in refused_there] == ["P201"]
    assert here.library_version == there.library_version
    assert here.info().designs == there.info().designs
    assert "(corrected)" in there.get("doi:10.1000/3").title
    assert there.check().sound


def test_a_long_file_waits_in_bounded_portions(files):
    with Processes(2, describe) as readers:
        slow = readers.read(find([files[0], files[3]]))
        next(slow)
        time.sleep(1.0)
        assert all(worker.ready.qsize() <= processes.AHEAD for worker in readers.workers)


def test_portions_carry_records_rows_and_refusals(tmp_path):
    (tmp_path / "a.ris").write_text(ris(0, 3))
    (found,) = find([str(tmp_path / "a.ris")])
    (portion,) = [decode(data) for data in portions(found, describe)]
    assert list(portion.batch.records) == portion.table()["id"].to_pylist() == [f"doi:10.1000/{n}" for n in range(3)]
    assert portion.table()["design"].to_pylist() == ["randomised trial"] * 3
    (missing,) = find([str(tmp_path / "none.ris")])
    (told,) = [decode(data) for data in portions(missing, describe)]
    assert [r.code for r in told.refusals] == ["P214"]
    assert told.batch.size == 0


def test_a_reading_process_that_dies_is_said_and_what_was_written_stays(tmp_path, files):
    library = Library.open(tmp_path / "library", create=True)
    with pytest.raises(ProbatumError, match="P340") as raised, Processes(1, describe) as readers:
        stream = readers.read(find([files[0], files[3], files[1]]))

        def made():
            for number, data in stream:
                portion = decode(data)
                yield portion.batch, portion.table
                if number == 0:
                    os.kill(readers.workers[0].process.pid, signal.SIGKILL)
                    readers.workers[0].process.join()

        library.add_made(made())
    assert str(raised.value).count(".ris") == 1
    assert len(library) >= 300
    assert fill(library, files).unchanged >= 300
    assert library.check().sound


def test_closing_early_leaves_no_process_behind(files):
    with Processes(2, describe) as readers:
        next(readers.read(find(files)))
        running = [worker.process for worker in readers.workers]
    assert not any(process.is_alive() for process in running)
    assert threading.active_count() < 50


@pytest.mark.parametrize("workers", ["0", "many", "-1", "1000"])
def test_a_number_of_workers_that_is_none_is_refused(files, tmp_path, workers):
    run = CliRunner().invoke(main, ["library", "add", *files, "--workers", workers, "--library", str(tmp_path / "l")])
    assert run.exit_code == 2
    assert workers in run.stderr


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="the extra ray is not installed")
def test_no_cluster_is_said_with_the_way_out(files, tmp_path, monkeypatch):
    import ray as cluster

    if cluster.is_initialized():
        cluster.shutdown()
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    run = CliRunner().invoke(main, ["library", "add", *files, "--workers", "ray", "--library", str(tmp_path / "l")])
    assert run.exit_code == 1
    assert "P342" in run.stderr
    assert "ray start --head" in run.stderr
    assert "RAY_AUTH_MODE=token" in run.stderr
