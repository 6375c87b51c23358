"""The standing of pages: the trail read by the rules, put into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils import timezone

from probatum.model import ReviewStatus
from probatum.publish.site.accounts.models import User
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial import trail
from probatum.publish.site.editorial.banner import status
from probatum.publish.site.editorial.standing import Standing, Step, standing

PERSON = "person:"
"""How the trail names people."""


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
    return _worded(trail.steps(page.key), content, name)


def statuses_of(pages: Sequence[ArticlePage]) -> list[ReviewStatus]:
    """The status of each page, in two queries however many there are."""
    happened = trail.steps_of([page.key for page in pages])
    actors = {step.actor for steps in happened.values() for step in steps}
    numbers = [number for number in (actor.removeprefix(PERSON) for actor in actors) if number.isdigit()]
    shown = {user.key: user.shown for user in User.objects.filter(pk__in=numbers)}
    return [_worded(happened[page.key], page.content, lambda actor: _name(actor, shown.get(actor))) for page in pages]


def _worded(happened: Sequence[Step], content: str, names: Callable[[str], str]) -> ReviewStatus:
    written = [s.date for s in happened if s.content == content and s.action.value in ("created", "edited")]
    return status(standing(happened, content, today()), written[-1] if written else "", names)


def name(actor: str) -> str:
    """The name of an actor of the trail, as pages show it."""
    person = User.objects.filter(pk=actor.removeprefix(PERSON)).first() if actor.startswith(PERSON) else None
    return _name(actor, person.shown if person is not None else None)


def _name(actor: str, person: str | None) -> str:
    if not actor.startswith(PERSON):
        return "the engine" if actor == trail.ENGINE else actor
    return person if person is not None else "a former member"
