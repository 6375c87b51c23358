"""Pages for asking: the box, an answer as it comes, follow-ups, my questions."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probatum.errors import ProbatumError
from probatum.model import Conversation, Question, Reader, Turn
from probatum.publish import changing, page
from probatum.publish.formats import html
from probatum.publish.readers import seen_by
from probatum.publish.site.articles import content, files
from probatum.publish.site.articles.models import ArticlePage, EditorialSettings
from probatum.publish.site.articles.reading import stylesheet
from probatum.publish.site.asking import conversations, engine, limits
from probatum.publish.site.asking.models import Asked
from probatum.publish.site.asking.progress import Underway
from probatum.publish.site.frame import COOKIE, halves, reader_of

LONGEST = 2000
READY = "The answer is ready."
YEAR = 365 * 24 * 3600


@require_POST
def ask(request: HttpRequest) -> HttpResponseBase:
    """Take a question; the answer comes on a page of its own."""
    typed = request.POST.get("q", "").strip()[:LONGEST]
    refused = _refused(request)
    if refused is not None:
        return refused
    if not typed:
        return redirect("home")
    return redirect("question", asked=_kept(request, typed).id)


@require_POST
def ask_about(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A follow-up under an article: the conversation starts with the article's own answer."""
    article = get_object_or_404(ArticlePage.objects.live(), key=key)
    typed = request.POST.get("q", "").strip()[:LONGEST]
    refused = _refused(request)
    if refused is not None:
        return refused
    if not typed:
        return redirect(article.url)
    asked = _kept(request, article.question)
    asked.waiting = typed
    conversations.keep(asked, conversations.begun(asked, content.read(article)))
    return redirect("question", asked=asked.id)


@require_POST
def follow(request: HttpRequest, asked: uuid.UUID) -> HttpResponseBase:
    """Take a follow-up to one's own question."""
    mine = _mine(request, asked)
    typed = request.POST.get("q", "").strip()[:LONGEST]
    refused = _refused(request)
    if refused is not None:
        return refused
    if typed:
        mine.waiting = typed
        mine.save(update_fields=["waiting"])
    return redirect("question", asked=mine.id)


@require_GET
def question(request: HttpRequest, asked: uuid.UUID) -> HttpResponseBase:
    """The answer to one's own question: at once when it is kept, else sent as it is made."""
    mine = _mine(request, asked)
    if mine.conversation and not mine.waiting:
        kept = conversations.read(mine)
        made = "".join(_shown(request, mine, kept)) if kept is not None else ""
        before, after = halves(request, "asking/question.html", {"asked": mine, "title": mine.typed})
        return HttpResponse(before + made + after)
    streamed = StreamingHttpResponse(_streamed(request, mine), content_type="text/html; charset=utf-8")
    streamed["X-Accel-Buffering"] = "no"
    streamed["Cache-Control"] = "no-store"
    return streamed


def _streamed(request: HttpRequest, mine: Asked) -> Iterator[str]:
    before, after = halves(request, "asking/question.html", {"asked": mine, "title": mine.typed})
    # One live region, there before its words: a screen reader says each step as it comes.
    yield f'{before}<div class="steps" role="status" aria-live="polite">'
    try:
        if not mine.waiting:
            yield _step(_understood(engine.read(mine.typed)))
        underway = Underway(lambda telling: conversations.go_on(mine, telling))
        for words in underway:
            yield _step(f"{words} …")
        made = underway.made
    except ProbatumError as error:
        yield f'</div><p class="notice warn" role="alert">{escape(str(error))}</p>{after}'
        return
    yield f"{_step(READY)}</div>"
    yield from _shown(request, mine, made)
    yield after


def _step(words: str) -> str:
    return f'<p class="step">{escape(words)}</p>'


def _understood(read: Question) -> str:
    changes = [f"{before} → {after}" for _, before, after, _ in page.readings(read) if before]
    return f"Read as: {read.read} ({'; '.join(changes)})" if changes else f"Read as: {read.read}"


