"""Pages of editorial work: the dashboard, an article under review, its history, reports of errors."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Final

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probatum.model import ReviewState
from probatum.publish import page as pages
from probatum.publish.readers import seen_by
from probatum.publish.site.accounts.models import GROUPS, User
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage, EditorialSettings
from probatum.publish.site.asking import conversations, limits
from probatum.publish.site.asking.models import Asked
from probatum.publish.site.editorial import comparing, making, trail, waiting, work
from probatum.publish.site.editorial.agreement import agreement
from probatum.publish.site.editorial.models import Comment, Event, Interests
from probatum.publish.site.editorial.records import content_status, name, standing_of, today
from probatum.publish.site.editorial.standing import REVIEWS_NEEDED, Action, Role, Step, forbidden
from probatum.publish.site.frame import reader_of


@login_required
@require_POST
def create(request: HttpRequest, asked: uuid.UUID) -> HttpResponseBase:
    """Make an article of one's own question."""
    if not {Role.AUTHOR, Role.EDITOR, Role.OWNER} & request.user.roles:
        raise Http404
    mine = get_object_or_404(Asked, pk=asked, owner=request.user)
    conversation = conversations.read(mine)
    if conversation is None:
        return redirect("question", asked=mine.id)
    made = making.create(conversation.last.answer, request.user)
    return redirect("review", key=made.key)


@login_required
@require_GET
def dashboard(request: HttpRequest) -> HttpResponseBase:
    """What waits for whom: every article by state, what is overdue, how well reviewers agree."""
    if not request.user.roles:
        raise Http404
    held = waiting.cases()
    rows = [(case.page, case.now) for case in held]
    order = [ReviewState.DUE, ReviewState.SUBMITTED, ReviewState.UNDER_REVIEW, ReviewState.CHANGES_REQUESTED]
    order += [ReviewState.APPROVED, ReviewState.DRAFT, ReviewState.PUBLISHED, ReviewState.WITHDRAWN]
    by_state = [(state, [row for row in rows if row[1].state is state]) for state in order]
    reports = Comment.objects.filter(report=True, settled=False).order_by("-pk")[:50]
    told = {
        "by_state": [group for group in by_state if group[1]],
        "agreement": agreement(),
        "reports": reports,
        "tasks": waiting.waiting_for(request.user, held),
        "due": waiting.due(held),
        "reviewers": User.objects.filter(is_active=True, groups__name=GROUPS[Role.REVIEWER]).distinct().count(),
        "needed": REVIEWS_NEEDED,
    }
    return render(request, "editorial/dashboard.html", told)


