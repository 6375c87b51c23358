"""The site on PostgreSQL: the same tests of pages, API and review, with one setting changed, on a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import postgres_server
import psycopg
import pytest

HERE = Path(__file__).parent
SUITE = ("test_story.py", "test_api.py", "test_concurrency.py")


@pytest.fixture(scope="module")
def ran(site: Path) -> tuple[str, subprocess.CompletedProcess[str]]:
    """The suite on a new database of a real server: the address, and how it went."""
    address = postgres_server.server().database()
    told = {"PROBATUM_TEST_DATABASE": address, "PROBATUM_TEST_LIBRARY": os.environ["PROBATUM_LIBRARY"]}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    suite = [str(HERE / name) for name in SUITE]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
    done = subprocess.run([*command, *suite], env={**environment, **told}, capture_output=True, text=True, check=False)
    return address, done


def test_the_site_passes_its_tests_on_postgresql(ran: tuple[str, subprocess.CompletedProcess[str]]) -> None:
    assert ran[1].returncode == 0, ran[1].stdout + ran[1].stderr
    assert "skipped" not in ran[1].stdout


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE editorial_event SET actor = 'x'",
        "DELETE FROM editorial_event WHERE number = 1",
        "TRUNCATE editorial_event",
    ],
)
def test_the_server_itself_refuses_to_change_the_trail(
    ran: tuple[str, subprocess.CompletedProcess[str]], line: str
) -> None:
    with psycopg.connect(ran[0]) as connection:
        assert connection.execute("SELECT count(*) FROM editorial_event").fetchone() > (0,)
        with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
            connection.execute(line)
