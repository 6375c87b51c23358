"""Taking an article away: every export format, for this reader, with the status it has now."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from probatum.publish.readers import seen_by
from probatum.publish.site.articles.files import as_file
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.articles.reading import dressed, version
from probatum.publish.site.frame import reader_of


def take(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponseBase:
    """The article as a file of that format; `?version=HASH` takes that version."""
    page = get_object_or_404(ArticlePage.objects.live(), key=key)
    wanted = request.GET.get("version", "")[:64]
    shown = version(page, wanted) if wanted and wanted != page.content else page
    return as_file(seen_by(dressed(shown), reader_of(request)), form, page.slug)
