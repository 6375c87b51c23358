"""What a page costs: so many queries and no more, however many articles there are; nothing kept is out of date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

QUERIES = 12
"""Of an article for somebody without a session: the site, the way to the page, who may see it, the trail."""


@pytest.fixture(scope="module")
def page(site: object) -> Any:
    from probatum.model import Reader
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    made = making.create(engine.answer("Is quinine safe for leg cramps?", Reader.DOCTOR), trail.ENGINE)
    making.act(making.draft(made.key), Action.SUBMITTED, trail.ENGINE)
    return ArticlePage.objects.get(pk=made.pk)


def queries(address: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as told:
        assert Client().get(address).status_code == 200
    return len(told)


def test_an_article_takes_few_queries(page: Any) -> None:
    queries(page.url)
    assert queries(page.url) <= QUERIES


def test_a_list_takes_as_many_queries_for_many_articles_as_for_few(page: Any, person: Callable[..., Any]) -> None:
    from probatum.publish.site.articles import content
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    person("olga", "superuser")
    queries("/articles/")
    before = queries("/articles/"), queries("/articles/?q=quinine")
    for _ in range(3):
        more = making.create(content.read(page), trail.ENGINE)
        making.act(making.draft(more.key), Action.SUBMITTED, trail.ENGINE)
    assert (queries("/articles/"), queries("/articles/?q=quinine")) == before


def test_what_is_kept_of_a_page_is_never_out_of_date(page: Any) -> None:
    from django.test import Client

    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    def told() -> str:
        return str(Client().get(page.url).content.decode())

    assert "no review of this wording has begun" in told()
    making.act(making.draft(page.key), Action.APPROVED, trail.ENGINE, {"review_by": "2099-01-01"})
    assert "Approved by the medical board" in told() and "no review of this wording" not in told()
    making.act(making.draft(page.key), Action.REOPENED, trail.ENGINE, {"reason": "A source was retracted"})
    assert "Due for update" in told() and "Approved by the medical board on" not in told()


def test_the_oldest_is_given_up_first() -> None:
    from probatum.publish.site.articles.kept import Kept

    kept: Kept[int] = Kept(2)
    made: list[int] = []

    def get(key: int) -> int:
        return kept.get(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    assert [get(1), get(2), get(1), get(3), get(1), get(2)] == [1, 2, 1, 3, 1, 2]
    assert made == [1, 2, 3, 2]
