"""Taking an article away: every export format, for this reader, with the status it has now."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from probatum.errors import ProbatumError
from probatum.publish.formats import get, names
from probatum.publish.readers import seen_by
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.articles.reading import dressed
from probatum.publish.site.frame import reader_of

KINDS = {".json": "application/json", ".html": "text/html", ".md": "text/markdown", ".txt": "text/plain"}


def take(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponseBase:
    """The article as a file of that format."""
    page = get_object_or_404(ArticlePage.objects.live(), key=key)
    if form not in names():
        raise Http404("there is no such format")
    try:
        chosen = get(form)
        text = chosen.render(seen_by(dressed(page), reader_of(request)), records=content.find)
    except ProbatumError as error:
        raise Http404(str(error)) from error
    kind = KINDS.get(chosen.suffix, "text/plain")
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}{chosen.suffix}"'
    return response
