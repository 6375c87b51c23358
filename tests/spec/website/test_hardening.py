"""What keeps people and their words safe: logs, caches, cookies, letters, sessions, pictures, files read apart."""

from __future__ import annotations

import datetime
import io
import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "a-long-enough-password"


@pytest.fixture
def log(site: object) -> Iterator[list[dict[str, Any]]]:
    """The security log, as it is written."""
    held: list[dict[str, Any]] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            held.append(json.loads(record.getMessage()))

    keeping = Keeping()
    logging.getLogger("probatum.security").addHandler(keeping)
    yield held
    logging.getLogger("probatum.security").removeHandler(keeping)


def test_the_log_tells_who_got_in_and_what_was_refused_without_names(
    log: list[dict[str, Any]], person: Callable[..., Any]
) -> None:
    from django.test import Client

    lea = person("lea").user
    log.clear()
    client = Client()
    client.post("/log-in/", {"username": "lea@example.org", "password": 'wrong\n{"event": "logged in"}'})
    client.post("/log-in/", {"username": "lea", "password": PASSWORD})
    client.get("/api/v1/library", headers={"Authorization": "Bearer pbt_unknown"})
    client.post("/log-out/")
    told = [(one["event"], one.get("who")) for one in log]
    assert told == [("log-in failed", ""), ("logged in", lea.key), ("refused", lea.key), ("logged out", lea.key)]
    assert all(one["at"].endswith("+00:00") and len(one["visitor"]) == 12 for one in log)
    assert not any(word in json.dumps(log) for word in ("lea", "example.org", PASSWORD, "pbt_", "127.0.0.1"))


def test_people_are_told_of_changes_to_their_way_in(
    person: Callable[..., Any], settings_of: Callable[..., None], log: list[dict[str, Any]]
) -> None:
    from django.core import mail

    settings_of(DEFAULT_FROM_EMAIL="site@example.org", EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    mail.outbox = []
    tim = person("tim")
    tim.user.email = "tim@example.org"
    tim.user.save()
    tim.post("/me/", {"name": "a program", "scope": "read"})
    new = "quite another long password"
    tim.post("/me/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    told = [(letter.to, letter.body) for letter in mail.outbox]
    assert [to for to, _ in told] == [["tim@example.org"]] * 2
    assert "a token for a program was made" in told[0][1] and "your password was changed" in told[1][1]
    assert not any("pbt_" in text or new in text for _, text in told)
    assert [one["event"] for one in log].count("way in changed") == 2


def test_other_sessions_are_ended_with_the_password_and_this_one_goes_on(person: Callable[..., Any]) -> None:
    from django.test import Client

    here, there = Client(), Client()
    person("sid")
    for client in (here, there):
        client.post("/log-in/", {"username": "sid", "password": PASSWORD})
    assert "give your password" in here.post("/me/", {"elsewhere": "1", "password": "wrong"}).content.decode()
    assert there.get("/me/").status_code == 200
    here.post("/me/", {"elsewhere": "1", "password": PASSWORD})
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


@pytest.mark.parametrize(("length", "allowed"), [(11, False), (12, True), (64, True), (128, True), (129, False)])
def test_a_password_has_12_to_128_characters_of_any_kind(site: object, length: int, allowed: bool) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    told = ("ねこ O'Hara 🐈 qzx" * 20)[:length]
    try:
        validate_password(told)
    except ValidationError:
        assert not allowed
    else:
        assert allowed


def test_nothing_private_stays_in_a_cache_and_logging_out_clears_the_browser(person: Callable[..., Any]) -> None:
    from django.test import Client

    dora = person("dora")
    for address in ("/", "/me/", "/questions/", "/articles/"):
        assert dora.get(address)["Cache-Control"].startswith(("no-store", "max-age=0")) or "no-store" in dora.get(
            address
        ).get("Cache-Control", "")
    asked = Client().post("/ask/", {"q": "Is quinine safe for leg cramps?"})
    assert asked["Cache-Control"] == "no-store"
    assert "no-store" in Client().get("/questions/")["Cache-Control"]
    assert dora.post("/log-out/")["Clear-Site-Data"] == '"cache", "storage"'


def test_behind_tls_cookies_and_headers_are_as_strict_as_browsers_know(tmp_path: Path, prepared_site: Path) -> None:
    shutil.copy(prepared_site / "site.sqlite3", tmp_path)
    told = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'probatum.publish.site.settings'\n"
        "import django, json; django.setup()\n"
        "from django.conf import settings as s\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0); call_command('createcachetable', verbosity=0)\n"
        "from probatum.publish.site.accounts.models import User\n"
        "User.objects.create_superuser('olga', password='a-long-enough-password')\n"
        "from django.test import Client\n"
        "c = Client(headers={'host': 'answers.example.org', 'x-forwarded-proto': 'https'})\n"
        "r = c.post('/log-in/', {'username': 'olga', 'password': 'a-long-enough-password'})\n"
        "page = c.get('/log-in/')\n"
        "print(json.dumps([str(page.cookies), str(r.cookies), dict(page.headers), s.DEBUG, "
        "Client(headers={'host': 'evil.example'}).get('/log-in/').status_code]))\n"
    )
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PROBATUM_", "DJANGO_"))}
    env |= {"PROBATUM_SITE": str(tmp_path), "PROBATUM_HTTPS": "on", "PROBATUM_HOSTS": "answers.example.org"}
    env |= {"PROBATUM_SECRET_KEY": "k" * 60}
    done = subprocess.run([sys.executable, "-c", told], env=env, check=True, capture_output=True, text=True)
    form, session, headers, debug, elsewhere = json.loads(done.stdout.splitlines()[-1])
    assert session.count("__Host-session=") == 1 and "__Host-csrf=" in form
    for cookie in (form, *[line for line in session.splitlines() if "__Host-session" in line]):
        assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite", "Path=/")) and "Domain" not in cookie
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin" and headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "unsafe" not in headers["Content-Security-Policy"] and headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Access-Control-Allow-Origin" not in headers and debug is False and elsewhere == 400


def test_pictures_of_pages_are_served_and_no_other_file(site: Path) -> None:
    from django.test import Client

    folder = site / "media" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "board.width-800.png").write_bytes(b"\x89PNG<script>alert(7)</script>")
    for name in ("page.html", "drawing.svg", "old.png.bak"):
        (folder / name).write_text("<script>alert(7)</script>")
    reply = Client().get("/media/images/board.width-800.png")
    assert reply.status_code == 200 and reply["Content-Type"] == "image/png"
    assert reply["X-Content-Type-Options"] == "nosniff" and "sandbox" in reply["Content-Security-Policy"]
    hidden = ("page.html", "drawing.svg", "old.png.bak", "..%2f..%2fsecret.key", "%2e%2e/%2e%2e/site.sqlite3", "x.png")
    for name in (*hidden, "../../secret.key"):
        assert Client().get(f"/media/images/{name}").status_code == 404
    assert Client().get("/media/documents/x.png").status_code == 404


