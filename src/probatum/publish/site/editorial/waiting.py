"""What waits: for a person, by the same rules that say what they may do; and for a day, dates that have come.

Nothing is kept for it: the trail says it all, so that a list can never be ahead of the articles or behind them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from django.core.mail import send_mail

from probatum.model import ReviewState
from probatum.publish.site.accounts.models import User
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial import making, trail
from probatum.publish.site.editorial.models import Comment
from probatum.publish.site.editorial.records import today
from probatum.publish.site.editorial.standing import Action, Role, Standing, Step, forbidden, standing

SOON: Final = 30
"""Days before a review date at which it is told."""
_TRUSTED: Final = (ReviewState.APPROVED, ReviewState.PUBLISHED)


class Waiting(NamedTuple):
    """One article that waits, and for what."""

    page: ArticlePage
    what: str
    since: str


class Case(NamedTuple):
    """An article in its newest wording, with what happened to it and where that stands."""

    page: ArticlePage
    steps: Sequence[Step]
    now: Standing


def cases() -> list[Case]:
    """Every article, the newest first."""
    made = []
    for live in ArticlePage.objects.order_by("-pk"):
        page = live.get_latest_revision_as_object()
        steps = trail.steps(page.key)
        made.append(Case(page, steps, standing(steps, page.content, today())))
    return made


def waiting_for(person: User, held: Iterable[Case]) -> list[Waiting]:
    """What waits for this person, in the order of the articles."""
    return [Waiting(case.page, what, case.now.since) for case in held for what in _tasks(case, person)]


def _tasks(case: Case, person: User) -> Iterator[str]:
    """What this person may do now and has not done."""
    _, steps, now = case

    def may(action: Action) -> bool:
        return not forbidden(action, person.key, person.roles, steps, case.page.content, today())

    mine = person.key == now.author
    decided = {who for who, _ in now.reviews}
    if mine and now.state is ReviewState.DRAFT:
        yield "Submit your draft, or go on writing."
    if mine and now.state is ReviewState.CHANGES_REQUESTED:
        yield f"Reviewers asked for changes: {now.reason}"
    if now.state is ReviewState.DUE and (mine or may(Action.SUBMITTED)):
        yield f"Due for update: {now.reason}."
    if not mine and may(Action.REVIEWED) and person.key not in decided:
        yield "Finish your review."
    elif not mine and may(Action.DECLARED) and _to_open(now) and person.key not in decided:
        yield "Review it: declare your interests first."
    if may(Action.APPROVED):
        yield "Decide for the board: its reviews approve this wording."
    if may(Action.PUBLISHED) and not now.publish_on:
        yield "Publish it, or set the day."
    if now.state in _TRUSTED and _near(now.review_by) and (mine or {Role.EDITOR, Role.OWNER} & person.roles):
        yield f"Its next review is due by {now.review_by}."
    reports = Comment.objects.filter(article=case.page.key, report=True, settled=False).count()
    if reports and (mine or {Role.EDITOR, Role.BOARD, Role.OWNER} & person.roles):
        yield f"Readers reported {'an error' if reports == 1 else f'{reports} errors'}."


def _to_open(now: Standing) -> bool:
    return now.state in (ReviewState.SUBMITTED, ReviewState.UNDER_REVIEW)


def _near(day: str) -> bool:
    return bool(day) and day <= (datetime.date.fromisoformat(today()) + datetime.timedelta(SOON)).isoformat()


def due(held: Iterable[Case]) -> list[Waiting]:
    """Articles that are due for update, and those whose review date is near."""
    made = []
    for page, _, now in held:
        if now.state is ReviewState.DUE:
            made.append(Waiting(page, f"due for update: {now.reason}", now.since))
        elif now.state in _TRUSTED and _near(now.review_by):
            made.append(Waiting(page, f"next review by {now.review_by}", now.since))
    return made


def publish_scheduled(held: Iterable[Case]) -> list[ArticlePage]:
    """Publish what is approved and whose day has come; gives what was published."""
    made = []
    for page, _, now in held:
        if now.state is ReviewState.APPROVED and now.publish_on and now.publish_on <= today():
            making.act(page, Action.PUBLISHED, trail.ENGINE)
            made.append(page)
    return made


def remind(held: Sequence[Case], address: str) -> int:
    """Send everybody who has an e-mail address what waits for them; gives how many were written to.

    The letter names articles alone: no patient, no question, no comment.
    """
    count = 0
    for person in User.objects.filter(is_active=True).exclude(email=""):
        tasks = waiting_for(person, held)
        if not tasks:
            continue
        lines = [f"{one.page.title}: {one.what}\n{address}/review/{one.page.key}/" for one in tasks]
        send_mail(f"Waiting for you: {len(tasks)}", "\n\n".join(lines) + "\n", None, [person.email])
        count += 1
    return count
