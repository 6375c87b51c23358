"""A person sees where they are logged in and ends any of it; an account in the admin has the credentials of pages."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from phone import app

PASSWORD = "a-long-enough-password"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)


def entered(name: str, agent: str) -> Any:
    from django.test import Client

    client = Client(HTTP_USER_AGENT=agent)
    client.post("/log-in/", {"username": name, "password": PASSWORD})
    return client


def shown(client: Any) -> str:
    return client.get("/me/").content.decode()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (IPHONE, "Safari on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome on a Mac"),
        ("curl/8.5.0", "another program"),
        ("<script>alert(1)</script>" * 400, "another program"),
        ("", "another program"),
    ],
)
def test_a_browser_is_named_in_words_of_ours(site: object, agent: str, words: str) -> None:
    from probatum.publish.site.accounts.sessions import in_words

    assert in_words(agent) == words


def test_own_sessions_are_listed_and_one_is_ended_with_the_password(person: Callable[..., Any]) -> None:
    person("vera").logout()
    here, there, elsewhere = entered("vera", FIREFOX), entered("vera", IPHONE), entered("vera", "curl/8.5.0")
    page = shown(here)
    assert [page.count(words) for words in ("<strong>here</strong>", "Log out there</button>")] == [1, 2]
    name = re.findall(r'value="([0-9a-f]{20})" aria-label="Log out of Safari on iPhone', page)[0]
    assert there.session.session_key not in page
    refused = here.post("/me/", {"end": name, "password": "wrong"}).content.decode()
    assert "No session was ended" in refused and "Safari on iPhone" in refused
    here.post("/me/", {"end": name, "password": PASSWORD})
    assert there.get("/me/").status_code == 302
    assert "Safari on iPhone" not in shown(here)
    assert "Firefox on Linux" in shown(elsewhere)


def test_nobody_ends_or_sees_the_session_of_another(person: Callable[..., Any]) -> None:
    from probatum.publish.site.accounts import sessions

    person("vic").logout(), person("val").logout()
    vic, val = entered("vic", FIREFOX), entered("val", IPHONE)
    assert "iPhone" not in shown(vic)
    name = sessions._name(sessions.OpenSession.objects.get(session_key=val.session.session_key))
    vic.post("/me/", {"end": name, "password": PASSWORD})
    assert val.get("/me/").status_code == 200


def test_sessions_that_hold_no_longer_are_not_listed(person: Callable[..., Any]) -> None:
    person("vlad").logout()
    here, _ = entered("vlad", FIREFOX), entered("vlad", IPHONE)
    here.post("/me/", {"elsewhere": "1", "password": PASSWORD})
    assert "iPhone" not in shown(here)


def test_a_second_step_turned_on_or_off_ends_the_other_sessions(person: Callable[..., Any]) -> None:
    person("vito").logout()
    here, there = entered("vito", FIREFOX), entered("vito", IPHONE)
    key = here.get("/me/code/").content.decode().split("Key: <code>")[1].split("</code>")[0]
    here.post("/me/code/", {"code": app(key)})
    assert (here.get("/me/").status_code, there.get("/me/").status_code) == (200, 302)


def test_a_code_typed_again_is_told_to_its_person(person: Callable[..., Any], settings_of: Callable[..., None]) -> None:
    from django.core import mail

    settings_of(DEFAULT_FROM_EMAIL="site@example.org", EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    vida = person("vida")
    vida.user.email = "vida@example.org"
    vida.user.save()
    key = vida.get("/me/code/").content.decode().split("Key: <code>")[1].split("</code>")[0]
    vida.post("/me/code/", {"code": app(key, -1)})
    code = app(key)
    first, again = entered("vida", FIREFOX), entered("vida", IPHONE)
    first.post("/log-in/code/", {"code": code})
    mail.outbox = []
    again.post("/log-in/code/", {"code": "123 456"})
    assert mail.outbox == []
    again.post("/log-in/code/", {"code": code})
    assert "used before" in mail.outbox[0].body and code not in mail.outbox[0].body
    assert again.get("/me/").status_code == 302


def test_sessions_are_taken_away_with_ones_data_and_go_with_the_account(person: Callable[..., Any]) -> None:
    from probatum.publish.site.accounts.models import OpenSession

    pk = person("vinh").user.pk
    client = entered("vinh", FIREFOX)
    assert "Firefox on Linux" in [one["browser"] for one in client.get("/me/?take").json()["visits"]]
    client.post("/me/", {"sure": "vinh", "password": PASSWORD})
    assert not OpenSession.objects.filter(user_id=pk).exists()


def test_the_credentials_of_an_invited_person_are_set_in_the_admin(person: Callable[..., Any]) -> None:
    from probatum.publish.site.accounts.models import User

    olga, name = person("olga", "superuser"), f"w{time.time_ns()}"
    assert 'name="credentials"' in olga.get("/admin/users/new/").content.decode()
    told = {"username": name, "email": "w@example.org", "first_name": "Wil", "last_name": "Os", "credentials": "PharmD"}
    olga.post("/admin/users/new/", {**told, "password1": PASSWORD, "password2": PASSWORD})
    wil = User.objects.get(username=name)
    assert wil.shown == "Wil Os, PharmD"
    page = f"/admin/users/edit/{wil.pk}/"
    assert 'value="PharmD"' in olga.get(page).content.decode()
    olga.post(page, {**told, "credentials": "MD", "is_active": "on"})
    assert User.objects.get(username=name).shown == "Wil Os, MD"
