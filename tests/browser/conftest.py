"""A site of its own on a free port, and people with browsers.

Needs Playwright and a Chromium (`PROBATUM_CHROMIUM`, else the system's); skipped with a reason where one is lacking.
PROBATUM_SCREENSHOTS=FOLDER keeps a picture of each page.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("PROBATUM_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
PASSWORD = "a-long-enough-password"
PEOPLE = (("bob", "Reviewers"), ("cat", "Reviewers"), ("dee", "Medical board"))
MAKE_PEOPLE = f"""
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "probatum.publish.site.settings"
import django; django.setup()
from django.contrib.auth.models import Group
from probatum.publish.site.accounts.models import User
for name, group in {PEOPLE!r}:
    user = User.objects.create_user(name, password={PASSWORD!r}, first_name=name.title())
    user.groups.add(Group.objects.get(name=group))
"""


ASYNC = "DJANGO_ALLOW_ASYNC_UNSAFE"
os.environ.setdefault(ASYNC, "true")
"""Playwright keeps an event loop in the thread of a test worker, and Django then refuses the database to the tests of
the website that the same worker runs next. The site that the browser looks at is another process and does without."""


@pytest.fixture(scope="session")
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, dict[str, str]]]:
    """A site of its own on a free port: its address, and what commands for it must find in their environment."""
    pytest.importorskip("wagtail", reason="the extra `site` is not installed")
    if not CHROMIUM:
        pytest.skip("there is no Chromium")
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(request.getfixturevalue("prepared_site"), folder, dirs_exist_ok=True)
    shutil.copytree(request.getfixturevalue("starter_place"), folder / "library")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {
        **{k: v for k, v in os.environ.items() if k != ASYNC},
        "PROBATUM_SITE": str(folder),
        "PROBATUM_LIBRARY": str(folder / "library"),
    }
    command = [sys.executable, "-m", "probatum", "serve", "--port", str(port), "--workers", "1", "--no-samples"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=env, stderr=log, stdout=log)
    try:
        _wait(f"http://127.0.0.1:{port}/", folder / "log")
        subprocess.run([sys.executable, "-c", MAKE_PEOPLE], env=env, check=True)
        yield f"http://127.0.0.1:{port}", env
    finally:
        server.send_signal(signal.SIGINT)  # at once: browsers keep connections open for as long as they may
        server.wait(30)


@pytest.fixture(scope="session")
def address(served: tuple[str, dict[str, str]]) -> str:
    """The address of the site."""
    return served[0]


@pytest.fixture(scope="session")
def keeper(served: tuple[str, dict[str, str]]) -> Callable[..., str]:
    """`keeper("site", "watch")`: whoever looks after the machine runs `probatum` there; what it says."""

    def run(*command: str) -> str:
        told = [sys.executable, "-m", "probatum", *command]
        return subprocess.run(told, env=served[1], check=True, capture_output=True, text=True).stdout

    return run


def _wait(url: str, log: Path) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no Chromium")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


class Person:
    """Somebody with a browser."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()
        self.page.set_default_timeout(90_000)
        self.errors: list[str] = []
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.address = address

    def go(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.address + path)

    def log_in(self, name: str) -> None:
        self.go("/log-in/")
        self.page.fill("[name=username]", name)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click(".stack button:not([type=button])")

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.page.wait_for_load_state()

    def sees(self, words: str) -> bool:
        return words.casefold() in self.page.inner_text("body").casefold()

    def keep(self, name: str) -> None:
        folder = os.environ.get("PROBATUM_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"))


@pytest.fixture(scope="session")
def anybody(browser: Any, address: str) -> Callable[..., Person]:
    """`anybody(color_scheme="dark")`: somebody with a browser of that kind."""
    return lambda **context: Person(browser, address, **context)


@pytest.fixture(scope="session")
def olga(anybody: Callable[..., Person]) -> Person:
    """The owner, who made her account on the first page."""
    olga = anybody()
    olga.go("/")
    fields = {"username": "olga", "first_name": "Olga", "last_name": "Owner", "email": "olga@example.org"}
    for name, value in {**fields, "password1": PASSWORD, "password2": PASSWORD}.items():
        olga.page.fill(f"[name={name}]", value)
    olga.keep("start")
    olga.press("Make the account")
    return olga
