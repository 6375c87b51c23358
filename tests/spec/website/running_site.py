"""A site as it is run: `probatum serve` in processes of its own, on a free port, for tests of what only that shows."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

PASSWORD = "a-long-enough-password"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Running:
    """A running site: its address, its folder, its processes."""

    def __init__(self, folder: Path, address: str, server: int, environment: Mapping[str, str]) -> None:
        self.folder, self.address, self.server, self.environment = folder, address, server, dict(environment)

    @property
    def log(self) -> str:
        """What it has written so far."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def workers(self) -> list[int]:
        """The processes that answer."""
        told = Path(f"/proc/{self.server}/task/{self.server}/children").read_text(encoding="ascii")
        return [int(pid) for pid in told.split()]

    def do(self, code: str) -> str:
        """What a program prints that has the site's models at hand."""
        head = "import os\nos.environ['DJANGO_SETTINGS_MODULE'] = 'probatum.publish.site.settings'\n"
        command = [sys.executable, "-c", f"{head}import django; django.setup()\n{code}"]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """`probatum ...` on this site."""
        told = [sys.executable, "-m", "probatum", *command]
        return subprocess.run(told, env=self.environment, check=False, capture_output=True, text=True)

    def visitor(self, name: str = "", password: str = PASSWORD) -> Visitor:
        """Somebody with a browser; logged in where they have a name."""
        made = Visitor(self.address)
        if name:
            made.send("/log-in/", {"username": name, "password": password})
        return made


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, address: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=120, follow_redirects=True)

    def get(self, path: str) -> httpx.Response:
        """Open a page."""
        return self.client.get(path)

    def send(self, path: str, told: Mapping[str, str], page: str = "/log-in/") -> httpx.Response:
        """Send a form; its token comes from a page, as browsers get it."""
        if "csrfmiddlewaretoken" not in self.client.headers:
            token = _TOKEN.search(self.client.get(page).text)
            assert token, f"{page} has no form"
            self.token = token.group(1)
        return self.client.post(path, data={**told, "csrfmiddlewaretoken": self.token})


def environment(folder: Path, library: str = "", **more: str) -> dict[str, str]:
    """What a site in this folder is told."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PROBATUM_", "DJANGO_", "PYTEST_", "COV_"))}
    return {**kept, "PROBATUM_SITE": str(folder), "PROBATUM_LIBRARY": library or str(folder / "library"), **more}


@contextmanager
def running(folder: Path, library: str = "", *, workers: int = 2, **more: str) -> Iterator[Running]:
    """Serve the site of a folder until the end of the block."""
    told = environment(folder, library, **more)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "probatum", "serve", "--port", str(port), "--workers", str(workers)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([*command, "--no-samples"], env=told, stdout=log, stderr=log)
    try:
        made = Running(folder, f"http://127.0.0.1:{port}", server.pid, told)
        wait_for(made)
        yield made
    finally:
        server.send_signal(signal.SIGINT)  # at once, whoever keeps a connection open
        server.wait(30)


def wait_for(site: Running) -> None:
    """Wait until it answers. Raises AssertionError with its log when it never does."""
    for _ in range(360):
        try:
            urllib.request.urlopen(f"{site.address}/health/", timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return
    raise AssertionError(site.log)
