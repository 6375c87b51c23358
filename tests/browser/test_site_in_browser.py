"""The whole story in a real browser: ask, change the reader, open a source, follow up, review, approve, publish, audit.

Needs Playwright and a Chromium (`PROBATUM_CHROMIUM`, else the system's); skipped with a reason where one is lacking.
PROBATUM_SCREENSHOTS=FOLDER keeps a picture of each page.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytest.importorskip("wagtail", reason="the extra `site` is not installed")
CHROMIUM = os.environ.get("PROBATUM_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium")
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


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of its own on a free port."""
    folder = tmp_path_factory.mktemp("browser")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "PROBATUM_SITE": str(folder), "PROBATUM_LIBRARY": str(folder / "library")}
    command = [sys.executable, "-m", "probatum", "serve", "--port", str(port), "--workers", "1", "--no-samples"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=env, stderr=log, stdout=log)
    try:
        _wait(f"http://127.0.0.1:{port}/", folder / "log")
        subprocess.run([sys.executable, "-c", MAKE_PEOPLE], env=env, check=True)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _wait(url: str, log: Path) -> None:
    for _ in range(180):
        try:
            urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


class Person:
    """Somebody with a browser."""

    def __init__(self, browser: Any, address: str) -> None:
        self.page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
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
        self.page.click("main button, .stack button")

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.page.wait_for_load_state()

    def sees(self, words: str) -> bool:
        return words.casefold() in self.page.inner_text("body").casefold()

    def keep(self, name: str) -> None:
        folder = os.environ.get("PROBATUM_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"))


def test_the_whole_story(browser: Any, address: str) -> None:
    olga = Person(browser, address)
    olga.go("/")
    fields = {"username": "olga", "first_name": "Olga", "last_name": "Owner", "email": "olga@example.org"}
    for name, value in {**fields, "password1": PASSWORD, "password2": PASSWORD}.items():
        olga.page.fill(f"[name={name}]", value)
    olga.press("Make the account")

    olga.page.fill("#q", "What is the role of Mexilitine in treating muscle spasms in patients with ALS?")
    olga.page.wait_for_selector("#reading:has-text('mexiletine')")
    olga.keep("asking")
    olga.press("Ask")
    assert olga.sees("Bottom line") and olga.sees("Use with caution")
    olga.page.locator("main .cite").first.click()
    assert olga.page.locator(".source:visible mark").count() > 0, "the source opens beside the text, marked"
    olga.keep("source")
    olga.page.keyboard.press("Escape")
    assert olga.page.locator(".source:visible").count() == 0

    olga.press("Patient")
    assert olga.sees("The short answer")
    olga.keep("patient")
    olga.press("Doctor")
    olga.page.fill(".follow textarea", "What about in renal failure?")
    olga.page.locator(".follow button").click()
    olga.page.wait_for_load_state()
    assert olga.sees("What changed")

    olga.press("Make this an article")
    review = olga.page.url
    olga.press("Submit to the board")
    assert olga.sees("no review of this wording has begun")
    people = {name: Person(browser, address) for name, _ in PEOPLE}
    for name, person in people.items():
        person.log_in(name)
        person.go(review)
    for name in ("bob", "cat"):
        page = people[name].page
        page.check("[name=none]")
        people[name].press("Declare and open the review")
        page.check("[name=decision][value=approve]")
        page.fill("#r", "Checked against the sources.")
        page.fill("#p1", PASSWORD)
        people[name].press("Sign the review")
        assert people[name].sees("signed and kept")
    people["cat"].keep("review")
    people["dee"].go(review)
    people["dee"].page.fill("#p2", PASSWORD)
    people["dee"].press("Approve this wording")
    olga.go(review)
    olga.press("Publish")
    olga.page.get_by_role("link", name="As readers see it").click()
    assert olga.sees("Approved by the medical board") and not olga.sees("Use with caution until")
    olga.keep("published")

    article = olga.page.url
    olga.go(review)
    olga.page.fill("input[name=reason] >> nth=0", "A source was retracted")
    olga.press("Reopen")
    olga.go(article)
    assert olga.sees("Due for update") and not olga.sees("Approved by the medical board on")

    olga.go("/audit/")
    text = "Mexiletine 300 mg lowered cramps to 31% of placebo [1].\n\n## References\n\n1. PMID: 26911633"
    olga.page.fill("#text", text)
    olga.press("Audit it")
    assert olga.sees("Score card")
    olga.keep("audit")
    assert olga.errors == [], "nothing that a page asks for is refused or missing"


def test_an_article_reads_without_script_on_a_phone(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.goto(address + "/")
    page.fill("#q", "Is quinine safe for leg cramps?")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_load_state()
    assert "Bottom line" in page.inner_text("body")
    assert page.locator("main").bounding_box()["width"] <= 390, "nothing is wider than the phone"
    page.locator("main .cite").first.click()
    assert page.locator(".source:visible").count() == 1
