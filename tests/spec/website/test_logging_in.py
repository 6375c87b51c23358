"""Ways in: password, second step, recovery codes, throttling; one's own password and data."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from phone import app

PASSWORD = "a-long-enough-password"


@pytest.fixture(autouse=True)
def fresh(site: object) -> Iterator[None]:
    """No failure of another test counts here."""
    from axes.utils import reset
    from django.core.cache import cache

    reset()
    cache.clear()
    yield
    reset()


def visitor(**more: Any) -> Any:
    from django.test import Client

    return Client(**more)


@pytest.fixture
def tess(person: Callable[..., Any]) -> Iterator[tuple[Any, str, list[str]]]:
    """A reviewer with a second step: their client, the key, the recovery codes."""
    from probatum.publish.site.accounts import second
    from probatum.publish.site.accounts.models import User

    client = person("tess", "reviewer")
    shown = client.get("/me/code/").content.decode()
    key = shown.split("Key: <code>")[1].split("</code>")[0]
    told = client.post("/me/code/", {"code": app(key, -1)}).content.decode()
    codes = [part.split("</code>")[0] for part in told.split("<code>")[1:]]
    assert len(codes) == second.CODES
    yield client, key, codes
    second.remove(User.objects.get(username="tess"))


def log_in(client: Any, name: str, password: str = PASSWORD) -> Any:
    return client.post("/log-in/", {"username": name, "password": password})


def inside(client: Any) -> bool:
    return client.get("/me/").status_code == 200


def test_a_password_alone_is_half_the_way_for_who_has_a_second_step(tess: Any) -> None:
    client = visitor()
    assert log_in(client, "tess").url == "/log-in/code/"
    assert not inside(client)
    assert client.post("/log-in/code/", {"code": "000000"}).status_code == 400
    assert not inside(client)
    assert client.post("/log-in/code/", {"code": app(tess[1])}).status_code == 302
    assert inside(client)


def test_a_code_opens_one_door(tess: Any) -> None:
    one, other, code = visitor(), visitor(), app(tess[1])
    for client in (one, other):
        log_in(client, "tess")
        client.post("/log-in/code/", {"code": code})
    assert inside(one) and not inside(other)


@pytest.mark.parametrize("later", [-3, 3, 100])
def test_a_code_of_another_time_opens_none(tess: Any, later: int) -> None:
    client = visitor()
    log_in(client, "tess")
    client.post("/log-in/code/", {"code": app(tess[1], later)})
    assert not inside(client)


def test_a_recovery_code_opens_once(tess: Any) -> None:
    one, other, code = visitor(), visitor(), tess[2][0]
    for client in (one, other):
        log_in(client, "tess")
        client.post("/log-in/code/", {"code": code.upper()})
    assert inside(one) and not inside(other)


def test_keys_and_recovery_codes_are_kept_locked(tess: Any) -> None:
    from probatum.publish.site.accounts.models import OneTimeKey, RecoveryCode

    kept = OneTimeKey.objects.get(user__username="tess")
    assert tess[1].replace(" ", "").encode() not in bytes(kept.sealed)
    held = {code.digest for code in RecoveryCode.objects.filter(user__username="tess")}
    assert not held & {code.replace(" ", "") for code in tess[2]}


def test_the_half_way_ends_after_five_minutes(tess: Any) -> None:
    client = visitor()
    log_in(client, "tess")
    session = client.session
    session["entering"] = {**session["entering"], "at": time.time() - 301}
    session.save()
    assert client.post("/log-in/code/", {"code": app(tess[1])}).url == "/log-in/"
    assert not inside(client)


def test_the_second_step_is_turned_off_with_the_password_alone_in_hand_of_its_owner(tess: Any) -> None:
    client = tess[0]
    assert client.post("/me/code/", {"off": "1", "password": "wrong"}).status_code == 400
    assert client.post("/me/code/", {"off": "1", "password": PASSWORD}).status_code == 302
    assert log_in(visitor(), "tess").url == "/"


def test_wrong_codes_lock_like_wrong_passwords(tess: Any) -> None:
    client = visitor()
    log_in(client, "tess")
    for _ in range(5):
        client.post("/log-in/code/", {"code": "000000"})
    assert client.post("/log-in/code/", {"code": app(tess[1])}).status_code == 429


def test_five_failures_lock_a_name_at_an_address(person: Callable[..., Any]) -> None:
    person("theo")
    for _ in range(5):
        log_in(visitor(), "theo", "wrong")
    assert log_in(visitor(), "theo").status_code == 429
    assert log_in(visitor(REMOTE_ADDR="203.0.113.7"), "theo").status_code == 302


def test_many_failures_lock_a_name_from_everywhere(person: Callable[..., Any]) -> None:
    from probatum.publish.site.accounts import throttle

    person("theo")
    for number in range(throttle.HOURLY):
        throttle.count(None, {"username": "theo"})
        assert number < throttle.HOURLY
    assert log_in(visitor(REMOTE_ADDR="203.0.113.8"), "theo").status_code == 429


def test_an_unknown_name_and_a_wrong_password_read_alike(person: Callable[..., Any]) -> None:
    person("theo")
    known, unknown = log_in(visitor(), "theo", "wrong"), log_in(visitor(), "nobody-here", "wrong")
    strip = [reply.content.decode().split("<form method")[1].split("password")[-1] for reply in (known, unknown)]
    assert known.status_code == unknown.status_code == 200 and strip[0] == strip[1]


def test_logging_in_makes_a_new_session_that_ends_within_the_day(person: Callable[..., Any]) -> None:
    person("theo")
    client = visitor()
    client.post("/ask/", {"q": "mexiletine for cramps?"})
    before = client.session.session_key
    log_in(client, "theo")
    assert client.session.session_key != before
    assert client.session.get_expiry_age() <= 12 * 3600


def test_logging_out_ends_the_session(person: Callable[..., Any]) -> None:
    person("theo")
    client = visitor()
    log_in(client, "theo")
    kept = client.cookies["sessionid"].value
    client.post("/log-out/")
    client.cookies["sessionid"] = kept
    assert not inside(client)


@pytest.mark.parametrize(
    "after", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_way_on_never_leaves_the_site(person: Callable[..., Any], after: str) -> None:
    person("theo")
    reply = visitor().post("/log-in/", {"username": "theo", "password": PASSWORD, "next": after})
    assert reply.url == "/"


def test_the_admin_has_no_door_of_its_own(site: object) -> None:
    assert visitor().get("/admin/login/?next=/admin/").url == "/log-in/?next=/admin/"
    assert visitor().get("/admin/password_reset/").status_code in (302, 404)


@pytest.mark.parametrize("weak", ["short", "password1234", "12345678901234", "theo-theo-theo"])
def test_weak_passwords_are_refused(person: Callable[..., Any], weak: str) -> None:
    client = person("theo-theo-theo" if weak.startswith("theo") else "theo")
    told = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    assert client.post("/me/password/", told).status_code == 400


def test_long_passwords_with_any_characters_hold_and_end_other_sessions(person: Callable[..., Any]) -> None:
    client, other, new = person("tara"), visitor(), "ünlikely 漢字  🙂 " * 8
    log_in(other, "tara")
    told = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/me/password/", told).status_code == 302
    assert inside(client) and not inside(other)
    assert log_in(visitor(), "tara", new).status_code == 302
    assert log_in(visitor(), "tara", PASSWORD).status_code == 200


def test_passwords_are_kept_as_argon2(person: Callable[..., Any], settings_of: Callable[..., None]) -> None:
    from probatum.publish.site import settings

    settings_of(PASSWORD_HASHERS=settings.PASSWORD_HASHERS[-2:])  # these tests put a quicker one before
    theo = person("theo").user
    theo.set_password(PASSWORD)
    assert theo.password.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")


def test_where_it_is_asked_for_staff_work_with_a_second_step_alone(person: Callable[..., Any], tess: Any) -> None:
    from wagtail.models import Site

    from probatum.publish.site.articles.models import EditorialSettings

    settings = EditorialSettings.for_site(Site.objects.get())
    settings.second_step = True
    settings.save()
    try:
        assert person("theo", "reviewer").get("/review/").url == "/me/code/"
        assert tess[0].get("/review/").status_code == 200
        assert person("theo", "reviewer").get("/questions/").status_code == 200
    finally:
        settings.second_step = False
        settings.save()


def test_all_that_is_kept_of_a_person_can_be_taken_away(person: Callable[..., Any]) -> None:
    from probatum.publish.site.editorial.models import Comment

    client = person("toni", "reviewer")
    client.post("/ask/", {"q": "mexiletine for cramps?"})
    Comment.objects.create(article="0" * 32, content="c", text="Said by Toni.", author=client.user)
    client.post("/me/", {"name": "my program", "scope": "read"})
    told = json.loads(client.get("/me/?take=1").content)
    assert told["username"] == "toni" and told["groups"] == ["Reviewers"]
    assert [asked["asked"] for asked in told["questions"]] == ["mexiletine for cramps?"]
    assert told["comments"][0]["text"] == "Said by Toni." and told["tokens"][0]["name"] == "my program"
    assert "pbt_" not in json.dumps(told) and "argon2" not in json.dumps(told)


def test_who_leaves_leaves_nothing_that_names_them(person: Callable[..., Any]) -> None:
    from django.apps import apps

    client = person("quintilian", "reviewer")
    client.user.email = "quintilian@example.org"
    client.user.save()
    client.post("/ask/", {"q": "mexiletine for cramps in Quintilian's clinic?"})
    log_in(visitor(), "quintilian", "wrong")
    assert client.post("/me/", {"sure": "quintilian", "password": "wrong"}).status_code == 200
    assert inside(client), "without the password nothing is deleted"
    assert client.post("/me/", {"sure": "quintilian", "password": PASSWORD}).status_code == 302
    assert not inside(client)
    for model in apps.get_models():
        for row in model._default_manager.values():
            assert "quintilian" not in str(row).lower(), (model, row)


def test_a_health_check_says_well_and_no_more(site: object) -> None:
    reply = visitor().get("/health/")
    assert reply.status_code == 200 and reply.json() == {"status": "ok"}
    assert "no-store" in reply["Cache-Control"]


@pytest.mark.parametrize(
    ("proxies", "told", "seen"),
    [
        (0, "198.51.100.1", "127.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.9.9.9, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (2, "198.51.100.1", "127.0.0.1"),
    ],
)
def test_a_visitor_is_who_our_own_proxies_saw(
    site: object, settings_of: Any, proxies: int, told: str, seen: str
) -> None:
    from django.test import RequestFactory

    from probatum.publish.site.visitors import Visitors

    settings_of(PROBATUM_PROXIES=proxies)
    request = RequestFactory().get("/", headers={"X-Forwarded-For": told})
    Visitors(lambda held: None)(request)  # type: ignore[arg-type,return-value]
    assert request.META["REMOTE_ADDR"] == seen


@pytest.mark.parametrize("path", ["/ask/", "/reader/", "/log-in/"])
def test_a_nul_in_a_field_is_refused(site: object, path: str) -> None:
    assert visitor().post(path, {"q": "mexiletine\0?", "reader": "a\0", "username": "\0"}).status_code == 400
    assert visitor().get("/articles/?q=a%00b").status_code == 400