@login_required
@require_GET
def review(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """An article before the board: every sentence with its proof, its comments and what may be done."""
    page = _draft(request, key)
    now = standing_of(page)
    happened = trail.steps(key)
    roles, person = request.user.roles, request.user.key
    may = {a.name.lower(): not forbidden(a, person, roles, happened, page.content, today()) for a in Action}
    comments: dict[str, list[Comment]] = {}
    for comment in Comment.objects.filter(article=key, settled=False).order_by("made"):
        comments.setdefault(comment.statement, []).append(comment)
    answer = content.read(page)
    accepted = _accepted(page)
    shown = pages.parts(answer)
    told = {
        "page": page,
        "answer": answer,
        "accepted": accepted,
        "to_accept": len({statement.id for statement in answer.statements}),
        "mine": {statement for statement, people in accepted.items() if request.user.shown in people},
        "parts": (*shown, pages.left_out(answer, shown)),
        "status": content_status(page, page.content),
        "standing": now,
        "author": BLIND if _blind(request, now.author) else name(now.author),
        "publish_on": now.publish_on,
        "may": may,
        "comments": comments,
        "unsent": work.unsent(request, key),
        "chosen": request.GET.get("sentence", "")[:80],
        "interests": Interests.objects.filter(article=key).select_related("person"),
        "declaring": may["declared"] and now.state in _OPEN and not _opened(happened, person, page.content),
        "before": Interests.objects.filter(article=key, person=request.user).order_by("pk").last(),
    }
    return render(request, "editorial/review.html", told)


_OPEN: Final = (ReviewState.SUBMITTED, ReviewState.UNDER_REVIEW, ReviewState.CHANGES_REQUESTED)


def _opened(happened: Iterable[Step], person: str, content: str) -> bool:
    """True when this person opened the review of this very wording: each new one is opened anew."""
    return any(s.action is Action.OPENED and s.actor == person and s.content == content for s in happened)


def _accepted(page: ArticlePage) -> dict[str, list[str]]:
    """Who accepted each sentence of this wording."""
    held: dict[str, list[str]] = {}
    for event in Event.objects.filter(article=page.key, content=page.content, action=Action.ACCEPTED.value):
        people, who = held.setdefault(json.loads(event.details)["sentence"], []), name(event.actor)
        if who not in people:
            people.append(who)
    return held


@login_required
@require_GET
def history(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """Everything that happened to an article, and the difference between any two of its versions."""
    page = _draft(request, key)
    versions = [(r.content["content"], r.created_at) for r in page.revisions.order_by("pk")]
    old, new = request.GET.get("old", ""), request.GET.get("new", "")
    known = {held for held, _ in versions}
    compared = comparing.compare(_at(page, old), _at(page, new)) if {old, new} <= known else ()
    author = standing_of(page).author
    hidden = _blind(request, author)
    events = [
        (event, BLIND if hidden and event.actor == author else name(event.actor), _details(event))
        for event in Event.objects.filter(article=key)
    ]
    told = {"page": page, "events": events, "versions": versions, "compared": compared, "old": old, "new": new}
    return render(request, "editorial/history.html", told)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A reader reports an error in a sentence, or in the whole: an item for the board."""
    page = get_object_or_404(ArticlePage.objects.live(), key=key)
    if request.method == "GET":
        return _report_form(request, page, request.GET.get("sentence", ""))
    text = request.POST.get("text", "").strip()[:4000]
    statement = request.POST.get("statement", "")[:80]
    if not text:
        return _report_form(request, page, statement, "Say what is wrong.")
    if limits.too_many(request):
        return render(request, "asking/wait.html", status=429)
    author = request.user if request.user.is_authenticated else None
    Comment.objects.create(
        article=key, content=page.content, statement=statement, text=text, author=author, report=True
    )
    return render(request, "editorial/thanks.html", {"page": page})


def _report_form(request: HttpRequest, page: ArticlePage, statement: str, fault: str = "") -> HttpResponseBase:
    """The form, with the sentence as this reader sees it; for the whole article where it has no such sentence."""
    lines = (line for part in pages.parts(seen_by(content.read(page), reader_of(request))) for line in part.lines)
    line = next((one for one in lines if one.statement.id == statement), None)
    return render(request, "editorial/report.html", {"page": page, "line": line, "fault": fault})


def _details(event: Event) -> str:
    """What a step says besides, in words: `decision: approve; reason: checked`."""
    said = json.loads(event.details)
    told = ((key.replace("_", " "), ", ".join(held) if isinstance(held, list) else held) for key, held in said.items())
    return "; ".join(key if held is True else f"{key}: {held}" for key, held in told if held)


BLIND = "hidden (blind review)"


def _blind(request: HttpRequest, author: str) -> bool:
    """True when this person may not see who wrote the article."""
    blind = EditorialSettings.for_request(request).blind_reviews
    return blind and Role.OWNER not in request.user.roles and request.user.key != author


def _draft(request: HttpRequest, key: uuid.UUID) -> ArticlePage:
    if not request.user.roles:
        raise Http404
    try:
        return making.draft(key)
    except ArticlePage.DoesNotExist as error:
        raise Http404 from error


def _at(page: ArticlePage, wanted: str) -> ArticlePage:
    """The page with that content."""
    for revision in page.revisions.order_by("-pk"):
        if revision.content["content"] == wanted:
            held: ArticlePage = revision.as_object()
            return held
    raise Http404