def test_a_picture_that_an_editor_puts_on_a_page_is_seen(person: Callable[..., Any], site: Path) -> None:
    import re

    from django.core.files.images import ImageFile
    from django.test import Client
    from PIL import Image as Drawn
    from wagtail.images import get_image_model

    from probatum.publish.site.articles.models import TextPage

    told = io.BytesIO()
    Drawn.new("RGB", (900, 400), "teal").save(told, "PNG")
    held = get_image_model().objects.create(title="The board", file=ImageFile(told, name="board.png"))
    page = TextPage.objects.get(slug="about")
    before = page.body
    page.body = f'<embed alt="The board" embedtype="image" format="fullwidth" id="{held.pk}"/>'
    page.save_revision().publish()
    shown = re.search(r'<img[^>]*src="([^"]+)"', Client().get("/about/").content.decode())
    page.body = before
    page.save_revision().publish()
    assert shown and Client().get(shown.group(1))["Content-Type"] == "image/png"


def test_questions_of_strangers_are_forgotten_after_the_days_that_the_site_keeps_them(person: Any) -> None:
    from django.utils import timezone

    from probatum.publish.site.asking.forgetting import forget
    from probatum.publish.site.asking.models import Asked

    old = timezone.now() - datetime.timedelta(days=91)
    made = [
        Asked.objects.create(browser="b", typed="old", reader="doctor"),
        Asked.objects.create(browser="b", typed="new", reader="doctor"),
        Asked.objects.create(owner=person("keeper").user, typed="mine", reader="doctor"),
    ]
    Asked.objects.filter(pk__in=[made[0].pk, made[2].pk]).update(made=old)
    assert forget(90) == 1
    assert set(Asked.objects.filter(pk__in=[one.pk for one in made]).values_list("typed", flat=True)) == {"new", "mine"}


HEAD = "import runpy, sys\nchild = runpy.run_path({child!r}, run_name='child')\nchild['_bound']()\n"


