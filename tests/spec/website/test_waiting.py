"""What waits for whom, days that have come, and letters about them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from probatum.errors import ProbatumError

QUESTION = "Is quinine safe for leg cramps?"
PASSWORD = "a-long-enough-password"
LATER = (datetime.date.today() + datetime.timedelta(3)).isoformat()


@pytest.fixture(scope="module")
def people(person: Callable[..., Any]) -> dict[str, Any]:
    roles = {"amy": "author", "ben": "reviewer", "col": "reviewer", "dot": "board", "edd": "editor"}
    made = {name: person(name, role) for name, role in roles.items()}
    for name, client in made.items():
        client.user.email = f"{name}@example.org"
        client.user.save()
    return made


@pytest.fixture(scope="module")
def page(people: dict[str, Any]) -> Any:
    """A draft by Amy."""
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making

    return making.create(engine.answer(QUESTION, Reader.DOCTOR), people["amy"].user)


def tasks(page: Any, who: Any) -> list[str]:
    from probatum.publish.site.editorial import waiting

    return [one.what for one in waiting.waiting_for(who.user, waiting.cases()) if one.page.key == page.key]


def test_what_waits_for_each_follows_the_way_of_an_article(page: Any, people: dict[str, Any]) -> None:
    from probatum.publish.site.editorial import waiting

    def act(name: str, action: str, **said: str) -> None:
        people[name].post(f"/review/{page.key}/{action}/", said)

    def waits() -> dict[str, list[str]]:
        return {name: told for name, client in people.items() if (told := tasks(page, client))}

    assert waits() == {"amy": ["Submit your draft, or go on writing."]}
    act("amy", "submit")
    review = ["Review it: declare your interests first."]
    assert waits() == {"ben": review, "col": review, "dot": review}
    act("ben", "declare", none="on")
    assert waits()["ben"] == ["Finish your review."]
    act("ben", "decide", decision="request changes", reason="Say which country.", password=PASSWORD)
    assert waits()["amy"] == ["Reviewers asked for changes: Say which country."] and "ben" not in waits()
    act("ben", "decide", decision="approve", reason="It does.", password=PASSWORD)
    act("col", "declare", none="on")
    act("col", "decide", decision="approve", reason="Checked.", password=PASSWORD)
    assert any("Decide for the board" in told for told in waits()["dot"])
    act("dot", "approve", password=PASSWORD)
    assert waits() == {"edd": ["Publish it, or set the day."]}
    assert "Publish it, or set the day." in people["edd"].get("/review/").content.decode()

    act("edd", "publish", publish_on=LATER)
    assert waits() == {} and waiting.publish_scheduled(waiting.cases()) == [], "its day has not come"


def test_what_was_set_is_published_when_its_day_has_come(
    page: Any, people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.model import ReviewState
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.editorial import waiting
    from probatum.publish.site.editorial.records import standing_of

    monkeypatch.setattr(waiting, "today", lambda: LATER)
    assert [one.key for one in waiting.publish_scheduled(waiting.cases())] == [page.key]
    assert standing_of(ArticlePage.objects.get(key=page.key)).state is ReviewState.PUBLISHED
    assert waiting.publish_scheduled(waiting.cases()) == []


def test_a_review_date_that_is_near_is_told_and_one_that_has_passed_is_overdue(
    page: Any, people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.publish.site.editorial import waiting

    def told(on: str) -> list[str]:
        monkeypatch.setattr(waiting, "today", lambda: on)
        return [one.what for one in waiting.due(waiting.cases()) if one.page.key == page.key]

    def after(days: int) -> str:
        return (datetime.date.today() + datetime.timedelta(days)).isoformat()

    assert told(after(300)) == []
    assert told(after(350))[0].startswith("next review by")
    assert told(after(400))[0].startswith("due for update: its review date")


def test_letters_name_articles_and_nothing_that_readers_wrote(page: Any, people: dict[str, Any]) -> None:
    from django.core import mail
    from django.test import Client
    from django.test.utils import override_settings

    from probatum.publish.site.editorial import waiting

    Client().post(f"/report/{page.key}/", {"statement": "bottom_line.1", "text": "My mother, Jane Roe, took it."})
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend", DEFAULT_FROM_EMAIL="site@example.org"
    ):
        mail.outbox = []
        assert waiting.remind(waiting.cases(), "https://answers.example.org") == len(mail.outbox) > 0
    letters = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "Readers reported an error." in letters["edd@example.org"]
    assert f"https://answers.example.org/review/{page.key}/" in letters["edd@example.org"]
    assert not any("Jane" in body for body in letters.values())
    assert "ben@example.org" not in letters or "Readers reported" not in letters["ben@example.org"]


@pytest.mark.parametrize(
    ("said", "host", "port", "tls"),
    [
        ("", "", 0, ""),
        ("smtp://u:p%40ss@mail.example.org/site@example.org", "mail.example.org", 587, "starttls"),
        ("smtps://mail.example.org/site@example.org", "mail.example.org", 465, "ssl"),
        ("smtp://mail.example.org:2525/site@example.org", "mail.example.org", 2525, "starttls"),
    ],
)
def test_the_mail_server_is_read_from_the_environment(
    said: str, host: str, port: int, tls: str, site: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.publish.site import configuration

    monkeypatch.setenv("PROBATUM_MAIL", said)
    told = configuration.read().mail
    assert (told.host, told.port, told.tls) == (host, port, tls)
    assert not said or told.sender == "site@example.org"


@pytest.mark.parametrize("said", ["mail.example.org", "http://x/y@z", "smtp://mail.example.org/", "smtp://h:no/y@z"])
def test_what_names_no_mail_server_is_refused_without_repeating_its_password(
    said: str, site: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.publish.site import configuration

    monkeypatch.setenv("PROBATUM_MAIL", said)
    with pytest.raises(ProbatumError, match="P854") as told:
        configuration.read()
    assert said not in str(told.value)


def test_a_blind_review_hides_the_author_in_the_history_too(page: Any, people: dict[str, Any]) -> None:
    from wagtail.models import Site

    from probatum.publish.site.articles.models import EditorialSettings

    settings = EditorialSettings.for_site(Site.objects.get())
    settings.blind_reviews = True
    settings.save()
    try:
        for address in (f"/review/{page.key}/", f"/review/{page.key}/history/"):
            assert "Amy" not in people["ben"].get(address).content.decode()
            assert "Amy" in people["amy"].get(address).content.decode()
    finally:
        settings.blind_reviews = False
        settings.save()


def test_the_history_says_its_steps_in_words(page: Any, people: dict[str, Any]) -> None:
    told = people["edd"].get(f"/review/{page.key}/history/").content.decode()
    assert "decision: request changes; reason: Say which country." in told
    assert f"publish on: {LATER}" in told and "{}" not in told


def test_the_owner_is_told_how_to_add_people_until_there_are_enough(people: dict[str, Any], person: Any) -> None:
    from probatum.publish.site.accounts.models import User

    olga = person("olga", "superuser")
    assert "/admin/users/new/" not in olga.get("/review/").content.decode()
    User.objects.filter(groups__name="Reviewers").exclude(username="ben").update(is_active=False)
    told = olga.get("/review/").content.decode()
    assert "/admin/users/new/" in told
    User.objects.filter(groups__name="Reviewers").update(is_active=True)


def test_a_page_that_is_not_there_is_said_in_the_sites_own_frame(people: dict[str, Any]) -> None:
    reply = people["amy"].get("/nowhere/")
    assert reply.status_code == 404 and "Not found" in reply.content.decode() and "Articles" in reply.content.decode()


def test_the_sitemap_names_what_can_be_read(page: Any, people: dict[str, Any]) -> None:
    told = people["amy"].get("/sitemap.xml").content.decode()
    assert page.slug in told and "/editorial-policy/" in told
