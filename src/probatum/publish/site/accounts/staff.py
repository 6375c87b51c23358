"""Where the organisation says so, people with a role work only with a second step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from wagtail.models import Site

from probatum.publish.site.accounts import second

STAFF: Final = ("/admin/", "/review/")
"""Where the work is done. Reading and asking stay open to all."""


class SecondStep:
    """Middleware: who has none is sent to set one up before they work."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or send them there."""
        if request.path.startswith(STAFF) and request.user.is_authenticated and _wanted(request):
            return redirect("second-step")
        return self._get_response(request)


def _wanted(request: HttpRequest) -> bool:
    from probatum.publish.site.articles.models import EditorialSettings

    site = Site.find_for_request(request)
    return site is not None and EditorialSettings.for_site(site).second_step and not second.has(request.user)
