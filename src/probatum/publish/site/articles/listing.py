"""Lists of articles, each with where it stands."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest

from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial.records import statuses_of


class Listed(NamedTuple):
    """One line of a list."""

    title: str
    question: str
    url: str
    state: str
    text: str
    trusted: bool


def listed(request: HttpRequest, words: str = "", limit: int = 100) -> list[Listed]:
    """Articles that can be read, the newest first; those that match the words, best first, when there are words."""
    pages = ArticlePage.objects.live().public().defer("answer")
    found = pages.search(words)[:limit] if words.strip() else pages.order_by("-last_published_at", "-pk")[:limit]
    held = list(found)
    return [
        Listed(page.title, page.question, page.get_url(request), status.state.value, status.text, not status.caution)
        for page, status in zip(held, statuses_of(held), strict=True)
    ]
