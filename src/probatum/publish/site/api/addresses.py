"""Every address of the API, version 1. `openapi.json` describes it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import HttpError
from pydantic import ConfigDict

import probatum
from probatum import pipeline
from probatum.errors import ProbatumError
from probatum.model import Conversation, Reader
from probatum.model.wire import encode, to_builtins
from probatum.publish.readers import seen_by
from probatum.publish.site.api.access import Bearer, limited, once
from probatum.publish.site.api.described import described, noun
from probatum.publish.site.api.models import Scope
from probatum.publish.site.api.problems import coded, install
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.articles.reading import dressed
from probatum.publish.site.asking import conversations, engine
from probatum.publish.site.asking.models import Asked
from probatum.publish.site.editorial.records import standing_of, status_of

api = NinjaAPI(
    title="Probatum",
    version=probatum.__version__,
    description="Clinical questions answered with the proof of every sentence.",
    docs_url=None,
    urls_namespace="api-1",
)
install(api)
READ, ASK, AUDIT = Bearer(Scope.READ), Bearer(Scope.ASK), Bearer(Scope.AUDIT)
MOST = 100


class Strict(Schema):
    """What is sent: a field that the API does not know is refused, so that a slip of the pen is noticed."""

    model_config = ConfigDict(extra="forbid")


class Asking(Strict):
    """A question."""

    question: Annotated[str, Field(min_length=1, max_length=2000)]
    reader: Reader = Reader.DOCTOR


class FollowingUp(Strict):
    """A follow-up."""

    question: Annotated[str, Field(min_length=1, max_length=2000)]


class Auditing(Strict):
    """A cited text."""

    text: Annotated[str, Field(min_length=1, max_length=200_000)]


class Page(Strict):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    offset: Annotated[int, Field(ge=0, le=10_000)] = 0


@api.post("/answers", auth=ASK, openapi_extra=described(201, "answered"), summary="Ask a question")
def ask(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Answer a question. With `Accept: application/x-ndjson` how it was read comes first, then a section a line."""
    limited(request)

    def kept() -> Asked:
        return Asked.objects.create(owner=request.user, typed=asking.question, reader=asking.reader.value)

    if "application/x-ndjson" in request.headers.get("Accept", ""):
        return StreamingHttpResponse(_streamed(kept()), content_type="application/x-ndjson")
    return once(request, request.auth, lambda: _answered(kept(), 201))


@api.get("/answers", auth=ASK, openapi_extra=described(200, "list"), summary="My questions")
def answers(request: HttpRequest, page: Query[Page]) -> HttpResponse:
    """Questions that were asked with this account, the newest first."""
    mine = Asked.objects.filter(owner=request.user)
    rows = [{"id": str(a.id), "question": a.typed, "made": a.made.isoformat()} for a in _cut(mine, page)]
    return _listed(rows, mine.count(), page)


@api.get("/answers/{uuid:asked}", auth=ASK, openapi_extra=described(200, "answered"), summary="An answer")
def answer(request: HttpRequest, asked: uuid.UUID) -> HttpResponse:
    """The newest answer of a question of one's own."""
    return _answered(get_object_or_404(Asked, pk=asked, owner=request.user), 200)


@api.delete("/answers/{uuid:asked}", auth=ASK, openapi_extra=described(204, ""), summary="Delete an answer")
def delete(request: HttpRequest, asked: uuid.UUID) -> HttpResponse:
    """Delete a question of one's own with all its answers."""
    get_object_or_404(Asked, pk=asked, owner=request.user).delete()
    return HttpResponse(status=204)


@api.post(
    "/answers/{uuid:asked}/follow-ups", auth=ASK, openapi_extra=described(201, "answered"), summary="Ask a follow-up"
)
def follow(request: HttpRequest, asked: uuid.UUID, follow_up: FollowingUp) -> HttpResponse:
    """Answer a follow-up to a question of one's own; `plan` says what changed in each section."""
    limited(request)
    mine = get_object_or_404(Asked, pk=asked, owner=request.user)
    mine.waiting = follow_up.question
    return once(request, request.auth, lambda: _answered(mine, 201))


@api.get("/articles", auth=READ, openapi_extra=described(200, "list"), summary="Articles")
def articles(request: HttpRequest, page: Query[Page], q: Annotated[str, Field(max_length=200)] = "") -> HttpResponse:
    """Articles that can be read, each with where it stands; narrowed by the words of `q`."""
    live = ArticlePage.objects.live().public().order_by("-pk")
    found = list(live.search(q)) if q.strip() else live
    total = len(found) if isinstance(found, list) else found.count()
    return _listed([_article(one) for one in _cut(found, page)], total, page)


