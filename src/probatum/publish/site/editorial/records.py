"""The standing of pages: the trail read by the rules, put into words."""

from __future__ import annotations

from django.utils import timezone

from probatum.model import ReviewStatus
from probatum.publish.site.accounts.models import User
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial import trail
from probatum.publish.site.editorial.banner import status
from probatum.publish.site.editorial.standing import Standing, standing


def today() -> str:
    """Today as ISO text."""
    return timezone.now().date().isoformat()


def standing_of(page: ArticlePage) -> Standing:
    """Where the content of this page, live or draft, stands."""
    return standing(trail.steps(page.key), page.content, today())


def status_of(page: ArticlePage) -> ReviewStatus:
    """The same in words."""
    return content_status(page, page.content)


def content_status(page: ArticlePage, content: str) -> ReviewStatus:
    """The status of one content of an article."""
    happened = trail.steps(page.key)
    written = [s.date for s in happened if s.content == content and s.action.value in ("created", "edited")]
    return status(standing(happened, content, today()), written[-1] if written else "", name)


def name(actor: str) -> str:
    """The name of an actor of the trail, as pages show it."""
    if not actor.startswith("person:"):
        return "the engine" if actor == trail.ENGINE else actor
    person = User.objects.filter(pk=actor.removeprefix("person:")).first()
    return person.shown if person is not None else "a former member"
