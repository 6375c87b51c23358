"""Reading an article: for this reader, in the live or a named version, with its status from the trail."""

from __future__ import annotations

import uuid

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from probatum.model import Answer, Reader, ReviewState
from probatum.publish.formats import html
from probatum.publish.parts import parts
from probatum.publish.proof import Marks
from probatum.publish.readers import seen_by
from probatum.publish.site.articles import content, files, structured
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial.records import content_status, status_of
from probatum.publish.site.frame import reader_of


def read(request: HttpRequest, page: ArticlePage) -> HttpResponseBase:
    """The page of an article. `?version=HASH` shows that version, whatever came later."""
    wanted = request.GET.get("version", "")[:64]
    shown = version(page, wanted) if wanted and wanted != page.content else page
    answer = dressed(shown)
    seen = seen_by(answer, reader_of(request))
    address = request.build_absolute_uri(page.url)
    told = {
        "page": page,
        "shown": shown,
        "address": address,
        "structured": structured.script(shown, seen, address),
        "offers": files.offers(),
        "take_from": f"/take/{page.key}/",
        "take_version": shown.content,
        **article(seen, f"/report/{page.key}/?sentence="),
    }
    response = TemplateResponse(request, "articles/article.html", told)
    response["Vary"] = "Cookie"
    if answer.status.state is ReviewState.WITHDRAWN:
        response.status_code = 410
    return response


def dressed(page: ArticlePage) -> Answer:
    """The answer of a page with its status."""
    return msgspec.structs.replace(content.read(page), status=status_of(page))


def version(page: ArticlePage, wanted: str) -> ArticlePage:
    """The page as it was when its content had that hash. Raises Http404 for a hash it never had in public."""
    for revision in page.revisions.order_by("-pk"):
        if revision.content.get("content") == wanted and content_status(page, wanted).state is not ReviewState.DRAFT:
            held: ArticlePage = revision.as_object()
            return held
    raise Http404("this article has no such version")


def article(answer: Answer, report: str = "") -> dict[str, object]:
    """What the templates need to show an answer as its reader sees it."""
    return {"answer": answer, "pieces": html.pieces(answer, records=content.find, report=report)}


def marks(request: HttpRequest, key: uuid.UUID, wanted: str, reader: str) -> HttpResponseBase:
    """The rules that light up what a citation of this content rests on."""
    page = get_object_or_404(ArticlePage, key=key)
    if reader not in {r.value for r in Reader}:
        raise Http404("there is no such reader")
    shown = page if wanted == page.content else version(page, wanted)
    return stylesheet(seen_by(content.read(shown), Reader(reader)))


def stylesheet(answer: Answer) -> HttpResponseBase:
    """The style sheet of one answer, for one reader: what the page's policy keeps out of the page itself."""
    response = HttpResponse(Marks.of(parts(answer)).style(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, max-age=3600"
    return response
