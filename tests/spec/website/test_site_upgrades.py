"""A site of the first release is brought up to date with all that it kept.

`first_release.sqlite3.gz` is a database that the first release wrote: five people, an article on invented sources that
two of them reviewed and the board approved, a comment, declared interests, a question with its answer, a token.
"""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("wagtail", reason="the extra `site` is not installed")

from running_site import Running, running

FIRST = Path(__file__).with_name("first_release.sqlite3.gz")
TOKEN = "pbt_qt1eLSsksSeaS8QKkJv5CiJAh_AW6f--fVChAudFrdw"
KEPT = ("editorial_event", "editorial_comment", "editorial_interests", "asking_asked", "articles_sourceversion")
"""Tables of which every column that the first release wrote stays as it was, row by row."""


def rows(database: Path, table: str, columns: str = "*") -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as told:
        return told.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()


def columns(database: Path, table: str) -> str:
    with sqlite3.connect(database) as told:
        return ", ".join(row[1] for row in told.execute(f"PRAGMA table_info({table})"))


def links(page: str, under: str) -> list[str]:
    return re.findall(rf'href="({under}[\w-]+/)"', page)


@pytest.fixture(scope="module")
def upgraded(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    """The site on the database of the first release, served by today's code; and the database as it was."""
    folder = tmp_path_factory.mktemp("first")
    before = folder / "before.sqlite3"
    before.write_bytes(gzip.decompress(FIRST.read_bytes()))
    (folder / "site.sqlite3").write_bytes(before.read_bytes())
    with running(folder, os.environ["PROBATUM_LIBRARY"], workers=1) as made:
        yield made, before


@pytest.mark.parametrize("table", KEPT)
def test_what_the_first_release_kept_is_unchanged(upgraded: tuple[Running, Path], table: str) -> None:
    site, before = upgraded
    told = columns(before, table)
    assert rows(before, table, told), "the first release kept some"
    assert rows(site.folder / "site.sqlite3", table, told) == rows(before, table, told)


def test_an_article_of_the_first_release_reads_with_its_proof_and_its_approval(upgraded: tuple[Running, Path]) -> None:
    site, _ = upgraded
    listed = site.visitor().get("/articles/").text
    assert "Approved by the medical board on 2026-11-26 (Dee; reviewed by Bob and Cat)" in listed
    told = site.visitor().get(links(listed, "/articles/")[0]).text
    assert 'id="bottom_line"' in told and 'class="source"' in told


def test_the_trail_of_the_first_release_still_verifies(upgraded: tuple[Running, Path]) -> None:
    done = upgraded[0].run("site", "verify-trail")
    assert (done.returncode, done.stdout.strip()) == (0, "11 steps: whole.")


def test_people_of_the_first_release_log_in_and_find_their_questions(upgraded: tuple[Running, Path]) -> None:
    ann = upgraded[0].visitor("ann")
    listed = ann.get("/questions/").text
    assert "Does calbrexine help in lomenic cramps?" in listed
    assert 'id="bottom_line"' in ann.get(links(listed, "/questions/")[0]).text
    bob = upgraded[0].visitor("bob")
    assert "Review" in bob.get("/review/").text


def test_a_token_of_the_first_release_still_opens_what_it_did(upgraded: tuple[Running, Path]) -> None:
    told = upgraded[0].visitor().client.get("/api/v1/answers", headers={"Authorization": f"Bearer {TOKEN}"})
    assert told.status_code == 200 and told.json()["total"] == 1


def test_a_review_begun_before_can_be_gone_on_with_and_signed(upgraded: tuple[Running, Path]) -> None:
    site, _ = upgraded
    olga, key = site.visitor("olga"), rows(site.folder / "site.sqlite3", "editorial_event", "article")[0][0]
    reply = olga.send(f"/review/{uuid.UUID(str(key))}/reopen/", {"reason": "The first trial was corrected"})
    assert "Due for update" in reply.text
    assert site.run("site", "verify-trail").stdout.strip() == "12 steps: whole."


def test_the_tables_are_as_the_code_describes_them(site: Path) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
