"""Articles made, edited and shown: the only place where a page and the trail change together."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils.text import slugify

from probatum.model import Answer
from probatum.publish.site.accounts.models import User
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticleIndexPage, ArticlePage, EditorialSettings
from probatum.publish.site.editorial import trail
from probatum.publish.site.editorial.records import today
from probatum.publish.site.editorial.standing import Action, forbidden


class NotAllowedError(Exception):
    """The rules do not allow it; the message says why."""


@transaction.atomic
def create(answer: Answer, author: User | str) -> ArticlePage:
    """A new article from an answer, as a draft that only the editorial staff sees."""
    index = ArticleIndexPage.objects.get()
    key = uuid.uuid4()
    page = ArticlePage(
        title=answer.title[:255], slug=f"{slugify(answer.title)[:80]}-{key.hex[:6]}", key=key, live=False
    )
    page.owner = author if isinstance(author, User) else None
    content.fill(page, answer)
    index.add_child(instance=page)
    page.save_revision(user=page.owner)
    trail.add(page.key, Action.CREATED, author, page.content)
    return page


def draft(key: uuid.UUID) -> ArticlePage:
    """The newest wording of an article, which may be ahead of what readers see. Raises ArticlePage.DoesNotExist."""
    newest: ArticlePage = ArticlePage.objects.get(key=key).get_latest_revision_as_object()
    return newest


@transaction.atomic
def edit(page: ArticlePage, answer: Answer, person: User, details: Mapping[str, object], password: str = "") -> None:
    """A new wording of an article; reviews of the one before count for it no longer. Raises NotAllowedError."""
    trail.hold()
    require(Action.EDITED, person, page)
    content.fill(page, answer)
    page.save_revision(user=person)
    trail.add(page.key, Action.EDITED, person, page.content, details, password=password)


@transaction.atomic
def act(
    page: ArticlePage,
    action: Action,
    person: User | str,
    details: Mapping[str, object] | None = None,
    password: str = "",
) -> None:
    """Do something to the newest wording, after the rules; and show or hide the page where that follows.

    Raises NotAllowedError, and ValueError for a wrong password.
    """
    trail.hold()
    if isinstance(person, User):
        require(action, person, page)
    trail.add(page.key, action, person, page.content, details, password=password)
    if action is Action.PUBLISHED or (action is Action.SUBMITTED and _shows_unreviewed(page)):
        # The rules above have decided; Wagtail's own permission to publish plays no part.
        shown_by = person if isinstance(person, User) else None
        page.get_latest_revision().publish(user=shown_by, skip_permission_checks=True)


def require(action: Action, person: User, page: ArticlePage) -> None:
    """Raise NotAllowedError when the rules forbid it."""
    why = forbidden(action, person.key, person.roles, trail.steps(page.key), page.content, today())
    if why:
        raise NotAllowedError(why)


def _shows_unreviewed(page: ArticlePage) -> bool:
    """True when readers may see this wording before it is approved: never in place of one that was approved."""
    public = ArticlePage.objects.get(key=page.key)
    approved = any(s.action is Action.APPROVED and s.content == public.content for s in trail.steps(page.key))
    return bool(EditorialSettings.for_site(page.get_site()).show_unreviewed) and not (public.live and approved)
