"""Reading an article: for this reader, in the live or a named version, with its status from the trail."""

from __future__ import annotations

import uuid
from typing import Final

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from probatum.model import Answer, Reader, ReviewState, ReviewStatus
from probatum.publish.formats import html
from probatum.publish.parts import parts
from probatum.publish.proof import Marks
from probatum.publish.readers import seen_by
from probatum.publish.site.articles import content, files, structured
from probatum.publish.site.articles.kept import Kept
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.editorial.banner import for_reader
from probatum.publish.site.editorial.records import content_status, status_of
from probatum.publish.site.frame import reader_of


def read(request: HttpRequest, page: ArticlePage) -> HttpResponseBase:
    """The page of an article. `?version=HASH` shows that version, whatever came later."""
    wanted = request.GET.get("version", "")[:64]
    shown = version(page, wanted) if wanted and wanted != page.content else page
    reader, status = reader_of(request), status_of(shown)
    address = request.build_absolute_uri(page.get_url(request))
    key = (page.key, shown.content, status, reader, address)
    told = {
        "page": page,
        "shown": shown,
        "address": address,
        "offers": files.offers(),
        "take_from": f"/take/{page.key}/",
        "take_version": shown.content,
        **_SHOWN.get(key, lambda: _article(shown, status, reader, address)),
    }
    response = TemplateResponse(request, "articles/article.html", told)
    response["Vary"] = "Cookie"
    if status.state is ReviewState.WITHDRAWN:
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


def _article(page: ArticlePage, status: ReviewStatus, reader: Reader, address: str) -> dict[str, object]:
    """What the template needs to show an article to this reader."""
    held = content.read(page)
    seen = seen_by(msgspec.structs.replace(held, status=for_reader(status, held.reader, reader)), reader)
    pieces = html.pieces(seen, records=content.find, report=f"/report/{page.key}/?sentence=")
    return {"answer": seen, "pieces": pieces, "structured": structured.script(page, seen, address)}


_SHOWN: Final[Kept[dict[str, object]]] = Kept(128)
"""By article, content, status, reader and address: all that the pieces of an article depend on."""


def marks(request: HttpRequest, key: uuid.UUID, wanted: str, reader: str) -> HttpResponseBase:
    """The rules that light up what a citation of this content rests on."""
    page = get_object_or_404(ArticlePage.objects.defer("answer"), key=key)
    if reader not in {r.value for r in Reader}:
        raise Http404("there is no such reader")
    shown = page if wanted == page.content else version(page, wanted)
    style = _STYLES.get((wanted, reader), lambda: _style(seen_by(content.read(shown), Reader(reader))))
    return _sheet(style)


_STYLES: Final[Kept[str]] = Kept(128)


def stylesheet(answer: Answer) -> HttpResponseBase:
    """The style sheet of one answer, for one reader: what the page's policy keeps out of the page itself."""
    return _sheet(_style(answer))


def _style(answer: Answer) -> str:
    return Marks.of(parts(answer)).style()


def _sheet(style: str) -> HttpResponseBase:
    response = HttpResponse(style, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, max-age=3600"
    return response
