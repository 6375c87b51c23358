"""Taking away: articles and answers as files, in every format, in the version that was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from probatum.publish.formats import names

QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"


@pytest.fixture(scope="module")
def page(site: object) -> Any:
    """A submitted article."""
    from probatum.model import Reader
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    made = making.create(engine.answer(QUESTION, Reader.DOCTOR), trail.ENGINE)
    making.act(making.draft(made.key), Action.SUBMITTED, trail.ENGINE)
    return ArticlePage.objects.get(pk=made.pk)


@pytest.mark.parametrize("form", names())
def test_an_article_is_taken_away_in_every_format(page: Any, person: Callable[..., Any], form: str) -> None:
    reply = person("ann", "author").get(f"/take/{page.key}/{form}/?version={page.content}")
    assert reply.status_code == 200 and len(reply.content) > 100
    assert reply["Content-Disposition"].startswith(f'attachment; filename="{page.slug}.')
    assert reply["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("form", "starts", "kind"),
    [
        ("pdf", b"%PDF-", "application/pdf"),
        ("docx", b"PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("csv", b"", "text/csv; charset=utf-8"),
        ("json", b"{", "application/json; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is(page: Any, person: Callable[..., Any], form: str, starts: bytes, kind: str) -> None:
    reply = person("ann", "author").get(f"/take/{page.key}/{form}/")
    assert reply.content.startswith(starts) and reply["Content-Type"] == kind


def test_what_is_taken_away_carries_the_status_of_today(page: Any, person: Callable[..., Any]) -> None:
    told = person("ann", "author").get(f"/take/{page.key}/markdown/").content.decode()
    assert "no review of this wording has begun" in told and "Use with caution" in told


def test_the_page_offers_each_format_for_the_version_it_shows(page: Any, person: Callable[..., Any]) -> None:
    told = person("ann", "author").get(page.url).content.decode()
    for form in names():
        assert f'href="/take/{page.key}/{form}/?version={page.content}"' in told


@pytest.mark.parametrize("address", ["papyrus/", "pdf/?version=0000"])
def test_an_unknown_format_or_version_is_not_found(page: Any, person: Callable[..., Any], address: str) -> None:
    assert person("ann", "author").get(f"/take/{page.key}/{address}").status_code == 404


def test_an_answer_is_taken_away_by_who_asked_and_by_nobody_else(person: Callable[..., Any]) -> None:
    ann, bob = person("ann", "author"), person("bob", "reviewer")
    asked = ann.post("/ask/", {"q": QUESTION}).url
    b"".join(ann.get(asked).streaming_content)
    assert ann.get(f"{asked}take/pdf/").content.startswith(b"%PDF-")
    assert f"{asked}take/docx/" in ann.get(asked).content.decode()
    assert bob.get(f"{asked}take/pdf/").status_code == 404
