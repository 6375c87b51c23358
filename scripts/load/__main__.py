"""`python -m scripts.load`: the site under load, on loopback, with a report that says what machine it was.

Starts a site of its own (SQLite in a temporary folder, or PROBATUM_DATABASE), 50 readers and 5 askers (`people.py`),
and ends with 1 when a limit is missed: article pages p95 under 300 ms, answers p95 under 3 s, no error.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIMITS = {"article": 300.0, "ask": 3000.0}
"""Milliseconds that 95 of 100 requests may take at most."""
NO_LIMIT = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "probatum.publish.site.settings"
import django; django.setup()
from probatum.publish.site.accounts.models import User
from probatum.publish.site.articles.models import EditorialSettings
from wagtail.models import Site
User.objects.filter(is_superuser=True).exists() or User.objects.create_superuser("owner")
told = EditorialSettings.for_site(Site.objects.get()); told.asks_a_minute = 30000; told.save()
"""
"""All visitors come from one address here, so the limit of questions from one address is lifted."""


def main() -> int:
    """Run it and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--askers", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="probatum-load-"))
    try:
        with serving(folder, told.workers) as (address, server):
            before, began, load = cpu(server), time.monotonic(), os.getloadavg()
            rows = loaded(address, folder, told)
            spent, lasted = cpu(server) - before, time.monotonic() - began
        return report(rows, spent, lasted, (load, os.getloadavg()), told)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def serving(folder: Path, workers: int) -> Iterator[tuple[str, int]]:
    """A site with its sample articles: its address and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "PROBATUM_SITE": str(folder), "PROBATUM_LIBRARY": str(folder / "library")}
    command = [sys.executable, "-m", "probatum", "serve", "--port", str(port), "--workers", str(workers)]
    server = subprocess.Popen(command, env=env)
    address = f"http://127.0.0.1:{port}"
    try:
        wait(f"{address}/health/", server)
        subprocess.run([sys.executable, "-c", NO_LIMIT], env=env, check=True)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(60)


def wait(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until it is well. Raises RuntimeError when it ended first."""
    while server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    raise RuntimeError("the site did not start")


def loaded(address: str, folder: Path, told: argparse.Namespace) -> list[dict[str, str]]:
    """Let locust send the people; gives a row for each kind of request."""
    kinds = {"Reader": told.readers, "Asker": told.askers}
    people = [f"--run-time={told.seconds}s", f"--users={sum(kinds.values())}", "--spawn-rate=5"]
    command = [sys.executable, "-m", "locust", "-f", str(Path(__file__).with_name("people.py")), "--headless"]
    counts = folder / "counts.json"
    counts.write_text(json.dumps([{"user_class_name": k, "fixed_count": n} for k, n in kinds.items()]))
    more = ["--config-users", str(counts), "--only-summary", "--csv", str(folder / "stats"), "--exit-code-on-error=0"]
    subprocess.run([*command, "--host", address, *people, *more], check=True, stdout=subprocess.DEVNULL)
    with (folder / "stats_stats.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cpu(server: int) -> float:
    """Seconds of processor time of the server and its workers so far."""
    ticks, spent = os.sysconf("SC_CLK_TCK"), 0.0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if server in (int(place.parent.name), int(fields[1])):
            spent += sum(map(int, fields[11:15])) / ticks
    return spent


def report(
    rows: list[dict[str, str]],
    spent: float,
    lasted: float,
    load: tuple[tuple[float, float, float], tuple[float, float, float]],
    told: argparse.Namespace,
) -> int:
    """Print it; 1 when a limit is missed."""
    print(f"{told.readers} readers, {told.askers} askers, {lasted:.0f} s, {told.workers} workers")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(
        f"Machine: {os.cpu_count()} cores, {memory:.0f} GB, {platform.platform()}, Python {platform.python_version()}"
    )
    print(f"Load average of the machine: {load[0][0]:.1f} before, {load[1][0]:.1f} after (the testers run on it, too)")
    print(f"Processor time of the site: {spent:.1f} s, {spent / lasted:.2f} cores")
    print(f"{'':24}{'requests':>9}{'errors':>8}{'p50':>8}{'p95':>8}{'most':>8}  ms")
    failed = 0
    for row in rows:
        slow, errors = float(row["95%"] or 0), int(row["Failure Count"])
        missed = slow > LIMITS.get(row["Name"], float("inf")) or errors > 0
        failed += missed
        line = f"{row['Name']:24}{row['Request Count']:>9}{errors:>8}{row['50%']:>8}{slow:>8.0f}"
        print(f"{line}{float(row['Max Response Time']):>8.0f}{'  MISSED' if missed else ''}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
