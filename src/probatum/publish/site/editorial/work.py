"""Doing something to an article: one address for each action, all by the same rules."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage, EditorialSettings
from probatum.publish.site.editorial import making, sentences
from probatum.publish.site.editorial.models import Comment, Interests
from probatum.publish.site.editorial.records import today
from probatum.publish.site.editorial.standing import Action, Decision

MONTH = datetime.timedelta(days=30.44)


@login_required
@require_POST
def act(request: HttpRequest, key: uuid.UUID, action: str) -> HttpResponseBase:
    """Do it, or say why not; then back to the article."""
    do = ACTIONS.get(action)
    if do is None or not request.user.roles:
        raise Http404
    try:
        page = making.draft(key)
        if request.POST.get("content", page.content) != page.content:
            raise making.NotAllowedError("The article was changed while you read it. Look at the new wording first.")
        # A step and what it tells of (a comment, interests) are kept together or not at all.
        with transaction.atomic():
            said = do(request, page)
    except ArticlePage.DoesNotExist as error:
        raise Http404 from error
    except (making.NotAllowedError, sentences.UnsupportedError) as error:
        messages.error(request, str(error))
        _keep(request, key, action)
    except KeyError:
        messages.error(request, "That sentence is not in the newest wording.")
    except ValueError as error:
        messages.error(request, f"Nothing was done: {error}.")
        _keep(request, key, action)
    else:
        messages.success(request, said)
    return redirect("review", key=key)


UNSENT: Final = "unsent"


def _keep(request: HttpRequest, key: uuid.UUID, action: str) -> None:
    """What was written in a form that was refused, so that nobody has to write it again; never a password."""
    said = {name: _said(request, name) for name in ("reason", "decision", "publish_on")}
    request.session[UNSENT] = {"key": str(key), "action": action, "checked": request.POST.getlist("checked"), **said}


def unsent(request: HttpRequest, key: uuid.UUID) -> dict[str, object]:
    """What was refused last of this article, once."""
    held = request.session.get(UNSENT)
    if not isinstance(held, dict) or held.get("key") != str(key):
        return {}
    del request.session[UNSENT]
    return held


def _submit(request: HttpRequest, page: ArticlePage) -> str:
    making.act(page, Action.SUBMITTED, request.user)
    return "Submitted to the medical board."


def _declare(request: HttpRequest, page: ArticlePage) -> str:
    none, text = request.POST.get("none") == "on", _said(request, "text")
    if not none and not text:
        raise ValueError("say what your interests are, or that you have none")
    making.require(Action.DECLARED, request.user, page)
    Interests.objects.create(article=page.key, person=request.user, text=text, none=none)
    making.act(page, Action.DECLARED, request.user, {"none": none})
    making.act(page, Action.OPENED, request.user)
    return "Interests declared; the review is open."


def _comment(request: HttpRequest, page: ArticlePage) -> str:
    text = _said(request, "text")
    if not text:
        raise ValueError("a comment needs words")
    making.act(page, Action.COMMENTED, request.user, {"sentence": _said(request, "statement")})
    Comment.objects.create(
        article=page.key, content=page.content, statement=_said(request, "statement"), text=text, author=request.user
    )
    return "Comment added."


def _settle(request: HttpRequest, page: ArticlePage) -> str:
    making.require(Action.COMMENTED, request.user, page)
    Comment.objects.filter(article=page.key, pk=int(_said(request, "comment") or 0)).update(settled=True)
    return "Comment settled."


def _change(request: HttpRequest, page: ArticlePage) -> str:
    text, statement = _said(request, "text"), _said(request, "statement")
    judging = request.POST.get("judgement") == "on"
    if not text:
        raise ValueError("a sentence needs words; to take it out, strike it")
    if judging and not _password(request):
        raise ValueError("a clinical judgement is signed: give your password")
    judge = request.user.shown if judging else ""
    made = sentences.changed(content.read(page), statement, text, judge=judge)
    details = {"sentence": statement, "change": "judgement" if judging else "reworded"}
    making.edit(page, made, request.user, details, _password(request) if judging else "")
    return "The sentence was changed and checked again."


def _accept(request: HttpRequest, page: ArticlePage) -> str:
    statement = _said(request, "statement")
    if statement not in {held.id for held in content.read(page).statements}:
        raise KeyError(statement)
    making.act(page, Action.ACCEPTED, request.user, {"sentence": statement})
    return "The sentence is accepted."


def _strike(request: HttpRequest, page: ArticlePage) -> str:
    statement = _said(request, "statement")
    made = sentences.struck(content.read(page), statement)
    making.edit(page, made, request.user, {"sentence": statement, "change": "struck"})
    return "The sentence was struck."


def _decide(request: HttpRequest, page: ArticlePage) -> str:
    decision, reason = Decision(_said(request, "decision")), _said(request, "reason")
    if not reason:
        raise ValueError("a decision needs a reason")
    if not _password(request):
        raise ValueError("a review is signed: give your password")
    checklist = sorted(request.POST.getlist("checked"))
    details = {"decision": decision.value, "reason": reason, "checked": checklist}
    making.act(page, Action.REVIEWED, request.user, details, _password(request))
    return "Your review is signed and kept."


def _approve(request: HttpRequest, page: ArticlePage) -> str:
    if not _password(request):
        raise ValueError("an approval is signed: give your password")
    months = EditorialSettings.for_request(request).review_months
    review_by = (timezone.now() + months * MONTH).date().isoformat()
    details = {"reason": _said(request, "reason"), "review_by": review_by}
    making.act(page, Action.APPROVED, request.user, details, _password(request))
    return f"Approved and signed. Next review by {review_by}."


def _publish(request: HttpRequest, page: ArticlePage) -> str:
    day = _said(request, "publish_on")
    if day and datetime.date.fromisoformat(day).isoformat() > today():
        making.act(page, Action.SCHEDULED, request.user, {"publish_on": day})
        return f"It will be published on {day}."
    making.act(page, Action.PUBLISHED, request.user)
    return "Published."


def _reasoned(action: Action, done: str) -> Callable[[HttpRequest, ArticlePage], str]:
    def do(request: HttpRequest, page: ArticlePage) -> str:
        reason = _said(request, "reason")
        if not reason:
            raise ValueError("say why: readers will see it")
        making.act(page, action, request.user, {"reason": reason})
        return done

    return do


def _said(request: HttpRequest, field: str) -> str:
    return str(request.POST.get(field, "")).strip()[:4000]


def _password(request: HttpRequest) -> str:
    return str(request.POST.get("password", ""))


ACTIONS: Final[dict[str, Callable[[HttpRequest, ArticlePage], str]]] = {
    "submit": _submit,
    "declare": _declare,
    "comment": _comment,
    "settle": _settle,
    "accept": _accept,
    "change": _change,
    "strike": _strike,
    "decide": _decide,
    "approve": _approve,
    "publish": _publish,
    "reopen": _reasoned(Action.REOPENED, "Reopened: its page says that it is due for update."),
    "withdraw": _reasoned(Action.WITHDRAWN, "Withdrawn: its page says so."),
}