@api.get("/articles/{uuid:key}", auth=READ, openapi_extra=described(200, "article"), summary="An article")
def article(request: HttpRequest, key: uuid.UUID, reader: Reader = Reader.DOCTOR) -> HttpResponse:
    """An article for a reader, with its status."""
    page = get_object_or_404(ArticlePage.objects.live(), key=key)
    return _json({**_article(page), "answer": to_builtins(seen_by(dressed(page), reader))})


@api.get("/articles/{uuid:key}/review", auth=READ, openapi_extra=described(200, "review"), summary="Its review")
def review(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Where an article stands with the board."""
    page = get_object_or_404(ArticlePage.objects.live(), key=key)
    now, status = standing_of(page), status_of(page)
    told = {"state": now.state.value, "since": now.since, "text": status.text, "caution": status.caution}
    return _json({**told, "approved_on": now.approved_on, "review_by": now.review_by, "content": page.content})


@api.get("/records/{path:identifier}", auth=READ, openapi_extra=noun(200, "record"), summary="A source")
def record(request: HttpRequest, identifier: str) -> HttpResponse:
    """A record of the library by `pmid:...`, `doi:...` or its id."""
    found = engine.library().get(identifier)
    if found is None:
        raise HttpError(404, f"The library holds no record {identifier[:100]!r}.")
    return HttpResponse(encode(found), content_type="application/json")


@api.get("/search", auth=READ, openapi_extra=described(200, "list"), summary="Search the library")
def search(
    request: HttpRequest,
    q: Annotated[str, Field(min_length=1, max_length=2000)],
    limit: Annotated[int, Field(ge=1, le=MOST)] = 20,
) -> HttpResponse:
    """Records for a question or a query in PubMed's syntax, best first."""
    limited(request)
    hits = engine.search(q, limit)
    rows = [{"record": h.record.id, "title": h.record.title, "year": h.record.year, "score": h.score} for h in hits]
    return _listed(rows, len(rows), Page(limit=limit))


@api.get("/appraisals/{path:identifier}", auth=READ, openapi_extra=described(200, "object"), summary="An appraisal")
def appraise(request: HttpRequest, identifier: str) -> HttpResponse:
    """What is read out of one record: study, findings, claims."""
    limited(request)
    if engine.library().get(identifier) is None:
        raise HttpError(404, f"The library holds no record {identifier[:100]!r}.")
    made = pipeline.appraisal(identifier, library=engine.library())
    told = {"record": made.record.id, "study": to_builtins(made.study)}
    return _json({**told, "findings": to_builtins(made.findings), "directives": to_builtins(made.directives)})


@api.post("/audits", auth=AUDIT, openapi_extra=described(200, "object"), summary="Audit a cited text")
def audit(request: HttpRequest, auditing: Auditing) -> HttpResponse:
    """Hold a cited text to its sources, sentence by sentence. Nothing of it is stored."""
    limited(request)
    return HttpResponse(encode(engine.audit(auditing.text)), content_type="application/json")


@api.get("/library", auth=READ, openapi_extra=described(200, "object"), summary="The library")
def library(request: HttpRequest) -> HttpResponse:
    """How many records of which kinds the library holds, and its version."""
    info = engine.library().info()
    counts = {"records": info.records, "kinds": dict(info.kinds), "statuses": dict(info.statuses)}
    return _json({**counts, "version": info.library_version})


def _answered(asked: Asked, status: int) -> HttpResponse:
    last = _gone_on(asked).last
    told = {"id": str(asked.id), "answer": to_builtins(last.answer), "plan": to_builtins(last.plan)}
    return _json(told, status)


def _gone_on(asked: Asked) -> Conversation:
    """The conversation with what waits answered; a first question that cannot be answered is not kept."""
    try:
        return conversations.go_on(asked)
    finally:
        _drop_unanswered(asked)


def _drop_unanswered(asked: Asked) -> None:
    if asked.pk and not asked.conversation:
        asked.delete()


def _streamed(asked: Asked) -> Iterator[str]:
    """How it was read, a section a line, then the id and the references; a problem where it cannot be answered."""
    try:
        yield _line({"read": engine.read(asked.typed).read})
        made = _gone_on(asked).last.answer
    except ProbatumError as error:
        _drop_unanswered(asked)
        yield _line({"problem": json.loads(coded(error).content)})
        return
    for section in made.sections:
        yield _line({"section": to_builtins(section)})
    yield _line({"id": str(asked.id), "references": to_builtins(made.references)})


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"


def _article(page: ArticlePage) -> dict[str, object]:
    status = status_of(page)
    told = {"key": str(page.key), "title": page.title, "question": page.question, "url": page.full_url}
    return {**told, "content": page.content, "state": status.state.value, "status": status.text}


def _cut(rows: Any, page: Page) -> Any:
    return rows[page.offset : page.offset + page.limit]


def _listed(rows: list[dict[str, Any]], total: int, page: Page) -> HttpResponse:
    return _json({"items": rows, "total": total, "limit": page.limit, "offset": page.offset})


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(told, ensure_ascii=False), status=status, content_type="application/json")
