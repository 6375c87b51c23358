"""A worker that is killed loses nothing that was saved: in the middle of an answer, in the middle of a review."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

pytest.importorskip("wagtail", reason="the extra `site` is not installed")
if not Path("/proc/self/task").exists():
    pytest.skip("workers are found by /proc", allow_module_level=True)

from running_site import PASSWORD, Running, running, wait_for

QUESTION = "What is the role of mexiletine in treating muscle cramps in patients with ALS?"
PEOPLE = f"""
from django.contrib.auth.models import Group
from probatum.publish.site.accounts.models import User
User.objects.create_superuser("olga", password={PASSWORD!r})
for name, group in (("ann", "Authors"), ("bob", "Reviewers")):
    User.objects.create_user(name, password={PASSWORD!r}).groups.add(Group.objects.get(name=group))
from probatum.model import Reader
from probatum.publish.site.asking import engine
from probatum.publish.site.editorial import making, trail
from probatum.publish.site.editorial.standing import Action
page = making.create(engine.answer({QUESTION!r}, Reader.DOCTOR), User.objects.get(username="ann"))
making.act(making.draft(page.key), Action.SUBMITTED, trail.ENGINE)
print(page.key)
"""


@pytest.fixture(scope="module")
def served(
    prepared_site: Path, starter_place: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Running, str]]:
    """A running site and the address of an article under review."""
    folder = shutil.copytree(prepared_site, tmp_path_factory.mktemp("survival"), dirs_exist_ok=True)
    with running(folder, str(starter_place)) as made:
        yield made, f"/review/{made.do(PEOPLE).strip()}/"


def kill(site: Running) -> None:
    """Kill every worker where it stands, as a machine short of memory does, and wait until each is gone: on a busy
    machine one that is about to die would still take what is sent next."""
    pids = site.workers()
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    end = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.02)


def held(site: Running, wanted: str) -> list[str]:
    with sqlite3.connect(site.folder / "site.sqlite3") as told:
        return [str(row[0]) for row in told.execute(wanted)]


def test_a_question_whose_answer_was_cut_off_is_kept_and_answered_when_it_is_opened_again(
    served: tuple[Running, str],
) -> None:
    site, _ = served
    ann = site.visitor("ann")
    ann.client.follow_redirects = False
    address = ann.send("/ask/", {"q": QUESTION}).headers["Location"]
    with pytest.raises(httpx.HTTPError), ann.client.stream("GET", address) as coming:
        for words in coming.iter_text():
            if "Read as" in words or "Searching" in words:
                kill(site)
    wait_for(site)
    assert QUESTION in ann.get("/questions/").text
    assert 'id="bottom_line"' in ann.get(address).text

    ann.send(f"{address}follow/", {"q": "What about in renal failure?"})
    with pytest.raises(httpx.HTTPError), ann.client.stream("GET", address) as coming:
        for _ in coming.iter_text():
            kill(site)
    wait_for(site)
    told = ann.get(address).text
    assert "What changed" in told and "renal failure" in told, "the follow-up waited and is answered"


def test_every_step_of_a_review_that_was_acknowledged_is_there_after_kills(served: tuple[Running, str]) -> None:
    site, review = served
    bob = site.visitor("bob")
    bob.send(f"{review}declare/", {"none": "on"})
    acknowledged: list[str] = []
    stopped = threading.Event()

    def comment(number: int) -> None:
        mine = None
        for turn in range(10_000):
            words = f"comment {number}-{turn}."
            if stopped.is_set():
                return
            try:
                mine = mine or site.visitor("bob")  # the first kill may come before somebody has logged in
                reply = mine.send(f"{review}comment/", {"text": words, "statement": "bottom_line.1"})
            except httpx.HTTPError:
                time.sleep(0.1)
                continue
            if "Comment added." in reply.text:
                acknowledged.append(words)

    writers = [threading.Thread(target=comment, args=(number,)) for number in range(3)]
    for writer in writers:
        writer.start()
    for _ in range(2):
        before = len(acknowledged)
        while len(acknowledged) < before + 4:
            time.sleep(0.05)
        kill(site)
        wait_for(site)
    signed = bob.send(f"{review}decide/", {"decision": "approve", "reason": "Checked.", "password": PASSWORD})
    kill(site)
    wait_for(site)
    stopped.set()
    for writer in writers:
        writer.join(60)
    assert "signed and kept" in signed.text

    kept = held(site, "SELECT text FROM editorial_comment")
    assert set(acknowledged) <= set(kept) and len(acknowledged) >= 8
    steps = held(site, "SELECT action FROM editorial_event")
    assert steps.count("commented") == len(kept), "a step and what it tells of are kept together or not at all"
    assert steps.count("reviewed") == 1
    done = site.run("site", "verify-trail")
    assert (done.returncode, re.sub(r"\d+", "N", done.stdout.strip())) == (0, "N steps: whole.")


def test_nothing_that_was_asked_or_typed_stands_in_the_log(served: tuple[Running, str]) -> None:
    site, review = served
    ann = site.visitor("ann")
    ann.send("/ask/", {"q": "Does zebrafinol help Mr Quagga with cramps?"})
    ann.send("/ask/reading/", {"q": "Does zebrafinol help Mr Quagga with cramps?"})
    stranger = site.visitor()
    stranger.send("/log-in/", {"username": "quagga@example.org", "password": "zebra-password"})
    stranger.client.get("/api/v1/library", headers={"Authorization": "Bearer pbt_zebra"})
    stranger.client.get("/nowhere/quagga/?q=zebrafinol")
    stranger.client.post("/ask/", data={"q": "zebrafinol without a token of the form"})
    told = site.log
    assert '"event": "log-in failed"' in told and '"event": "refused"' in told, "it does tell what happened"
    for word in ("zebra", "quagga", "example.org", PASSWORD, "pbt_", review.split("/")[2], "127.0.0.1 "):
        assert word.casefold() not in told.casefold()
    for line in told.splitlines():
        if line.startswith("{"):
            assert {"at", "event", "visitor"} <= set(json.loads(line))