@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("held = bytearray(3 << 30)", "more memory or time"),
        ("import os; os.kill(os.getpid(), 11)", "more memory or time"),
        ("import time; time.sleep(60)", "takes too long"),
        ("with open(sys.argv[2], 'w') as file: file.write('x' * 9)", "more memory or time"),
        ("import os, json; json.dump({'text': ' '.join(os.environ)}, sys.stdout)", ""),
    ],
)
def test_a_file_under_audit_is_read_where_it_can_do_no_harm(
    does: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.errors import ProbatumError
    from probatum.publish.site.auditing import apart

    child = tmp_path / "child.py"
    child.write_text(HEAD.format(child=apart._CHILD) + does)
    monkeypatch.setattr(apart, "_CHILD", str(child))
    monkeypatch.setattr(apart, "SECONDS", 5)
    monkeypatch.setenv("PROBATUM_SECRET_KEY", "secret")
    target = tmp_path / "written"
    if not why:
        assert "PROBATUM" not in apart.readable(b"x", str(target)) and "DJANGO" not in apart.readable(b"x", "x")
        return
    with pytest.raises(ProbatumError, match=why):
        apart.readable(b"x", str(target))
    assert not target.exists() or not target.read_text()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"# A title\n\nSome words.", "# A title\n\nSome words."),
        (
            b"<html><body><h1>A title</h1><p>Enough words to be a text of its own here.</p></body></html>",
            "Enough words",
        ),
        (b"<div>" * 200_000, "P831"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><html><body><p>&b;</p></body></html>", "P831"),
        (b"%PDF-1.7 broken", "P831"),
        (b"PK\x03\x04broken", "P831"),
    ],
    ids=["markdown", "html", "nested", "entity", "pdf", "word"],
)
def test_a_file_read_apart_gives_its_text_or_why_not(data: bytes, told: str) -> None:
    from probatum.errors import ProbatumError
    from probatum.publish.site.auditing import apart

    try:
        got = apart.readable(data, "upload")
    except ProbatumError as error:
        got = error.code
    assert told in got and "root:" not in got


def test_a_reviewer_opens_each_new_wording_with_the_interests_they_declared_before(person: Callable[..., Any]) -> None:
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making
    from probatum.publish.site.editorial.standing import Action

    ann, bob = person("new-ann", "author"), person("new-bob", "reviewer")
    page = making.create(engine.answer("Is quinine safe for leg cramps?", Reader.DOCTOR), ann.user)
    review, form = f"/review/{page.key}/", "Declare and open the review"
    assert form not in bob.get(review).content.decode(), "a draft is not open"
    ann.post(f"{review}submit/")
    bob.post(f"{review}declare/", {"text": "Paid lectures in 2029."})
    assert form not in bob.get(review).content.decode()
    ann.post(f"{review}strike/", {"statement": page.answer["sections"][0]["statements"][-1]["id"]})
    ann.post(f"{review}submit/")
    told = bob.get(review).content.decode()
    assert form in told and "Paid lectures in 2029.</textarea>" in told
    bob.post(f"{review}declare/", {"text": "Paid lectures in 2029."})
    assert "Sign the review" in bob.get(review).content.decode()
    assert making.draft(page.key).content != page.content and Action.OPENED


def test_a_reviewer_accepts_sentences_one_by_one(person: Callable[..., Any]) -> None:
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making
    from probatum.publish.site.editorial.standing import Action

    ann, bob = person("acc-ann", "author"), person("acc-bob", "reviewer")
    page = making.create(engine.answer("Is quinine safe for leg cramps?", Reader.DOCTOR), ann.user)
    making.act(making.draft(page.key), Action.SUBMITTED, ann.user)
    sentence = page.answer["sections"][0]["statements"][0]["id"]

    def accept(client: Any, statement: str = sentence) -> str:
        said = {"statement": statement, "content": page.content}
        return str(client.post(f"/review/{page.key}/accept/", said, follow=True).content.decode())

    assert "cannot be sentence accepted" in accept(bob), "only once the review is open"
    bob.post(f"/review/{page.key}/declare/", {"none": "on"})
    told = accept(bob)
    assert "The sentence is accepted." in told and "Accepted by Acc-Bob" in told
    assert "You have accepted 1 of" in told
    assert "not in the newest wording" in accept(bob, "no.such")
    assert "one of these roles" in accept(ann)


def test_a_fault_of_ours_tells_nothing_of_itself(site: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client

    from probatum.publish.site.articles import listing

    def broken(*told: object, **more: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(listing, "listed", broken)
    for address, kind in (("/articles/", "text/html"), ("/", "text/html")):
        reply = Client(raise_request_exception=False).get(address)
        told = reply.content.decode()
        assert reply.status_code == 500 and reply["Content-Type"].startswith(kind)
        assert "Something failed" in told and not any(word in told for word in ("secret", "RuntimeError", "Traceback"))
        assert not {"Server", "X-Powered-By"} & set(reply.headers)
