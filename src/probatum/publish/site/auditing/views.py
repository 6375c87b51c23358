"""Auditing somebody's text on a page. Nothing of it is stored."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from probatum.errors import ProbatumError
from probatum.model import Report
from probatum.publish.audits import get
from probatum.publish.site.articles.models import EditorialSettings
from probatum.publish.site.asking import engine, limits
from probatum.publish.site.auditing import apart
from probatum.publish.site.policy import own

LONGEST: Final = 200_000
"""Characters of a text that is pasted, bytes of a file."""


@require_http_methods(["GET", "POST"])
def audit(request: HttpRequest) -> HttpResponseBase:
    """The form, and the marked-up report of what it was given."""
    if request.user.is_anonymous and not EditorialSettings.for_request(request).anonymous_asking:
        return redirect(f"{reverse('login')}?next={reverse('audit')}")
    if request.method == "GET":
        return render(request, "auditing/form.html")
    if limits.too_many(request):
        return render(request, "asking/wait.html", status=429)
    try:
        report = _report(request)
    except ProbatumError as error:
        return render(request, "auditing/form.html", {"fault": str(error)}, status=400)
    if report is None:
        return render(request, "auditing/form.html", {"fault": "There is no text. Paste one, or choose a file."})
    return own(_with_way_back(get("html").render(report, records=engine.library().get)))


def _with_way_back(document: str) -> str:
    """The report with links into the site in front; the page holds all that it shows, so it can be saved as a file."""
    links = f'<a href="{reverse("audit")}">Audit another text</a> · <a href="/">Ask a question</a>'
    words = "Nothing of this is stored. To keep the report, save this page: it is one file."
    return document.replace(
        "<body>", f'<body><nav class="page" aria-label="This site"><p>{links}. {words}</p></nav>', 1
    )


def _report(request: HttpRequest) -> Report | None:
    file = request.FILES.get("file")
    if file is not None:
        if file.size > LONGEST * 10:
            raise ProbatumError("P832", origin=file.name, limit=f"{LONGEST * 10:,}")
        text = apart.readable(file.read(), file.name)
    else:
        text = request.POST.get("text", "")
    if not text.strip():
        return None
    return engine.audit(text[:LONGEST])