def _shown(request: HttpRequest, mine: Asked, conversation: Conversation) -> Iterator[str]:
    """The answer in the pieces it is sent in: its head, a layer each, the rest."""
    last = conversation.last
    answer = seen_by(last.answer, _for_whom(request, last))
    pieces = html.pieces(answer, records=content.find)
    more = {
        "asked": mine,
        "answer": answer,
        "pieces": pieces,
        "turns": conversation.turns[:-1],
        "plan": () if answer.reader.plain else last.plan,
        "changed": changing.told(last) if answer.reader.plain else (),
        "last": last,
        "can_submit": request.user.is_authenticated,
        "offers": files.offers(),
        "take_from": f"/questions/{mine.id}/take/",
    }
    before, after = halves(request, "asking/answer.html", more)
    yield f'{before}<main id="{html.MAIN}">'
    yield from pieces.layers
    yield f"</main>{after}"


def _for_whom(request: HttpRequest, turn: Turn) -> Reader:
    """The reader that a follow-up asked for (`explain like I'm 12`), else the one chosen on the page."""
    return turn.follow.reader if turn.follow is not None and turn.follow.reader else reader_of(request)


@require_GET
def marks(request: HttpRequest, asked: uuid.UUID, reader: str) -> HttpResponseBase:
    """The rules that light up what a citation rests on, of one's own question."""
    conversation = conversations.read(_mine(request, asked))
    if conversation is None or reader not in {r.value for r in Reader}:
        raise Http404
    return stylesheet(seen_by(conversation.last.answer, Reader(reader)))


@require_GET
def take(request: HttpRequest, asked: uuid.UUID, form: str) -> HttpResponseBase:
    """The answer to one's own question as a file of that format."""
    conversation = conversations.read(_mine(request, asked))
    if conversation is None:
        raise Http404
    last = conversation.last
    return files.as_file(seen_by(last.answer, _for_whom(request, last)), form, f"answer-{asked.hex[:8]}")


@require_POST
def reading(request: HttpRequest) -> HttpResponseBase:
    """How a question is understood, while it is typed. What was typed is no part of the address, which logs keep."""
    typed = request.POST.get("q", "").strip()[:LONGEST]
    nothing = JsonResponse({"read": "", "changes": [], "parts": []})
    if len(typed) < 8 or (request.user.is_anonymous and not EditorialSettings.for_request(request).anonymous_asking):
        return nothing
    try:
        read = engine.read(typed)
    except ProbatumError:
        return nothing
    changes = [{"what": what, "from": a, "to": b, "why": why} for what, a, b, why in page.readings(read) if a]
    parts = [{"name": name, "words": words} for name, words in page.understood(read, plain=reader_of(request).plain)]
    return JsonResponse({"read": read.read, "changes": changes, "parts": parts})


@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponseBase:
    """My questions, and deleting one."""
    if request.method == "POST":
        _mine(request, _uuid(request.POST.get("asked", ""))).delete()
        return redirect("mine")
    return render(request, "asking/mine.html", {"asked": _owned(request)[:100]})


@require_POST
def reader(request: HttpRequest) -> HttpResponseBase:
    """Keep who reads, and go back to the page."""
    chosen, back = request.POST.get("reader", ""), request.POST.get("back", "/")
    local = back.startswith("/") and not back.startswith("//") and "\\" not in back
    response = redirect(back if local else "/")
    if chosen in {r.value for r in Reader}:
        response.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def _refused(request: HttpRequest) -> HttpResponseBase | None:
    if request.user.is_anonymous and not EditorialSettings.for_request(request).anonymous_asking:
        return redirect(f"{reverse('login')}?{urlencode({'next': '/'})}")
    if limits.too_many(request):
        return render(request, "asking/wait.html", status=429)
    return None


def _kept(request: HttpRequest, typed: str) -> Asked:
    if request.user.is_anonymous and not request.session.session_key:
        request.session.create()
    owner = request.user if request.user.is_authenticated else None
    browser = "" if owner else request.session.session_key or ""
    return Asked.objects.create(owner=owner, browser=browser, typed=typed, reader=reader_of(request).value)


def _owned(request: HttpRequest) -> QuerySet[Asked]:
    if request.user.is_authenticated:
        return Asked.objects.filter(owner=request.user)
    browser = request.session.session_key
    return Asked.objects.filter(owner=None, browser=browser) if browser else Asked.objects.none()


def _mine(request: HttpRequest, asked: uuid.UUID) -> Asked:
    return get_object_or_404(_owned(request), pk=asked)


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as error:
        raise Http404 from error
